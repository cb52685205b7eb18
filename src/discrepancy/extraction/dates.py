"""Days and periods of the article, as EDTF with the precision that was stated.

>>> text = "It sank on Tuesday. In June 2013 it had been repaired."
>>> source = Source(id="a", text=text, published=date(2013, 7, 4),
...     layout=Layout(sentences=(Span(start=0, end=19), Span(start=20, end=54))))
>>> [(claim.text, claim.value.edtf) for claim in read(source)]
[('Tuesday', '2013-07-02'), ('June 2013', '2013-06')]
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from discrepancy import edtf, written_dates
from discrepancy.claim import Bound, Claim, DateClaim, DateValue
from discrepancy.extraction import (
    day_phrases,
    holiday_phrases,
    offset_phrases,
    period_phrases,
    reckoning,
    year_phrases,
)
from discrepancy.extraction.dating import Phrase, Reader, Setting
from discrepancy.source import Layout, Source
from discrepancy.span import Span
from discrepancy.tables import Row, rows

READERS: tuple[Reader, ...] = (
    period_phrases.written,
    period_phrases.day_ranges,
    day_phrases.relative_days,
    day_phrases.weekdays,
    offset_phrases.offsets,
    day_phrases.days_in_focus,
    day_phrases.ordinal_days,
    holiday_phrases.holidays,
    period_phrases.seasons,
    period_phrases.parts_of_year,
    year_phrases.years,
    period_phrases.relative_periods,
)


def read(source: Source, claims: tuple[Claim, ...] = ()) -> Iterator[DateClaim]:
    """The dates of a laid-out source, in text order."""
    layout = source.layout or Layout()
    setting = Setting(source.text, 0, 0, source.published)
    setting.stated_years = _stated_years(source.text, layout)
    setting.order = written_dates.order(source.text)
    # A lead that says "the next day" and no day before it means the day after its printing.
    setting.focus = source.published
    for number, span in enumerate(layout.sentences):
        if number == 1 and setting.focus == source.published:
            setting.focus = None
        setting.start, setting.end = span.start, span.end
        if _trigger().search(source.text, span.start, span.end):
            for number, phrase in enumerate(_phrases(setting)):
                if number and phrase.in_focus:
                    phrase = _seen_again(setting, phrase)
                yield _claim(source, setting, phrase)
                _move_focus(setting, phrase)


def _phrases(setting: Setting) -> list[Phrase]:
    """The phrases of one sentence; one that is counted from another takes it in."""
    found: list[Phrase] = []
    for single in _joined(setting, _modified(setting, _apart(setting))):
        phrase = _week_of(setting, offset_phrases.counted_from(setting, single))
        while found and found[-1].end > phrase.start:
            found.pop()
        found.append(phrase)
    return found


_IN_FOCUS = (
    day_phrases.days_in_focus,
    offset_phrases.offsets,
    period_phrases.relative_periods,
)


def _seen_again(setting: Setting, phrase: Phrase) -> Phrase:
    """The phrase, seen from the day that this sentence itself has spoken of before it."""
    whole, setting.start = setting.start, phrase.start
    again = (found for reader in _IN_FOCUS for found in reader(setting))
    seen = next((found for found in again if found.start == phrase.start), phrase)
    setting.start = whole
    return seen


@cache
def _trigger() -> re.Pattern[str]:
    # Every date phrase holds one of these: most sentences are done here.
    return re.compile(
        rf"\d|day|\b(?:{written_dates.choice('month')}|{written_dates.choice('season')}|tomorrow|"
        "tonight|morning|afternoon|evening|night|week|weekend|fortnight|month|year|decade|century|"
        "quarter|half|christmas|halloween|new year|easter|thanksgiving|fawkes|nineteen|thousand)",
        re.IGNORECASE,
    )


def _stated_years(text: str, layout: Layout) -> Mapping[str, int]:
    """The year of each month that the article states with one year and no other."""
    years: dict[str, set[int]] = {}
    if layout.sentences:
        for found in written_dates.find(text, layout.sentences[0].start, layout.sentences[-1].end):
            if "X" not in found.edtf and not found.alternatives:
                years.setdefault(found.edtf[5:7], set()).add(int(found.edtf[:4]))
    return {month: min(stated) for month, stated in years.items() if len(stated) == 1}


def _apart(setting: Setting) -> list[Phrase]:
    """The phrases of one sentence in order; where two overlap, the longer one."""
    found = [phrase for reader in READERS for phrase in reader(setting)]
    found.sort(key=lambda phrase: (phrase.start - phrase.end, phrase.start))
    kept: list[Phrase] = []
    for phrase in found:
        if all(phrase.end <= other.start or other.end <= phrase.start for other in kept):
            kept.append(phrase)
    return sorted(kept)


@cache
def _part() -> re.Pattern[str]:
    # early October | early- to mid-October | the end of May | towards the end of this year
    word = r"early|beginning[ ]of|start[ ]of|mid|middle[ ]of|late|end[ ]of|close[ ]of|turn[ ]of"
    return re.compile(
        rf"""\b(?:(?P<first>early|mid)[- ]+(?:to|and|or|/)[- ]+)?(?:the[ ])?(?:very[ ])?
        (?P<part>{word})[- ](?:the[ ])?$""",
        re.VERBOSE | re.IGNORECASE,
    )


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


def _modified(setting: Setting, phrases: list[Phrase]) -> Iterator[Phrase]:
    """Phrases with "early", "mid-" or "the end of" before them, or "'s end" behind them."""
    for phrase in phrases:
        if phrase.edtf is None or edtf.precision(phrase.edtf) == "day":
            yield phrase
            continue
        before = _part().search(setting.text, max(setting.start, phrase.start - 32), phrase.start)
        after = re.compile(r"(?:['’]s[ ]|-)end\b").match(setting.text, phrase.end)
        if before:
            yield _part_meant(setting, phrase, before)
        elif after:
            yield phrase._replace(end=after.end(), edtf=_end(setting, phrase, phrase.start))
        else:
            yield phrase


def _part_meant(setting: Setting, phrase: Phrase, before: re.Match[str]) -> Phrase:
    assert phrase.edtf is not None
    words = before["part"].lower()
    third = _THIRDS[words.split()[0][:4]]
    if words.startswith(("end", "close")):
        return phrase._replace(start=before.start(), edtf=_end(setting, phrase, before.start()))
    if " of" in words and edtf.precision(phrase.edtf) == "year":
        return phrase._replace(start=before.start())
    meant = reckoning.part_of(phrase.edtf, third)
    if before["first"]:
        first = reckoning.part_of(phrase.edtf, _THIRDS[before["first"].lower()[:4]])
        meant = f"{first.split('/')[0]}/{meant.split('/')[-1]}"
    return phrase._replace(start=before.start(), edtf=meant)


def _end(setting: Setting, phrase: Phrase, at: int) -> str:
    """By the end of May is by its last day; towards the end of May is its last third."""
    assert phrase.edtf is not None
    by = re.search(r"(?i)\b(?:by|before|until|till) (?:the )?$", setting.text[max(0, at - 14) : at])
    last = edtf.interval(phrase.edtf)[1]
    if by:
        return last.isoformat()
    if edtf.precision(phrase.edtf) == "year":
        return last.isoformat()[:7]
    return reckoning.part_of(phrase.edtf, 2)


@cache
def _week_from() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the )?week (?:beginning|starting|commencing|of)(?: on)? $", re.IGNORECASE
    )


def _week_of(setting: Setting, phrase: Phrase) -> Phrase:
    """The week beginning 17 October: seven days."""
    found = _week_from().search(setting.text, max(setting.start, phrase.start - 28), phrase.start)
    if found is None or phrase.edtf is None or edtf.precision(phrase.edtf) != "day":
        return phrase
    first = edtf.interval(phrase.edtf)[0]
    week = edtf.of_days(first, first + timedelta(days=6))
    return phrase._replace(start=found.start(), edtf=week)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"(?:,? (?:to|through|thru|until|till) (?:the )?|\s?[-–—]\s?)", re.IGNORECASE)


def _joined(setting: Setting, phrases: Iterator[Phrase]) -> Iterator[Phrase]:
    """Two dates with "to" or "until" between them are one period."""
    held: Phrase | None = None
    for phrase in phrases:
        whole = _range(setting, held, phrase) if held else None
        if whole is None and held is not None:
            yield held
        held = whole or phrase
    if held is not None:
        yield held


def _range(setting: Setting, first: Phrase, last: Phrase) -> Phrase | None:
    gap = setting.text[first.end : last.start]
    opens = setting.text[max(0, first.start - 8) : first.start].lower()
    if not (_between().fullmatch(gap) or (gap == " and " and opens.endswith("between "))):
        return None
    if first.edtf is None or last.edtf is None or "/" in first.edtf + last.edtf:
        return None
    start = first.edtf
    if first.template and not last.template:
        start = first.template.replace("XXXX", last.edtf[:4])
    if len(start) != len(last.edtf) or start >= last.edtf:
        return None
    return Phrase(first.start, last.end, f"{start}/{last.edtf}", last.relative)


class _BoundCue(Row):
    words: str
    bound: Bound


@cache
def _bounds() -> Mapping[str, Bound]:
    return {row.words: row.bound for row in rows("date_cues", _BoundCue, "bound")}


@cache
def _bound_cue() -> re.Pattern[str]:
    cues = "|".join(sorted(_bounds(), key=len, reverse=True))
    return re.compile(rf"\b({cues}) (?:the |late |early )?$", re.IGNORECASE)


def _bound(setting: Setting, at: int) -> Bound:
    found = _bound_cue().search(setting.text, max(setting.start, at - 28), at)
    return _bounds()[found[1].lower()] if found else Bound.EXACT


def _claim(source: Source, setting: Setting, phrase: Phrase) -> DateClaim:
    return DateClaim(
        source=source.id,
        span=Span(start=phrase.start, end=phrase.end),
        text=source.text[phrase.start : phrase.end],
        value=DateValue(edtf=phrase.edtf),
        bound=_bound(setting, phrase.start),
        relative=phrase.relative,
        alternatives=phrase.alternatives,
    )


def _move_focus(setting: Setting, phrase: Phrase) -> None:
    """The next day, that year: what they are seen from."""
    if phrase.edtf is None:
        return
    if edtf.precision(phrase.edtf) == "day":
        setting.focus = date.fromisoformat(phrase.edtf[:10])
    if phrase.edtf[:4].isdigit():
        setting.focus_year = int(phrase.edtf[:4])
