"""What a hedge leaves open: "at least", "about", "nearly", and where the true value then lies.

>>> Bound(">=") is Bound.AT_LEAST, Bound.AT_LEAST in FLOORS
(True, True)
"""

from enum import StrEnum


class Bound(StrEnum):
    """What a hedge means: where the true value lies, seen from the stated one."""

    EXACT = "="
    ABOUT = "~"
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    RANGE = ".."


FLOORS = (Bound.AT_LEAST, Bound.MORE_THAN)
"""The bounds that are open above; for a date: not before it."""

CEILINGS = (Bound.AT_MOST, Bound.LESS_THAN)
"""The bounds that are open below; for a date: not after it."""
