"""Words beside a figure that say which part of a whole it counts, as classes.

Where the words of a class differ in sense, the mark names the word too: "degree:serious".

>>> from discrepancy.extraction.acts import acts
>>> qualifiers(acts("Another 14 people were seriously hurt."), 8, 17)
('addition', 'degree:serious')
"""

from functools import cache

from discrepancy.extraction.acts import Word
from discrepancy.tables import Row, rows, words

Listed = dict[str, tuple[tuple[tuple[str, ...], str, int], ...]]
"""First word to (all words of the phrase, class, reach), longest first."""


class _Qualifier(Row):
    """One class of qualifiers; data/qualifiers.toml explains the fields."""

    id: str
    before: str
    after: str
    reach: int
    sample: str


def qualifiers(clause: list[Word], start: int, end: int) -> tuple[str, ...]:
    """The qualifiers of the figure that stands with its noun at `start:end`, in text order."""
    left = [word.lower for word in clause if word.end <= start][-7:]
    inside = [word.lower for word in clause if word.start >= start and word.end <= end]
    right = [word.lower for word in clause if word.start >= end][:9]
    found = [*_before(left), *_inside(inside), *_after(right)]
    return tuple(dict.fromkeys(found))


def _before(left: list[str]) -> list[str]:
    found = []
    for at in range(len(left)):
        for parts, name, reach in _listed("before").get(left[at], ()):
            rest = left[at + len(parts) :]
            if tuple(left[at : at + len(parts)]) == parts and _slight(rest, reach):
                found.append(_mark(name, parts))
                break
    return found


def _after(right: list[str]) -> list[str]:
    found = []
    for at in range(len(right)):
        for parts, name, reach in _listed("after").get(right[at], ()):
            if tuple(right[at : at + len(parts)]) == parts and _slight(right[:at], reach):
                found.append(_mark(name, parts))
                break
    return found


def _inside(inside: list[str]) -> list[str]:
    """Between the numeral and its noun: "14 other people", "two additional crews"."""
    return [
        _mark(name, parts)
        for word in inside[1:]
        for parts, name, _ in _listed("after").get(word, ())
        if parts == (word,)
    ]


def _slight(between: list[str], reach: int) -> bool:
    """Whether only hedges and small words lie between a qualifier and the figure."""
    if len(between) > (reach + 2 if reach else 0):
        return False
    heavy = [word for word in between if word not in words("grammar", "between")]
    return len(heavy) <= 1 and not any(word in (",", ".", ";", "and", "but") for word in between)


_WORDED = ("degree", "record", "money")


def _mark(name: str, parts: tuple[str, ...]) -> str:
    """The class, with the word where the class lumps several senses together."""
    return f"{name}:{parts[-1].removesuffix('ly')}" if name in _WORDED else name


@cache
def _listed(side: str) -> Listed:
    listed: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for row in rows("qualifiers", _Qualifier):
        for phrase in filter(None, getattr(row, side).split("; ")):
            parts = tuple(phrase.split())
            listed.setdefault(parts[0], []).append((parts, row.id, row.reach))
    return {
        first: tuple(sorted(found, key=lambda entry: -len(entry[0])))
        for first, found in listed.items()
    }
