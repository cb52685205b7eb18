"""What becomes of checked answers: sides, what each difference is, findings."""
