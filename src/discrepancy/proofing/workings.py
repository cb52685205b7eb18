"""A figure that no source gives, worked out from what they give.

A duration from its two ends, a sum or a difference of two figures, an age from a day of birth,
"doubled" from two figures. The parts must stand in one source, and speak of the draft's thing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from discrepancy import edtf, units
from discrepancy.claims import Bound, Category, DateClaim, QuantityClaim, TimeClaim
from discrepancy.comparison.intervals import Ends, Stated
from discrepancy.item import Status
from discrepancy.printed_figures import printed
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import Held, passage
from discrepancy.proofing.told import Told
from discrepancy.words import noun_class

ALIKE = 0.12
"""How near the sentences of the two parts must speak to that of the draft."""

DAY = 24 * 60
ROUGH = Decimal("0.12")
"""Share by which a hedged figure may miss what is worked out ("nearly four weeks")."""

CLOSE = 1
"""Sentences within which two figures are summed."""

SUMMED = 0.2
"""How near each of two figures must speak to the draft's to be summed: many pairs make any sum."""


class Part(NamedTuple):
    """One of the two things that a figure is worked out from."""

    told: Told
    value: Decimal


def hold(draft: Told, ground: Ground) -> Held | None:
    """The working that bears a figure of the draft out, if there is one."""
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    ways = (_spell, _years, _sum, _multiple)
    for way in ways:
        for one, other, words in way(claim, draft, ground):
            around = one.told.sentence | other.told.sentence | one.told.around
            if ground.weights.alike(draft.sentence, around) < ALIKE:
                continue
            shown = (passage(one.told.claim, "derived"), passage(other.told.claim, "derived"))
            source = one.told.source
            because = f"{source.outlet or source.id} gives the parts: {words}."
            return Held(
                Status.BORNE_OUT,
                f"quantity.derived{way.__name__.replace('_', '.')}",
                because,
                shown,
            )
    return None


def _fits(told: Stated, worked: Decimal) -> bool:
    low, high = told.low, told.high
    if told.bound is Bound.EXACT:
        return low <= worked <= high
    return low * (1 - ROUGH) <= worked <= high * (1 + ROUGH)


def _in_minutes(claim: QuantityClaim) -> Ends | None:
    """A duration in whole minutes; None where it has no unit of time."""
    ends = [
        units.convert(end, claim.value.unit, "minute") if claim.value.unit else None
        for end in (claim.value.low, claim.value.high)
    ]
    low, high = ends
    if low is None or high is None:
        return None
    return Ends(low.to_integral_value(), high.to_integral_value(), claim.value.bound)


def _spell(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[tuple[Part, Part, str]]:
    """A duration from two clock times, or from two days."""
    if claim.category is not Category.DURATION:
        return
    minutes = _in_minutes(claim)
    if minutes is None:
        return
    for one, other in _pairs(_clocks(ground)):
        gap = abs(one.value - other.value)
        for apart in (gap, DAY - gap):
            if apart and _fits(minutes, apart):
                yield one, other, _both(one, other)
    for one, other in _pairs(_days(ground)):
        if one.value != other.value and _fits(minutes, abs(one.value - other.value) * DAY):
            yield one, other, _both(one, other)


def _both(one: Part, other: Part) -> str:
    """The two ends as their source writes them; the sentence sets its own full stop."""
    return f"{one.told.claim.text} and {other.told.claim.text.removesuffix('.')}"


def _years(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[tuple[Part, Part, str]]:
    """An age from the day of birth and the day of the news."""
    if claim.category is not Category.AGE:
        return
    for one in ground.told("date"):
        born, last = one.claim, one.source.published
        if not isinstance(born, DateClaim) or "bear" not in one.sentence or not last:
            continue
        if draft.bearer and not draft.bearer & one.sentence:
            continue
        told = born.value.edtf
        if told and edtf.precision(told) in ("day", "month", "year"):
            first = edtf.interval(told)[0]
            years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
            if _fits(claim.value, Decimal(years)):
                part = Part(one, Decimal(years))
                yield part, part, f"born {born.text}, printed {last.isoformat()}"


def _sum(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[tuple[Part, Part, str]]:
    """The sum or the difference of two figures of one kind that stand close together."""
    if claim.category not in (Category.COUNT, Category.MONEY, Category.NUMBER):
        return
    if claim.context and "addition" in claim.context.qualifiers:
        return  # "eight more" is what came on top, no total
    for one, other in _pairs(_figures(claim, ground)):
        here, there = one.value, other.value
        low, high = sorted((here, there))
        if low <= 0 or _far(one, other) or here == there:
            continue
        if min(ground.weights.near(draft, part.told) for part in (one, other)) < SUMMED:
            continue
        for total, sign in ((low + high, "+"), (high - low, "-")):
            if _fits(claim.value, total) and claim.value.low > 1:
                yield one, other, f"{printed(high)} {sign} {printed(low)} = {printed(total)}"


def _multiple(
    claim: QuantityClaim, draft: Told, ground: Ground
) -> Iterator[tuple[Part, Part, str]]:
    """Twice ("doubled"), where two figures of one unit close together are such a multiple."""
    if claim.category is not Category.RATIO or claim.value.low < 2:
        return
    for one, other in _pairs(
        Part(told, told.claim.value.low)
        for told in ground.told("quantity")
        if isinstance(told.claim, QuantityClaim) and told.claim.value.low > 0
    ):
        a, b = one.told.claim, other.told.claim
        assert isinstance(a, QuantityClaim)
        assert isinstance(b, QuantityClaim)
        low, high = sorted((one.value, other.value))
        if a.value.unit == b.value.unit and not _far(one, other) and _near(high / low, claim):
            yield one, other, f"{a.text} and {b.text}"


def _near(ratio: Decimal, claim: QuantityClaim) -> bool:
    return abs(ratio - claim.value.low) <= claim.value.low * ROUGH


def _figures(claim: QuantityClaim, ground: Ground) -> Iterator[Part]:
    unit = claim.value.unit or ""
    for told in ground.told("quantity"):
        other = told.claim
        assert isinstance(other, QuantityClaim)
        if other.value.low != other.value.high or other.value.bound is not Bound.EXACT:
            continue
        same = other.value.unit == claim.value.unit or (
            claim.category is Category.COUNT
            and noun_class(other.value.unit or "") == noun_class(unit)
        )
        if other.category is claim.category and same:
            yield Part(told, other.value.low)


def _clocks(ground: Ground) -> Iterator[Part]:
    for told in ground.told("time"):
        claim = told.claim
        if isinstance(claim, TimeClaim) and claim.value.until is None:
            yield Part(told, Decimal(claim.value.minutes))


def _days(ground: Ground) -> Iterator[Part]:
    for told in ground.told("date"):
        day = told.claim.value.edtf if isinstance(told.claim, DateClaim) else None
        if day and edtf.precision(day) == "day" and not day.startswith("XXXX"):
            yield Part(told, Decimal(edtf.interval(day)[0].toordinal()))


def _pairs(parts: Iterable[Part]) -> Iterator[tuple[Part, Part]]:
    """Two parts of one source each."""
    held: dict[str, list[Part]] = {}
    for part in parts:
        held.setdefault(part.told.source.id, []).append(part)
    for found in held.values():
        yield from combinations(found, 2)


def _far(one: Part, other: Part) -> bool:
    """Whether two figures stand too far apart to be summed by a reader."""
    a, b = one.told, other.told
    spans = a.source.layout.sentences if a.source.layout else ()
    here, there = (
        bisect_right(spans, told.claim.span.start, key=lambda span: span.start) for told in (a, b)
    )
    return abs(here - there) > CLOSE
