"""Calendar dates that are written out: with the name of a month, or in figures alone.

A date without its year is found as well; the year is then "XXXX", for others to settle.

>>> [date.edtf for date in find("On Thursday, Oct. 24, 2024 they met; on 5 May they parted.")]
['2024-10-24', 'XXXX-05-05']
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from discrepancy.english.numbers.counts import worth
from discrepancy.patterns import pattern
from discrepancy.span import Span
from discrepancy.tables import Row, rows, words

Order = Literal["day first", "month first"]
"""What the first figure of 03/04/2024 is."""


class WrittenDate(NamedTuple):
    """A date as it stands in a text."""

    span: Span
    edtf: str
    """A day or month; "XXXX-10-28" and "XXXX-10" where no year is written."""
    alternatives: tuple[str, ...] = ()
    """The other reading of 03/04/2024, where the order is not known."""
    exists: bool = True
    """False: no calendar has the day, as in 31 April or 29 February 2015."""


class Named(Row):
    """The number that words stand for: months, weekdays, seasons, ordinals."""

    number: int
    words: str


@cache
def numbers(section: str) -> Mapping[str, int]:
    """The words of one section of data/dates.toml and the numbers they stand for."""
    return {word: row.number for row in rows("dates", Named, section) for word in row.words.split()}


UNITS = {"day": 1, "week": 7, "fortnight": 14}
"""The days of the units of time that have a fixed number of them."""


@cache
def choice(section: str) -> str:
    """The words of one section as the inside of a regular expression, longest first."""
    return "|".join(sorted(numbers(section), key=lambda word: (-len(word), word)))


def find(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    order: Order | None = None,
    absent: bool = False,
) -> Iterator[WrittenDate]:
    """The dates written between two offsets of a text, in order.

    Args:
        text: any text.
        start: where to begin.
        end: where to stop; the end of the text by default.
        order: how the document writes dates in figures, where that is known.
        absent: whether days are wanted too that no calendar has ("31 April").

    >>> [date.edtf for date in find("on 31 April 2015 or 30 April 2015", absent=True)]
    ['2015-04-31', '2015-04-30']
    """
    for found in _shaped(text, start, len(text) if end is None else end):
        readings = _readings(found, order)
        ends = found.end()
        if _counts_something(found):
            month = numbers("month")[found["month2"].rstrip(".").lower()]
            readings, ends = (f"XXXX-{month:02}",), found.end("month2")
        if readings:
            yield WrittenDate(Span(start=found.start(), end=ends), readings[0], readings[1:])
        elif absent and (day := _absent(found)):
            yield WrittenDate(Span(start=found.start(), end=ends), day, exists=False)


def _shaped(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where `_shape` matches, tried only where a digit or a name of the calendar may begin."""
    lower = text[start:end].lower()
    if len(lower) != end - start:  # "İ" is two characters in lower case
        yield from _shape().finditer(text, start, end)
        return
    behind = start
    for may_begin in _beginning().finditer(lower):
        at = start + may_begin.start()
        if at >= behind and (found := _shape().match(text, at, end)):
            yield found
            behind = found.end()


@cache
def _beginning() -> re.Pattern[str]:
    """Digits, and the first letters of months, weekdays and ordinals: a set that is quickly met."""
    named = (word for section in ("month", "weekday", "ordinal") for word in numbers(section))
    return re.compile("|".join(sorted({*"0123456789", *(word[:3] for word in named)})))


def order(text: str) -> Order | None:
    """How a document writes dates in figures, where one of them can be read in one way only.

    >>> order("on 3/4/2024 and 3/31/2024"), order("on 3/4/2024")
    ('month first', None)
    """
    for found in _in_figures_alone().finditer(text):
        first, second = int(found["first"]), int(found["second"])
        if 31 >= first > 12 >= second:
            return "day first"
        if 31 >= second > 12 >= first:
            return "month first"
    return None


_in_figures_alone = pattern(
    r"(?<![\w./-])(?P<first>\d\d?)(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark)(?:\d\d){1,2}(?![\w./-]\d)"
)

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_BELOW_100 = rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS})"
YEAR_IN_WORDS = (
    rf"(?:(?:eighteen|nineteen|twenty)[ -]{_BELOW_100}"
    rf"|two[ ]thousand(?:(?:[ ]and)?[ ](?:{_BELOW_100}|{_ONES}))?)"
)
"""A year that is spelt out, as the inside of a regular expression."""


@cache
def _full_and_short(section: str) -> tuple[str, str]:
    """Whole words, and abbreviations that may end in a full stop, as alternatives."""
    listed = [row.words.split() for row in rows("dates", Named, section)]
    return "|".join(one[0] for one in listed), "|".join(w for one in listed for w in one[1:])


@cache
def _shape() -> re.Pattern[str]:
    full, short_forms = _full_and_short("month")
    month = rf"(?:{full})(?![a-z])(?:\.(?=[ ]\d))?|(?:{short_forms})(?![a-z])\.?"
    weekday = rf"(?:(?:{choice('weekday')})\b\.?,?[ ]{{1,2}}(?:the[ ])?)?"
    suffix = r"(?:st|nd|rd|th)?(?![\w%])(?!,\d{3}|\.\d)"
    ordinal = choice("ordinal").replace("-", "[- ]")
    word = rf"(?:{ordinal})(?=[ ]{{1,2}}(?:day[ ])?of[ ])|(?:twenty|thirty)[- ](?:{_ONES})"
    led = r"(?P<led>(?<=\bon[ ])|(?<=\bsince[ ])|(?<=\buntil[ ]))?"
    named = rf"[ ](?-i:(?=[A-Z]))(?:{month})"
    # on eleven March, eleven March 1915, but no eleven March brides; 23. November 2021
    # the jury is out on 12. May will decide
    acts = r"(?![ ](?:will|would|is|was|has|had|can|could|must|says|said)\b)"
    dated = rf"(?={named}(?(led){acts}|[ ](?:1[0-9]|20)\d\d(?!\d)))"
    cardinal = rf"(?:{_TEENS}|{_ONES.removeprefix('one|')}|twenty|thirty)\b"
    year = rf"(?:1[0-9]|20|21)\d\d(?![\d%])(?!,\d)|{YEAR_IN_WORDS}\b"
    short = r"['’]\d\d(?!\d)|(?<=of[ ])\d\d(?![\w.,:]?\d)"
    bare = r"(?<=[ ][a-z]{3}[ ])\d\d(?=\s*$|[.;)!?](?!\d)|,(?![ ]?\d)|\n)"  # 4 Jun 23
    return re.compile(
        rf"""(?<![\w$€£])(?<!\d[.-])(?:
          # Tuesday, 24 October 2024; 24th of Oct; the fourth of July, 1995; 24-Oct-2024
          {led}{weekday}(?P<day>(?:[0-2]?\d|3[01]){suffix}|(?:{word})\b
              |(?:(?:[0-2]?\d|3[01])\.|{cardinal}){dated})
            (?:[ ]{{1,2}}(?:(?:day[ ])?of[ ])?|[-/])(?P<month>{month})
            (?:(?:,?[ ]{{1,2}}(?:of[ ])?|[-/])(?P<year>{year}|{short}|{bare}))?
          # Thursday, October 24, 2024; Oct 24th; Dec31, 1994; Sep-23-2020
        | {weekday}(?P<month2>{month})(?:[ ]{{0,2}}(?:the[ ])?|-)
            (?P<day2>(?:[0-2]?\d|3[01]){suffix}(?!:\d)|(?:{ordinal})\b
              |(?:(?:twenty|thirty)[- ](?:{_ONES})|{cardinal})(?=[ ]?,?[ ](?:1[0-9]|20)\d\d(?!\d)))
            (?:(?:[ ]?,[ ]?|[ ]{{1,2}}(?:of[ ])?|-)(?P<year2>{year}|{short}))?
          # October 2024; Oct, 2024; October of '24; Dec-2018
        | (?P<month3>{month})(?:[ ]?,?[ ]{{1,2}}(?:of[ ])?|-)(?P<year3>{year}|{short})
          # 2024-10-24; 2024/10/24; 2019-aug-1; 2020/23/Sep; 2016 10 16
        | (?P<year4>(?:19|20)\d\d)(?P<mark>[-/. ])(?:(?P<month4>1[0-2]|0?[1-9]|{month})(?P=mark)
            (?P<day4>[0-2]?\d|3[01])|(?P<day6>[0-2]?\d|3[01])(?P=mark)(?P<month6>{month}))
            (?:(?=T\d\d:)|(?![\w%]))
          # 3/4/2024; 11/30/09; 7/2/23; 02.29.12
        | (?P<first>[0-2]?\d|3[01])(?P<mark2>[-/.])(?P<second>[0-2]?\d|3[01])[ ]?(?P=mark2)[ ]?
            (?P<year5>(?:19|20)\d\d|(?<=\d\d.|.\d/)\d\d(?![./-]\d))(?![\w%])(?![./]\d)
          # 12-2015
        | (?P<month7>0?[1-9]|1[0-2])[-/](?P<year7>(?:19|20)\d\d)(?![\w%])(?![./-]\d)
          # the month alone
        | (?P<month5>{month})
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def _counts_something(found: re.Match[str]) -> bool:
    """Tell "in May 20 people died" from "on May 20 people gathered"."""
    text = found.string
    if not found["month2"] or found["year2"] or not found["day2"].isdigit():
        return False
    return text[max(0, found.start() - 3) : found.start()].lower() == "in " and bool(
        re.match(r" [a-z]", text[found.end() : found.end() + 2])
    )


# Words that are other words too: they name a month only with a capital, or beside a full date.
_ORDINARY = frozenset({"may", "march", "mar", "sat", "sun", "dec", "jan", "second"})


def _readings(found: re.Match[str], order: Order | None) -> tuple[str, ...]:
    if found["first"]:
        return _in_figures(found, order)
    month = next(found[name] for name in _MONTHS if found[name])
    year = next((found[name] for name in _YEARS if found[name]), None)
    day = next((found[name] for name in _DAYS if found[name]), None)
    if _is_ordinary_word(month, day, year):
        return ()
    number = int(month) if month.isdigit() else numbers("month")[month.rstrip(".").lower()]
    years = _year(year) if year else "XXXX"
    if day is None:
        return (f"{years}-{number:02}",)
    return _day(years, number, _day_number(day))


_MONTHS = ("month", "month2", "month3", "month4", "month5", "month6", "month7")
_YEARS = ("year", "year2", "year3", "year4", "year7")
_DAYS = ("day", "day2", "day4", "day6")


def _is_ordinary_word(month: str, day: str | None, year: str | None) -> bool:
    """Tell "they may 20 times" and "a march" from "May 20" and "in March"."""
    if year or month[0].isdigit() or month[0].isupper():
        return False
    return day is None or month.rstrip(".").lower() in _ORDINARY


def _absent(found: re.Match[str]) -> str | None:
    """The day that is written and does not exist; a number behind a month may count something."""
    month = next((found[name] for name in _MONTHS if found[name]), None)
    day = next((found[name] for name in _DAYS if found[name]), None)
    year = next((found[name] for name in _YEARS if found[name]), None)
    if month is None or day is None or _is_ordinary_word(month, day, year):
        return None
    behind = re.match(r" ([a-z]+)", found.string[found.end() : found.end() + 16])
    if found["month2"] and not year and behind and behind[1] not in words("stopwords", "words"):
        return None  # by June 31 boats were gone
    number = int(month) if month.isdigit() else numbers("month")[month.rstrip(".").lower()]
    last = _day_number(day)
    return f"{_year(year) if year else 'XXXX'}-{number:02}-{last:02}" if 28 < last < 32 else None


def _in_figures(found: re.Match[str], order: Order | None) -> tuple[str, ...]:
    first, second, year = int(found["first"]), int(found["second"]), _year(found["year5"])
    as_day_first = _day(year, second, first)
    as_month_first = _day(year, first, second)
    if order == "day first" and as_day_first:
        return as_day_first
    if order == "month first" and as_month_first:
        return as_month_first
    if found["mark2"].strip() == ".":  # 03.04.2024 is written by those who put the day first
        return tuple(dict.fromkeys(as_day_first + as_month_first))
    return tuple(dict.fromkeys(as_month_first + as_day_first))


def _year(written: str) -> str:
    if written.isdigit() and len(written) == 4:
        return written
    short = written.lstrip("'’")
    if not short.isdigit():
        return str(year_in_words(written))
    return str(int(short) + (2000 if int(short) < 40 else 1900))


def year_in_words(written: str) -> int:
    """The year that is spelt out.

    >>> year_in_words("nineteen eighty-six"), year_in_words("two thousand and fifteen")
    (1986, 2015)
    """
    if "thousand" in written.lower():
        return worth(written) or 0
    century, rest = re.split(r"[ -]", written, maxsplit=1)
    return (worth(century) or 0) * 100 + (worth(rest) or 0)


def _day_number(written: str) -> int:
    if figures := re.match(r"\d+", written):
        return int(figures[0])
    words = written.lower().replace(" ", "-")
    return numbers("ordinal").get(words) or worth(words) or 0


def _day(year: str, month: int, day: int) -> tuple[str, ...]:
    """The one reading as a day, or none where the calendar has no such day."""
    try:
        date(2000 if year == "XXXX" else int(year), month, day)
    except ValueError:
        return ()
    return (f"{year}-{month:02}-{day:02}",)
