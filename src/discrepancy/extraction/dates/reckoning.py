"""From "Tuesday" or "in June" to a day or month, reckoned from the day of printing.

A report looks back: a bare weekday is the latest such day not after the printing, that day
included. Where the words around it look ahead, it is the next one.

>>> weekday(1, date(2013, 7, 3)), weekday(1, date(2013, 7, 3), ahead=True)
(datetime.date(2013, 7, 2), datetime.date(2013, 7, 9))
"""

from calendar import monthrange
from datetime import date, timedelta

from discrepancy.calendar import edtf

_NEAR = 62
"""Days ahead within which a date without any tense around it is taken to lie ahead."""


def weekday(number: int, published: date, *, ahead: bool = False) -> date:
    """The latest such weekday not after `published`, or the next one not before it."""
    if ahead:
        return published + timedelta(days=(number - published.weekday()) % 7)
    return published - timedelta(days=(published.weekday() - number) % 7)


def week(of: date, offset: int = 0) -> tuple[date, date]:
    """Monday and Sunday of the week that holds a day, or of one before or after it."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=offset)
    return monday, monday + timedelta(days=6)


def weekend(published: date, offset: int = 0, *, ahead: bool = False) -> tuple[date, date]:
    """The latest Saturday and Sunday that have begun, or the next ones; shifted by weeks."""
    if published.weekday() == 6:
        saturday = published - timedelta(days=1)
    else:
        saturday = weekday(5, published, ahead=ahead)
    saturday += timedelta(weeks=offset)
    return saturday, saturday + timedelta(days=1)


def shifted(day: date, *, months: int) -> date:
    """The same day of another month, or the last day of that month where it is shorter."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def nearest(template: str, published: date, ahead: bool | None) -> str:
    """Settle the year of "XXXX-10-28", "XXXX-10", "XXXX-22" or "XXXX-36".

    Args:
        template: the period without its year.
        published: the day of printing.
        ahead: whether the words look ahead, back, or (None) tell nothing.

    >>> nearest("XXXX-06", date(2024, 10, 24), ahead=False)
    '2024-06'
    >>> nearest("XXXX-02", date(2008, 12, 20), ahead=True)
    '2009-02'
    """
    reach = 9 if template.endswith("02-29") else 2  # nine years either way hold a leap day
    valid = edtf.in_years(template, range(published.year - reach, published.year + reach + 1))
    begun = [text for text in valid if edtf.interval(text)[0] <= published]
    to_come = [text for text in valid if edtf.interval(text)[1] >= published]
    if ahead is None and to_come:
        away = (edtf.interval(to_come[0])[0] - published).days
        ahead = 0 < away <= _NEAR and away < (published - edtf.interval(begun[-1])[1]).days
    return to_come[0] if ahead and to_come else begun[-1]


def part_of(period: str, third: int) -> str:
    """The early, middle or late part (0, 1, 2) of a month, year, decade, season or week.

    >>> part_of("2024-10", 0), part_of("2009", 2), part_of("199X", 1)
    ('2024-10-01/2024-10-10', '2009-09/2009-12', '1994/1996')
    """
    match edtf.precision(period):
        case "month":
            year, month = int(period[:4]), int(period[5:7])
            first, last = ((1, 10), (10, 20), (21, monthrange(year, month)[1]))[third]
            return f"{period[:7]}-{first:02}/{period[:7]}-{last:02}"
        case "year":
            first, last = ((1, 4), (5, 8), (9, 12))[third]
            return f"{period[:4]}-{first:02}/{period[:4]}-{last:02}"
        case "decade":
            first, last = ((0, 3), (4, 6), (7, 9))[third]
            return f"{period[:3]}{first}/{period[:3]}{last}"
        case "day":
            return period
        case _:
            return _third_of_days(period, third)


def _third_of_days(period: str, third: int) -> str:
    first, last = edtf.interval(period)
    length = (last - first).days + 1
    start = first + timedelta(days=length * third // 3)
    end = first + timedelta(days=length * (third + 1) // 3 - 1)
    return f"{start}/{end}"
