r"""Files of claims: CSV, TSV, XLSX, JSON Lines and Parquet, into rows of cells by column.

>>> found = records(b"source;measurand;value\nArn Post;people killed;six\n", "claims.csv")
>>> [(claim.source, claim.text) for claim in found.claims]
[('Arn Post', 'six')]
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from discrepancy import files
from discrepancy.claims import Claim
from discrepancy.entries.tabling import Columns, Table, is_claim, tabled
from discrepancy.errors import BadColumns, MissingExtra, UnreadableSource
from discrepancy.extras import library
from discrepancy.reading.files.cells import Cells, csv_rows, sheet_rows
from discrepancy.reading.files.exports import document, lines, on_line
from discrepancy.reading.files.limits import LIMITS, MEGABYTE, Limits, first
from discrepancy.source import Source

C = TypeVar("C")
Fields = Mapping[str, str]
_NO_FIELDS: Fields = {}


class Records(NamedTuple):
    """What a file of records holds."""

    claims: tuple[Claim, ...]
    documents: tuple[Source, ...]
    left_out: tuple[str, ...]
    """A sentence for each record that is neither."""


def is_table(path: Path) -> bool:
    """Whether a file is one of records, by its suffix."""
    return path.suffix.lower() in READERS


def is_sheet(path: Path) -> bool:
    """Whether a file holds rows of claims and nothing else, by its suffix."""
    return path.suffix.lower() in _LISTS


def sheet(path: Path, columns: Columns | None = None) -> Records:
    """The claims of a fact sheet, which need not say who tells them: then the file does.

    Raises:
        UnreadableSource: it cannot be read, or holds no claim.
    """
    if not is_table(path):
        raise UnreadableSource(f"{path}: a fact sheet is a table: {', '.join(READERS)}")
    try:
        held = _sheet_of(files.content(path), path.name, columns)
    except OSError as error:
        raise UnreadableSource(
            f"{path}: {(error.strerror or 'it cannot be opened').lower()}"
        ) from None
    except (UnreadableSource, BadColumns) as why:
        raise UnreadableSource(f"{path}: {why}") from None
    if not held.claims:
        raise UnreadableSource("; ".join(f"{path}: {why}" for why in held.left_out))
    return Records(held.claims, (), tuple(f"{path}: {why}" for why in held.left_out))


def _sheet_of(content: bytes, name: str, columns: Columns | None) -> Records:
    if Path(name).suffix.lower() not in _LISTS:
        return records(content, name, columns)
    rows = list(_LISTS[Path(name).suffix.lower()](content, LIMITS))
    told = any("source" in map(str.lower, row) for row in rows[:1]) or "source" in (columns or {})
    table = tabled(rows, columns, name=name, source=None if told else Path(name).stem)
    return Records(table.claims, (), table.refused)


def records(
    content: bytes,
    name: str,
    columns: Columns | None = None,
    fields: Mapping[str, str] = _NO_FIELDS,
    limits: Limits = LIMITS,
) -> Records:
    """The claims of a table, and the documents of an export.

    Args:
        content: the bytes of the file.
        name: its name, by whose suffix it is read.
        columns: the names of the table for those of our columns that it calls otherwise.
        fields: the names of the fields of documents, where these are unusual.
        limits: how much of it is read.

    Raises:
        UnreadableSource: it is no such file, a column is missing, or it has no rows.
    """
    try:
        return READERS[Path(name).suffix.lower()](content, name, columns, fields, limits)
    except (BadColumns, MissingExtra) as why:
        raise UnreadableSource(str(why)) from None


def _csv(
    content: bytes, name: str, columns: Columns | None, fields: Fields, limits: Limits
) -> Records:
    table = tabled(csv_rows(content, limits), columns, name=name)
    return Records(table.claims, (), table.refused)


def _xlsx(
    content: bytes, name: str, columns: Columns | None, fields: Fields, limits: Limits
) -> Records:
    table = tabled(sheet_rows(content, limits), columns, name=name)
    return Records(table.claims, (), table.refused)


def _json_lines(
    content: bytes, name: str, columns: Columns | None, fields: Fields, limits: Limits
) -> Records:
    """The lines that are claims; the others are documents, or nothing that is read here."""
    told = ((number, _claim_of(line, columns), line) for number, line in lines(content))
    claims, others = _apart(told, lambda number, line: on_line(line, number, name, fields), limits)
    return _joined(claims, others, name, columns)


def _apart(
    told: Iterable[tuple[int, Cells, C]],
    read: Callable[[int, C], Source | UnreadableSource],
    limits: Limits,
) -> tuple[list[Cells], tuple[Source | UnreadableSource, ...]]:
    """The records that are claims, each where it stands, and the documents that the others are.

    Args:
        told: the number of each record, its cells where it is a claim, and the record.
        read: the document of the others.
        limits: how many documents are read.
    """
    claims: list[Cells] = []

    def others() -> Iterator[Source | UnreadableSource]:
        for number, claim, record in told:
            if claim:
                claims.extend({} for _ in range(number - 1 - len(claims)))  # rows between
                claims.append(claim)
            else:
                yield read(number, record)

    return claims, tuple(first(others(), limits))


def _parquet(
    content: bytes, name: str, columns: Columns | None, fields: Fields, limits: Limits
) -> Records:
    library("pyarrow", "tables", "to read Parquet files")
    parquet = import_module("pyarrow.parquet")

    def of_row(number: int, row: Cells) -> Source | UnreadableSource:
        try:
            return document(row, f"{name}#{number}", fields, f"row {number}")
        except UnreadableSource as why:
            return why

    try:
        of = parquet.read_metadata(BytesIO(content))
        if of.num_rows * of.num_columns > limits.cells:
            raise UnreadableSource(f"the table holds more than {limits.cells:,} cells")
        size = sum(of.row_group(at).total_byte_size for at in range(of.num_row_groups))
        if size > limits.unpacked:
            raise UnreadableSource(f"it unpacks to {size / MEGABYTE:,.0f} MB")
        rows = enumerate(_rows(parquet.ParquetFile(BytesIO(content)), limits), start=1)
        told = ((number, row if is_claim(row, columns) else {}, row) for number, row in rows)
        claims, others = _apart(told, of_row, limits)
    except UnreadableSource:
        raise
    except Exception as error:
        raise UnreadableSource(f"it is no Parquet file that can be opened: {error}") from None
    return _joined(claims, others, name, columns)


def _rows(file: Any, limits: Limits) -> Iterator[dict[str, object]]:
    """The rows of a file of Parquet, which may say one long word once and mean it in each row."""
    size = 0
    for batch in file.iter_batches(batch_size=_BATCH):
        size += batch.nbytes
        for row in batch.to_pylist():
            size += sum(len(cell) for cell in row.values() if isinstance(cell, str | bytes))
            if size > limits.unpacked:
                most = limits.unpacked / MEGABYTE
                raise UnreadableSource(f"it unpacks to more than {most:,.0f} MB")
            yield row


_BATCH = 64
"""Rows that are unpacked at a time."""


def _claim_of(line: str, columns: Columns | None) -> Cells:
    """The record on a line, where it is a claim; else nothing."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):  # also a number of thousands of digits
        return {}
    return record if isinstance(record, dict) and is_claim(record, columns) else {}


def _joined(
    claims: Sequence[Cells],
    found: Iterable[Source | UnreadableSource],
    name: str,
    columns: Columns | None,
) -> Records:
    table = tabled(claims, columns, name=name, first=1) if any(claims) else Table((), ())
    found = tuple(found)
    if not found and not any(claims):
        raise UnreadableSource("it holds no records")
    documents = tuple(one for one in found if isinstance(one, Source))
    why = tuple(_neither(one) for one in found if isinstance(one, UnreadableSource))
    return Records(table.claims, documents, (*table.refused, *why))


def _neither(why: UnreadableSource) -> str:
    """Why a record is no document, and that it is no claim either."""
    also = "; nor has it a measurand and a value, as a claim has"
    return f"{why}{also}" if "has no text" in str(why) else str(why)


READERS: dict[str, Callable[[bytes, str, Columns | None, Fields, Limits], Records]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".xlsx": _xlsx,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".parquet": _parquet,
}
"""One reader per format, by suffix."""

_LISTS: dict[str, Callable[[bytes, Limits], Iterable[Cells]]] = {
    ".csv": csv_rows,
    ".tsv": csv_rows,
    ".xlsx": sheet_rows,
}
"""The formats that hold rows of claims and nothing else."""
