"""Which figures of a story are of one measurand: readings, hard blocks, weights, linkage."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from discrepancy import tables
from discrepancy.alignment import levels, linkage
from discrepancy.alignment.figures import figures
from discrepancy.alignment.group import Group, Link
from discrepancy.alignment.readings import Reading, comparable, pairs, readings
from discrepancy.alignment.scope import scope
from discrepancy.alignment.slots import Slots
from discrepancy.claim import QuantityClaim
from discrepancy.source import Source

NEVER = -8.0
"""Weight of two readings that no hard block lets meet."""


def align(sources: Sequence[Source], claims: Iterable[QuantityClaim]) -> tuple[Group, ...]:
    """The groups of figures that speak of one measurand, single readings among them."""
    ready = figures(sources, claims)
    story = levels.story(ready, Slots(list(sources)))
    found = []
    for block in readings(ready).values():
        links = {
            (a, b): link
            for a, b in pairs(block)
            if (link := best_link(a, b, story)) is not None
        }
        found += _groups(block, links)
    return tuple(found)


def best_link(a: Reading, b: Reading, story: levels.Story) -> Link | None:
    """The two figures of two readings that are most surely of one measurand."""
    if any(story.slots.other(x, y) for x in a.figures for y in b.figures):
        return None
    best: Link | None = None
    for one, other in comparable(a, b):
        found = levels.levels(one, other, a, b, story)
        weight = weigh(found)
        if best is None or weight > best.weight:
            best = Link(
                one.claim, other.claim, weight, levels.evidence(found), scope(one, other)
            )
    return best


def weigh(found: Mapping[str, float]) -> float:
    """Log odds that two readings with these levels have one measurand."""
    table = levels.weights()
    told = (table[level].weight * value for level, value in found.items() if level in table)
    return constant("prior") + sum(told)


@cache
def constant(name: str) -> float:
    """A number of data/match_weights.toml that stands outside its rows."""
    return tables.number("match_weights", name)


def _groups(
    block: Sequence[Reading], links: Mapping[tuple[Reading, Reading], Link]
) -> Iterable[Group]:
    weights = {pair: link.weight for pair, link in links.items() if not link.scope}
    threshold = constant("threshold")
    for members in linkage.groups(block, weights, threshold, NEVER):
        inside = tuple(
            link
            for (a, b), link in links.items()
            if a in members and b in members and link.weight >= threshold
        )
        claims = tuple(figure.claim for reading in members for figure in reading.figures)
        yield Group("quantity", claims, inside)

