"""Clock times in figures and in words: "7:11 am", "18.30 hours", "twenty to nine".

>>> [moment.time for moment in clocks_in("from 9 to 11 a.m., at ten past six and at noon", 0, 47)]
['09:00', '06:10', '12:00']
"""

import re
from collections.abc import Iterator, Set
from functools import cache

from discrepancy import tables
from discrepancy.calendar import zones
from discrepancy.english.cut import FIGURE, said
from discrepancy.extraction.times.clock_words import (
    Moment,
    in_half,
    leads_to_clock,
    may_be_spoken,
    spoken,
)
from discrepancy.extraction.times.shapes import SHAPES

_clock = SHAPES("clock")


def clocks_in(text: str, start: int, end: int) -> Iterator[Moment]:
    """The clock times of one sentence, in order; two with "to" between them are one stretch."""
    words = said(text, start, end)
    in_words = list(spoken(text, start, end)) if may_be_spoken(words) else []
    written = _written(text, start, end) if _may_be_written(text, start, end, words) else ()
    found = [moment for moment in written if not _overlaps(moment, in_words)]
    held: Moment | None = None
    for moment in sorted((*found, *in_words)):
        whole = _until(text, held, moment) if held else None
        if held and not whole:
            yield held
        held = whole or moment
    if held:
        yield held


def _written(text: str, start: int, end: int) -> Iterator[Moment]:
    for found in _clock().finditer(text, start, end):
        if moment := _moment(text, found):
            yield moment


def _may_be_written(text: str, start: int, end: int, words: Set[str]) -> bool:
    """Whether a sentence with these words may hold such a time."""
    if FIGURE not in words:
        return not words.isdisjoint(tables.words("date_cues", "hours_by_name"))
    return text.find(":", start, end) >= 0 or not _beside().isdisjoint(words)


@cache
def _beside() -> frozenset[str]:
    """The words of which one stands beside each time in figures that has no colon."""
    named = tables.words("date_cues", "beside_clocks") | tables.words("date_cues", "hours_by_name")
    return named.union(map(str.lower, zones.names()))


def _overlaps(moment: Moment, others: list[Moment]) -> bool:
    """Whether it is part of a time that is said: the midnight of ten past midnight."""
    return any(moment.start < one.end and one.start < moment.end for one in others)


def _until(text: str, first: Moment, last: Moment) -> Moment | None:
    """From 3 p.m. to 5 p.m.; 10:00-12:30: one stretch of time."""
    gap = text[first.end : last.start]
    opens = text[max(0, first.start - 8) : first.start].lower()
    joins = _from_to().fullmatch(gap)
    if not joins and not (gap == " and " and opens.endswith("between ")):
        return None
    return Moment(first.start, last.end, first.time, last.time, last.zone or first.zone)


def _moment(text: str, found: re.Match[str]) -> Moment | None:
    groups = found.groupdict()
    end = found.end() - (found[0].endswith(")") and "(" not in found[0])
    zone = groups["zone"]
    if groups["name"]:
        time = "00:00" if groups["name"].lower().endswith("midnight") else "12:00"
        return Moment(found.start(), end, time, zone=zone)
    hour = int(next(groups[name] for name in _HOURS if groups[name]))
    minute = next((groups[name] for name in _MINUTES if groups[name]), "00")
    second = groups["second"] or groups["second2"]
    if groups["hour2"] and not _stands(text, found, zone):
        return None
    if groups["part"] and not groups["minute"] and not _is_led(text, found):
        return None
    hour = in_half(hour, groups["half"] or groups["part"] or "")
    if hour > 23:
        return None
    time = f"{hour:02}:{minute}" + (f":{second}" if second else "")
    lead = groups["lead"] or groups["lead2"]
    if lead:
        return Moment(found.start(), end, _lead(lead, time), time, zone)
    return Moment(found.start(), end, time, zone=zone)


def _is_led(text: str, found: re.Match[str]) -> bool:
    """Tell "9 in the morning", "at 9 on Friday night" from "killed 9 on Friday night"."""
    said = found["part"].lower().startswith((" in the", " at night"))
    return said or bool(found["lead"]) or leads_to_clock(text, found.start())


def _stands(text: str, found: re.Match[str], zone: str | None) -> bool:
    """Whether "17:06" or "18.30 hours" is a time of the day: not in "it took 18.30 hours"."""
    if not found["colon"]:
        short = found["mark2"] and not found["mark2"].lower().startswith("hour")
        return bool(zone or short) or leads_to_clock(text, found.start())
    return bool(zone or found["mark2"]) or _is_clock(text, found)


def _lead(written: str, until: str) -> str:
    """The start of "9 to 11 a.m.": in the same half of the day, if that is earlier."""
    hour, _, minute = written.replace(".", ":").partition(":")
    same_half = int(hour) % 12 + (12 if int(until[:2]) >= 12 else 0)
    time = f"{same_half:02}:{minute or '00'}"
    return time if time < until else f"{int(hour) % 12:02}:{minute or '00'}"


_HOURS = ("hour", "hour2", "hour3", "hour8")
_MINUTES = ("minute", "minute2", "minute3", "minute8")


def _is_clock(text: str, found: re.Match[str]) -> bool:
    """Tell "at 9:25" and "17:06" from a score, a verse and a lap time."""
    before = text[max(0, found.start() - 20) : found.start()]
    if _of_a_game().search(before):
        return False
    if len(found["hour2"]) == 2:
        return True
    after = _day_behind().match(text[found.end() : found.end() + 20])
    led = leads_to_clock(text, found.start())
    if after is None:
        return led and not _runs_with_a_game(text, found)
    return led or _between_and().search(before) is not None


ABOUT = 80
"""Characters round a time in which a game, a race or a film is named whose clock it may be."""


def _runs_with_a_game(text: str, found: re.Match[str]) -> bool:
    """Whether it may be minutes and seconds: "stopped the fight at 2:56", "at 4:30 per mile"."""
    near = said(text, max(0, found.start() - ABOUT), found.end() + ABOUT)
    return not near.isdisjoint(tables.words("date_cues", "game_clock"))


_from_to = SHAPES("from_to")
_of_a_game = SHAPES("of_a_game")
_day_behind = SHAPES("day_behind")
_between_and = SHAPES("between_and")
