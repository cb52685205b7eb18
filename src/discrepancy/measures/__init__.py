"""Units and what they are of one another; figures and units as one prints them."""
