"""The company that claims keep: which content words the sentences around them share."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from discrepancy import words
from discrepancy.claim import Claim
from discrepancy.source import Source

MOST = 8
"""How many claims of a reading are looked at."""


def shared(one: Sequence[Claim], other: Sequence[Claim], sources: Mapping[str, Source]) -> int:
    """The most content words that a sentence of the one shares with one of the other."""
    left, right = ([_around(claim, sources) for claim in claims[:MOST]] for claims in (one, other))
    return max(len(a & b) for a in left for b in right)


def _around(claim: Claim, sources: Mapping[str, Source]) -> frozenset[str]:
    """The content words of the claim's sentence but for those of the claim itself."""
    source = sources[claim.source]
    spans = source.layout.sentences if source.layout else ()
    sentence = next((span for span in spans if span.holds(claim.span)), claim.span)
    return _content(sentence.of(source.text)) - _content(claim.text)


@lru_cache(maxsize=20_000)
def _content(passage: str) -> frozenset[str]:
    return frozenset(words.content_words(passage))
