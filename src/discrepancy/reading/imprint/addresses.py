"""The web address of a document, where its text begins with it, and the day that it tells.

>>> str(day_of("https://arn.example/2013/jul/02/ferry")), day_of("https://arn.example/2013/ferry")
('2013-07-02', None)
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice

from discrepancy.calendar import written_dates
from discrepancy.patterns import pattern

_LINES_AT_THE_TOP = 6
"""How many filled lines from the top an address may stand."""


_url = pattern(r"https?://(?P<host>[^/\s:?#]+)(?P<path>[^\s?#]*)", re.IGNORECASE)


def address(text: str) -> str | None:
    """An address that fills one of the first lines; one below the story is of another page."""
    first = islice(_filled_lines(text[:2000]), _LINES_AT_THE_TOP)
    for line in first:
        if _url().match(line) and " " not in line:
            return line
        if line.endswith((".", ".”", '."')) and line.count(" ") >= _WORDS_OF_PROSE:
            return None
    return None


_WORDS_OF_PROSE = 4
"""Spaces that a sentence of a story has at the least."""


@cache
def _day_in_path() -> re.Pattern[str]:
    months = written_dates.choice("month")
    return re.compile(
        rf"(?<!\d)(?P<year>19[89]\d|20[0-4]\d)(?:(?P<mark>[/_-])(?P<month>\d{{1,2}}|{months})"
        rf"(?P=mark)(?P<day>\d{{1,2}})|(?P<month2>\d\d)(?P<day2>\d\d))(?!\d)",
        re.IGNORECASE,
    )


def day_of(address: str | None) -> date | None:
    """The day in /2013/07/02/, /2013-07-02-, /2013/jul/02/ or /20130702/."""
    found = _url().search(address or "")
    for day in _day_in_path().finditer(found["path"]) if found else ():
        month = (day["month"] or day["month2"]).lower()
        number = int(month) if month.isdigit() else written_dates.numbers("month")[month]
        try:
            return date(int(day["year"]), number, int(day["day"] or day["day2"]))
        except ValueError:  # /2013/38/07: a week, or an id
            continue
    return None


def _filled_lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line.strip())
