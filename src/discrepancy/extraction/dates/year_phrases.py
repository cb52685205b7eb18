"""Phrases that mean a year or more: "in 2004", "the 2004 flood", "1950-53", "the 1990s".

>>> setting = Setting("In 2004, after the 1950-53 war; 2004 people came in the 1990s.", 0, 62)
>>> [phrase.edtf for phrase in years(setting)]
['2004', '1950/1953', '199X']
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from discrepancy.calendar.written_dates import numbers, year_in_words
from discrepancy.english.numbers.counts import worth
from discrepancy.extraction.dates.setting import DatePhrase, Setting
from discrepancy.extraction.dates.shapes import SHAPES
from discrepancy.measures import units
from discrepancy.tables import words
from discrepancy.words import british, singular


def years(setting: Setting) -> Iterator[DatePhrase]:
    """In 2004; the 2004 tsunami; 1950-53; early '09; the 1990s; the 19th century."""
    for found in _years().finditer(setting.text, setting.start, setting.end):
        at, to = found.start(found.lastgroup or 0), found.end(found.lastgroup or 0)
        match found.lastgroup:
            case "decade":
                century = "" if found["decade"][0].isdigit() and len(found["decade"]) > 4 else "19"
                figures = re.sub(r"\D", "", found["decade"])
                yield DatePhrase(at, to, f"{century}{figures}"[:3] + "X", relative=False)
            case "century":
                named = found["century"].lower().removesuffix("century")[:-1]
                number = numbers("ordinal").get(named) or int(named.removesuffix("th"))
                yield DatePhrase(at, to, f"{number - 1:02}XX", relative=False)
            case "short":
                year = int(found["short"][1:])
                yield DatePhrase(at, to, str(year + (2000 if year < 40 else 1900)), relative=False)
            case "short2":
                yield DatePhrase(at, to, str(2000 + int(found["short2"][-2:])), relative=False)
            case "span":
                yield from _span_of_years(found["span"], at, to)
            case "words":
                yield DatePhrase(at, to, str(year_in_words(found["words"])), relative=False)
            case "alone":
                if _is_year(setting, at, to):
                    yield DatePhrase(at, to, found["alone"], relative=False)


_years = SHAPES("years")


def decades_in_words(setting: Setting) -> Iterator[DatePhrase]:
    """The late sixties, the mid-nineties; but not: highs in the mid-nineties."""
    for found in _decade_in_words().finditer(setting.text, setting.start, setting.end):
        if _of_weather().search(setting.text, max(setting.start, found.start() - 60), found.end()):
            continue
        tens = worth(found["tens"].removesuffix("ies") + "y") or 0
        yield DatePhrase(found.start("tens"), found.end(), f"19{tens // 10}X", relative=False)


_decade_in_words = SHAPES("decade_in_words")


_of_weather = SHAPES("of_weather")


def _span_of_years(text: str, at: int, to: int) -> Iterator[DatePhrase]:
    first, last = re.findall(r"\d+", text)
    if "/" in text and len(last) == 2 and int(last) != (int(first) + 1) % 100:
        return  # Directive 2006/54, but the season of 2006/07
    last = first[: 4 - len(last)] + last
    if int(first) < int(last) <= int(first) + 150:
        yield DatePhrase(at, to, f"{first}/{last}", relative=False)


# in 2004 | back in 2004 | early 2004 | (2004 | the 2004 | his grey 2013 | Boxing Day 2004
_before_a_year = SHAPES("before_a_year")


_determiner = SHAPES("determiner")


def _is_year(setting: Setting, at: int, to: int) -> bool:
    """Tell the year 2004 from 2004 people."""
    text = setting.text
    before = text[max(setting.start, at - 24) : at]
    after = text[to : min(setting.end, to + 24)]
    year = int(text[at:to])
    if not 1400 <= year <= _LATEST:
        return False
    follows = re.match(r"[ -]([a-z]+)", after)
    if _size_before().search(before):
        return False
    if _year_before().search(before):
        return True
    if after.startswith(("'s ", "’s ")):
        return year in _RECENT
    if not before and follows and follows[1] in words("date_cues", "of_a_year"):
        return year in _RECENT  # "1998 saw the worst flood"
    if _determiner().search(before):
        named = re.match(r" ([A-Z]\w*)", after)
        if named:
            return named[1] not in words("date_cues", "named_after_a_year")
        return year % 100 != 0 and follows is not None and year in _RECENT
    return _is_led_to(before, after, year) and not (follows and _is_counted(follows[1], year))


_LATEST = 2199
_RECENT = range(1850, 2041)
"""Years that need no more than "of" or "from" before them."""


def _is_led_to(before: str, after: str, year: int) -> bool:
    """Whether the words before make a year of the figure: "in 1450", "from 1985"."""
    led = _before_a_year().search(before)
    if led is None:
        return False
    if led["clear"]:
        return True
    if led["vague"] and year % 100 == 0:  # "to 2000", "about 1900"
        return False
    if not led["loose"] and not led["vague"] and not led[0].startswith(("(", "[")):
        return year in _RECENT and _parted().match(after) is not None
    return year in _RECENT


# by 1998, | by 1998, 2004 and 2011
_parted = SHAPES("parted")


def _is_counted(word: str, year: int) -> bool:
    """Whether the next word is what the figure counts: "of 2000 troops"."""
    plural = word.endswith("s") and word not in ("was", "as", "is", "has", "this", "its", "his")
    if (plural and year % 50 == 0) or word in ("people", "men", "women", "troops", "km"):
        return True
    unit = british.american(singular(word))  # "610 metres (1998 feet)"
    return units.is_physical(unit) and units.convert(Decimal(1), unit, "second") is None


_size_before = SHAPES("size_before")
_year_before = SHAPES("year_before")
