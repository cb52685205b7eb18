r"""When the undated documents of a story were printed, as a reader of all of them would say.

A document that tells no day may say "on Tuesday" of what another one dates to 6 January 2009.
It was then printed on that Tuesday or within the six days after. Where nothing so plain is found
but the others were all printed within two weeks, it is taken to be of those months. Whatever is
in doubt stays unknown; a document that tells its day is never touched.

>>> from discrepancy.reading.layout import laid_out
>>> a = "The ferry Arn Maid of Odeby sank off Ule with 40 pilgrims on Tuesday (6 January)."
>>> b = "Pilgrims were aboard when the Arn Maid of Odeby sank off Ule on Tuesday."
>>> texts = {"a": "The pier opened on 4 May 2008. " + a, "b": b}
>>> sources = [laid_out(Source(id=name, text=texts[name]), cleaned=True) for name in texts]
>>> [source.anchor for source in anchored(sources)]
['2009-01-06/2009-01-12', '2009-01-06/2009-01-12']
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import log
from typing import NamedTuple

from discrepancy import edtf, written_dates
from discrepancy.extraction import printing
from discrepancy.extraction.printing import Days, Told
from discrepancy.extraction.signs import OF_STORY, Sign, names_a_weekday, phrases_of, signs
from discrepancy.source import Layout, Source
from discrepancy.tables import words

_AROUND = timedelta(days=30)
_COMPANY = 3
"""How many others must have been printed close together: one may be a look back."""
_AFTER = timedelta(days=60)
_ALIKE = 0.3
"""How much of the shorter sentence two must share, by the weight of its words, to be of one event.

Of the weekdays of dated documents read as if they were not dated, 98 % of those so matched fall
on the right day.
"""
_MUCH_ALIKE = 0.5
"""The same, where nothing else bears it out or the story tells of that weekday of two weeks."""


@dataclass(frozen=True)
class _Document:
    source: Source
    told: Sequence[Told]
    names: frozenset[str]
    signs: Sequence[Sign]


class Printed(NamedTuple):
    """When a document can have been printed, and why."""

    days: Days
    because: str


class _Match(NamedTuple):
    """A phrase and the day that is told of the same event."""

    phrase: str
    sign: Sign
    alike: float
    phrase_at: int


def anchored(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources; those that tell no day with the days on which they can have been printed."""
    if all(source.published or source.anchor for source in sources):
        return tuple(sources)
    if len(sources) == 1 and not names_a_weekday(sources[0].text):
        return tuple(sources)  # nothing else could date one that stands alone
    documents = {source.id: _read(source) for source in sorted(sources, key=lambda one: one.id)}
    first = _inferred(sources, documents)
    weeks = {source.id: _read(source) for source in first if _is_of_a_week(source)}
    better = _inferred(sources, documents | weeks)
    return tuple(
        one if one.id in weeks else other for one, other in zip(first, better, strict=True)
    )


def _inferred(sources: Sequence[Source], documents: Mapping[str, _Document]) -> list[Source]:
    """The sources, each undated one with what its story says of its day."""
    read = list(documents.values())
    others = {
        one.source.id: [other for other in read if other is not one and _of_one_story(one, other)]
        for one in read
        if not one.source.published
    }
    matches = {name: _matches(documents[name], others[name]) for name in others}
    return [
        _with(source, _printed(documents[source.id], others[source.id], matches))
        if not (source.published or source.anchor)
        else source
        for source in sources
    ]


def _is_of_a_week(source: Source) -> bool:
    first, last = edtf.interval(source.anchor) if source.anchor else (date.min, date.max)
    return last - first < timedelta(days=7)


def _with(source: Source, found: Printed | None) -> Source:
    if found is None:
        return source
    told = {"anchor": edtf.of_days(*found.days), "anchored_by": found.because}
    return source.model_copy(update=told)


def _read(source: Source) -> _Document:
    phrases = phrases_of(source)
    return _Document(source, phrases, _names(source), tuple(signs(source, phrases)))


def _names(source: Source) -> frozenset[str]:
    """Capitalised words amid its sentences: who and what it is about; no countries or months."""
    layout = source.layout or Layout()
    headline = layout.headline
    found: set[str] = set()
    for span in layout.sentences[:60]:
        if headline is None or not span.overlaps(headline):
            found.update(_name().findall(span.of(source.text)))
    return frozenset(word.lower() for word in found - _everybodys())


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]*[a-z]\w+")


@cache
def _everybodys() -> frozenset[str]:
    listed = words("places", "countries") | words("demonyms", "words")
    calendar = (*written_dates.numbers("weekday"), *written_dates.numbers("month"))
    return frozenset((*listed, *(word.title() for word in calendar)))


def _of_one_story(a: _Document, b: _Document, names: int = 3, share: float = 0.2) -> bool:
    both = a.names & b.names
    return len(both) >= names and len(both) >= share * min(len(a.names), len(b.names))


def _printed(
    of: _Document, others: Sequence[_Document], matches: Mapping[str, Sequence[_Match]]
) -> Printed | None:
    own = matches[of.source.id]
    names = {one.source.id for one in others}
    seen = [match.sign.day for name in sorted(names & set(matches)) for match in matches[name][:1]]
    near = [one for one in others if _of_one_story(of, one, names=5, share=0.4)]
    found = _by_event(of, own, Counter(seen)) or _by_itself(of) or _by_company(near)
    latest = printing.latest_told(of.told)
    if found is None or (latest is not None and latest > found.days[1]):
        return None
    return found


def _matches(of: _Document, others: Sequence[_Document]) -> list[_Match]:
    """Where it says "Tuesday" of what it or another document dates, the likest first."""
    told = (sign for document in (of, *others) for sign in document.signs)
    plain = [sign for sign in told if sign.alone or sign.recent]
    weights = _weights((of, *others))
    found = [
        match
        for one in of.told
        if one.claim.value.edtf is None and not one.ahead and _is_weekday(one.claim.text)
        for match in _same_event(one, plain, weights)
    ]
    return sorted(found, key=lambda match: (-match.alike, match.sign.day, match.phrase_at))


def _by_event(of: _Document, matches: Sequence[_Match], seen: Mapping[date, int]) -> Printed | None:
    """It says "Tuesday" of what it or another document dates."""
    if not matches or not _is_borne_out(matches, seen):
        return None
    days: Days | None = (date.min, date.max)
    for match in matches:
        days = printing.shared(days, printing.printed_if(match.phrase, match.sign.day))
    if days is None:
        return None
    phrase, sign, *_ = matches[0]
    who = "it" if sign.source == of.source.id else sign.source
    return Printed(days, f'{who} dates what it tells of "{phrase}" to {sign.day}')


def _is_borne_out(matches: Sequence[_Match], seen: Mapping[date, int]) -> bool:
    """One sentence that is much the same will do, else two: a running story repeats its words.

    So will two more undated documents that tell of that day.
    """
    pairs = {(match.phrase_at, match.sign.source) for match in matches}
    much = matches[0].alike >= _MUCH_ALIKE
    return much or len(pairs) > 1 or seen.get(matches[0].sign.day, 0) >= 2


def _is_weekday(phrase: str) -> bool:
    return phrase.lower().endswith("day") and phrase.lower() not in ("today", "yesterday")


def _same_event(one: Told, signs: Sequence[Sign], weights: Mapping[str, float]) -> Iterator[_Match]:
    """The day told in words like those around a phrase, by each document that tells it so."""
    best: dict[tuple[date, str], _Match] = {}
    for sign in signs:
        if printing.printed_if(one.claim.text, sign.day) is None:
            continue
        alike = _alike(one.words, sign.words, weights)
        key = (sign.day, sign.source)
        if alike >= _ALIKE / 2 and (key not in best or alike > best[key].alike):
            best[key] = _Match(one.claim.text, sign, alike, one.claim.span.start)
    ranked = sorted(best.values(), key=lambda match: (-match.alike, match.sign.day))
    if not ranked or ranked[0].alike < _ALIKE:
        return
    day = ranked[0].sign.day
    rival = max((match.alike for match in ranked if match.sign.day != day), default=0.0)
    if rival and (ranked[0].alike < _MUCH_ALIKE or rival * 2 > ranked[0].alike):
        return  # another week tells of the like
    yield from (match for match in ranked if match.sign.day == day and match.alike >= _ALIKE)


def _alike(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    both = sorted(a & b)
    if len(both) < 3:
        return 0.0
    total = min(sum(weights[word] for word in sorted(words)) for words in (a, b))
    return sum(weights[word] for word in both) / total


def _weights(documents: Sequence[_Document]) -> dict[str, float]:
    counted = Counter(
        word
        for document in documents
        for word in frozenset().union(*(one.words for one in document.told))
    )
    return {word: log(1 + len(documents) / count) for word, count in counted.items()}


def _by_itself(of: _Document) -> Printed | None:
    """It tells of a day with its weekday, but not its year, and of none that is later."""
    latest = max((sign.day for sign in of.signs if sign.recent), default=None)
    if latest is None:
        return None
    return Printed((latest, latest + _AFTER), f"its news is of {latest}")


def _by_company(others: Sequence[_Document]) -> Printed | None:
    """The others of its story were printed close together."""
    days = sorted(one.source.published for one in others if one.source.published)
    if not days:
        days = sorted(sign.day for one in others for sign in one.signs if sign.weekday)
    if len(days) < _COMPANY or days[-1] - days[0] > OF_STORY:
        return None
    span = edtf.of_days(days[0], days[-1])
    return Printed(
        (days[0] - _AROUND, days[-1] + _AROUND), f"the others of its story are of {span}"
    )
