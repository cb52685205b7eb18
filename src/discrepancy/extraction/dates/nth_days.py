"""Days and weeks counted off inside a month: "the last Friday in May", "the first week of May".

>>> setting = Setting("It met on the first Monday of May 2023 and in its last week.", 0, 60)
>>> [phrase.edtf for phrase in counted_off(setting)]
['2023-05-01']
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import UNITS, numbers
from discrepancy.english.numbers.counts import worth
from discrepancy.extraction.dates import reckoning
from discrepancy.extraction.dates.setting import DatePhrase, Setting
from discrepancy.extraction.dates.shapes import SHAPES

_LAST = frozenset(("last", "final", "closing"))
_FIRST = frozenset(("opening",))


def counted_off(setting: Setting) -> Iterator[DatePhrase]:
    """The third Monday in May; the first week, half or weekend of May; the last day of May."""
    for found in _counted_off().finditer(setting.text, setting.start, setting.end):
        month = _month(setting, found)
        meant = None if month is None else _meant(setting, found, month)
        if month is None or meant is not None:  # no fifth Monday in a month that has four
            yield DatePhrase(found.start(), found.end(), meant, relative=not found["year"])


_counted_off = SHAPES("counted_off")


def _month(setting: Setting, found: re.Match[str]) -> date | None:
    """The first day of the month that it is counted in, if anything settles its year."""
    near = (found["near"] or "").lower()
    if near in ("that", "the same", "the"):
        seen = setting.month[1] if setting.month else None
        return seen or (setting.published and setting.published.replace(day=1))
    if near:
        step = {"last": -1, "next": 1}.get(near, 0)
        printed = setting.published
        return printed and reckoning.shifted(printed.replace(day=1), months=step)
    number = numbers("month")[found["month"].lower()]
    if found["year"]:
        return date(int(found["year"]), number, 1)
    if found["which_year"]:
        called = setting.year_called(found["which_year"].lower())
        return date(called, number, 1) if called else None
    settled = setting.settled(f"XXXX-{number:02}", found.start(), found.end())
    return edtf.interval(settled)[0] if settled else None


def _meant(setting: Setting, found: re.Match[str], month: date) -> str | None:
    period = _period(found, month)
    printed = setting.published
    unsettled = found["month"] and not (found["year"] or found["which_year"])
    ahead = setting.looks_ahead(found.start(), found.end())
    if period and unsettled and printed and ahead is False and period[0] > printed:
        period = _period(found, month.replace(year=month.year - 1))  # it met on the last Friday
    return period and edtf.of_days(*period)


def _period(found: re.Match[str], month: date) -> tuple[date, date] | None:
    """The first and the last day, the month given by its first."""
    nth, end = _number(found), month.replace(day=monthrange(month.year, month.month)[1])
    if found["half"]:
        middle = month.replace(day=15)
        return (month, middle) if nth == 1 else (middle + timedelta(days=1), end)
    unit, many = found["unit"].lower(), worth(found["many"] or "one") or 1
    if many > 1 and abs(nth) > 1:
        return None  # the second two weeks
    if unit in UNITS:
        return _stretch(month, end, nth, many * UNITS[unit])
    days = (month + timedelta(days=k) for k in range(end.day))
    wanted = 5 if unit == "weekend" else numbers("weekday")[unit]
    found_days = [day for day in days if day.weekday() == wanted]
    at = nth if nth < 0 else nth - 1
    if at >= len(found_days) or many > 1:
        return None
    return found_days[at], found_days[at] + timedelta(days=unit == "weekend")


def _stretch(month: date, end: date, nth: int, days: int) -> tuple[date, date] | None:
    """The nth stretch of so many days from the first of a month, or back from its last."""
    if nth < 0:
        last = end - timedelta(days=days * (-nth - 1))
        first = last - timedelta(days=days - 1)
    else:
        first = month + timedelta(days=days * (nth - 1))
        last = min(first + timedelta(days=days - 1), end)
    return (first, last) if month <= first <= last and days <= end.day else None


def _number(found: re.Match[str]) -> int:
    """Which of them, counted from the first day (1) or back from the last (-1)."""
    if found["back"]:
        return -2
    if not found["nth"]:
        word = found[0].lower().removeprefix("the ").split()[0]
        return 1 if word in _FIRST else -1
    written = found["nth"].lower()
    return int(written[0]) if written[0].isdigit() else numbers("ordinal")[written]
