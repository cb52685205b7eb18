"""The tables of data/, read into frozen, validated rows; every word of English lives there.

A table is a TOML file whose first line says what it is and where it came from. Each section
`[[row]]` is one row. A reader names its own row type:

>>> class Hedge(Row):
...     words: tuple[str, ...]
>>> rows("no-such-table", Hedge)
Traceback (most recent call last):
discrepancy.errors.BadTable: no-such-table: there is no such table in data/
"""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import tomli  # the library's own tomllib, compiled: fifty tables are read before the first word is
from pydantic import ValidationError

from discrepancy.errors import BadTable
from discrepancy.span import Model


class Row(Model):
    """One row of a table; subclasses name its fields."""


R = TypeVar("R", bound=Row)


@cache
def rows(table: str, row: type[R], section: str = "row") -> tuple[R, ...]:
    """The rows of `[[section]]` of data/`table`.toml, in file order.

    Raises:
        BadTable: there is no such table, it is no TOML, or a row does not fit.
    """
    found = []
    for number, fields in enumerate(_document(table).get(section, ()), start=1):
        try:
            found.append(row.model_validate(fields))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise BadTable(f"{table}:{section} {number}: {place}: {first['msg']}") from error
    return tuple(found)


@cache
def words(table: str, name: str) -> frozenset[str]:
    """The words of the list `name` of a table, written as one white-space separated string."""
    listed = _document(table).get(name)
    if not isinstance(listed, str):
        raise BadTable(f"{table}: there is no list of words named {name}")
    return frozenset(listed.split())


@cache
def lists(table: str) -> tuple[str, ...]:
    """The names of the lists of words that a table has."""
    return tuple(name for name, listed in _document(table).items() if isinstance(listed, str))


@cache
def lines(table: str, name: str) -> tuple[str, ...]:
    """The lines of the list `name` of a table, where each line is a set of words."""
    listed = _document(table).get(name)
    if not isinstance(listed, str):
        raise BadTable(f"{table}: there is no list named {name}")
    return tuple(line for line in listed.splitlines() if line.strip())


@cache
def number(table: str, name: str) -> float:
    """The number that a table gives under `name`."""
    given = _document(table).get(name)
    if not isinstance(given, int | float):
        raise BadTable(f"{table}: there is no number named {name}")
    return float(given)


def definitions() -> tuple[str, ...]:
    """The unit definitions of data/units.txt, a line each, comments left out."""
    text = (files("discrepancy") / "data" / "units.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _document(table: str) -> dict[str, list[dict[str, object]]]:
    path = files("discrepancy") / "data" / f"{table}.toml"
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadTable(f"{table}: there is no such table in data/") from None
    except tomli.TOMLDecodeError as error:
        raise BadTable(f"{table}: {error}") from error
