"""The two figures of a comparison with what every rung asks of them, looked up once.

>>> from discrepancy.entries import claim
>>> a, b = (side(claim(told, measurand="range", source="a")) for told in ("1 km", "0.5 miles"))
>>> in_unit_of(b, a).low
Decimal('0.8046720')
"""

from decimal import Decimal

from discrepancy import words
from discrepancy.claims import Category, QuantityClaim
from discrepancy.comparison.figures.intervals import Ends
from discrepancy.measures import units

KEPT = 4096
"""How many claims are kept ready: those of one measurand are compared one after another."""


_COUNT, _AGE = Category.COUNT, Category.AGE  # looked up once


class Side(Ends):
    """A claim made ready: its figures, and what of it decides."""

    __slots__ = ("aged", "as_of", "category", "claim", "counted", "predicate", "trend", "unit")

    def __init__(self, claim: QuantityClaim) -> None:
        value, context = claim.value, claim.context
        super().__init__(value.low, value.high, value.bound)
        self.claim = claim
        self.unit, self.trend, self.category = value.unit, value.trend, claim.category
        self.counted, self.aged = claim.category is _COUNT, claim.category is _AGE
        self.predicate = context.predicate if context else None
        self.as_of = context.as_of if context else None


Pair = tuple[Side, Side, Ends, int, bool]
"""Two figures of one dimension: the first, the second, the second in the unit of the first, by how
many days the second holds later (0 where they overlap or a day is unknown), and whether a change of
units left a difference that it may have made."""

_ready: dict[int, Side] = {}


def side(claim: QuantityClaim) -> Side:
    """The claim made ready; a claim that is kept keeps its id, so no other is taken for it."""
    known = _ready.get(id(claim))
    if known is not None and known.claim is claim:
        return known
    if len(_ready) >= KEPT:
        _ready.clear()
    made = _ready[id(claim)] = Side(claim)
    return made


def in_unit_of(given: Side, other: Side) -> Ends | None:
    """The figures of `given` in the unit of `other`; None where they measure different things.

    Where nothing is to be changed it is the side itself.
    """
    if given.aged is not other.aged:
        return None
    unit, to = given.unit, other.unit
    if unit == to:
        return given
    if given.category is not other.category and {given.category, other.category} == _SHARES:
        scale = Decimal(100) if given.category is Category.RATIO else Decimal("0.01")
        return Ends(given.low * scale, given.high * scale, given.bound)
    if unit is None or to is None:
        return None
    if units.is_physical(unit) and units.is_physical(to):
        return _converted(given, unit, to)
    if units.rate(unit)[1] != units.rate(to)[1]:
        return None  # what is paid for each head, and for each household
    if units.dimension(unit) == units.dimension(to) or same_class(unit, to):
        return given
    return None


_SHARES = {Category.RATIO, Category.PERCENT}
"""One in five, and 20 per cent."""


def _converted(given: Side, unit: str, to: str) -> Ends | None:
    change = given.trend is not None
    low = high = units.convert(given.low, unit, to, change=change)
    if given.high != given.low:
        high = units.convert(given.high, unit, to, change=change)
    return None if low is None or high is None else Ends(low, high, given.bound)


def same_class(unit: str, other: str) -> bool:
    """Whether two counted nouns count the same sort of thing: troops and soldiers."""
    return words.noun_class(unit) == words.noun_class(other)
