"""A verdict as the house hands it on: a plain record, since a run makes one for each pair.

>>> told = Ruling(Verdict.CONFLICT, "quantity.conflict.else", "both are given as exact", 0.5)
>>> shown(told)
Comparison(verdict=<Verdict.CONFLICT: 'conflict'>, level='quantity.conflict.else', \
difference=0.5, because='both are given as exact')
"""

from collections.abc import Callable
from typing import NamedTuple

from discrepancy.claims import Claim
from discrepancy.finding import Comparison, Verdict


class Ruling(NamedTuple):
    """What a `Comparison` says; the door makes one of it."""

    verdict: Verdict
    level: str
    because: str
    difference: float | None = None


Ruled = Ruling | Comparison
"""A verdict of the house, or of a comparison that somebody plugged in."""

Judge = Callable[[Claim, Claim], Ruled]


def instead(found: Ruled, verdict: Verdict, level: str, because: str) -> Ruling:
    """Another verdict on the same two claims: how far they lie apart stays."""
    return Ruling(verdict, level, because, found.difference)


def shown(found: Ruled) -> Comparison:
    """The verdict as users get it."""
    if not isinstance(found, Ruling):
        return found
    verdict, level, because, difference = found
    return Comparison(verdict=verdict, level=level, because=because, difference=difference)
