r"""What a corpus is given, row by row: the records of exports, and the files of folders.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     _ = (Path(folder) / "a.txt").write_text("A ferry sank.")
...     _ = (Path(folder) / "b.jsonl").write_text('{"text": "It sank."}\n\n{"text": "So."}\n')
...     files = files_of([Path(folder)])
...     counted(files), [row["name"] for batch in batches(files) for row in batch.to_pylist()]
(3, ['a.txt', 'b.jsonl#1', 'b.jsonl#3'])
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from discrepancy.corpora import columns
from discrepancy.errors import UnreadableSource
from discrepancy.gathering.keys import hashed
from discrepancy.reading.choosing import EVERYTHING, Choice, File, chosen
from discrepancy.source import Unread

ROWS = 64
"""Rows of one batch."""

BYTES = 4_000_000
"""Bytes of one batch, if no single row has more."""

_LINES = (".jsonl", ".ndjson")


class Files(NamedTuple):
    """The files that are meant, and what could not be looked into."""

    files: tuple[File, ...]
    unread: tuple[Unread, ...]


def files_of(paths: Iterable[Path], choice: Choice = EVERYTHING) -> Files:
    """The files of what was given, each once.

    Raises:
        UnreadableSource: one of the paths does not exist, or nothing was given.
    """
    found = [chosen(Path(path), choice) for path in paths]
    files = {file.path.resolve(): file for one in found for file in one.files}
    unread = tuple(why for one in found for why in one.unread)
    if not files:
        raise UnreadableSource("; ".join(map(str, unread)) or "nothing was given to read")
    return Files(tuple(files.values()), unread)


def counted(given: Files) -> int:
    """How many rows there are, without reading what is in them."""
    return sum(map(_rows, given.files)) + len(given.unread)


def _rows(file: File) -> int:
    try:
        if file.path.suffix.lower() == ".parquet":
            return int(columns.arrow("pyarrow.parquet").read_metadata(file.path).num_rows)
        if file.path.suffix.lower() in _LINES:
            with file.path.open("rb") as lines:
                return sum(1 for line in lines if line.strip())
    except Exception:  # `batches` tells why
        return 1
    return 1


def batches(given: Files) -> Iterator[Any]:
    """Arrow batches of columns.GIVEN."""
    pa = columns.arrow()
    schema = columns.schema(columns.GIVEN)
    rows: list[dict[str, object]] = []
    size = 0
    for row in _given(given):
        rows.append(row)
        size += len(row["content"] or b"")
        if len(rows) >= ROWS or size >= BYTES:
            yield pa.RecordBatch.from_pylist(rows, schema=schema)
            rows, size = [], 0
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def _given(given: Files) -> Iterator[dict[str, Any]]:
    for one in given.unread:
        yield _row(one.document, one.document, None, b"", because=one.because)
    for file in given.files:
        suffix = file.path.suffix.lower()
        records = {".parquet": _parquet, **dict.fromkeys(_LINES, _json_lines)}.get(suffix, _whole)
        try:
            yield from records(file)
        except OSError as error:
            because = (error.strerror or "it cannot be opened").lower()
            yield _row(file.name, str(file.path), None, b"", because=because)
        except UnreadableSource as why:
            yield _row(file.name, str(file.path), None, b"", because=str(why))


def _whole(file: File) -> Iterator[dict[str, Any]]:
    yield _row(file.name, str(file.path), None, file.path.read_bytes())


def _json_lines(file: File) -> Iterator[dict[str, Any]]:
    with file.path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _row(f"{file.name}#{number}", str(file.path), f"line {number}", line.strip())


def _parquet(file: File) -> Iterator[dict[str, Any]]:
    parquet = columns.arrow("pyarrow.parquet")
    number = 0
    try:
        for batch in parquet.ParquetFile(file.path).iter_batches(batch_size=ROWS):
            for record in batch.to_pylist():
                number += 1
                content = json.dumps(record, ensure_ascii=False, default=str).encode()
                yield _row(f"{file.name}#{number}", str(file.path), f"row {number}", content)
    except columns.arrow().ArrowException as error:
        raise UnreadableSource(f"it is no Parquet file that can be read: {error}") from None


def _row(
    name: str, path: str, place: str | None, content: bytes, because: str | None = None
) -> dict[str, Any]:
    """A row; a record that stands again in another export is the same, a file of another name not.

    Two papers that print one wire report are two documents.
    """
    own = "" if place else f"{name}: {because or ''}"
    return {
        "given": hashed(own.encode("utf-8", "replace") + b"\0" + content),
        "name": name,
        "path": path,
        "place": place,
        "content": content,
        "because": because,
    }
