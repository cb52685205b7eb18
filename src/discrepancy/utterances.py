"""One utterance in two prints: which words they share, and where they part.

>>> found = shared("We are sad for the whole family today.", "We're sad for the family.")
>>> found.matched, [(edit.left, edit.right) for edit in found.edits]
(6, [('are', "'re"), ('whole', '')])

Words are matched by their base form, so that "compete" meets "competing"; the difference is
kept as an edit that is slight.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from discrepancy import spelling, tables, words

_GAP = 0.5
"""What one unmatched word costs against one matched word, when the shared stretch is cut out."""

_ABREAST = 5
"""Words at an end of both texts that are taken to replace each other."""


class Spoken(NamedTuple):
    """One word of an utterance."""

    start: int
    end: int
    key: str
    """Its base form, by which words are matched."""
    bracketed: bool
    """Whether it is an editor's insertion."""


class Edit(NamedTuple):
    """Words of one print and what the other has instead."""

    left: str
    right: str
    slight: bool


class Shared(NamedTuple):
    """The stretch that two texts share."""

    matched: int
    """Words that match."""
    content: int
    """Content words among them."""
    likeness: float
    """Matched words against all words of the stretch: 1 where they are the same."""
    coverage: float
    """Matched words against those of the shorter text."""
    edits: tuple[Edit, ...]
    longer: bool
    """Whether one text goes on beyond the stretch at its start or end."""


class Contraction(tables.Row):
    """A short form, and the word it stands for."""

    short: str
    full: str


@lru_cache(maxsize=4_000)
def spoken(text: str) -> tuple[Spoken, ...]:
    """The words of an utterance, contractions as two."""
    found: list[Spoken] = []
    brackets = [(one.start(), one.end()) for one in _bracketed().finditer(text)]
    for one in _word().finditer(text):
        inside = any(start <= one.start() < end for start, end in brackets)
        lower = re.sub(r"\s", "", one.group().casefold()).replace("’", "'")
        start = one.start()
        for key, length in _keys(lower):
            end = start + length if length else one.end()
            found.append(Spoken(start, end, key, inside))
            start = end
    return tuple(found)


@lru_cache(maxsize=20_000)
def shared(a: str, b: str) -> Shared | None:
    """The stretch of words that two texts share best, or None where they share nothing."""
    left, right = spoken(a), spoken(b)
    blocks = _blocks([one.key for one in left], [one.key for one in right])
    if not blocks:
        return None
    kept = _best_stretch(blocks)
    first, last = kept[0], kept[-1]
    matched = sum(size for _, _, size in kept)
    here, there = last[0] + last[2] - first[0], last[1] + last[2] - first[1]
    edits = [*_ends(a, b, left, right, first, last), *_between(a, b, left, right, kept)]
    cut = [first[0], len(left) - last[0] - last[2], first[1], len(right) - last[1] - last[2]]
    return Shared(
        matched=matched,
        content=sum(
            not words.is_stop(left[at].key) for i, _, size in kept for at in range(i, i + size)
        ),
        likeness=2 * matched / (here + there),
        coverage=matched / max(1, min(len(left), len(right))),
        edits=tuple(edits),
        longer=any(cut),
    )


def _blocks(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int]]:
    """The runs of matching words: where they stand in each, and how many."""
    found = LCSseq.opcodes(left, right)
    return [
        (step.src_start, step.dest_start, step.src_end - step.src_start)
        for step in found
        if step.tag == "equal"
    ]


def _best_stretch(blocks: Sequence[tuple[int, int, int]]) -> Sequence[tuple[int, int, int]]:
    """The consecutive runs that match best for the words between them that do not."""
    best, gained = (0, 0), 0.0
    start, total = 0, 0.0
    for at, (i, j, size) in enumerate(blocks):
        if at:
            before = blocks[at - 1]
            gap = max(i - before[0] - before[2], j - before[1] - before[2])
            total -= _GAP * gap
        if total <= 0:
            start, total = at, 0.0
        total += size
        if total > gained:
            best, gained = (start, at), total
    return blocks[best[0] : best[1] + 1]


def _between(
    a: str,
    b: str,
    left: Sequence[Spoken],
    right: Sequence[Spoken],
    kept: Sequence[tuple[int, int, int]],
) -> list[Edit]:
    """What differs inside the stretch, other forms of matching words included."""
    found = []
    for at, (i, j, size) in enumerate(kept):
        found += [
            Edit(_text(a, left[i + n : i + n + 1]), _text(b, right[j + n : j + n + 1]), True)
            for n in range(size)
            if not _same_form(a, b, left[i + n], right[j + n])
        ]
        if at + 1 < len(kept):
            following = kept[at + 1]
            found.append(_edit(a, b, left[i + size : following[0]], right[j + size : following[1]]))
    return found


def _ends(
    a: str,
    b: str,
    left: Sequence[Spoken],
    right: Sequence[Spoken],
    first: tuple[int, int, int],
    last: tuple[int, int, int],
) -> list[Edit]:
    """Words that replace each other where the stretch begins or ends: "John was", "He was"."""
    heads = left[: first[0]], right[: first[1]]
    tails = left[last[0] + last[2] :], right[last[1] + last[2] :]
    return [
        _edit(a, b, *pair)
        for pair in (heads, tails)
        if all(0 < len(side) <= _ABREAST for side in pair)
    ]


def _edit(a: str, b: str, left: Sequence[Spoken], right: Sequence[Spoken]) -> Edit:
    return Edit(_text(a, left), _text(b, right), _is_slight(a, b, left, right))


def _is_slight(a: str, b: str, left: Sequence[Spoken], right: Sequence[Spoken]) -> bool:
    slight = tables.words("rewording", "slight")
    if all(one.bracketed or one.key in slight for one in (*left, *right)):
        return True
    one, other = ("".join(word.key for word in side) for side in (left, right))
    if one == other or _american(one) == _american(other):
        return True
    if not left or not right:  # left out, and marked by dots
        full = b if right else a
        cut = a if right else b
        return bool(_dots().search(cut) or (full is b and _dots().search(a)))
    bare = (
        re.sub(r"[^\w]", "", _text(text, side).casefold()) for text, side in ((a, left), (b, right))
    )
    return len(set(bare)) == 1


@lru_cache(maxsize=20_000)
def _american(word: str) -> str:
    for row in _british():
        word = re.sub(row.british, row.american, word)
    return word


@cache
def _british() -> tuple[spelling.British, ...]:
    return (
        *tables.rows("british", spelling.British),
        *tables.rows("rewording", spelling.British, "spelling"),
    )


def _text(text: str, side: Sequence[Spoken]) -> str:
    return text[side[0].start : side[-1].end] if side else ""


def _same_form(a: str, b: str, one: Spoken, other: Spoken) -> bool:
    first, second = a[one.start : one.end].casefold(), b[other.start : other.end].casefold()
    return first == second or re.sub(r"\W", "", first) == re.sub(r"\W", "", second)


@lru_cache(maxsize=20_000)
def _keys(word: str) -> tuple[tuple[str, int], ...]:
    """The base forms in a word, and how many of its letters each takes; 0 is all the rest."""
    if word in ("can't", "cannot", "cant"):
        return ("can", 3), ("not", 0)
    for row in tables.rows("rewording", Contraction, "contraction"):
        bare = word.removesuffix(row.short)
        if bare and bare != word:
            return (words.lemma(bare), len(bare)), (words.lemma(row.full), 0)
    return ((words.lemma(words.singular(word)), 0),)


@cache
def _word() -> re.Pattern[str]:
    # 06:31, don't, Hale ’ s
    return re.compile(r"\d+(?:[.,:]\d+)*\w*|[^\W_]+(?:\s?['’]\s?(?:s|t|re|ve|ll|d|m)\b)?")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\[[^\]]*\]|\([^)]*\)")


@cache
def _dots() -> re.Pattern[str]:
    return re.compile(r"\.\s?\.|…")
