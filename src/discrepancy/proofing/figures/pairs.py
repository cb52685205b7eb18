"""A figure of the draft beside one of a source: what the ladder makes of the two.

A draft is held to more than a report tells: two bare numbers may be of one thing whatever noun each
of their readers took them to count, and percentage points are no percent.
"""

from decimal import Decimal

from discrepancy import comparison
from discrepancy.claims import Bound, Category, QuantityClaim
from discrepancy.comparison.figures.intervals import precision
from discrepancy.finding import Comparison, Verdict
from discrepancy.measures import units
from discrepancy.proofing.figures import rivals, slips
from discrepancy.proofing.ground import SAME
from discrepancy.proofing.told import Told, one_bearer

FRACTION = Decimal("0.07")
"""Share by which "nearly three quarters" may miss the percentage."""

BARE = (Category.COUNT, Category.NUMBER, Category.RANK, Category.SCORE, Category.RATIO)
"""Categories that one number may be read as in two sentences: "a payroll of 15,000"."""


def judged(draft: Told, other: Told) -> Comparison | None:
    """What the ladder makes of the two; None: they are never of one thing."""
    a, b = draft.claim, other.claim
    assert isinstance(a, QuantityClaim)
    assert isinstance(b, QuantityClaim)
    if a.category is not b.category and not {a.category, b.category} <= {*BARE, Category.PERCENT}:
        return _alone(a, b)
    if _aged(a) and _aged(b) and _are_two(draft, other):
        return rivals.elsewhere("it is another person's age") if _equal(a, b) else None
    if not _is_share(a, b):
        return None
    compared = _fractions(a, b) or comparison.compare(a, b)
    if slips.points(a) != slips.points(b) and slips.are_shares(a, b):
        because = "percentage points and percent are two measures"
        level = "quantity.conflict.points"
        return Comparison(verdict=Verdict.CONFLICT, level=level, because=because)
    if slips.points(a) != slips.points(b):
        return None
    if Category.SCORE in (a.category, b.category):
        return _scores(a, b)
    if compared.level == "quantity.scope.measurand":
        return rivals.judged(a, b) or compared
    if compared.verdict is Verdict.SCOPE and _bare(a, b):
        return _numbers(a, b) or compared
    return compared


def _is_share(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether both are shares or multiples, or neither: "doubled" is no 15,300."""
    shares = [claim.category in (Category.RATIO, Category.PERCENT) for claim in (a, b)]
    return shares[0] == shares[1] or a.value.low == b.value.low


def _alone(a: QuantityClaim, b: QuantityClaim) -> Comparison | None:
    """A number alone that a source has with its measure: "the second, of 6.3"."""
    alone = not any(character.isalpha() for character in a.text)
    if not (alone and _equal(a, b) and slips.precise(a.value.low) > 1):
        return None
    because = "both give the same number"
    level = "quantity.agreement.number"
    return Comparison(verdict=Verdict.AGREEMENT, level=level, difference=0.0, because=because)


def _fractions(a: QuantityClaim, b: QuantityClaim) -> Comparison | None:
    """A hedged fraction of the draft and the percentage that it tells roughly."""
    hedged = a.category is Category.RATIO and a.value.bound is Bound.ABOUT and a.value.low < 1
    if not hedged or b.category is not Category.PERCENT or b.value.low != b.value.high:
        return None
    apart = abs(b.value.low / 100 - a.value.low)
    if apart > a.value.low * FRACTION:
        return None
    because = "a fraction in words is a rough one"
    return Comparison(verdict=Verdict.ROUNDING, level="quantity.rounding.hedge", because=because)


def _numbers(a: QuantityClaim, b: QuantityClaim) -> Comparison | None:
    """What two bare numbers make of each other, whatever they are taken to count."""
    if _equal(a, b):
        return Comparison(
            verdict=Verdict.AGREEMENT,
            level="quantity.agreement.number",
            difference=0.0,
            because="both give the same number",
        )
    if Category.NUMBER in (a.category, b.category):
        compared = comparison.compare(*(_stripped(claim) for claim in (a, b)))
        if compared.verdict in SAME:  # "more than 15,000" beside "an attendance of 15,300"
            return compared
    if _is_floor(a, b):
        because = "it is the round number below"  # "more than 13,000 drivers", 13,624 penalties
        level = "quantity.agreement.number"
        return Comparison(verdict=Verdict.ROUNDING, level=level, because=because)
    if a.value.unit or b.category is not Category.COUNT or a.category is Category.RATIO:
        return None
    because = "they are two numbers"  # "Three got away" beside "two of the skiffs got away"
    level = "quantity.conflict.number"
    return Comparison(verdict=Verdict.CONFLICT, level=level, because=because)


def _is_floor(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether "more than 13,000" says of 13,624 in round terms what it is."""
    over = a.value.bound in (Bound.MORE_THAN, Bound.AT_LEAST)
    step = precision(a.value.low)
    exact = b.value.low == b.value.high and slips.precise(b.value.low) > slips.precise(a.value.low)
    return over and exact and step > 1 and a.value.low <= b.value.low < a.value.low + step


def _equal(a: QuantityClaim, b: QuantityClaim) -> bool:
    return (a.value.low, a.value.high) == (b.value.low, b.value.high)


def _stripped(claim: QuantityClaim) -> QuantityClaim:
    """The number alone, whatever noun was taken over from another sentence."""
    value = claim.value.model_copy(update={"unit": None})
    return claim.model_copy(update={"value": value, "category": Category.NUMBER})


def _scores(a: QuantityClaim, b: QuantityClaim) -> Comparison | None:
    """3-2 is 2-3 told from the other side, and nothing else."""
    if a.category is not b.category:
        return None
    here, there = ({claim.value.low, claim.value.high} for claim in (a, b))
    verdict = Verdict.AGREEMENT if here == there else Verdict.CONFLICT
    because = "both give the same score" if here == there else "they are two scores"
    return Comparison(verdict=verdict, level=f"quantity.{verdict}.score", because=because)


def _are_two(draft: Told, other: Told) -> bool:
    """Whether both tell whose figure it is, and name two."""
    named = draft.bearer and other.bearer
    return bool(named) and not one_bearer(draft.bearer, other.bearer)


def _aged(claim: QuantityClaim) -> bool:
    return claim.category is Category.AGE


def _bare(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether both are numbers that one reader may take to count this and another that."""
    if a.category not in BARE or b.category not in BARE:
        return False
    return not any(
        units.is_physical(c.value.unit) or units.is_currency(c.value.unit) for c in (a, b)
    )
