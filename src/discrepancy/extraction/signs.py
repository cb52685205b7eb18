"""Days that a document tells plainly enough to date by them what others say of the same event.

A document that tells its day dates whatever it says of the two weeks around. Another one dates
what it writes out, and the day that has its weekday beside it: "on Tuesday (6 January)".

>>> from discrepancy.reading.layout import laid_out
>>> text = "The lock opened on 4 November 2008. The gates burst on Tuesday (6 January)."
>>> source = laid_out(Source(id="a", text=text), cleaned=True)
>>> [sign.day.isoformat() for sign in signs(source, phrases_of(source))]
['2009-01-06']
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import NamedTuple

from discrepancy import edtf, written_dates
from discrepancy.extraction import dates, printing
from discrepancy.extraction.printing import Told
from discrepancy.source import Source

OF_STORY = timedelta(days=14)
"""How far apart the days of one story lie."""
_MOST = 40
"""How many date phrases of a document are looked at: what keeps the work linear."""


class Sign(NamedTuple):
    """A day that a document tells, and the words it tells it in."""

    day: date
    words: frozenset[str]
    source: str
    alone: bool = True
    """Whether no other date stands in its sentence."""
    weekday: bool = True
    """Whether the document tells its weekday."""
    recent: bool = True
    """Whether it does not write its year."""


def phrases_of(source: Source) -> list[Told]:
    """The first date phrases of a document."""
    return list(islice(printing.told(source, tuple(dates.read(source))), _MOST))


def signs(source: Source, phrases: Sequence[Told]) -> Iterator[Sign]:
    """The days that a document tells and that may date what others tell."""
    if source.published or source.anchor:
        return _near_printing(source, phrases)
    return _own(source, phrases)


def names_a_weekday(text: str) -> bool:
    """Whether a text anywhere writes a weekday beside a day: on Tuesday (6 January)."""
    return _weekday_before().search(text) is not None


def _near_printing(source: Source, phrases: Sequence[Told]) -> Iterator[Sign]:
    """The days close to its printing that a dated document tells of."""
    printed = source.published or edtf.interval(source.anchor or "")[0]
    counted = Counter(one.sentence for one in phrases)
    for one in phrases:
        day = _day(one.claim.value.edtf)
        if day and abs(day - printed) <= OF_STORY and not one.ahead:
            yield Sign(day, one.words, source.id, counted[one.sentence] == 1)


def _own(source: Source, phrases: Sequence[Told]) -> Iterator[Sign]:
    """The days that an undated document tells in full, where they are its news."""
    found = list(_in_full(source, phrases, printing.latest_told(phrases)))
    latest = max((sign.day for sign in found), default=date.min)
    yield from (sign for sign in found if latest - sign.day <= OF_STORY)


def _in_full(source: Source, phrases: Sequence[Told], latest: date | None) -> Iterator[Sign]:
    counted = Counter(one.sentence for one in phrases)
    for one in phrases:
        day = _day(one.claim.value.edtf)
        named = _weekday_of(source.text, one)
        recent = day is None and named is not None
        if recent and named is not None:
            day = _in_year_of(one, named, latest)
        if day is None or one.ahead is not False:
            continue
        yield Sign(
            day,
            one.words,
            source.id,
            alone=counted[one.sentence] == 1,
            weekday=named is not None,
            recent=recent,
        )


def _weekday_of(text: str, one: Told) -> int | None:
    """The weekday that is written beside a day: Tuesday (6 January), Sunday, May 5, 2013."""
    before = text[max(0, one.claim.span.start - 14) : one.claim.span.end]
    named = _weekday_before().search(before)
    return written_dates.numbers("weekday")[named[1].lower()] if named else None


def _in_year_of(one: Told, weekday: int, latest: date | None) -> date | None:
    """The day in the year, within one of the latest day told, in which it is that weekday."""
    template = next((text for text in one.claim.alternatives if text.startswith("XXXX-")), "")
    if latest is None or len(template) != 10:
        return None
    days = (_day(template.replace("XXXX", str(latest.year + step))) for step in (0, 1))
    fit = [day for day in days if day and day.weekday() == weekday and day >= latest]
    return fit[0] if len(fit) == 1 and fit[0] - latest <= timedelta(days=366) else None


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b({written_dates.choice('weekday')})\b\.?,? ?\(?(?:the )?(?=\d|[A-Z][a-z]+\.? \d)",
        re.IGNORECASE,
    )


def _day(text: str | None) -> date | None:
    if text is None or len(text) != 10 or "X" in text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
