"""The documents of a corpus that are nearest to a draft: those that share its rarest keys.

What is kept of them is taken as it stands; nothing is read again.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from discrepancy.claims import Claim
from discrepancy.corpora import columns
from discrepancy.corpora.flat import Row
from discrepancy.corpora.steps import known
from discrepancy.corpora.store import Store, listed
from discrepancy.errors import UnreadableSource
from discrepancy.extras import library
from discrepancy.gathering.keys import keys_of
from discrepancy.runs import ReadBefore
from discrepancy.source import Source

NEAREST = 40
"""Documents that a draft is held against: `dating` too looks at so many others."""


class Nearest(NamedTuple):
    """The documents that a draft is held against, and what was read from them."""

    sources: tuple[Source, ...]
    before: Mapping[str, ReadBefore]
    of: int
    """How many documents the corpus holds."""

    def note(self, folder: Path) -> str:
        """What was looked at."""
        many = f"{len(self.sources)} of its {self.of:,} documents"
        return f"{folder}: held against {many}, those that share most names and claims"


def nearest(folder: Path, draft: Source, claims: Sequence[Claim]) -> Nearest:
    """The documents of a corpus that share most with a draft, the rarest keys weighing most.

    Raises:
        UnreadableSource: the corpus is of another version, or its run has not come to its end.
        MissingExtra: DuckDB or PyArrow is not installed.
    """
    store = Store(folder).opened()
    index = store.table("index")
    if not index.is_file():
        raise UnreadableSource(f"{folder}: the run that reads this corpus has not come to its end")
    columns.arrow()
    db = library("duckdb", "corpus", "to look into a corpus").connect()
    try:
        db.execute("SET enable_progress_bar = false")
        wanted = [key.key for key in keys_of(draft, claims) if key.kind != "word"]
        of = _count(db, store)
        asked = [wanted, str(index), of, NEAREST]
        numbers = [number for number, _ in db.execute(_SHARED, asked).fetchall()]
        documents = _rows(db, store, "documents", numbers)
        told: dict[int, list[Row]] = {}
        for row in _rows(db, store, "claims", numbers):
            told.setdefault(row["document"], []).append(row)
    finally:
        db.close()
    sources, before = known([row for row in documents if row["text"] != draft.text], told)
    return Nearest(sources, before, of)


_SHARED = """
WITH held AS (
  SELECT document, count(*) OVER (PARTITION BY key) AS many
  FROM (SELECT unnest($1::BIGINT[]) AS key) JOIN read_parquet($2) USING (key)
)
SELECT document, sum(ln(1 + $3::DOUBLE / many)) AS weight FROM held
GROUP BY document ORDER BY weight DESC, document LIMIT $4"""


def _count(db: Any, store: Store) -> int:
    read = f"SELECT count(*) FROM {listed(store.parts('documents'))} WHERE because IS NULL"
    return int(db.execute(read).fetchone()[0])


def _rows(db: Any, store: Store, name: str, numbers: Sequence[int]) -> list[Row]:
    """The rows of these documents."""
    if not numbers:
        return []
    of = ", ".join(map(str, numbers))
    query = f"SELECT * FROM {listed(store.parts(name))} WHERE document IN ({of})"
    return list(db.sql(query).to_arrow_table().to_pylist())
