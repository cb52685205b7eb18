"""What a date leaves open and another document of its story tells: a year, the days of a quarter.

A report of a verdict says "April 9" of a deed; the report of the arrest said so in January. It was
not the April in between, but the one before. A deal is to close "in Odeby's first fiscal quarter";
another text says that this one ends on January 31.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from discrepancy import edtf, written_dates
from discrepancy.extraction import fiscal_quarters, reckoning
from discrepancy.extraction.story_days import one_story, same_event
from discrepancy.extraction.story_days.documents import Document, read, width
from discrepancy.extraction.story_days.printing import Days, Told
from discrepancy.source import Elsewhere, Source
from discrepancy.written_dates import WrittenDate

_NEWS = timedelta(days=60)
"""How far from its printing a text tells its news; and within what time a quarter is called so."""
_ALIKE = 0.35
"""How much of the shorter sentence two must share to tell of one event (`same_event`)."""


class Open(NamedTuple):
    """A day without its year, or a fiscal quarter, as one document tells it."""

    document: Document
    told: Told
    key: str
    """The day as XXXX-04-09, or the quarter by its number."""
    days: Days | None
    """What the document itself makes of it."""
    sure: bool
    """Whether it is written out."""

    @property
    def is_quarter(self) -> bool:
        """Whether it is a fiscal quarter."""
        return len(self.key) == 1


def told_elsewhere(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources; those that leave a date open with what others tell of the same event."""
    asked = _in_question(sources)
    named = sorted((source for source in sources if source.id in asked), key=lambda one: one.id)
    documents = list(map(read, named))
    weigh = same_event.weights(
        frozenset().union(*(one.words for one in document.phrases)) for document in documents
    )
    dates: dict[str, list[Open]] = {}
    for one in (one for document in documents for one in _dates_of(document)):
        dates.setdefault(one.key, []).append(one)
    found: dict[str, list[Elsewhere]] = {}
    for alike in dates.values():
        for one, other in _told(alike, weigh):
            found.setdefault(one.document.source.id, []).append(_settled(one, other))
    return tuple(_with(source, found.get(source.id, ())) for source in sources)


def _settled(one: Open, by: Open) -> Elsewhere:
    assert by.days is not None
    days = edtf.of_days(*by.days)
    return Elsewhere(span=one.told.claim.span, edtf=days, source=by.document.source.id)


def _with(source: Source, answers: Sequence[Elsewhere]) -> Source:
    return source.model_copy(update={"elsewhere": tuple(answers)}) if answers else source


def _in_question(sources: Sequence[Source]) -> set[str]:
    """The documents that name a day of several years, or a fiscal quarter: few to be read."""
    years: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for source in sources:
        last = _last_printed(source)
        for written in _named_days(source.text):
            template = _template(written)
            meant = written.edtf
            if meant == template and last is not None:
                meant = reckoning.nearest(template, last, ahead=False)
            years.setdefault(template, set()).add(meant[:4])
            named.setdefault(template, set()).add(source.id)
    quarters = {source.id for source in sources if fiscal_quarters.are_named(source.text)}
    return quarters.union(*(named[day] for day, meant in years.items() if len(meant) > 1))


def _named_days(text: str) -> Iterator[WrittenDate]:
    """The days that a text writes with the name of a month, whether it writes their year or not."""
    at = 0
    for month in _month().finditer(text):
        start, end = max(at, month.start() - _BESIDE), month.end() + _BESIDE
        for written in written_dates.find(text, start, end):
            if len(written.edtf) == len("XXXX-04-09"):
                yield written
            at = written.span.end


_BESIDE = 12
"""Characters before and after the name of a month within which its day and year stand."""


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{written_dates.choice('month')})\b", re.IGNORECASE)


def _template(written: WrittenDate) -> str:
    """XXXX-04-09 of a day, whether its year is written or not."""
    return f"XXXX{written.edtf[4:]}"


def _last_printed(source: Source) -> date | None:
    """The last day on which it can have been printed, as far as that is known."""
    if source.published:
        return source.published
    return edtf.interval(source.anchor)[1] if source.anchor else None


def _dates_of(document: Document) -> Iterator[Open]:
    """The days and quarters of a document that may be open in it or in others."""
    meant = {sign.told.claim.span: sign.days for sign in document.signs}
    for told in document.phrases:
        text, days = told.claim.text, meant.get(told.claim.span)
        if number := fiscal_quarters.numbered(text):
            yield Open(document, told, str(number), days, days is not None)
        elif not text.endswith("year"):  # April 9 last year
            for written in _named_days(text):
                yield Open(document, told, _template(written), days, "X" not in written.edtf)


def _told(dates: Sequence[Open], weigh: Mapping[str, float]) -> Iterator[tuple[Open, Open]]:
    """Of each that is read wrongly, then of each that is open, the account that knows of it."""
    for is_open in (False, True):
        known = {
            at: other
            for at, one in enumerate(dates)
            if (one.days is None) is is_open and (other := _known(one, dates, weigh))
        }
        yield from ((dates[at], other) for at, other in known.items())
        dates = [
            one._replace(days=known[at].days) if at in known else one
            for at, one in enumerate(dates)
        ]


def _known(one: Open, dates: Iterable[Open], weigh: Mapping[str, float]) -> Open | None:
    """The first account that knows of a date, if all that tell of it agree."""
    if one.sure or (one.told.ahead and not one.is_quarter):
        return None
    told: dict[Days | None, Open] = {}
    for other in dates:
        if other.days not in told and _tells(other, one) and _is_same(other, one, weigh):
            told[other.days] = other
    return next(iter(told.values())) if len(told) == 1 and one.days not in told else None


def _tells(other: Open, one: Open) -> bool:
    """Whether one document knows of a date what another leaves open or cannot have right."""
    if other.days is None or other.document is one.document:
        return False
    here, there = (_last_printed(told.document.source) for told in (one, other))
    if one.is_quarter:
        return bool(other.sure and here and there and abs(here - there) <= _NEWS)
    if other.told.ahead or (here and other.days[0] > here) or _is_news(one):
        return False
    too_late = one.days is None or (there is not None and one.days[0] > there)
    return other.sure or too_late


def _is_news(one: Open) -> bool:
    """Whether it lies shortly before a printing that is known: no text errs in that."""
    printed = one.document.printed
    if one.days is None or printed is None or width(printed) > _NEWS:
        return False
    return printed[1] - one.days[0] <= _NEWS


def _is_same(other: Open, one: Open, weigh: Mapping[str, float]) -> bool:
    """Whether two sentences of one story tell of one event, or of the quarter of one company."""
    if not one_story.of_one_story(other.document.names, one.document.names):
        return False
    owners = {owner for told in (other, one) if (owner := _owner(told))}
    alike = same_event.alikeness(other.told.words, one.told.words, weigh)
    return len(owners) < 2 and alike >= _ALIKE


def _owner(one: Open) -> str | None:
    """Whose quarter it is: "Odeby" of "Odeby's first fiscal quarter"."""
    if not one.is_quarter:
        return None
    at = one.told.claim.span.start
    found = _possessive().search(one.document.source.text, max(0, at - 40), at)
    return found[1] if found else None


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(r"([A-Z][\w&.-]*) ?['’] ?s $")
