"""What was given to be checked, parted: claims, rows and frames here, texts and paths to reading.

>>> parted([{"source": "a", "measurand": "range", "value": "3 km"}, "A ferry sank."]).rest
('A ferry sank.',)
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from discrepancy.claims import ENTRY, Claim
from discrepancy.entries.frames import is_frame, records
from discrepancy.entries.row import Row
from discrepancy.entries.tabling import Columns, tabled
from discrepancy.entries.typing_in import of_row


class Parted(NamedTuple):
    """The claims that were typed in, what of them is refused, and what is no claim."""

    claims: tuple[Claim, ...]
    refused: tuple[str, ...]
    rest: tuple[object, ...]


def is_one(given: object) -> bool:
    """Whether it is one claim, row or table, and no collection of accounts."""
    return isinstance(given, ENTRY | Row | Mapping) or is_frame(given)


def parted(accounts: Iterable[object], columns: Columns | None = None) -> Parted:
    """The claims among what was given, in their order.

    Raises:
        BadColumns: a table lacks a column that is needed, or has no rows.
    """
    claims: list[Claim] = []
    refused: list[str] = []
    rest: list[object] = []
    rows: list[Mapping[str, object]] = []
    for one in accounts:
        if isinstance(one, ENTRY):
            claims.append(one)
        elif isinstance(one, Row):
            claims.append(of_row(one))
        elif isinstance(one, Mapping):
            rows.append(one)
        elif is_frame(one):
            table = tabled(records(one), columns, first=1)
            claims += table.claims
            refused += table.refused
        else:
            rest.append(one)
    if rows:
        table = tabled(rows, columns, first=1)
        claims += table.claims
        refused += table.refused
    return Parted(tuple(claims), tuple(refused), tuple(rest))
