"""A bracketed conversion that does not give what stands before it: "10 km (62 miles)"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from discrepancy import units
from discrepancy.claims import Claim, QuantityClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.source import Source

LOOSE = Decimal("0.15")
"""Newsrooms round both sides: "about 5 miles (8 km)", "10 metres (30 feet)"; beyond this share
the conversion is wrong, not rounded."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each conversion that fails."""
    texts = {source.id: source.text for source in sources}
    return tuple(
        Group("quantity", (whole, part), (Link(whole, part, 0.0, judged=judged),))
        for whole, part in _conversions(claims)
        if "(" in texts[part.source][whole.span.end : part.span.start]
        and (judged := _judge(whole, part))
    )


def _conversions(claims: Sequence[Claim]) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    figures = [claim for claim in claims if isinstance(claim, QuantityClaim)]
    at = {(claim.source, claim.span): claim for claim in figures}
    for claim in figures:
        stated = claim.converts and at.get((claim.source, claim.converts))
        if stated:
            yield stated, claim


def _judge(stated: QuantityClaim, repeated: QuantityClaim) -> Comparison | None:
    unit, to = stated.value.unit, repeated.value.unit
    if not unit or not to or not (units.is_physical(unit) and units.is_physical(to)):
        return None  # what a currency was worth that day is for the text to say
    ends = zip(
        (stated.value.low, stated.value.high),
        (repeated.value.low, repeated.value.high),
        strict=True,
    )
    for figure, given in ends:
        right = units.convert(figure, unit, to)
        if right is None or abs(right - given) <= LOOSE * max(abs(right), abs(given)):
            return None
    assert right is not None
    return Comparison(
        verdict=Verdict.CONFLICT,
        level="quantity.conflict.conversion",
        difference=float((given - right) / right) if right else None,
        because=f"{stated.text} are {right:.4g} {to}, not {repeated.text}",
    )
