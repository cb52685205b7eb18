"""Words of English: tokens of a text, base forms, stop words, and classes of counted nouns.

>>> lemma("struck"), lemma("injured"), singular("children"), noun_class("troops")
('strike', 'injure', 'child', 'person')
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import NamedTuple

from discrepancy.tables import Row, rows, words
from discrepancy.words.cuts import cut
from discrepancy.words.inflections import irregular_pasts, irregular_verbs, lemma, plural, singular

__all__ = [
    "Token",
    "content_words",
    "denies",
    "irregular_pasts",
    "irregular_verbs",
    "is_adverb",
    "is_counted_noun",
    "is_stop",
    "lemma",
    "noun_class",
    "number_words",
    "plural",
    "singular",
    "subclass",
    "tokens",
    "tokens_before",
    "tokens_behind",
]


class Token(NamedTuple):
    """One word, number or mark, by its place in the text."""

    start: int
    end: int
    text: str
    lower: str
    """In lower case, with straight apostrophes: "don’t" is "don't"."""


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words, numbers and marks of `text[start:end]`; "'s" is a token of its own.

    >>> [token.text for token in tokens("The U.S.'s 1,200 troops left.")]
    ['The', 'U.S.', "'s", '1,200', 'troops', 'left', '.']
    """
    return list(_tokens(text, start, len(text) if end is None else end))


def tokens_before(text: str, start: int, end: int, many: int) -> list[Token]:
    """The last so many tokens of `text[start:end]`; however long that is, only its end is cut.

    >>> [token.text for token in tokens_before("The U.S.'s 1,200 troops left.", 0, 23, 2)]
    ['1,200', 'troops']
    """
    near = max(start, end - many * _LONG_WORD)
    if near > start:  # not in the midst of a word
        near = text.find(" ", near, end) + 1 or near
    return tokens(text, near, end)[-many:]


def tokens_behind(text: str, start: int, end: int, many: int) -> list[Token]:
    """The first so many tokens of `text[start:end]`."""
    return tokens(text, start, min(end, start + many * _LONG_WORD))[:many]


_LONG_WORD = 60
"""Characters that no word of a text exceeds, so that a window of words has an end."""


@lru_cache(maxsize=1024)
def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    # kept, as several readers ask for the tokens of one sentence
    return tuple(
        _token((*found.span(), (word := found.group()), _plain(word)))
        for found in _token_pattern().finditer(text, start, end)
    )


_token: Callable[[tuple[int, int, str, str]], Token] = partial(tuple.__new__, Token)
"""A token of its four fields: a text has so many that making them by name takes a while."""


def _plain(word: str) -> str:
    if word.isalpha():
        return word.lower()
    return word.lower().replace("’", "'").replace(" ", "")


def is_stop(word: str) -> bool:
    """Whether a word carries no content ("the", "of", "has")."""
    return word.lower() in words("stopwords", "words")


def is_adverb(word: str) -> bool:
    """Whether a word, as it is written, is an adverb in -ly and no name.

    >>> is_adverb("sadly"), is_adverb("Sadly"), is_adverb("Tilly")
    (True, True, False)
    """
    lower = word.lower()
    return lower.endswith("ly") and (word == lower or lower in words("ordinary", "words"))


def denies(word: str) -> bool:
    """Whether a word in lower case denies what stands beside it: "not", "never", "wasn't"."""
    return word in words("negations", "words") or word.endswith(("n't", "n’t"))


@lru_cache(maxsize=4096)  # every figure of a sentence asks for those of the sentence
def content_words(text: str) -> tuple[str, ...]:
    """The content words of a passage in order, folded to base forms; numerals are left out.

    >>> content_words("The 12 miners were trapped in a flooded shaft")
    ('miner', 'trap', 'flood', 'shaft')
    """
    return tuple(
        _folded(token.lower)
        for token in tokens(text)
        if token.lower[0].isalpha() and not is_stop(token.lower)
    )


@lru_cache(maxsize=20_000)
def noun_class(noun: str) -> str:
    """What a counted noun counts: "person" for troops, "building" for homes, else itself.

    >>> noun_class("Americans"), noun_class("homes"), noun_class("apples")
    ('person', 'building', 'apple')
    """
    one = singular(noun)
    known = _classes().get(one) or _classes().get(one.rpartition("-")[2])
    if known:
        return known[0]
    return "person" if _names_a_people(noun) else one


@lru_cache(maxsize=20_000)
def subclass(noun: str) -> str | None:
    """The noun where it names a part of its class (a child among the people), else None.

    >>> subclass("women"), subclass("victims")
    ('woman', None)
    """
    one = singular(noun)
    known = _classes().get(one) or _classes().get(one.rpartition("-")[2])
    names_part = known[1] if known else _names_a_people(noun)
    return one if names_part else None


def is_counted_noun(noun: str) -> bool:
    """Whether a table lists it as a noun that news counts ("ships", "officers")."""
    return singular(noun) in _classes()


class _Numbers(Row):
    words: dict[str, str]


@cache
def number_words() -> frozenset[str]:
    """The cardinal numbers in words, up to ninety."""
    listed = rows("numerals", _Numbers, "cardinal") + rows("numerals", _Numbers, "tens")
    return frozenset(word for row in listed for word in row.words)


_token_pattern = cut("words")


class _NounClass(Row):
    id: str
    whole: str
    part: str


@cache
def _classes() -> dict[str, tuple[str, bool]]:
    """Noun to its class, and whether it names a part of it."""
    found: dict[str, tuple[str, bool]] = {}
    for row in rows("noun_classes", _NounClass):
        found.update((noun, (row.id, False)) for noun in row.whole.split())
        found.update((noun, (row.id, True)) for noun in row.part.split())
    return found


def _names_a_people(noun: str) -> bool:
    """Americans, Iraqis, Japanese: capitalised words with the endings of demonyms."""
    return noun[:1].isupper() and re.search(r"(?:ans?|ese|[^aeiou]is?)$", noun) is not None


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """One form for all inflections of a word, noun or verb."""
    return lemma(singular(word))
