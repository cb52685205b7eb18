"""Whether a figure moves from day to day, and which of two is the later one."""

from functools import cache

from discrepancy import tables, words
from discrepancy.calendar import edtf
from discrepancy.claims import COUNTING, FLOORS, Bound, Category, Claim, QuantityClaim
from discrepancy.comparison.figures.intervals import Stated

FACTORS = (10, 100, 1000)
"""What a nought or a word of scale too many makes of a figure."""

TWO_SPEAKERS = "one text sets two speakers against each other"
"""Why what two say in one text is no later state of the other."""

_LEFT_OPEN = (*FLOORS, Bound.AT_MOST)


def moves(claim: QuantityClaim) -> bool:
    """Whether such a figure changes from day to day: a toll does, a depth does not."""
    if claim.category is not Category.COUNT:
        return False
    predicate = claim.context.predicate if claim.context else None
    if predicate:
        return predicate in _movers()
    return words.noun_class(claim.value.unit or "") in ("person", "building")


def may_fall(claim: QuantityClaim) -> bool:
    """Whether such a figure may also go down: the missing are found."""
    predicate = claim.context.predicate if claim.context else None
    return predicate in tables.words("movers", "falling")


@cache
def _movers() -> frozenset[str]:
    return tables.words("movers", "growing") | tables.words("movers", "falling")


def still_moving(claim: QuantityClaim) -> bool:
    """Whether the words leave room for more: "so far 40", "already 40", "at least 40"."""
    marks = claim.context.qualifiers if claim.context else ()
    open_end = claim.value.bound in _LEFT_OPEN
    return open_end or any(mark.startswith("moving") for mark in marks)


def counted_on(claim: QuantityClaim) -> bool:
    """Whether it is a share of votes of which a part was counted."""
    return claim.context is not None and COUNTING in claim.context.qualifiers


def as_of_order(a: Claim, b: Claim) -> int:
    """Days by which `b` holds later than `a`; 0 where they overlap or a day is unknown."""
    day = a.context and a.context.as_of
    other = b.context and b.context.as_of
    if not day or not other or edtf.overlap(day, other):
        return 0
    return (edtf.interval(other)[0] - edtf.interval(day)[0]).days


def side_by_side(a: QuantityClaim, b: QuantityClaim) -> bool:
    """One text that sets two speakers against each other tells no toll that rises."""
    if a.source != b.source or not a.context or not b.context:
        return False
    return a.context.attribution != b.context.attribution


def slipped(here: Stated, there: Stated) -> bool:
    """Whether two figures have the same digits, two or more, and another scale.

    1,400 and 14,000: a figure that grows hardly comes to the same digits again.
    """
    low, high = sorted((here.low, there.low))
    digits = low.normalize().as_tuple().digits
    return low > 0 and len(digits) > 1 and high / low in FACTORS
