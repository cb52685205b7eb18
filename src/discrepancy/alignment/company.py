"""The company that claims keep: which content words the sentences around them share."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from discrepancy import words
from discrepancy.claim import Claim
from discrepancy.source import Source

STORY = 0.2
"""Share of the content words of the shorter text that the other has too, from which they tell of
one story: of the annotated stories' documents 94 % of the pairs of one story and 5 % of others."""

MOST = 8
"""How many claims of a reading are looked at."""


def shared(one: Sequence[Claim], other: Sequence[Claim], sources: Mapping[str, Source]) -> int:
    """The most content words that a sentence of the one shares with one of the other.

    Sentences of texts that tell of two stories share nothing.
    """
    left, right = (
        [(sources[claim.source], _around(claim, sources)) for claim in claims[:MOST]]
        for claims in (one, other)
    )
    return max(len(x & y) if one_story(a, b) else 0 for a, x in left for b, y in right)


def one_story(a: Source, b: Source) -> bool:
    """Whether the two texts have enough words in common to tell of one story."""
    return a.id == b.id or _overlap(*sorted((a.text, b.text))) >= STORY


@lru_cache(maxsize=20_000)
def _overlap(one: str, other: str) -> float:
    left, right = _content(one), _content(other)
    return len(left & right) / max(1, min(len(left), len(right)))


def _around(claim: Claim, sources: Mapping[str, Source]) -> frozenset[str]:
    """The content words of the claim's sentence but for those of the claim itself."""
    source = sources[claim.source]
    spans = source.layout.sentences if source.layout else ()
    sentence = next((span for span in spans if span.holds(claim.span)), claim.span)
    return _content(sentence.of(source.text)) - _content(claim.text)


@lru_cache(maxsize=20_000)
def _content(passage: str) -> frozenset[str]:
    return frozenset(words.content_words(passage))
