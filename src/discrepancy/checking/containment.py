"""A part larger than its whole: 11,000 in the region, 10,000 in the country.

Which place lies in which is learnt from the story's own words (`alignment.nesting`).
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from discrepancy import edtf, words
from discrepancy.alignment.nesting import Nesting, narrowest, nesting
from discrepancy.claims import Bound, Category, Claim, Context, Modality, QuantityClaim
from discrepancy.comparison.motion import moves
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.source import Source
from discrepancy.span import Span

SLACK = Decimal("1.05")
"""By so much a part may pass a hedged whole before the two cannot both be right."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each two figures of which the part is the larger."""
    inside = nesting(sources)
    if not inside:
        return ()
    return tuple(
        Group("quantity", (part, whole), (Link(part, whole, 0.0, judged=judged),))
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
    for part, whole in permutations(counts, 2):
        if part.source == whole.source and _sentence(part) == _sentence(whole):
            continue
        if _same_count(part, whole) and _inside(part, whole, inside):
            yield part, whole


def _sentence(claim: QuantityClaim) -> Span | None:
    return claim.context.sentence if claim.context else None


def _same_count(a: QuantityClaim, b: QuantityClaim) -> bool:
    one, other = a.context, b.context
    if not one or not other or one.frame != other.frame:
        return False
    if words.noun_class(a.value.unit or "") != words.noun_class(b.value.unit or ""):
        return False
    if one.predicate != other.predicate:
        return False
    return not any(_aside(context) for context in (one, other))


def _aside(context: Context) -> bool:
    return (
        context.negated
        or context.modality is not Modality.STATED
        or any(mark.startswith(("part", "addition")) for mark in context.qualifiers)
    )


def _inside(part: QuantityClaim, whole: QuantityClaim, inside: Nesting) -> bool:
    here, there = (
        narrowest(frozenset(c.context.places), inside) for c in (part, whole) if c.context
    )
    return len(here) == len(there) == 1 and (*here, *there) in inside


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
