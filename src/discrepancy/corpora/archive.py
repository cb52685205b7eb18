"""The documents of a corpus that are nearest to a draft: those that share its rarest keys.

What is kept of them is taken as it stands; nothing is read again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, groupby
from pathlib import Path
from typing import NamedTuple

from discrepancy.claims import Claim
from discrepancy.corpora import columns
from discrepancy.corpora.flat import Row
from discrepancy.corpora.joining import connected
from discrepancy.corpora.steps import known
from discrepancy.corpora.store import Store
from discrepancy.errors import DiscrepancyError, UnreadableSource
from discrepancy.gathering.keys import keys_of
from discrepancy.pipeline.runs import ReadBefore
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
    if not store.table("places").is_file():
        raise UnreadableSource(f"{folder}: the run that reads this corpus has not come to its end")
    columns.arrow()
    try:
        return _nearest(store, draft, claims)
    except DiscrepancyError:
        raise
    except Exception as error:  # tables of other columns, cut off, or of rows that fit nowhere
        why = str(error).partition("\n")[0] or type(error).__name__
        raise UnreadableSource(f"{folder}: a table of this corpus cannot be read: {why}") from None


def _nearest(store: Store, draft: Source, claims: Sequence[Claim]) -> Nearest:
    index, places = (store.table(name) for name in ("index", "places"))
    db = connected("to look into a corpus")
    try:
        wanted = [key.key for key in keys_of(draft, claims) if key.kind != "word"]
        (of,) = db.execute(_MANY, [str(places)]).fetchone()
        asked = [wanted, str(index), of, NEAREST]
        numbers = [number for number, _ in db.execute(_SHARED, asked).fetchall()]
        stand = db.execute(_PLACES, [numbers, str(places)]).fetchall()
    finally:
        db.close()
    documents = _rows(store.folder, "documents", stand)
    told: dict[int, list[Row]] = {}
    for row in _rows(store.folder, "claims", stand):
        told.setdefault(row["document"], []).append(row)
    sources, before = known([row for row in documents if row["text"] != draft.text], told)
    return Nearest(sources, before, of)


_SHARED = """
WITH held AS (
  SELECT document, count(*) OVER (PARTITION BY key) AS many
  FROM (SELECT unnest($1::BIGINT[]) AS key) JOIN read_parquet($2) USING (key)
)
SELECT document, sum(ln(1 + $3::DOUBLE / many)) AS weight FROM held
GROUP BY document ORDER BY weight DESC, document LIMIT $4"""


_MANY = "SELECT count(*) FROM read_parquet($1) WHERE name = 'documents'"

_PLACES = """
SELECT name, part, first, rows FROM read_parquet($2)
WHERE document IN (SELECT unnest($1::BIGINT[])) ORDER BY part, first"""

Place = tuple[str, str, int, int]
"""A table, a part of it, the first row there, and how many."""


def _within(folder: Path, part: str) -> Path:
    """A part of a table: what a table says is no way out of its folder.

    Raises:
        UnreadableSource: it would lead out.
    """
    place = (folder / part).resolve()
    if not place.is_relative_to(folder.resolve()) or not place.is_file():
        raise UnreadableSource(f"{folder}: it tells of a part that does not lie in it: {part}")
    return place


def _rows(folder: Path, name: str, stand: Sequence[Place]) -> list[Row]:
    """The rows of a table that stand at some places; only their groups of rows are read."""
    parquet = columns.arrow("pyarrow.parquet")
    found: list[Row] = []
    for part, places in groupby((one for one in stand if one[0] == name), lambda one: one[1]):
        with parquet.ParquetFile(_within(folder, part)) as file:
            sizes = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
            ends = list(accumulate(sizes))
            for _, _, first, many in places:
                groups = range(bisect_right(ends, first), bisect_left(ends, first + many) + 1)
                before = ends[groups[0]] - sizes[groups[0]]
                table = file.read_row_groups(list(groups)).slice(first - before, many)
                found += table.to_pylist()
    return found
