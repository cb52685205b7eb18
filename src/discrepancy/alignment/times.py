"""Which clock times are of one moment: near each other, told of the same things, apart in texts.

Few times stand in a story, and outlets dress one moment in other verbs ("was stopped", "was
driving"); what they share is the hour and who was there.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from discrepancy import zones
from discrepancy.alignment import components
from discrepancy.alignment.events import Dated, apart, dated, rarity, shared
from discrepancy.claim import TimeClaim
from discrepancy.finding import Evidence
from discrepancy.group import Group, Link
from discrepancy.source import Source

NEAR = 60
"""Minutes between two times that may be told of one moment."""

ENOUGH = 0.15
"""Share of the rarer words that two sentences must have in common, the verb's event apart."""

_DAY = 24 * 60


def align(sources: Sequence[Source], claims: Iterable[TimeClaim]) -> tuple[Group, ...]:
    """The groups of clock times that are of one moment."""
    points = (claim for claim in claims if claim.value.until is None)
    ready = dated(sources, points, whole=True)
    rare = rarity(ready)
    told: dict[str, set[int]] = {}
    for item in ready:
        told.setdefault(item.claim.value.time, set()).add(item.document)
    links = [
        link
        for a, b in combinations(ready, 2)
        if _may_meet(a, b, told) and (link := _link(a, b, rare))
    ]
    return components.groups("time", links)


def _may_meet(a: Dated[TimeClaim], b: Dated[TimeClaim], told: dict[str, set[int]]) -> bool:
    """Two texts, of which none gives both times, and times that may be slips for one another."""
    here, there = a.claim.value, b.claim.value
    if a.document == b.document or apart(a.context.names, b.context.names):
        return False
    if here.time == there.time:
        return True
    return not told[here.time] & told[there.time] and _minutes_apart(a, b) <= NEAR


def _minutes_apart(a: Dated[TimeClaim], b: Dated[TimeClaim]) -> int:
    here, there = (zones.offset(item.claim.value.zone) for item in (a, b))
    shift = round((here - there).total_seconds() / 60) if here and there else 0
    gap = (b.claim.value.minutes - a.claim.value.minutes + shift) % _DAY
    return min(gap, _DAY - gap)


def _link(a: Dated[TimeClaim], b: Dated[TimeClaim], rare: dict[str, float]) -> Link | None:
    share = shared(a, b, rare)
    if share < ENOUGH or len(a.about & b.about) < 2:
        return None
    told = Evidence(level="same_moment", weight=share, because="told of the same things")
    return Link(a.claim, b.claim, share, (told,))
