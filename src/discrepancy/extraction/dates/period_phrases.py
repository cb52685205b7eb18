"""Phrases that mean more than a day: seasons, quarters, halves, "last week".

>>> setting = Setting("Since the summer of 2023 and in Q1 2024.", 0, 40)
>>> [phrase.edtf for phrase in (*seasons(setting), *parts_of_year(setting))]
['2023-22', '2024-33']
"""

import re
from collections.abc import Iterator
from datetime import date

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import numbers
from discrepancy.english.numbers.counts import worth
from discrepancy.extraction.dates import reckoning
from discrepancy.extraction.dates.setting import DatePhrase, Setting
from discrepancy.extraction.dates.shapes import SHAPES
from discrepancy.tables import words
from discrepancy.words.cuts import letters


def seasons(setting: Setting) -> Iterator[DatePhrase]:
    """The summer of 2023; last winter; this fall; spring 2024; in the summer; winter 2019-20.

    The winter of 2023 is the one that begins in that year, or the one that ends in it.
    """
    for found in _season().finditer(setting.text, setting.start, setting.end):
        if not _is_season(found):
            continue
        template = f"XXXX-{numbers('season')[found['season'].lower()]}"
        meant = _settled(setting, found, template)
        winter = template == "XXXX-24" and found["year"] and not found["over"]
        yield meant._replace(alternatives=(f"{int(found['year']) - 1}-24",)) if winter else meant


_season = SHAPES("season")


def _is_season(found: re.Match[str]) -> bool:
    """Tell "last spring" and "in the summer" from "a spring" and "to fall"."""
    if found["which"] or found["year"] or found["which_year"] in ("this", "last", "next", "that"):
        return True
    plain = found["season"].lower() in ("summer", "winter", "autumn")
    ends = re.compile(r"\W*$|[.,;]").match(found.string, found.end(), found.end() + 2)
    return bool(found["in"] and found["the"] and (plain or (ends and found["in"].lower() == "in")))


def _settled(setting: Setting, found: re.Match[str], template: str) -> DatePhrase:
    """A season, quarter or half in the year that stands beside it, or in the nearest one."""
    at, to = found.start(), found.end()
    if found.groupdict().get("in"):
        at = found.end("in") + 1
    if found["year"]:
        return DatePhrase(at, to, edtf.in_year(template, int(found["year"])), relative=False)
    if found["which_year"]:
        year = setting.year_called(found["which_year"].lower())
        return DatePhrase(at, to, edtf.in_year(template, year) if year else None)
    if setting.published is None:
        return DatePhrase(at, to, None)
    which = (found["which"] or "").lower()
    if which in ("last", "past", "previous", "this past"):
        return DatePhrase(at, to, _last_over(template, setting.published))
    ahead = True if which in ("next", "coming") else setting.looks_ahead(at, to)
    return DatePhrase(at, to, reckoning.nearest(template, setting.published, ahead))


def _last_over(template: str, published: date) -> str:
    """The latest such period that was over when the text was printed."""
    meant = reckoning.nearest(template, published, ahead=False)
    if edtf.interval(meant)[1] >= published:
        return edtf.in_year(template, int(meant[:4]) - 1)
    return meant


def parts_of_year(setting: Setting) -> Iterator[DatePhrase]:
    """The fourth quarter; Q3 2024; H1 2024; the second half of 2012; the first half of the year."""
    for found in _part_of_year().finditer(setting.text, setting.start, setting.end):
        name = (found["number"] or found["figure"]).lower()
        number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "latter": 2}.get(name) or int(
            re.sub(r"\D", "", name)
        )
        half = "h" in (found["kind"] or found["figure"]).lower()
        code = 39 + number if half else 32 + number
        if not _is_business(setting, found) or code == 42 or code == 43:
            continue
        if found["fiscal"]:  # a company's year begins where it likes
            year = found["fiscal_year"] or found["year"] or ""
            near = found["which"] or found["which_year"]
            period = None if half or near else setting.quarters.get((number, year))
            yield DatePhrase(found.start(), found.end(), period)
        else:
            yield _settled(setting, found, f"XXXX-{code}")


def short_quarters(setting: Setting) -> Iterator[DatePhrase]:
    """2Q23."""
    for found in _short_quarter().finditer(setting.text, setting.start, setting.end):
        period = f"20{found['year']}-{32 + int(found['number'])}"
        yield DatePhrase(found.start(), found.end(), period, relative=False)


_short_quarter = SHAPES("short_quarter")


_part_of_year = SHAPES("part_of_year")


def first_months(setting: Setting) -> Iterator[DatePhrase]:
    """The first nine months of 2024; the last three months of the year."""
    for found in _first_months().finditer(setting.text, setting.start, setting.end):
        count = worth(found["count"])
        if not count or not 1 < count < 12:
            continue
        year = found["year"] or setting.year_called(found["which_year"].lower())
        first = 1 if found["end"].lower() == "first" else 13 - count
        period = f"{year}-{first:02}/{year}-{first + count - 1:02}" if year else None
        yield DatePhrase(found.start(), found.end(), period, relative=not found["year"])


_first_months = SHAPES("first_months")


def _is_business(setting: Setting, found: re.Match[str]) -> bool:
    """Tell the third quarter of a year from that of a match."""
    if found["year"] or found["which_year"] or found["figure"] or found["fiscal"]:
        return True
    if found["kind"].lower() == "half":
        return False
    around = setting.text[
        max(setting.start, found.start() - 120) : min(setting.end, found.end() + 120)
    ]
    return not words("date_cues", "business").isdisjoint(letters(around))


def relative_periods(setting: Setting) -> Iterator[DatePhrase]:
    """Last week, this month, earlier this year, that year, over the weekend, the year's end."""
    for found in _relative_period().finditer(setting.text, setting.start, setting.end):
        which, unit = (found["which"] or "").lower(), found["unit"].lower()
        if which in ("the", "") and not _is_of_now(setting, found, unit):
            continue
        if which in _STEPS and _is_length(setting, found):
            continue
        meant = _period_meant(setting, found, which, unit)
        yield DatePhrase(found.start(), found.end(), meant, in_focus=which in _FROM_FOCUS)


_relative_period = SHAPES("relative_period")


def _is_length(setting: Setting, found: re.Match[str]) -> bool:
    """Tell "within the last month", how long ago at most, from "last month"."""
    before = setting.text[max(setting.start, found.start() - 4) : found.start()]
    return before.lower().endswith("the ") and found["which"].lower() in ("last", "past")


# the end of (the) year | later in the week | at the weekend
_leads_to_now = SHAPES("leads_to_now")


def _is_of_now(setting: Setting, found: re.Match[str], unit: str) -> bool:
    """Whether "the year" is the current one: the end of the year, by year's end, the weekend."""
    before = setting.text[max(setting.start, found.start() - 24) : found.start()]
    if unit == "weekend" and _weekend_before().search(before):
        return True
    after = _end_or_to_date().match(setting.text[found.end() : found.end() + 9])
    leads = found["which"] or _end_of().search(before)
    return bool(after or (leads and _leads_to_now().search(before)))


_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this past": -1,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "the following": 1,
    "the next": 1,
    "the previous": -1,
}
_FROM_FOCUS = ("that", "that same", "the same", "the following", "the next", "the previous")


def _period_meant(setting: Setting, found: re.Match[str], which: str, unit: str) -> str | None:
    anchor, step = setting.published, _STEPS.get(which, 0)
    if which in _FROM_FOCUS:
        anchor = setting.focus
        if unit in ("year", "decade", "century"):
            anchor = date(setting.focus_year, 7, 1) if setting.focus_year else None
    if anchor is None:
        return None
    match unit:
        case "weekend":
            return _weekend_meant(setting, found, which, anchor)
        case "week":
            return edtf.of_days(*reckoning.week(anchor, step))
        case "month":
            return reckoning.shifted(anchor.replace(day=1), months=step).isoformat()[:7]
        case "year":
            return f"{anchor.year + step:04}"
        case "decade":
            return f"{anchor.year // 10 + step:03}X"
        case _:
            return f"{anchor.year // 100 + step:02}XX"


def _weekend_meant(setting: Setting, found: re.Match[str], which: str, anchor: date) -> str:
    ahead = which in ("next", "this coming", "coming", "the following", "the next")
    if which in ("this", "the", "the same", "that"):
        ahead = setting.looks_ahead(found.start(), found.end()) is True
    running = anchor.weekday() >= 5 and which in ("last", "past", "previous", "this past")
    first, last = reckoning.weekend(anchor, -1 if running else 0, ahead=ahead)
    return edtf.of_days(first, last)


_end_or_to_date = SHAPES("end_or_to_date")
_weekend_before = SHAPES("weekend_before")
_end_of = SHAPES("end_of")
