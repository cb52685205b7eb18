"""The rungs of the ladder of figures: each looks at two that were made ready, and says or passes.

>>> from discrepancy.comparison.figures.sides import side
>>> from discrepancy.entries import claim
>>> a, b = (side(claim(told, measurand="range", source="a")) for told in ("6.1 km", "about 6 km"))
>>> rounding((a, b, b, 0, False))
(<Verdict.ROUNDING: 'rounding'>, 'quantity.rounding.digits', 'equal at the coarser precision')
"""

from collections.abc import Callable
from decimal import Decimal

from discrepancy import tables
from discrepancy.calendar.printed_dates import span_words
from discrepancy.claims import CEILINGS, FLOORS, Bound, Category
from discrepancy.comparison.figures.intervals import Ends, widest
from discrepancy.comparison.figures.motion import (
    counted_on,
    may_fall,
    moves,
    side_by_side,
    slipped,
    still_moving,
)
from discrepancy.comparison.figures.sides import Pair, Side, in_unit_of
from discrepancy.finding import Verdict

TOLERANCE = Decimal("0.02")
"""Converted figures are equal at the coarser precision, and never by more than this share."""

ROUNDED = TOLERANCE * 5
"""No figure that is rounded to its last digit departs from the converted one by a larger share."""

STRETCH = 2
"""Beyond this factor an open bound is not how the other figure would be put."""

_SHUT_OUT = (
    {Bound.AT_LEAST, Bound.LESS_THAN},
    {Bound.MORE_THAN, Bound.LESS_THAN},
    {Bound.MORE_THAN, Bound.AT_MOST},
)
"""Bounds of one figure of which no true figure can keep both: "at least 60", "fewer than 60"."""

Rung = tuple[Verdict, str, str]
"""The verdict, the level, and why."""

Judge = Callable[[Pair], Rung | None]


def agreement(pair: Pair) -> Rung | None:
    """One figure."""
    a, _, there, _, converted = pair
    if converted or a.low != there.low or a.high != there.high:
        return None
    if a.bound is there.bound:
        return Verdict.AGREEMENT, "quantity.agreement.equal", "both give the same figure"
    if {a.bound, there.bound} in _SHUT_OUT:
        because = "one bound begins where the other ends"
        return Verdict.CONFLICT, "quantity.conflict.bounds", because
    return Verdict.ROUNDING, "quantity.rounding.hedge", "one figure, hedged in different words"


def conversion(pair: Pair) -> Rung | None:
    """One figure in two units, rounded in either."""
    a, b, there, _, converted = pair
    if not converted:
        return None
    if a.low == b.low and _loose(a.unit, b.unit):
        return (
            Verdict.ROUNDING,
            "quantity.rounding.loose_unit",
            "news hardly tells these two units apart",
        )
    near = abs(a.low - there.low) <= TOLERANCE * max(abs(a.low), abs(there.low))
    if near or _rounded_to(a, b, there):
        return (
            Verdict.ROUNDING,
            "quantity.rounding.conversion",
            "the same after conversion of units",
        )
    return None


def _loose(*stated: str | None) -> bool:
    return set(stated) <= tables.words("movers", "loose_units")


def _rounded_to(a: Side, b: Side, there: Ends) -> bool:
    """621 miles is 999.4 km: right at the precision of 621, and 1,000 is right at its own."""
    if _rounds(a, there.low):
        return True
    back = in_unit_of(a, b)
    return back is not None and _rounds(b, back.low)


def _rounds(coarse: Side, fine: Decimal) -> bool:
    gap = abs(coarse.low - fine)
    return gap <= abs(coarse.low) * ROUNDED and gap <= coarse.step / 2


def rounding(pair: Pair) -> Rung | None:
    """One figure with digits left out."""
    a, _, there, _, _ = pair
    if a.low != a.high or there.low != there.high:
        return None
    gap = abs(a.low - there.low)
    if gap >= 1 and gap > widest() * max(abs(a.low), abs(there.low)):
        return None  # no digit that is left out makes such a difference
    coarse, fine = (a, there) if a.step >= there.step else (there, a)
    if a.category in (Category.MONEY, Category.PERCENT) and _cut_off(coarse.low, fine.low):
        return Verdict.ROUNDING, "quantity.rounding.whole", "one gives the whole number only"
    first, last = coarse.admitted
    if coarse.bound in (Bound.EXACT, Bound.ABOUT) and first <= fine.low <= last:
        return Verdict.ROUNDING, "quantity.rounding.digits", "equal at the coarser precision"
    return None


_PART = Decimal("0.02")
"""How far a part in words, "a third", lies from the percentage that it stands for: two points."""
_PART_SHARE = Decimal("0.08")
"""And by which share of itself: a tenth is not 12 percent."""


def round_part(pair: Pair) -> Rung | None:
    """A part in words for a percentage: "a third" of 32 percent, "two thirds" of 68."""
    a, b, there, _, _ = pair
    if {a.category, b.category} != {Category.RATIO, Category.PERCENT} or a.low != a.high:
        return None
    whole = Decimal(1) if a.category is Category.RATIO else Decimal(100)
    gap = abs(a.low - there.low)
    if there.low != there.high or gap > min(_PART * whole, _PART_SHARE * abs(a.low)):
        return None
    return Verdict.ROUNDING, "quantity.rounding.part", "a part in words stands for the percentage"


def _cut_off(coarse: Decimal, fine: Decimal) -> bool:
    return coarse == int(coarse) and int(fine) == coarse


def birthday(pair: Pair) -> Rung | None:
    """People grow older: by no more than the years between the two days, and one."""
    a, _, there, days, _ = pair
    grown = there.low - a.low if days > 0 else a.low - there.low
    if not a.aged or abs(days) < 2 or not 0 < grown <= abs(days) // 365 + 1:
        return None
    return Verdict.UPDATE, "quantity.update.birthday", "the person had grown older by then"


def counted_further(pair: Pair) -> Rung | None:
    """Votes of which a part was counted: shares and seats move until all are."""
    a, b, _, days, _ = pair
    if not days or not counted_on((a if days > 0 else b).claim):
        return None
    return Verdict.UPDATE, "quantity.update.count", "the earlier figure is of a count that went on"


def update(pair: Pair) -> Rung | None:
    """A figure that moves, on two days."""
    a, b, there, days, _ = pair
    if not days or not moves(a.claim) or not moves(b.claim) or side_by_side(a.claim, b.claim):
        return None
    if slipped(a, there):
        return None
    grew = there.low - a.low if days > 0 else a.low - there.low
    if grew <= 0 and not may_fall(a.claim):
        return None
    because = f"the later figure is {span_words(abs(days))} newer"
    return Verdict.UPDATE, "quantity.update.later", because


def compatible(pair: Pair) -> Rung | None:
    """Two hedges that admit one true figure."""
    a, _, there, _, _ = pair
    if a.bound is there.bound and _of_two_figures(pair):
        return None
    if _stretched(a, a, there) and undated(pair):
        return None
    (low, high), (other_low, other_high) = a.admitted, there.admitted
    if max(low, other_low) <= min(high, other_high):
        return Verdict.COMPATIBLE, "quantity.compatible.bounds", "the hedges admit both"
    return None


def _of_two_figures(pair: Pair) -> bool:
    """Whether two like bounds, open on one side, can hardly be of one figure.

    "As many as 8,000" is said of a figure close below; "as many as 10,000" of another one. And
    nobody who has "at least $450 million" before him says "at least $150 million".
    """
    a, b, there, _, _ = pair
    if a.bound in CEILINGS:
        return abs(a.low - there.low) > max(a.low, there.low) / 10
    settled = a.bound in FLOORS and not a.counted
    return settled and _stretched(a, a, there) and _stretched(b, there, a)


def _stretched(told: Side, here: Ends, there: Ends) -> bool:
    """Whether one figure lies where the other's open bound admits it to a logician alone.

    Nobody would say "at least 3,000" of 10,000.
    """
    if max(here.low, there.low) <= STRETCH * min(here.high, there.high):
        return False
    # what is typed in may be written out by whoever typed it
    return told.claim.entry is not None or any(map(str.isdigit, told.claim.text))


def run_ended(pair: Pair) -> Rung | None:
    """Seven games without a win, and the first win in eight: the run, and the run with its end."""
    one, other, there, *_ = pair
    a, b = one.claim.context, other.claim.context
    if a is None or b is None or a.negated is b.negated:
        return None
    without, ended = (one.low, there.low) if a.negated else (there.low, one.low)
    if not (one.predicate or other.predicate) or ended - without != 1 or without < 1:
        return None
    because = "one counts those without it, the other the one with it as well"
    return Verdict.COMPATIBLE, "quantity.compatible.run", because


def undated(pair: Pair) -> Rung | None:
    """Two texts of which one does not tell its day, and one says that the figure still moves."""
    one, other, *_ = pair
    a, b = one.claim, other.claim
    if (one.as_of and other.as_of) or a.source == b.source or not moves(a) or not moves(b):
        return None
    if not (still_moving(a) or still_moving(b)):
        return None
    because = "such a figure moves from day to day, and the texts do not tell which is later"
    return Verdict.UPDATE, "quantity.update.undated", because
