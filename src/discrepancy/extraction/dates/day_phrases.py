"""Phrases that mean a day: "yesterday", "on Tuesday", "the next day", "on the 18th".

>>> setting = Setting("It sank on Tuesday, not today.", 0, 30, published=date(2013, 7, 4))
>>> [phrase.edtf for phrase in (*weekdays(setting), *relative_days(setting))]
['2013-07-02', '2013-07-04']
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import numbers
from discrepancy.extraction.dates import reckoning
from discrepancy.extraction.dates.setting import DatePhrase, Setting, beside
from discrepancy.extraction.dates.shapes import SHAPES
from discrepancy.tables import words


def relative_days(setting: Setting) -> Iterator[DatePhrase]:
    """Yesterday, today, tomorrow, tonight, last night, this morning, the day after tomorrow."""
    for found in _relative_day().finditer(setting.text, setting.start, setting.end):
        if found["name"] and _is_title(setting, found):
            continue
        step = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(
            (found["name"] or found["last"] or "").lower(), 0
        )
        step += {"before": -1, "after": 1}.get((found["beyond"] or "").lower(), 0)
        yield _from(setting.published, found, step)


_relative_day = SHAPES("relative_day")


def _is_title(setting: Setting, found: re.Match[str]) -> bool:
    """Tell USA Today from "Today, ..."."""
    before = setting.text[max(setting.start, found.start() - 24) : found.start()]
    return found[0][0].isupper() and _capital_before().search(before) is not None


def _from(day: date | None, found: re.Match[str], step: int) -> DatePhrase:
    edtf = None if day is None else (day + timedelta(days=step)).isoformat()
    return DatePhrase(found.start(), found.end(), edtf)


def weekdays(setting: Setting) -> Iterator[DatePhrase]:
    """Tuesday, last Friday, next Monday, Tuesday of last week, next week on Tuesday."""
    first, last = (0, 0), -1  # the first weekday of a list, and where its last one ends
    before: DatePhrase | None = None
    unread = -1  # the end of the last one that is no day: every Tuesday and Thursday
    for found in _weekday().finditer(setting.text, setting.start, setting.end):
        again = unread >= 0 and setting.text[unread : found.start()] in _LISTS
        if again or _is_named_day(setting.text, found):
            unread = found.end()
            continue
        gap = setting.text[last : found.start()] if last >= 0 else ""
        first, last = first if gap in _LISTS else found.span(), found.end()
        phrase = DatePhrase(found.start(), found.end(), _weekday_meant(setting, found, first))
        if before and gap in _RANGES:
            before, phrase = _in_order(setting, before, phrase)
        if before:
            yield before
        before = phrase
    if before:
        yield before


_LISTS = (" and ", ", ", " or ", " and on ")
"""Between two weekdays of a list: they lie on one side of the day of printing."""
_RANGES = (" to ", " until ", " till ", " through ")


def _in_order(
    setting: Setting, first: DatePhrase, last: DatePhrase
) -> tuple[DatePhrase, DatePhrase]:
    """From Monday to Thursday: the two days of one week, on one side of the day of printing."""
    words = (setting.text[one.start : one.end].lower() for one in (first, last))
    if not first.edtf or not last.edtf or not all(word in numbers("weekday") for word in words):
        return first, last
    begin, end = date.fromisoformat(first.edtf), date.fromisoformat(last.edtf)
    if begin <= end:
        return first, last
    if setting.published and begin > setting.published:
        end = reckoning.weekday(end.weekday(), begin, ahead=True)
    else:
        begin = reckoning.weekday(begin.weekday(), end)
    return first._replace(edtf=begin.isoformat()), last._replace(edtf=end.isoformat())


_weekday = SHAPES("weekday")


def _is_named_day(text: str, found: re.Match[str]) -> bool:
    """Tell Black Friday, the Sunday Times and the first Monday of each month from one day."""
    before, behind = beside(text, *found.span())
    if _of_each().match(text[found.end() : found.end() + 9]):
        return True
    named = before in words("date_cues", "before_a_named_day")
    return named or behind in words("date_cues", "named_after_a_weekday")


def _weekday_meant(setting: Setting, found: re.Match[str], first: tuple[int, int]) -> str | None:
    published = setting.published
    number = numbers("weekday")[(found["day"] or found["short"]).lower()]
    if published is None:
        return None
    if found["nth"]:
        return _nearest_nth(day_of_month(found["nth"]), published, number)
    week = found["week"] or found["week2"] or found["week3"]
    if week:
        monday, _ = reckoning.week(published, {"last": -1, "this": 0, "next": 1}[week.lower()])
        return (monday + timedelta(days=number)).isoformat()
    if found["ago"]:
        return (reckoning.weekday(number, published) - timedelta(weeks=1)).isoformat()
    day = _nearest_weekday(setting, found, number, published, first)
    return (day - timedelta(weeks=1) if found["sooner"] else day).isoformat()


def _nearest_nth(nth: int, published: date, number: int) -> str | None:
    """Tuesday the eleventh: the month around the printing in which the 11th is a Tuesday."""
    for months in (0, 1, -1, 2, -2):
        first = reckoning.shifted(published.replace(day=1), months=months)
        day = first + timedelta(days=nth - 1)
        if day.month == first.month and day.weekday() == number:
            return day.isoformat()
    return None


def _nearest_weekday(
    setting: Setting, found: re.Match[str], number: int, published: date, first: tuple[int, int]
) -> date:
    one = timedelta(days=1)
    match (found["which"] or "").lower():
        case "last" | "past" | "this past":
            return reckoning.weekday(number, published - one)
        case "previous":
            return reckoning.week(published, -1)[0] + timedelta(days=number)
        case "next":
            return reckoning.week(published, 1)[0] + timedelta(days=number)
        case "coming" | "upcoming" | "this coming" | "this upcoming":
            return reckoning.weekday(number, published + one, ahead=True)
        case "following":
            after = reckoning.week(published)[1]
            if setting.focus and setting.focus != published:
                after = setting.focus
            return reckoning.weekday(number, after + one, ahead=True)
    ahead = setting.looks_ahead(*first)
    return reckoning.weekday(number, published, ahead=ahead is True)


def days_in_focus(setting: Setting) -> Iterator[DatePhrase]:
    """The same day, the next day, the day before: seen from the day last spoken of."""
    for found in _day_in_focus().finditer(setting.text, setting.start, setting.end):
        step = -1 if found["back"] or found["prior"] else 0 if found["same"] else 1
        # "the day before the wedding" is seen from a day that nobody has named
        named = _names_its_day().match(found["rest"])
        known = found["fixed"] or not named
        focus = setting.focus if known else None
        yield _from(focus, found, step)._replace(in_focus=bool(known))


_day_in_focus = SHAPES("day_in_focus")


def ordinal_days(setting: Setting) -> Iterator[DatePhrase]:
    """On the 18th; the 11th or 18th; the 15th day of next month."""
    for found in _ordinal_day().finditer(setting.text, setting.start, setting.end):
        for name in ("nth", "other", "nth2"):
            if found[name]:
                day = day_of_month(found[name])
                meant = _ordinal_meant(setting, found, day) if day else None
                start = found.start("whole") if name == "nth2" else found.start(name)
                edtf_day = meant.isoformat() if meant else None
                yield DatePhrase(
                    start, found.end() if name == "nth2" else found.end(name), edtf_day
                )


def day_of_month(nth: str) -> int:
    """The number of an ordinal, in figures or words."""
    figures = re.match(r"\d+", nth)
    return int(figures[0]) if figures else numbers("ordinal")[nth.lower().replace(" ", "-")]


_ordinal_day = SHAPES("ordinal_day")


_SPOKEN_OF = 200
"""Characters within which "the 18th" is of the month that the text has named."""


def _month_spoken_of(setting: Setting, at: int, ahead: bool | None) -> date | None:
    """The first day of the month that was named shortly before, unless the words look beyond it.

    In May it was drafted; it was signed on the 3rd. It opens in March. Seats are sold on the 5th.
    """
    here = [one for one in setting.written_here() if one.span.end <= at]
    if here:
        span, told = here[-1].span, here[-1].edtf[:7]
        months = setting.settled(told, span.start, span.end) if "X" in told else told
        named = edtf.interval(months)[0] if months else None
    elif setting.month and at - setting.month[0] <= _SPOKEN_OF:
        named = setting.month[1]
    else:
        return None
    printed = setting.published
    if named and ahead and printed and named < printed.replace(day=1):
        return None
    return named


def _ordinal_meant(setting: Setting, found: re.Match[str], day: int) -> date | None:
    ahead = setting.looks_ahead(found.start(), found.end())
    if not found["month"] and (month := _month_spoken_of(setting, found.start(), ahead)):
        return _day_in(month, day)
    anchor = setting.published or setting.focus
    if anchor is None:
        return None
    step = {"last": -1, "next": 1}.get((found["month"] or "").lower(), 0)
    meant = _day_in(reckoning.shifted(anchor.replace(day=1), months=step), day)
    if meant and not found["month"] and ahead is False and meant > anchor:
        return _day_in(reckoning.shifted(meant.replace(day=1), months=-1), day)
    return meant


def _day_in(month: date, day: int) -> date | None:
    """That day of a month; None: the 31st of a shorter one."""
    return month.replace(day=day) if day <= monthrange(month.year, month.month)[1] else None


_capital_before = SHAPES("capital_before")
_of_each = SHAPES("of_each")
_names_its_day = SHAPES("names_its_day")
