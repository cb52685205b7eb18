"""Ranks and offices about a name, of which one person holds one at a time.

>>> rank("Capt."), excluded("Captain", "Major"), excluded("Captain", "Judge")
('Captain', True, False)
>>> office("the deputy mayor of Norby"), office("Head coach"), office("then the deputy mayor")
(Office(grade='deputy', head='mayor'), Office(grade='', head='coach'), None)
"""

import re
from functools import cache
from typing import NamedTuple

from discrepancy import tables


def rank(title: str | None) -> str:
    """The title written in full."""
    return _full().get(title or "", title or "")


def excluded(a: str | None, b: str | None) -> bool:
    """Whether nobody can hold both."""
    held = tables.words("titles", "ranks")
    one, other = rank(a), rank(b)
    return one in held and other in held and one != other


class Office(NamedTuple):
    """What somebody is, and whether that is the lesser one of its kind."""

    grade: str
    """ "deputy", "assistant"; "" for the office itself."""
    head: str


def office(told: str | None) -> Office | None:
    """The office that words about a name tell; None where they tell none that is held now."""
    said = re.split(r"[,;(]| (?:of|for|at|in|with|to|who|from) ", f"{told or ''} ")[0]
    words = said.lower().replace("-", " ").split()
    if " and " in f"{told or ''} ":
        return None  # "senior vice president and general manager": several
    if not words or words[-1] not in tables.words("titles", "roles"):
        return None
    if not tables.words("titles", "not_now").isdisjoint(words):
        return None
    graded = [word for word in words[:-1] if word in tables.words("titles", "grades")]
    return Office(" ".join(graded), words[-1])


def one_excludes(a: Office | None, b: Office | None) -> bool:
    """Whether two offices are the office and the lesser one: mayor and deputy mayor."""
    return a is not None and b is not None and a.head == b.head and a.grade != b.grade


@cache
def _full() -> dict[str, str]:
    pairs = (pair.partition("=") for pair in tables.words("titles", "abbreviated"))
    return {short: full for short, _, full in pairs}
