"""Can two figures of one measurand both be right? The ladder, most charitable rung first.

A figure is an interval (`intervals`); the rungs ask in turn whether the two are the same,
round to the same, are both admitted by their hedges, or moved on between two days.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache

from discrepancy import tables, units
from discrepancy.claims import (
    CEILINGS,
    FLOORS,
    Bound,
    Category,
    QuantityClaim,
)
from discrepancy.comparison.intervals import Ends, Stated, interval, precision, widest
from discrepancy.comparison.motion import (
    TWO_SPEAKERS,
    as_of_order,
    counted_on,
    may_fall,
    moves,
    side_by_side,
    slipped,
    still_moving,
)
from discrepancy.comparison.periods import other_periods, same_class
from discrepancy.comparison.slips import slip
from discrepancy.finding import Comparison, Verdict

TOLERANCE = Decimal("0.02")
"""Converted figures are equal at the coarser precision, and never by more than this share."""

STRETCH = 2
"""Beyond this factor an open bound is not how the other figure would be put."""


def compare(a: QuantityClaim, b: QuantityClaim) -> Comparison:
    """Judge two figures that are taken to be of one measurand."""
    if _is_rate(a.value.unit, b.value.unit) and (over := other_periods(a, b)):
        return over
    there = in_unit_of(b, a)
    if there is None:
        return _scope(a, b)
    here = a.value
    difference = _share(here, there)
    if apart := _measurands(a, b):
        return Comparison(
            verdict=Verdict.SCOPE,
            level="quantity.scope.measurand",
            difference=difference,
            because=f"two measurands: {apart[0]} and {apart[1]}",
        )
    if _opposed(a, b):
        return Comparison(
            verdict=Verdict.CONFLICT,
            level="quantity.conflict.direction",
            difference=difference,
            because="one says it rose, the other that it fell",
        )
    converted = isinstance(there, Ends) and _is_converted(a, b, here, there)
    for rung in _rungs(a, b, here, there, converted):
        found = rung(a, b, here, there, converted)
        if found:
            verdict, level, because = found
            return Comparison(
                verdict=verdict,
                level=f"quantity.{level}",
                difference=difference,
                because=because,
            )
    level, because = slip(a, b, here, there) or ("else", _apart(a, b, here, there))
    return Comparison(
        verdict=Verdict.CONFLICT,
        level=f"quantity.conflict.{level}",
        difference=difference,
        because=because,
    )


def _is_rate(unit: str | None, other: str | None) -> bool:
    """Whether two units differ and one is told for each of something."""
    return unit != other and ("/" in (unit or "") or "/" in (other or ""))


def _is_converted(a: QuantityClaim, b: QuantityClaim, here: Stated, there: Ends) -> bool:
    """Whether the change of units left a difference that it may have made."""
    if not units.is_physical(a.value.unit):
        return False
    return there != (here.low, here.high, here.bound) or a.value.trend is not b.value.trend


def in_unit_of(claim: QuantityClaim, other: QuantityClaim) -> Stated | None:
    """The value of `claim` in the unit of `other`; None where they measure different things."""
    value, unit, to = claim.value, claim.value.unit, other.value.unit
    if (claim.category is Category.AGE) != (other.category is Category.AGE):
        return None
    if unit == to:
        return value
    if claim.category is not other.category and {claim.category, other.category} == _SHARES:
        scale = Decimal(100) if claim.category is Category.RATIO else Decimal("0.01")
        return Ends(value.low * scale, value.high * scale, value.bound)
    if unit is None or to is None:
        return None
    if units.is_physical(unit) and units.is_physical(to):
        change = value.trend is not None
        low = units.convert(value.low, unit, to, change=change)
        high = (
            low if value.high == value.low else units.convert(value.high, unit, to, change=change)
        )
        return None if low is None or high is None else Ends(low, high, value.bound)
    if units.rate(unit)[1] != units.rate(to)[1]:
        return None  # what is paid for each head, and for each household
    if units.dimension(unit) == units.dimension(to) or same_class(unit, to):
        return value
    return None


_SHARES = {Category.RATIO, Category.PERCENT}
"""One in five, and 20 per cent."""


def _measurands(a: QuantityClaim, b: QuantityClaim) -> tuple[str, str] | None:
    """The two known events or measurands that govern them, where these differ."""
    one = a.context.predicate if a.context else None
    other = b.context.predicate if b.context else None
    return (one, other) if one and other and one != other else None


_Rung = tuple[Verdict, str, str] | None

_Judge = Callable[[QuantityClaim, QuantityClaim, Stated, Stated, bool], _Rung]


def _agreement(
    a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated, converted: bool
) -> _Rung:
    if converted or here.low != there.low or here.high != there.high:
        return None
    if here.bound is there.bound:
        return Verdict.AGREEMENT, "agreement.equal", "both give the same figure"
    return Verdict.ROUNDING, "rounding.hedge", "one figure, hedged in different words"


def _conversion(
    a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated, converted: bool
) -> _Rung:
    if not converted:
        return None
    if a.value.low == b.value.low and _loose(a.value.unit, b.value.unit):
        return Verdict.ROUNDING, "rounding.loose_unit", "news hardly tells these two units apart"
    near = abs(here.low - there.low) <= TOLERANCE * max(abs(here.low), abs(there.low))
    if near or _rounded_to(a, b, here, there):
        return Verdict.ROUNDING, "rounding.conversion", "the same after conversion of units"
    return None


def _loose(*stated: str | None) -> bool:
    return set(stated) <= tables.words("movers", "loose_units")


def _rounded_to(a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated) -> bool:
    """621 miles is 999.4 km: right at the precision of 621, and 1,000 is right at its own."""
    if _rounds(here.low, there.low):
        return True
    back = in_unit_of(a, b)
    return back is not None and _rounds(b.value.low, back.low)


def _rounding(
    a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated, converted: bool
) -> _Rung:
    if here.low != here.high or there.low != there.high:
        return None
    gap = abs(here.low - there.low)
    if gap >= 1 and gap > widest() * max(abs(here.low), abs(there.low)):
        return None  # no digit that is left out makes such a difference
    coarse, fine = sorted((here, there), key=lambda value: precision(value.low), reverse=True)
    first, last = interval(coarse)
    cut_off = coarse.low == int(coarse.low) and int(fine.low) == coarse.low
    if cut_off and a.category in (Category.MONEY, Category.PERCENT):
        return Verdict.ROUNDING, "rounding.whole", "one gives the whole number only"
    if coarse.bound in (Bound.EXACT, Bound.ABOUT) and first <= fine.low <= last:
        return Verdict.ROUNDING, "rounding.digits", "equal at the coarser precision"
    return None


def _counted_on(
    a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated, converted: bool
) -> _Rung:
    """Votes of which a part was counted: shares and seats move until all are."""
    days = as_of_order(a, b)
    earlier = a if days > 0 else b
    if not days or not counted_on(earlier):
        return None
    return Verdict.UPDATE, "update.count", "the earlier figure is of a count that went on"


def _update(
    a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated, converted: bool
) -> _Rung:
    days = as_of_order(a, b)
    if not days or not moves(a) or not moves(b) or side_by_side(a, b):
        return None
    if slipped(here, there):
        return None
    grew = there.low - here.low if days > 0 else here.low - there.low
    if grew > 0 or may_fall(a):
        return (
            Verdict.UPDATE,
            "update.later",
            f"the later figure is {abs(days)} day{'s' if abs(days) > 1 else ''} newer",
        )
    return None


def _compatible(
    a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated, converted: bool
) -> _Rung:
    (low, high), (other_low, other_high) = interval(here), interval(there)
    if here.bound is there.bound and _of_two_figures(a, b, here, there):
        return None
    if _stretched(a, here, there) and _undated(a, b, here, there, converted):
        return None
    if max(low, other_low) <= min(high, other_high):
        return Verdict.COMPATIBLE, "compatible.bounds", "the hedges admit both"
    return None


def _of_two_figures(a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated) -> bool:
    """Whether two like bounds, open on one side, can hardly be of one figure.

    "As many as 8,000" is said of a figure close below; "as many as 10,000" of another one. And
    nobody who has "at least $450 million" before him says "at least $150 million".
    """
    if here.bound in CEILINGS:
        return abs(here.low - there.low) > max(here.low, there.low) / 10
    settled = here.bound in FLOORS and a.category is not Category.COUNT
    return settled and _stretched(a, here, there) and _stretched(b, there, here)


def _stretched(a: QuantityClaim, here: Stated, there: Stated) -> bool:
    """Whether one figure lies where the other's open bound admits it to a logician alone.

    Nobody would say "at least 3,000" of 10,000.
    """
    # what is typed in may be written out by whoever typed it
    in_digits = a.entry is not None or any(character.isdigit() for character in a.text)
    return in_digits and max(here.low, there.low) > STRETCH * min(here.high, there.high)


def _birthday(
    a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated, converted: bool
) -> _Rung:
    """People grow older: by no more than the years between the two days, and one."""
    days = as_of_order(a, b)
    grown = there.low - here.low if days > 0 else here.low - there.low
    if a.category is not Category.AGE or abs(days) < 2 or not 0 < grown <= abs(days) // 365 + 1:
        return None
    return Verdict.UPDATE, "update.birthday", "the person had grown older by then"


def _undated(
    a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated, converted: bool
) -> _Rung:
    """Two texts of which one does not tell its day, and one says that the figure still moves."""
    days = [claim.context and claim.context.as_of for claim in (a, b)]
    if all(days) or a.source == b.source or not moves(a) or not moves(b):
        return None
    if not (still_moving(a) or still_moving(b)):
        return None
    because = "such a figure moves from day to day, and the texts do not tell which is later"
    return Verdict.UPDATE, "update.undated", because


_RUNGS = (
    (_agreement, "always"),
    (_conversion, "converted"),
    (_rounding, "always"),
    (_birthday, "of two days"),
    (_counted_on, "of two days"),
    (_update, "of two days"),
    (_compatible, "hedged"),
    (_undated, "counts"),
)
"""The rungs in their order, each with when it can hold at all: most pairs need three of them."""


def _rungs(
    a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated, converted: bool
) -> tuple[_Judge, ...]:
    return _ladder(
        converted,
        as_of_order(a, b) != 0,
        here.bound is not Bound.EXACT or there.bound is not Bound.EXACT,
        a.category is Category.COUNT and b.category is Category.COUNT,
    )


@cache
def _ladder(converted: bool, dated: bool, hedged: bool, counts: bool) -> tuple[_Judge, ...]:
    holds = {
        "always": True,
        "converted": converted,
        "of two days": dated,
        "hedged": hedged,
        "counts": counts,
    }
    return tuple(rung for rung, when in _RUNGS if holds[when])


def _rounds(coarse: Decimal, fine: Decimal) -> bool:
    gap = abs(coarse - fine)
    return gap <= abs(coarse) * TOLERANCE * 5 and gap <= precision(coarse) / 2


def _opposed(a: QuantityClaim, b: QuantityClaim) -> bool:
    trend, other = a.value.trend, b.value.trend
    return trend is not None and other is not None and trend is not other


def _share(here: Stated, there: Stated) -> float | None:
    return float((there.low - here.low) / abs(here.low)) if here.low else None


def _apart(a: QuantityClaim, b: QuantityClaim, here: Stated, there: Stated) -> str:
    days = as_of_order(a, b)
    if days and moves(a):
        fallen = there.low < here.low if days > 0 else here.low < there.low
        if fallen:
            return "the later figure is the smaller one"
        if side_by_side(a, b):
            return TWO_SPEAKERS
    if here.bound is Bound.EXACT and there.bound is Bound.EXACT:
        return "both are given as exact"
    return "their hedges do not admit both"


def _scope(a: QuantityClaim, b: QuantityClaim) -> Comparison:
    return Comparison(
        verdict=Verdict.SCOPE,
        level="quantity.scope.dimension",
        because=f"{a.value.unit or 'a bare number'} and {b.value.unit or 'a bare number'} "
        "do not measure the same thing",
    )
