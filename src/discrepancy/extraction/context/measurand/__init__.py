"""What a claim measures, dates or counts: whose, what, of what, where, of which event and period.

Each part is read by itself, and only where the words tell it: two that are told and differ make
two measurands, and what is not told decides nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy.claims import DateClaim, TimeClaim
from discrepancy.extraction.context.measurand.attachments import of, where
from discrepancy.extraction.context.measurand.bearers import bearer
from discrepancy.extraction.context.measurand.events import event
from discrepancy.extraction.context.measurand.heads import head
from discrepancy.extraction.context.measurand.periods import period
from discrepancy.extraction.context.measurand.view import View

__all__ = ["Measurand", "View", "measured"]


class Measurand(NamedTuple):
    """The parts of a measurand, as `Context` keeps them."""

    bearer: str | None = None
    head: str | None = None
    of: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    event: str | None = None
    period: str | None = None


def measured(
    view: View,
    verb: str | None,
    speaker: str | None,
    days: Sequence[DateClaim],
    times: Sequence[TimeClaim],
) -> Measurand:
    """Read the measurand of a figure, date or time; `verb` is the base form that governs it.

    Args:
        view: the claim in its sentence.
        verb: the base form of what governs it.
        speaker: who is credited with it, who bears nothing.
        days: the dates of the sentence.
        times: its clock times.
    """
    found = head(view, verb)
    whose = bearer(view, speaker)
    return Measurand(
        bearer=whose,
        head=found,
        of=of(view, found),
        where=where(view, whose),
        event=event(view, [] if view.key == "date" else days),
        period=period(view, times) if view.key not in ("date", "time") else None,
    )
