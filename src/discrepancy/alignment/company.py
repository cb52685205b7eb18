"""The company that claims keep: which content words the sentences around them share."""

from bisect import bisect_right
from collections.abc import Callable, Container, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple, TypeVar

from discrepancy.alignment.bitsets import bits
from discrepancy.claims import Claim
from discrepancy.gathering.keys import article, content, large_words
from discrepancy.source import Source

C = TypeVar("C", bound=Claim)

STORY = 0.18
"""Share of the content words of the shorter text that the other has too, from which they tell of
one story, if they also name something in common. So do 92 % of the pairs of documents of one
annotated story, and 2 % of the pairs of two."""

SHORT = 12
"""Content words below which a text says too little to tell its story from another one."""

ONE_STORY = 0.5
"""Shares of words and of names in common, summed, from which two alike texts tell one story: 91 %
of the pairs of one annotated story have it, and a quarter of those of two takeovers by one firm."""

NAMELESS = 0.28
"""Share of words in common from which a text that names nothing tells of the story of one that
does: the dead and the injured of any two accidents are told in much the same words."""

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
    return a.id == b.id or _overlap(*sorted((article(a), article(b)))) >= STORY


def one_story(a: Source, b: Source) -> bool:
    """Whether the two texts are alike and, where both name anything, name the same enough."""
    if a.id == b.id:
        return True
    one, other = _body(a), _body(b)
    return _tell_one(one, other, len(one.content & other.content), len(one.names & other.names))


def companies(sources: Sequence[Source]) -> tuple[frozenset[int], ...]:
    """For each document those that may tell of one story with it, itself among them."""
    return _companies(tuple(map(_body, sources)))


def by_others(sources: Sequence[Source]) -> tuple[frozenset[int], ...]:
    """For each document those of `companies` that share few words with it."""
    bodies = tuple(map(_body, sources))
    short = {number for number, body in enumerate(bodies) if len(body.content) < SHORT}
    return tuple(
        frozenset() if number in short else found - near - {number} - short
        for number, (found, near) in enumerate(zip(_companies(bodies), _near(bodies), strict=True))
    )


@lru_cache(maxsize=4)  # asked for by each stage of a run
def _companies(bodies: "tuple[_Body, ...]") -> tuple[frozenset[int], ...]:
    short = {number for number, body in enumerate(bodies) if len(body.content) < SHORT}
    near = _near(bodies)
    return tuple(_company(number, near, short) for number in range(len(bodies)))


@lru_cache(maxsize=4)
def _near(bodies: "tuple[_Body, ...]") -> tuple[set[int], ...]:
    """For each text those that tell one story with it by their own words."""
    near: tuple[set[int], ...] = tuple(set() for _ in bodies)
    content, names = bits(one.content for one in bodies), bits(one.names for one in bodies)
    for a, b in combinations(range(len(bodies)), 2):
        shared = (content[a] & content[b]).bit_count(), (names[a] & names[b]).bit_count()
        if _tell_one(bodies[a], bodies[b], *shared):
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


class _Body(NamedTuple):
    """What is looked at of a text, once for all others."""

    content: frozenset[str]
    names: frozenset[str]


def _body(source: Source) -> _Body:
    text = article(source)
    return _Body(content(text), large_words(text))


def _tell_one(one: _Body, other: _Body, content_shared: int, common: int) -> bool:
    """Whether two texts tell one story by how many words and how many names they share."""
    words_shared = content_shared / max(1, min(len(one.content), len(other.content)))
    if words_shared < STORY or not (one.names and other.names):
        return words_shared >= (NAMELESS if one.names or other.names else STORY)
    names_shared = common / min(len(one.names), len(other.names))
    return common > 0 and words_shared + names_shared >= ONE_STORY


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


@lru_cache(maxsize=20_000)
def _overlap(one: str, other: str) -> float:
    left, right = content(one), content(other)
    return len(left & right) / max(1, min(len(left), len(right)))


def _around(claim: Claim, sources: Mapping[str, Source]) -> frozenset[str]:
    """The content words of the claim's sentence but for those of the claim itself."""
    source = sources[claim.source]
    spans = source.layout.sentences if source.layout else ()
    at = bisect_right(spans, claim.span.start, key=lambda span: span.start) - 1
    sentence = spans[at] if at >= 0 else claim.span
    return content(sentence.of(source.text)) - content(claim.text)
