"""A small language for phrases of data tables, matched word by word.

"a b" words in order, "a/b" either, "a?" may be absent, "..." up to three words between.

>>> phrase = parsed("no immediate? report/reports of ... damage")
>>> sentence = "there were no reports of any major damage .".split()
>>> ending(phrase, sentence, 2), ending(phrase, sentence, 3)
(8, None)
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

GAP = 3
"""The most words that "..." stands for."""


class Item(NamedTuple):
    """One place of a phrase: its alternatives (none: a gap), and whether it may be absent."""

    words: frozenset[str]
    optional: bool


Phrase = tuple[Item, ...]


@cache
def parsed(phrase: str) -> Phrase:
    """The places of a phrase as a table writes it."""
    return tuple(_item(written) for written in phrase.split())


def ending(phrase: Phrase, sentence: Sequence[str], start: int) -> int | None:
    """Where the phrase that begins at word `start` ends (exclusive), None where it is not there.

    Steps through the sets of words that are reached after each place, so no place is tried twice.
    """
    reached = {start}
    for words, optional in phrase:
        reached = _after(words, optional, sentence, reached)
        if not reached:
            return None
    return max(reached)


def _after(
    words: frozenset[str], optional: bool, sentence: Sequence[str], reached: set[int]
) -> set[int]:
    if not words:
        return {at + skipped for at in reached for skipped in range(GAP + 1)}
    met = {at + 1 for at in reached if at < len(sentence) and sentence[at] in words}
    return met | reached if optional else met


def _item(written: str) -> Item:
    if written == "...":
        return Item(frozenset(), False)
    optional = written.endswith("?")
    return Item(frozenset(written.removesuffix("?").split("/")), optional)
