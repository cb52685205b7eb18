"""Which names may be of one person, place or thing though they are written differently.

Candidates share all words but one, or are near in spelling; `bearers` tells which of them are
of one bearer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from discrepancy import tables
from discrepancy.alignment.components import groups
from discrepancy.alignment.naming import namesakes, offices
from discrepancy.alignment.naming.bearers import families, one_bearer
from discrepancy.alignment.naming.name_levels import levels
from discrepancy.alignment.naming.name_readings import NameReading
from discrepancy.alignment.weights import shipped
from discrepancy.claims import Claim, NameClaim, TextValue
from discrepancy.finding import Evidence
from discrepancy.group import Group, Link
from discrepancy.source import Source
from discrepancy.words import ranks, spelling
from discrepancy.words.spelling import Rung

CROWD = 60
"""A key that more names share than this tells nothing, and would cost the square of them."""

Found = tuple[Rung, dict[str, float]]
"""How two ways of writing depart, and the levels of their being of one bearer."""

_BECAUSE = {
    "spacing": "the same letters",
    "order": "the same words",
    "last": "the same name but for the legal form",
    "first": "one surname in one role",
    "spelling": "a near spelling among the same words",
    "rank": "one name before which two ranks stand",
}


def align(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for the ways of writing that are taken to name one bearer."""
    readings = _readings(claims)
    links: list[Link] = []
    inner: list[Group] = []
    for one, other, found in _spellings(readings, {source.id: source for source in sources}):
        if one.sources == other.sources:
            inner += _within(one, other, found)
        elif link := _weighed(one.lead, other.lead, found):
            links.append(link)
    whole = {id(claim): reading.claims for reading in readings for claim in reading.claims}
    spelled = (
        Group(
            "name", _all(claim for lead in group.claims for claim in whole[id(lead)]), group.links
        )
        for group in groups("name", links)
    )
    told_apart = (*_ranks(readings), *offices.groups(readings), *namesakes.groups(readings))
    return (*spelled, *inner, *told_apart)


def _within(one: NameReading, other: NameReading, found: Found) -> Iterator[Group]:
    """Both ways of writing in each source that has either: each of them parts from itself."""
    for source in sorted(one.sources):
        a, b = ([c for c in reading.claims if c.source == source] for reading in (one, other))
        if link := _weighed(a[0], b[0], found):
            yield Group("name", _all([*a, *b]), (link,))


def pairs(claims_by_source: Mapping[Source, Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """One claim of each two ways of writing that are taken to name one bearer."""
    claims = [claim for read in claims_by_source.values() for claim in read]
    for group in align(tuple(claims_by_source), claims):
        yield group.links[0].a, group.links[0].b


def _readings(claims: Iterable[Claim]) -> list[NameReading]:
    held: defaultdict[str, list[NameClaim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, NameClaim) and "_" not in claim.value.text:  # a handle
            held[claim.value.text.casefold()].append(claim)
    ordered = {name: _all(found) for name, found in sorted(held.items())}
    return [NameReading(found[0].value.text, found) for found in ordered.values()]


def _all(claims: Iterable[NameClaim]) -> tuple[NameClaim, ...]:
    """Each claim once, by source and place."""
    held = {(claim.source, claim.span.start): claim for claim in claims}
    return tuple(held[place] for place in sorted(held))


def _spellings(
    readings: Sequence[NameReading], sources: Mapping[str, Source]
) -> Iterator[tuple[NameReading, NameReading, Found]]:
    """Candidates that something beside their letters makes one, with what speaks for it."""
    crowded = families(readings)
    for one, other in _candidates(readings):
        departure = spelling.departure(one.text, other.text)
        if one_bearer(one, other, departure, sources, crowded):
            yield one, other, (departure.rung, levels(one, other, departure, sources))


def _ranks(readings: Sequence[NameReading]) -> Iterator[Group]:
    """One name with two ranks, by two sources; the rank is part of what each says."""
    for reading in readings:
        held: defaultdict[str, list[NameClaim]] = defaultdict(list)
        for claim in reading.claims:
            if claim.title:
                held[ranks.rank(claim.title)].append(_with_rank(claim, claim.title))
        for one, other in combinations(sorted(held), 2):
            a, b = held[one], held[other]
            if ranks.excluded(one, other) and not _sources(a) & _sources(b):
                yield Group("name", _all([*a, *b]), (_link(a[0], b[0], "rank"),))


def _with_rank(claim: NameClaim, title: str) -> NameClaim:
    value = TextValue(text=f"{title} {claim.value.text}")
    return claim.model_copy(update={"value": value})


def _sources(claims: Iterable[NameClaim]) -> frozenset[str]:
    return frozenset(claim.source for claim in claims)


def _weighed(a: NameClaim, b: NameClaim, found: Found) -> Link | None:
    """The link of two ways of writing; the rung by which they were met is part of its evidence."""
    rung, told = found
    link = shipped("name").link(a, b, told)
    met = Evidence(level=f"name.{rung}", weight=0.0, because=_BECAUSE[rung])
    return link and replace(link, evidence=(met, *link.evidence))


def _link(a: NameClaim, b: NameClaim, rung: str) -> Link:
    evidence = Evidence(level=f"name.{rung}", weight=1.0, because=_BECAUSE[rung])
    return Link(a, b, weight=1.0, evidence=(evidence,))


def _candidates(readings: Sequence[NameReading]) -> list[tuple[NameReading, NameReading]]:
    """Pairs that share a key, each once: all words but one, the letters, a near spelling."""
    held: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        for key in _keys(reading):
            held[key].append(at)
    shared = (sorted(set(found)) for found in held.values() if len(found) <= CROWD)
    met = {pair for found in shared for pair in combinations(found, 2)}
    return [(readings[a], readings[b]) for a, b in sorted(met)]


def _keys(reading: NameReading) -> Iterator[tuple[str, ...]]:
    said = [spelling.folded(word) for word in reading.words]
    yield ("letters", spelling.folded(reading.text))
    if len(said) > 2:
        yield ("order", *sorted(said))
    if len(said) > 1:
        for at in range(len(said)):
            yield ("masked", *said[:at], "*", *said[at + 1 :])
    # four letters are too few for a slip, but ferries of one role and four letters are few
    shortest = 4 if reading.lead.role in tables.words("titles", "craft") else 5
    for word in said:
        yield from (("near", left) for left in _shortened(word, shortest))


def _shortened(word: str, shortest: int) -> set[str]:
    """The word with a letter left out, or two of a long one: near words share one of these."""
    once = {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}
    if len(word) < 8:
        return once if len(word) >= shortest else set()
    return once | {left[:at] + left[at + 1 :] for left in once for at in range(len(left))}
