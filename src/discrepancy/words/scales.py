"""The scales of data/scales.toml: states that a thing passes through, or that exclude each other.

>>> scale("custody").ordered, scale("direction").ordered
(True, False)
"""

from collections.abc import Mapping
from functools import cache

from discrepancy import tables


class Scale(tables.Row):
    """A `[[scale]]`."""

    id: str
    subject: str = ""
    """Whom or what a state on it is said of: "person", "organisation", "named" for any of these,
    or "" for the story itself."""
    ordered: bool = False
    """Whether time moves a thing up on it."""
    opposed: tuple[int, ...] = ()
    """The two levels that exclude each other on one day; empty: the lowest and any other."""
    mixed: bool = False
    """Whether one text may tell two of its states side by side, and then tells neither alone."""
    without: str = ""
    """Words that, inside a phrase of it, say that something else is meant: a "legal" battle."""
    named: bool = False
    """Whether a state on it says nothing unless it is known of whom."""
    before: bool = False
    """Whether its phrases are kinds that stand right before the name: "the frigate Hale"."""


class ScaleLevel(tables.Row):
    """A `[[row]]`: one level of a scale and the phrases that say it."""

    scale: str
    level: int
    label: str
    phrases: tuple[str, ...]


def scale(name: str) -> Scale:
    """The scale of that id; one that no table lists is not ordered and of nobody."""
    return _scales().get(name, Scale(id=name))


def levels() -> tuple[ScaleLevel, ...]:
    """Every level of every scale."""
    return tables.rows("scales", ScaleLevel)


@cache
def _scales() -> Mapping[str, Scale]:
    return {row.id: row for row in tables.rows("scales", Scale, "scale")}
