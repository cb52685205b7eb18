"""Which dates are of one event: the same kind of event, and enough of the same words."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from discrepancy import edtf, undated
from discrepancy.alignment import components
from discrepancy.alignment.events import Dated, apart, dated, rarity, shared
from discrepancy.group import Group, Link
from discrepancy.claim import DateClaim
from discrepancy.finding import Evidence
from discrepancy.source import Source

ENOUGH = 0.45
"""Share of rare words that two clauses must have in common."""


FRESH, STALE = 14, 60
"""Days. A day within FRESH of the printed one and a date more than STALE away from it date two
events of a kind: this week's quake and that of 2004."""


def align(sources: Sequence[Source], claims: Iterable[DateClaim]) -> tuple[Group, ...]:
    """The groups of dates that are of one event."""
    ready = dated(sources, filter(undated.can_be_read, claims))
    rare = rarity(ready)
    told = {(item.document, item.event, _label(item)) for item in ready}
    links = [
        link
        for a, b in combinations(ready, 2)
        if _may_meet(a, b, told) and (link := _link(a, b, rare))
    ]
    return components.groups("date", links)


def _may_meet(
    a: Dated[DateClaim], b: Dated[DateClaim], told: set[tuple[int, str, str]]
) -> bool:
    """The hard blocks: one kind of event, in two texts, of which neither tells both dates."""
    if a.event != b.event or a.document == b.document or apart(a.context.names, b.context.names):
        return False
    here, there = undated.beside(a.claim, b.claim)
    if here == there or not here or not there:
        return here == there
    if a.claim.text.lower() == b.claim.text.lower() and a.claim.relative and b.claim.relative:
        return False  # one wording of one wire text, resolved by two printing days
    both = (a.document, b.event, _label(b)), (b.document, a.event, _label(a))
    return not (told & set(both)) and not _two_events(a, b) and not _two_events(b, a)


def _label(item: Dated[DateClaim]) -> str:
    return item.claim.value.edtf or item.claim.text.lower()


def _two_events(a: Dated[DateClaim], b: Dated[DateClaim]) -> bool:
    here, there = a.claim.value.edtf, b.claim.value.edtf
    if not here or not there or a.printed is None or edtf.precision(here) != "day":
        return False
    return edtf.days_apart(here, a.printed) <= FRESH and edtf.days_apart(here, there) > STALE


def _link(a: Dated[DateClaim], b: Dated[DateClaim], rare: dict[str, float]) -> Link | None:
    share = shared(a, b, rare)
    if share < ENOUGH:
        return None
    told = Evidence(level="same_event", weight=share, because=f"both date the event '{a.event}'")
    return Link(a.claim, b.claim, share, (told,))
