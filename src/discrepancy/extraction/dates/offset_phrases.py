"""Phrases that count from a day: "two weeks ago", "a month later", "three days before 5 May".

>>> setting = Setting("It sank two days ago.", 0, 21, published=date(2013, 7, 4))
>>> [phrase.edtf for phrase in offsets(setting)]
['2013-07-02']
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import UNITS
from discrepancy.english.numbers.counts import worth
from discrepancy.extraction.dates import reckoning
from discrepancy.extraction.dates.setting import DatePhrase, Setting
from discrepancy.extraction.dates.shapes import SHAPES

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_FROM_FOCUS = ("earlier", "later", "before", "after")


def offsets(setting: Setting) -> Iterator[DatePhrase]:
    """Two days ago, a month earlier, 2 years 1 month later, in two weeks, half a century ago."""
    for found in _offset().finditer(setting.text, setting.start, setting.end):
        way = found["way"].lower() if found["way"] else "from now"
        if found["within"] and setting.looks_ahead(found.start(), found.end()) is not True:
            continue  # "in two weeks" of a past event is how long it took
        if found["within"] and _since_when(setting, found.start()):
            continue  # "its largest deal in a decade" looks back
        anchor = setting.focus if way in _FROM_FOCUS else setting.published
        if way in _FROM_FOCUS and anchor == setting.published and "year" in found["amounts"]:
            anchor = anchor if "day" in found["amounts"] else None  # a lead is no anchor for years
        end, in_focus = found.end(), way in _FROM_FOCUS
        if way in ("before", "after"):
            that = _that().match(setting.text, end)
            if that:
                end = that.end()
            elif re.match(r" \w", setting.text[end : end + 2]):
                # "two years after the flood": nobody has named the day
                anchor, in_focus = None, False
        sign = -1 if way in ("ago", "earlier", "before") else 1
        if found["least"] and (span := _between(anchor, found, sign)):
            yield DatePhrase(found.start("least"), end, span, in_focus=in_focus)
            continue
        start = found.start("amounts") if found["least"] else found.start()
        yield DatePhrase(start, end, _meant(anchor, found, sign), in_focus=in_focus)


# two days after that, but not: two days after that flood
_that = SHAPES("that_day")


_offset = SHAPES("offset")


_from_here = SHAPES("from_here")


def _since_when(setting: Setting, at: int) -> bool:
    """Whether a superlative before it makes "in ten years" the time of which it is the best."""
    return _superlative().search(setting.text, max(setting.start, at - 60), at) is not None


_superlative = SHAPES("superlative")


def _is_rate(setting: Setting, at: int) -> bool:
    """Whether "a month" tells how often: 45 crowns a month from January, $900 a week after tax."""
    return _figure_before().search(setting.text, max(setting.start, at - 40), at) is not None


_figure_before = SHAPES("figure_before")


def counted_from(setting: Setting, phrase: DatePhrase) -> DatePhrase:
    """Two weeks before May 13; 3 days from Tuesday: the day that is so far off the phrase."""
    found = _from_here().search(setting.text, max(setting.start, phrase.start - 40), phrase.start)
    if eve := _eve().search(setting.text, max(setting.start, phrase.start - 20), phrase.start):
        return _eve_of(phrase, eve.start())
    if found is None or phrase.edtf is None:
        return phrase
    once = found["amounts"].lower().startswith(("a ", "an "))
    if once and found["way"].lower() in ("from", "since") and _is_rate(setting, found.start()):
        return phrase
    sign = -1 if found["way"].lower() in ("before", "prior to") else 1
    meant = _meant(edtf.interval(phrase.edtf)[0], found, sign, exact=len(phrase.edtf) == 10)
    return phrase._replace(start=found.start("amounts"), edtf=meant, alternatives=())


_eve = SHAPES("eve_of")


def _eve_of(phrase: DatePhrase, at: int) -> DatePhrase:
    """The eve of the 4 May vote: the day before; of a year that is open, on no known day."""
    if phrase.edtf is None or edtf.precision(phrase.edtf) != "day":
        return phrase._replace(start=at, edtf=None, template=None, alternatives=())
    day = edtf.interval(phrase.edtf)[0] - timedelta(days=1)
    return phrase._replace(start=at, edtf=day.isoformat(), template=None, alternatives=())


_one_amount = SHAPES("one_amount")


def _meant(
    anchor: date | None, found: re.Match[str], sign: int, *, exact: bool = False
) -> str | None:
    if anchor is None:
        return None
    amounts = list(_one_amount().finditer(_joins().sub("", found["amounts"])))
    day = anchor
    for amount in amounts:
        size, unit = _size(amount), _unit(amount)
        if size is None:
            return _vague(anchor, amount["count"].lower(), unit, sign)
        try:
            day = _shifted(day, size, unit, sign)
        except (OverflowError, ValueError):  # 2,100 years ago
            return None
    return _as_stated(day, amounts[-1], exact=bool(found["exact"]) or exact)


def _size(amount: re.Match[str]) -> Fraction | None:
    """How many of its unit an amount is; None where its words tell no number."""
    if share := amount["share"]:
        return Fraction(1, 2) if share.lower().startswith("half") else Fraction(1, 4)
    count = worth(amount["count"].strip())
    half = Fraction(1, 2) if amount["half"] or amount["half2"] else 0
    return None if count is None else Fraction(count) + half


def _unit(amount: re.Match[str]) -> str:
    unit = amount["unit"].lower()
    return "century" if unit.startswith("cent") else unit.removesuffix("s")


def _shifted(day: date, size: Fraction, unit: str, sign: int) -> date:
    if unit in UNITS:
        return day + timedelta(days=sign * int(size * UNITS[unit]))
    return reckoning.shifted(day, months=sign * int(size * _MONTHS[unit]))


def _as_stated(day: date, amount: re.Match[str], *, exact: bool) -> str:
    """Months are counted to the month and years to the year, unless "exactly" says more."""
    unit = _unit(amount)
    if exact or (unit in UNITS and not amount["rough"]):
        return day.isoformat()
    if amount["rough"] or unit in ("decade", "century"):
        return f"{day.year:04}~" if _MONTHS.get(unit, 0) > 1 else f"{day.isoformat()}~"
    if unit == "month" or amount["half"] or amount["half2"] or amount["share"]:
        return day.isoformat()[:7]
    return day.isoformat()[:4]


def _between(anchor: date | None, found: re.Match[str], sign: int) -> str | None:
    """Five or six years ago, ten to twelve days ago: from the one to the other."""
    amount = _one_amount().search(found["amounts"])
    least = worth(found["least"].lower())
    if anchor is None or amount is None or least is None or (size := _size(amount)) is None:
        return None
    if not least < size:
        return None  # "of the 14 two years ago"
    try:
        ends = [_shifted(anchor, each, _unit(amount), sign) for each in (Fraction(least), size)]
    except (OverflowError, ValueError):
        return None
    first, last = (_as_stated(day, amount, exact=False) for day in sorted(ends))
    return f"{first}/{last}"


def _vague(anchor: date, count: str, unit: str, sign: int) -> str | None:
    """A few weeks ago: between two and five of them; a couple: two or three; else no number."""
    if not count.endswith(("couple", "couple of", "few", "several")):
        return None
    most = 3 if "couple" in count else 5
    size = UNITS.get(unit) or _MONTHS[unit] * 30
    try:
        near, far = (anchor + timedelta(days=sign * n * size) for n in (2, most))
    except OverflowError:
        return None
    first, last = min(near, far), max(near, far)
    if unit in ("year", "decade"):
        return f"{first.year:04}/{last.year:04}"
    return f"{first.isoformat()}/{last.isoformat()}"


_joins = SHAPES("joins")
