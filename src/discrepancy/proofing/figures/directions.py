"""A figure that rose in the draft and fell in its sources, or the reverse: "up" for "down".

Which way a figure goes is asked of `alignment.ways`, for a draft as for a story.
"""

from collections.abc import Iterable

from discrepancy.alignment.measurands.ways import Ways, moved_from, opposed, told_ways
from discrepancy.claims import QuantityClaim
from discrepancy.proofing.ground import Match
from discrepancy.proofing.told import Told

NEAR = 0.2
"""How near a source must speak for the way that it gives a figure to be the draft's."""

OPPOSITE = "quantity.conflict.direction"


def turned(draft: Told, same: Iterable[Match], other: Iterable[Match]) -> Match | None:
    """The source that has the draft's figure going the other way, where none has it the same.

    Args:
        draft: a figure of the draft.
        same: the sources' claims that give it, the nearest first.
        other: those that give another, or the opposite.
    """
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    ways = _ways(draft)
    if not ways:
        return None
    told = [(match, _ways(match.told)) for match in same if match.near >= NEAR]
    against = [match for match, way in told if opposed(ways, way)]
    against += [match for match in other if match.near >= NEAR and _is_opposite(claim, match)]
    if any(ways & way and not opposed(ways, way) for _, way in told):
        return None
    return max(against, key=lambda match: match.near, default=None)


def _is_opposite(claim: QuantityClaim, match: Match) -> bool:
    other = match.claim
    assert isinstance(other, QuantityClaim)
    return match.compared.level == OPPOSITE and other.value.low == claim.value.low


def _ways(told: Told) -> Ways:
    claim, text = told.claim, told.source.text
    assert isinstance(claim, QuantityClaim)
    assert claim.context is not None
    first = min(claim.span.start, claim.hedge.start) if claim.hedge else claim.span.start
    last = max(claim.span.end, claim.noun.end) if claim.noun else claim.span.end
    behind = text[last : claim.context.sentence.end]
    before = text[claim.context.clause.start : first]
    return told_ways(before, behind, claim.value.trend) | moved_from(behind)
