"""All date phrases of one sentence: found by family, told apart, and put together.

Where two overlap, the longer one is kept. Then "late May", "the end of May", "the week of 5 May",
"two weeks before 5 May" and "from 3 May to 5 June" are made of what was found.

>>> setting = Setting("It ran from 3 May to 5 June 2023 and in late 2024.", 0, 49)
>>> [phrase.edtf for phrase in phrases(setting)]
['2023-05-03/2023-06-05', '2024-09/2024-12']
"""

import re
from bisect import bisect
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import numbers
from discrepancy.english.cut import said
from discrepancy.extraction.dates import (
    day_lists,
    day_phrases,
    holiday_phrases,
    month_phrases,
    nth_days,
    offset_phrases,
    period_phrases,
    reckoning,
    said_days,
    year_phrases,
)
from discrepancy.extraction.dates.setting import DatePhrase, Reader, Setting
from discrepancy.extraction.dates.shapes import SHAPES

_UNITS = (
    "day days week weeks fortnight fortnights month months year years decade decades "
    "century centuries"
)


@cache
def _readers() -> tuple[tuple[frozenset[str], Reader], ...]:
    """Each family of phrases with words of which its every phrase has one ("0": a figure)."""
    part = "morning afternoon evening night"
    return tuple(
        (frozenset(words.split()), reader)
        for words, reader in (
            (" ".join(numbers("month")) + " 0", month_phrases.written),
            (" ".join(numbers("month")), month_phrases.day_ranges),
            (" ".join(numbers("month")), day_lists.listed),
            (f"yesterday today tomorrow tonight {part}", day_phrases.relative_days),
            (" ".join(numbers("weekday")), day_phrases.weekdays),
            (" ".join(numbers("weekday")) + f" weekend half {_UNITS}", nth_days.counted_off),
            (_UNITS, offset_phrases.offsets),
            (f"day {part}", day_phrases.days_in_focus),
            ("st nd rd th day", day_phrases.ordinal_days),
            (" ".join(holiday_phrases.first_words()), holiday_phrases.holidays),
            (" ".join(numbers("season")), period_phrases.seasons),
            ("quarter half q h", period_phrases.parts_of_year),
            ("q", period_phrases.short_quarters),
            ("months", period_phrases.first_months),
            ("0 century nineteen eighteen twenty thousand", year_phrases.years),
            ("sixties seventies eighties nineties", year_phrases.decades_in_words),
            ("week weekend month year decade century", period_phrases.relative_periods),
        )
    )


@cache
def _words_of_dates() -> frozenset[str]:
    return frozenset().union(*(words for words, _ in _readers()))


def _apart(setting: Setting) -> list[DatePhrase]:
    """The phrases of one sentence in order; where two overlap, the longer one."""
    words = said(setting.text, setting.start, setting.end) & _words_of_dates()
    if not words:
        return []
    found = [
        phrase
        for its_words, reader in _readers()
        if not its_words.isdisjoint(words)
        for phrase in reader(setting)
    ]
    found.sort(key=lambda phrase: (phrase.start - phrase.end, phrase.start))
    kept: list[tuple[int, int, DatePhrase]] = []
    for phrase in found:
        at = bisect(kept, phrase.start, key=lambda one: one[0])
        clear_before = at == 0 or kept[at - 1][1] <= phrase.start
        if clear_before and (at == len(kept) or phrase.end <= kept[at][0]):
            kept.insert(at, (phrase.start, phrase.end, phrase))
    return [phrase for _, _, phrase in kept]


def phrases(setting: Setting) -> Iterator[DatePhrase]:
    """The phrases of one sentence, in order; one that is counted from another takes it in.

    The caller may move the focus between one phrase and the next.
    """
    found: list[DatePhrase] = []
    for single in _joined(setting, _modified(setting, _apart(setting))):
        phrase = _week_of(setting, offset_phrases.counted_from(setting, single))
        phrase = _of_a_night(setting, phrase)
        while found and found[-1].end > phrase.start:
            found.pop()
        found.append(phrase)
    for number, phrase in enumerate(found):
        if phrase.in_focus and (told := _told_next(setting, phrase, found[number + 1 :])):
            yield phrase._replace(edtf=told)
        elif number and phrase.in_focus:
            yield _seen_again(setting, phrase)
        else:
            yield said_days.as_said(setting, found, number)


def _told_next(setting: Setting, phrase: DatePhrase, following: list[DatePhrase]) -> str | None:
    """Two days earlier, on March 8, he left: the day that stands beside it."""
    if not following or not following[0].edtf or edtf.precision(following[0].edtf) != "day":
        return None
    gap = setting.text[phrase.end : following[0].start]
    return following[0].edtf if gap in (", ", ", on ", " on ") else None


_IN_FOCUS = (
    day_phrases.days_in_focus,
    offset_phrases.offsets,
    period_phrases.relative_periods,
)


def _seen_again(setting: Setting, phrase: DatePhrase) -> DatePhrase:
    """The phrase, seen from the day that this sentence itself has spoken of before it."""
    whole = setting.start, setting.end
    setting.start, setting.end = phrase.start, min(setting.end, phrase.end + 24)
    again = (found for reader in _IN_FOCUS for found in reader(setting))
    seen = next((found for found in again if found.start == phrase.start), phrase)
    setting.start, setting.end = whole
    return seen


_part = SHAPES("part_before")


_THIRDS = {
    "earl": 0,
    "begi": 0,
    "star": 0,
    "turn": 0,
    "mid": 1,
    "midd": 1,
    "late": 2,
    "end": 2,
    "clos": 2,
}


def _modified(setting: Setting, phrases: list[DatePhrase]) -> Iterator[DatePhrase]:
    """Phrases with "early", "mid-" or "the end of" before them, or "'s end" behind them."""
    for phrase in phrases:
        if phrase.edtf is None and phrase.template and len(phrase.template) == len("XXXX-10"):
            yield _modified_without_its_year(setting, phrase)
            continue
        if phrase.edtf is None or edtf.precision(phrase.edtf) == "day":
            yield phrase
            continue
        before = _part().search(setting.text, max(setting.start, phrase.start - 32), phrase.start)
        after = _its_end().match(setting.text, phrase.end)
        if before:
            yield _part_meant(setting, phrase, before)
        elif after:
            yield phrase._replace(end=after.end(), edtf=_end(setting, phrase, phrase.start))
        else:
            yield phrase


def _modified_without_its_year(setting: Setting, phrase: DatePhrase) -> DatePhrase:
    """Early December in a text without a day of printing: the first ten days of some December."""
    assert phrase.template is not None
    some_year = phrase._replace(edtf=edtf.in_year(phrase.template, _SOME_YEAR))
    meant = next(_modified(setting, [some_year]))
    template = (meant.edtf or "").replace(str(_SOME_YEAR), "XXXX")
    return meant._replace(edtf=None, template=template)


_SOME_YEAR = 2000
"""A leap year: late February holds the 29th where its year has it."""


def _part_meant(setting: Setting, phrase: DatePhrase, before: re.Match[str]) -> DatePhrase:
    assert phrase.edtf is not None
    words = before["part"].lower()
    third = _THIRDS[words.split()[0][:4]]
    if words.startswith(("end", "close")):
        end = _end(setting, phrase, before.start())
        return phrase._replace(start=before.start(), edtf=end, alternatives=())
    if " of" in words and edtf.precision(phrase.edtf) == "year":
        return phrase._replace(start=before.start())
    meant = reckoning.part_of(phrase.edtf, third)
    if before["first"]:
        first = reckoning.part_of(phrase.edtf, _THIRDS[before["first"].lower()[:4]])
        meant = f"{first.split('/')[0]}/{meant.split('/')[-1]}"
    others = tuple(reckoning.part_of(other, third) for other in phrase.alternatives)
    return phrase._replace(start=before.start(), edtf=meant, alternatives=others)


def _end(setting: Setting, phrase: DatePhrase, at: int) -> str:
    """By the end of May is by its last day; towards the end of May is its last third."""
    assert phrase.edtf is not None
    by = _by().search(setting.text[max(0, at - 14) : at])
    last = edtf.interval(phrase.edtf)[1]
    if by:
        return last.isoformat()
    if edtf.precision(phrase.edtf) == "year":
        return last.isoformat()[:7]
    return reckoning.part_of(phrase.edtf, 2)


_week_from = SHAPES("week_from")


def _week_of(setting: Setting, phrase: DatePhrase) -> DatePhrase:
    """The week beginning 17 October: seven days."""
    found = _week_from().search(setting.text, max(setting.start, phrase.start - 28), phrase.start)
    if found is None or phrase.edtf is None or edtf.precision(phrase.edtf) != "day":
        return phrase
    first = edtf.interval(phrase.edtf)[0]
    week = edtf.of_days(first, first + timedelta(days=6))
    return phrase._replace(start=found.start(), edtf=week)


def _of_a_night(setting: Setting, phrase: DatePhrase) -> DatePhrase:
    """The early hours of Thursday: others tell of the night of Wednesday."""
    if phrase.edtf is None or phrase.alternatives or edtf.precision(phrase.edtf) != "day":
        return phrase
    at = phrase.start
    if phrase.in_focus or setting.text[at : at + 5].lower() == "this ":  # early this morning
        return phrase
    before = _small_hours().search(setting.text, max(setting.start, at - 36), at)
    if before is None and not _before_dawn().match(setting.text, phrase.end):
        return phrase
    eve = edtf.interval(phrase.edtf)[0] - timedelta(days=1)
    return phrase._replace(alternatives=(eve.isoformat(),))


# in the early hours of | early on | after midnight on | before dawn on | at 2:30 a.m. on
_small_hours = SHAPES("small_hours")


_between = SHAPES("between_days")


def _joined(setting: Setting, phrases: Iterator[DatePhrase]) -> Iterator[DatePhrase]:
    """Two dates with "to" or "until" between them are one period."""
    held: DatePhrase | None = None
    for phrase in phrases:
        whole = _range(setting, held, phrase) if held else None
        if whole is None and held is not None:
            yield held
        held = whole or phrase
    if held is not None:
        yield held


def _range(setting: Setting, first: DatePhrase, last: DatePhrase) -> DatePhrase | None:
    gap = setting.text[first.end : last.start]
    opens = setting.text[max(0, first.start - 8) : first.start].lower()
    if not (_between().fullmatch(gap) or (gap == " and " and opens.endswith("between "))):
        return None
    start, end = first.edtf, last.edtf
    if first.template and end and not last.template:
        start = first.template.replace("XXXX", end[:4])  # 3 May to 5 June 2023
    if start is None or end is None or "/" in start + end or start >= end:
        return None
    if len(start) != len(end) or not edtf.exists(start):
        return None
    return DatePhrase(first.start, last.end, f"{start}/{end}", last.relative)


_by = SHAPES("by_before")
_its_end = SHAPES("its_end")
_before_dawn = SHAPES("before_dawn")
