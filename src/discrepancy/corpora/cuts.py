"""The documents and claims of a corpus, cut where a story ends, from two sorted streams."""

from collections.abc import Iterator
from typing import Any

from discrepancy.corpora import columns
from discrepancy.corpora.plan import Stories

STORIES = 128
"""Documents of the stories that are checked in one go."""


def pairs(stories: Stories) -> Any:
    """Which document is of which story, as an Arrow table."""
    pa = columns.arrow()
    told = [(story, number) for story, members in stories.items() for number in members]
    return pa.table(
        {
            "story": pa.array([story for story, _ in told], pa.string()),
            "document": pa.array([number for _, number in told], pa.int64()),
        }
    )


def put(db: Any, name: str, table: Any) -> None:
    """Make an Arrow table one of the database, for all of its cursors."""
    db.register("given", table)
    db.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM given")
    db.unregister("given")


def cut(db: Any, wanted: Stories) -> Iterator[tuple[Any, Any]]:
    """The documents and claims of whole stories, so many that a worker has enough to do."""
    if not wanted:
        return
    put(db, "wanted", pairs(wanted))
    documents, claims = (
        _Sorted(db, f"SELECT w.story, t.* FROM {name} t JOIN wanted w USING (document) {order}")
        for name, order in (
            ("documents_read", "ORDER BY story, document"),
            ("claims_read", "ORDER BY story, document, number"),
        )
    )
    names, size = [], 0
    for story in sorted(wanted):
        names.append(story)
        size += len(wanted[story])
        if size >= STORIES:
            yield documents.until(story), claims.until(story)
            names, size = [], 0
    if names:
        yield documents.until(names[-1]), claims.until(names[-1])


class _Sorted:
    """The rows of a query that is sorted by story, taken story by story."""

    def __init__(self, db: Any, query: str) -> None:
        self.batches = db.cursor().sql(query).to_arrow_reader(4_000)
        self.rest: Any = None

    def until(self, story: str) -> Any:
        """What is left of the rows of all stories up to this one."""
        pa, compute = columns.arrow(), columns.arrow("pyarrow.compute")
        taken = []
        while True:
            if self.rest is None or not self.rest.num_rows:
                batch = next(iter(self.batches), None)
                if batch is None:
                    break
                self.rest = pa.Table.from_batches([batch])
            many = compute.sum(compute.less_equal(self.rest["story"], story)).as_py() or 0
            taken.append(self.rest.slice(0, many))
            self.rest = self.rest.slice(many)
            if self.rest.num_rows:
                break
        return pa.concat_tables(taken) if taken else self.rest
