"""Ranks before a name, of which one person holds one at a time.

>>> rank("Capt."), excluded("Captain", "Major"), excluded("Captain", "Judge")
('Captain', True, False)
"""

from functools import cache

from discrepancy import tables


def rank(title: str | None) -> str:
    """The title written in full."""
    return _full().get(title or "", title or "")


def excluded(a: str | None, b: str | None) -> bool:
    """Whether nobody can hold both."""
    held = tables.words("titles", "ranks")
    one, other = rank(a), rank(b)
    return one in held and other in held and one != other


@cache
def _full() -> dict[str, str]:
    pairs = (pair.partition("=") for pair in tables.words("titles", "abbreviated"))
    return {short: full for short, _, full in pairs}
