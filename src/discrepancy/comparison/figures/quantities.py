"""Can two figures of one measurand both be right? The ladder, most charitable rung first.

A figure is an interval (`intervals`); the rungs ask in turn whether the two are the same,
round to the same, are both admitted by their hedges, or moved on between two days.
"""

from functools import cache

from discrepancy.claims import QuantityClaim
from discrepancy.comparison.figures import rungs
from discrepancy.comparison.figures.intervals import Ends
from discrepancy.comparison.figures.motion import TWO_SPEAKERS, as_of_order, moves, side_by_side
from discrepancy.comparison.figures.periods import other_periods
from discrepancy.comparison.figures.rungs import Rung
from discrepancy.comparison.figures.sides import Pair, Side, in_unit_of, side
from discrepancy.comparison.figures.slips import slip
from discrepancy.comparison.rulings import Ruling
from discrepancy.finding import Verdict
from discrepancy.measures import units


def compare(one: QuantityClaim, other: QuantityClaim) -> Ruling:
    """Judge two figures that are taken to be of one measurand."""
    a, b = side(one), side(other)
    if (a.unit == b.unit and a.aged is b.aged) or _are_degrees(a.unit, b.unit):
        there: Ends | None = b
    elif _is_rate(a.unit, b.unit) and (over := other_periods(one, other)):
        return over
    else:
        there = in_unit_of(b, a)
    if there is None:
        return _of_two_dimensions(a, b)
    verdict, level, because = _decided(a, b, there)
    return Ruling(verdict, level, because, _share(a, there))


def _decided(a: Side, b: Side, there: Ends) -> Rung:
    """What the first rung that holds says; a conflict where none does."""
    if a.predicate != b.predicate and a.predicate and b.predicate:
        because = f"two measurands: {a.predicate} and {b.predicate}"
        return Verdict.SCOPE, "quantity.scope.measurand", because
    if a.trend is not b.trend and a.trend and b.trend:
        return _CONFLICT, "quantity.conflict.direction", "one says it rose, the other that it fell"
    days = as_of_order(a.claim, b.claim) if a.as_of != b.as_of else 0
    converted = there is not b and _is_converted(a, b, there)
    pair = a, b, there, days, converted
    near, hedged = _are_near(a, there), not (a.exact and b.exact)
    rounded = converted and (near or units.dimension(a.unit) == _TEMPERATURE)
    for rung in _ladder(rounded, days != 0, hedged, a.counted and b.counted, near):
        found = rung(pair)
        if found:
            return found
    slipped = slip(pair)
    if slipped:
        return _CONFLICT, f"quantity.conflict.{slipped[0]}", slipped[1]
    return _CONFLICT, "quantity.conflict.else", _apart(pair)


_CONFLICT = Verdict.CONFLICT  # a member of an enumeration is looked up at some cost

_TEMPERATURE = "[temperature]"
"""What lies far apart in one unit of it lies near in another: the noughts differ."""

_RUNGS = (
    (rungs.agreement, "near"),
    (rungs.round_part, "near"),
    (rungs.conversion, "rounded in either unit"),
    (rungs.rounding, "near"),
    (rungs.birthday, "of two days"),
    (rungs.counted_further, "of two days"),
    (rungs.update, "of two days"),
    (rungs.compatible, "hedged"),
    (rungs.run_ended, "counts"),
    (rungs.undated, "counts"),
)
"""The rungs in their order, each with when it can hold at all: most pairs need two of them."""


@cache
def _ladder(
    rounded: bool, dated: bool, hedged: bool, counts: bool, near: bool
) -> tuple[rungs.Judge, ...]:
    holds = {
        "near": near,
        "rounded in either unit": rounded,
        "of two days": dated,
        "hedged": hedged,
        "counts": counts,
    }
    return tuple(rung for rung, when in _RUNGS if holds[when])


FAR = 0.2
"""No digits that are left out make such a share of the larger figure, twice `intervals.widest`."""


def _are_near(a: Side, there: Ends) -> bool:
    """Whether rounding can have made one figure of the other, at a first look."""
    here, other = a.near, there.near
    gap = here - other if here > other else other - here
    return not (gap >= 2 and gap >= FAR * max(here, -here, other, -other))  # nor is NaN far


def _is_rate(unit: str | None, other: str | None) -> bool:
    """Whether two units differ and one is told for each of something."""
    return unit != other and "/" in f"{unit}{other}"


def _is_converted(a: Side, b: Side, there: Ends) -> bool:
    """Whether the change of units left a difference that it may have made."""
    if not units.is_physical(a.unit):
        return False
    same = there.low == a.low and there.high == a.high and there.bound is a.bound
    return not same or a.trend is not b.trend


def _share(a: Side, there: Ends) -> float | None:
    """By how much the second departs from the first, as a share of the first."""
    return float((there.low - a.low) / abs(a.low)) if a.low else None


def _apart(pair: Pair) -> str:
    a, b, there, days, _ = pair
    if days and moves(a.claim):
        fallen = there.low < a.low if days > 0 else a.low < there.low
        if fallen:
            return "the later figure is the smaller one"
        if side_by_side(a.claim, b.claim):
            return TWO_SPEAKERS
    if a.exact and there.exact:
        return "both are given as exact"
    return "their hedges do not admit both"


def _are_degrees(one: str | None, other: str | None) -> bool:
    """Whether one is in degrees and leaves the scale to the reader that the other tells."""
    if "degree" not in (one, other):
        return False
    return _TEMPERATURE in (units.dimension(one), units.dimension(other))


def _of_two_dimensions(a: Side, b: Side) -> Ruling:
    one, other = (told.unit or "a bare number" for told in (a, b))
    because = f"{one} and {other} do not measure the same thing"
    return Ruling(Verdict.SCOPE, "quantity.scope.dimension", because)
