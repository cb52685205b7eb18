"""A company's own quarters, where the text tells the day on which one ends.

>>> from discrepancy.calendar import written_dates
>>> text = "in its third fiscal quarter, which ends on Sept. 30, 2012"
>>> told(text, tuple(written_dates.find(text)), None)
{(3, ''): '2012-07-01/2012-09-30'}
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import WrittenDate, numbers
from discrepancy.extraction.dates import reckoning
from discrepancy.extraction.dates.shapes import SHAPES

Quarter = tuple[int, str]
"""Its number, and the fiscal year that is named beside it, else ""."""


def told(
    text: str, written: Iterable[WrittenDate], published: date | None
) -> Mapping[Quarter, str]:
    """The quarters that the text dates; by number alone too, where it dates one such quarter."""
    periods: dict[Quarter, set[str]] = {}
    for day in written:
        found = _ends().search(text, max(0, day.span.start - _REACH), day.span.start)
        last = _last_day(day.edtf, published, over="ended" in found[0]) if found else None
        if found and last:
            period = edtf.of_days(reckoning.shifted(last + timedelta(days=1), months=-3), last)
            number = numbers("ordinal")[found["number"].lower()]
            for year in {found["year"] or found["of"] or "", ""}:
                periods.setdefault((number, year), set()).add(period)
    return {quarter: min(found) for quarter, found in periods.items() if len(found) == 1}


def are_named(text: str) -> bool:
    """Whether a text speaks of a fiscal quarter at all."""
    return _named().search(text) is not None


def named(phrase: str) -> Quarter | None:
    """The fiscal quarter that a date phrase names, but none of "last year".

    >>> named("its first fiscal 2008 quarter"), named("the first quarter")
    ((1, '2008'), None)
    """
    found = _named().search(phrase)
    if found is None or _last_this().search(phrase):
        return None
    return numbers("ordinal")[found["number"].lower()], found["year"] or found["of"] or ""


# third fiscal quarter | second financial 2012 quarter | first fiscal quarter of 2026


_named = SHAPES("fiscal_quarter")


_REACH = 80
"""Characters from the quarter to the day on which it ends."""


_ends = SHAPES("quarter_ends")


def _last_day(written: str, published: date | None, *, over: bool) -> date | None:
    if edtf.precision(written.replace("XXXX", "2000")) != "day":
        return None
    if "X" in written:
        if published is None:
            return None
        written = reckoning.nearest(written, published, ahead=not over)
    return edtf.interval(written)[0]


_last_this = SHAPES("last_this")
