"""Average linkage: readings are grouped while their mean match weight stays above the threshold."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from heapq import heappop, heappush
from operator import itemgetter
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def groups(
    items: Sequence[K], weight: Mapping[tuple[K, K], float], threshold: float, absent: float
) -> list[list[K]]:
    """Group `items` greedily, best pair of groups first; ties go by the order of `items`.

    Args:
        items: what is grouped.
        weight: match weight of a pair, under either order; pairs not listed weigh `absent`.
        threshold: groups are joined while the mean weight between them reaches this.
        absent: weight of a pair that was never comparable.

    >>> groups("abc", {("a", "b"): 2.0, ("b", "c"): -1.0}, threshold=0.0, absent=-3.0)
    [['a', 'b'], ['c']]
    """
    number = {item: at for at, item in enumerate(items)}
    numbered = {(number[a], number[b]): value for (a, b), value in weight.items()}
    parts = _Parts(len(items), numbered, absent)
    near = sorted(tuple(sorted(pair)) for pair, value in numbered.items() if value >= threshold)
    for place, (a, b) in enumerate(near):
        parts.open(place, a, b)
    while pair := parts.nearest(threshold):
        parts.join(*pair)
    return [[items[at] for at in members] for members in parts.members.values()]


Pair = tuple[float, int, int, int]
"""Two groups that may be joined: less their mean weight; their place, which settles ties; the
numbers of the items that they began with."""


class _Parts:
    """The groups made so far, each under the number of its first item, and the pairs still open.

    Of two groups the sum of the weights between them is kept and added up where groups are joined,
    as a fraction: no order of adding breaks a tie.
    """

    def __init__(self, many: int, weight: Mapping[tuple[int, int], float], absent: float) -> None:
        self.members = {at: [at] for at in range(many)}
        self._absent = Fraction(absent)
        self._sums: list[dict[int, tuple[Fraction, int]]] = [{} for _ in range(many)]
        for (a, b), value in weight.items():
            self._sums[a][b] = self._sums[b][a] = Fraction(value), 1
        self._open: list[dict[int, Pair]] = [{} for _ in range(many)]
        self._queue: list[Pair] = []

    def open(self, place: int, a: int, b: int) -> None:
        """Let two groups be joined."""
        pair = -self._mean(a, b), place, a, b
        self._open[a][b] = self._open[b][a] = pair
        heappush(self._queue, pair)

    def nearest(self, threshold: float) -> tuple[int, int] | None:
        """The two with the highest mean weight, if it reaches the threshold."""
        while self._queue:
            pair = heappop(self._queue)
            less, _, a, b = pair
            if self._open[a].get(b) is pair:
                return (a, b) if -less >= threshold else None
        return None

    def join(self, a: int, b: int) -> None:
        """Make one group of two, under the first."""
        self.members[a] += self.members.pop(b)
        self._add_up(a, b)
        here, there = self._open[a], self._open[b]
        self._open[b] = {}
        del here[b], there[a]
        for other in {*here, *there}:
            self._open[other].pop(b, None)
            known = [pairs[other] for pairs in (here, there) if other in pairs]
            _, place, *ends = min(known, key=itemgetter(1))
            self.open(place, *(a if end == b else end for end in ends))

    def _add_up(self, a: int, b: int) -> None:
        for other, (total, count) in self._sums[b].items():
            del self._sums[other][b]
            if other != a:
                more, many = self._sums[a].get(other, (0, 0))
                both = total + more, count + many
                self._sums[a][other] = self._sums[other][a] = both
        self._sums[b] = {}

    def _mean(self, a: int, b: int) -> float:
        total, count = self._sums[a].get(b, (0, 0))
        many = len(self.members[a]) * len(self.members[b])
        return float((total + self._absent * (many - count)) / many)


def torn(
    parts: Iterable[Sequence[K]],
    weight: Mapping[tuple[K, K], float],
    sure: float,
    threshold: float,
) -> list[tuple[K, K]]:
    """The pairs that no part holds though they are near to each other, if not to the rest.

    Args:
        parts: the groups that were made.
        weight: match weight of each pair.
        sure: a pair of this weight is near whatever else there is.
        threshold: so is one of this weight where neither has anything nearer.

    >>> torn([["a", "b"], ["c"]], {("a", "b"): 3.0, ("a", "c"): 2.0, ("b", "c"): -4.0}, 1.0, 0.0)
    [('a', 'c')]
    """
    home = {item: at for at, part in enumerate(parts) for item in part}
    best: dict[K, float] = {}
    for pair, value in weight.items():
        for item in pair:
            best[item] = max(best.get(item, value), value)
    return [
        (a, b)
        for (a, b), value in weight.items()
        if home[a] != home[b]
        and (value >= sure or (value >= threshold and value == best[a] == best[b]))
    ]
