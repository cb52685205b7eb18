"""A part larger than its whole: 11,000 in the region, 10,000 in the country.

Which place lies in which is learnt from the story's own words (`alignment.nesting`).
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from discrepancy import words
from discrepancy.alignment.nesting import Nesting, narrowest, nesting_of
from discrepancy.calendar import edtf
from discrepancy.claims import Bound, Category, Claim, Modality, QuantityClaim
from discrepancy.comparison.figures.motion import moves
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.source import Source
from discrepancy.span import Span

SLACK = Decimal("1.05")
"""By so much a part may pass a hedged whole before the two cannot both be right."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each two figures of which the part is the larger."""
    inside = nesting_of(sources)
    if not inside:
        return ()
    return tuple(
        Group("quantity", (whole, part), (Link(whole, part, 0.0, judged=judged),))
        for part, whole in _nested(claims, inside)
        if (judged := _judge(part, whole))
    )


def _nested(
    claims: Sequence[Claim], inside: Nesting
) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    counts = [
        claim
        for claim in claims
        if isinstance(claim, QuantityClaim) and claim.category is Category.COUNT and claim.context
    ]
    places = [_place(claim, inside) for claim in counts]
    blocks: dict[object, list[int]] = {}
    for at, (claim, place) in enumerate(zip(counts, places, strict=True)):
        if place is not None and not _aside(claim):
            blocks.setdefault((_counted(claim), place), []).append(at)
    wholes: dict[str, list[str]] = {}
    for small, large in inside:
        wholes.setdefault(small, []).append(large)
    for part, place in zip(counts, places, strict=True):
        if place in wholes and not _aside(part):
            found = (blocks.get((_counted(part), large), ()) for large in wholes[place])
            for whole in (counts[at] for at in sorted(chain.from_iterable(found))):
                if part.source != whole.source or _sentence(part) != _sentence(whole):
                    yield part, whole


def _sentence(claim: QuantityClaim) -> Span | None:
    return claim.context.sentence if claim.context else None


def _counted(claim: QuantityClaim) -> tuple[object, ...]:
    """What is counted, and when: figures of which this is the same may be part and whole."""
    context = claim.context
    noun = words.noun_class(claim.value.unit or "")
    return (noun, context.predicate, context.frame) if context else (noun, None, None)


def _aside(claim: QuantityClaim) -> bool:
    context = claim.context
    return context is None or (
        context.negated
        or context.modality is not Modality.STATED
        or any(mark.startswith(("part", "addition")) for mark in context.qualifiers)
    )


def _place(claim: QuantityClaim, inside: Nesting) -> str | None:
    """The one place of a claim, the narrowest of those that lie in each other."""
    found = narrowest(frozenset(claim.context.places), inside) if claim.context else ()
    return next(iter(found)) if len(found) == 1 else None


def _judge(part: QuantityClaim, whole: QuantityClaim) -> Comparison | None:
    if whole.value.bound in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT) and _near(part, whole):
        return None
    if part.value.low <= whole.value.high or whole.value.bound is Bound.AT_LEAST:
        return None
    if moves(part) and not _one_time(part, whole):
        return None
    return Comparison(
        verdict=Verdict.CONFLICT,
        level="quantity.conflict.part_above_whole",
        difference=float((part.value.low - whole.value.low) / whole.value.low),
        because="the part is larger than its whole",
    )


def _near(part: QuantityClaim, whole: QuantityClaim) -> bool:
    return part.value.low <= whole.value.high * SLACK


def _one_time(part: QuantityClaim, whole: QuantityClaim) -> bool:
    """A whole that was counted earlier may be smaller."""
    days = [claim.context.as_of if claim.context else None for claim in (part, whole)]
    if part.source == whole.source:
        return True  # one text that tells both tells them side by side
    if not days[0] or not days[1]:
        return False
    return edtf.interval(days[0])[0] <= edtf.interval(days[1])[1]
