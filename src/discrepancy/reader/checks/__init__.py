"""What came back, checked: of the asked form, in words of the documents, saying what they say."""
