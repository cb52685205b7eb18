"""The figures, days and times of the sources from which a figure of the draft may be worked out.

Two of them make a working. Many pairs make any sum, so one at least must be told of the draft's
thing, and the other too, or right beside it in the same source.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from discrepancy.claims import Bound, Category, QuantityClaim, TimeClaim
from discrepancy.comparison.figures.intervals import Stated
from discrepancy.item import Status
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import Held, passage
from discrepancy.proofing.told import Told
from discrepancy.words import noun_class

ROUGH = Decimal("0.12")
"""Share by which a hedged figure may miss what is worked out ("nearly four weeks")."""

CLOSE = 1
"""Sentences within which two figures are worked out together."""

NEAR = 0.2
"""How near a figure must speak to the draft's for something to be worked out from it."""


class Part(NamedTuple):
    """One of the two things that a figure is worked out from."""

    told: Told
    value: Decimal

    @property
    def claim(self) -> QuantityClaim:
        """The figure, of a part that is one."""
        assert isinstance(self.told.claim, QuantityClaim)
        return self.told.claim


Working = tuple[Part, Part, str]
"""The two parts, one of them twice where it is one, and how the figure comes of them."""


def fits(told: Stated, worked: Decimal) -> bool:
    """Whether what is worked out is what was stated, as finely as it was."""
    low, high = told.low, told.high
    if told.bound is Bound.EXACT:
        return low <= worked <= high
    return low * (1 - ROUGH) <= worked <= high * (1 + ROUGH)


def figures_near(draft: Told, ground: Ground, least: float = NEAR) -> list[Part]:
    """The exact figures of the sources that are told of the draft's thing, the nearest first."""
    near = [(ground.weights.near(draft, told), told) for told in ground.likely(draft)]
    near.sort(key=lambda row: (-row[0], row[1].source.id, row[1].claim.span.start))
    return [part for at, told in near if at >= least for part in exact(told)]


def pairs_near(
    draft: Told,
    ground: Ground,
    least: float = NEAR,
    wanted: Callable[[QuantityClaim], bool] = lambda claim: True,
) -> Iterator[tuple[Part, Part]]:
    """Two exact figures of which one is told of the draft's thing, the other too or beside it.

    Args:
        draft: a figure of the draft.
        ground: the sources.
        least: how near the one must speak to the draft's.
        wanted: what one at least of the two must be.
    """
    near = figures_near(draft, ground, least)
    known = {id(part.told) for part in near}
    for at, one in enumerate(near):
        fits_one = wanted(one.claim)
        yield from ((one, other) for other in near[at + 1 :] if fits_one or wanted(other.claim))
        for told in ground.beside(one.told, CLOSE):
            if id(told) not in known:
                found = (part for part in exact(told) if fits_one or wanted(part.claim))
                yield from ((one, other) for other in found)


def exact(told: Told) -> Iterator[Part]:
    """The figure as a part, where it is stated without a hedge."""
    value = told.claim.value if isinstance(told.claim, QuantityClaim) else None
    if value and value.low == value.high > 0 and value.bound is Bound.EXACT:
        yield Part(told, value.low)


def of_one_unit(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether both are figures of one unit, or count one kind of thing."""
    if is_bare(a) and is_bare(b):
        return True
    if a.category is not b.category:
        return False
    here, there = a.value.unit, b.value.unit
    counts = a.category is Category.COUNT
    return here == there or (counts and noun_class(here or "") == noun_class(there or ""))


def is_bare(claim: QuantityClaim) -> bool:
    """Whether it is a number with no noun of its own, whatever it took over from before."""
    counts = claim.category is Category.COUNT and not claim.noun
    return claim.category is Category.NUMBER or counts


def clock_times(ground: Ground) -> Iterator[Part]:
    """The clock times of the sources, in minutes."""
    for told in ground.told("time"):
        claim = told.claim
        if isinstance(claim, TimeClaim) and claim.value.until is None:
            yield Part(told, Decimal(claim.value.minutes))


def in_pairs(parts: Iterable[Part]) -> Iterator[tuple[Part, Part]]:
    """Two parts of one source each."""
    held: dict[str, list[Part]] = {}
    for part in parts:
        held.setdefault(part.told.source.id, []).append(part)
    for found in held.values():
        yield from combinations(found, 2)


def worked_out(one: Part, other: Part, words: str, level: str) -> Held:
    """What is told of a figure that a working bears out."""
    parts = (one,) if one == other else (one, other)
    shown = tuple(passage(part.told.claim, "derived") for part in parts)
    names = dict.fromkeys(part.told.source.outlet or part.told.source.id for part in parts)
    verb = "gives" if len(names) == 1 else "give"
    because = f"{' and '.join(names)} {verb} the parts: {words}."
    return Held(Status.BORNE_OUT, level, because, shown)


def is_far(a: Told, b: Told) -> bool:
    """Whether two figures stand too far apart to be put together by a reader."""
    if a.source.id != b.source.id:
        return True
    spans = a.source.layout.sentences if a.source.layout else ()
    here, there = (
        bisect_right(spans, told.claim.span.start, key=lambda span: span.start) for told in (a, b)
    )
    return abs(here - there) > CLOSE
