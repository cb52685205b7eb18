"""One person with two offices of which one is the lesser: the mayor, and the deputy mayor.

A text that gives both tells of two times, and so may one that tells what somebody was then.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from discrepancy import tables, words
from discrepancy.alignment.naming.name_readings import NameReading
from discrepancy.claims import NameClaim
from discrepancy.finding import Comparison, Evidence, Verdict
from discrepancy.group import Group, Link
from discrepancy.words import ranks
from discrepancy.words.ranks import Office

LESSER = "one person holds the office, or the lesser one"
CHARGE = "one person is hardly both"
STANDING = "one of them says that the office is not simply held"


def groups(readings: Sequence[NameReading]) -> Iterator[Group]:
    """One group for each name that two sources give an office and the lesser one."""
    for reading in readings:
        held = _held(reading)
        for one, other in combinations(sorted(held), 2):
            if ranks.one_excludes(one, other) and _fit(one, other, held):
                yield _group(one, other, held)


def _held(reading: NameReading) -> dict[Office, list[NameClaim]]:
    """The claims with each office, those of sources left out that give several or none held now."""
    by_source: defaultdict[str, list[NameClaim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.role or claim.title:
            by_source[claim.source].append(claim)
    held: defaultdict[Office, list[NameClaim]] = defaultdict(list)
    for claims in by_source.values():
        told = {ranks.office(claim.role or claim.title) for claim in claims}
        (only, *others) = told
        if only and not others:
            held[only] += claims
    return dict(held)


def _fit(one: Office, other: Office, held: Mapping[Office, Sequence[NameClaim]]) -> bool:
    """Whether an office held and one held no more are told in the same words, of one body.

    A former president is called President for life.
    """
    if one.standing == other.standing:
        return True
    if "former" in (one.standing, other.standing) and one.head in tables.words("titles", "kept"):
        return False
    here, there = ({_told(claim) for claim in held[office]} for office in (one, other))
    return not here.isdisjoint(there)


def _told(claim: NameClaim) -> frozenset[str]:
    said = words.tokens((claim.role or claim.title or "").replace("-", " "))
    not_now = tables.words("titles", "not_now")
    plain = " ".join(token.text for token in said if token.lower not in not_now)
    return frozenset(words.content_words(plain))


def _group(office: Office, another: Office, held: Mapping[Office, Sequence[NameClaim]]) -> Group:
    a, b = held[office], held[another]
    told = Evidence(
        level="name.office", weight=1.0, because="one name about which two offices stand"
    )
    because = LESSER if office.grade != another.grade else CHARGE
    because = STANDING if office.standing != another.standing else because
    judged = Comparison(
        verdict=Verdict.CONFLICT,
        level="name.conflict.office",
        because=f"{_words(a[0])} in one, {_words(b[0])} in the other: {because}",
    )
    link = Link(a[0], b[0], 1.0, (told,), judged=judged)
    parted = frozenset((claim.source, claim.span) for claim in b)
    return Group("name", (*a, *b), (link,), parted=parted)


def _words(claim: NameClaim) -> str:
    return (claim.role or claim.title or "").removeprefix("the ")
