"""Which typed-in claims are of one thing: by what was typed as their subject and measurand.

>>> from discrepancy.entries import claim
>>> told = [claim(n, measurand=m, source=s) for n, m, s in
...         [(6, "people killed", "a"), (9, "death toll", "b"), (9, "people hurt", "b")]]
>>> [[one.text for one in group.claims] for group in align(told)]
[['9', '6'], ['9']]
>>> [len(group.claims) for group in align(told, exact=True)]
[1, 1, 1]
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from discrepancy.alignment.measurands.apparent import LIKE as LIKE_SIZE
from discrepancy.alignment.typed import facts as spoken
from discrepancy.alignment.typed.crowds import Scope, scope_of, told_value
from discrepancy.alignment.typed.one_kind import of_one_kind
from discrepancy.claims import Category, Claim, QuantityClaim
from discrepancy.entries.measurands import LIKE, folded, likeness, meaning
from discrepancy.entries.scopes import scoped
from discrepancy.finding import Evidence
from discrepancy.group import Group, Link
from discrepancy.measures import units
from discrepancy.source import Source

SURE = 5.0
"""Weight of two claims of one measurand, as those who typed them in say: log odds of 150 to 1."""

TAKEN = 2.5
"""Weight where two wordings are taken for one measurand."""

MOST_WORDINGS = 60
"""Measurands of one subject among which spellings are compared one by one."""

MOST_BESIDE = 6
"""Measures of one subject that are laid beside each other as two measurands of one thing."""


@dataclass(eq=False)
class Thing:
    """What one wording of subject and measurand names, and the claims about it."""

    subject: str
    measurand: str
    """As they were typed first, the scope left out."""
    claims: list[Claim] = field(default_factory=list)
    read: list[Claim] = field(default_factory=list)
    """Claims of texts that speak of it."""
    taken: dict[str, str] = field(default_factory=dict)
    """Other wordings that were taken for this one, each with the sentence that says so."""


def align(
    claims: Iterable[Claim],
    *,
    exact: bool = False,
    read: Sequence[Claim] = (),
    sources: Sequence[Source] = (),
    facts: Collection[str] = (),
) -> tuple[Group, ...]:
    """The groups of claims of one measurand, and pairs that look like a conflict and are none.

    Args:
        claims: claims that were typed in.
        exact: whether only equal words, folded, are one measurand.
        read: claims of texts, which join those of the measurand that they speak of.
        sources: their texts.
        facts: the sources that all others are held against; where there are some, only what
            departs from them is of interest.
    """
    things = list(_things(claims))
    if not exact:
        things = _joined(things)
    if facts:
        things = [thing for thing in things if any(c.source in facts for c in thing.claims)]
    if read:
        _join_texts(things, read, sources)
    if facts:
        return tuple(group for thing in things for group in _held(thing, facts))
    found: list[Group] = []
    for thing in things:
        found += _groups(thing)
    return (*found, *_beside(things))


def _join_texts(things: Sequence[Thing], read: Sequence[Claim], sources: Sequence[Source]) -> None:
    """Put the claims of texts to the things that they speak of."""
    asked = [spoken.wanted(thing.claims[0], at) for at, thing in enumerate(things)]
    for at, claims in spoken.spoken_of(asked, read, sources).items():
        assert isinstance(at, int)
        things[at].read += claims


def _held(thing: Thing, facts: Collection[str]) -> Iterator[Group]:
    """For each fact one group with what others say, linked to it alone."""
    told = list(of_one_kind([*thing.claims, *thing.read]))
    for fact in (claim for claim in told if claim.source in facts and claim.entry):
        others = [c for c in told if c.source not in facts and c.kind == fact.kind]
        like = [c for c in others if not c.entry or scope_of(c) == scope_of(fact)]
        links = tuple(Link(fact, c, SURE, _evidence(fact, c, thing)) for c in like)
        if links:
            yield Group(fact.kind, (fact, *like), links)


def _things(claims: Iterable[Claim]) -> Iterable[Thing]:
    """One thing for each wording, folded."""
    found: dict[tuple[str, str], Thing] = {}
    for claim in claims:
        assert claim.entry is not None
        core = scoped(claim.entry.measurand).core
        subject = claim.entry.subject or ""
        key = folded(subject), folded(core)
        if key not in found:
            found[key] = Thing(subject, core)
        found[key].claims.append(claim)
    return found.values()


def _joined(things: Sequence[Thing]) -> list[Thing]:
    """The things with those of like wording in one, the more common wording first."""
    ranked = sorted(things, key=lambda thing: (-len(thing.claims), thing.subject, thing.measurand))
    kept: dict[str, list[Thing]] = {}
    by_meaning: dict[tuple[str, str], Thing] = {}
    for thing in ranked:
        subject = folded(thing.subject)
        key = subject, meaning(thing.measurand, thing.subject)
        near = kept.setdefault(subject, [])
        home = by_meaning.get(key) if key[1] else None
        if home is None and len(near) <= MOST_WORDINGS:
            home = next((one for one in near if _alike(one, thing)), None)
        if home is None:
            near.append(thing)
            by_meaning[key] = thing
        else:
            because = f"'{thing.measurand}' taken for '{home.measurand}'"
            home.taken[folded(thing.measurand)] = because
            home.claims += thing.claims
    return [thing for listed in kept.values() for thing in listed]


def _alike(one: Thing, other: Thing) -> bool:
    return likeness(one.measurand, other.measurand, one.subject) >= LIKE


def _groups(thing: Thing) -> Iterator[Group]:
    """One group for each scope and kind, and pairs of scopes that give two values."""
    scopes: dict[tuple[Scope, str], list[Claim]] = {}
    told = list(of_one_kind([*thing.claims, *thing.read]))
    read = [claim for claim in told if not claim.entry]
    for claim in (claim for claim in told if claim.entry):
        scopes.setdefault((scope_of(claim), claim.kind), []).append(claim)
    for at, ((_, kind), claims) in enumerate(scopes.items()):
        like = [claim for claim in read if claim.kind == kind and at == 0]
        both = (*_links(claims, thing), *_links_to_texts(claims, like, thing))
        yield Group(kind, (*claims, *like), both)
    firsts = [(scope, kind, claims[0]) for (scope, kind), claims in scopes.items()]
    for (scope, kind, a), (other, same, b) in combinations(firsts[:MOST_BESIDE], 2):
        if kind == same and a.value != b.value:
            link = Link(a, b, SURE, _evidence(a, b, thing), scope=_narrowed(scope, other))
            yield Group(kind, (a, b), (link,))


def _narrowed(scope: Scope, other: Scope) -> str:
    """Why two scopes are two measurands, in words for the reader."""
    if scope[0] != other[0]:
        here, there = (" and ".join(one[0]).title() or "no place named" for one in (scope, other))
        return f"one is of {here}, the other of {there}"
    if scope[1] != other[1]:
        here, there = (one[1] or "no period named" for one in (scope, other))
        return f"one is of {here}, the other of {there}"
    return "one is a part of the other, or counts others beside it"


def _links(claims: Sequence[Claim], thing: Thing) -> Iterator[Link]:
    """A link for each two values that differ, by the first claims that give them."""
    firsts: dict[object, Claim] = {}
    for claim in claims:
        firsts.setdefault(told_value(claim), claim)
    for a, b in combinations(firsts.values(), 2):
        evidence = _evidence(a, b, thing)
        yield Link(a, b, SURE if evidence[0].level == "entry.equal" else TAKEN, evidence)


def _links_to_texts(claims: Sequence[Claim], read: Sequence[Claim], thing: Thing) -> Iterator[Link]:
    """What is typed in against what texts say; texts are held against each other elsewhere."""
    firsts = {told_value(claim): claim for claim in reversed(claims)}
    for a in firsts.values():
        for b in read:
            yield Link(a, b, TAKEN, _evidence(a, b, thing))


def _evidence(a: Claim, b: Claim, thing: Thing) -> tuple[Evidence, ...]:
    if not a.entry or not b.entry:
        of = f" of {thing.subject}" if thing.subject else ""
        because = f"the sentence of the text speaks of '{thing.measurand}'{of}"
        return (Evidence(level="entry.text", weight=TAKEN, because=because),)
    wordings = [folded(scoped(claim.entry.measurand).core) for claim in (a, b) if claim.entry]
    taken = [thing.taken[told] for told in dict.fromkeys(wordings) if told in thing.taken]
    if len(set(wordings)) > 1 and taken:
        return (Evidence(level="entry.taken", weight=TAKEN, because="; ".join(taken)),)
    of = f" of {thing.subject}" if thing.subject else ""
    because = f"both are typed in as '{thing.measurand}'{of}"
    return (Evidence(level="entry.equal", weight=SURE, because=because),)


def _beside(things: Sequence[Thing]) -> Iterator[Group]:
    """Two measures of one subject that look like one and are two: a range and an apogee."""
    subjects: dict[tuple[str, str], list[Thing]] = {}
    for thing in things:
        first = next((c for c in thing.claims if isinstance(c, QuantityClaim)), None)
        if thing.subject and first and first.category in (Category.MEASURE, Category.MONEY):
            key = folded(thing.subject), units.dimension(first.value.unit)
            subjects.setdefault(key, []).append(thing)
    for listed in subjects.values():
        for one, other in combinations(listed[:MOST_BESIDE], 2):
            a, b = one.claims[0], other.claims[0]
            if isinstance(a, QuantityClaim) and isinstance(b, QuantityClaim) and _look_alike(a, b):
                why = f"two measurands of {one.subject}: {one.measurand} and {other.measurand}"
                told = Evidence(level="entry.subject", weight=SURE, because="one subject has both")
                yield Group("quantity", (a, b), (Link(a, b, SURE, (told,), scope=why),))


def _look_alike(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether a reader could take one figure for the other."""
    unit, other = a.value.unit, b.value.unit
    there = units.convert(b.value.low, other, unit) if unit and other else None
    if not there or not a.value.low or there == a.value.low:
        return False
    return max(there / a.value.low, a.value.low / there) <= LIKE_SIZE
