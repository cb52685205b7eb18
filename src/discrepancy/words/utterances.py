"""One utterance in two prints: which words they share, and where they part.

>>> found = shared("We are sad for the whole family today.", "We're sad for the family.")
>>> found.matched, [(edit.left, edit.right) for edit in found.edits]
(6, [('are', "'re"), ('whole', '')])

Words are matched by their base form, so that "compete" meets "competing"; the difference is
kept as an edit that is slight.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from discrepancy import tables, words
from discrepancy.patterns import pattern
from discrepancy.words.spoken import Spoken, is_slight, same_form, spoken_words, text_of

_GAP = 0.5
"""What one unmatched word costs against one matched word, when the shared stretch is cut out."""

LIKE = 0.65
"""Least share of matching words in two prints of one remark."""
_ABREAST = 5
"""Words at an end of both texts that are taken to replace each other."""


Block = tuple[int, int, int]
"""A run of matching words: where it stands in each text, and how many words it has."""


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


@lru_cache(maxsize=20_000)
def shared(a: str, b: str) -> Shared | None:
    """The stretch of words that two texts share best, or None where they share nothing.

    Of several best stretches one is taken, the same whichever text comes first.
    """
    if (len(a), a) <= (len(b), b):
        return _shared(a, b)
    found = _shared(b, a)
    return _mirrored(found) if found else None


def _mirrored(found: Shared) -> Shared:
    edits = tuple(Edit(edit.right, edit.left, edit.slight) for edit in found.edits)
    return found._replace(edits=edits)


def _shared(a: str, b: str) -> Shared | None:
    left, right = spoken_words(a), spoken_words(b)
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
        if all(0 < len(side) <= _ABREAST for side in pair) or _is_denial(*pair)
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


def by_sentence(a: str, b: str) -> tuple[Shared, ...]:
    """What the sentences of two longer remarks share, each of the one with its like in the other.

    This finds sentences that the other text gives in another order.
    """
    if (len(a), a) > (len(b), b):
        return tuple(_mirrored(one) for one in by_sentence(b, a))
    found = []
    for sentence in _sentences(a):
        pairs = (shared(sentence, other) for other in _sentences(b))
        like = [one for one in pairs if one and is_one_sentence(one)]
        if like:
            found.append(max(like, key=lambda one: (one.likeness, one.coverage)))
    return tuple(found)


def is_one_sentence(found: Shared) -> bool:
    """Whether two sentences share so much that they are prints of one."""
    enough = found.matched >= 5 and found.content >= 2
    return enough and found.likeness >= LIKE and found.coverage >= 0.6


def _sentences(text: str) -> list[str]:
    starts = [0, *(one.end() for one in _stop().finditer(text))]
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


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
            Edit(text_of(a, left[i + n : i + n + 1]), text_of(b, right[j + n : j + n + 1]), True)
            for n in range(size)
            if not same_form(a, b, left[i + n], right[j + n])
        ]
        if at + 1 < len(kept):
            following = kept[at + 1]
            found.append(_edit(a, b, left[i + size : following[0]], right[j + size : following[1]]))
    return found


def _is_denial(left: Sequence[Spoken], right: Sequence[Spoken]) -> bool:
    """Whether all that one has beyond the stretch is a "not": "not viable", "viable"."""
    beyond = [*left, *right]
    return len(beyond) == 1 and words.denies(beyond[0].key)


def _edit(a: str, b: str, left: Sequence[Spoken], right: Sequence[Spoken]) -> Edit:
    return Edit(text_of(a, left), text_of(b, right), is_slight(a, b, left, right))


# no stop: dots that mark an omission, the dot of an initial
_stop = pattern(r"(?<![.\s][A-Z])(?<!\.)[.?!](?!\.)[\"'”’]?\s+(?=\S)")
