"""A figure that sources give of another thing: so many trapped, where the draft has so many dead.

What is measured or done may be named in many ways, so that most readings of one number with two
names are of one thing: a line that "runs" 12 km is 12 km long. Some names exclude each other.

>>> exclude("die", "trap"), exclude("travel", "length"), exclude("die", None)
(True, False, False)
"""

from functools import cache

from discrepancy import comparison, tables
from discrepancy.claims import QuantityClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.proofing.ground import SAME

LEVEL = "quantity.conflict.measurand"
"""The level of a figure that a source gives of something that excludes what the draft gives it."""


class Field(tables.Row):
    """What is measured or done in ways that exclude each other: rows of predicates.toml."""

    ways: tuple[tuple[str, ...], ...]


def exclude(one: str | None, other: str | None) -> bool:
    """Whether what one predicate is said of cannot be what the other is said of."""
    fields = _groups()
    return any(
        one in field and other in field and field[one] != field[other]  # one way is one number
        for field in fields
    )


def judged(a: QuantityClaim, b: QuantityClaim) -> Comparison | None:
    """What two figures of differently named things make of each other: one number, or nothing."""
    compared = comparison.compare(*(_unnamed(claim) for claim in (a, b)))
    if compared.verdict not in SAME or compared.verdict is Verdict.COMPATIBLE:
        return None
    here, there = (claim.context.predicate if claim.context else None for claim in (a, b))
    if exclude(here, there):
        return elsewhere("the same figure is told of something else")
    because = "both give the same number"
    level = "quantity.agreement.number"
    return Comparison(verdict=Verdict.AGREEMENT, level=level, difference=0.0, because=because)


def elsewhere(because: str) -> Comparison:
    """What is made of a source's figure that is the draft's, told of something else."""
    return Comparison(verdict=Verdict.CONFLICT, level=LEVEL, because=because)


def _unnamed(claim: QuantityClaim) -> QuantityClaim:
    """The figure without the name of what it measures."""
    context = claim.context.model_copy(update={"predicate": None}) if claim.context else None
    return claim.model_copy(update={"context": context})


@cache
def _groups() -> tuple[dict[str | None, int], ...]:
    return tuple(
        {word: number for number, way in enumerate(row.ways) for word in way}
        for row in tables.rows("proofing", Field, "field")
    )
