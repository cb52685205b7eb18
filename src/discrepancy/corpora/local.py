"""The plan on one machine: a pool of processes for the pure steps, DuckDB over Parquet for joins.

Whatever was done stays done: a run that was killed goes on where its last part was written.
"""

import time
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import chain
from tempfile import TemporaryDirectory
from typing import Any

from discrepancy.corpora import columns, steps
from discrepancy.corpora.cuts import cut, pairs, put
from discrepancy.corpora.given import batches
from discrepancy.corpora.joining import connected
from discrepancy.corpora.plan import Given, Stories, Told, stories_of
from discrepancy.corpora.store import Store, listed
from discrepancy.corpora.workers import mapped
from discrepancy.gathering.joins import CORPUS, Link, sql

PART_ROWS, PART_SECONDS = 2_000, 20.0
"""Documents of a part, and how long one may wait to be written: what a kill can cost."""

_WORKER = 256
"""MiB that a worker takes at most, batches included."""


def run(store: Store, given: Given, told: Told) -> None:
    """Read what is new, gather the stories, check those that are new, write what was found."""
    read(store, given, told)
    with database(store, given) as db:
        told("gathering stories", 0, 1)
        stories = gather(db, given.since)
        told("gathering stories", 1, 1)
        check(store, db, stories, given, told)
        finish(store, db, stories)


def read(store: Store, given: Given, told: Told) -> None:
    """Read the documents that were not read before."""
    total = sum(piece.rows for piece in given.pieces)
    before = kept(store)
    done = 0
    found: list[steps.Read] = []

    def new() -> Iterator[Any]:
        nonlocal done
        for batch in batches(given.pieces):
            rows = fresh(batch, before)
            before.update(rows["given"].to_pylist())
            done += batch.num_rows - rows.num_rows
            if rows.num_rows:
                yield rows

    step = partial(_read_sized, fields=dict(given.choice.fields))
    since = time.monotonic()
    for size, one in mapped(step, new(), given.workers):
        found.append(one)
        done += size
        told("reading documents", done, total)
        rows = sum(one.documents.num_rows for one in found)
        if rows >= PART_ROWS or time.monotonic() - since > PART_SECONDS:
            store.add(_joined(found))
            found, since = [], time.monotonic()
    if found:
        store.add(_joined(found))
    told("reading documents", done, total)


def _read_sized(batch: Any, fields: steps.Fields) -> tuple[int, steps.Read]:
    return batch.num_rows, steps.read(batch, fields)


def _joined(found: Sequence[steps.Read]) -> steps.Read:
    pa = columns.arrow()
    return steps.Read(*(pa.concat_tables(tables) for tables in zip(*found, strict=True)))


def fresh(batch: Any, before: Container[int]) -> Any:
    """The rows of a batch that were not read before, each once."""
    numbers = batch["given"].to_pylist()
    first = {number: at for at, number in reversed(list(enumerate(numbers)))}
    mask = [n not in before and first[n] == at for at, n in enumerate(numbers)]
    return batch.filter(columns.arrow().array(mask, "bool"))


def kept(store: Store) -> set[int]:
    """The fingerprints of what was read before."""
    parquet = columns.arrow("pyarrow.parquet")
    parts = store.parts("documents")
    return set(
        chain.from_iterable(
            parquet.read_table(part, columns=["given"])["given"].to_pylist() for part in parts
        )
    )


@contextmanager
def database(store: Store, given: Given) -> Iterator[Any]:
    """DuckDB within the memory that is left beside the workers, with the tables as views."""
    memory = max(128, given.memory - _WORKER * (given.workers + 1))
    with TemporaryDirectory(dir=store.folder, prefix=".spill-") as spill:
        db = connected("to join the documents of a corpus")
        try:
            db.execute(f"SET memory_limit = '{memory}MiB'")
            db.execute(f"SET threads = {given.workers}")
            db.execute("SET temp_directory = ?", [spill])
            db.execute("SET preserve_insertion_order = false")
            for name in ("documents", "claims", "keys"):
                source = listed(store.parts(name))
                db.execute(f"CREATE VIEW {name}_read AS SELECT * FROM {source}")
            yield db
        finally:
            db.close()


def gather(db: Any, since: date | None) -> Stories:
    """The stories of the documents that were printed since a day, undated ones among them."""
    when = f"day IS NULL OR day >= {since.toordinal()}" if since else "TRUE"
    printed = f"published IS NULL OR published >= DATE '{since}'" if since else "TRUE"
    db.execute(f"CREATE OR REPLACE VIEW keys AS SELECT * FROM keys_read WHERE {when}")
    documents = db.execute(
        f"SELECT document FROM documents_read WHERE because IS NULL AND ({printed})"
    ).fetchall()
    links = db.cursor().sql(sql(CORPUS)).to_arrow_reader(10_000)
    return stories_of((number for (number,) in documents), rows_of(links))


def rows_of(batches: Iterable[Any]) -> Iterator[Link]:
    """The links of Arrow batches."""
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def check(store: Store, db: Any, stories: Stories, given: Given, told: Told) -> None:
    """Check the stories that were not checked before."""
    done = checked(store)
    wanted = {story: members for story, members in stories.items() if story not in done}
    total = sum(map(len, stories.values()))
    at = total - sum(map(len, wanted.values()))
    found: list[Any] = []
    since = time.monotonic()
    for size, table in mapped(_check_sized, cut(db, wanted), given.workers):
        found.append(table)
        at += size
        told("checking stories", at, total)
        if time.monotonic() - since > PART_SECONDS:
            store.add_checked(columns.arrow().concat_tables(found))
            found, since = [], time.monotonic()
    if found:
        store.add_checked(columns.arrow().concat_tables(found))


def _check_sized(tables: tuple[Any, Any]) -> tuple[int, Any]:
    documents, claims = tables
    return documents.num_rows, steps.check(documents, claims)


def checked(store: Store) -> set[str]:
    """The stories that were checked before."""
    parquet = columns.arrow("pyarrow.parquet")
    return {
        story
        for part in store.parts("checked")
        for story in parquet.read_table(part, columns=["story"])["story"].to_pylist()
    }


def finish(store: Store, db: Any, stories: Stories) -> None:
    """Write the tables that a run ends with, each in one order whatever came before."""
    put(db, "gathered", pairs(stories))
    parts = store.parts("checked")
    db.execute(f"CREATE OR REPLACE VIEW checked AS SELECT * FROM {listed(parts)}")
    failed = "SELECT story, max(unchecked) AS unchecked FROM checked GROUP BY story"
    named = ", ".join(
        f'd."{name}"' for name in ("document", "name", "outlet", "published", "title")
    )
    _write(
        store,
        db,
        "stories",
        f"SELECT g.story, {named}, f.unchecked FROM gathered g JOIN documents_read d "
        f"ON d.document = g.document LEFT JOIN ({failed}) f ON f.story = g.story "
        "ORDER BY g.story, d.name, d.document",
    )
    found = ", ".join(f'c."{name}"' for name in columns.FINDINGS)
    ordered = ("story", "confidence DESC", "severity DESC", "finding", "reading", "source", "start")
    _write(
        store,
        db,
        "findings",
        f"SELECT {found} FROM checked c "
        "WHERE c.finding IS NOT NULL AND c.story IN (SELECT story FROM gathered) "
        f'ORDER BY {", ".join(ordered)}, c."end"',
    )

    _index(store, db)


def _index(store: Store, db: Any) -> None:
    """Write which documents hold a key, and where they stand: a draft's are found at once."""
    db.execute("SET preserve_insertion_order = true")
    keys = "SELECT key, document FROM keys_read WHERE kind <> 'word' ORDER BY key, document"
    _copy(store, db, "index", keys)
    part = f"substr(filename, {len(str(store.folder)) + 2})"
    places = " UNION ALL ".join(
        f"SELECT '{name}' AS name, document, {part} AS part, "
        f"min(file_row_number) AS first, count(*) AS rows "
        f"FROM {listed(store.parts(name), 'filename = true, file_row_number = true')} "
        f"WHERE {which} GROUP BY document, filename"
        for name, which in (("documents", "because IS NULL"), ("claims", "TRUE"))
    )
    _copy(store, db, "places", f"{places} ORDER BY document, name")


def _copy(store: Store, db: Any, name: str, query: str) -> None:
    """Write what a query gives, whatever its size, beside its place, then put it there."""
    new = store.folder / f"{name}.parquet.new"
    place = str(new).replace("'", "''")
    db.execute(f"COPY ({query}) TO '{place}' (FORMAT parquet, CODEC zstd, ROW_GROUP_SIZE 20480)")
    new.replace(store.table(name))


def _write(store: Store, db: Any, name: str, query: str) -> None:
    table = db.sql(query).to_arrow_table()
    table = table.cast(columns.schema(columns.TABLES[name]))
    store.put(store.table(name), table)
