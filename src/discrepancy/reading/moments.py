"""A day of printing and its time of day, as fields of metadata state them.

>>> moment("2013-05-06T08:30:00+02:00").at.isoformat()
'2013-05-06T08:30:00+02:00'
>>> moment("Mon, 06 May 2013 08:30:00 GMT").day
datetime.date(2013, 5, 6)
>>> moment("6 May 2013").at is None, moment("May 2013") is None
(True, True)
"""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from discrepancy.reading.frontmatter import stated_day


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


def _iso(words: str) -> datetime:
    # 2013-05-06T08:30:00.000+0200 | 2013-05-06 08:30 | 2013-05-06T08:30Z | 20130506T083000Z
    return datetime.fromisoformat(re.sub(r"(\.\d{1,6})\d*", r"\1", words))


def _tells_time(words: str) -> bool:
    """Whether a time of day is told, other than the midnight that stands for an empty field."""
    return re.search(r"\d:\d\d|T\d{4}", words) is not None and not re.search(
        r"\b00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$", words
    )
