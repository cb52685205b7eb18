"""Days and periods of the article, as EDTF with the precision that was stated.

>>> text = "It sank on Tuesday. In June 2013 it had been repaired."
>>> source = Source(id="a", text=text, published=date(2013, 7, 4),
...     layout=Layout(sentences=(Span(start=0, end=19), Span(start=20, end=54))))
>>> [(claim.text, claim.value.edtf) for claim in read(source)]
[('Tuesday', '2013-07-02'), ('June 2013', '2013-06')]
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from discrepancy.calendar import edtf, written_dates
from discrepancy.calendar.written_dates import WrittenDate, numbers
from discrepancy.claims import Bound, Claim, DateClaim, DateValue
from discrepancy.english import until
from discrepancy.extraction.dates import date_phrases, fiscal_quarters, month_phrases
from discrepancy.extraction.dates.setting import DatePhrase, Setting
from discrepancy.extraction.dates.shapes import SHAPES
from discrepancy.source import Layout, Source
from discrepancy.span import Span
from discrepancy.tables import Row, rows


def read(source: Source, claims: tuple[Claim, ...] = ()) -> Iterator[DateClaim]:
    """The dates of a laid-out source, in text order."""
    if source.published is not None or source.anchor is None:
        return _read(source)
    return iter(within(source, edtf.interval(source.anchor)).settled)


class Readings(NamedTuple):
    """The dates of a text of which only the days are known on which it can have been printed."""

    first: list[DateClaim]
    """As if it were printed on the first of these days."""
    last: list[DateClaim]
    settled: list[DateClaim]
    """What they mean whichever day it was; what that does not settle stays open."""


def within(source: Source, days: tuple[date, date]) -> Readings:
    """The dates of a source that was printed on one of the days from the first to the last."""
    first = list(_read(source.model_copy(update={"published": days[0]})))
    one_day = days[0] == days[1]
    last = first if one_day else list(_read(source.model_copy(update={"published": days[1]})))
    agreed = {(claim.span.start, claim.value.edtf) for claim in last}
    found = [claim for claim in first if (claim.span.start, claim.value.edtf) in agreed]
    near = [claim for claim in found if _is_near(claim, days)]
    settled = [_in_year_of(claim, days, first, last) for claim in _settled_by(near, _read(source))]
    return Readings(first, last, _on_one_weekday(settled))


def _on_one_weekday(found: list[DateClaim]) -> list[DateClaim]:
    """Whoever goes to the polls Sunday does so on the Sunday's vote that the text settles."""
    days: dict[str, set[str]] = {}
    for claim in found:
        if claim.value.edtf and claim.text.lower() in numbers("weekday"):
            days.setdefault(claim.text.lower(), set()).add(claim.value.edtf)
    return [
        claim.model_copy(update={"value": DateValue(edtf=next(iter(days[claim.text.lower()])))})
        if claim.value.edtf is None and len(days.get(claim.text.lower(), ())) == 1
        else claim
        for claim in found
    ]


_NEAR = 90
"""Days from a printing that is known to the month only within which a year is settled."""


def _is_near(claim: DateClaim, days: tuple[date, date]) -> bool:
    """Whether no other year comes into question, if the printing was a month or two off."""
    if (days[1] - days[0]).days < 7 or claim.value.edtf is None:
        return True
    return edtf.days_apart(claim.value.edtf, edtf.of_days(*days)) <= _NEAR


def _in_year_of(claim: DateClaim, days: tuple[date, date], *read: Sequence[DateClaim]) -> DateClaim:
    """6 December or early December, in the one year in which it lies close to the printing.

    Args:
        claim: what the text alone tells.
        days: the first and the last day on which it can have been printed.
        read: the dates of the text as if it were printed on the first, and on the last of these.
    """
    template = next((text for text in claim.alternatives if text.startswith("XXXX-")), None)
    if claim.value.edtf is not None or template is None or claim.text.endswith(" year"):
        return claim
    printed = edtf.of_days(*days)
    named = edtf.in_years(template, range(days[0].year - 1, days[1].year + 2))
    near = {day: edtf.days_apart(day, printed) for day in named}
    best = sorted(near, key=lambda day: (near[day], day))
    if not best or near[best[0]] > _NEAR or (len(best) > 1 and near[best[1]] == near[best[0]]):
        return claim
    for one in (one for dates in read for one in _at(claim.span, dates)):
        if one.value.edtf and edtf.overlap(one.value.edtf, best[0]):
            return one
    return claim.model_copy(update={"value": DateValue(edtf=best[0]), "alternatives": ()})


def _at(span: Span, dates: Sequence[DateClaim]) -> Iterator[DateClaim]:
    """Those of the dates, in text order, that overlap a span."""
    for place in range(bisect_right(dates, span.start, key=_end), len(dates)):
        if dates[place].span.start >= span.end:
            return
        yield dates[place]


def _end(claim: DateClaim) -> int:
    return claim.span.end


def _settled_by(found: list[DateClaim], plain: Iterator[DateClaim]) -> Iterator[DateClaim]:
    """What nothing in the text settles, as every day it may have been printed on settles it."""
    settled = [claim for claim in found if claim.value.edtf]
    for claim in plain:
        known = next(_at(claim.span, settled), None) if claim.value.edtf is None else None
        yield known or claim


def _read(source: Source) -> Iterator[DateClaim]:
    sentences = (source.layout or Layout()).sentences
    if not sentences:
        return
    setting = _setting(source, sentences)
    told = {(one.span.start, one.span.end): one.edtf for one in source.elsewhere}
    for number, span in enumerate(sentences):
        if number == 1 and setting.focus == source.published:
            setting.focus = None
        setting.start, setting.end = span.start, span.end
        for found in date_phrases.phrases(setting):
            phrase = found._replace(edtf=told.get((found.start, found.end), found.edtf))
            yield _claim(source, setting, phrase)
            _move_focus(setting, phrase)


def _setting(source: Source, sentences: tuple[Span, ...]) -> Setting:
    start, end = sentences[0].start, sentences[-1].end
    written = _written(source.text, start, end)
    return Setting(
        source.text,
        start,
        end,
        published=source.published,
        # A lead that says "the next day" and no day before it means the day after its printing.
        focus=source.published,
        written=written,
        stated_years=_stated_years(written),
        quarters=fiscal_quarters.told(
            source.text, (day for day in written if day.exists), source.published
        ),
        surnames=month_phrases.surnames(source.text),
    )


@lru_cache(maxsize=8)
def _written(text: str, start: int, end: int) -> tuple[WrittenDate, ...]:
    """The dates with a month or in figures alone; kept, as one text is read for several days."""
    order = written_dates.order(text)
    return tuple(written_dates.find(text, start, end, order=order, absent=True))


def _stated_years(written: tuple[WrittenDate, ...]) -> Mapping[str, int]:
    """The year of each month that the article states with one year and no other."""
    years: dict[str, set[int]] = {}
    for found in written:
        if "X" not in found.edtf and not found.alternatives and found.exists:
            years.setdefault(found.edtf[5:7], set()).add(int(found.edtf[:4]))
    return {month: min(stated) for month, stated in years.items() if len(stated) == 1}


class _BoundCue(Row):
    words: str
    bound: Bound


@cache
def _bounds(section: str = "bound") -> Mapping[str, Bound]:
    return {row.words: row.bound for row in rows("date_cues", _BoundCue, section)}


@cache
def _bound_cue(section: str = "bound") -> re.Pattern[str]:
    cues = "|".join(map(re.escape, sorted(_bounds(section), key=len, reverse=True)))
    return re.compile(rf"\b({cues}) (?:the |late |early )?$", re.IGNORECASE)


def _bound(setting: Setting, phrase: DatePhrase) -> Bound:
    at = phrase.start
    found = _bound_cue().search(setting.text, max(setting.start, at - 28), at)
    if found is None and setting.text[at : phrase.end].lower().endswith(" ago"):
        ago = _bound_cue("bound_ago").search(setting.text, max(setting.start, at - 28), at)
        return _bounds("bound_ago")[ago[1].lower()] if ago else Bound.EXACT
    if found is None or (found[1].lower() == "by" and _is_struck_by(setting, at)):
        return Bound.EXACT
    if until.begins(setting.text, setting.start, at):
        return Bound.EXACT
    return _bounds()[found[1].lower()]


def _is_struck_by(setting: Setting, at: int) -> bool:
    """Tell "hit by 2004 flood" from "by 2004 or 2005"."""
    noun = _counted_by_year()
    return noun.match(setting.text, at) is not None


def _claim(source: Source, setting: Setting, phrase: DatePhrase) -> DateClaim:
    return DateClaim(
        source=source.id,
        span=Span(start=phrase.start, end=phrase.end),
        text=source.text[phrase.start : phrase.end],
        value=DateValue(edtf=phrase.edtf),
        bound=_bound(setting, phrase),
        relative=phrase.relative,
        absent=phrase.absent,
        alternatives=phrase.alternatives or _without_its_year(phrase),
    )


def _without_its_year(phrase: DatePhrase) -> tuple[str, ...]:
    """The 6 December of an undated text is still the sixth of some December."""
    return (phrase.template,) if phrase.edtf is None and phrase.template else ()


def _move_focus(setting: Setting, phrase: DatePhrase) -> None:
    """The next day, that year: what they are seen from."""
    if phrase.edtf is None:
        return
    if edtf.precision(phrase.edtf) in ("day", "month"):
        setting.month = phrase.end, edtf.interval(phrase.edtf)[0].replace(day=1)
    if edtf.precision(phrase.edtf) == "day":
        setting.focus = date.fromisoformat(phrase.edtf[:10])
    if phrase.edtf[:4].isdigit():
        setting.focus_year = int(phrase.edtf[:4])


_counted_by_year = SHAPES("counted_by_year")
