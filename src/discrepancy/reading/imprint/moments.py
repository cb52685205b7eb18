"""A day of printing and its time of day, as fields of metadata state them.

>>> moment("2013-05-06T08:30:00+02:00").at.isoformat()
'2013-05-06T08:30:00+02:00'
>>> moment("Mon, 06 May 2013 08:30:00 GMT").day
datetime.date(2013, 5, 6)
>>> moment("6 May 2013").at is None, moment("May 2013") is None
(True, True)
"""

import re
from datetime import date, datetime, time, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from typing import NamedTuple

from discrepancy.calendar import zones
from discrepancy.calendar.written_dates import find


class Moment(NamedTuple):
    """When something was printed: the day as it is written there, and the time where told."""

    day: date
    at: datetime | None = None


def moment(words: str) -> Moment | None:
    """The day and time that a field states; None where it states no full day."""
    words = words.strip()
    for parse in (_iso, parsedate_to_datetime):
        try:
            at = parse(words)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return Moment(at.date(), at if _tells_time(words) else None)
    day = stated_day(words)
    return Moment(day) if day else None


def stated_day(value: str) -> date | None:
    """The day that a field states, as an ISO date or time or written out; None where unclear.

    >>> stated_day("2013-05-06T08:30:00+02:00") == stated_day("Mon, 6 May 2013")
    True
    """
    for day in (value.strip()[:10], *(f.edtf for f in find(value[:100]) if not f.alternatives)):
        try:
            return date.fromisoformat(day)
        except ValueError:
            continue
    return None


def clock(words: str) -> time | None:
    """The first time of day in a few words, with its zone where that is one.

    >>> clock("at 4:05 pm EDT, Tuesday").isoformat()
    '16:05:00-04:00'
    """
    found = _clock().search(words)
    if found is None:
        return None
    hour, minute = int(found["hour"] or found["bare"]), int(found["minute"] or 0)
    half = (found["half"] or found["half2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    if hour > 23 or minute > 59:
        return None
    offset = zones.offset(found["zone"]) if found["zone"] else None
    return time(hour, minute, tzinfo=None if offset is None else timezone(offset))


@cache
def _clock() -> re.Pattern[str]:
    # 16:05 | 4:05 pm EDT | 4.05pm | 10:15:37 AM IST | 4 p.m. | 19:14 GMT
    half = r"[ ]?(?P<{}>[ap])\.?m\b\.?"
    return re.compile(
        rf"""(?<![\d:.,/-])(?:(?P<hour>\d{{1,2}})[:.h](?P<minute>\d\d)(?::\d\d)?(?![\d.:/-])
        (?:{half.format("half")})?|(?P<bare>\d{{1,2}}){half.format("half2")})
        (?:[ ]?\(?(?P<zone>(?-i:[A-Z]{{2,5}})(?:[+-]\d{{1,2}}(?::?\d\d)?)?|[+-]\d\d:?\d\d))?""",
        re.IGNORECASE | re.VERBOSE,
    )


def _iso(words: str) -> datetime:
    # 2013-05-06T08:30:00.000+0200 | 2013-05-06 08:30 | 2013-05-06T08:30Z | 20130506T083000Z
    return datetime.fromisoformat(re.sub(r"(\.\d{1,6})\d*", r"\1", words))


def _tells_time(words: str) -> bool:
    """Whether a time of day is told, other than the midnight that stands for an empty field."""
    told = re.search(r"(?<![+\d-])\d{1,2}:\d\d|T\d{4}", words)
    return told is not None and not re.search(r"[T ]00:00(?::00(?:\.0+)?)?(?!\d|:)", words)
