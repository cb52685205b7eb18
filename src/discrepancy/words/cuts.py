"""The ways in which a sentence is cut into words: the rows of data/cuts.toml, side by side.

>>> cut("words")().findall("He paid $2.5m."), cut("figures")().findall("He paid $2.5m.")
(['He', 'paid', '$', '2.5m', '.'], ['He', 'paid', '$', '2.5', 'm', '.'])
>>> letters("It wasn't 9 a.m.")
['it', 'wasn', 't', 'a', 'm']
"""

import re
from collections.abc import Callable
from functools import cache, partial

from discrepancy.tables import Row, rows


class Cut(Row):
    """A way to cut a text."""

    id: str
    means: str
    pattern: str
    text: str
    """A sample, and what is cut of it."""
    gives: tuple[str, ...]


def cut(name: str) -> Callable[[], re.Pattern[str]]:
    """What gives the pattern of that name, which finds one word after the other."""
    return cache(partial(_compiled, name))


def letters(text: str) -> list[str]:
    """The runs of letters of a text in lower case."""
    found: list[str] = _LETTERS().findall(text.lower())
    return found


def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(next(row.pattern for row in rows("cuts", Cut) if row.id == name))


_LETTERS = cut("letters")
