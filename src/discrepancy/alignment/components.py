"""Pairs of claims into groups: whatever is linked, directly or through others, is one group."""

from collections.abc import Iterable

from discrepancy.claims import Claim
from discrepancy.group import Group, Link

Place = tuple[str, int, int]


class Joined:
    """Which claims links have joined so far, directly or through others."""

    def __init__(self) -> None:
        """Each claim stands alone until it is joined."""
        self._parent: dict[Place, Place] = {}

    def join(self, link: Link) -> None:
        """The two claims of a link, and all that are joined to either."""
        one, other = sorted((self.first(link.a), self.first(link.b)))
        self._parent[other] = one

    def first(self, claim: Claim) -> Place:
        """The first place of those joined to a claim."""
        place, parent = _place(claim), self._parent
        parent.setdefault(place, place)
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place


def groups(kind: str, links: Iterable[Link]) -> tuple[Group, ...]:
    """The connected components of the links, in order of source and place."""
    found, joined = list(links), Joined()
    claims = {_place(claim): claim for link in found for claim in (link.a, link.b)}
    for link in found:
        joined.join(link)
    parts: dict[Place, list[Claim]] = {}
    for place in sorted(claims):
        parts.setdefault(joined.first(claims[place]), []).append(claims[place])
    inside: dict[Place, list[Link]] = {}
    for link in found:
        inside.setdefault(joined.first(link.a), []).append(link)
    return tuple(Group(kind, tuple(part), tuple(inside[top])) for top, part in parts.items())


def _place(claim: Claim) -> Place:
    return claim.source, claim.span.start, claim.span.end
