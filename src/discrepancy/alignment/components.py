"""Pairs of claims into groups: whatever is linked, directly or through others, is one group."""

from collections.abc import Iterable

from discrepancy.claims import Claim
from discrepancy.group import Group, Link

Place = tuple[str, int, int]


def groups(kind: str, links: Iterable[Link]) -> tuple[Group, ...]:
    """The connected components of the links, in order of source and place."""
    found = list(links)
    claims = {_place(claim): claim for link in found for claim in (link.a, link.b)}
    parent = {place: place for place in claims}

    def root(place: Place) -> Place:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for link in found:
        one, other = sorted((root(_place(link.a)), root(_place(link.b))))
        parent[other] = one
    parts: dict[Place, list[Claim]] = {}
    for place in sorted(claims):
        parts.setdefault(root(place), []).append(claims[place])
    inside: dict[Place, list[Link]] = {}
    for link in found:
        inside.setdefault(root(_place(link.a)), []).append(link)
    return tuple(Group(kind, tuple(part), tuple(inside[top])) for top, part in parts.items())


def _place(claim: Claim) -> Place:
    return claim.source, claim.span.start, claim.span.end
