"""A figure that no source gives, worked out from what they give.

A duration from its two ends, the years since a year, an age from a day of birth, a sum or a
difference of two figures, a share, a part or a multiple of them.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.claims import Category, QuantityClaim
from discrepancy.measures.printed_figures import printed
from discrepancy.proofing.derived import elapsed, multiples
from discrepancy.proofing.derived.elapsed import ALIKE
from discrepancy.proofing.derived.parts import (
    NEAR,
    Part,
    Working,
    exact,
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

TELLING = 10
"""From here on two figures of one sentence are put together where one speaks farther off."""

LARGE = 1000
"""From here on two figures of two places are put together: small ones make any sum by chance."""


def hold(draft: Told, ground: Ground) -> Held | None:
    """The working that bears a figure of the draft out, if there is one."""
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    for way, level, least in _WAYS:
        for one, other, words in way(claim, draft, ground):
            around = one.told.sentence | other.told.sentence | one.told.around
            if ground.weights.alike(draft.sentence, around) < least:
                continue
            return worked_out(one, other, words, f"quantity.derived.{level}")
    return None


def _sum(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[Working]:
    """The sum or the difference of two figures of one kind."""
    if claim.category not in ADDED or claim.value.low <= 1:
        return
    on_top = _is_added(claim)  # "eight more" is what came on top, no total
    near = [part for part in figures_near(draft, ground) if _of_one_kind(part.claim, claim)]
    for one in near if not on_top else ():
        if _is_added(one.claim) and fits(claim.value, one.value + 1):
            yield one, one, f"{one.told.claim.text} others, and the one they are told beside"
    for one, other in (*combinations(near, 2), *_beside_them(near, claim, ground)):
        low, high = sorted((one.value, other.value))
        if low == high or not _go_together(one, other) or _is_loose(one, other):
            continue
        for total, sign in ((low + high, "+"), (high - low, "-")):
            if fits(claim.value, total) and not (on_top and sign == "+"):
                yield one, other, f"{printed(high)} {sign} {printed(low)} = {printed(total)}"


def _beside_them(
    near: Sequence[Part], claim: QuantityClaim, ground: Ground
) -> Iterator[tuple[Part, Part]]:
    """A figure that speaks of the draft's thing and one of its sentence that does so less near."""
    known = {id(part.told) for part in near}
    for one in near:
        for told in ground.beside(one.told, 0):
            for other in exact(told) if id(told) not in known else ():
                if min(one.value, other.value) >= TELLING and _of_one_kind(other.claim, claim):
                    yield one, other


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
    (elapsed.spell, "spell", ALIKE),
    (elapsed.begun, "spell", ALIKE / 2),
    (elapsed.since, "since", ALIKE),
    (elapsed.age, "years", ALIKE),
    (_sum, "sum", ALIKE),
    (_multiples, "multiple", ALIKE),
)
"""The ways in which a figure is worked out, each with the level that names it, and how near the
parts must speak to the draft."""
