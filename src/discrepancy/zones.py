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


@cache
def names() -> Mapping[str, int | None]:
    """Every abbreviation in lower case, with its minutes from UTC where it means one zone."""
    return {name: row.minutes for row in rows("zones", _Zone) for name in row.names.split()}


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
    known = names().get(zone.strip().lower())
    return None if known is None else timedelta(minutes=known)
