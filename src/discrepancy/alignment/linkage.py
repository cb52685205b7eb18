"""Average linkage: readings are grouped while their mean match weight stays above the threshold."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
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
    near: dict[K, set[K]] = {item: set() for item in items}
    for (a, b), value in weight.items():
        if value >= threshold:
            near[a].add(b)
            near[b].add(a)
    parts = {item: [item] for item in items}
    open_pairs = [(a, b) for i, a in enumerate(items) for b in items[i + 1 :] if b in near[a]]
    while open_pairs:
        # max() keeps the first of equals, so that the order of `items` settles ties
        a, b = max(
            open_pairs, key=lambda pair: _mean(parts[pair[0]], parts[pair[1]], weight, absent)
        )
        if _mean(parts[a], parts[b], weight, absent) < threshold:
            break
        parts[a] += parts.pop(b)
        renamed = ((a if x == b else x, a if y == b else y) for x, y in open_pairs)
        open_pairs = list(dict.fromkeys((x, y) for x, y in renamed if x != y))
    return list(parts.values())


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


def _mean(
    a: Sequence[K], b: Sequence[K], weight: Mapping[tuple[K, K], float], absent: float
) -> float:
    total = sum(weight.get((x, y), weight.get((y, x), absent)) for x in a for y in b)
    return total / (len(a) * len(b))
