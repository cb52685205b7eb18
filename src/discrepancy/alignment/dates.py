"""Which dates are of one event: the same kind of event, and enough of the same words."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from discrepancy.alignment import components
from discrepancy.alignment.events import Dated, dated, rarity, shared
from discrepancy.group import Group, Link
from discrepancy.claim import DateClaim
from discrepancy.finding import Evidence
from discrepancy.source import Source

ENOUGH = 0.45
"""Share of rare words that two clauses must have in common."""


def align(sources: Sequence[Source], claims: Iterable[DateClaim]) -> tuple[Group, ...]:
    """The groups of dates that are of one event."""
    ready = dated(sources, (claim for claim in claims if claim.value.edtf))
    rare = rarity(ready)
    links = [link for a, b in combinations(ready, 2) if (link := _link(a, b, rare))]
    return components.groups("date", links)


def _link(a: Dated[DateClaim], b: Dated[DateClaim], rare: dict[str, float]) -> Link | None:
    if a.event != b.event or a.context.sentence == b.context.sentence:
        return None
    if a.document == b.document:
        return None
    share = shared(a, b, rare)
    if share < ENOUGH:
        return None
    told = Evidence(level="same_event", weight=share, because=f"both date the event '{a.event}'")
    return Link(a.claim, b.claim, share, (told,))
