"""How a figure may have gone wrong between two sources: a nought too many, the unit of another.

A slip decides no verdict; it says of a conflict what a proofreader would look for first.
"""

from decimal import Decimal

from discrepancy import units
from discrepancy.claims import QuantityClaim
from discrepancy.comparison.intervals import Stated

_NOUGHTS = ((10, "ten"), (100, "a hundred"), (1000, "a thousand"))

SMALLEST = 10
"""Below this the one figure is no slip of the other: three people are not thirty, misprinted."""


def slip(a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated) -> tuple[str, str] | None:
    """The rung below "conflict" and its sentence; None where no known slip makes one of the other.

    Args:
        a: one figure as stated.
        b: the other as stated.
        here: the value of `a`.
        there: the value of `b` in the unit of `a`.
    """
    if here.low != here.high or there.low != there.high:
        return None
    return _swapped(a, b) or _factor(here.low, there.low)


def _swapped(a: QuantityClaim, b: QuantityClaim) -> tuple[str, str] | None:
    """10 km / 10 miles."""
    unit, other = a.value.unit, b.value.unit
    if unit == other or a.value.low != b.value.low:
        return None
    if not (units.is_physical(unit) and units.is_physical(other)):
        return None
    named = " and ".join(sorted(str(name).replace("_", " ") for name in (unit, other)))
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
