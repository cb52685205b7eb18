"""Clock times in figures and in words: "7:11 am", "18.30 hours", "twenty to nine".

>>> [moment.time for moment in clocks("from 9 to 11 a.m., at ten past six and at noon", 0, 47)]
['09:00', '06:10', '12:00']
"""

import re
from collections.abc import Iterator, Set
from functools import cache

from discrepancy import tables
from discrepancy.calendar import zones
from discrepancy.calendar.written_dates import choice
from discrepancy.english.cut import FIGURE, said
from discrepancy.extraction.times.clock_words import (
    HALF,
    Moment,
    in_half,
    leads_to_clock,
    may_be_spoken,
    part_behind,
    spoken,
)

_NO_HOUR = "trading|meal|sun|heat|mass|rules?|regulations?|snack|oil|blue|ride|run|express"
"""Behind "noon" or "midnight" these are named after the hour."""


@cache
def _clock() -> re.Pattern[str]:
    short = "|".join(sorted(zones.names(), key=len, reverse=True)).upper()
    in_words = "|".join(sorted(zones.in_words(), key=len, reverse=True)).replace(" ", "[ ]")
    left_open = "|".join(sorted(zones.left_open()))
    zone = rf"""(?:(?:[ ]?\(?|,?[ ]at[ ](?=GMT|UTC))(?P<zone>(?:
        (?:GMT|UTC)[ ]?[+-]\d{{1,2}}(?::?\d\d)?
        |(?:{in_words})(?=[ ]time)|(?-i:[A-Z][a-z]+)(?=[ ]time)|(?-i:{short})
        |(?-i:(?:{left_open})(?![ ][A-Z]))  # at 8 p.m. Eastern on Tuesday
        |local\b)\b(?:[ ]time\b)?)\)?)"""
    return re.compile(
        rf"""(?<![\w:.,$€£/-])(?:
          # 7:11 am; 5.30pm; 10 a.m.; 9:25 Thursday morning; 3:37:05 p.m.
          (?:(?P<lead>[01]?\d(?:[:.][0-5]\d)?)(?:[ ]?[-–][ ]?|[ ](?:to|until)[ ])
            |(?<=between[ ])(?P<lead2>[01]?\d(?:[:.][0-5]\d)?)[ ]and[ ])?
          (?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?)?
            (?:[ ]?{HALF}|(?P<part>{part_behind()}))
          # 17:06; 9:25 hours
        | (?P<hour2>[01]?\d|2[0-3])(?:(?P<colon>:)|\.(?=[0-5]\d[ ]?(?:hrs?|hours|h|GMT|UTC)\b))
            (?P<minute2>[0-5]\d)(?::(?P<second2>[0-5]\d))?
            (?:[ ]?(?P<mark2>hrs?|hours|h)\b)?
          # 0737 GMT; 1100 hours; 1100hrs IST
        | (?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)(?:[ ]?(?P<mark3>(?:hrs?|hours)\b))?
          # noon, 12 midnight
        | (?P<name>(?:12[ ])?(?:noon|midday|midnight))\b(?![ ](?:{_NO_HOUR})\b)
          # at 21h30
        | (?<=\bat[ ])(?P<hour8>[01]\d|2[0-3])h(?P<minute8>[0-5]\d)\b
        )
        (?(hour8)|{zone}?)
        (?(hour2)(?![\w:.%-]?\d)(?![\w%]))
        (?(hour3)(?(mark3)|(?(zone)|(?!))))""",
        re.VERBOSE | re.IGNORECASE,
    )


def clocks(text: str, start: int, end: int) -> Iterator[Moment]:
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
    joins = re.fullmatch(r"\s?[-–—]\s?| to | until | till ", gap)
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
    if re.search(
        r"(?i)\b(?:in|of|won|lost|beat|score|record|ratio|psalm|john|luke|mark|genesis) $", before
    ):
        return False
    if len(found["hour2"]) == 2:
        return True
    day = rf",? (?:on|this|today|yesterday|local|{choice('weekday')})\b"
    after = re.match(rf"(?i){day}", text[found.end() : found.end() + 20])
    led = leads_to_clock(text, found.start())
    if after is None:
        return led and not _runs_with_a_game(text, found)
    return led or re.search(r"(?i)\b(?:between|and) ?$", before) is not None


ABOUT = 80
"""Characters round a time in which a game, a race or a film is named whose clock it may be."""


def _runs_with_a_game(text: str, found: re.Match[str]) -> bool:
    """Whether it may be minutes and seconds: "stopped the fight at 2:56", "at 4:30 per mile"."""
    near = said(text, max(0, found.start() - ABOUT), found.end() + ABOUT)
    return not near.isdisjoint(tables.words("date_cues", "game_clock"))
