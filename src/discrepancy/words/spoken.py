"""The words of an utterance as two prints of it are compared: by base form, brackets known.

>>> [(one.key, one.bracketed) for one in spoken_words("We're competing [here]")]
[('we', False), ('be', False), ('compete', False), ('here', True)]
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from discrepancy import tables, words
from discrepancy.patterns import pattern
from discrepancy.words import spelling
from discrepancy.words.british import British

_MARKS = ('"', "“", "”", "''", "``")


class Spoken(NamedTuple):
    """One word of an utterance."""

    start: int
    end: int
    key: str
    """Its base form, by which words are matched."""
    bracketed: bool
    """Whether it is an editor's insertion."""


class Contraction(tables.Row):
    """A short form, and the words it may stand for, the likeliest first."""

    short: str
    full: str
    after: str = ""
    """The words after which it stands for them; none for any word."""


class Fused(tables.Row):
    """A short form whose two words cannot be cut apart by letters."""

    short: str
    full: str


class NumberWords(tables.Row):
    """Words and the numbers they stand for."""

    words: dict[str, str]


@lru_cache(maxsize=4_000)
def spoken_words(text: str) -> tuple[Spoken, ...]:
    """The words of an utterance, contractions as two."""
    found: list[Spoken] = []
    brackets = [(one.start(), one.end()) for one in _bracketed().finditer(text)]
    for one in _word().finditer(text):
        inside = any(start <= one.start() < end for start, end in brackets)
        lower = re.sub(r"\s", "", one.group().casefold()).replace("’", "'")
        for key, first, last in _keys(lower):
            end = one.start() + last if last else one.end()
            found.append(Spoken(one.start() + first, end, key, inside))
    return tuple(found)


def is_credit(printed: str, words: Sequence[Spoken]) -> bool:
    """Whether words stand between two quotations, as `Alder said` does in a split one."""
    before = printed[max(0, words[0].start - 3) : words[0].start]
    behind = printed[words[-1].end : words[-1].end + 4]
    return all(any(mark in beside for mark in _MARKS) for beside in (before, behind))


def is_slight(a: str, b: str, left: Sequence[Spoken], right: Sequence[Spoken]) -> bool:
    """Whether words of `a` and what `b` has instead differ as prints of one remark may."""
    slight = tables.words("rewording", "slight")
    if all(one.bracketed or one.key in slight for one in (*left, *right)):
        return True
    one, other = ("".join(word.key for word in side) for side in (left, right))
    if one == other or _american(one) == _american(other):
        return True
    if _in_short(a, left, right) or _in_short(b, right, left):
        return True
    if _tied(a, left, b, right) or _tied(b, right, a, left):
        return True
    if _masked(text_of(a, left), text_of(b, right)) or _romanised(a, left, b, right):
        return True
    if not left or not right:
        return _dots().search(b if left else a) is not None  # left out, and marked so
    printed = (text_of(text, side) for text, side in ((a, left), (b, right)))
    bare = {re.sub(r"\W", "", one_print.casefold()) for one_print in printed}
    return len(bare) == 1


def _in_short(text: str, short: Sequence[Spoken], full: Sequence[Spoken]) -> bool:
    """Whether one word is short for the other: the 's of "she's gone" is "is" or "has"."""
    if len(short) != 1 or len(full) != 1:
        return False
    printed = re.sub(r"\s", "", text_of(text, short).casefold()).replace("’", "'")
    return any(
        printed == row.short and full[0].key in map(words.lemma, row.full.split())
        for row in _contractions()
    )


def _tied(a: str, short: Sequence[Spoken], b: str, full: Sequence[Spoken]) -> bool:
    """Whether one ties to a noun what the other writes out: "the town's gone", "the town has"."""
    if len(short) != 1 or len(full) != 2:
        return False
    first, last = (b[one.start : one.end].casefold() for one in full)
    printed = text_of(a, short).casefold().replace("’", "'")
    return any(printed == first + row.short and last in row.full.split() for row in _contractions())


def _masked(one: str, other: str) -> bool:
    """Whether one prints an oath with its letters starred out: "d***", "damn"."""
    for hidden, printed in ((one, other), (other, one)):
        if "**" in hidden and printed:
            letters = re.sub(r"(?:\\\*)+", r"\\w+", re.escape(hidden.casefold()))
            return re.fullmatch(letters, printed.casefold()) is not None
    return False


def _romanised(a: str, left: Sequence[Spoken], b: str, right: Sequence[Spoken]) -> bool:
    """Whether both are names alone, each of the one a transliteration of one of the other."""
    one, other = _names(a, left), _names(b, right)
    return len(one) == len(other) > 0 and all(
        spelling.one_romanised(here, there) for here, there in zip(one, other, strict=True)
    )


def _names(text: str, said: Sequence[Spoken]) -> list[str]:
    """The capitalised words, articles and an editor's brackets left out; none where others stand.

    >>> text = "(the leader Omar) al-Hadari"
    >>> _names(text, spoken_words(text))
    ['Hadari']
    """
    printed = [text[one.start : one.end] for one in said if not one.bracketed]
    kept = [
        word
        for word in printed
        if word.casefold() not in tables.words("rewording", "name_articles")
    ]
    return kept if all(word[0].isupper() for word in kept) else []


@lru_cache(maxsize=20_000)
def _american(word: str) -> str:
    for row in _british():
        word = re.sub(row.british, row.american, word)
    return word


@cache
def _british() -> tuple[British, ...]:
    return (
        *tables.rows("british", British),
        *tables.rows("rewording", British, "spelling"),
    )


def text_of(text: str, side: Sequence[Spoken]) -> str:
    """The words as they are printed; "" for none."""
    return text[side[0].start : side[-1].end] if side else ""


def same_form(a: str, b: str, one: Spoken, other: Spoken) -> bool:
    """Whether two words of one base form are the same but for case and marks."""
    first, second = a[one.start : one.end].casefold(), b[other.start : other.end].casefold()
    return first == second or re.sub(r"\W", "", first) == re.sub(r"\W", "", second)


@lru_cache(maxsize=20_000)
def _keys(word: str) -> tuple[tuple[str, int, int], ...]:
    """The base forms in a word, and where in it each begins and ends; 0 for the end of the word."""
    if word in _figures():
        return ((_figures()[word], 0, 0),)
    if word in _fused():
        return tuple((words.lemma(part), 0, 0) for part in _fused()[word])
    for row in _contractions():
        bare = word.removesuffix(row.short)
        if bare and bare != word and (not row.after or bare in row.after.split()):
            full = row.full.split()[0]
            return (words.lemma(bare), 0, len(bare)), (words.lemma(full), len(bare), 0)
    return ((words.lemma(words.singular(word)), 0, 0),)


@cache
def _contractions() -> tuple[Contraction, ...]:
    return tables.rows("rewording", Contraction, "contraction")


@cache
def _fused() -> dict[str, list[str]]:
    rows = tables.rows("rewording", Fused, "fused")
    return {short: row.full.split() for row in rows for short in row.short.split()}


@cache
def _figures() -> dict[str, str]:
    """Number words by house style are digits elsewhere: "twelve days", "12 days"."""
    rows = (
        row for part in ("cardinal", "tens") for row in tables.rows("numerals", NumberWords, part)
    )
    return {word: number for row in rows for word, number in row.words.items() if word != "one"}


# 06:31, don't, Hale ’ s
_word = pattern(r"\d+(?:[.,:]\d+)*\w*|[^\W_]+(?:\s?['’]\s?(?:s|t|re|ve|ll|d|m)\b)?")


_bracketed = pattern(r"\[[^\]]*\]|\([^)]*\)")


_dots = pattern(r"\.\s?\.|…")
