"""The year of a day that one document recalls without it and another tells.

A report of a verdict says "found on April 9" of a deed; the report of the arrest said so in
January. It was not the April in between, but the one before. Much happens every year, so the
sentences must be much the same, and a text is right about its own news.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from discrepancy.calendar import edtf
from discrepancy.dating import calendar_years, same_event
from discrepancy.dating.documents import Answer, Document, last_printed, width
from discrepancy.dating.printing import Told
from discrepancy.gathering.likeness import may_be_of_one_story
from discrepancy.patterns import pattern

_NEWS = timedelta(days=60)
"""How far from its printing a text tells its news."""
_ALIKE = 0.75
"""How much of the shorter sentence two must share: any year has such a day (`same_event`)."""
_MOST = 40
"""How many accounts of a day are held against one: what keeps a large folder linear."""


class Day(NamedTuple):
    """A past day as one document tells it."""

    document: Document
    told: Told
    template: str
    """XXXX-04-09."""
    day: date | None
    """The day that the document itself makes of it."""
    sure: bool
    """Whether the document tells the year in any way."""


def told(documents: Sequence[Document], weigh: same_event.Weights) -> Iterator[Answer]:
    """The days that others tell of what a document leaves open, the oldest printing first."""
    alike: dict[str, list[Day]] = {}
    for one in (one for document in documents for one in _days(document)):
        alike.setdefault(one.template, []).append(one)
    for days in alike.values():
        days.sort(key=_printed)
        known = sorted(days, key=lambda one: not one.sure)[:_MOST]
        for one in days:
            other = None if one.sure else _known_by(one, known, weigh)
            if other and other.day:
                known = [one._replace(day=other.day) if two is one else two for two in known]
                yield Answer(one.document, one.told, (other.day, other.day), other.document)


def _printed(one: Day) -> tuple[date, str]:
    return last_printed(one.document.source) or date.max, one.document.source.id


def _days(document: Document) -> Iterator[Day]:
    """The past days of a document that are written with the name of their month."""
    meant = document.meant
    stated = {one.claim.value.edtf for one in document.phrases if not one.claim.relative}
    months = {text[5:7] for text in stated if text and edtf.precision(text) in ("day", "month")}
    for one in document.phrases:
        first, last = meant.get(one.claim.span, (None, None))
        day = first if first == last else None
        template = one.template or (f"XXXX{day.isoformat()[4:]}" if day else "")
        if one.ahead is not False or not _is_month_and_day(one.claim.text):
            continue
        sure = not one.claim.relative or template[5:7] in months or _has_year(document, one)
        yield Day(document, one, template, day, sure)


def _is_month_and_day(phrase: str) -> bool:
    """April 9 and 9 April 2012, but neither Tuesday nor "from April 9 to 14"."""
    return _month_and_day().fullmatch(phrase) is not None


_month_and_day = pattern(
    r"[A-Za-z]{3,}\.? ?\d{1,2}(?:,? \d{4})?|\d{1,2} [A-Za-z]{3,}\.?(?:,? \d{4})?"
)


def _has_year(document: Document, one: Told) -> bool:
    """Whether a weekday stands beside a day, or its sentence tells a year: "this year"."""
    if calendar_years.weekday_beside(document.source.text, one) is not None:
        return True
    others = (two.claim.text for two in document.phrases if two.sentence == one.sentence)
    return any(re.search(r"\byear|\d{4}", text) for text in others)


def _known_by(one: Day, known: Iterable[Day], weigh: same_event.Weights) -> Day | None:
    """The first account that knows of a day, if all that know of it agree."""
    found: dict[date | None, Day] = {}
    for other in known:
        if other.day not in found and _knows(other, one) and _is_same(other, one, weigh):
            found[other.day] = other
    return next(iter(found.values())) if len(found) == 1 and one.day not in found else None


def _knows(other: Day, one: Day) -> bool:
    """Whether one account can tell what another leaves open, or cannot have right."""
    here, there = (last_printed(two.document.source) for two in (one, other))
    if other.day is None or other.document is one.document or (here and other.day > here):
        return False
    if one.day is None:
        return True
    told_before = there is not None and there < one.day
    return (other.sure or told_before) and not _is_news(one) and not _is_news(other)


def _is_news(one: Day) -> bool:
    """Whether it lies shortly before a printing that is known: no text errs in that."""
    printed = one.document.printed
    if one.day is None or printed is None or width(printed) > _NEWS:
        return False
    return printed[1] - one.day <= _NEWS


def _is_same(other: Day, one: Day, weigh: same_event.Weights) -> bool:
    """Whether two sentences tell of one event of one story, not of one that comes every year."""
    if not may_be_of_one_story(other.document.like, one.document.like):
        return False
    if _marks(one) != _marks(other):
        return False
    return same_event.alikeness(other.told.words, one.told.words, weigh) >= _ALIKE


def _marks(one: Day) -> frozenset[str]:
    """The figures of a sentence besides its date, and "second", "another" or "annual"."""
    layout = one.document.source.layout
    assert layout is not None
    sentence, claim = layout.sentences[one.told.sentence], one.told.claim.span
    text = one.document.source.text
    beside = f"{text[sentence.start : claim.start]} {text[claim.end : sentence.end]}"
    return frozenset(word.lower() for word in _mark().findall(beside))


_mark = pattern(r"\d[\d.,]*|\b(?:another|again|annual|yearly|second|third|other)\b", re.IGNORECASE)
