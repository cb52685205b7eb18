"""Which clock times are of one moment: the same kind of event, and enough of the same words."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from discrepancy.alignment import components
from discrepancy.alignment.events import Dated, apart, dated, rarity, shared
from discrepancy.claim import TimeClaim
from discrepancy.finding import Evidence
from discrepancy.group import Group, Link
from discrepancy.source import Source

ENOUGH = 0.45
"""Share of rare words that two clauses must have in common."""


def align(sources: Sequence[Source], claims: Iterable[TimeClaim]) -> tuple[Group, ...]:
    """The groups of times that are of one event."""
    ready = dated(sources, claims)
    rare = rarity(ready)
    links = [link for a, b in combinations(ready, 2) if (link := _link(a, b, rare))]
    return components.groups("time", links)


def _link(a: Dated[TimeClaim], b: Dated[TimeClaim], rare: dict[str, float]) -> Link | None:
    if a.event != b.event or a.document == b.document:
        return None
    if apart(a.context.names, b.context.names):
        return None
    share = shared(a, b, rare)
    if share < ENOUGH:
        return None
    told = Evidence(level="same_event", weight=share, because=f"both time the event '{a.event}'")
    return Link(a.claim, b.claim, share, (told,))
