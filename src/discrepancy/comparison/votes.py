"""The verdict on two readings of a group: that of most of their claims, compared two by two.

>>> from discrepancy.comparison import compare
>>> from discrepancy.entries import claim
>>> told = [claim(n, measurand="killed", source=s) for n, s in ((6, "a"), (9, "b"), (9, "c"))]
>>> group = Group("quantity", tuple(told), (Link(told[0], told[1], 5.0),))
>>> [(one, other, found.verdict.value) for one, other, _, found, *_ in verdicts(group, compare)[1]]
[(0, 1, 'conflict')]
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from discrepancy.claims import Claim, DateClaim, QuantityClaim, StatusClaim
from discrepancy.comparison.copies import Print, apart, misprinted
from discrepancy.comparison.figures.exchange import at_rates
from discrepancy.comparison.readings import Key, key, keys_in
from discrepancy.comparison.rulings import Judge, Ruled, Ruling, instead
from discrepancy.finding import Verdict
from discrepancy.group import Group, Link

MOST = 24
"""How many claims of a reading are compared: more say nothing new, and cost their square."""

MINORITY = 3
"""One in so many pairs of two readings that tell of a change is enough to call it one."""

_HEDGED = (QuantityClaim, DateClaim, StatusClaim)
"""Kinds of claims that have a hedge or a qualifier, the last part of their key."""

Voice = tuple[Claim, object]
"""A claim that speaks for its reading, and what it says; what is said alike is judged alike."""


class Heard(NamedTuple):
    """The claims that speak for a reading."""

    voices: Sequence[Voice]
    alike: bool
    """Whether all say the same, so that one verdict is that of all."""
    sources: frozenset[str]


Judged = tuple[int, int, Link, Ruled, Claim, Claim]
"""Two readings by their positions, why they are of one measurand, and the verdict on two claims."""


def verdicts(
    group: Group, compare: Judge, printed: Print = lambda claim: None
) -> tuple[Mapping[Key, list[Claim]], list[Judged]]:
    """The readings of a group, and what is judged of each two that are linked."""
    keys = keys_in(group)
    held: dict[Key, list[Claim]] = {}
    for claim in group.claims:
        held.setdefault(keys[id(claim)], []).append(claim)
    heard = [_heard(claims) for claims in held.values()]
    compare = at_rates(group.rates, compare)
    return held, [
        (one, other, link, *_compared(heard[one], heard[other], link, compare, printed))
        for (one, other), link in _linked(group, held, keys).items()
    ]


def _linked(
    group: Group, held: Mapping[Key, Sequence[Claim]], keys: Mapping[int, Key]
) -> dict[tuple[int, int], Link]:
    """The links between two readings; a link of two values holds for all their hedges."""
    at = {key: number for number, key in enumerate(held)}
    siblings = _siblings(held)
    found: dict[tuple[int, int], Link] = {}
    for link in sorted(group.links, key=_weight, reverse=True):
        for one in siblings[at[keys[id(link.a)]]]:
            for other in siblings[at[keys[id(link.b)]]]:
                if one != other:
                    found.setdefault((one, other) if one < other else (other, one), link)
    return found


_weight = attrgetter("weight")


def _siblings(held: Mapping[Key, Sequence[Claim]]) -> Sequence[Sequence[int]]:
    """For each reading those that give its value, however hedged, itself among them."""
    alike: dict[Key, list[int]] = {}
    found = []
    for number, (own, claims) in enumerate(held.items()):
        hedged = isinstance(claims[0], _HEDGED)
        found.append(alike.setdefault(own[:-1], []) if hedged else [])
        found[-1].append(number)
    return found


def _compared(
    left: Heard, right: Heard, link: Link, compare: Judge, printed: Print
) -> tuple[Ruled, Claim, Claim]:
    """The verdict that most pairs of claims of two readings get, and a pair that got it."""
    if link.judged:
        return link.judged, link.a, link.b
    if link.scope and _same_figure(link.a, link.b):
        because = f"both give the same figure, though {link.scope}"
        return Ruling(Verdict.COMPATIBLE, "quantity.compatible.scope", because), link.a, link.b
    if link.scope:
        scoped = Ruling(Verdict.SCOPE, f"{link.a.kind}.scope.context", link.scope)
        return scoped, *_ordered(link.a, link.b)
    found, a, b = _judged(left, right, link, compare, printed)
    if _ordered(a, b)[0] is not a:
        found, a, b = compare(b, a), b, a
    if (a is link.a and b is link.b) or (a is link.b and b is link.a):
        found = misprinted(found, link)
    return _as_taken(found, link), a, b


Row = tuple[Ruled, Claim, Claim]
"""The verdict on two claims."""


def _judged(left: Heard, right: Heard, link: Link, compare: Judge, printed: Print) -> Row:
    """The row that speaks for two readings; where each says one thing there is no vote to take."""
    if left.alike and right.alike and left.sources.isdisjoint(right.sources):
        a, b = _linked_or_first(left, link), _linked_or_first(right, link)
        return compare(a, b), a, b
    return _voted(_rows(left.voices, right.voices, compare, printed), link)


def _linked_or_first(heard: Heard, link: Link) -> Claim:
    for claim, _ in heard.voices:
        if claim is link.a or claim is link.b:
            return claim
    return heard.voices[0][0]


def _rows(
    left: Sequence[Voice], right: Sequence[Voice], compare: Judge, printed: Print
) -> list[Row]:
    """The verdicts on all pairs; what is said alike is judged alike, once for two sources.

    Where one text prints what both say, it is asked inside that text alone.
    """
    are_apart = apart([a for a, _ in left], [b for b, _ in right], printed)
    known: dict[object, Ruled] = {}
    rows: list[Row] = []
    for a, said in left:
        for b, told in right:
            if a is b or not are_apart(a, b):
                continue
            like = said, told, a.source == b.source
            found = known.get(like)
            if found is None:
                found = known[like] = compare(a, b)
            rows.append((found, a, b))
    return rows


def _voted(rows: Sequence[Row], link: Link) -> Row:
    """A row with the verdict that most have; of two claims that are linked, if there is one."""
    if len(rows) == 1:
        return rows[0]
    most = _most([row[0].verdict for row in rows])
    linked = {id(link.a), id(link.b)}
    return min(
        (row for row in rows if row[0].verdict is most),
        key=lambda row: (len(linked - {id(row[1]), id(row[2])}), row[1].source == row[2].source),
    )


def _most(told: Sequence[Verdict]) -> Verdict:
    """The verdict that most pairs have, rather one that is shown; an update from a minority on."""
    if len(set(told)) == 1:
        return told[0]
    votes = Counter(told)
    most = max(votes, key=lambda verdict: (votes[verdict], verdict.flagged))
    if most is Verdict.CONFLICT and votes[Verdict.UPDATE] * MINORITY >= len(told):
        return Verdict.UPDATE
    return most


def _heard(claims: Sequence[Claim]) -> Heard:
    if len(claims) == 1:
        return Heard([(claims[0], None)], True, frozenset([claims[0].source]))
    voices = _voices(claims)
    alike = len(voices) == 1 or len({said for _, said in voices}) == 1
    return Heard(voices, alike, frozenset([claim.source for claim, _ in voices]))


def _voices(claims: Sequence[Claim]) -> Sequence[Voice]:
    """The claims of a reading that are compared; of rows that say the same, two speak for all."""
    if claims[0].entry is None:
        return [(claim, id(claim)) for claim in claims[:MOST]]
    kept: dict[object, dict[str, Claim]] = {}
    for claim in claims:
        held = claim.context
        said = held and (held.as_of, held.attribution, held.modality, held.qualifiers)
        like = kept.setdefault(said, {})
        if len(like) < 2:
            like.setdefault(claim.source, claim)
    heard = [(claim, said) for said, like in kept.items() for claim in like.values()]
    return [(claim, _said(claim, said)) for claim, said in heard[:MOST]]


def _said(claim: Claim, held: object) -> object:
    """All of a typed-in claim that a comparison looks at, but for its source."""
    if claim.span or claim.entry is None:
        return id(claim)
    return claim.text, held, claim.context and claim.context.predicate


def _as_taken(found: Ruled, link: Link) -> Ruled:
    """The verdict, saying so where two wordings were taken for one measurand."""
    taken = [one.because for one in link.evidence if one.level == "entry.taken"]
    if not taken:
        return found
    because = f"{found.because}; {'; '.join(taken)}"
    return instead(found, found.verdict, found.level, because)


def _same_figure(a: Claim, b: Claim) -> bool:
    """Whether nothing but plan and hedge tells two figures apart: no reader sees a conflict."""
    return a.kind == b.kind == "quantity" and key(a)[:-2] == key(b)[:-2]


def _ordered(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """The earlier of the two first, so that "more" reads forward in time."""
    day = a.context.as_of if a.context else None
    other = b.context.as_of if b.context else None
    return (b, a) if day and other and other < day else (a, b)
