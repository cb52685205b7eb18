"""What was read of a document as one row, its claims and keys inside: how it leaves a Spark worker.

>>> from discrepancy.corpora.steps import Read
>>> read = Read(*(columns.table([{"document": 7}], one) for one in (DOCUMENTS, CLAIMS, KEYS)))
>>> row = packed(read).to_pylist()[0]
>>> row["document"], len(row["claims"]), len(row["keys"])
(7, 1, 1)
"""

from itertools import accumulate
from typing import Any

from discrepancy.corpora import columns
from discrepancy.corpora.columns import CLAIMS, DOCUMENTS, KEYS, Columns
from discrepancy.corpora.steps import Read


def _inside(described: Columns) -> str:
    """The type of the rows of a table inside another one."""
    told = (f"{name}:{kind}" for name, (kind, _) in described.items() if name != "document")
    return f"list<struct<{';'.join(told)}>>"


PACKED: Columns = {
    **{
        "counted_claims" if name == "claims" else name: (kind, meaning)
        for name, (kind, meaning) in DOCUMENTS.items()
    },
    "claims": (_inside(CLAIMS), "its claims"),
    "keys": (_inside(KEYS), "its keys"),
}
"""columns.DOCUMENTS with the rows of columns.CLAIMS and columns.KEYS inside."""


def packed(read: Read) -> Any:
    """One row for each document, as PACKED, in the types that Spark takes."""
    table = read.documents.rename_columns(
        ["counted_claims" if name == "claims" else name for name in read.documents.column_names]
    )
    numbers = read.documents["document"].to_pylist()
    for name in ("claims", "keys"):
        inside = _lists(getattr(read, name), numbers)
        table = table.append_column(name, inside)
    return table.cast(columns.plain(columns.schema(PACKED)))


def _lists(table: Any, numbers: list[int]) -> Any:
    """The rows of a table by the documents in whose order they stand."""
    pa = columns.arrow()
    many = dict.fromkeys(numbers, 0)
    for number in table["document"].to_pylist():
        many[number] += 1
    ends = [0, *accumulate(many[number] for number in numbers)]
    table = table.drop_columns(["document"]).combine_chunks()
    rows = table.to_struct_array().combine_chunks()
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), rows)
