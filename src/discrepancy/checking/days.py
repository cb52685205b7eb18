"""A day that no calendar has, or that was another day of the week: "Thursday, 5 March 2014".

Where the year is not written, only a day beside the printed one is sure to be of its year.
"""

import re
from calendar import day_name, monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from discrepancy.calendar import edtf, written_dates
from discrepancy.claims import Claim, DateClaim, DateValue
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.patterns import pattern
from discrepancy.source import Source
from discrepancy.span import Span

NEAR = timedelta(days=10)
"""From the printed day to one whose year is not written and yet sure."""

GREGORIAN = 1925
"""The year from which the whole press reckons by one calendar."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each day that cannot be, its two parts against each other."""
    by_id = {source.id: source for source in sources}
    found = (
        _impossible(claim) or _weekday(claim, by_id[claim.source])
        for claim in claims
        if isinstance(claim, DateClaim) and claim.source in by_id
    )
    return tuple(group for group in found if group)


def _impossible(claim: DateClaim) -> Group | None:
    """31 April, 29 February 2015."""
    if claim.value.edtf is not None:
        return None
    written = [day for day in written_dates.find(claim.text, absent=True) if not day.exists]
    month = _month().search(claim.text)
    if len(written) != 1 or month is None:
        return None
    year, number, _ = written[0].edtf.split("-")
    days = monthrange(int(year) if year.isdecimal() else 2000, int(number))[1]
    named = month[0] if number != "02" or not year.isdecimal() else f"{month[0]} {year}"
    judged = Comparison(
        verdict=Verdict.CONFLICT,
        level="date.conflict.no_such_day",
        because=f"{named} has {days} days",
    )
    return _group(claim, _part(claim, month.span(), None), judged)


def _weekday(claim: DateClaim, source: Source) -> Group | None:
    """A Thursday that was a Wednesday."""
    told = claim.value.edtf
    named = _named_day(claim, source.text)
    if named is None or told is None or edtf.precision(told) != "day":
        return None
    day = edtf.interval(told)[0]
    number = written_dates.numbers("weekday")[named.text.lower().rstrip(".")]
    if day.year < GREGORIAN or not _sure(claim, day, source):
        return None
    if _week_number(day) == number or (claim.alternatives and not _year().search(claim.text)):
        return None
    judged = Comparison(
        verdict=Verdict.CONFLICT,
        level="date.conflict.weekday",
        because=f"{day:%-d %B %Y} was a {day_name[day.weekday()]}",
    )
    inside = named.span.end - claim.span.start if claim.span.holds(named.span) else 0
    rest = claim.text[inside:]
    start = inside + len(rest) - len(rest.lstrip(" ,.the"))
    if start >= len(claim.text) - 2:
        return None
    return _group(_part(claim, (start, len(claim.text)), told), named, judged)


def _named_day(claim: DateClaim, text: str) -> DateClaim | None:
    """The weekday among the words of a date or right before them: "on Sunday (5 March 2014)"."""
    named = _weekdays().search(claim.text)
    if named is not None:
        return _part(claim, named.span(), None)
    start = max(0, claim.span.start - 16)
    before = _day_before().search(text[start : claim.span.start])
    if before is None:
        return None
    first, last = (start - claim.span.start + at for at in before.span("day"))
    part = _part(claim, (first, last), None)
    return part.model_copy(update={"text": before["day"]})


def _week_number(day: date) -> int:
    """The number that data/dates.toml gives the day of the week."""
    return written_dates.numbers("weekday")[day_name[day.weekday()].lower()]


def _sure(claim: DateClaim, day: date, source: Source) -> bool:
    """Whether the year is written, or the day so near the printed one that it has its year."""
    if _year().search(claim.text):
        return True
    written = any(True for one in written_dates.find(claim.text) if one.edtf.startswith("XXXX-"))
    return written and source.published is not None and abs(day - source.published) <= NEAR


def _part(claim: DateClaim, inside: tuple[int, int], told: str | None) -> DateClaim:
    """The claim on a part of its words."""
    first, last = inside
    span = Span(start=claim.span.start + first, end=claim.span.start + last)
    changed = {"span": span, "text": claim.text[first:last], "value": DateValue(edtf=told)}
    return claim.model_copy(update=changed)


def _group(a: DateClaim, b: DateClaim, judged: Comparison) -> Group:
    return Group("date", (a, b), (Link(a, b, 0.0, judged=judged),))


@cache
def _month() -> re.Pattern[str]:
    words = sorted(written_dates.numbers("month"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _weekdays() -> re.Pattern[str]:
    words = sorted(written_dates.numbers("weekday"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _day_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<day>{_weekdays().pattern})\.?,?\s?(?:the\s|\()?$", re.IGNORECASE)


_year = pattern(r"\b(?:1[89]|20)\d\d\b")
