"""Can two levels of one scale both be right? By the days on which they held."""

from discrepancy import tables
from discrepancy.calendar import edtf
from discrepancy.claims import StatusClaim
from discrepancy.comparison.figures.motion import TWO_SPEAKERS
from discrepancy.finding import Comparison, Verdict
from discrepancy.words import scales

NEAR = 1
"""Octants of the compass by which two directions may differ and both be right."""


def compare(a: StatusClaim, b: StatusClaim) -> Comparison | None:
    """Judge two levels of one scale that are taken to be of one thing; None: of two scales."""
    if a.scale != b.scale:
        return None
    if _denied(a) or _denied(b):
        return _of_denied(a, b)
    if a.level == b.level:
        return _told(Verdict.AGREEMENT, "agreement.equal", "both say the same state")
    if a.scale == "direction":
        return _directions(a, b)
    if not scales.scale(a.scale).ordered:
        return _told(Verdict.CONFLICT, "conflict.state", "the two states exclude each other")
    return _stages(a, b)


def _stages(a: StatusClaim, b: StatusClaim) -> Comparison:
    """Two levels of a scale on which one goes on to the other."""
    lower, higher = sorted((a, b), key=lambda claim: claim.level)
    if _narrowed(lower, higher, same=a.source == b.source):
        because = "one denies only the graver sort of what the other tells"
        return _told(Verdict.COMPATIBLE, "compatible.narrowed", because)
    if a.source == b.source:
        return _told(Verdict.CONFLICT, "conflict.speakers", TWO_SPEAKERS)
    here, there = (claim.context.as_of if claim.context else None for claim in (a, b))
    if here and there and not edtf.overlap(here, there):
        forward = (here < there) == (a.level < b.level)
        if forward or [lower.level, higher.level] != list(scales.scale(a.scale).opposed):
            return _on_two_days(forward=forward)
    if not here and not there and scales.scale(a.scale).subject and not (a.subject and b.subject):
        because = "neither a day nor a name makes them states of one person"
        return _told(Verdict.COMPATIBLE, "compatible.loose", because)
    return _on_one_day(lower, higher)


def _denied(claim: StatusClaim) -> bool:
    return claim.context is not None and claim.context.negated


def _of_denied(a: StatusClaim, b: StatusClaim) -> Comparison:
    """As of "nobody was arrested", which shuts out that state and no other."""
    if a.level != b.level:
        because = "one only denies another state than the other tells"
        return _told(Verdict.COMPATIBLE, "compatible.denied", because)
    if _denied(a) and _denied(b):
        return _told(Verdict.AGREEMENT, "agreement.equal", "both deny the same state")
    return _told(Verdict.CONFLICT, "conflict.denied", "one denies what the other tells")


def _narrowed(lower: StatusClaim, higher: StatusClaim, *, same: bool) -> bool:
    """Whether only what is grave is denied, and nothing grave told: "nobody was seriously hurt".

    Speakers whom one text sets against each other mean each other: there the lesser must be said.
    """
    denied, told = (set(claim.text.lower().split()) for claim in (lower, higher))
    grave = tables.words("titles", "grave")
    if lower.level or not denied & grave or told & (grave | tables.words("titles", "gravest")):
        return False
    return not same or bool(told & tables.words("titles", "slight"))


def _on_one_day(lower: StatusClaim, higher: StatusClaim) -> Comparison:
    """Two stages of one day, or of days that the texts do not tell."""
    opposed = scales.scale(lower.scale).opposed
    if lower.level > 0 and [lower.level, higher.level] != list(opposed):
        because = "one is a stage on the way to the other"
        return _told(Verdict.COMPATIBLE, "compatible.stage", because)
    if not tables.words("titles", "provisional").isdisjoint(lower.text.lower().split()):
        because = "one speaks of the time before the other"
        return _told(Verdict.UPDATE, "update.provisional", because)
    if opposed and lower.level not in opposed:
        because = "one could not tell yet what the other tells"
        return _told(Verdict.COMPATIBLE, "compatible.stage", because)
    return _told(Verdict.CONFLICT, "conflict.state", "the two states exclude each other")


def _on_two_days(*, forward: bool) -> Comparison:
    if forward:
        return _told(Verdict.UPDATE, "update.scale", "the later account has the later state")
    because = "the later account looks back on an earlier state"
    return _told(Verdict.COMPATIBLE, "compatible.backward", because)


def _directions(a: StatusClaim, b: StatusClaim) -> Comparison:
    apart = abs(a.level - b.level)
    if min(apart, 8 - apart) > NEAR:
        because = f"{a.value.text} and {b.value.text} of one place are two directions"
        return _told(Verdict.CONFLICT, "conflict.direction", because)
    because = "the two directions are neighbours on the compass"
    return _told(Verdict.COMPATIBLE, "compatible.direction", because)


def _told(verdict: Verdict, level: str, because: str) -> Comparison:
    return Comparison(verdict=verdict, level=f"status.{level}", because=because)
