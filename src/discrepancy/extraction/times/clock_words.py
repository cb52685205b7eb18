"""Clock times that are said rather than written: "ten past six", "seven in the evening".

>>> [moment.time for moment in spoken("at twenty to nine, then at seven in the evening", 0, 50)]
['08:40', '19:00']
>>> list(spoken("two to three stayed", 0, 19))
[]
"""

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from discrepancy import tables
from discrepancy.english.cut import FIGURE
from discrepancy.english.numbers.counts import worth
from discrepancy.extraction.times.shapes import SHAPES
from discrepancy.words import number_words


class Moment(NamedTuple):
    """One time where it stands, or the stretch of time from one to another."""

    start: int
    end: int
    time: str
    until: str | None = None
    zone: str | None = None


def in_half(hour: int, words: str) -> int:
    """The hour of twenty-four, by "p.m.", "in the evening" or the like behind it.

    >>> in_half(7, " in the evening"), in_half(2, " at night"), in_half(12, " a.m."), in_half(7, "")
    (19, 2, 0, 7)
    """
    words = words.lower().strip()
    if not words or hour > 12:
        return hour  # 17:30 p.m. is said of 17:30
    small_hours = words.endswith("night") and hour % 12 < _SMALL
    if small_hours or words.endswith("morning") or _morning_half().match(words):
        return hour % 12
    return hour % 12 + 12 if hour else hour


_SMALL = 5
"""Two at night is 02:00, eight at night 20:00."""


def leads_to_clock(text: str, at: int) -> bool:
    """Whether the word before is one that clock times follow: at, by, until."""
    return _leads().search(text, max(0, at - 20), at) is not None


_leads = SHAPES("leads_to_clock")


def may_be_spoken(words: Set[str]) -> bool:
    """Whether a sentence with these words may hold a time in words: "past" and "six", "clock"."""
    hours = FIGURE in words or not _hours().isdisjoint(words)
    return "clock" in words or (
        hours and not words.isdisjoint(tables.words("date_cues", "beside_hours"))
    )


@cache
def _hours() -> frozenset[str]:
    return number_words() | tables.words("date_cues", "hours_by_name")


def spoken(text: str, start: int, end: int) -> Iterator[Moment]:
    """The times in words of one sentence, in order."""
    for found in _spoken().finditer(text, start, end):
        moment = _moment(text, found)
        if moment is not None:
            yield moment


_spoken = SHAPES("spoken")


def _moment(text: str, found: re.Match[str]) -> Moment | None:
    written = found["hour"] or found["hour2"] or found["hour3"]
    hour, minute = _NAMED.get(written.lower()) or worth(written) or 0, 0
    behind = found["behind"] or found["second_behind"] or found["third_behind"] or ""
    if found["minutes"]:
        if not _is_told(text, found, behind):
            return None
        count = worth(found["minutes"].lower().removesuffix(" minutes")) or 0
        hour, minute = _turned(hour, count if found["way"].lower() == "past" else -count)
    elif found["turn"] or found["quarter"]:
        back = (found["quarter"] or "").lower() == "to"
        hour, minute = _turned(hour, -15 if back else 15 if found["quarter"] else 30)
    elif found["hour3"] and not (found["third_half"] or leads_to_clock(text, found.start())):
        return None  # seven in the morning and three in the afternoon were treated
    hour = in_half(hour, behind)
    return Moment(found.start(), found.end(), f"{hour:02}:{minute:02}") if hour < 24 else None


def _is_told(text: str, found: re.Match[str], behind: str) -> bool:
    """Tell "at ten to six" from "voted ten to six", "two past pupils" and odds of five to one."""
    if found["minutes"].lower().endswith("minutes") or behind:
        return True
    digits = found["minutes"].isdigit()
    if found["way"].lower() == "past":
        return not digits or leads_to_clock(text, found.start())
    if digits or found["hour2"].lower() in ("1", "one"):
        return False
    return _at().search(text, max(0, found.start() - 12), found.start()) is not None


_at = SHAPES("at_before")


_NAMED = {"noon": 12, "midnight": 24}


def _turned(hour: int, minutes: int) -> tuple[int, int]:
    """So many minutes past the hour, or to it: twenty to nine is 8:40."""
    if minutes >= 0:
        return hour % 24, minutes
    return (hour - 1) if hour == _NAMED["midnight"] else (hour - 1) % 12 or 12, 60 + minutes


_morning_half = SHAPES("morning_half")
