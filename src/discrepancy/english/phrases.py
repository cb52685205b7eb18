"""A small language for phrases of data tables, matched word by word.

"a b" words in order, "a/b" either, "a?" may be absent, "..." up to three words between, "....."
up to ten; no comma or other mark lies between. "!a/b" last: neither word follows. An adverb that
changes nothing ("formally", "already") may stand before any word but the first.

>>> phrase = parsed("no immediate? report/reports of ... damage")
>>> sentence = "there were no reports of any major damage .".split()
>>> ending(phrase, sentence, 2), ending(phrase, sentence, 3)
(8, None)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from discrepancy.tables import words
from discrepancy.words import is_stop

GAPS = {"...": 3, ".....": 10}
"""The most words that each gap stands for."""


class Item(NamedTuple):
    """One place of a phrase: its alternatives, whether it may be absent, or how wide a gap."""

    words: frozenset[str]
    optional: bool
    gap: int = 0
    barred: bool = False
    """Whether none of the words may follow."""


Phrase = tuple[Item, ...]


@cache
def parsed(phrase: str) -> Phrase:
    """The places of a phrase as a table writes it."""
    return tuple(_item(written) for written in phrase.split())


def beginnings(phrase: Phrase) -> frozenset[str]:
    """The words that may stand first.

    >>> sorted(beginnings(parsed("still? at/on large")))
    ['at', 'on', 'still']
    """
    first = next((at for at, item in enumerate(phrase) if not item.optional), len(phrase) - 1)
    return frozenset().union(*(item.words for item in phrase[: first + 1]))


M = TypeVar("M")


class _Entry(NamedTuple, Generic[M]):
    """A phrase of a book, and what a sentence must have for it to be tried."""

    phrase: Phrase
    first: frozenset[str]
    """The words that may stand first."""
    words: frozenset[str]
    """Words that all must be there."""
    either: tuple[frozenset[str], ...]
    """Of each of these words one must be there."""
    meaning: M


class Book(Generic[M]):
    """The phrases of a table, each with what it means, looked up in a sentence all at once.

    Only those are tried of which the sentence has every word that may not be absent, and they are
    come by through the word that says most: "damage" of "no damage".

    >>> book = Book([("no damage", "whole"), ("heavy? damage", "damaged")])
    >>> list(book.standing("there was no damage".split()))
    [(2, 4, 'whole'), (3, 4, 'damaged')]
    """

    def __init__(self, listed: Iterable[tuple[str, M]]) -> None:
        self._entries: list[_Entry[M]] = []
        self._said_by: defaultdict[str, list[int]] = defaultdict(list)
        for number, (written, meaning) in enumerate(listed):
            phrase = parsed(written)
            needed = tuple(
                item.words for item in phrase if not (item.optional or item.gap or item.barred)
            )
            telling = min(needed, key=_commonness)
            rest = [one for one in needed if one is not telling]
            words = frozenset().union(*(one for one in rest if len(one) == 1))
            either = tuple(one for one in rest if len(one) > 1)
            self._entries.append(_Entry(phrase, beginnings(phrase), words, either, meaning))
            for word in telling:
                self._said_by[word].append(number)
        self._telling = frozenset(self._said_by)

    def standing(self, sentence: Sequence[str]) -> Iterator[tuple[int, int, M]]:
        """Where each phrase begins and ends and what it means, by place, then as they are listed.

        Args:
            sentence: its words in lower case.
        """
        present = frozenset(sentence)
        numbers = {number for word in present & self._telling for number in self._said_by[word]}
        tried: list[tuple[int, int]] = []
        for number in numbers:
            entry = self._entries[number]
            if entry.words <= present and not any(map(present.isdisjoint, entry.either)):
                first = entry.first
                tried += [(at, number) for at, word in enumerate(sentence) if word in first]
        for at, number in sorted(tried):
            entry = self._entries[number]
            if (end := ending(entry.phrase, sentence, at)) is not None:
                yield at, end, entry.meaning


def _commonness(alternatives: frozenset[str]) -> tuple[int, int]:
    """How often one of some words stands in a sentence, roughly: small words stand in each."""
    return sum(map(is_stop, alternatives)), len(alternatives)


def ending(phrase: Phrase, sentence: Sequence[str], start: int) -> int | None:
    """Where the phrase that begins at word `start` ends (exclusive), None where it is not there.

    Steps through the sets of words that are reached after each place, so no place is tried twice.
    """
    reached = {start}
    for place, item in enumerate(phrase):
        if item.barred:
            free = (at for at in reached if item.words.isdisjoint(sentence[at : at + 1]))
            return max(free, default=None)
        if place and not item.gap:
            reached |= {at + 1 for at in reached if at < len(sentence) and _is_idle(sentence[at])}
        reached = _over(item.gap, sentence, reached) if item.gap else _on(item, sentence, reached)
        if not reached:
            return None
    return max(reached)


def _is_idle(word: str) -> bool:
    """Whether it is an adverb that leaves a statement as it is, as "hardly" does not."""
    weighty = words("grammar", "weighty")
    return word in words("grammar", "idle") or (word.endswith("ly") and word not in weighty)


def _on(item: Item, sentence: Sequence[str], reached: set[int]) -> set[int]:
    met = {at + 1 for at in reached if at < len(sentence) and sentence[at] in item.words}
    return met | reached if item.optional else met


def _over(gap: int, sentence: Sequence[str], reached: set[int]) -> set[int]:
    found: set[int] = set()
    for start in reached:
        at = start
        while at not in found and at - start <= gap:
            found.add(at)
            if at == len(sentence) or not _is_word(sentence[at]):
                break
            at += 1
    return found


def _is_word(said: str) -> bool:
    """Whether it is a word or stands for a kind of words, as "<number>" does, and no mark."""
    return said[:1].isalnum() or (said[:1] == "<" and said[-1:] == ">" and len(said) > 2)


def _item(written: str) -> Item:
    if written in GAPS:
        return Item(frozenset(), False, GAPS[written])
    if written.startswith("!"):
        return Item(frozenset(written[1:].split("/")), False, barred=True)
    optional = written.endswith("?")
    return Item(frozenset(written.removesuffix("?").split("/")), optional)
