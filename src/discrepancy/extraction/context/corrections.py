"""Figures and dates that a text takes back or sets right: nobody stands by them any more.

>>> def taken_back(text, words):
...     at = text.index(words)
...     return withdrawn(text, 0, at)
>>> taken_back("An earlier version of this report said 14 had died.", "14")
True
>>> text = "The lake covers 320,000 acres, not 320,000 hectares."
>>> taken_back(text, "320,000 a"), taken_back(text, "320,000 h")
(False, True)
"""

from collections.abc import Set
from functools import cache

from discrepancy.extraction.context.shapes import SHAPES
from discrepancy.tables import words


def may_correct(said: Set[str]) -> bool:
    """Whether a sentence with these words may tell what was said wrongly: most do not."""
    return not _telling().isdisjoint(said)


@cache
def _telling() -> frozenset[str]:
    named = words("corrections", "wrongly") | words("corrections", "versions")
    return named | words("corrections", "telling")


def withdrawn(text: str, start: int, at: int, end: int | None = None) -> bool:
    """Whether what begins at `at`, in a sentence from `start`, is only what was said wrongly.

    Where its end is known, "not 30 houses but 13" is told from "not 30 houses", and what was
    ", not 100 metres from the school" was near it.
    """
    lead, behind = text[start:at], text[end:] if end is not None else ""
    if _set_right().search(lead):
        return _nearness().match(behind) is None
    if _not().search(lead) and _but().match(behind):
        return True
    found = _corrected().search(lead)
    return found is not None and _turn().search(lead, found.end()) is None


_set_right = SHAPES("set_right")


_not = SHAPES("not_before")


_but = SHAPES("but_behind")


_nearness = SHAPES("nearness")


_corrected = SHAPES("corrected")


_turn = SHAPES("turn")
