"""Dates that nothing in their document settles, read beside another account of the same event.

A text without a printing day says "November 19" or "on Monday". Alone that is no day; beside
another text of the story the two can still be told apart.
"""

from datetime import date, timedelta

from discrepancy.calendar import edtf
from discrepancy.claims import DateClaim

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SOME_MONDAY = date(2000, 1, 3)
_SOME_YEAR = 2000  # a leap year: 29 February is in it


def beside(a: DateClaim, b: DateClaim) -> tuple[str | None, str | None]:
    """The EDTF of the two, what is missing of one taken from the other; None where it cannot be.

    Only the difference of two filled dates means anything, not the dates themselves.
    """
    one, other = a.value.edtf, b.value.edtf
    here, there = weekday(a), weekday(b)
    if here and (there or _weekday_of(other)):
        return here, there or _weekday_of(other)
    if there and _weekday_of(one):
        return _weekday_of(one), there
    return one or _filled(a, other), other or _filled(b, one)


def can_be_read(claim: DateClaim) -> bool:
    """Whether a date is settled, or lacks no more than its year or week."""
    return bool(claim.value.edtf or _template(claim) or weekday(claim))


def weekday(claim: DateClaim) -> str | None:
    """For "Monday" that nothing settles: the Monday of a week that stands for any."""
    word = claim.text.lower().removeprefix("on ").strip()
    if claim.value.edtf is not None or word not in _WEEKDAYS:
        return None
    return (_SOME_MONDAY + timedelta(days=_WEEKDAYS.index(word))).isoformat()


def _weekday_of(settled: str | None) -> str | None:
    """The day of that same standing week which a settled day is: 7 July 2012 is a Saturday."""
    if settled is None or edtf.precision(settled) != "day":
        return None
    return (_SOME_MONDAY + timedelta(days=edtf.interval(settled)[0].weekday())).isoformat()


def _template(claim: DateClaim) -> str | None:
    if claim.value.edtf is not None:
        return None
    return next((text for text in claim.alternatives if text.startswith("XXXX")), None)


def _filled(claim: DateClaim, other: str | None) -> str | None:
    template = _template(claim)
    if template is None:
        return None
    year = edtf.interval(other)[0].year if other else _SOME_YEAR
    return next(iter(edtf.in_years(template, [year])), None)  # none: a 29th of February
