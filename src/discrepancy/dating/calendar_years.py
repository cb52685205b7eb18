"""The year of a day that an undated story writes without it, where the calendar settles it.

"July 24" was a Monday in 2006, and not in the years around: where the story tells of that Monday,
and of 2004 as past and 2007 as to come, no other year is left. A month ahead that stands beside
a year ahead ("in February, for a start in 2009") is of that year.

>>> bounds = Bounds(date(2004, 12, 31), date(2007, 1, 1), exact=False)
>>> year_of("XXXX-07-24", 0, bounds)
datetime.date(2006, 7, 24)
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from discrepancy.bounds import CEILINGS
from discrepancy.calendar import edtf, written_dates
from discrepancy.dating.printing import Days, Told
from discrepancy.dating.signs import OF_STORY
from discrepancy.span import Span

_FRESH = timedelta(days=731)
"""How long after the latest day that a story dates in full its own days may lie."""
_MOST_YEARS = 4
"""Years after which a weekday falls on the same day of the month again, at the earliest five."""


class Bounds(NamedTuple):
    """Between which of the days that a story writes out with their year it was printed."""

    past: date | None
    """The first day of the latest period that is told as past: the story is no older."""
    ahead: date | None
    """The first day of the earliest period that is told as to come."""
    exact: bool
    """Whether the latest past is written to the month or day: a bare year may be of long ago."""


def bounds(phrases: Iterable[Told]) -> Bounds:
    """What the dates of a story that are written with their year say of its printing."""
    told = [
        (one.claim.value.edtf, one.ahead)
        for one in phrases
        if one.claim.value.edtf
        and "X" not in one.claim.value.edtf
        and one.claim.bound not in CEILINGS  # "taken on until June 2027" tells of no past June
    ]
    past = max((text for text, ahead in told if ahead is False), key=_first, default=None)
    ahead = [_first(text) for text, forward in told if forward]
    later = [day for day in ahead if past is None or day > _first(past)]
    return Bounds(
        past=_first(past) if past else None,
        ahead=min(later, default=None),
        exact=past is not None and edtf.precision(past) in ("day", "month"),
    )


def _first(text: str) -> date:
    return edtf.interval(text)[0]


def year_of(template: str, weekday: int, within: Bounds) -> date | None:
    """The one day "XXXX-07-24" within the bounds that is that weekday; None: none or several."""
    if within.past is None:
        return None
    to = within.past + _FRESH if within.exact else within.ahead
    if to is None or to.year - within.past.year > _MOST_YEARS:
        return None
    years = range(within.past.year, to.year + 1)
    days = map(_first, edtf.in_years(template, years))
    fit = [day for day in days if day.weekday() == weekday and within.past <= day <= to]
    return fit[0] if len(fit) == 1 else None


def weekday_beside(text: str, one: Told) -> int | None:
    """The weekday that is written beside a day: Tuesday (6 January), Sunday, May 5, 2013."""
    before = text[max(0, one.claim.span.start - 14) : one.claim.span.end]
    named = _weekday_before().search(before)
    return written_dates.numbers("weekday")[named[1].lower()] if named else None


def names_a_weekday(text: str) -> bool:
    """Whether a text anywhere writes a weekday beside a day: on Tuesday (6 January)."""
    return _weekday_before().search(text) is not None


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b({written_dates.choice('weekday')})\b\.?,? ?\(?(?:the )?(?=\d|[A-Z][a-z]+\.? \d)",
        re.IGNORECASE,
    )


def settle_years(
    phrases: Sequence[Told],
    weekday: Callable[[Told], int | None],
    within: Bounds,
    near: date | None = None,
) -> Mapping[Span, Days]:
    """What the phrases of an undated document mean by the calendar and by each other.

    Args:
        phrases: what it tells.
        weekday: the weekday that the story gives one of them.
        within: the bounds of the story.
        near: the day that the story is of, as far as `neighbourhood` tells.
    """
    by_calendar = _by_weekday(phrases, weekday, within)
    return dict((*_by_neighbour(phrases, near), *by_calendar, *_by_year_beside(phrases)))


def neighbourhood(phrases: Iterable[Sequence[Told]]) -> date | None:
    """The latest day that a story tells in full, where others tell days around it without year.

    Two documents that tell "6 December" and one that tells "13 December 2008" are of one December.
    """
    documents = [list(told) for told in phrases]
    full = [
        _first(one.claim.value.edtf)
        for told in documents
        for one in told
        if one.claim.value.edtf and edtf.precision(one.claim.value.edtf) == "day" and not one.ahead
    ]
    latest = max(full, default=None)
    if latest is None:
        return None
    around = [any(_in_reach(one, latest) for one in told) for told in documents]
    return latest if sum(around) >= _NEIGHBOURS else None


_NEIGHBOURS = 2


def _in_reach(one: Told, day: date) -> date | None:
    """The day that a phrase without its year means if it lies within two weeks of another."""
    if one.ahead or len(one.template) != 10:
        return None
    near = map(_first, edtf.in_years(one.template, range(day.year - 1, day.year + 2)))
    return next((found for found in near if abs(found - day) <= OF_STORY), None)


def _by_neighbour(phrases: Sequence[Told], near: date | None) -> Iterator[tuple[Span, Days]]:
    for one in phrases:
        if near and (day := _in_reach(one, near)):
            yield one.claim.span, (day, day)


def _by_weekday(
    phrases: Sequence[Told], weekday: Callable[[Told], int | None], within: Bounds
) -> Iterator[tuple[Span, Days]]:
    for one in phrases:
        template = one.template
        if one.ahead or len(template) != 10:
            continue
        named = weekday(one)
        if named is not None and (day := year_of(template, named, within)):
            yield one.claim.span, (day, day)


def _by_year_beside(phrases: Sequence[Told]) -> Iterator[tuple[Span, Days]]:
    """In February, strengthening it in 2009: of that year, where it is one of its first months."""
    for number, one in enumerate(phrases[:-1]):
        other = phrases[number + 1]
        year = other.claim.value.edtf or ""
        template = one.template
        if not (one.sentence == other.sentence and one.ahead and len(year) == 4 and template):
            continue
        if year.isdigit() and template[5:7] <= "06":
            for meant in edtf.in_years(template, [int(year)]):
                yield one.claim.span, edtf.interval(meant)
