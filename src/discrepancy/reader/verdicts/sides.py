"""Of each answer to a question the one statement that is shown for it: the sharpest.

A statement is sharp that tells figures, names and the day in full, so that whoever judges it
need not guess; "a man was hurt today" is never shown where "Lena Voss broke a leg on 3 May" is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from discrepancy import words
from discrepancy.reader.asks import LETTERS
from discrepancy.reader.checks.statements import Statement
from discrepancy.reader.verdicts.matters import Differing

MATTERS = 100
"""Questions of one story that are judged."""

_ENOUGH = 12
"""Content words beyond which an answer is no sharper."""


@dataclass(frozen=True)
class Pair:
    """Two statements that stand for two different answers to one question."""

    matter: Differing
    sides: tuple[int, int]
    """Which two readings of the matter they stand for."""
    a: Statement
    b: Statement


@dataclass(frozen=True)
class Sides:
    """A question and the statement that stands for each of its answers, as they are lettered."""

    matter: Differing
    numbers: tuple[int, ...]
    """Which reading of the matter each of them stands for."""
    shown: tuple[Statement, ...]

    def pairs(self) -> Iterator[Pair]:
        """Each two of them."""
        for a, b in combinations(range(len(self.shown)), 2):
            yield self.pair(a, b)

    def pair(self, a: int, b: int) -> Pair:
        """Two of them, by their letters' numbers."""
        numbers = self.numbers[a], self.numbers[b]
        return Pair(self.matter, numbers, self.shown[a], self.shown[b])


def sides_of(matters: Iterable[Differing], refused: Counter[str]) -> list[Sides]:
    """The sides of each question, without questions of which every pair is another's already."""
    found: list[Sides] = []
    told: list[Pair] = []
    for matter in matters:
        one = _sides(matter, refused)
        fresh = [p for p in one.pairs() if not any(same(p, known) for known in told)] if one else []
        if one and fresh:
            found.append(one)
            told += fresh
    if len(found) > MATTERS:
        refused[f"more than {MATTERS} questions to judge"] += len(found) - MATTERS
    return found[:MATTERS]


def same(one: Pair, other: Pair) -> bool:
    """Whether two pairs stand on the same words, in either order."""
    return (meet(one.a, other.a) and meet(one.b, other.b)) or (
        meet(one.a, other.b) and meet(one.b, other.a)
    )


def meet(a: Statement, b: Statement) -> bool:
    """Whether two answers stand on the same words."""
    return a.source.id == b.source.id and a.core.overlaps(b.core)


def _sides(matter: Differing, refused: Counter[str]) -> Sides | None:
    shown: dict[int, Statement] = {}
    for number in _fewest_first(matter):
        apart = [
            s for s in matter.readings[number] if not any(_alike(s, o) for o in shown.values())
        ]
        if apart:
            shown[number] = min(apart, key=lambda s: _dullness(s, shown.values()))
        else:
            refused["both answers stand on the same words"] += 1
    if len(shown) < 2:
        return None
    if len(shown) == 2:
        shown = _sharpest(matter, *shown) or shown
    ordered = sorted(shown, key=lambda number: _spot(shown[number]))
    over = len(ordered) - len(LETTERS)
    if over > 0:
        refused[f"more than {len(LETTERS)} answers that differ"] += over
    numbers = tuple(ordered[: len(LETTERS)])
    return Sides(matter, numbers, tuple(shown[number] for number in numbers))


def _fewest_first(matter: Differing) -> list[int]:
    """The readings by how little there is to choose from, whatever order they were told in."""
    readings = matter.readings
    return sorted(
        range(len(readings)), key=lambda n: (len(readings[n]), min(map(_spot, readings[n])))
    )


def _sharpest(matter: Differing, one: int, other: int) -> dict[int, Statement] | None:
    """The best two statements for two readings."""
    crossed = [(a, b) for a in matter.readings[one] for b in matter.readings[other]]
    apart = [pair for pair in crossed if not _alike(*pair)]
    if not apart:
        return None
    a, b = min(apart, key=lambda pair: _standing(*pair))
    return {one: a, other: b}


def _standing(a: Statement, b: Statement) -> tuple[object, ...]:
    """Which pair of statements stands for two readings: the sharpest, in words most alike."""
    shared = len(_content(a.words) & _content(b.words))
    sharp = _sharpness(a) + _sharpness(b)
    dull = (_is_open(a) + _is_open(b), a.source.id == b.source.id, not (a.exact and b.exact))
    return *dull, -sharp, -shared, *sorted((_spot(a), _spot(b)))


def _dullness(one: Statement, others: Iterable[Statement]) -> tuple[object, ...]:
    beside = any(one.source.id == other.source.id for other in others)
    return _is_open(one), beside, not one.exact, -_sharpness(one), _spot(one)


def _is_open(one: Statement) -> int:
    """Whether its day is not known: told by a word that nothing resolves, or not at all."""
    return one.open_day * 2 + (one.day is None)


def _sharpness(one: Statement) -> int:
    """How much it tells: figures and names twice, and words."""
    said = words.tokens(one.words)[1:]  # the first word is in capitals anyway
    names = sum(token.text[:1].isupper() for token in said)
    return 2 * len(one.figures) + names + min(_ENOUGH, len(_content(one.answer)))


def _spot(one: Statement) -> tuple[str, int, int]:
    return one.source.id, one.core.start, one.core.end


@lru_cache(maxsize=2_000)
def _content(passage: str) -> frozenset[str]:
    return frozenset(words.content_words(passage))


def _alike(a: Statement, b: Statement) -> bool:
    return meet(a, b) or _flat(a) == _flat(b)


def _flat(statement: Statement) -> str:
    return " ".join(statement.words.split()).casefold()


def told_twice(one: Pair, other: Pair) -> bool:
    """Whether all who give the answers of the one pair give those of the other."""
    (a, b), (c, d) = _read(one), _read(other)
    return (_met(a, c) and _met(b, d)) or (_met(a, d) and _met(b, c))


def _read(pair: Pair) -> tuple[list[Statement], list[Statement]]:
    one, other = pair.sides
    return pair.matter.readings[one], pair.matter.readings[other]


def _met(some: Sequence[Statement], others: Sequence[Statement]) -> bool:
    return all(any(meet(one, other) for other in others) for one in some)
