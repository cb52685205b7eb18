"""English, read once: tokens, numerals, what words do, clauses. It knows no claims."""
