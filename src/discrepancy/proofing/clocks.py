"""A clock time of the draft: does a source give it, of the same moment?"""

from discrepancy import comparison
from discrepancy.claims import CEILINGS, FLOORS, Bound, Claim, TimeClaim, TimeValue
from discrepancy.comparison.times import SHORTLY
from discrepancy.finding import Comparison, Verdict
from discrepancy.item import Status
from discrepancy.patterns import pattern
from discrepancy.proofing.ground import Ground, Match
from discrepancy.proofing.held import Held
from discrepancy.proofing.told import Told
from discrepancy.proofing.valued import ALIKE, Candidates, borne_out, candidates, crossed, differs

HOUR = 0.1
"""How near for "about 6 p.m." to bear "6pm" out."""

HALF_A_DAY = 720
"""Minutes."""

ROUND = 2
"""Minutes by which a time in words may miss the exact one."""

HEDGED = 10
"""Minutes by which "just before five" may miss it."""

NEARER = 0.45
"""How near a source must speak for its time to be the one that the draft should have."""

LOOSE = 0.3
"""How near a source must speak for a time of another zone or part of the day to bear one out."""


def hold(draft: Told, ground: Ground) -> Held:
    """What the sources make of a clock time of the draft."""
    found = candidates(draft, ground, _judged)
    against = max((match.near for match in found.other), default=0.0)
    same = tuple(match for match in found.same if _bears(match, against))
    points = tuple(m for m in found.other if not _is_part(m.claim))
    kept = Candidates(same, points)
    nearer = crossed(draft, kept, least=NEARER)
    if nearer is not None:
        because = "its own time is told of something else"
        return differs(draft, nearer, ground, "time.differs.crossed", because, kept.same[:1])
    if kept.same:
        return borne_out(draft, kept, ground)
    if kept.other and kept.other[0].near >= ALIKE / 2:
        return differs(draft, kept.other[0], ground, "time.differs.else", "", kept.other[1:3])
    because = f'No source gives "{draft.claim.text}", or another time of the same moment.'
    return Held(Status.NOT_FOUND, "time.not_found", because)


def _bears(match: Match, against: float) -> bool:
    """Whether a time that the ladder lets stand beside the draft's also says the same.

    What may be one moment in two zones yields to a nearer source that tells another moment.
    """
    if match.compared.level == "time.compatible.zone" and match.near < against:
        return False
    least = HOUR if match.compared.level == "time.compatible.about" else LOOSE
    return match.compared.verdict is not Verdict.COMPATIBLE or match.near >= least


def _bounded_alike(draft: Claim, other: Claim) -> bool:
    """Whether both are told as the earliest or as the latest moment."""
    if not isinstance(draft, TimeClaim) or not isinstance(other, TimeClaim):
        return False
    bounds = {draft.value.bound, other.value.bound}
    return bounds <= {*FLOORS} or bounds <= {*CEILINGS}


def _judged(draft: Told, other: Told) -> Comparison | None:
    compared = comparison.compare(draft.claim, other.claim)
    if compared.verdict is Verdict.CONFLICT and _in_round_words(draft.claim, other.claim):
        because = "in words a time is told to five minutes"
        return Comparison(verdict=Verdict.ROUNDING, level="time.rounding.words", because=because)
    away = abs(compared.difference or 0)
    if away == HALF_A_DAY and not _is_sure(draft.claim.text):
        because = "the same on the face of the clock"
        return Comparison(verdict=Verdict.ROUNDING, level="time.rounding.clock", because=because)
    if away > SHORTLY and _bounded_alike(draft.claim, other.claim):
        because = "both are told as the bound of one moment"  # "before 7:30", "before 5:30"
        return Comparison(verdict=Verdict.CONFLICT, level="time.conflict.bounds", because=because)
    return compared


def _in_round_words(draft: Claim, other: Claim) -> bool:
    """Whether "twenty past eleven" tells in round words a source's 11:21, or an end of its span."""
    if not isinstance(draft, TimeClaim) or not isinstance(other, TimeClaim):
        return False
    said = draft.text
    in_figures = not said[0].isalpha() or ":" in said or said.endswith("m")
    if in_figures or draft.value.zone != other.value.zone:
        return False
    ends = (TimeValue(time=end).minutes for end in (other.value.time, other.value.until) if end)
    away = ((end - draft.value.minutes) % HALF_A_DAY for end in ends)
    most = ROUND if draft.value.bound is Bound.EXACT else HEDGED
    return any(min(apart, HALF_A_DAY - apart) <= most for apart in away)


def _is_part(claim: Claim) -> bool:
    """Whether it is a part of the day: "night" is no other time than half past eight."""
    return isinstance(claim, TimeClaim) and claim.value.until is not None


def _is_sure(time: str) -> bool:
    """Whether the words tell the half of the day: "half past five" does not."""
    return _half().search(time) is not None


_half = pattern(r"(?i)[ap]\.?\s?m\b|morning|noon|evening|night|\b(?:1[3-9]|2[0-3]|0\d)[:.]?\d\d")
