"""Phrases that count from a day: "two weeks ago", "a month later", "three days before 5 May".

>>> setting = Setting("It sank two days ago.", 0, 21, published=date(2013, 7, 4))
>>> [phrase.edtf for phrase in offsets(setting)]
['2013-07-02']
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import UNITS
from discrepancy.english.numbers.counts import in_words, worth
from discrepancy.english.numbers.number_words import numbers, ordinals
from discrepancy.extraction.dates import reckoning
from discrepancy.extraction.dates.setting import DatePhrase, Setting
from discrepancy.patterns import pattern

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_UNIT = "(?:day|week|fortnight|month|year|decade)s?|century|centuries"
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
_that = pattern(
    r" that(?=\W*$|[,.;:)]|\s+(?:the|a|an|it|he|she|they|we|his|her|its|their|there)\b)",
    re.IGNORECASE,
)


@cache
def _count() -> str:
    return rf"{in_words()}|\d{{1,3}}|(?:a[ ])?couple(?:[ ]of)?|(?:a[ ])?few|several"


_SHARE = "half[ ]an?|a[ ]quarter[ ]of[ ]a|a[ ]quarter"
"""What stands for the number in "half a century" and "a quarter century"."""
_ROUGH = "[ -]odd|[ -]plus|[ ]or[ ]so"
"""Behind a number that is only about right: "eighty-odd years", "ten or so years"."""


@cache
def _amount(unit: str = _UNIT) -> str:
    half = "(?:[ ]and[ ]a[ ]half)?"
    counted = rf"(?:{_count()})(?:{_ROUGH})?{half}[ -](?:{unit})\b{half}"
    return rf"(?:{counted}|(?:{_SHARE})[ -](?:{unit})\b)"


@cache
def _least() -> str:
    """The first number of "five or six years", "3-4 years"; no hyphen joins two in words."""
    words = rf"(?:{_count()})(?=[ ](?:to|or)[ ])"
    return rf"(?:(?P<least>{words}|\d{{1,3}}(?=[ ]?[-–]))(?:[ ](?:to|or)[ ]|[ ]?[-–][ ]?))?"


@cache
def _offset() -> re.Pattern[str]:
    return re.compile(
        rf"""(?<!\bhalf[ ])(?<!s[ ]of[ ])(?<!third[ ]of[ ])(?<!\d[.,])(?<!-)\b
        (?:(?P<exact>exactly|precisely)[ ])?(?P<within>in[ ])?
        {_least()}
        (?P<amounts>(?:{_amount()},?[ ]){{0,2}}(?:{_amount("years?")}[ ]and[ ])?{_amount()})
        (?:[ ](?P<way>ago|earlier|later|before|after|from[ ]now|from[ ]today|hence)\b
        | (?(within)(?=[.,;?]|$|[ ](?:on|and|or|when|to)\b)|(?!)))""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _from_here() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<exact>)(?P<amounts>{_amount()}) (?P<way>before|after|from|since|prior to|following)"
        r" (?:the )?(?:year )?$",
        re.IGNORECASE,
    )


def _since_when(setting: Setting, at: int) -> bool:
    """Whether a superlative before it makes "in ten years" the time of which it is the best."""
    return _superlative().search(setting.text, max(setting.start, at - 60), at) is not None


@cache
def _superlative() -> re.Pattern[str]:
    counted = "|".join(sorted({*numbers("podium"), *ordinals()}))  # the second strike in two days
    return re.compile(
        rf"\b(?:[a-z]{{3,}}est|most|least|worst|only|{counted})\b(?:(?!\bwill\b)[^,.;:])*$",
        re.IGNORECASE,
    )


def _is_rate(setting: Setting, at: int) -> bool:
    """Whether "a month" tells how often: 45 crowns a month from January, $900 a week after tax."""
    return _figure_before().search(setting.text, max(setting.start, at - 40), at) is not None


_figure_before = pattern(r"\d(?: (?:hundred|thousand|million|billion))?(?: [a-z]+s| more){0,2} $")


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


_eve = pattern(r"\b(?:the )?eve of (?:the )?$", re.IGNORECASE)


def _eve_of(phrase: DatePhrase, at: int) -> DatePhrase:
    """The eve of the 4 May vote: the day before; of a year that is open, on no known day."""
    if phrase.edtf is None or edtf.precision(phrase.edtf) != "day":
        return phrase._replace(start=at, edtf=None, template=None, alternatives=())
    day = edtf.interval(phrase.edtf)[0] - timedelta(days=1)
    return phrase._replace(start=at, edtf=day.isoformat(), template=None, alternatives=())


@cache
def _one_amount() -> re.Pattern[str]:
    return re.compile(
        rf"""\b(?:(?P<share>{_SHARE})|(?P<count>{_count()})(?P<rough>{_ROUGH})?)
        (?P<half>[ ]and[ ]a[ ]half)?[ -](?P<unit>{_UNIT})\b(?P<half2>[ ]and[ ]a[ ]half)?""",
        re.VERBOSE | re.IGNORECASE,
    )


def _meant(
    anchor: date | None, found: re.Match[str], sign: int, *, exact: bool = False
) -> str | None:
    if anchor is None:
        return None
    amounts = list(_one_amount().finditer(re.sub(r"(?i)\band (?!a half)|,", "", found["amounts"])))
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
