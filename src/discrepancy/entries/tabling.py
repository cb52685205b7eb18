"""Rows of a table, however they were held, into claims; what is wrong is said by row and column.

>>> rows = [{"Source": "a", "measurand": "people killed", "value": "six"},
...         {"Source": "b", "measurand": "people killed", "value": "3 kg", "unit": "km"}]
>>> table = tabled(rows)
>>> [claim.text for claim in table.claims], table.refused
(['six'], ("row 3, column value: the value has the unit kilogram, the column unit says 'km'",))
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from discrepancy.claims import Claim
from discrepancy.entries.row import COLUMNS, NEEDED, Row
from discrepancy.entries.typing_in import of_row
from discrepancy.errors import BadColumns, BadValue

Cells = Mapping[str, object]

Columns = Mapping[str, str]
"""What a table calls a column of ours: {"value": "figure"}."""

FIRST = 2
"""The line of the first row: the header is line 1."""

FORMULA = "it holds a formula; put its value there"


class Refused(str):
    """A cell that its reader cannot hand on, as the reason why."""


class Table(NamedTuple):
    """The claims of a table, and a sentence for each row that is none."""

    claims: tuple[Claim, ...]
    refused: tuple[str, ...]


def tabled(
    rows: Iterable[Cells],
    columns: Columns | None = None,
    *,
    name: str | None = None,
    first: int = FIRST,
    source: str | None = None,
) -> Table:
    """The claims of the rows; the good ones are kept where others are refused.

    Args:
        rows: cells by column.
        columns: the names of the table for those of our columns that it calls otherwise.
        name: the file, for people to look it up.
        source: who says so, for a table that does not tell (a fact sheet).
        first: the number of the first row; rows without any cell are passed over.

    Raises:
        BadColumns: a column that is needed is missing, or there are no rows.
    """
    claims: list[Claim] = []
    refused: list[str] = []
    listed = list(rows)
    names = dict.fromkeys(name for cells in listed for name in cells)
    if not names:
        raise BadColumns("the table has no rows")
    theirs = _named(names, columns or {}, NEEDED[1:] if source else NEEDED)
    for number, cells in enumerate(listed, start=first):
        told: dict[str, object] = {"source": source} if source else {}
        told |= {ours: cells.get(name) for ours, name in theirs.items()}
        if all(cell is None or cell == "" for cell in cells.values()):
            continue
        try:
            claims.append(of_row(_row(told), number, name))
        except BadValue as why:
            refused += (f"row {number}, {line}" for line in str(why).split("\n"))
    return Table(tuple(claims), tuple(refused))


def is_claim(cells: Cells, columns: Columns | None = None) -> bool:
    """Whether a record has what a claim needs, rather than a text."""
    found = _our_names(cells, columns or {})
    return {"measurand", "value"} <= found.keys()


def _named(cells: Iterable[str], columns: Columns, needed: Sequence[str]) -> dict[str, str]:
    """Our columns to those of the table.

    Raises:
        BadColumns: one that is needed is not there.
    """
    unknown = sorted(columns.keys() - set(COLUMNS))
    if unknown:
        raise BadColumns(f"there is no column {unknown[0]!r} to name; ours are {_list(COLUMNS)}")
    absent = sorted(name for name in columns.values() if name not in cells)
    if absent:
        raise BadColumns(f"the table has no column {absent[0]!r}; it has {_list(cells)}")
    found = _our_names(cells, columns)
    missing = [name for name in needed if name not in found]
    if missing:
        raise BadColumns(
            f"the column {missing[0]!r} is missing; the table has {_list(cells)} (a column of "
            f"another name is given as {missing[0]}=NAME)"
        )
    return found


def _our_names(cells: Iterable[str], columns: Columns) -> dict[str, str]:
    folded = {_fold(name): name for name in reversed(list(cells))}
    known = {ours: folded[ours] for ours in COLUMNS if ours in folded}
    return {**known, **columns}


def _fold(name: str) -> str:
    return "_".join(str(name).strip().lstrip("\ufeff").lower().replace("-", " ").split())


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(str, names))


def _row(told: dict[str, object]) -> Row:
    """The row, typed.

    Raises:
        BadValue: cells that do not fit, each on a line of its own as `column X: why`.
    """
    broken = [f"column {name}: {why}" for name, why in told.items() if isinstance(why, Refused)]
    if broken:
        raise BadValue("\n".join(broken))
    try:
        return Row.model_validate(told)
    except ValidationError as error:
        raise BadValue("\n".join(_told(error))) from None


def _told(error: ValidationError) -> Iterator[str]:
    for one in error.errors():
        column, given = one["loc"][0], one["input"]
        if given is None or given == "":
            yield f"column {column}: it is empty"
        elif column == "bound":
            yield f"column bound: {given!r} is none of = ~ >= > <= < .."
        elif column == "published":
            yield f"column published: {given!r} is no day like 2024-10-31"
        else:
            yield f"column {column}: {given!r}: {one['msg'].lower()}"
