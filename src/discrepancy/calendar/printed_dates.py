"""Days, periods and the time between two of them, as one prints them.

>>> date_words("2023-22"), apart("2024-10-29", "2024-10-31")
('summer 2023', 'two days later')
"""

from datetime import date

from discrepancy.calendar import edtf

_SMALL = [
    "no",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
]  # "a day later" says one

_DAY = len("2024-10-31")
_PERIODS = {
    "21": "spring {}",
    "22": "summer {}",
    "23": "autumn {}",
    "24": "winter {}",
    "33": "the first quarter of {}",
    "34": "the second quarter of {}",
    "35": "the third quarter of {}",
    "36": "the fourth quarter of {}",
    "40": "the first half of {}",
    "41": "the second half of {}",
}


def date_words(edtf: str) -> str:
    """An EDTF day or period in words; what it cannot word stays as it is.

    >>> date_words("2024-10-31"), date_words("2024-06/.."), date_words("199X~")
    ('31 October 2024', 'June 2024 or later', 'about the 1990s')
    >>> date_words("2026-03-21/2026-03-31"), date_words("2026-03-30/2026-04-02")
    ('21 to 31 March 2026', '30 March to 2 April 2026')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day_words(first)
    if last in ("", ".."):
        return f"{_day_words(first)} or later"
    if first in ("", ".."):
        return f"{_day_words(last)} or earlier"
    return f"{_shorter(first, last)} to {_day_words(last)}"


def _shorter(first: str, last: str) -> str:
    """The first of two days without the month and the year that it has in common with the last."""
    words = _day_words(first)
    if len(first) != _DAY or len(last) != _DAY:
        return words
    same = 2 if first[:7] == last[:7] else 1 if first[:4] == last[:4] else 0
    return " ".join(words.split()[: 3 - same])


def _day_words(edtf: str) -> str:
    stated = edtf.rstrip("~?%")
    hedge = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(edtf[len(stated) :], "")
    parts = [part for part in stated.split("-") if part != "XX"]
    if len(parts) == 1 and "X" in parts[0]:
        known = parts[0].count("X") < 3
        return f"{hedge}the {parts[0].replace('X', '0')}s" if known else edtf
    if len(parts) == 2 and parts[1] in _PERIODS:
        return hedge + _PERIODS[parts[1]].format(parts[0])
    try:
        day = date.fromisoformat("-".join((*parts, "01", "01")[:3]))
    except ValueError:
        return edtf
    form = {1: "{0.year}", 2: "{0:%B} {0.year}", 3: "{0.day} {0:%B} {0.year}"}[len(parts)]
    return hedge + form.format(day)


def apart(here: str, there: str) -> str:
    """How much later or earlier the second day or period is, as a person says it.

    In years where both are years, in months where both are months; days that share their day of
    the month in whole months; else in days, weeks, or about so many months or years.

    >>> apart("2012", "2013"), apart("2024-06", "2024-03"), apart("2001-09-11", "2011-09-11")
    ('a year later', 'three months earlier', 'ten years later')
    >>> apart("2024-01-03", "2024-01-24"), apart("2023-07", "2023-06-27"), apart("2020", "2024-05")
    ('three weeks later', 'four days earlier', 'about three years later')
    """
    sign = "later" if edtf.interval(here) <= edtf.interval(there) else "earlier"
    return f"{_span(here, there)} {sign}"


def _span(here: str, there: str) -> str:
    one, other = edtf.interval(here)[0], edtf.interval(there)[0]
    kinds = {edtf.precision(here), edtf.precision(there)}
    months = abs((other.year - one.year) * 12 + other.month - one.month)
    if kinds == {"year"} or (len(kinds) == 1 and one.day == other.day and months % 12 == 0):
        return counted(months // 12, "year") if months else "no time"
    if months and len(kinds) == 1 and one.day == other.day:
        return counted(months, "month")
    return span_words(edtf.days_apart(here, there))


def span_words(days: int) -> str:
    """So many days, as a person says them.

    >>> span_words(1), span_words(21), span_words(150), span_words(4186)
    ('a day', 'three weeks', 'about five months', 'about 11 years')
    """
    if days < _MONTHS_FROM:
        weeks = days >= 14 and days % 7 == 0
        return counted(days // 7, "week") if weeks else counted(days, "day")
    if days < _YEARS_FROM:
        return f"about {counted(round(days / 30.44), 'month')}"
    return f"about {counted(round(days / 365.25), 'year')}"


_MONTHS_FROM, _YEARS_FROM = 60, 700
"""From so many days on, months and years say more than days."""


def counted(number: int, noun: str) -> str:
    """A number of something of time in words, up to ten: "a day", "an hour", "three weeks".

    >>> counted(1, "hour"), counted(3, "week"), counted(40, "day")
    ('an hour', 'three weeks', '40 days')
    """
    if number == 1:
        return f"an {noun}" if noun == "hour" else f"a {noun}"
    return f"{_SMALL[number - 1] if 1 < number <= 10 else number} {noun}s"


def clock_apart(minutes: float) -> str:
    """How much later or earlier a clock time is.

    >>> clock_apart(90), clock_apart(-60), clock_apart(1)
    ('an hour and 30 minutes later', 'an hour earlier', 'a minute later')
    """
    hours, rest = divmod(round(abs(minutes)), 60)
    parts = [counted(hours, "hour")] if hours else []
    parts += [counted(rest, "minute") if rest <= 10 else f"{rest} minutes"] if rest else []
    return f"{' and '.join(parts)} {'later' if minutes > 0 else 'earlier'}"
