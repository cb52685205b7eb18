r"""Patterns that stand in a table, each with what it means and texts that hold it or do not.

A row may name parts, `{year}`: other rows of its table, or lists of words that the reader gives.

>>> times = Shapes("time_shapes", weekday=lambda: "monday|friday")
>>> times("of_a_game")().search("lost ")[0]
'lost '
>>> times("unheard of")()
Traceback (most recent call last):
discrepancy.errors.BadTable: time_shapes: there is no part named unheard of
"""

import re
from collections.abc import Callable
from functools import cache, partial

from discrepancy.errors import BadTable
from discrepancy.tables import Row, rows


class Part(Row):
    """A piece that patterns share."""

    id: str
    pattern: str


class Shape(Part):
    """A pattern of a table."""

    means: str
    sample: tuple[str, ...]
    """Texts that it is found in, a line of what stands before or behind a phrase among them."""
    but_not: tuple[str, ...] = ()
    """Texts that it is not found in, though they look alike."""


class Shapes:
    """The patterns of one table; each is compiled when it is first asked for."""

    def __init__(self, table: str, **lists: Callable[[], str]) -> None:
        """Takes the alternatives ("january|february") of each list that the table names."""
        self.table = table
        self.lists = lists
        self.asked: set[str] = set()
        """The patterns that the readers use."""

    def __call__(self, name: str) -> Callable[[], re.Pattern[str]]:
        """What compiles the pattern of that name."""
        self.asked.add(name)
        return cache(partial(self._compiled, name))

    def rows(self) -> tuple[Shape, ...]:
        """All patterns of the table."""
        return rows(self.table, Shape)

    def _compiled(self, name: str) -> re.Pattern[str]:
        return re.compile(self._filled(_written(self.table, "row"), name))

    def _filled(self, written: dict[str, str], name: str) -> str:
        """A pattern or part with all parts that it names."""
        if name not in written:
            raise BadTable(f"{self.table}: there is no part named {name}")
        return _PART.sub(lambda found: self._part(found[1]), written[name])

    def _part(self, name: str) -> str:
        given = self.lists.get(name)
        return given() if given else self._filled(_written(self.table, "part"), name)


_PART = re.compile(r"\{([a-z_]+)\}")


@cache
def _written(table: str, section: str) -> dict[str, str]:
    kind = Shape if section == "row" else Part
    return {row.id: row.pattern for row in rows(table, kind, section)}
