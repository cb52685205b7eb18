"""A draft held against its sources: each figure, date, time, name, quotation and status of it.

To say whether some source says the same of the same thing is far easier than to say which of
several hundred claims belong together: the draft asks, and the sources answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from discrepancy.claims import (
    Claim,
    DateClaim,
    NameClaim,
    QuantityClaim,
    QuoteClaim,
    StatusClaim,
    TimeClaim,
)
from discrepancy.fences import sound
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
from discrepancy.proofing.told import Told, told
from discrepancy.source import Source, Unread

__all__ = ["hold"]


def hold(
    draft: Source,
    claims: Sequence[Claim],
    sources: Sequence[Source],
    read: Mapping[str, Sequence[Claim]],
) -> tuple[tuple[Item, ...], tuple[Unread, ...]]:
    """One item for every checkable thing of a draft, in the order of its text, and what is lost.

    A defect of ours costs the item, or the source, on which it shows.

    Args:
        draft: the draft, laid out.
        claims: what was read from it.
        sources: what it is held against.
        read: the claims of each source, by its id.
    """
    known = people(claims)
    rooms, unseen = sound(
        lambda some: _rooms(some, read, known), tuple(sources), lambda source: source.id
    )
    tells, untold = sound(lambda some: tuple(told(draft, some)), tuple(claims), _named)
    items, unheld = sound(
        lambda some: [found for one in some for found in _items(one, draft, rooms)],
        tells,
        lambda one: _named(one.claim),
    )
    taken = [one.claim.span for one in tells]
    more, left = sound(
        lambda readers: [
            item(draft, kind, span, held)
            for _, of_draft in readers
            for kind, span, held in of_draft(draft, taken, rooms.ground)
        ],
        (("places in a row and periods", unread.items), ("dateline", datelines.items)),
        lambda reader: f"the {reader[0]} of the draft",
    )
    found = tuple(_in_order(_once([*items, *more])))
    return found, (*unseen, *untold, *unheld, *left)


class _Rooms(NamedTuple):
    """What the sources tell, as each kind of claim is looked up in it."""

    ground: Ground
    printed: prints.Prints
    names: namings.Names
    offices: roles.Roles
    known: frozenset[str]
    """The people of the draft."""


def _rooms(
    sources: Sequence[Source], read: Mapping[str, Sequence[Claim]], known: frozenset[str]
) -> _Rooms:
    ground = Ground(sources, {source.id: read[source.id] for source in sources})
    return _Rooms(ground, prints.Prints(ground), namings.Names(ground), roles.Roles(ground), known)


def _named(claim: Claim) -> str:
    return f"{claim.text!r} in the draft"


def _items(one: Told, draft: Source, rooms: _Rooms) -> list[Item]:
    claim, ground = one.claim, rooms.ground
    found: Iterable[Held]
    match claim:
        case QuantityClaim():
            found = (figures.hold(one, ground),)
        case DateClaim():
            found = (days.hold(one, ground),)
        case TimeClaim():
            found = (clocks.hold(one, ground),)
        case QuoteClaim():
            found = (quotations.hold(claim, rooms.printed, ground, draft.text, rooms.known),)
        case StatusClaim():
            found = (states.hold(one, ground),)
        case NameClaim():
            held = namings.hold(claim, draft, rooms.names, ground)
            found = (*held, *roles.hold(claim, draft, rooms.offices))
    return [item(draft, claim.kind, claim.span, held) for held in found]


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
