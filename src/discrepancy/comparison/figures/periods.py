"""Two rates over two periods: 120 euros a month are 1,440 a year, and never 120 a year.

How many hours of work make a day, or days a week, no figure tells: what lies between the fewest
and the most is taken to be the same.

>>> from discrepancy.claims import Bound, Category, QuantityValue
>>> from discrepancy.span import Span
>>> def paid(figure: int, unit: str) -> QuantityClaim:
...     value = QuantityValue(low=figure, high=figure, unit=unit)
...     return QuantityClaim(
...         source="a", span=Span(start=0, end=1), text="1", value=value, category=Category.MONEY
...     )
>>> other_periods(paid(120, "EUR/month"), paid(1440, "EUR/year")).level
'quantity.rounding.period'
>>> other_periods(paid(120, "EUR/month"), paid(120, "EUR/year")).level
'quantity.conflict.period'
"""

from decimal import Decimal

from discrepancy.claims import Category, QuantityClaim
from discrepancy.comparison.figures.intervals import interval
from discrepancy.comparison.figures.sides import same_class
from discrepancy.comparison.rulings import Ruling
from discrepancy.finding import Verdict
from discrepancy.measures import units

TOLERANCE = Decimal("0.02")
"""Share by which a sum that was multiplied up may be rounded."""


def other_periods(a: QuantityClaim, b: QuantityClaim) -> Ruling | None:
    """Judge two rates of one thing over two periods; None for any other two figures."""
    if not a.value.unit or not b.value.unit or a.category is not b.category:
        return None
    (what, each), (other, per) = units.rate(a.value.unit), units.rate(b.value.unit)
    one_thing = what == other or (a.category is Category.COUNT and same_class(what, other))
    if each == per or not one_thing:
        return None
    shorter, longer = (a, b) if units.periods(each, per) else (b, a)
    held = units.periods(*(units.rate(claim.value.unit or "")[1] for claim in (shorter, longer)))
    if held is None:
        return None
    (low, high), (least, most) = interval(shorter.value), interval(longer.value)
    if low * held[0] <= most * (1 + TOLERANCE) and least <= high * held[1] * (1 + TOLERANCE):
        because = "the same, reckoned over another period"
        return _told(Verdict.ROUNDING, "rounding.period", because)
    if a.value.low == b.value.low:
        because = f"the same number stands for each {each} and for each {per}"
    else:
        because = f"no number of {_plural(shorter)} makes the one of the other"
    return _told(Verdict.CONFLICT, "conflict.period", because)


def _plural(claim: QuantityClaim) -> str:
    return f"{units.rate(claim.value.unit or '')[1]}s"


def _told(verdict: Verdict, level: str, because: str) -> Ruling:
    return Ruling(verdict, f"quantity.{level}", because)
