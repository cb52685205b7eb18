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


Block = tuple[int, int, int]
"""A run of matching words: where it stands in each text, and how many words it has."""


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
    """Matched words against those of the shorter of the sentences that hold the stretch."""
    edits: tuple[Edit, ...]
    longer: bool
    """Whether one text goes on beyond the stretch at its start or end."""
    framed: bool
    """Whether it is two conditions with one beginning and one end, whatever stands between."""


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
    frame = _frame(a, b, left, right)
    if frame:
        left, right = left[: frame[0]], right[: frame[1]]
    blocks = _blocks([one.key for one in left], [one.key for one in right])
    if not blocks:
        return None
    kept = blocks if frame else _widened(_best_stretch(blocks), left, right)
    first, last = kept[0], kept[-1]
    matched = sum(size for _, _, size in kept)
    here = _Stretch.of(a, left, first[0], last[0] + last[2])
    there = _Stretch.of(b, right, first[1], last[1] + last[2])
    heads, tails = (
        (left[here.first : here.start], right[there.first : there.start]),
        (
            left[here.end : here.last],
            right[there.end : there.last],
        ),
    )
    ends = [
        _edit(a, b, *pair)
        for pair in (heads, tails)
        if all(0 < len(side) <= _ABREAST for side in pair)
    ]
    return Shared(
        matched=matched,
        content=sum(
            not words.is_stop(left[at].key) for i, _, size in kept for at in range(i, i + size)
        ),
        likeness=2 * matched / (here.end - here.start + there.end - there.start),
        coverage=matched / min(here.last - here.first, there.last - there.first),
        edits=(*ends, *_between(a, b, left, right, kept)),
        longer=matched < max(len(left), len(right)),
        framed=frame is not None,
    )


class _Stretch(NamedTuple):
    """A stretch of an utterance, by its words, and the sentences that hold it."""

    start: int
    end: int
    first: int
    last: int

    @classmethod
    def of(cls, text: str, said: Sequence[Spoken], start: int, end: int) -> "_Stretch":
        stops = [one.end() for one in _stop().finditer(text)]
        opens = max((at for at in stops if at <= said[start].start), default=0)
        closes = min((at for at in stops if at >= said[end - 1].end), default=len(text))
        first = next(n for n, one in enumerate(said) if one.start >= opens)
        last = next((n for n, one in enumerate(said) if one.start >= closes), len(said))
        return cls(start, end, first, last)


def _frame(
    a: str, b: str, left: Sequence[Spoken], right: Sequence[Spoken]
) -> tuple[int, int] | None:
    """How many words two conditions hold that begin alike and come to the same noun.

    "If they land here, they are fair game" / "If those men land, they will be easy game"
    """
    if not left or not right or left[0].key != right[0].key:
        return None
    if left[0].key not in tables.words("rewording", "conditions"):
        return None
    pairs = (
        (one, other)
        for one in reversed(_pauses(a, left))
        for other in reversed(_pauses(b, right))
        if left[one - 1].key == right[other - 1].key and not words.is_stop(left[one - 1].key)
    )
    return next(pairs, None)


def _pauses(text: str, said: Sequence[Spoken]) -> list[int]:
    """How many words stand before each of the first pauses."""
    ends = [
        n
        for n, one in enumerate(said, start=1)
        if n >= 6 and (text[one.end : one.end + 1] in (",", ".", "?", "!", ""))
    ]
    return ends[:3]


def _widened(
    kept: Sequence[Block], left: Sequence[Spoken], right: Sequence[Spoken]
) -> Sequence[Block]:
    """The stretch with the matching words right before and after it."""
    i, j, size = kept[0]
    while i and j and left[i - 1].key == right[j - 1].key:
        i, j, size = i - 1, j - 1, size + 1
    kept = [(i, j, size), *kept[1:]]
    i, j, size = kept[-1]
    while i + size < len(left) and j + size < len(right):
        if left[i + size].key != right[j + size].key:
            break
        size += 1
    return [*kept[:-1], (i, j, size)]


def _blocks(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """The runs of matching words: where they stand in each, and how many."""
    found = LCSseq.opcodes(left, right)
    return [
        (step.src_start, step.dest_start, step.src_end - step.src_start)
        for step in found
        if step.tag == "equal"
    ]


def _best_stretch(blocks: Sequence[Block]) -> Sequence[Block]:
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
    kept: Sequence[Block],
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


@cache
def _stop() -> re.Pattern[str]:
    # no stop: dots that mark an omission, the dot of an initial
    return re.compile(r"(?<![.\s][A-Z])(?<!\.)[.?!](?!\.)[\"'”’]?\s+(?=\S)")
