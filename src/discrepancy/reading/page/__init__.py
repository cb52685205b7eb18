"""The lines of a page: article or furniture, paragraphs, sentences."""
