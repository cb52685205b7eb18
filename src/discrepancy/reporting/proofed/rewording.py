"""A quotation of a draft beside its source, word by word: what is not there, and what is instead.

>>> [(piece.kind, piece.words) for piece in compared("We closed it late", "We opened it late")]
[('same', 'We '), ('out', 'closed'), ('in', 'opened'), ('same', ' it late')]
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from discrepancy.item import Item
from discrepancy.words.spoken import Spoken, is_credit, is_slight, spoken_words

LEVEL = "quote.differs.words"
"""The level of an item whose words are shown so."""


class Piece(NamedTuple):
    """Words of both, of the draft alone ("out"), or of its source alone ("in")."""

    kind: Literal["same", "out", "in"]
    words: str


def reworded(item: Item) -> tuple[Piece, ...]:
    """The words of a quotation whose source has others; nothing for any other item."""
    if item.level != LEVEL or not item.evidence:
        return ()
    return tuple(compared(item.text, item.evidence[0].text))


def compared(draft: str, source: str) -> Iterator[Piece]:
    """The pieces of a quotation in their order, every character of the draft's in one of them."""
    yield from (piece for piece in _pieces(draft, source) if piece.words)


def _pieces(draft: str, source: str) -> Iterator[Piece]:
    here, there = spoken_words(draft), spoken_words(source)
    keys = [one.key for one in here], [one.key for one in there]
    at = 0
    for step in Levenshtein.opcodes(*keys):
        left = here[step.src_start : step.src_end]
        right = there[step.dest_start : step.dest_end]
        credit = right and not left and is_credit(source, right)
        if step.tag == "equal" or credit or is_slight(draft, source, left, right):
            continue
        first, last = _ends(draft, here, step.src_start, step.src_end)
        yield Piece("same", draft[at:first])
        at = last
        yield Piece("out", draft[first:last])
        begin, end = _ends(source, there, step.dest_start, step.dest_end)
        yield Piece("in", source[begin:end])
    yield Piece("same", draft[at:])


def _ends(text: str, said: tuple[Spoken, ...], first: int, last: int) -> tuple[int, int]:
    """Where a run of words stands; behind the word before it where there is none."""
    if first < last:
        return said[first].start, said[last - 1].end
    at = said[first - 1].end if first else 0
    return at, at
