"""The company that claims keep: which content words the sentences around them share."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple, TypeVar

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
    return a.id == b.id or _tell_one(_body(a), _body(b))


def companies(sources: Sequence[Source]) -> tuple[frozenset[int], ...]:
    """For each document those that may tell of one story with it, itself among them."""
    return _companies(tuple(map(_body, sources)))


@lru_cache(maxsize=4)  # asked for by each stage of a run
def _companies(bodies: "tuple[_Body, ...]") -> tuple[frozenset[int], ...]:
    found = [{number} for number in range(len(bodies))]
    for (a, one), (b, other) in combinations(enumerate(bodies), 2):
        if _may_tell_one(one, other):
            found[a].add(b)
            found[b].add(a)
    return tuple(map(frozenset, found))


class _Body(NamedTuple):
    """What is looked at of a text, once for all others."""

    content: frozenset[str]
    names: frozenset[str]


def _body(source: Source) -> _Body:
    text = article(source)
    return _Body(content(text), large_words(text))


def _may_tell_one(one: _Body, other: _Body) -> bool:
    """Whether two texts may tell one story; what says too little may tell any."""
    return min(len(one.content), len(other.content)) < SHORT or _tell_one(one, other)


def _tell_one(one: _Body, other: _Body) -> bool:
    """Whether two texts tell one story by their words and names."""
    shortest = min(len(one.content), len(other.content))
    words_shared = len(one.content & other.content) / max(1, shortest)
    if words_shared < STORY or not (one.names and other.names):
        return words_shared >= (NAMELESS if one.names or other.names else STORY)
    common = len(one.names & other.names)
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
