"""Days with a name: Christmas Eve, Boxing Day 2004, last Easter, Black Friday.

>>> day_of("Easter", 2018), day_of("Black Friday", 2010)
(datetime.date(2018, 4, 1), datetime.date(2010, 11, 26))
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from discrepancy.calendar.written_dates import numbers
from discrepancy.extraction.dates import reckoning
from discrepancy.extraction.dates.setting import DatePhrase, Setting
from discrepancy.extraction.dates.shapes import SHAPES
from discrepancy.extraction.dates.shapes import holidays as named_days


def holidays(setting: Setting) -> Iterator[DatePhrase]:
    """The named days of one sentence."""
    for found in _holiday().finditer(setting.text, setting.start, setting.end):
        year = found["year"] or _year_behind(setting, found.end())
        if _named_after().match(setting.text[found.end() : found.end() + 4]):
            continue  # the Good Friday Agreement, the Easter Rising
        if year:
            day = day_of(found["name"], int(year))
            yield DatePhrase(found.start(), found.end(), day.isoformat(), relative=False)
        else:
            yield DatePhrase(found.start(), found.end(), _nearest(setting, found))


def day_of(name: str, year: int) -> date:
    """The day on which a holiday of the table falls in one year."""
    rule = named_days()[name.replace("’", "'").lower()]
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule[6:]))
    if " " not in rule:
        return date.fromisoformat(f"{year}-{rule}")
    month, weekday, nth, *later = rule.split()
    return _nth(year, int(month), numbers("weekday")[weekday], int(nth)) + timedelta(
        days=int(later[0]) if later else 0
    )


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = reckoning.shifted(date(year, month, 1), months=1) - timedelta(days=1)
        return reckoning.weekday(weekday, last)
    return reckoning.weekday(weekday, date(year, month, 1), ahead=True) + timedelta(weeks=nth - 1)


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * days) // 451
    month, day = divmod(moon + days - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _year_behind(setting: Setting, at: int) -> str | None:
    """Boxing Day earthquake in 2004."""
    found = _told_behind().match(setting.text, at, setting.end)
    return found[1] if found else None


def _nearest(setting: Setting, found: re.Match[str]) -> str | None:
    published = setting.published
    if published is None:
        return None
    days = [day_of(found["name"], published.year + step) for step in (-1, 0, 1)]
    match (found["which"] or "").lower():
        case "last" | "past":
            return max(day for day in days if day < published).isoformat()
        case "next" | "following" | "coming":
            return min(day for day in days if day > published).isoformat()
        case "this":
            return days[1].isoformat()
    ahead = setting.looks_ahead(found.start(), found.end())
    if ahead is None:
        return min(days, key=lambda day: abs((day - published).days)).isoformat()
    if ahead:
        return min(day for day in days if day >= published).isoformat()
    return max(day for day in days if day <= published).isoformat()


def first_words() -> frozenset[str]:
    """The words of which every name of a holiday begins with one."""
    return frozenset(re.split(r"\W", name)[0] for name in named_days())


_holiday = SHAPES("holiday")


_named_after = SHAPES("named_after")
_told_behind = SHAPES("year_behind")
