"""A share that is told twice: "35 of the 40 houses (50 percent)"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from discrepancy.claims import Bound, Category, Claim, QuantityClaim
from discrepancy.comparison.figures.intervals import interval
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.patterns import pattern
from discrepancy.source import Source
from discrepancy.span import Span

SLACK = Decimal(1)
"""Percentage points by which newsrooms round such a share."""

Told = tuple[QuantityClaim, QuantityClaim, Decimal]
"""A part, the percentage given for it, and the percentage that it is."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each part of a stated whole whose percentage stands beside it."""
    texts = {source.id: source.text for source in sources}
    return tuple(
        Group("quantity", (part, given), (Link(part, given, 0.0, judged=_judge(given, made)),))
        for part, given, made in _told(claims, texts)
    )


def _told(claims: Sequence[Claim], texts: dict[str, str]) -> Iterator[Told]:
    figures = [claim for claim in claims if isinstance(claim, QuantityClaim)]
    at = {(claim.source, claim.span): claim for claim in figures}
    parts = [(part, made, end) for part in figures for made, end in _share(part, at)]
    shares = [claim for claim in figures if claim.category is Category.PERCENT]
    for part, made, end in parts:
        for given in shares:
            start = min(given.span.start, given.hedge.start if given.hedge else given.span.start)
            beside = given.source == part.source and end < start <= end + 8
            if beside and _between().fullmatch(texts[part.source], end, start):
                yield part, given, made


def _share(
    part: QuantityClaim, at: dict[tuple[str, Span], QuantityClaim]
) -> Iterator[tuple[Decimal, int]]:
    """How many per cent the part is, and where its words end; nothing for a hedged part."""
    end = max(part.span.end, part.noun.end if part.noun else 0)
    if part.value.bound is not Bound.EXACT or part.value.low != part.value.high:
        return
    if part.category is Category.RATIO and part.value.unit is None:
        yield part.value.low * 100, end
    whole = at.get((part.source, part.part_of)) if part.part_of else None
    if whole and whole.value.low == whole.value.high > 0 and whole.value.bound is Bound.EXACT:
        last = max(end, whole.span.end, whole.noun.end if whole.noun else 0)
        near = last - end < 40  # "Of the 40 houses, 35 (88 percent)" has the whole before it
        yield part.value.low / whole.value.low * 100, last if near else end


def _judge(given: QuantityClaim, made: Decimal) -> Comparison:
    low, high = interval(given.value)
    if low - SLACK <= made <= high + SLACK:
        return Comparison(
            verdict=Verdict.AGREEMENT,
            level="quantity.agreement.share",
            because=f"they are {made:.3g} percent",
        )
    return Comparison(
        verdict=Verdict.CONFLICT,
        level="quantity.conflict.share",
        because=f"they are {made:.3g} percent, not {given.text}",
    )


_between = pattern(r" \(|,? or | [-–—] ")
"""The words after which one figure is told again as a share: " (", ", or "."""
