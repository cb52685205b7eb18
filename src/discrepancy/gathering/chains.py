"""Links into stories: what is likest is joined first, and no story grows without end.

>>> chained([1, 2, 3, 4], [(1, 2, 1.5), (2, 3, 0.9), (3, 4, 0.8)], most=3)
[(1, 2, 3), (4,)]
"""

from collections.abc import Iterable

from discrepancy.gathering.joins import Link

MOST = 500
"""Documents of one story beyond which its weakest links are cut: a topic is no story."""


def chained(
    documents: Iterable[int], links: Iterable[Link], most: int = MOST
) -> list[tuple[int, ...]]:
    """The stories, each its documents in order; by their first documents.

    Args:
        documents: all of them, those without links too.
        links: the likest first; of equals in any fixed order.
        most: documents that a story may have.
    """
    home = {document: document for document in documents}
    size = dict.fromkeys(home, 1)

    def top(of: int) -> int:
        while home[of] != of:
            home[of] = home[home[of]]
            of = home[of]
        return of

    for a, b, _ in links:
        one, other = top(a), top(b)
        if one != other and size[one] + size[other] <= most:
            first, second = min(one, other), max(one, other)
            home[second] = first
            size[first] += size.pop(second)
    found: dict[int, list[int]] = {}
    for document in sorted(home):
        found.setdefault(top(document), []).append(document)
    return [tuple(members) for members in found.values()]
