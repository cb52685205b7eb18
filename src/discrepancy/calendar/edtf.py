"""Days and periods written as EDTF level 1, read as the interval of days that they cover.

Months, quarters (33-36), halves (40-41), seasons (21-24, in the northern months that news
means), years, decades ("199X"), centuries ("19XX"), intervals and open ends are one thing
here: a first and a last day. A suffix "~" or "?" is read and does not widen it.

>>> interval("2024-06")
(datetime.date(2024, 6, 1), datetime.date(2024, 6, 30))
>>> overlap("2023-22", "2023-06"), overlap("2023-22", "2024-06")
(True, False)
"""

from calendar import isleap, monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from discrepancy.patterns import pattern

# First month and number of months of the codes that stand where a month could stand.
_PERIODS = {
    **{month: (month, 1) for month in range(1, 13)},
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}
_UNSPECIFIED = {0: "year", 1: "decade", 2: "century", 3: "millennium", 4: "unknown"}


@lru_cache(maxsize=8192)
def interval(text: str) -> tuple[date, date]:
    """The first and the last day of a day or period; an open end is `date.min` or `date.max`.

    Raises:
        ValueError: it is no EDTF that is read here.
    """
    first, slash, last = text.partition("/")
    if not slash:
        if ".." in text:
            raise ValueError(f"an open end needs a slash, as in '2024-06/..': {text!r}")
        return _part(text)
    earliest = date.min if first in ("..", "") else _part(first)[0]
    latest = date.max if last in ("..", "") else _part(last)[1]
    if latest < earliest:
        raise ValueError(f"the period ends before it begins: {text!r}")
    return earliest, latest


def overlap(a: str, b: str) -> bool:
    """Whether the two periods share a day; a day without its year, in any year.

    >>> overlap("XXXX-12-06", "2008-12"), overlap("XXXX-12-06", "XXXX-12-05")
    (True, False)
    """
    if a.startswith("XXXX-"):
        return any(overlap(year, b) for year in _in_the_years_of(a, b))
    if b.startswith("XXXX-"):
        return overlap(b, a)
    (first_a, last_a), (first_b, last_b) = interval(a), interval(b)
    return first_a <= last_b and first_b <= last_a


def _in_the_years_of(template: str, other: str) -> list[str]:
    """Give it every year of the other period, or both one leap year: XXXX-12-06 in 2008."""
    if other.startswith("XXXX-"):
        other = in_year(other, 2000)
    first, last = interval(other)
    years = range(first.year, min(last.year, first.year + 8) + 1)  # eight hold a 29 February
    return in_years(template, years)


def in_years(template: str, years: Iterable[int]) -> list[str]:
    """A day or period without its year in each of these years in which the calendar has it.

    >>> in_years("XXXX-02-29", range(2007, 2010))
    ['2008-02-29']
    """
    named = (in_year(template, year) for year in years)
    return [text for text in named if exists(text)]


def in_year(template: str, year: int) -> str:
    """A day or period in that year; one that lasts to the end of February ends where that ends.

    >>> in_year("XXXX-12-06", 2008), in_year("XXXX-02-21/XXXX-02-29", 2007)
    ('2008-12-06', '2007-02-21/2007-02-28')
    """
    text = template.replace("XXXX", f"{year:04}")
    if text.endswith("-02-29") and "/" in text and not isleap(year):
        return text.removesuffix("29") + "28"
    return text


def exists(text: str) -> bool:
    """Whether the calendar has such a day or period: 29 February only of a leap year."""
    try:
        interval(text)
    except ValueError:
        return False
    return True


def contains(a: str, b: str) -> bool:
    """Whether every day of `b` lies in `a`."""
    (first_a, last_a), (first_b, last_b) = interval(a), interval(b)
    return first_a <= first_b and last_b <= last_a


def days_apart(a: str, b: str) -> int:
    """How many days lie from the end of the earlier period to the start of the later one.

    >>> days_apart("2024-10-23", "2024-10-31"), days_apart("2024-10", "2024-10-31")
    (8, 0)
    """
    (first_a, last_a), (first_b, last_b) = interval(a), interval(b)
    return max(0, (first_b - last_a).days, (first_a - last_b).days)


def length(text: str) -> int | None:
    """How many days a period has; None where it has no end.

    >>> length("2024-10"), length("2024-10-23/2024-10-24"), length("2024-10/..")
    (31, 2, None)
    """
    first, last = interval(text)
    return None if first == date.min or last == date.max else (last - first).days + 1


@lru_cache(maxsize=8192)
def precision(text: str) -> str:
    """How finely it is stated.

    One of day, month, season, quarter, half, year, decade, century, millennium, interval,
    unknown ("XXXX-10-28": its year is not known).

    >>> precision("2023-22"), precision("199X"), precision("2024-10-03/2024-10-05")
    ('season', 'decade', 'interval')
    """
    interval(text)
    if "/" in text:
        return "interval"
    year, month, day = _fields(text)
    if month is None or month == "XX" or "X" in year:
        return _UNSPECIFIED[year.count("X")]
    if day is not None and day != "XX":
        return "day"
    code = int(month)
    return {1: "month", 2: "season", 3: "quarter", 4: "half"}[1 if code <= 12 else code // 10]


def is_reported_on(text: str) -> bool:
    """Whether it is a stretch that accounts are drawn up for: a year, a half or a quarter of one.

    >>> is_reported_on("2023"), is_reported_on("2023-34"), is_reported_on("2023-04")
    (True, True, False)
    """
    return precision(text) in ("year", "half", "quarter")


def of_days(first: date, last: date) -> str:
    """The shortest EDTF for all days from `first` to `last`.

    >>> of_days(date(2024, 2, 1), date(2024, 2, 29)), of_days(date(2024, 2, 1), date(2024, 2, 2))
    ('2024-02', '2024-02-01/2024-02-02')
    """
    if first == last:
        return first.isoformat()
    if first.day == 1 and last == _last_day(last.year, last.month) and first.year == last.year:
        if first.month == last.month:
            return first.isoformat()[:7]
        if (first.month, last.month) == (1, 12):
            return first.isoformat()[:4]
    return f"{first.isoformat()}/{last.isoformat()}"


# 2024, 199X, 2023-22, 2024-XX, 2024-10-24, 2023-06~
_shape = pattern(r"(\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[~?%]?")


def _fields(text: str) -> tuple[str, str | None, str | None]:
    found = _shape().fullmatch(text)
    if found is None:
        raise ValueError(f"not a day or period in EDTF: {text!r}")
    return found[1], found[2], found[3]


def _part(text: str) -> tuple[date, date]:
    year, month, day = _fields(text)
    try:
        if "X" in year:
            return _years(year)
        if month is None or month == "XX":
            return date(int(year), 1, 1), date(int(year), 12, 31)
        if day is not None and day != "XX":
            only = date(int(year), int(month), int(day))
            return only, only
        start, length = _PERIODS[int(month)]
    except (ValueError, KeyError):
        raise ValueError(f"no such day or period in the calendar: {text!r}") from None
    return date(int(year), start, 1), _end_of_months(int(year), start, length)


def _years(year: str) -> tuple[date, date]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return date(max(low, 1), 1, 1), date(high, 12, 31)


def _end_of_months(year: int, start: int, length: int) -> date:
    end = start + length - 1
    return _last_day(year + (end - 1) // 12, (end - 1) % 12 + 1)


def _last_day(year: int, month: int) -> date:
    return date(year, month, 1) + timedelta(days=monthrange(year, month)[1] - 1)
