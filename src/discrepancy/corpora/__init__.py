"""From many documents to the findings of each story among them: one plan, on one machine or many.

The documents are read once and kept as columns; those that share rare names, words and claims
within some days are gathered into stories; each story is checked as `check` would check it.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     for name, many in (("a", "Six"), ("b", "Nine")):
...         text = f"{many} people died when the ferry Arn Maid sank off Ule, Odeby police said."
...         _ = (Path(folder) / f"{name}.txt").write_text(text)
...     found = corpus(folder, out=Path(folder) / "archive")
...     found.documents, found.stories, found.table("findings")["text"].to_pylist()
(2, 1, ['Six', 'Nine'])
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from discrepancy.corpora import columns
from discrepancy.corpora.given import pieces
from discrepancy.corpora.plan import Given, Told
from discrepancy.corpora.store import Store
from discrepancy.reading.accounts import day
from discrepancy.reading.files.choosing import EVERYTHING, Choice

__all__ = ["Corpus", "corpus"]


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """What a run has left in its folder."""

    folder: Path
    documents: int
    """Documents that were read, in this run and before."""
    unread: int
    """Documents that could not be read; `table("documents")` tells why."""
    claims: int
    stories: int
    findings: int
    conflicts: int

    def table(self, name: str) -> Any:
        """A table as Arrow: documents, claims, stories or findings."""
        parquet = columns.arrow("pyarrow.parquet")
        store = Store(self.folder)
        place = store.table(name)
        parts = [place] if place.is_file() else store.parts(name)
        schema = columns.schema(columns.TABLES[name])
        return columns.arrow().concat_tables([parquet.read_table(p).cast(schema) for p in parts])


def corpus(
    accounts: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    workers: int = 1,
    memory: int = 2048,
    since: date | str | None = None,
    engine: Literal["local", "spark"] = "local",
    master: str | None = None,
    choice: Choice = EVERYTHING,
    progress: Told = lambda stage, done, of: None,
) -> Corpus:
    """Find which stories of many documents disagree.

    What was read before is not read again: a run that was killed goes on where it was, and
    tomorrow's reads only what is new.

    Args:
        accounts: Parquet files, JSON Lines, folders of documents.
        out: the folder of the corpus, made where there is none.
        workers: processes that read and check. With more than one a script of yours needs
            `if __name__ == "__main__":` around its own work.
        memory: MiB that the run may take, workers and all.
        since: only documents printed since then are gathered into stories; undated ones too.
        engine: local, this machine; spark, Apache Spark.
        master: Spark's, as "local[2]" or "spark://host:7077".
        choice: which files of a folder are read, and how the fields of exports are called.
        progress: called as the run goes on.

    Raises:
        UnreadableSource: a path does not exist, nothing was given, or the corpus is of another
            version.
        Unwritable: the folder holds something else, or another run writes it.
        MissingExtra: DuckDB, PyArrow or PySpark is not installed.
    """
    columns.arrow()
    paths = [accounts] if isinstance(accounts, str | Path) else list(accounts)
    given = Given(
        pieces=pieces(map(Path, paths), choice),
        workers=workers,
        memory=memory,
        since=day(since),
        choice=choice,
        master=master,
    )
    store = Store.made(Path(out))
    with store.held():
        import_module(f"discrepancy.corpora.{engine}").run(store, given, progress)
    return _told(store)


def _told(store: Store) -> Corpus:
    """The figures of a corpus."""
    parquet, compute = (columns.arrow(f"pyarrow.{name}") for name in ("parquet", "compute"))
    documents = [parquet.read_table(p, columns=["because"]) for p in store.parts("documents")]
    rows = sum(part.num_rows for part in documents)
    unread = sum(part.num_rows - part["because"].null_count for part in documents)
    stories = parquet.read_table(store.table("stories"), columns=["story"])["story"]
    columns_ = ["story", "finding", "verdict", "confidence"]
    found = parquet.read_table(store.table("findings"), columns=columns_)
    one = found.group_by(columns_).aggregate([])
    sure = compute.and_(
        compute.equal(one["verdict"], "conflict"), compute.equal(one["confidence"], "sure")
    )
    return Corpus(
        folder=store.folder,
        documents=rows - unread,
        unread=unread,
        claims=sum(parquet.read_metadata(part).num_rows for part in store.parts("claims")),
        stories=len(stories.unique()),
        findings=one.num_rows,
        conflicts=compute.sum(sure).as_py() or 0,
    )
