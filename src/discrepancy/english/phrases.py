"""A small language for phrases of data tables, matched word by word.

"a b" words in order, "a/b" either, "a?" may be absent, "..." up to three words between, "....."
up to ten; no comma or other mark lies between. "!a/b" last: neither word follows. An adverb that
changes nothing ("formally", "already") may stand before any word but the first.

>>> phrase = parsed("no immediate? report/reports of ... damage")
>>> sentence = "there were no reports of any major damage .".split()
>>> ending(phrase, sentence, 2), ending(phrase, sentence, 3)
(8, None)
"""

from collections.abc import Sequence, Set
from functools import cache
from typing import NamedTuple

from discrepancy.tables import words

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


def may_stand(phrase: Phrase, present: Set[str]) -> bool:
    """Whether a sentence with these words may hold the phrase: a quick look before `ending`.

    >>> may_stand(parsed("no damage"), {"there", "is", "no", "news"})
    False
    """
    for item in reversed(phrase):
        if not (item.optional or item.gap or item.barred) and item.words.isdisjoint(present):
            return False
    return True


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
            if at == len(sentence) or not sentence[at][:1].isalnum():
                break
            at += 1
    return found


def _item(written: str) -> Item:
    if written in GAPS:
        return Item(frozenset(), False, GAPS[written])
    if written.startswith("!"):
        return Item(frozenset(written[1:].split("/")), False, barred=True)
    optional = written.endswith("?")
    return Item(frozenset(written.removesuffix("?").split("/")), optional)
