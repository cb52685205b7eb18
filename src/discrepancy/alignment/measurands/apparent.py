"""Two measures in one sentence that look like one quantity and are two: shown, never judged.

"It flew 900 km and rose to 6,000 km" gives two lengths of one flight. A reader who lays two
accounts side by side, one with the range and one with the height, sees a conflict that is none.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from discrepancy.alignment.measurands.figures import Measured
from discrepancy.claims import Category
from discrepancy.english.predicates import AWAY
from discrepancy.finding import Evidence
from discrepancy.group import Group, Link

LIKE = 20
"""Measures further apart than this factor are hardly taken for one another."""


def apparent_conflicts(figures: Sequence[Measured]) -> Iterator[Group]:
    """One group for each two measures of one sentence that different words govern."""
    sentences = groupby(figures, key=lambda figure: (figure.document, figure.sentence))
    pairs = (pair for _, inside in sentences for pair in combinations(inside, 2))
    for a, b in pairs:
        if _look_alike(a, b):
            why = f"two measurands of one thing: {a.context.predicate} and {b.context.predicate}"
            told = Evidence(level="one_sentence", weight=1.0, because="one sentence gives both")
            link = Link(a.claim, b.claim, 1.0, (told,), scope=why)
            yield Group("quantity", (a.claim, b.claim), (link,))


def _look_alike(a: Measured, b: Measured) -> bool:
    one, other = a.context.predicate, b.context.predicate
    if a.block != b.block or a.claim.category is not Category.MEASURE:
        return False
    if not one or not other or one == other:
        return False
    if AWAY in (one, other) or not a.value or not b.value:
        return False
    return max(a.value / b.value, b.value / a.value) <= LIKE
