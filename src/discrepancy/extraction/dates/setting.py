"""What a date phrase is read against, and what reading it gives.

>>> setting = Setting("It sank in June.", 0, 16, published=date(2024, 10, 24))
>>> setting.settled("XXXX-06", 8, 15)
'2024-06'
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from discrepancy.calendar import edtf, written_dates
from discrepancy.calendar.written_dates import WrittenDate
from discrepancy.english import tense
from discrepancy.extraction.dates import reckoning
from discrepancy.extraction.dates.shapes import SHAPES


class DatePhrase(NamedTuple):
    """One date phrase: where it stands and the day or period that it means."""

    start: int
    end: int
    edtf: str | None
    """None: nothing anchors it."""
    relative: bool = True
    template: str | None = None
    """What is written of it, where the year is not: "XXXX-10-28"."""
    alternatives: tuple[str, ...] = ()
    absent: str | None = None
    """What is written of a day that no calendar has."""
    in_focus: bool = False
    """Seen from the day that the text has last spoken of."""


@dataclass(slots=True)
class Setting:
    """One sentence, the day of printing, and the days spoken of so far."""

    text: str
    start: int
    end: int
    published: date | None = None
    focus: date | None = None
    """The last day that the text has spoken of."""
    focus_year: int | None = None
    month: tuple[int, date] | None = None
    """Where the sentences before have last told of a month, and its first day."""
    written: tuple[WrittenDate, ...] | None = None
    """The dates of the whole article that are written out; None: look in the sentence."""
    stated_years: Mapping[str, int] = field(default_factory=dict)
    """For the months that the document states with their year ("04"), that year."""
    quarters: Mapping[tuple[int, str], str] = field(default_factory=dict)
    """The fiscal quarters that the document dates (`fiscal_quarters.told`)."""
    surnames: frozenset[str] = frozenset()
    """The names of months that are surnames in this document ("Mrs May")."""

    def written_here(self) -> Iterator[WrittenDate]:
        """The dates in this sentence that are written out."""
        if self.written is None:
            yield from written_dates.find(self.text, self.start, self.end, absent=True)
            return
        for found in self.written[bisect_left(self.written, self.start, key=_start) :]:
            if found.span.start >= self.end:
                return
            yield found

    def looks_ahead(self, at: int, to: int) -> bool | None:
        """Whether the words around a phrase look ahead, back, or tell nothing."""
        return tense.looks_ahead(self.text, self.start, self.end, at, to)

    def year_called(self, which: str) -> int | None:
        """The year of "last year", "the year" or "that year", if anything anchors it."""
        if which in ("that", "the same"):
            return self.focus_year
        if self.published is None:
            return None
        return self.published.year + {"last": -1, "next": 1}.get(which, 0)

    def settled(self, template: str, at: int, to: int) -> str | None:
        """The day or period that "XXXX-10-28" means where it stands, if anything anchors it."""
        ahead = self.looks_ahead(at, to)
        stated = self.stated_years.get(template[5:7])
        if stated is not None and ahead is not True:
            day = edtf.in_year(template, stated)
            if edtf.exists(day):
                return day
        if self.published is None:
            return None
        day = reckoning.nearest(template, self.published, ahead)
        return self._as_term(template, day, at) if ahead is False else day

    def _as_term(self, template: str, day: str, at: int) -> str:
        """The day to come where it ends a term: demanded, on 28 March, the files by April 2."""
        assert self.published is not None
        to_come = reckoning.nearest(template, self.published, ahead=True)
        away = (edtf.interval(to_come)[0] - self.published).days
        past = (self.published - edtf.interval(day)[1]).days
        term = _term().search(self.text, max(self.start, at - 24), at)
        return to_come if term and 0 <= away <= _SOON and past > _LONG_AGO else day


_SOON = 60
"""Days within which the end of a term lies ahead."""
_LONG_AGO = 240
"""Days back from which a day without its year is hardly the one that ended a term."""


_term = SHAPES("term")


def beside(text: str, at: int, to: int) -> tuple[str, str]:
    """The word right before and the one right behind a phrase, "" for none: what may name it.

    >>> beside("at 12 May Street", 3, 9)
    ('at', 'Street')
    """
    before = re.search(r"(\w+) $", text[max(0, at - 16) : at])
    behind = re.match(r" (\w+)", text[to : to + 16])
    return before[1] if before else "", behind[1] if behind else ""


def _start(found: WrittenDate) -> int:
    return found.span.start


Reader = Callable[[Setting], Iterator[DatePhrase]]
"""One family of date phrases: finds them in the sentence of a setting."""
