"""Which names are of one bearer, and which only look so."""
