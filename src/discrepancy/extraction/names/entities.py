"""People, places, bodies and things that a document names, and what each is in the story.

Surnames alone are tied to the full name that the document gives: "Hale" is "Mara Hale".
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice
from typing import Literal

from discrepancy import tables
from discrepancy.calendar.written_dates import numbers
from discrepancy.english.people import posts
from discrepancy.english.people.sexes import fits_title
from discrepancy.extraction.names import gazetteer, openings, persons
from discrepancy.extraction.names.capitals import NameWord, runs, words
from discrepancy.extraction.names.offices import apposed, titled
from discrepancy.patterns import pattern
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words.spelling import in_syllables

HANDLES = ("@", "#")
"""Marks of a handle and of a hashtag: neither is how the bearer writes the name."""

MOST = 20_000
"""Namings that are read of one text: a text made to cost much has a name every other word."""

Type = Literal["person", "place", "organisation", "thing"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One naming of somebody or something."""

    span: Span
    """The name itself, title and role left out."""
    text: str
    type: Type
    title: str | None = None
    """ "Commodore" """
    role: str | None = None
    """ "navy spokesman", "chief executive of the bank", "ferry" """
    full: str | None = None
    """The full name in this document that a surname alone stands for."""
    sure: bool = True
    """Whether a cue told the type; else it was guessed."""


def entities_of(source: Source) -> tuple[Entity, ...]:
    """Everybody and everything named in the source's sentences, in text order."""
    spans = source.layout.sentences if source.layout else ()
    return _entities(source.text, tuple((span.start, span.end) for span in spans))


@lru_cache(maxsize=256)
def _entities(text: str, sentences: tuple[tuple[int, int], ...]) -> tuple[Entity, ...]:
    lines = [openings.line(text, words(text, start, end)) for start, end in sentences]
    known = openings.known(lines)
    found = (
        entity
        for line in lines
        for run in runs(text, line.words)
        for part in openings.kept(run, known, line)
        for entity in _named(text, line.words, part)
    )
    return tuple(_tied(_agreed(list(islice(found, MOST)))))


def _named(text: str, sentence: Sequence[NameWord], run: list[NameWord]) -> Iterator[Entity]:
    run = _trimmed(text, run)
    if not run:
        return
    cut = _office(run)
    if cut == len(run) == 1 and _is_surname_alone(text, run[0], sentence):
        cut = 0
    office, name = run[:cut], run[cut:]
    if not name or all(word.text in gazetteer.calendar() for word in name):
        return
    said = text[name[0].start : name[-1].end]
    if said in gazetteer.demonyms() or len(said) == 1 or _is_address(text, name[0], name[-1]):
        return
    first = bisect_left(sentence, run[0].start, key=lambda word: word.start)
    before = sentence[max(0, first - 6) : first]
    after = sentence[first + len(run) : first + len(run) + 2]
    type_, sure = _type(text, name, office, before, after)
    title, role = titled(text, office, before if type_ == "person" else ())
    span = Span(start=name[0].start, end=name[-1].end)
    if type_ == "thing" and before and before[-1].text.lower() in gazetteer.listed("craft"):
        role = before[-1].text.lower()
    if role is None and (type_ == "person" or not sure):
        role = apposed(text, span.end)
        type_, sure = ("person", True) if role else (type_, sure)
    if role is None and type_ == "person":
        role = posts.beside(text, span.start, span.end, opening=sentence[0].start)
    yield Entity(span, said, type_, title, role, sure=sure)


def _is_address(text: str, first: NameWord, last: NameWord) -> bool:
    """Whether it is a handle or a page: "@Hale", "Hale.com", "Hale. com" as pasted text has it."""
    if text[first.start - 1 : first.start] in HANDLES:
        return True
    domains = gazetteer.listed("domains")
    behind = _domain().match(text, last.end)
    return last.text.rpartition(".")[2] in domains or (behind is not None and behind[1] in domains)


_domain = pattern(r"\s?\.\s?([a-z]{2,4})\b")


def _trimmed(text: str, run: list[NameWord]) -> list[NameWord]:
    """Without dates, demonyms at the end and lone titles."""
    calendar = gazetteer.calendar()
    start, end = 0, len(run)
    while end > start and run[end - 1].text in calendar | {"I"}:
        end -= 1
    while start < end and run[start].text in calendar and not _is_given(text, run[start:end]):
        start += 1
    return run[start:end]


def _is_given(text: str, run: Sequence[NameWord]) -> bool:
    """Whether a month is a given name here: "suspect Jan Tollen", not "in May Tollen left"."""
    first = run[0]
    if first.text not in gazetteer.listed("months_as_given") or len(run) == 1:
        return False
    if gazetteer.is_ordinary(run[1].text) or run[1].text in gazetteer.calendar():
        return False  # May Day
    if first.initial and first.text == "May" and not persons.is_aged(text, run[-1].end):
        return False  # May Tollen stay?
    return _before_month().search(text, max(0, first.start - 24), first.start) is None


@cache
def _before_month() -> re.Pattern[str]:
    leads = "|".join(tables.words("date_cues", "before_a_month"))
    months = "|".join(numbers("month"))
    return re.compile(
        rf"(?:\b(?:{leads})|\d(?:st|nd|rd|th)?|\b(?:{months})\.?[ ](?:and|or)),?\s$", re.IGNORECASE
    )


def _office(run: Sequence[NameWord]) -> int:
    """How many words of the run are titles and offices before the name itself."""
    titles = gazetteer.listed("titles")
    bodies = gazetteer.listed("bodies")
    cut = 0
    for at, word in enumerate(run, start=1):
        # "Secretary-General" is an office as "General" is one
        if word.text in titles or gazetteer.is_role(word.text):
            cut = at
    if cut == len(run) and (len(run) > 1 and run[-1].text in bodies):
        return 0
    if cut == len(run) > 1 and run[-1].text in gazetteer.listed("offices_as_surnames"):
        before = _office(run[:-1])
        if _calls(run[before:-1], run[:before], run[-1]):
            return before
    return _charge(run, cut)


def _calls(given: Sequence[NameWord], office: Sequence[NameWord], last: NameWord) -> bool:
    """Whether an office behind them is a surname: "Tim Cook", "Mr Bishop", "Judge Baker"."""
    if given:
        return given[0].text in gazetteer.given_names()
    civil = office[-1].text in gazetteer.listed("civil_titles")
    return civil or last.text not in gazetteer.listed("titles")


def _is_surname_alone(text: str, word: NameWord, sentence: Sequence[NameWord]) -> bool:
    """Whether an office written large is somebody: "as Baker said", and not "the Bishop said"."""
    if word.initial or word.text not in gazetteer.listed("offices_as_surnames"):
        return False
    at = bisect_left(sentence, word.start, key=lambda one: one.start)
    prior, after = sentence[at - 1].text.lower() if at else "", sentence[at + 1 : at + 2]
    return prior not in gazetteer.listed("before_offices") and persons.speaks(
        prior, [word.text for word in after]
    )


def _charge(run: Sequence[NameWord], cut: int) -> int:
    """Where the charge of an office ends: "Minister of Foreign Affairs" before "Ann Hale"."""
    if cut in (0, len(run)) or run[cut].text != "of":
        return cut
    known = [word.text in gazetteer.places() or gazetteer.is_ordinary(word.text) for word in run]
    end = next((at for at in range(cut + 1, len(run)) if not known[at]), len(run))
    alone = end == len(run) - 1 and in_syllables(run[end].text)
    return end - 1 if alone and end > cut + 2 else end  # "Affairs Sim Ha-rin": "sim" is a word too


def _type(
    text: str,
    name: Sequence[NameWord],
    office: Sequence[NameWord],
    before: Sequence[NameWord],
    after: Sequence[NameWord],
) -> tuple[Type, bool]:
    said = " ".join(word.text for word in name)
    prior = before[-1].text if before else ""
    firm = " & " in text[name[0].start : name[-1].end]
    if firm or name[-1].text in gazetteer.listed("bodies"):
        return "organisation", True
    if name[0].text in ("Ministry", "University"):
        return "organisation", True
    if name[0].text in gazetteer.listed("vessels") or prior.lower() in gazetteer.listed("craft"):
        return "thing", True
    if office or gazetteer.is_role(prior):
        return "person", True
    if said in gazetteer.places() or _is_place(name, before, after):
        return "place", True
    if len(name) > 1 and name[0].text in gazetteer.given_names():
        return "person", True
    if len(name) == 1 and 1 < len(said) < 6 and said.isupper():
        return "organisation", False
    if persons.is_one(text, name, prior, [word.text for word in after]):
        return "person", len(name) > 1
    if prior in gazetteer.listed("place_cues"):
        return "place", False
    return "thing", False


def _is_place(
    name: Sequence[NameWord], before: Sequence[NameWord], after: Sequence[NameWord]
) -> bool:
    heads = gazetteer.listed("place_heads")
    if name[-1].text.lower() in heads and len(name) > 1:
        return True
    if name[0].text in ("Gulf", "Mount", "Lake", "Bay", "Cape", "Port", "Strait") and len(name) > 1:
        return True
    if after and after[0].text in heads:
        return True
    return len(before) > 1 and before[-1].text == "of" and before[-2].text.lower() in heads


def _agreed(found: Sequence[Entity]) -> list[Entity]:
    """The type that cues gave a name elsewhere, for its namings without a cue."""
    votes: dict[str, Counter[Type]] = {}
    for entity in found:
        weight = 1000 if entity.sure else 2 if entity.type == "place" else 1  # "in Hale"
        votes.setdefault(entity.text, Counter())[entity.type] += weight
    return [
        entity if entity.sure else replace(entity, type=votes[entity.text].most_common(1)[0][0])
        for entity in found
    ]


def _tied(found: Sequence[Entity]) -> Iterator[Entity]:
    """Surnames alone tied to the full name said before, or else after; Mrs Hale to no Peter."""
    full: dict[str, list[str]] = {}
    for entity in reversed(found):
        _keep(full, entity)
    for family, name in _family_first(found).items():
        full.setdefault(family, [name])
    for entity in found:
        _keep(full, entity)
        held = full.get(entity.text, ()) if entity.type in ("person", "thing") else ()
        fitting = (one for one in reversed(held) if fits_title(one, entity.title))
        if told := next(fitting, None):
            yield replace(entity, type="person", full=told)
        else:
            yield entity


def _keep(full: dict[str, list[str]], entity: Entity) -> None:
    """Put a full name last among those of its surname."""
    if entity.type == "person" and " " in entity.text:
        held = full.setdefault(entity.text.rsplit(" ", 1)[1], [])
        if entity.text in held:
            held.remove(entity.text)
        held.append(entity.text)


def _family_first(found: Sequence[Entity]) -> dict[str, str]:
    """Surnames that stand first: "Sim Ha-rin", with the given name in two syllables."""
    held: dict[str, set[str]] = {}
    for entity in found:
        family, _, given = entity.text.partition(" ")
        if entity.type == "person" and in_syllables(given):
            held.setdefault(family, set()).add(entity.text)
    return {family: names.pop() for family, names in held.items() if len(names) == 1}
