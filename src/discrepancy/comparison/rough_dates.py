"""How many days beside a date a text leaves open: "about 5 May", "mid-May", "two weeks ago".

Nobody who says mid-September has counted to the twentieth. A third of a period, a season and a
number of weeks, months or years admit what lies just beside them, the more of it the longer they
are; a day that is named, or counted in days, admits no other.

>>> from discrepancy.claims import DateValue
>>> from discrepancy.span import Span
>>> def told(text, day):
...     value = DateValue(edtf=day)
...     return DateClaim(source="a", span=Span(start=0, end=9), text=text, value=value), day
>>> middle = told("mid-September", "2024-09-10/2024-09-20")
>>> weeks, days = told("two weeks ago", "2024-10-10"), told("two days ago", "2024-10-22")
>>> [by_their_words(one, told("8 October", "2024-10-08")) for one in (middle, weeks, days)]
[2, 3, 0]
"""

import re
from functools import cache

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import UNITS, choice
from discrepancy.claims import Bound, DateClaim
from discrepancy.english.numbers.counts import in_words, worth
from discrepancy.patterns import pattern
from discrepancy.tables import words

_ROUGHLY = 4
"""Days that "about 5 May" leaves open to either side."""
_PART = 4
"""A rough date leaves open a quarter of its length, or of the time that is counted."""
_DAYS = {**UNITS, "month": 30, "year": 365, "decade": 3650}


def by_its_bound(claim: DateClaim, settled: str) -> int:
    """How many days "about" and "nearly" leave open to either side.

    About two weeks ago is off by a quarter of them at most, about June by a month.
    """
    length = edtf.length(settled)
    if claim.bound is not Bound.ABOUT or length is None:
        return 0
    counted = _counted(claim.text)
    return max(length, -(-counted[0] // _PART) if counted else _ROUGHLY)


def by_their_words(*told: tuple[DateClaim, str]) -> int:
    """How many days the roundness of the words of two dates leaves open between them.

    Late November and early December, summer and autumn, five years ago and six: who chose the one
    of two such words chose it over the other. Between them nothing is open.
    """
    if all(_is_part(*one) for one in told):
        return 0
    counted = [_counted(claim.text) for claim, _ in told]
    if None not in counted and len(set(counted)) > 1:
        return 0
    return max(_by_its_words(*one) for one in told)


def _by_its_words(claim: DateClaim, settled: str) -> int:
    length = edtf.length(settled)
    if length is None or _is_exact().search(claim.text):
        return 0
    counted = _counted(claim.text)
    if counted:
        far, unit = counted
        return min(far // _PART, unit // 2)
    return max(1, length // _PART) if _is_part(claim, settled) else 0


def _is_part(claim: DateClaim, settled: str) -> bool:
    """A third of a period or a season; the beginning of 2024 is read as the whole year."""
    return bool(_part().search(claim.text)) and edtf.precision(settled) != "year"


def _counted(text: str) -> tuple[int, int] | None:
    """The days of "two weeks ago", and those of the unit in which it counts."""
    found = _ago().fullmatch(text)
    if found is None:
        return None
    unit = _DAYS[found["unit"].lower()]
    count = worth(found["count"])
    return None if count is None else (unit * count, unit)


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(
        rf"(?:in )?(?P<count>\d{{1,3}}|{in_words()})[ -](?P<unit>{'|'.join(_DAYS)})s?"
        r"(?: (?:ago|earlier|later|before|after|from now|from today|hence))?",
        re.IGNORECASE,
    )


@cache
def _part() -> re.Pattern[str]:
    parts = "|".join(sorted(words("date_cues", "part_of_a_period")))
    return re.compile(rf"\b(?:{parts}|{choice('season')})\b", re.IGNORECASE)


_is_exact = pattern(r"\b(?:exactly|precisely)\b", re.IGNORECASE)
