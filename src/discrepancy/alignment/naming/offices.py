"""One person with two offices of which one is the lesser: the mayor, and the deputy mayor.

What somebody was before, or is for a time, is another matter, and so is a text that gives both.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy import ranks
from discrepancy.alignment.naming.name_readings import NameReading
from discrepancy.claims import NameClaim
from discrepancy.finding import Comparison, Evidence, Verdict
from discrepancy.group import Group, Link
from discrepancy.ranks import Office

BECAUSE = "one person holds the office, or the lesser one"


def groups(readings: Sequence[NameReading]) -> Iterator[Group]:
    """One group for each name that two sources give an office and the lesser one."""
    for reading in readings:
        held = _held(reading)
        for one, other in combinations(sorted(held), 2):
            if ranks.one_excludes(one, other):
                yield _group(one, held[one], held[other])


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


def _group(office: Office, a: Sequence[NameClaim], b: Sequence[NameClaim]) -> Group:
    told = Evidence(
        level="name.office", weight=1.0, because="one name about which two offices stand"
    )
    judged = Comparison(
        verdict=Verdict.CONFLICT, level="name.conflict.office", because=_because(a[0], b[0])
    )
    link = Link(a[0], b[0], 1.0, (told,), judged=judged)
    parted = frozenset((claim.source, claim.span) for claim in b)
    return Group("name", (*a, *b), (link,), parted=parted)


def _because(a: NameClaim, b: NameClaim) -> str:
    one, other = ((claim.role or claim.title or "").removeprefix("the ") for claim in (a, b))
    return f"{one} in one, {other} in the other: {BECAUSE}"
