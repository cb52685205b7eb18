"""Two people of almost one name, whom a hasty reader takes for one: told as apparent.

"Minister Sim Ha-rin" and "Director Sim Ha-jun" share the surname and a syllable of the given name.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy import tables
from discrepancy.alignment.naming.name_readings import NameReading
from discrepancy.finding import Evidence
from discrepancy.group import Group, Link

BECAUSE = "two people, whose names differ in a syllable and whose offices differ"


def groups(readings: Sequence[NameReading]) -> Iterator[Group]:
    """One group for each two of almost one name and of two offices, told by two sources."""
    families: defaultdict[str, list[NameReading]] = defaultdict(list)
    for reading in readings:
        if reading.type == "person" and len(reading.words) == 2 and "-" in reading.words[1]:
            families[reading.words[0]].append(reading)
    for family in families.values():
        for one, other in combinations(family, 2):
            if _alike(one, other) and _two_offices(one, other) and one.sources != other.sources:
                told = Evidence(
                    level="name.namesake", weight=1.0, because="a surname and a syllable"
                )
                link = Link(one.lead, other.lead, 1.0, (told,), scope=BECAUSE)
                yield Group("name", (*one.claims, *other.claims), (link,))


def _alike(one: NameReading, other: NameReading) -> bool:
    left, right = (reading.words[1].casefold().split("-") for reading in (one, other))
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _two_offices(one: NameReading, other: NameReading) -> bool:
    here, there = _offices(one), _offices(other)
    return bool(here and there) and here.isdisjoint(there)


def _offices(reading: NameReading) -> frozenset[str]:
    """The nouns of office among the words about the name."""
    said = {word.lower() for claim in reading.claims for word in (claim.role or "").split()}
    titles = {claim.title.lower() for claim in reading.claims if claim.title}
    return frozenset((said | titles) & tables.words("titles", "roles"))
