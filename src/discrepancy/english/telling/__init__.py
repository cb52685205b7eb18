"""What a sentence tells of its day, hour or figure, in a few of its own words, for a title."""
