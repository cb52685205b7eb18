"""Phrases with the name of a month: "5 May", "in June", "April last year", "from 3 to 5 May".

>>> setting = Setting("Between 3 and 5 May 2023, but not in June 2024.", 0, 47)
>>> [phrase.edtf for phrase in (*day_ranges(setting), *written(setting))]
['2023-05-03/2023-05-05', '2023-05-05', '2024-06']
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import numbers
from discrepancy.extraction.dates import reckoning
from discrepancy.extraction.dates.setting import DatePhrase, Setting, beside
from discrepancy.extraction.dates.shapes import SHAPES
from discrepancy.tables import words


def written(setting: Setting) -> Iterator[DatePhrase]:
    """Dates with the name of a month, their year settled where it is not written."""
    for found in setting.written_here():
        at, to = found.span.start, found.span.end
        if _is_no_date(setting.text, at, to):
            continue
        if not found.exists:
            yield DatePhrase(at, to, None, relative=False, absent=found.edtf)
        elif "X" not in found.edtf:
            yield DatePhrase(at, to, found.edtf, relative=False, alternatives=found.alternatives)
        elif len(found.edtf) == 10 or _is_month(setting, at, to):
            yield _in_year(setting, at, to, found.edtf)


def _is_no_date(text: str, at: int, to: int) -> bool:
    """Tell 12 May Street, version 10.12.2023 and Mrs May 3 times from dates."""
    before, behind = beside(text, at, to)
    counts = before.lower() in words("date_cues", "before_a_number")
    return counts or behind in words("date_cues", "named_after_a_date")


def day_ranges(setting: Setting) -> Iterator[DatePhrase]:
    """From 3 to 5 May 2023; May 3-5; between 3 and 5 May."""
    for found in _day_range().finditer(setting.text, setting.start, setting.end):
        first, last = ((found[name] or found[name + "2"]) for name in ("first", "last"))
        lead = setting.text[max(setting.start, found.start() - 8) : found.start()].lower()
        if int(first) >= int(last) or not _is_one_period(found, lead):
            continue
        month = (found["month"] or found["month2"]).rstrip(".").lower()
        template = f"{found['year'] or 'XXXX'}-{numbers('month')[month]:02}-{int(last):02}"
        meant = template
        if not found["year"]:
            meant = _settled_range(setting, found, template, int(first)) or ""
        if not meant or edtf.exists(meant):
            period = f"{meant[:8]}{int(first):02}/{meant}" if meant else None
            yield DatePhrase(found.start(), found.end(), period, relative=not found["year"])


def _settled_range(setting: Setting, found: re.Match[str], template: str, first: int) -> str | None:
    """Its last day, in a year in which the range has begun unless the words look ahead."""
    at, to = found.span()
    if setting.looks_ahead(at, to):
        return setting.settled(template, at, to)
    begun = setting.settled(f"{template[:8]}{first:02}", at, to)
    return begun and f"{begun[:8]}{template[8:]}"


_day_range = SHAPES("day_range")


def _is_one_period(found: re.Match[str], lead: str) -> bool:
    """Tell "3 to 5 May", "between 3 and 5 May" and "on 3 and 4 May" from "on 3 and 9 May"."""
    if not found["and"] and not found["and2"]:
        return True
    first, last = (int(found[name] or found[name + "2"]) for name in ("first", "last"))
    return lead.endswith("between ") or last == first + 1


def _is_month(setting: Setting, at: int, to: int) -> bool:
    """Tell "in June" from "June said" by the word before."""
    text = setting.text
    before = re.search(r"([A-Za-z]+)[- ]$", text[max(0, at - 16) : at])
    after = _of_year().match(text[to : to + 24])
    if after:
        return True
    if before is None or before[1].lower() not in words("date_cues", "before_a_month"):
        return False
    return before[1].lower() not in _BEFORE_A_NAME or not _is_name(setting, at, to)


_BEFORE_A_NAME = frozenset({"by", "to", "from", "of", "and", "or", "for", "about", "between"})


def _is_name(setting: Setting, at: int, to: int) -> bool:
    """Tell "by April Ode" and, where the text has a Mr March, "to March" from months."""
    if _surname().match(setting.text[to : to + 3]):
        return True
    return setting.text[at:to] in setting.surnames


def surnames(text: str) -> frozenset[str]:
    """The names of months that somebody in the text bears: "Mrs May"."""
    return frozenset(found[1] for found in _titled().finditer(text))


_titled = SHAPES("month_as_surname")


def _in_year(setting: Setting, at: int, to: int, template: str) -> DatePhrase:
    """A month or day with "last", "next" or "last year" beside it, or settled by the tense."""
    text = setting.text
    after = _which_year().match(text, to, to + 24)
    if after:
        year = setting.year_called(after[1])
        meant = edtf.in_year(template, year) if year else None
        if meant and not edtf.exists(meant):  # 29 February last year
            return DatePhrase(at, after.end(), None, absent=meant)
        return DatePhrase(at, after.end(), meant, template=template)
    before = _which_before().search(text[max(0, at - 12) : at])
    published = setting.published
    if before is None or published is None:
        meant = setting.settled(template, at, to)
        age = _age_of_a_name(setting, at, to, meant, template)
        if age > _THIS_YEAR:
            return DatePhrase(at, to, None, template=template)
        open_year = (template,) if age > _NEWS else ()
        return DatePhrase(at, to, meant, template=template, alternatives=open_year)
    word, start = before[1].lower(), at - len(before[0])
    if word in ("last", "past", "this past"):
        day = published.replace(day=1) - timedelta(days=1)
        return DatePhrase(
            start, to, reckoning.nearest(template, day, ahead=False), template=template
        )
    if word == "this":
        ahead = setting.looks_ahead(at, to)
        return DatePhrase(
            start, to, reckoning.nearest(template, published, ahead), template=template
        )
    return DatePhrase(
        start, to, reckoning.nearest(template, published, ahead=True), template=template
    )


_NEWS = 14
"""Days before the printing beyond which a day that names an event may be of any year."""
_THIS_YEAR = 90
"""Days before the printing beyond which nothing tells its year."""


def _age_of_a_name(setting: Setting, at: int, to: int, meant: str | None, template: str) -> int:
    """The days since the 9 May uprising, which keeps its name for years; 0: it is no name."""
    printed = setting.published
    if printed is None or meant is None or len(template) != len("XXXX-05-09"):
        return 0
    if template[5:7] in setting.stated_years or not _named_by().match(setting.text, to):
        return 0
    named = _the().search(setting.text, max(0, at - 4), at)
    return (printed - edtf.interval(meant)[0]).days if named else 0


_the = SHAPES("the_before")


_named_by = SHAPES("named_by")


_of_year = SHAPES("of_year")
_surname = SHAPES("surname_behind")
_which_before = SHAPES("which_before")
_which_year = SHAPES("which_year")
