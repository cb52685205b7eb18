"""How far a named or numbered time zone lies from UTC.

>>> offset("EDT"), offset("+07:00"), offset("local time")
(datetime.timedelta(days=-1, seconds=72000), datetime.timedelta(seconds=25200), None)
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import cache, lru_cache

from discrepancy.tables import Row, rows


class _Zone(Row):
    names: str
    minutes: int | None = None
    words: tuple[str, ...] = ()
    """How it is written out, without "time" behind it: "eastern daylight"."""
    family: str | None = None
    """Of a name that does not say whether it is summer: others of the family lie as far off."""


@cache
def names() -> Mapping[str, int | None]:
    """Every abbreviation in lower case, with its minutes from UTC where it means one zone."""
    return {
        name: None if row.family else row.minutes
        for row in rows("zones", _Zone)
        for name in row.names.split()
    }


@cache
def in_words() -> Mapping[str, int | None]:
    """Every zone that is written out, in lower case and without "time", with its minutes."""
    return {
        words: None if row.family else row.minutes
        for row in rows("zones", _Zone)
        for words in row.words
    }


@cache
def _families() -> Mapping[str, tuple[str, int]]:
    """The family of a name that leaves summer open, and its minutes from UTC in winter."""
    return {
        name: (row.family, row.minutes or 0)
        for row in rows("zones", _Zone)
        if row.family
        for name in (*row.names.split(), *row.words)
    }


def left_open() -> frozenset[str]:
    """Names in one word that leave summer open, as they stand without "time": "Eastern"."""
    return frozenset(name.title() for name in _families() if len(name) > 2 and " " not in name)


def apart(here: str | None, there: str | None) -> timedelta | None:
    """How far the first zone lies ahead of the second; None where the words do not settle it.

    >>> apart("GMT", "EDT"), apart("Eastern time", "PT"), apart("Eastern time", "GMT")
    (datetime.timedelta(seconds=14400), datetime.timedelta(seconds=10800), None)
    """
    first, second = offset(here), offset(there)
    if first is not None and second is not None:
        return first - second
    one, other = (_families().get(_plain(zone)) for zone in (here, there))
    if one is None or other is None or one[0] != other[0]:
        return None
    return timedelta(minutes=one[1] - other[1])


def _plain(zone: str | None) -> str:
    return (zone or "").strip().lower().removesuffix(" time")


@lru_cache(maxsize=512)
def offset(zone: str | None) -> timedelta | None:
    """The distance from UTC of a stated zone; None where the words do not settle it."""
    if zone is None:
        return None
    # +07:00, GMT+7, UTC-0530
    figures = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d\d))?", zone.strip(), re.IGNORECASE)
    if figures:
        minutes = int(figures[2]) * 60 + int(figures[3] or 0)
        return timedelta(minutes=-minutes if figures[1] == "-" else minutes)
    known = names().get(_plain(zone), in_words().get(_plain(zone)))
    return None if known is None else timedelta(minutes=known)
