"""Whom a description means: "the cable operator", "the DA", "her agency".

>>> list(short_offices("Norby District Attorney"))
['NDA', 'DA']
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from discrepancy.extraction.credit.focus import BODY, PERSON, Somebody
from discrepancy.extraction.credit.sentence_words import listed
from discrepancy.extraction.names.entities import Entity
from discrepancy.extraction.names.gazetteer import given_names
from discrepancy.words import lemma
from discrepancy.words.spelling import initials

_NAMES = {
    "agency": "agency_names",
    "newspaper": "newspaper_names",
    "paper": "newspaper_names",
}
"""The lists of the words that bodies called so have in their names."""


def kin(head: str) -> frozenset[str]:
    """What bodies that are called so have in their names."""
    return frozenset([head]) | (listed(_NAMES[head]) if head in _NAMES else frozenset())


def surnames(named: Sequence[Entity]) -> dict[str, str]:
    """The full name for each family name, which stands first where no given name does."""
    people = [entity.text for entity in named if entity.type == "person" and " " in entity.text]
    found = {name.split()[0]: name for name in people if name.split()[0] not in given_names()}
    return found | {name.rsplit(" ", 1)[1]: name for name in people}


def short_offices(role: str) -> Iterator[str]:
    """The capitals that an office goes by, whole and in part."""
    parts = [part for part in role.split() if part[0].isupper()]
    for first in range(len(parts) - 1):
        yield initials(" ".join(parts[first:]))


def is_firm(verb: str) -> bool:
    """Whether the verb is what firms do, not what their wares do: "Norby developed a chip"."""
    return lemma(verb) in listed("making")


def named_so(text: str, at: int, named: Iterable[Entity], bare: str) -> Somebody | None:
    """Whom the text has called so: "the cable operator" after "cable operator Norby".

    `named` are those before `at`, the last first; "Norby, a cable operator" calls it so as well.
    """
    described = tuple(f", {article} {bare}" for article in ("a", "an", "the"))
    for entity in named:
        start, end = entity.span.start, entity.span.end
        beside = text[max(0, start - len(bare) - 2) : start].rstrip(" ,").lower()
        behind = text[end : min(at, end + len(bare) + 6)]
        if beside.endswith(bare) or behind.startswith(described):
            sorts = PERSON if entity.type == "person" and " " in entity.text else BODY
            return Somebody(at, entity.full or entity.text, sorts)
    return None


def body_led(
    at: int, named: Iterable[Entity], leaders: Collection[str], kin: Collection[str]
) -> Somebody | None:
    """The body of "her agency": that of the office which whoever "she" means is told to hold."""
    for entity in named:
        if not entity.role or (entity.text not in leaders and entity.full not in leaders):
            continue
        parts = entity.role.split()
        ends = [n + 1 for n, part in enumerate(parts) if part.lower() in kin]
        if ends and parts[0][0].isupper():
            return Somebody(at, " ".join(parts[: ends[-1]]), BODY)
    return None
