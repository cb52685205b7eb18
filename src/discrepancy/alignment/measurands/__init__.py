"""Which figures are of one measurand: made ready, weighed by levels, parted where they differ."""
