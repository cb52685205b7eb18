"""Findings gone through by a reader: what is decided, in the terminal or on a page."""
