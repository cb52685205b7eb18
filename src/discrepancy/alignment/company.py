"""The company that claims keep: which content words the sentences around them share."""

from bisect import bisect_right
from collections.abc import Callable, Container, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from discrepancy.alignment.bitsets import bits
from discrepancy.claims import Claim
from discrepancy.gathering.keys import article, content
from discrepancy.gathering.likeness import (
    InCommon,
    Likeness,
    are_alike,
    likeness_of,
    of_one_story,
    tell_one_story,
)
from discrepancy.source import Source

C = TypeVar("C", bound=Claim)

SHORT = 12
"""Content words below which a text says too little to tell its story from another one."""

COMPANIONS = 3
"""Texts that tell one story with each of two, from which on these two may tell it as well, though
their own words differ."""

MOSTLY = 0.5
"""Share of the texts near either of two that are near both, from which both tell one story. So 99 %
of the pairs of documents of one fresh story are compared, 94 % by their words alone, and of two
stories as many as before; of the annotated ones 95 and 92 %, of two 3.7 and 3.5 %."""

MOST = 8
"""How many claims of a reading are looked at."""


def shared(one: Sequence[Claim], other: Sequence[Claim], sources: Mapping[str, Source]) -> int:
    """The most content words that a sentence of the one shares with one of the other.

    Sentences of texts that have too few words in common share nothing.
    """
    return nearest(one, other, sources, alike)[0]


def nearest(
    one: Sequence[C],
    other: Sequence[C],
    sources: Mapping[str, Source],
    may: Callable[[Source, Source], bool],
) -> tuple[int, C, C]:
    """How many content words the closest two sentences share, and whose claims they hold.

    Args:
        one: Claims of one reading.
        other: Claims of another.
        sources: The story's sources by id.
        may: Whether sentences of two texts may be compared at all.
    """

    def common(a: C, b: C) -> int:
        if not may(sources[a.source], sources[b.source]):
            return 0
        return len(_around(a, sources) & _around(b, sources))

    pairs = [(common(a, b), a, b) for a in one[:MOST] for b in other[:MOST]]
    return max(pairs, key=lambda pair: pair[0])


def alike(a: Source, b: Source) -> bool:
    """Whether the two texts have words enough in common to tell of one story."""
    return a.id == b.id or are_alike(*sorted((article(a), article(b))))


def one_story(a: Source, b: Source) -> bool:
    """Whether the two texts are alike and, where both name anything, name the same enough."""
    return a.id == b.id or of_one_story(likeness_of(a), likeness_of(b))


def companies(sources: Sequence[Source]) -> tuple[frozenset[int], ...]:
    """For each document those that may tell of one story with it, itself among them."""
    return _companies(tuple(map(likeness_of, sources)))


def by_others(sources: Sequence[Source]) -> tuple[frozenset[int], ...]:
    """For each document those of `companies` that share few words with it."""
    bodies = tuple(map(likeness_of, sources))
    short = {number for number, body in enumerate(bodies) if len(body.content) < SHORT}
    return tuple(
        frozenset() if number in short else found - near - {number} - short
        for number, (found, near) in enumerate(zip(_companies(bodies), _near(bodies), strict=True))
    )


@lru_cache(maxsize=4)  # asked for by each stage of a run
def _companies(bodies: tuple[Likeness, ...]) -> tuple[frozenset[int], ...]:
    short = {number for number, body in enumerate(bodies) if len(body.content) < SHORT}
    near = _near(bodies)
    return tuple(_company(number, near, short) for number in range(len(bodies)))


@lru_cache(maxsize=4)
def _near(bodies: tuple[Likeness, ...]) -> tuple[set[int], ...]:
    """For each text those that tell one story with it by their own words."""
    near: tuple[set[int], ...] = tuple(set() for _ in bodies)
    content, names = bits(one.content for one in bodies), bits(one.names for one in bodies)
    for a, b in combinations(range(len(bodies)), 2):
        both = InCommon((content[a] & content[b]).bit_count(), (names[a] & names[b]).bit_count())
        if tell_one_story(bodies[a], bodies[b], both):
            near[a].add(b)
            near[b].add(a)
    return near


def _company(number: int, near: Sequence[set[int]], short: Container[int]) -> frozenset[int]:
    """The text itself, those near it or near most that are near it, and what may tell any."""
    own = near[number]
    return frozenset(
        other
        for other in range(len(near))
        if other in own
        or other == number
        or number in short
        or other in short
        or _by_others(own, near[other])
    )


def _by_others(one: set[int], other: set[int]) -> bool:
    """Whether two texts tell one story as most that are near either are near both."""
    both = len(one & other)
    return both >= COMPANIONS and both >= MOSTLY * (len(one) + len(other) - both)


def stories(sources: Sequence[Source]) -> tuple[tuple[Source, ...], ...]:
    """The sources of a folder, those together that tell of one story, directly or through others.

    What is counted over the texts of a story (how rare a word is, who is named) is counted over
    these alone: a text of another story changes nothing for them.
    """
    found = companies(sources)
    home = list(range(len(sources)))
    for company in found:
        top = min(home[other] for other in company)
        joined = {home[other] for other in company}
        home = [top if one in joined else one for one in home]
    return tuple(
        tuple(source for source, one in zip(sources, home, strict=True) if one == top)
        for top in dict.fromkeys(home)
    )


def _around(claim: Claim, sources: Mapping[str, Source]) -> frozenset[str]:
    """The content words of the claim's sentence but for those of the claim itself."""
    source = sources[claim.source]
    spans = source.layout.sentences if source.layout else ()
    at = bisect_right(spans, claim.span.start, key=lambda span: span.start) - 1
    sentence = spans[at] if at >= 0 else claim.span
    return content(sentence.of(source.text)) - content(claim.text)
