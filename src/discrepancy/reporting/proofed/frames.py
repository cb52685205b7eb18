"""A proof as a table, one row an item, for notebooks."""

from typing import TYPE_CHECKING

from discrepancy.item import Proof
from discrepancy.reporting.frames import Columns, TableRow, frame
from discrepancy.reporting.proofed.marks import texts_of

if TYPE_CHECKING:
    import pandas

COLUMNS: Columns = {
    "status": ("string", "borne out, differs, not found, open"),
    "kind": ("string", "quantity, date, time, quote, status, name"),
    "text": ("string", "the words in the draft"),
    "level": ("string", "the named rule that decided"),
    "because": ("string", "why, in one sentence"),
    "line": ("int64", "line of the draft, from 1"),
    "column": ("int64", "column of that line, from 1"),
    "start": ("int64", "offset of the first character in the draft"),
    "end": ("int64", "offset after the last character"),
    "document": ("string", "the source whose words decided"),
    "words": ("string", "these words"),
    "verdict": ("string", "what they make of the item"),
}
"""Columns of a proof: Arrow type and meaning."""


def to_frame(proof: Proof) -> "pandas.DataFrame":
    """The proof as a pandas frame with COLUMNS; what no source has, has no words."""
    return frame(_rows(proof), COLUMNS)


def _rows(proof: Proof) -> list[TableRow]:
    texts = texts_of(proof)
    rows: list[TableRow] = []
    for item in proof.items:
        line, column = texts.place(proof.draft.id, item.start)
        first = item.evidence[0] if item.evidence else None
        rows.append(
            {
                "status": item.status.value,
                "kind": item.kind,
                "text": item.text,
                "level": item.level,
                "because": item.because,
                "line": line,
                "column": column,
                "start": item.start,
                "end": item.end,
                "document": first.document if first else None,
                "words": first.text if first else None,
                "verdict": first.verdict if first else None,
            }
        )
    return rows
