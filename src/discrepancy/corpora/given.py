r"""What a corpus is given: pieces of exports and files of folders, read row by row.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     _ = (Path(folder) / "a.txt").write_text("A ferry sank.")
...     _ = (Path(folder) / "b.jsonl").write_text('{"text": "It sank."}\n\n{"text": "So."}\n')
...     found = pieces([Path(folder)])
...     [piece.rows for piece in found], [row["name"] for row in rows(found)]
([1, 2], ['a.txt', 'b.jsonl#1', 'b.jsonl#3'])
"""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from discrepancy import files
from discrepancy.corpora import columns
from discrepancy.errors import UnreadableSource
from discrepancy.gathering.keys import hashed
from discrepancy.reading.files.choosing import EVERYTHING, Choice, File, chosen

ROWS = 64
"""Rows of one batch."""

BYTES = 4_000_000
"""Bytes of one batch, if no single row has more."""

PIECE = 500
"""Rows of an export that are read in one go."""


class Piece(NamedTuple):
    """A file, or so many records of an export."""

    path: str
    name: str
    """Its path below the folder that was given."""
    rows: int
    offset: int = 0
    """Where it begins: the byte of JSON Lines, the row of Parquet."""
    number: int = 0
    """How many lines or rows stand before it."""
    because: str | None = None
    """Why the file cannot be opened."""


def pieces(paths: Iterable[Path], choice: Choice = EVERYTHING) -> tuple[Piece, ...]:
    """The pieces of what was given, each file once.

    Raises:
        UnreadableSource: one of the paths does not exist, or nothing was given.
    """
    found = [chosen(Path(path), choice) for path in paths]
    files = {file.path.resolve(): file for one in found for file in one.files}
    unread = [why for one in found for why in one.unread]
    if not files:
        raise UnreadableSource("; ".join(map(str, unread)) or "nothing was given to read")
    cut = [piece for file in files.values() for piece in _cut(file)]
    return (*cut, *(Piece(why.document, why.document, 1, because=why.because) for why in unread))


def _cut(file: File) -> list[Piece]:
    whole = Piece(str(file.path), file.name, 1)
    cutter = _EXPORTS.get(file.path.suffix.lower(), (None, None))[0]
    try:
        return list(cutter(whole)) if cutter else [whole]
    except OSError as error:
        return [whole._replace(because=(error.strerror or "it cannot be opened").lower())]
    except columns.arrow().ArrowException as error:
        return [whole._replace(because=f"it is no Parquet file that can be read: {error}")]


def batches(given: Iterable[Piece]) -> Iterator[Any]:
    """The rows of pieces as Arrow batches of columns.GIVEN."""
    pa = columns.arrow()
    schema = columns.schema(columns.GIVEN)
    batch: list[dict[str, Any]] = []
    size = 0
    for row in rows(given):
        batch.append(row)
        size += len(row["content"])
        if len(batch) >= ROWS or size >= BYTES:
            yield pa.RecordBatch.from_pylist(batch, schema=schema)
            batch, size = [], 0
    if batch:
        yield pa.RecordBatch.from_pylist(batch, schema=schema)


def rows(given: Iterable[Piece]) -> Iterator[dict[str, Any]]:
    """The rows of pieces, one by one; a file that cannot be read gives one with the reason."""
    for piece in given:
        if piece.because is not None:
            yield _row(piece, piece.name, None, b"")
            continue
        reader = _EXPORTS.get(Path(piece.path).suffix.lower(), (None, _whole))[1]
        try:
            yield from reader(piece)
        except OSError as error:
            because = (error.strerror or "it cannot be opened").lower()
            yield _row(piece._replace(because=because), piece.name, None, b"")
        except columns.arrow().ArrowException as error:
            because = f"it is no Parquet file that can be read: {error}"
            yield _row(piece._replace(because=because), piece.name, None, b"")


def _whole(piece: Piece) -> Iterator[dict[str, Any]]:
    yield _row(piece, piece.name, None, files.content(Path(piece.path)))


def _cut_lines(whole: Piece) -> Iterator[Piece]:
    """An export of one record a line, so many lines a piece."""
    with Path(whole.path).open("rb") as file:
        number = offset = 0
        while lines := list(islice(file, PIECE)):
            records = sum(bool(line.strip()) for line in lines)
            yield whole._replace(rows=records, offset=offset, number=number)
            offset, number = offset + sum(map(len, lines)), number + len(lines)


def _json_lines(piece: Piece) -> Iterator[dict[str, Any]]:
    with Path(piece.path).open("rb") as file:
        file.seek(piece.offset)
        for number, line in enumerate(islice(file, PIECE), start=piece.number + 1):
            if record := line.strip():
                yield _row(piece, f"{piece.name}#{number}", f"line {number}", record)


def _cut_parquet(whole: Piece) -> Iterator[Piece]:
    """An export of Parquet, one piece each group of rows."""
    metadata = columns.arrow("pyarrow.parquet").read_metadata(whole.path)
    before = 0
    for group in range(metadata.num_row_groups):
        many = metadata.row_group(group).num_rows
        yield whole._replace(rows=many, offset=group, number=before)
        before += many


def _parquet(piece: Piece) -> Iterator[dict[str, Any]]:
    file = columns.arrow("pyarrow.parquet").ParquetFile(piece.path)
    number = piece.number
    for batch in file.iter_batches(batch_size=ROWS, row_groups=[piece.offset]):
        for record in batch.to_pylist():
            number += 1
            content = json.dumps(record, ensure_ascii=False, default=str)
            told = content.encode("utf-8", "replace")
            yield _row(piece, f"{piece.name}#{number}", f"row {number}", told)


_Cutter = Callable[[Piece], Iterator[Piece]]
_Reader = Callable[[Piece], Iterator[dict[str, Any]]]
_EXPORTS: dict[str, tuple[_Cutter, _Reader]] = {
    ".jsonl": (_cut_lines, _json_lines),
    ".ndjson": (_cut_lines, _json_lines),
    ".parquet": (_cut_parquet, _parquet),
}


def _row(piece: Piece, name: str, place: str | None, content: bytes) -> dict[str, Any]:
    """A row; a record that stands again in another export is the same, a file of another name not.

    Two papers that print one wire report are two documents.
    """
    own = "" if place else f"{name}: {piece.because or ''}"
    return {
        "given": hashed(own.encode("utf-8", "replace") + b"\0" + content),
        "name": name,
        "path": piece.path,
        "place": place,
        "content": content,
        "because": piece.because,
    }
