"""The two pure steps of the plan: a batch of what was given into claims, stories into findings.

Both take and give Arrow and depend on nothing else, so a pool of processes and a cluster run
them alike.

>>> from discrepancy.corpora import columns
>>> row = {"given": 7, "name": "a", "path": "a.txt", "content": b"Six people died in Arn."}
>>> found = read(columns.table([row], columns.GIVEN))
>>> found.documents["name"].to_pylist(), found.claims["text"].to_pylist()
(['a'], ['Six', 'Arn'])
"""

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from discrepancy import extraction, pipeline
from discrepancy.claims import Claim
from discrepancy.corpora import columns
from discrepancy.corpora.flat import Row, claim_of, claim_row, document_row, source_of
from discrepancy.errors import DiscrepancyError, UnreadableSource, defect
from discrepancy.gathering.keys import hashed, keys_of
from discrepancy.pipeline.runs import ReadBefore
from discrepancy.reading.files.exports import Document, document
from discrepancy.reading.files.formats import documents, whole
from discrepancy.reading.page.breaks import unbroken
from discrepancy.reporting.frames import report_rows
from discrepancy.source import Source

Fields = Mapping[str, str]
_NO_FIELDS: Fields = {}


class Read(NamedTuple):
    """What was read from a batch: three Arrow tables."""

    documents: Any
    claims: Any
    keys: Any


def read(batch: Any, fields: Fields = _NO_FIELDS) -> Read:
    """The documents of a batch of columns.GIVEN, with their claims and keys.

    A document that cannot be read is a row with its reason.

    Args:
        batch: what was given.
        fields: the names of the fields of records, where these are unusual.
    """
    found: dict[str, list[Row]] = {"documents": [], "claims": [], "keys": []}
    with collected():
        for given in batch.to_pylist():
            for number, one in enumerate(_documents(given, fields)):
                _add(one, given, hashed(f"{given['given']} {number}"), found)
    return Read(*(columns.table(rows, columns.TABLES[name]) for name, rows in found.items()))


def _documents(given: Row, fields: Fields) -> tuple[Document, ...]:
    """What a given row holds, each a document or the reason why it is none."""
    name, path, place = given["name"], given["path"], given["place"]
    if given["because"]:
        return (UnreadableSource(given["because"]),)
    try:
        if place is None:
            return documents(Path(path), given["content"], name, fields)
        return (whole(document(_record(given["content"], place), name, fields, place)),)
    except UnreadableSource as why:
        return (why,)
    except Exception as error:  # a defect of a reader costs its document
        return (UnreadableSource(defect(error)),)


def _record(content: bytes, place: str) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableSource(f"{place} is no JSON: {error}") from None


def _add(one: Document, given: Row, number: int, found: Mapping[str, list[Row]]) -> None:
    """Put down what was read of one document."""
    place = " ".join(filter(None, (given["path"], given["place"])))
    numbers = {"document": number, "given": given["given"], "place": place}
    if isinstance(one, UnreadableSource):
        found["documents"].append({**numbers, "name": given["name"], "because": str(one)})
        return
    try:
        page = unbroken(one)
        claims = extraction.extract(page.source)
    except Exception as error:
        because = defect(error)
        found["documents"].append({**numbers, **document_row(one), "because": because})
        return
    stand = [page.as_read(claim) for claim in claims]
    again = page.is_broken and [page.as_seen(claim) for claim in stand] != list(claims)
    told = {"claims": len(claims), "again": again}
    found["documents"].append({**numbers, **document_row(one), **told})
    found["claims"] += (
        {"document": number, "number": at, **claim_row(claim)} for at, claim in enumerate(stand)
    )
    day = one.published.toordinal() if one.published else None
    found["keys"] += (
        {"document": number, "day": day, "kind": key.kind, "key": key.key}
        for key in keys_of(page.source, claims)
    )


def check(documents: Any, claims: Any) -> Any:
    """The findings of stories, as columns.CHECKED.

    Args:
        documents: columns.DOCUMENTS, and the `story` of each.
        claims: the claims of these documents.
    """
    read_before: dict[int, list[Row]] = {}
    for row in claims.to_pylist():
        read_before.setdefault(row["document"], []).append(row)
    stories: dict[str, list[Row]] = {}
    for row in documents.to_pylist():
        stories.setdefault(row["story"], []).append(row)
    found: list[Row] = []
    with collected():
        for story in sorted(stories):
            found += _told(story, stories[story], read_before)
    return columns.table(found, columns.CHECKED)


def _told(story: str, documents: list[Row], claims: Mapping[int, list[Row]]) -> Iterator[Row]:
    """The rows of one story: those of its findings, or one that says that there are none."""
    try:
        sources, before = known(documents, claims)
        report = pipeline.check_read(sources, before)
    except DiscrepancyError as error:
        yield {"story": story, "unchecked": str(error)}
        return
    except Exception as error:
        yield {"story": story, "unchecked": defect(error)}
        return
    rows = report_rows(report.model_copy(update={"corroborated": ()}))
    yield from ({"story": story, **row} for row in rows)
    if not rows:
        yield {"story": story}


def known(
    documents: list[Row], claims: Mapping[int, list[Row]]
) -> tuple[tuple[Source, ...], dict[str, ReadBefore]]:
    """The sources of a story in the order of their ids, and what was read from them."""
    sources: dict[str, Source] = {}
    before: dict[str, ReadBefore] = {}
    for row in sorted(documents, key=lambda row: (row["name"], row["document"])):
        name = _free(row, sources)
        source = source_of({**row, "name": name})
        sources[name] = source
        if not row["again"]:
            page = unbroken(source)
            rows = sorted(claims.get(row["document"], ()), key=lambda row: row["number"])
            before[name] = page.source, _as_seen(rows, name, page.as_seen)
    return tuple(sources[name] for name in sorted(sources)), before


def _as_seen(rows: list[Row], name: str, seen: Any) -> tuple[Claim, ...]:
    return tuple(seen(claim_of(row, name)) for row in rows)


def _free(row: Row, taken: Mapping[str, object]) -> str:
    """The document's id; one that is taken gives way to its place, then to a number."""
    name = str(row["name"])
    if name in taken:
        name = str(row["place"])
    number = 2
    while name in taken:
        name = f"{row['place']}#{number}"
        number += 1
    return name


@contextmanager
def collected() -> Iterator[None]:
    """Collect garbage once, at the end: claims are made by the hundred thousand, and none is waste.

    It saves a sixth of the time.
    """
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()
        gc.collect(1)
