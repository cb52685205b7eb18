"""Ranks and offices about a name, of which one person holds one at a time.

>>> rank("Capt."), excluded("Captain", "Major"), excluded("Captain", "Judge")
('Captain', True, False)
>>> office("the deputy mayor of Norby").grade, office("then the mayor")
('deputy', None)
>>> office("chief financial officer")[1:]
('chief', '', 'finance')
>>> office("former minister").standing
'former'
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
    standing: str = ""
    """ "acting" for a time, "former" no more; "" for now."""
    charge: str = ""
    """What it is in charge of, where few words tell that: "foreign" of a minister."""


def office(told: str | None) -> Office | None:
    """The office that words about a name tell; None where they tell none, or one not held yet."""
    whole = f"{told or ''} "
    said = re.split(r"[,;(]| (?:of|for|at|in|with|to|who|from) ", whole)[0]
    words = said.lower().replace("-", " ").split()
    if " and " in whole or " at the time " in whole:
        return None  # "senior vice president and general manager": several
    if not words or words[-1] not in tables.words("titles", "roles"):
        return None
    standings = [word for word in words if word in tables.words("titles", "not_now")]
    if len(standings) > 1 or not _standings().keys() >= set(standings):
        return None
    graded = [word for word in words[:-1] if word in tables.words("titles", "grades")]
    standing = _standings()[standings[0]] if standings else ""
    charges = [_charges()[word] for word in words[:-1] if word in _charges()]
    if words[-1] in ("officer", "executive") and "chief" in words:
        charges = charges or ["executive"]  # a chief executive, a chief executive officer
        return Office(" ".join(graded), "chief", standing, charges[-1])
    return Office(" ".join(graded), words[-1], standing, charges[-1] if charges else "")


def one_excludes(a: Office | None, b: Office | None) -> bool:
    """Whether two offices are the office and the lesser one: mayor and deputy mayor.

    Or one office, held and held no more: the minister and the former minister. Or two of one kind
    in charge of two things: the foreign minister and the interior minister.
    """
    if a is None or b is None or a.head != b.head:
        return False
    if a.charge != b.charge and a.charge and b.charge:
        return a.standing == b.standing == "" and a.grade == b.grade
    return a.standing == b.standing == "" if a.grade != b.grade else a.standing != b.standing


@cache
def _standings() -> dict[str, str]:
    """How an office is held that is not simply held, by the words that say so."""
    pairs = (pair.partition("=") for pair in tables.words("titles", "standings"))
    return {word: standing for word, _, standing in pairs}


@cache
def _charges() -> dict[str, str]:
    """What an office is in charge of, by each word for it."""
    return {
        word: line.split()[0] for line in tables.lines("titles", "charges") for word in line.split()
    }


@cache
def _full() -> dict[str, str]:
    pairs = (pair.partition("=") for pair in tables.words("titles", "abbreviated"))
    return {short: full for short, _, full in pairs}
