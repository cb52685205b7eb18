"""How a figure may have gone wrong between two sources: a nought too many, the unit of another.

A slip decides no verdict; it says of a conflict what a proofreader would look for first.
"""

from decimal import Decimal

from discrepancy.comparison.figures.sides import Pair, Side
from discrepancy.measures import units

_NOUGHTS = ((10, "ten"), (100, "a hundred"), (1000, "a thousand"))

_FEWEST = 9.9
"""A little less than the least factor: the machine's own numbers are not exact."""

SMALLEST = 10
"""Below this the one figure is no slip of the other: three people are not thirty, misprinted."""


def slip(pair: Pair) -> tuple[str, str] | None:
    """The rung below "conflict" and its sentence; None where no known slip makes one of both."""
    a, b, there, _, _ = pair
    if a.low != a.high or there.low != there.high:
        return None
    if _FEWEST * a.near > there.near > a.near / _FEWEST:
        return _swapped(a, b)  # positive figures, and none ten times the other
    return _swapped(a, b) or _factor(a.low, there.low)


def _swapped(a: Side, b: Side) -> tuple[str, str] | None:
    """10 km / 10 miles."""
    if a.unit == b.unit or a.low != b.low:
        return None
    if not (units.is_physical(a.unit) and units.is_physical(b.unit)):
        return None
    named = " and ".join(sorted(str(side.unit).replace("_", " ") for side in (a, b)))
    return "swapped_unit", f"the same number stands with two units, {named}"


def _factor(here: Decimal, there: Decimal) -> tuple[str, str] | None:
    """12,000 / 1,200; 3 million / 3 billion."""
    low, high = sorted((abs(here), abs(there)))
    if low < SMALLEST:
        return None
    for factor, name in _NOUGHTS:
        if high == low * factor:
            return "factor_of_ten", f"they differ by a factor of exactly {name}"
    return None
