"""The ladder of figures: what each leaves open, and the rungs on which two can meet."""
