"""Two accounts of one day, told apart by the hours at which they were printed.

A toll of 3 at 10:15 and one of 7 at 21:30 is a toll that rose, where no text says when it held.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from discrepancy.calendar.printed_dates import clock_apart
from discrepancy.claims import Claim, QuantityClaim
from discrepancy.comparison.figures.motion import may_fall, moves, slipped
from discrepancy.comparison.rulings import Judge, Ruled, instead
from discrepancy.finding import Verdict
from discrepancy.source import Source

_APART = timedelta(minutes=30)
"""How far apart two accounts are printed at the least before the later one knows more."""


def by_the_hour(sources: Mapping[str, Source], compare: Judge) -> Judge:
    """A comparison that takes a figure which rose between two printings of a day for an update."""

    def compared(a: Claim, b: Claim) -> Ruled:
        found = compare(a, b)
        if found.verdict is not Verdict.CONFLICT or a.kind != "quantity" or b.kind != "quantity":
            return found
        apart = _printed_apart(a, b, sources)
        if apart is None or abs(apart) < _APART or not _may_have_moved(a, b, later=apart):
            return found
        because = f"the later figure was printed {clock_apart(abs(apart) / timedelta(minutes=1))}"
        return instead(found, Verdict.UPDATE, "quantity.update.hour", because)

    return compared


def _may_have_moved(a: QuantityClaim, b: QuantityClaim, later: timedelta) -> bool:
    if not moves(a) or not moves(b) or slipped(a.value, b.value):
        return False
    grew = b.value.low - a.value.low if later > timedelta() else a.value.low - b.value.low
    return grew > 0 or may_fall(a)


def _printed_apart(
    a: QuantityClaim, b: QuantityClaim, sources: Mapping[str, Source]
) -> timedelta | None:
    """By how much later `b` was printed on the day on which both figures held."""
    one, other = (_printed_at(claim, sources) for claim in (a, b))
    if one is None or other is None or (one.tzinfo is None) is not (other.tzinfo is None):
        return None
    return other - one


def _printed_at(claim: QuantityClaim, sources: Mapping[str, Source]) -> datetime | None:
    """When the claim was printed, where nothing in its text says that it held on another day."""
    source = sources.get(claim.source)
    if source is None or source.published_at is None or source.published is None:
        return None
    held = claim.context and claim.context.as_of
    return source.published_at if held in (None, source.published.isoformat()) else None
