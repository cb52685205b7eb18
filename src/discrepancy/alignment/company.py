"""The company that claims keep: which content words the sentences around them share."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

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
    one, other = large_words(article(a)), large_words(article(b))
    if not one or not other or not alike(a, b):
        return alike(a, b)
    words_shared = _overlap(*sorted((article(a), article(b))))
    names_shared = len(one & other) / min(len(one), len(other))
    return bool(one & other) and words_shared + names_shared >= ONE_STORY


def companies(sources: Sequence[Source]) -> tuple[frozenset[int], ...]:
    """For each document those that may tell of one story with it, itself among them."""
    return tuple(
        frozenset(
            number
            for number, other in enumerate(sources)
            if _too_short(source) or _too_short(other) or one_story(source, other)
        )
        for source in sources
    )


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


def _too_short(source: Source) -> bool:
    """Whether the text says too little to tell its story from another one."""
    return len(content(article(source))) < SHORT


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
