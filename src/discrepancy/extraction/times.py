"""Clock times and parts of the day, with the zone that is stated.

>>> text = "It struck at 0737 GMT, shortly after noon local time, and again on Friday afternoon."
>>> source = Source(id="a", text=text, layout=Layout(sentences=(Span(start=0, end=len(text)),)))
>>> [(claim.text, claim.value.time, claim.value.zone) for claim in read(source)]
[('0737 GMT', '07:37', 'GMT'), ('noon local time', '12:00', 'local time'), \
('afternoon', '12:00', None)]
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from discrepancy import zones
from discrepancy.claims import Bound, Claim, TimeClaim, TimeValue
from discrepancy.english.counts import in_words, worth
from discrepancy.source import Layout, Source
from discrepancy.span import Span
from discrepancy.tables import Row, rows
from discrepancy.written_dates import choice


class _Moment(NamedTuple):
    start: int
    end: int
    time: str
    until: str | None = None
    zone: str | None = None


def read(source: Source, claims: tuple[Claim, ...] = ()) -> Iterator[TimeClaim]:
    """The times of a laid-out source, in text order."""
    for sentence in (source.layout or Layout()).sentences:
        clocks = list(_clocks(source.text, sentence.start, sentence.end))
        parts = _parts(source.text, sentence.start, sentence.end)
        apart = [part for part in parts if not any(_beside(part, clock) for clock in clocks)]
        for moment in sorted((*clocks, *apart)):
            yield TimeClaim(
                source=source.id,
                span=Span(start=moment.start, end=moment.end),
                text=source.text[moment.start : moment.end],
                value=TimeValue(
                    time=moment.time,
                    until=moment.until,
                    zone=moment.zone,
                    bound=_bound(source.text, sentence.start, moment),
                ),
            )


def _beside(part: _Moment, clock: _Moment) -> bool:
    """Whether the part of the day only repeats a clock time: 7 p.m. on Friday night."""
    return part.start < clock.end + 14 and clock.start < part.end + 14


@cache
def _clock() -> re.Pattern[str]:
    half = r"(?P<half>[ap](?:\.[ ]?m\b\.?|[ ]?m\b))"
    day = rf"(?:[ ](?:on[ ])?(?:{choice('weekday')}))?"
    hours = in_words()
    named = "|".join(sorted(zones.names(), key=len, reverse=True))
    time = r"(?:daylight[ ]|standard[ ])?time\b"
    zone = rf"""(?:(?:[ ]?\(?|[ ]at[ ](?=GMT|UTC))(?P<zone>(?:
        (?:GMT|UTC)[ ]?[+-]\d{{1,2}}(?::?\d\d)?
        |(?-i:[A-Z][a-z]+)(?=[ ]time)|(?-i:{named.upper()})
        |(?:eastern|central|mountain|pacific)(?=[ ]{time})|local\b)\b(?:[ ]{time})?)\)?)"""
    return re.compile(
        rf"""(?<![\w:.,$€£/-])(?:
          # 7:11 am; 5.30pm; 10 a.m.; 9:25 Thursday morning; 3:37:05 p.m.
          (?:(?P<lead>[01]?\d(?:[:.][0-5]\d)?)(?:[ ]?[-–][ ]?|[ ](?:to|until)[ ])
            |(?<=between[ ])(?P<lead2>[01]?\d(?:[:.][0-5]\d)?)[ ]and[ ])?
          (?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?)?
            (?:[ ]?{half}|(?P<part>{day}[ ](?:in[ ]the[ ])?(?:morning|afternoon|evening)\b))
            {zone}?
          # 17:06; 9:25 hours
        | (?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?::(?P<second2>[0-5]\d))?
            (?:[ ]?(?P<mark2>hrs?|hours|h)\b)? {zone.replace("zone>", "zone2>")}?
            (?![\w:.%-]?\d)(?![\w%])
          # 0737 GMT; 1100 hours; 1100hrs IST
        | (?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)[ ]?(?:(?:hrs?|hours)\b
            {zone.replace("zone>", "zone3>")}?|{zone.replace("zone>", "zone4>")})
          # noon, midnight
        | (?P<name>noon|midday|midnight)\b(?![ ](?:trading|meal|sun|heat|mass)\b)
            {zone.replace("zone>", "zone5>")}?
          # 2 o'clock in the morning
        | (?P<hour6>\d{{1,2}}|{hours})[ ]o['’]clock\b
            (?P<part6>[ ]in[ ]the[ ](?:morning|afternoon|evening)\b)?
          # half past six, a quarter to nine
        | \b(?:(?P<turn>half)[ ]past|(?:a[ ])?quarter[ ](?P<quarter>past|to))[ ]
            (?P<hour7>1[0-2]|[1-9]|{hours})\b
            (?P<part7>[ ]in[ ]the[ ](?:morning|afternoon|evening)\b)?
          # at 21h30
        | (?<=\bat[ ])(?P<hour8>[01]\d|2[0-3])h(?P<minute8>[0-5]\d)\b
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def _clocks(text: str, start: int, end: int) -> Iterator[_Moment]:
    held: _Moment | None = None
    for found in _clock().finditer(text, start, end):
        moment = _moment(text, found)
        if moment is None:
            continue
        whole = _until(text, held, moment) if held else None
        if held and not whole:
            yield held
        held = whole or moment
    if held:
        yield held


def _until(text: str, first: _Moment, last: _Moment) -> _Moment | None:
    """From 3 p.m. to 5 p.m.; 10:00-12:30: one stretch of time."""
    gap = text[first.end : last.start]
    opens = text[max(0, first.start - 8) : first.start].lower()
    joins = re.fullmatch(r"\s?[-–—]\s?| to | until | till ", gap)
    if not joins and not (gap == " and " and opens.endswith("between ")):
        return None
    return _Moment(first.start, last.end, first.time, last.time, last.zone or first.zone)


def _moment(text: str, found: re.Match[str]) -> _Moment | None:
    groups = found.groupdict()
    end = found.end() - (found[0].endswith(")") and "(" not in found[0])
    zone = next((groups[name] for name in _ZONES if groups[name]), None)
    if groups["name"]:
        time = "00:00" if groups["name"].lower() == "midnight" else "12:00"
        return _Moment(found.start(), end, time, zone=zone)
    written = next(groups[name] for name in _HOURS if groups[name])
    hour = worth(written) or 0
    minute = next((groups[name] for name in _MINUTES if groups[name]), "00")
    second = groups["second"] or groups["second2"]
    if groups["hour2"] and not (zone or groups["mark2"] or _is_clock(text, found)):
        return None
    if groups["turn"] or groups["quarter"]:
        hour, minute = _turned(hour, groups["quarter"])
    half = _half(next((groups[name] for name in _PARTS if groups[name]), ""))
    if half:
        if hour > 12 or (hour == 0 and half == "p"):
            half = ""  # 17:30 p.m. is said of 17:30
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    if hour > 23:
        return None
    time = f"{hour:02}:{minute}" + (f":{second}" if second else "")
    lead = groups["lead"] or groups["lead2"]
    if lead:
        return _Moment(found.start(), end, _lead(lead, time), time, zone)
    return _Moment(found.start(), end, time, zone=zone)


def _turned(hour: int, quarter: str | None) -> tuple[int, str]:
    """Half past six, a quarter past six, a quarter to six."""
    if quarter == "to":
        return (hour - 1) % 12 or 12, "45"
    return hour, "15" if quarter else "30"


def _lead(written: str, until: str) -> str:
    """The start of "9 to 11 a.m.": in the same half of the day, if that is earlier."""
    hour, _, minute = written.replace(".", ":").partition(":")
    same_half = int(hour) % 12 + (12 if int(until[:2]) >= 12 else 0)
    time = f"{same_half:02}:{minute or '00'}"
    return time if time < until else f"{int(hour) % 12:02}:{minute or '00'}"


_ZONES = ("zone", "zone2", "zone3", "zone4", "zone5")
_HOURS = ("hour", "hour2", "hour3", "hour6", "hour7", "hour8")
_MINUTES = ("minute", "minute2", "minute3", "minute8")
_PARTS = ("half", "part", "part6", "part7")


def _half(words: str) -> str:
    """The half of the day: "a" or "p", or nothing where it is not told."""
    words = words.lower().strip()
    if not words:
        return ""
    if words.endswith("morning") or words.startswith("a"):
        return "a"
    return "p"


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
    return after is not None and _leads_to_clock().search(before) is not None


@cache
def _leads_to_clock() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:at|by|around|about|until|till|from|to|since|before|after|approximately|between|and|@)"
        r" ?$",
        re.IGNORECASE,
    )


class _Part(Row):
    words: str
    start: str
    end: str


@cache
def _dayparts() -> Mapping[str, _Part]:
    return {row.words: row for row in rows("dayparts", _Part)}


@cache
def _part_of_day() -> re.Pattern[str]:
    parts = "|".join(sorted(_dayparts(), key=len, reverse=True)).replace(" ", "[ ]")
    weekdays = choice("weekday")
    day = rf"(?:{weekdays}|yesterday|tomorrow|this|that|last|the[ ](?:next|same|following))"
    return re.compile(
        rf"""\b(?:
          # Friday afternoon; this morning; late Thursday afternoon; in the early hours of Sunday
          (?:(?P<edge>early|late|mid)[ ])?(?P<day>{day})[ ](?P<after>{parts})
        | (?:in|during|of|on|by|through|until|at)[ ](?:the[ ])?(?P<plain>(?:very[ ])?(?:{parts}))
            (?:[ ]of[ ](?:{weekdays})[ ]morning)?
        | (?P<dark>before[ ](?:dawn|daybreak))
        | (?P<leading>early[ ]morning|late[ ](?:afternoon|evening|night))(?=[ ](?:on|{weekdays})\b)
          # early Sunday; late on Friday
        | (?P<rough>(?P<edge2>early|late)(?:[ ]on)?[ ](?:{weekdays}|yesterday|today))
        )\b(?![-’']\w{{2}}|[ ](?:show|news|post|edition|paper|star))""",
        re.VERBOSE | re.IGNORECASE,
    )


def _parts(text: str, start: int, end: int) -> Iterator[_Moment]:
    """Friday afternoon, this morning, in the early hours, early Sunday, late on Friday."""
    for found in _part_of_day().finditer(text, start, end):
        if found["rough"]:
            times = ("00:00", "06:00") if found["edge2"].lower() == "early" else ("16:00", "24:00")
            yield _Moment(found.start(), found.end(), *times)
            continue
        name = next(name for name in ("after", "plain", "dark", "leading") if found[name])
        words = found[name].lower().removeprefix("very ")
        if words == "night" and re.match(r"(?i)at|through|by", found[0]):
            continue  # lights that burn at night, through the night
        edge = (found["edge"] or "").lower()
        row = _dayparts().get(f"{edge} {words}") or _dayparts()[words]
        at = found.start("edge") if edge else found.start(name)
        yield _Moment(at, found.end(), row.start, row.end)


@cache
def _bound_cue() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:(?P<about>about|around|approximately|roughly|circa|nearly|almost|towards?|or[ ]so)
        |(?P<after>after|past|gone|later[ ]than|not?[ ](?:before|earlier[ ]than))
        |(?P<before>before|prior[ ]to|earlier[ ]than)
        |(?P<by>by|until|till|not?[ ](?:after|later[ ]than)))[ ](?:about[ ]|around[ ])?$""",
        re.VERBOSE | re.IGNORECASE,
    )


_BOUNDS = {
    "about": Bound.ABOUT,
    "after": Bound.MORE_THAN,
    "before": Bound.LESS_THAN,
    "by": Bound.AT_MOST,
}


def _bound(text: str, start: int, moment: _Moment) -> Bound:
    if moment.until:
        return Bound.RANGE
    found = _bound_cue().search(text, max(start, moment.start - 28), moment.start)
    return _BOUNDS[found.lastgroup or "about"] if found else Bound.EXACT
