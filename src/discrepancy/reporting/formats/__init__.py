"""One module for each format of a report, and what pages are made of."""
