"""The day on which a statement held: the day it was said, where the text tells, else printed.

What still moves holds when it is told: "24 died in Monday's fire" is the count of the printing
day. What the event settled (the boats that were seized, the magnitude, the hour) holds from the
day in focus: "on Thursday the navy seized three boats".
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from discrepancy import edtf
from discrepancy.claim import Bound, Category, Claim, DateClaim
from discrepancy.source import Source
from discrepancy.tables import words

DAYS_OF_STORY = timedelta(days=10)
"""How far from publication a day may lie and still be one on which the story was told."""

_WEEK = timedelta(days=7)

_SETTLED = (Category.COUNT, Category.MEASURE, Category.MAGNITUDE, Category.DURATION)


def is_settled(claim: Claim, predicate: str | None) -> bool:
    """Whether a claim is of a finished event, not of a count or state that moves on."""
    if claim.kind == "time":
        return True
    if claim.kind != "quantity" or claim.category not in _SETTLED:
        return False
    return predicate not in words("movers", "growing") | words("movers", "falling")


def news_day(source: Source, claims: Iterable[Claim]) -> date | None:
    """The day that an undated document is taken to speak from, where its story dates it.

    That is the day of printing where it is inferred to the day; where it is to the week, the
    latest day of its own news: a report that tells of Tuesday was printed on it or soon after.
    """
    if source.anchor is None:
        return None
    first, last = edtf.interval(source.anchor)
    if first == last or last - first >= _WEEK:
        return first if first == last else None
    told = (claim.value.edtf for claim in claims if isinstance(claim, DateClaim))
    days = (edtf.interval(text)[0] for text in told if text and edtf.precision(text) == "day")
    return max((day for day in days if first - DAYS_OF_STORY <= day <= last), default=None)


class Days:
    """The days of one document on which its statements held, followed in text order."""

    def __init__(self, published: date | None) -> None:
        """`published` stands in where nothing in the text tells."""
        self._published = published
        self._latest: str | None = None
        self._focus: str | None = None
        self._said: dict[str, str] = {}

    def of_event(
        self, dates: Sequence[tuple[DateClaim, str | None]], start: int, end: int
    ) -> str | None:
        """The day of a settled claim: of its clause `start:end`, its sentence, or in focus."""
        near = [day for day, _ in dates if self._is_recent(day)]
        own = [day for day in near if start <= day.span.start < end]
        told = next((day.value.edtf for day in own or near), None)
        if near:
            self._focus = near[-1].value.edtf
        return told or self._focus or self._printed()

    def of_statement(
        self,
        dates: Sequence[tuple[DateClaim, str | None]],
        speaker: str | None,
        *,
        counted: bool = False,
    ) -> str | None:
        """The day of any other claim, from the dates of its sentence, each with its verb."""
        recent = [(day.value.edtf, verb) for day, verb in dates if self._is_recent(day)]
        if recent:
            self._focus = recent[-1][0]
        said = next((day for day, verb in recent if verb in words("frames", "reporting")), None)
        if said:
            self._latest = said
            if speaker:
                self._said[speaker] = said
        up_to = next((day.value.edtf for day, _ in dates if counted and self._is_term(day)), None)
        if up_to:
            return up_to  # "by Tuesday 40 had died", whenever it was said
        if said:
            return said
        told = self._said.get(speaker, self._latest) if speaker else None
        return told or self._printed()

    def _printed(self) -> str | None:
        return self._published.isoformat() if self._published else None

    def _is_term(self, day: DateClaim) -> bool:
        """Whether a count is told up to that day: "by Tuesday", and that is past."""
        if day.bound is not Bound.AT_MOST or not self._is_recent(day) or not self._published:
            return False
        return edtf.interval(day.value.edtf or "")[1] <= self._published

    def _is_recent(self, day: DateClaim) -> bool:
        period = day.value.edtf
        if period is None or edtf.precision(period) != "day":
            return False
        if self._published is None:
            return True
        return abs(edtf.interval(period)[0] - self._published) <= DAYS_OF_STORY
