"""Which quotations are prints of one utterance, and whose."""
