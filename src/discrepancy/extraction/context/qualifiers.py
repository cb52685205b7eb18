"""Words beside a figure that say which part of a whole it counts, as classes.

Where the words of a class differ in sense, the mark says which: "part:serious".

>>> from discrepancy.english.acts import acts_of
>>> qualifiers_of(acts_of("Another 14 people were seriously hurt."), 8, 17)
('addition', 'part:serious')
"""

from collections.abc import Iterator
from functools import cache

from discrepancy.english.acts import Word
from discrepancy.english.clauses import around
from discrepancy.tables import Row, rows, words

Listed = dict[str, tuple[tuple[tuple[str, ...], str, int], ...]]
"""First word to (all words of the phrase, mark, reach), longest first."""


class _Qualifier(Row):
    """One class of qualifiers; data/qualifiers.toml explains the fields."""

    id: str
    mark: str = ""
    before: str
    after: str
    reach: int
    sample: str

    @property
    def name(self) -> str:
        """How the class is marked in the context."""
        return f"{self.id}:{self.mark}" if self.mark else self.id


def qualifiers_of(clause: list[Word], start: int, end: int) -> tuple[str, ...]:
    """The qualifiers of the figure that stands with its noun at `start:end`, in text order."""
    before, within, after = around(clause, start, end)
    left = [word.lower for word in before[-7:]]
    inside = [word.lower for word in within if word.start >= start and word.end <= end]
    right = [word.lower for word in after[:9]]
    found = dict.fromkeys((*_before(left), *_inside(inside), *_after(right)))
    found.pop("-", None)
    if any(mark.startswith("part:") for mark in found):
        found.pop("part", None)
    return tuple(found)


def tells_a_part(between: list[str]) -> bool:
    """Whether a part of what is counted is told after these words: "40 shops, among them 12 in".

    Args:
        between: the words behind a figure, in lower case, marks among them.
    """
    commas = (at + 1 for at, word in enumerate(between) if word in (",", "-", "–", "—", "("))
    return any(
        told and told[0] == 0 and told[2].startswith("part")
        for at in commas
        for side, first in (("before", at), ("after", at + 1))  # "among them 12", "12 of them"
        for told in [next(_found(between[first:], side), None)]
    )


def _before(left: list[str]) -> list[str]:
    return [
        name
        for at, length, name, reach in _found(left, "before")
        if _slight(left[at + length :], reach)
    ]


def _after(right: list[str]) -> list[str]:
    return [name for at, _, name, reach in _found(right, "after") if _slight(right[:at], reach)]


def _found(near: list[str], side: str) -> Iterator[tuple[int, int, str, int]]:
    """Where a phrase stands: place, length, mark and reach; the longest first, none inside it."""
    at = 0
    while at < len(near):
        listed = _listed(side).get(near[at], ())
        match = next((one for one in listed if tuple(near[at : at + len(one[0])]) == one[0]), None)
        if match:
            yield at, len(match[0]), match[1], match[2]
        at += len(match[0]) if match else 1


def _inside(inside: list[str]) -> list[str]:
    """Between the numeral and its noun: "14 other people", "two additional crews"."""
    return [
        name
        for word in inside[1:]
        for parts, name, _ in _listed("after").get(word, ())
        if parts == (word,)
    ]


_NEAR = 3
"""Up to this reach only small words may lie between; a place may stand beyond the verb."""


def _slight(between: list[str], reach: int) -> bool:
    """Whether only hedges and small words lie between a qualifier and the figure."""
    if len(between) > (reach + 2 if reach else 0):
        return False
    if reach > _NEAR:
        return not any(word in (",", ".", ";") for word in between)
    heavy = [word for word in between if word not in words("grammar", "between")]
    return len(heavy) <= 1 and not any(word in (",", ".", ";", "and", "but") for word in between)


@cache
def _listed(side: str) -> Listed:
    listed: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for row in rows("qualifiers", _Qualifier):
        for phrase in filter(None, getattr(row, side).split("; ")):
            parts = tuple(phrase.split())
            listed.setdefault(parts[0], []).append((parts, row.name, row.reach))
    return {
        first: tuple(sorted(found, key=lambda entry: -len(entry[0])))
        for first, found in listed.items()
    }
