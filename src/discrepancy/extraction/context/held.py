"""The day on which a statement held: the day it was said, where the text tells, else printed.

What still moves holds when it is told: "24 died in Monday's fire" is the count of the printing
day. What the event settled (the boats that were seized, the men who were arrested, the magnitude,
the hour) holds from the day in focus: "on Thursday the navy seized three boats". A headline and a
lead that name no day are of the one that the next sentences name.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from discrepancy.calendar import edtf
from discrepancy.claims import Bound, Category, Claim, DateClaim
from discrepancy.extraction.context.shapes import SHAPES
from discrepancy.source import Source
from discrepancy.tables import words

DAYS_OF_STORY = timedelta(days=10)
"""How far from publication a day may lie and still be one on which the story was told."""

OPENING = 4
"""How many sentences open a text and may name their day for one another: the headline, the lead
and two more."""

Dated = tuple[DateClaim, str | None]
"""A date and the class (or the base form) of the verb that it dates."""
_WEEK = timedelta(days=7)

_SETTLED = (Category.COUNT, Category.MEASURE, Category.MAGNITUDE, Category.DURATION)


def is_settled(claim: Claim, predicate: str | None) -> bool:
    """Whether a claim is of a finished event, not of a count or state that moves on."""
    if claim.kind == "time":
        return True
    if claim.kind != "quantity" or claim.category not in _SETTLED:
        return False
    moving = words("movers", "growing") | words("movers", "falling")
    return predicate not in moving - words("movers", "strokes")


def news_day(source: Source, claims: Iterable[Claim]) -> date | None:
    """The day that an undated document is taken to speak from, where its story dates it.

    That is the day of printing where it is inferred to the day; where it is to the week, the
    latest day of its own news: a report that tells of Tuesday was printed on it or soon after.
    """
    if source.anchor is None:
        return None
    first, last = edtf.interval(source.anchor)
    if first == last:
        return first
    if last - first >= _WEEK:
        return None
    told = (claim.value.edtf for claim in claims if isinstance(claim, DateClaim))
    days = (edtf.interval(text)[0] for text in told if text and edtf.precision(text) == "day")
    return max((day for day in days if first - DAYS_OF_STORY <= day <= last), default=None)


def of_earlier(text: str, start: int, end: int, dates: Sequence[Dated]) -> str | None:
    """The day of a figure that another is told against: "12 had died, up from eight on Sunday"."""
    day = next((day for day, _ in dates if day.span.start >= end), None)
    if day is None or not _before_earlier().search(text, max(0, start - 40), start):
        return None
    beside = _beside().fullmatch(text[end : day.span.start])
    return day.value.edtf if beside else None


_before_earlier = SHAPES("before_earlier")


class Days:
    """The days of one document on which its statements held, followed in text order."""

    def __init__(self, published: date | None, opening: Sequence[Dated] = ()) -> None:
        """`published` stands in where nothing in the text tells, the `opening` included."""
        self._published = published
        self._latest: str | None = None
        self._focus: str | None = None
        self._said: dict[str, str] = {}
        past = [(day.value.edtf, _reports(verb)) for day, verb in opening if self._is_past(day)]
        self._happened = next((day for day, reported in past if not reported), None)
        self._told = next((day for day, reported in past if reported and self._is_new(day)), None)

    def of_event(self, dates: Sequence[Dated], start: int, end: int) -> str | None:
        """The day of a settled claim: of its clause `start:end`, its sentence, or in focus."""
        own = [d for d, _ in dates if start <= d.span.start < end and self._is_recent(d)]
        past = self._followed(dates)
        told = next((day.value.edtf for day in (*own, *past)), None)
        return told or self._focus or self._happened or self._printed()

    def long_past(self, day: DateClaim) -> str | None:
        """A day or period that was over before the story began: "had been jailed in 2009"."""
        if day.value.edtf is None or day.bound is not Bound.EXACT or self._published is None:
            return None
        over = edtf.interval(day.value.edtf)[1] < self._published - DAYS_OF_STORY
        return day.value.edtf if over else None

    def of_statement(
        self, dates: Sequence[Dated], speaker: str | None, *, counted: bool = False
    ) -> str | None:
        """The day of any other claim, from the dates of its sentence, each with its verb."""
        self._followed(dates)
        recent = [(day.value.edtf, verb) for day, verb in dates if self._is_recent(day)]
        said = next((day for day, verb in recent if _reports(verb)), None)
        if said:
            self._latest = said
            if speaker:
                self._said[speaker] = said
        up_to = next((day.value.edtf for day, _ in dates if counted and self._is_term(day)), None)
        if up_to:
            return up_to  # "by Tuesday 40 had died", whenever it was said
        if said:
            return said
        recalled = next((day for day, verb in recent if verb in words("frames", "recalling")), None)
        if recalled:
            return recalled
        told = self._said.get(speaker, self._latest) if speaker else None
        return told or (None if self._latest else self._told) or self._printed()

    def _followed(self, dates: Sequence[Dated]) -> list[DateClaim]:
        """The days of a sentence that are over; the last of them comes into focus."""
        past = [day for day, _ in dates if self._is_past(day)]
        if past:
            self._focus = past[-1].value.edtf
        return past

    def _printed(self) -> str | None:
        return self._published.isoformat() if self._published else None

    def _is_term(self, day: DateClaim) -> bool:
        """Whether a count is told up to that day: "by Tuesday", and that is past.

        A day that is told with its date may lie long back: "as of 1 October 2024".
        """
        told = day.value.edtf
        if day.bound is not Bound.AT_MOST or told is None or edtf.precision(told) != "day":
            return False
        if not self._is_recent(day) and day.relative:
            return False
        return self._published is None or edtf.interval(told)[1] <= self._published

    def _is_past(self, day: DateClaim) -> bool:
        """Whether a day of the story is over when it is printed: no focus lies ahead."""
        if not self._is_recent(day):
            return False
        return self._published is None or edtf.interval(day.value.edtf or "")[0] <= self._published

    def _is_new(self, day: str | None) -> bool:
        """Whether a day is that of printing or its eve: the lead tells what was said then."""
        if day is None or self._published is None:
            return False
        return self._published - edtf.interval(day)[0] <= timedelta(days=1)

    def _is_recent(self, day: DateClaim) -> bool:
        period = day.value.edtf
        if period is None or edtf.precision(period) != "day":
            return False
        if self._published is None:
            return True
        return abs(edtf.interval(period)[0] - self._published) <= DAYS_OF_STORY


def _reports(verb: str | None) -> bool:
    """Whether the day of a verb is the day on which something was said."""
    return verb in words("frames", "reporting")


_beside = SHAPES("beside")
