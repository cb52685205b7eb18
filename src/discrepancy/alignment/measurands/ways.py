"""Which way a figure goes: rose or fell, profit or loss, above or below.

>>> sorted(told_ways("the firm made a loss of", "after years of growth"))
['result:down']
>>> sorted(told_ways("prices fell to", "in May"))
['change:down']
>>> opposed(told_ways("rose to", ""), told_ways("fell to", ""))
True
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, takewhile
from typing import Literal

from discrepancy import tables, words
from discrepancy.claims import Trend

REACH = 8
"""Words before a figure among which the one that says its way may stand."""

BESIDE = 2
"""Words between "to", "by" or "of" and the figure: "by some 300"."""

_ENDS = frozenset((".", ";", "and", "but"))

_LINKS = frozenset(("to", "by", "of", "at"))

Ways = frozenset[str]
"""The ways of a figure, each an axis and a direction: "result:down"."""


class _Way(tables.Row):
    id: str
    side: Literal["before", "behind"]
    up: str
    down: str
    sample: str


class _Deed(tables.Row):
    id: str
    of: str
    up: str
    down: str
    sample: str


class _Trend(tables.Row):
    trend: Trend
    always: str
    sized: str
    words: str
    after: str


def told_ways(before: str, behind: str, trend: Trend | None = None) -> Ways:
    """The ways that the words before a figure and behind it give it.

    Args:
        before: The words of its clause before it.
        behind: Those behind it, its unit and noun left out.
        trend: The direction of the change of which it is the size, where that is known.
    """
    left = [token.lower for token in words.tokens_before(before, 0, len(before), REACH)]
    right = [token.lower for token in words.tokens_behind(behind, 0, len(behind), 1)]
    found = {*_told("before", [words.singular(word) for word in reversed(left)])}
    found |= {*_told("behind", right)}
    change = trend.value if trend else _change(left)
    return frozenset(found | ({f"change:{change}"} if change else set()))


def deed_ways(verb: str | None, unit: str | None) -> Ways:
    """The way of what a verb does to so many of something: jobs are created or cut."""
    noun = (unit or "").rpartition(" ")[2]
    return frozenset(
        f"{row.id}:{way}"
        for row in tables.rows("ways", _Deed, "deed")
        if f" {noun} " in f" {row.of} " and (way := _sides(row).get(verb or ""))
    )


def _sides(row: _Way | _Deed) -> dict[str, str]:
    """The way of each word of a row."""
    return {**dict.fromkeys(row.up.split(), "up"), **dict.fromkeys(row.down.split(), "down")}


def moved_from(behind: str) -> Ways:
    """The way that words behind a figure give it by where it came from.

    >>> sorted(moved_from(", down from 43.1 percent in 2014"))
    ['change:down']
    """
    said = [token.lower for token in words.tokens_behind(behind, 0, len(behind), REACH)]
    near = takewhile(lambda word: not word[0].isdigit() and word not in _ENDS, said)
    for word, link in pairwise(near):
        if link in tables.words("trends", "from_where") and (way := _directions().get(word)):
            return frozenset((f"change:{way}",))
    return frozenset()


def opposed(a: Ways, b: Ways) -> bool:
    """Whether one goes up where the other goes down."""
    return any(f"{axis}:{_OTHER[way]}" in b for axis, _, way in (one.partition(":") for one in a))


_OTHER = {"up": "down", "down": "up"}


def _told(side: str, said: list[str]) -> Iterator[str]:
    """The nearest word of each axis."""
    for row in tables.rows("ways", _Way):
        if row.side == side:
            sides = _sides(row)
            way = next((sides[word] for word in said if word in sides), None)
            if way:
                yield f"{row.id}:{way}"


def _change(left: list[str]) -> str | None:
    """The way of the word of change that a link ties to the figure: "fell to", "a rise of"."""
    near = len(left) - 1 - BESIDE
    link = max((at for at, word in enumerate(left) if word in _LINKS), default=-1)
    if link < max(near, 0):
        return None
    for word in reversed(left[:link]):
        if not word[:1].isalnum():
            return None
        if way := _changes().get(words.lemma(word)):
            return way
        if left[link] == "by" and (way := _directions().get(word)):
            return way  # will go up by 3 percent
    return None


@cache
def _directions() -> dict[str, str]:
    rows = tables.rows("trends", _Trend)
    return {word: row.trend.value for row in rows for word in row.words.split()}


@cache
def _changes() -> dict[str, str]:
    return {
        word: row.trend.value
        for row in tables.rows("trends", _Trend)
        for word in f"{row.always} {row.sized}".split()
    }
