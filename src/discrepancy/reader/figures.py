"""Figures whose measurand a reader decides; whether they agree stays with the ladder."""

from collections.abc import Iterator, Mapping, Sequence

from discrepancy.alignment import quantities
from discrepancy.alignment.weights import shipped
from discrepancy.claims import Claim, QuantityClaim
from discrepancy.comparison import Compare, judging
from discrepancy.finding import Evidence, Finding
from discrepancy.group import Group, Link
from discrepancy.reader.matters import Pair
from discrepancy.reader.said import Stated, worth
from discrepancy.reader.statements import Statement
from discrepancy.source import Source
from discrepancy.span import Span

BELOW = 1.5
"""By how much a pair may miss the threshold of alignment and still be asked about."""

UNDECIDED = 8
"""Such pairs of one story that are asked about, nearest to the threshold first."""

Figures = tuple[Stated, Stated]


def undecided(sources: Sequence[Source], claims: Sequence[Claim]) -> list[Figures]:
    """Pairs of figures of two documents that the rules nearly took for one measurand."""
    weights = shipped()
    chosen = [claim for claim in claims if isinstance(claim, QuantityClaim)]
    found: list[tuple[float, Figures]] = []
    for _, candidates in quantities.blocks(sources, chosen, weights):
        for a, b, one, other, told in candidates:
            weight = weights.weigh(told)
            near = weights.threshold - BELOW <= weight < weights.threshold
            if near and a.value != b.value and one.claim.source != other.claim.source:
                found.append((-weight, (one.claim, other.claim)))
    found.sort(key=lambda pair: (pair[0], *map(_place, pair[1])))
    return [pair for _, pair in found[:UNDECIDED]]


def _place(claim: Claim) -> tuple[str, Span]:
    return claim.source, claim.span


def figures_of(pair: Pair) -> Figures | None:
    """The one figure of each statement that the other lacks, if the two are of one kind.

    "Eight crews fought the fire" and "eight crews stood by" differ in words alone.
    """
    left, right = _beyond(pair.a, pair.b), _beyond(pair.b, pair.a)
    if len(left) != 1 or len(right) != 1:
        return None
    a, b = left[0], right[0]
    if a.kind != b.kind:
        return None
    if isinstance(a, QuantityClaim) and isinstance(b, QuantityClaim) and a.category != b.category:
        return None
    return a, b


def _beyond(one: Statement, other: Statement) -> list[Stated]:
    known = {worth(figure) for figure in other.figures}
    return [figure for figure in one.figures if worth(figure) not in known]


def judged(
    pairs: Mapping[str, Figures],
    measurands: Mapping[str, str],
    sources: Sequence[Source],
    compare: Compare,
) -> tuple[Finding, ...]:
    """The findings of the ladder on the figures that a reader takes for one measurand."""
    groups = list(_groups(pairs, measurands))
    return tuple(f for f in judging.judge(groups, sources, compare) if f.verdict.flagged)


def _groups(pairs: Mapping[str, Figures], measurands: Mapping[str, str]) -> Iterator[Group]:
    for asked, (a, b) in pairs.items():
        measurand = measurands.get(asked)
        if measurand not in ("same", "part"):
            continue
        because = "the reader takes the two for one measurand"
        told = Evidence(level=f"reader.figures.{measurand}", weight=0.0, because=because)
        part = "the reader takes one for a part of the other" if measurand == "part" else None
        yield Group(a.kind, (a, b), (Link(a, b, 0.0, (told,), scope=part),))
