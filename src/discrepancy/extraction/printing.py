"""When a document that does not tell its day can have been printed, by the dates it tells.

Told on a Tuesday of what happened "on Tuesday" means that day or one of the six after it; told
of what happened "yesterday" it means the day after. Each phrase so bounds the day of printing.

>>> printed_if("yesterday", date(2009, 1, 6))
(datetime.date(2009, 1, 7), datetime.date(2009, 1, 7))
>>> printed_if("Tuesday", date(2009, 1, 6))
(datetime.date(2009, 1, 6), datetime.date(2009, 1, 12))
>>> printed_if("Tuesday", date(2009, 1, 7)) is None
True
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from discrepancy import edtf, written_dates
from discrepancy.claim import Claim, DateClaim
from discrepancy.extraction import tense
from discrepancy.source import Layout, Source
from discrepancy.words import content_words

Days = tuple[date, date]
"""A first and a last day."""


class Told(NamedTuple):
    """A date phrase of a document and the sentence it stands in."""

    claim: DateClaim
    sentence: int
    """Its place in the document; the headline is the first."""
    words: frozenset[str]
    """The content words of the sentence, without its dates."""
    ahead: bool | None
    """Whether the words around it look ahead, back, or tell nothing."""


def told(source: Source, claims: Sequence[Claim]) -> Iterator[Told]:
    """The date phrases of a laid-out source with their sentences."""
    sentences = (source.layout or Layout()).sentences
    dates = [claim for claim in claims if isinstance(claim, DateClaim)]
    at = 0
    for number, span in enumerate(sentences):
        here = []
        while at < len(dates) and dates[at].span.start < span.end:
            here.append(dates[at])
            at += 1
        if here:
            words = _words(span.of(source.text))
            for claim in here:
                ahead = tense.looks_ahead(
                    source.text, span.start, span.end, claim.span.start, claim.span.end
                )
                yield Told(claim, number, words, ahead)


def _words(sentence: str) -> frozenset[str]:
    found = content_words(sentence)
    return frozenset(word for word in found if len(word) > 2 and word not in _of_the_calendar())


@cache
def _of_the_calendar() -> frozenset[str]:
    relative = ("yesterday", "today", "tonight", "day", "night", "morning", "afternoon", "week")
    return frozenset(
        (*written_dates.numbers("weekday"), *written_dates.numbers("month"), *relative)
    )


@cache
def _phrase() -> re.Pattern[str]:
    weekdays = "|".join(day for day in written_dates.numbers("weekday") if day.endswith("day"))
    counts = written_dates.choice("count")
    return re.compile(
        rf"""(?:(?P<which>last|this|this[ ]past|past)[ ])?(?P<weekday>{weekdays})
        | (?P<yesterday>yesterday) | (?P<night>last[ ]night)
        | (?P<today>today|tonight|this[ ](?:morning|afternoon|evening))
        | (?P<count>{counts}|\d{{1,2}})[ ]days?[ ]ago""",
        re.VERBOSE | re.IGNORECASE,
    )


def is_recent(phrase: str) -> bool:
    """Whether a phrase is seen from the day of printing: "Tuesday", "yesterday", "2 days ago"."""
    return _phrase().fullmatch(phrase) is not None


def printed_if(phrase: str, day: date) -> Days | None:
    """The days on which a text may be printed that calls `day` so; None: it cannot call it so."""
    found = _phrase().fullmatch(phrase)
    if found is None:
        return None
    if found["weekday"]:
        if written_dates.numbers("weekday")[found["weekday"].lower()] != day.weekday():
            return None
        first = 1 if found["which"] and found["which"].lower() != "this" else 0
        return _after(day, first, first + 6)
    if found["count"]:
        count = found["count"].lower()
        days = int(count) if count.isdigit() else written_dates.numbers("count").get(count, 1)
        return _after(day, days - 1, days)
    if found["night"]:
        return _after(day, 0, 1)
    return _after(day, 1, 1) if found["yesterday"] else _after(day, 0, 0)


def _after(day: date, first: int, last: int) -> Days:
    return day + timedelta(days=first), day + timedelta(days=last)


def shared(a: Days | None, b: Days | None) -> Days | None:
    """The days that lie in both."""
    if a is None or b is None:
        return None
    first, last = max(a[0], b[0]), min(a[1], b[1])
    return (first, last) if first <= last else None


def latest_told(dates: Sequence[Told]) -> date | None:
    """The latest day that the document tells of with its year as past: it is no older."""
    starts = [
        edtf.interval(one.claim.value.edtf)[0]
        for one in dates
        if one.claim.value.edtf and one.ahead is False and "X" not in one.claim.value.edtf
    ]
    return max(starts, default=None)
