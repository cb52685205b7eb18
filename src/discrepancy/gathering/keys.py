"""By what a document is found again: the words of its article, its large words, what it claims.

A key is 63 bits of a hash, so that a million documents' keys are one column of integers.

>>> source = Source(id="a", text="A ferry sank off Arn; 1,200 pilgrims were saved.")
>>> sorted(names(source))
['1,200', 'Arn']
>>> {key.kind for key in keys_of(source)} == {"word", "name"}
True
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from discrepancy import tables, words
from discrepancy.claims import Category, Claim, DateClaim, QuantityClaim
from discrepancy.patterns import pattern
from discrepancy.source import Source

MOST_WORDS = 400
"""Content words of an article that are looked at, in the order of their hashes."""


class Key(NamedTuple):
    """One thing by which a document may be found."""

    kind: str
    """word: of the article; name: a large word or a long figure; claim: what happened, where."""
    key: int


def keys_of(source: Source, claims: Iterable[Claim] = ()) -> tuple[Key, ...]:
    """All keys of a laid-out document, each once, in order.

    Args:
        source: the document.
        claims: what was read from it; without them it has no keys of claims.
    """
    named = names(source)
    told = {f"{what}@{where}" for claim in claims for what, where in _told(claim)}
    found = {
        "word": {hashed(f"word {word}") for word in content(article(source))},
        "name": {hashed(f"name {name}") for name in named},
        "claim": {hashed(f"claim {one}") for one in told},
    }
    return tuple(
        Key(kind, key)
        for kind, of_kind in found.items()
        for key in (sorted(of_kind)[:MOST_WORDS] if kind == "word" else sorted(of_kind))
    )


def hashed(words: str | bytes) -> int:
    """The same 63 bits for the same words, on every machine."""
    told = words.encode("utf-8", "replace") if isinstance(words, str) else words
    digest = blake2b(told, digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def article(source: Source) -> str:
    """From the first sentence of the article to its last; the whole text where none is known."""
    spans = source.layout.sentences if source.layout else ()
    return source.text[spans[0].start : spans[-1].end] if spans else source.text


@lru_cache(maxsize=20_000)
def content(passage: str) -> frozenset[str]:
    """The content words of a passage."""
    return frozenset(words.content_words(passage))


@lru_cache(maxsize=2_000)
def large_words(text: str) -> frozenset[str]:
    """Large words but for ordinary ones and dates: what the text may name."""
    listed = tables.words("ordinary", "words")
    large = frozenset(word for word in _large().findall(text) if word.lower() not in listed)
    return large - tables.words("titles", "calendar") - tables.words("titles", "everywhere")


def names(source: Source) -> frozenset[str]:
    """What the article may name, and its figures of three digits and more, but for years."""
    text = article(source)
    return large_words(text) | frozenset(_long_figure().findall(text))


_large = pattern(r"[A-Z][\w-]*\w")


# 1,200 pilgrims | 342 aboard, but neither 2008 nor 40
_long_figure = pattern(
    r"(?<![\d,.])(?!(?:19|20)\d\d(?![\d,]))\d{1,3}(?:,\d{3})+|(?<![\d,.])\d{3}\b"
)


def _told(claim: Claim) -> Iterator[tuple[str, str]]:
    """What a claim tells and each place or name that its clause gives."""
    what = _what(claim)
    if what and claim.context:
        for where in _around(claim.context.places, claim.context.names):
            yield what, where


def _around(*named: Sequence[str]) -> frozenset[str]:
    return frozenset(name.casefold() for names in named for name in names)


def _what(claim: Claim) -> str | None:
    """The class of what is counted or happens; the day, where a claim tells one in full."""
    predicate = (claim.context and claim.context.predicate) or ""
    if isinstance(claim, DateClaim):
        edtf = claim.value.edtf or ""
        return edtf if len(edtf) == len("2024-10-24") and edtf[:1].isdigit() else None
    if isinstance(claim, QuantityClaim) and claim.category is not Category.NUMBER:
        unit = claim.value.unit or ""
        return f"{claim.category} {words.noun_class(unit)} {predicate}"
    return None
