"""The plan on Apache Spark: the same pure steps by mapInArrow and applyInArrow, the same SQL.

    pieces -> mapInArrow(read) of the rows that are new -> documents, claims, keys
    keys -> SQL of `gathering.joins` -> links -> stories, on the driver
    documents and claims of new stories -> groupBy(story).applyInArrow(check) -> findings

Only links and the numbers of documents pass through the driver; INPUT and the folder of the corpus
stand under the same paths on every machine. What is read is kept as the local engine keeps it, so
that either goes on where the other was.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from discrepancy.corpora import columns, local, steps
from discrepancy.corpora.cuts import pairs
from discrepancy.corpora.given import Piece, batches
from discrepancy.corpora.packing import PACKED, packed
from discrepancy.corpora.plan import Given, Stories, Told, stories_of
from discrepancy.corpora.store import Store
from discrepancy.errors import MissingExtra
from discrepancy.extras import library
from discrepancy.gathering.joins import CORPUS, sql

T = TypeVar("T")

ROUND = 200_000
"""Documents between two parts: what a kill can cost."""

_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
    "spark.sql.adaptive.coalescePartitions.enabled": "false",  # few bytes are much work here
}
"""What is set of a session, ours or not."""


def run(store: Store, given: Given, told: Told) -> None:
    """Read what is new, gather the stories, check those that are new, write what was found."""
    with session(given) as spark:
        read(spark, store, given, told)
        told("gathering stories", 0, 1)
        stories = gather(spark, store, given)
        told("gathering stories", 1, 1)
        check(spark, store, stories, told)
    with local.database(store, given) as db:
        local.finish(store, db, stories)


@contextmanager
def session(given: Given) -> Iterator[Any]:
    """A Spark session whose workers run this Python; one that runs already is used, and left.

    Raises:
        MissingExtra: PySpark or Java is not installed.
    """
    library("pyspark", "spark", "to run on Spark")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise MissingExtra("to run on Spark, install Java 17 and set JAVA_HOME")
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    running = SparkSession.getActiveSession()
    builder = SparkSession.builder.appName("discrepancy corpus")
    if given.master:
        builder = builder.master(given.master)
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    spark = builder.config("spark.ui.enabled", "false").getOrCreate()
    for name, value in _SETTINGS.items():
        spark.conf.set(name, value)
    spark.conf.set("spark.sql.shuffle.partitions", 2 * spark.sparkContext.defaultParallelism)
    try:
        yield spark
    finally:
        if running is None:
            spark.stop()


def read(spark: Any, store: Store, given: Given, told: Told) -> None:
    """Read the documents that were not read before, a round at a time."""
    total = sum(piece.rows for piece in given.pieces)
    fields = dict(given.choice.fields)
    done = 0
    for pieces in _rounds(given.pieces, lambda piece: piece.rows):
        _read(spark, store, pieces, fields)
        done += sum(piece.rows for piece in pieces)
        told("reading documents", done, total)


def _read(spark: Any, store: Store, pieces: Sequence[Piece], fields: steps.Fields) -> None:
    listed = spark.createDataFrame([tuple(piece) for piece in pieces], _PIECE)
    listed = listed.repartition(min(len(pieces), 8 * spark.sparkContext.defaultParallelism))
    step = partial(_read_pieces, fields=fields, kept=frozenset(local.kept(store)))
    part = store.next("documents")
    new = store.folder / f"{part}.new"  # a name that begins with a point is hidden from Spark
    listed.mapInArrow(step, _type(PACKED)).write.mode("overwrite").parquet(str(new))
    whole = spark.read.parquet(str(new))
    if not whole.groupBy("document").count().where("count > 1").isEmpty():
        whole = whole.dropDuplicates(["document"])
    if not whole.isEmpty():
        _put(whole.selectExpr("document", "inline(claims)"), store.folder / "claims" / part)
        _put(whole.selectExpr("document", "inline(keys)"), store.folder / "keys" / part)
        _put(whole.select(*_renamed(columns.DOCUMENTS)), store.folder / "documents" / part)
    shutil.rmtree(new)


_PIECE = "path string, name string, rows long, offset long, number long, because string"


def _read_pieces(given: Iterable[Any], fields: steps.Fields, kept: frozenset[int]) -> Iterator[Any]:
    """What is read of the new rows of pieces, on a worker."""
    for listed in given:
        for rows in batches(Piece(**row) for row in listed.to_pylist()):
            fresh = local.fresh(rows, kept)
            if fresh.num_rows:
                yield from packed(steps.read(fresh, fields)).to_batches()


def _renamed(names: columns.Columns) -> list[Any]:
    """The columns of documents, the count of whose claims was out of the way of the claims."""
    from pyspark.sql import functions

    return [
        functions.col("counted_claims").alias("claims") if name == "claims" else functions.col(name)
        for name in names
    ]


def _put(frame: Any, place: Path) -> None:
    """Write a folder of files beside its place, then put it there in one step."""
    new = place.with_name(f"{place.name}.new")
    frame.write.mode("overwrite").parquet(str(new))
    new.replace(place)


def gather(spark: Any, store: Store, given: Given) -> Stories:
    """The stories of the documents that were printed since a day, undated ones among them."""
    keys = spark.read.parquet(*map(str, store.parts("keys")))
    documents = spark.read.parquet(*map(str, store.parts("documents"))).where("because IS NULL")
    if given.since:
        keys = keys.where(f"day IS NULL OR day >= {given.since.toordinal()}")
        documents = documents.where(f"published IS NULL OR published >= DATE '{given.since}'")
    keys.createOrReplaceTempView("keys")
    links = spark.sql(sql(CORPUS)).toArrow()
    numbers = documents.select("document").toArrow()["document"].to_pylist()
    return stories_of(numbers, local.rows_of(links.to_batches()))


def check(spark: Any, store: Store, stories: Stories, told: Told) -> None:
    """Check the stories that were not checked before, a round at a time."""
    done = local.checked(store)
    wanted = [(story, members) for story, members in stories.items() if story not in done]
    total = sum(map(len, stories.values()))
    at = total - sum(len(members) for _, members in wanted)
    documents, claims = (
        spark.read.parquet(*map(str, store.parts(name))) for name in ("documents", "claims")
    )
    for some in _rounds(wanted, lambda one: len(one[1])):
        left, right = (
            frame.join(spark.createDataFrame(pairs(dict(some))), "document").groupBy("story")
            for frame in (documents, claims)
        )
        found = left.cogroup(right).applyInArrow(_check, _type(columns.CHECKED))
        _put(found, store.folder / "checked" / store.next("checked"))
        at += sum(len(members) for _, members in some)
        told("checking stories", at, total)


def _check(documents: Any, claims: Any) -> Any:
    """The findings of one story, on a worker."""
    return _plain(steps.check(documents, claims))


def _rounds(given: Sequence[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """What is given, in rounds of so many documents."""
    some: list[T] = []
    for one in given:
        some.append(one)
        if sum(map(size, some)) >= ROUND:
            yield some
            some = []
    if some:
        yield some


def _plain(table: Any) -> Any:
    """The same with columns as Spark takes them."""
    return table.cast(columns.plain(table.schema))


def _type(described: columns.Columns) -> Any:
    """Spark's type of a table."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(columns.plain(columns.schema(described)))
