"""Can two figures of one measurand both be right? The ladder, most charitable rung first.

A figure is an interval (`intervals`); the rungs ask in turn whether the two are the same,
round to the same, are both admitted by their hedges, or moved on between two days.
"""

from decimal import Decimal

from discrepancy import tables, units
from discrepancy.claims import (
    CEILINGS,
    FLOORS,
    Bound,
    Category,
    QuantityClaim,
    QuantityValue,
    Trend,
)
from discrepancy.comparison.intervals import interval, precision
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
    if over := other_periods(a, b):
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
    converted = a.value.unit != b.value.unit and units.is_physical(a.value.unit) and here != there
    for rung in _RUNGS:
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


def in_unit_of(claim: QuantityClaim, other: QuantityClaim) -> QuantityValue | None:
    """The value of `claim` in the unit of `other`; None where they measure different things."""
    value, unit, to = claim.value, claim.value.unit, other.value.unit
    if (claim.category is Category.AGE) != (other.category is Category.AGE):
        return None
    if unit == to:
        return value
    if {claim.category, other.category} == {Category.RATIO, Category.PERCENT}:
        scale = Decimal(100) if claim.category is Category.RATIO else Decimal("0.01")
        return value.model_copy(update={"low": value.low * scale, "high": value.high * scale})
    if unit is None or to is None:
        return None
    if units.is_physical(unit) and units.is_physical(to):
        change = value.trend is not None
        low, high = (units.convert(end, unit, to, change=change) for end in (value.low, value.high))
        if low is None or high is None:
            return None
        return value.model_copy(update={"low": low, "high": high, "unit": to})
    if units.rate(unit)[1] != units.rate(to)[1]:
        return None  # what is paid for each head, and for each household
    if units.dimension(unit) == units.dimension(to) or same_class(unit, to):
        return value.model_copy(update={"unit": to})
    return None


def _measurands(a: QuantityClaim, b: QuantityClaim) -> tuple[str, str] | None:
    """The two known events or measurands that govern them, where these differ."""
    one, other = (claim.context.predicate if claim.context else None for claim in (a, b))
    return (one, other) if one and other and one != other else None


_Rung = tuple[Verdict, str, str] | None


def _agreement(
    a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue, converted: bool
) -> _Rung:
    if (here.low, here.high) != (there.low, there.high) or converted:
        return None
    if here.bound is there.bound:
        return Verdict.AGREEMENT, "agreement.equal", "both give the same figure"
    return Verdict.ROUNDING, "rounding.hedge", "one figure, hedged in different words"


def _conversion(
    a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue, converted: bool
) -> _Rung:
    if not converted:
        return None
    stated = {a.value.unit, b.value.unit}
    if a.value.low == b.value.low and stated <= tables.words("movers", "loose_units"):
        return Verdict.ROUNDING, "rounding.loose_unit", "news hardly tells these two units apart"
    # 621 miles is 999.4 km: right at the precision of 621, and 1,000 is right at its own.
    back = in_unit_of(a, b)
    rounded = _rounds(here.low, there.low) or (back and _rounds(b.value.low, back.low))
    near = abs(here.low - there.low) <= TOLERANCE * max(abs(here.low), abs(there.low))
    if rounded or near:
        return Verdict.ROUNDING, "rounding.conversion", "the same after conversion of units"
    return None


def _rounding(
    a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue, converted: bool
) -> _Rung:
    if here.low != here.high or there.low != there.high:
        return None
    coarse, fine = sorted((here, there), key=lambda value: precision(value.low), reverse=True)
    first, last = interval(coarse)
    cut_off = coarse.low == int(coarse.low) and int(fine.low) == coarse.low
    if cut_off and a.category in (Category.MONEY, Category.PERCENT):
        return Verdict.ROUNDING, "rounding.whole", "one gives the whole number only"
    if coarse.bound in (Bound.EXACT, Bound.ABOUT) and first <= fine.low <= last:
        return Verdict.ROUNDING, "rounding.digits", "equal at the coarser precision"
    return None


def _counted_on(
    a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue, converted: bool
) -> _Rung:
    """Votes of which a part was counted: shares and seats move until all are."""
    days = as_of_order(a, b)
    earlier = a if days > 0 else b
    if not days or not counted_on(earlier):
        return None
    return Verdict.UPDATE, "update.count", "the earlier figure is of a count that went on"


def _update(
    a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue, converted: bool
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
    a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue, converted: bool
) -> _Rung:
    (low, high), (other_low, other_high) = interval(here), interval(there)
    if here.bound is Bound.EXACT and there.bound is Bound.EXACT:
        return None
    if here.bound is there.bound and _of_two_figures(a, b, here, there):
        return None
    if _stretched(a, here, there) and _undated(a, b, here, there, converted):
        return None
    if max(low, other_low) <= min(high, other_high):
        return Verdict.COMPATIBLE, "compatible.bounds", "the hedges admit both"
    return None


def _of_two_figures(
    a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue
) -> bool:
    """Whether two like bounds, open on one side, can hardly be of one figure.

    "As many as 8,000" is said of a figure close below; "as many as 10,000" of another one. And
    nobody who has "at least $450 million" before him says "at least $150 million".
    """
    if here.bound in CEILINGS:
        return abs(here.low - there.low) > max(here.low, there.low) / 10
    settled = here.bound in FLOORS and a.category is not Category.COUNT
    return settled and _stretched(a, here, there) and _stretched(b, there, here)


def _stretched(a: QuantityClaim, here: QuantityValue, there: QuantityValue) -> bool:
    """Whether one figure lies where the other's open bound admits it to a logician alone.

    Nobody would say "at least 3,000" of 10,000.
    """
    in_digits = any(character.isdigit() for character in a.text)
    return in_digits and max(here.low, there.low) > STRETCH * min(here.high, there.high)


def _birthday(
    a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue, converted: bool
) -> _Rung:
    """People grow older: by no more than the years between the two days, and one."""
    days = as_of_order(a, b)
    grown = there.low - here.low if days > 0 else here.low - there.low
    if a.category is not Category.AGE or abs(days) < 2 or not 0 < grown <= abs(days) // 365 + 1:
        return None
    return Verdict.UPDATE, "update.birthday", "the person had grown older by then"


def _undated(
    a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue, converted: bool
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
    _agreement,
    _conversion,
    _rounding,
    _birthday,
    _counted_on,
    _update,
    _compatible,
    _undated,
)


def _rounds(coarse: Decimal, fine: Decimal) -> bool:
    step = precision(coarse)
    return abs(coarse - fine) <= step / 2 and abs(coarse - fine) <= abs(coarse) * TOLERANCE * 5


def _opposed(a: QuantityClaim, b: QuantityClaim) -> bool:
    return {a.value.trend, b.value.trend} == {Trend.UP, Trend.DOWN}


def _share(here: QuantityValue, there: QuantityValue) -> float | None:
    return float((there.low - here.low) / abs(here.low)) if here.low else None


def _apart(a: QuantityClaim, b: QuantityClaim, here: QuantityValue, there: QuantityValue) -> str:
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
