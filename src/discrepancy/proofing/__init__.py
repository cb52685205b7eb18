"""A draft held against its sources: each figure, date, time, name, quotation and status of it.

To say whether some source says the same of the same thing is far easier than to say which of
several hundred claims belong together: the draft asks, and the sources answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from discrepancy.claims import (
    Claim,
    DateClaim,
    NameClaim,
    QuantityClaim,
    QuoteClaim,
    StatusClaim,
    TimeClaim,
)
from discrepancy.item import Item
from discrepancy.proofing import (
    clocks,
    datelines,
    days,
    figures,
    namings,
    prints,
    quotations,
    roles,
    states,
    unread,
)
from discrepancy.proofing.ground import Ground, people
from discrepancy.proofing.held import Held, item
from discrepancy.proofing.told import told
from discrepancy.source import Source

__all__ = ["hold"]


def hold(
    draft: Source,
    claims: Sequence[Claim],
    sources: Sequence[Source],
    read: Mapping[str, Sequence[Claim]],
) -> tuple[Item, ...]:
    """One item for every checkable thing of a draft, in the order of its text.

    Args:
        draft: the draft, laid out.
        claims: what was read from it.
        sources: what it is held against.
        read: the claims of each source, by its id.
    """
    ground = Ground(sources, read)
    printed, names, offices = prints.Prints(ground), namings.Names(ground), roles.Roles(ground)
    known = people(claims)
    items: list[Item] = []
    for one in told(draft, claims):
        claim = one.claim
        found: Iterable[Held]
        match claim:
            case QuantityClaim():
                found = (figures.hold(one, ground),)
            case DateClaim():
                found = (days.hold(one, ground),)
            case TimeClaim():
                found = (clocks.hold(one, ground),)
            case QuoteClaim():
                found = (quotations.hold(claim, printed, ground, draft.text, known),)
            case StatusClaim():
                found = (states.hold(one, ground),)
            case NameClaim():
                held = namings.hold(claim, draft, names, ground)
                found = (*held, *roles.hold(claim, draft, offices))
        items += (item(draft, claim.kind, claim.span, held) for held in found)
    taken = [one.claim.span for one in told(draft, claims)]
    more = (*unread.items(draft, taken, ground), *datelines.items(draft, taken, ground))
    items += (item(draft, kind, span, held) for kind, span, held in more)
    return tuple(_in_order(_once(items)))


def _once(items: Sequence[Item]) -> Iterator[Item]:
    """Without the date in "26 weeks after" where "26 weeks" is held as a duration, or the reverse.

    One of the two is enough to bear the words out.
    """
    spans = [one for one in items if one.kind == "quantity"]
    days = [one for one in items if one.kind == "date"]
    dropped: set[int] = set()
    for one in days:
        for other in spans:
            if one.span.overlaps(other.span):
                worse = other if other.alarm and not one.alarm else one
                dropped.add(id(worse))
    yield from (one for one in items if id(one) not in dropped)


def _in_order(items: Iterable[Item]) -> Iterator[Item]:
    """By place; of two that say the same of the same words one."""
    seen: set[tuple[int, int, str]] = set()
    for one in sorted(items, key=lambda one: (one.start, one.end, one.kind)):
        key = one.start, one.end, one.kind
        if key not in seen:
            seen.add(key)
            yield one
