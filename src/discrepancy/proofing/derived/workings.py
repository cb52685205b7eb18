"""A figure that no source gives, worked out from what they give.

A duration from its two ends, the years since a year, an age from a day of birth, a sum or a
difference of two figures, a share, a part or a multiple of them.
"""

from collections.abc import Iterator

from discrepancy.claims import Category, QuantityClaim
from discrepancy.printed_figures import printed
from discrepancy.proofing.derived import elapsed, multiples
from discrepancy.proofing.derived.elapsed import ALIKE
from discrepancy.proofing.derived.parts import (
    NEAR,
    Part,
    Working,
    figures_near,
    fits,
    is_far,
    of_one_unit,
    pairs_near,
    worked_out,
)
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import Held
from discrepancy.proofing.told import Told

ADDED = (Category.COUNT, Category.MONEY, Category.NUMBER, Category.DURATION, Category.MEASURE)
"""Categories of which sums and differences are told."""

LARGE = 1000
"""From here on two figures of two places are put together: small ones make any sum by chance."""


def hold(draft: Told, ground: Ground) -> Held | None:
    """The working that bears a figure of the draft out, if there is one."""
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    for way, level in _WAYS:
        for one, other, words in way(claim, draft, ground):
            around = one.told.sentence | other.told.sentence | one.told.around
            if ground.weights.alike(draft.sentence, around) < ALIKE:
                continue
            return worked_out(one, other, words, f"quantity.derived.{level}")
    return None


def _sum(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[Working]:
    """The sum or the difference of two figures of one kind."""
    if claim.category not in ADDED or claim.value.low <= 1 or _is_added(claim):
        return  # "eight more" is what came on top, no total
    near = [part for part in figures_near(draft, ground) if _of_one_kind(part.claim, claim)]
    for at, one in enumerate(near):
        if _is_added(one.claim) and fits(claim.value, one.value + 1):
            yield one, one, f"{one.told.claim.text} others, and the one they are told beside"
        for other in near[at + 1 :]:
            low, high = sorted((one.value, other.value))
            if low == high or not _go_together(one, other) or _is_loose(one, other):
                continue
            for total, sign in ((low + high, "+"), (high - low, "-")):
                if fits(claim.value, total):
                    yield one, other, f"{printed(high)} {sign} {printed(low)} = {printed(total)}"


def _of_one_kind(one: QuantityClaim, claim: QuantityClaim) -> bool:
    bare = claim.category is Category.NUMBER and one.category is Category.COUNT
    return of_one_unit(one, claim) or one.category is Category.NUMBER or bare


def _go_together(one: Part, other: Part) -> bool:
    """Whether two figures are of one unit, or one of them leaves it out beside the other."""
    if of_one_unit(one.claim, other.claim):
        return True
    bare = Category.NUMBER in (one.claim.category, other.claim.category)
    contexts = one.claim.context, other.claim.context
    here, there = (context and context.sentence for context in contexts)
    same = one.told.source.id == other.told.source.id and here == there
    return bare and same  # "11,400 copies before and 39,000 since"


def _is_loose(one: Part, other: Part) -> bool:
    """Whether two figures stand in two places, and nothing says that they go together."""
    if not is_far(one.told, other.told):
        return False
    a, b = one.claim, other.claim
    return not (_is_added(a) or _is_added(b)) and min(one.value, other.value) < LARGE


def _is_added(claim: QuantityClaim) -> bool:
    """Whether it is what came on top: "three more miners"."""
    return bool(claim.context and "addition" in claim.context.qualifiers)


def _multiples(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[Working]:
    if claim.category in multiples.SHARES:
        found = pairs_near(draft, ground)
    else:  # a half is met by chance, 68.2 million is not
        found = pairs_near(draft, ground, NEAR / 2, multiples.multiplies)
    for one, other in found:
        yield from multiples.of(draft, one, other)


_WAYS = (
    (elapsed.spell, "spell"),
    (elapsed.since, "since"),
    (elapsed.age, "years"),
    (_sum, "sum"),
    (_multiples, "multiple"),
)
"""The ways in which a figure is worked out, each with the level that names it."""
