"""Who is in focus at a place of a document: those credited before it, and subjects of clauses.

>>> focus = Focus()
>>> focus.add(Somebody(at=10, name="Ann Hale", sorts=PERSON))
>>> focus.add(Somebody(at=40, name="Hale Mills", sorts=BODY))
>>> focus.last("person", before=60).name, focus.last("body", before=30)
('Ann Hale', None)
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import NamedTuple

PERSON, PEOPLE, BODY = frozenset(["person"]), frozenset(["people"]), frozenset(["body"])

_FARTHEST = 200
"""How many of those named before are looked at."""


class Somebody(NamedTuple):
    """Somebody who was credited or is the subject of a clause, at a place of the text."""

    at: int
    name: str
    sorts: frozenset[str]
    """What a pronoun for it can be: "person", "people", "body"."""


class Focus:
    """Those who can be meant by a pronoun or by "the agency", in the order of the text."""

    def __init__(self) -> None:
        self._known: list[Somebody] = []
        self._called: dict[str, Somebody] = {}

    def add(self, known: Somebody, called: Iterable[str] = ()) -> None:
        """Remember somebody, and the words that he or it was called by."""
        insort(self._known, known, key=lambda one: one.at)
        self._called.update((word, known) for word in called)

    def last(self, sort: str, before: int, fits: Callable[[str], bool] = bool) -> Somebody | None:
        """The last of this sort before a place whose name fits."""
        end = bisect_left(self._known, before, key=lambda one: one.at)
        near = self._known[max(0, end - _FARTHEST) : end]
        return next((one for one in reversed(near) if sort in one.sorts and fits(one.name)), None)

    def called(self, word: str) -> Somebody | None:
        """Who was credited last under a phrase with this word."""
        return self._called.get(word)
