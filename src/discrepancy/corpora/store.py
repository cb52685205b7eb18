"""The folder of a corpus: tables in parts, each put there whole, and a file that says what it is.

    DIR/discrepancy-corpus.json    the version and the columns; by it the folder is known
    DIR/documents/000001.parquet   what was read, part by part; claims/ and keys/ likewise
    DIR/checked/000001.parquet     the findings of stories as the run goes on
    DIR/stories.parquet            what a run ends with
    DIR/findings.parquet
    DIR/index.parquet              keys and the documents that hold them, in the order of the keys
    DIR/places.parquet             in which part the rows of a document stand

>>> is_corpus(Path("no/such/folder"))
False
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from discrepancy import files
from discrepancy.corpora import columns
from discrepancy.corpora.steps import Read
from discrepancy.errors import UnreadableSource, Unwritable

SCHEMA = "discrepancy-corpus.json"
"""The file by which the folder of a corpus is known."""

_PARTS = ("documents", "claims", "keys", "checked")


def is_corpus(folder: Path) -> bool:
    """Whether `discrepancy corpus` wrote the folder."""
    return (folder / SCHEMA).is_file()


class Store:
    """The tables of one corpus."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def made(cls, folder: Path) -> "Store":
        """The corpus in a folder, which is made where there is none.

        Raises:
            Unwritable: the folder holds something else.
            UnreadableSource: the corpus in it is of another version.
        """
        if (
            folder.exists()
            and not is_corpus(folder)
            and (not folder.is_dir() or any(folder.iterdir()))
        ):
            raise Unwritable(f"{folder}: this is no corpus of ours; nothing was written")
        folder.mkdir(parents=True, exist_ok=True)
        store = cls(folder)
        if not is_corpus(folder):
            for name in _PARTS:
                (folder / name).mkdir(exist_ok=True)
            files.put(folder / SCHEMA, json.dumps(_described(), indent=1) + "\n")
        return store.opened()

    def opened(self) -> "Store":
        """The same, if it is of the version that is read here.

        Raises:
            UnreadableSource: it is not.
        """
        place = self.folder / SCHEMA
        try:
            version = json.loads(files.text(place))["version"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise UnreadableSource(f"{place}: it cannot be read as that of a corpus") from None
        if version != columns.VERSION:
            raise UnreadableSource(
                f"{place}: the corpus is of version {version}, and {columns.VERSION} is read here; "
                "read its documents into a new folder"
            )
        return self

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs out, and clear away what a run that was killed has left unfinished.

        Raises:
            Unwritable: another run is writing.
        """
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise Unwritable(f"{self.folder}: another run is writing this corpus") from None
        try:
            self._clear()
            yield
        finally:
            lock.release()

    def _clear(self) -> None:
        """Remove half-written files, and parts whose documents were not written any more."""
        for new in [*self.folder.rglob("*.new"), *self.folder.glob(".spill-*")]:
            _remove(new)
        whole = {part.name for part in self._entries("documents")}
        for name in ("claims", "keys"):
            for part in self._entries(name):
                if part.name not in whole:
                    _remove(part)

    def _entries(self, name: str) -> Sequence[Path]:
        """What was put there in one step: a file, or a folder of files that Spark wrote."""
        return sorted((self.folder / name).glob("*.parquet"))

    def parts(self, name: str) -> Sequence[Path]:
        """The files of a table, in the order in which they were written."""
        found: list[Path] = []
        for entry in self._entries(name):
            found += sorted(entry.glob("*.parquet")) if entry.is_dir() else [entry]
        return found

    def table(self, name: str) -> Path:
        """Where a table that is one file stands."""
        return self.folder / f"{name}.parquet"

    def add(self, read: Read) -> None:
        """Put a part of what was read there; its documents come last and make it count."""
        part = self.next("documents")
        self.put(self.folder / "claims" / part, read.claims)
        self.put(self.folder / "keys" / part, read.keys)
        self.put(self.folder / "documents" / part, read.documents)

    def add_checked(self, table: Any) -> None:
        """Put a part of the findings there."""
        self.put(self.folder / "checked" / self.next("checked"), table)

    def next(self, name: str) -> str:
        """What the next part of a table is called."""
        numbers = (part.stem for part in self._entries(name) if part.stem.isdecimal())
        last = max(map(int, numbers), default=0)
        return f"{last + 1:06}.parquet"

    def put(self, place: Path, table: Any) -> None:
        """Write a table beside its place, then put it there in one step."""
        new = place.with_name(f".{place.name}.new")
        rows = _ROWS.get(place.parent.name, 20_000)
        columns.arrow("pyarrow.parquet").write_table(
            table, new, compression="zstd", row_group_size=rows
        )
        new.replace(place)


def listed(parts: Sequence[Path], *options: str) -> str:
    """Files of a table, as DuckDB reads them."""
    names = ", ".join("'" + str(part).replace("'", "''") + "'" for part in parts)
    return f"read_parquet({', '.join((f'[{names}]', *options))})"


def _remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


_ROWS = {"documents": 256, "claims": 2_000}
"""Rows of a group: what must be read to get at one of them."""


def _described() -> dict[str, object]:
    """What the schema file says."""
    tables = {
        name: {column: {"type": kind, "meaning": told} for column, (kind, told) in table.items()}
        for name, table in columns.TABLES.items()
    }
    return {"discrepancy": "corpus", "version": columns.VERSION, "tables": tables}
