"""Phrases that mean a day: "yesterday", "on Tuesday", "two weeks ago", "the next day".

>>> setting = Setting("It sank two days ago, on Tuesday.", 0, 33, published=date(2013, 7, 4))
>>> [phrase.edtf for phrase in (*offsets(setting), *weekdays(setting))]
['2013-07-02', '2013-07-02']
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from discrepancy.extraction import reckoning
from discrepancy.extraction.dating import Phrase, Setting
from discrepancy.tables import Row, rows, words
from discrepancy.written_dates import choice, numbers


def relative_days(setting: Setting) -> Iterator[Phrase]:
    """Yesterday, today, tomorrow, tonight, last night, this morning, the day after tomorrow."""
    for found in _relative_day().finditer(setting.text, setting.start, setting.end):
        if found["name"] and _is_title(setting.text, found):
            continue
        step = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(
            (found["name"] or found["last"] or "").lower(), 0
        )
        step += {"before": -1, "after": 1}.get((found["beyond"] or "").lower(), 0)
        yield _from(setting.published, found, step)


@cache
def _relative_day() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:(?:the[ ]day[ ](?P<beyond>before|after)[ ])?(?P<name>yesterday|today|tomorrow|tonight)
        | this[ ](?P<part>morning|afternoon|evening) | (?P<last>last[ ]night))\b(?![-’']?\w{2})""",
        re.VERBOSE | re.IGNORECASE,
    )


def _is_title(text: str, found: re.Match[str]) -> bool:
    """Tell USA Today from "Today, ..."."""
    before = text[max(0, found.start() - 24) : found.start()]
    return found[0][0].isupper() and re.search(r"[A-Z][\w.]* $", before) is not None


def _from(day: date | None, found: re.Match[str], step: int) -> Phrase:
    edtf = None if day is None else (day + timedelta(days=step)).isoformat()
    return Phrase(found.start(), found.end(), edtf)


def weekdays(setting: Setting) -> Iterator[Phrase]:
    """Tuesday, last Friday, next Monday, Tuesday of last week, next week on Tuesday."""
    for found in _weekday().finditer(setting.text, setting.start, setting.end):
        if _is_named_day(setting.text, found):
            continue
        yield Phrase(found.start(), found.end(), _weekday_meant(setting, found))


@cache
def _weekday() -> re.Pattern[str]:
    which = (
        "last|next|this[ ]past|this[ ]coming|this[ ]upcoming|this|past|previous|following|coming"
    )
    return re.compile(
        rf"""\b(?:(?P<week>last|this|next)[ ]week,?[ ](?:on[ ])?|(?P<which>{which})[ ])?
        (?P<day>{"|".join(day for day in numbers("weekday") if day.endswith("day"))})\b(?!-)
        (?:,?[ ](?:of[ ])?(?P<week2>last|this|next)[ ]week\b|[ ](?P<ago>a[ ]week[ ]ago)\b)?""",
        re.VERBOSE | re.IGNORECASE,
    )


def _is_named_day(text: str, found: re.Match[str]) -> bool:
    """Tell Black Friday and the Sunday Times from days of the week."""
    before = re.search(r"(\w+) $", text[max(0, found.start() - 16) : found.start()])
    after = re.match(r" ([A-Z]\w+)", text[found.end() : found.end() + 16])
    return bool(
        (before and before[1] in words("date_cues", "before_a_named_day"))
        or (after and after[1] in words("date_cues", "named_after_a_weekday"))
    )


def _weekday_meant(setting: Setting, found: re.Match[str]) -> str | None:
    published, number = setting.published, numbers("weekday")[found["day"].lower()]
    if published is None:
        return None
    week = found["week"] or found["week2"]
    if week:
        monday, _ = reckoning.week(published, {"last": -1, "this": 0, "next": 1}[week.lower()])
        return (monday + timedelta(days=number)).isoformat()
    if found["ago"]:
        return (reckoning.weekday(number, published) - timedelta(weeks=1)).isoformat()
    return _nearest_weekday(setting, found, number, published).isoformat()


def _nearest_weekday(setting: Setting, found: re.Match[str], number: int, published: date) -> date:
    one = timedelta(days=1)
    match (found["which"] or "").lower():
        case "last" | "past" | "this past" | "previous":
            return reckoning.weekday(number, published - one)
        case "next" | "coming" | "this coming" | "this upcoming":
            return reckoning.weekday(number, published + one, ahead=True)
        case "following":
            after = setting.focus or published + timedelta(days=6)
            return reckoning.weekday(number, after + one, ahead=True)
    ahead = setting.looks_ahead(found.start(), found.end())
    return reckoning.weekday(number, published, ahead=ahead is True)


def offsets(setting: Setting) -> Iterator[Phrase]:
    """Two days ago, a month earlier, three weeks later, in two weeks, a fortnight ago."""
    for found in _offset().finditer(setting.text, setting.start, setting.end):
        way = (found["way"] or "from now").lower()
        anchor = setting.focus if way in ("earlier", "later", "before", "after") else None
        if anchor is None and way not in ("earlier", "later", "before", "after"):
            anchor = setting.published
        sign = -1 if way in ("ago", "earlier", "before") else 1
        if found["within"] and setting.looks_ahead(found.start(), found.end()) is not True:
            continue  # "in two weeks" of a past event is how long it took
        yield Phrase(found.start(), found.end(), _offset_meant(anchor, found, sign))


@cache
def _offset() -> re.Pattern[str]:
    count = rf"{choice('count')}|\d{{1,3}}|(?:a[ ])?couple[ ](?:of)?|(?:a[ ])?few|several"
    return re.compile(
        rf"""\b(?:(?P<exact>exactly|precisely)[ ])?(?P<within>in[ ])?
        (?P<count>{count})(?P<half>[ ]and[ ]a[ ]half)?[ -]
        (?P<unit>day|week|fortnight|month|year|decade)s?
        (?:[ ](?P<way>ago|earlier|later|before|after|from[ ]now|from[ ]today|hence)\b
           (?![ ](?:the|his|her|its|their|a|an|[A-Z\d])\b) | (?(within)[ ]?(?=[.,;?]|from[ ]now)|(?!)))""",
        re.VERBOSE | re.IGNORECASE,
    )


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120}


def _offset_meant(anchor: date | None, found: re.Match[str], sign: int) -> str | None:
    if anchor is None:
        return None
    unit = found["unit"].lower()
    count = numbers("count").get(found["count"].lower())
    if count is None and found["count"].isdigit():
        count = int(found["count"])
    if count is None:
        return _vague(anchor, found["count"].lower(), unit, sign)
    try:
        if unit in _DAYS:
            days = count * _DAYS[unit] + (_DAYS[unit] // 2 if found["half"] else 0)
            return (anchor + timedelta(days=sign * days)).isoformat()
        months = count * _MONTHS[unit] + (_MONTHS[unit] // 2 if found["half"] else 0)
        return _coarse(reckoning.shifted(anchor, months=sign * months), unit, found)
    except (OverflowError, ValueError):  # 900 years before the first
        return None


def _coarse(day: date, unit: str, found: re.Match[str]) -> str:
    """Months are counted to the month, years to the year, unless "exactly" says more."""
    if found["exact"]:
        return day.isoformat()
    if unit == "month" or found["half"]:
        return day.isoformat()[:7]
    return day.isoformat()[:4] if unit == "year" else f"{day.year}~"


def _vague(anchor: date, count: str, unit: str, sign: int) -> str:
    """A few weeks ago: between two and five of them, a couple between two and three."""
    most = 3 if "couple" in count else 5
    size = _DAYS.get(unit) or _MONTHS[unit] * 30
    near, far = (anchor + timedelta(days=sign * n * size) for n in (2, most))
    first, last = min(near, far), max(near, far)
    if unit in ("year", "decade"):
        return f"{first.year}/{last.year}"
    return f"{first.isoformat()}/{last.isoformat()}"


def days_in_focus(setting: Setting) -> Iterator[Phrase]:
    """The same day, the next day, the day before: seen from the day last spoken of."""
    for found in _day_in_focus().finditer(setting.text, setting.start, setting.end):
        step = -1 if found["back"] else 0 if found["same"] else 1
        yield _from(setting.focus, found, step)


@cache
def _day_in_focus() -> re.Pattern[str]:
    part = r"(?:day|morning|afternoon|evening|night)\b"
    return re.compile(
        rf"""\b(?:(?P<back>the[ ]previous[ ]{part}|the[ ]day[ ]before\b|a[ ]day[ ]earlier\b)
        | (?P<same>the[ ]same[ ]{part}|that[ ]same[ ]{part}|later[ ]that[ ]{part}
            |earlier[ ]that[ ]{part}|that[ ](?:day|morning|afternoon|evening|night)\b)
        | (?:the[ ](?:next|following)[ ]{part}|the[ ]day[ ]after\b|a[ ]day[ ]later\b))
        (?!-)""",
        re.VERBOSE | re.IGNORECASE,
    )


def ordinal_days(setting: Setting) -> Iterator[Phrase]:
    """On the 18th; the 15th of this month."""
    for found in _ordinal_day().finditer(setting.text, setting.start, setting.end):
        day = int(found["day"])
        if not 1 <= day <= 31:
            continue
        yield Phrase(found.start("from"), found.end(), _ordinal_meant(setting, found, day))


@cache
def _ordinal_day() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:(?:on|until|till|by|before|since|after)[ ](?P<from>)the[ ](?P<day>\d{1,2})(?:st|nd|rd|th)
        (?=[.,;:)?!]|$|[ ](?:and|or|at|but|with|to|for|would|will|is|was|of[ ](?:this|next|last)[ ]month)\b)
        (?:[ ]of[ ](?P<month>this|next|last)[ ]month\b)?)""",
        re.VERBOSE | re.IGNORECASE,
    )


def _ordinal_meant(setting: Setting, found: re.Match[str], day: int) -> str | None:
    anchor = setting.published or setting.focus
    if anchor is None:
        return None
    step = {"last": -1, "next": 1}.get((found["month"] or "").lower(), 0)
    first = reckoning.shifted(anchor.replace(day=1), months=step)
    if not found["month"] and setting.focus and setting.focus > anchor:
        first = setting.focus.replace(day=1)  # dates ahead are spoken of: "Feb. 11 or the 18th"
    ahead = setting.looks_ahead(found.start(), found.end())
    try:
        meant = first.replace(day=day)
        if not found["month"] and ahead is False and meant > anchor:
            meant = reckoning.shifted(first, months=-1).replace(day=day)
    except ValueError:  # the 31st of a shorter month
        return None
    return meant.isoformat()


class _Holiday(Row):
    words: str
    month: int
    day: int


def holidays(setting: Setting) -> Iterator[Phrase]:
    """Christmas Eve, Boxing Day 2004, New Year's Day: fixed days with a name."""
    for found in _holiday().finditer(setting.text, setting.start, setting.end):
        template = _holidays()[found["name"].replace("’", "'").lower()]
        later = re.compile(r"[^.;,]{0,40}?\b(?:in|of) ((?:19|20)\d\d)\b")
        year = found["year"] or next(
            iter(later.findall(setting.text, found.end(), setting.end)[:1]), ""
        )
        if year:
            yield Phrase(found.start(), found.end(), template.replace("XXXX", year), relative=False)
        else:
            edtf = setting.settled(template, found.start(), found.end())
            yield Phrase(found.start(), found.end(), edtf, template=template)


@cache
def _holidays() -> dict[str, str]:
    return {
        row.words.lower(): f"XXXX-{row.month:02}-{row.day:02}"
        for row in rows("date_cues", _Holiday, "holiday")
    }


@cache
def _holiday() -> re.Pattern[str]:
    names = "|".join(sorted(_holidays(), key=len, reverse=True)).replace("'", "['’]")
    return re.compile(
        rf"\b(?P<name>{names})\b(?:,? (?:of )?(?P<year>(?:19|20)\d\d))?(?! (?:tree|card|carol|gift|party|shopping))",
        re.IGNORECASE,
    )
