"""The tables of a corpus, as Arrow: what each column means, and the version of them all.

>>> [name for name, (kind, _) in STORIES.items() if kind == "int64"]
['document']
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from discrepancy.extras import library
from discrepancy.reporting.frames import REPORT_COLUMNS

VERSION = 1
"""Rises with any change of these columns or of what stands in them."""

Columns = Mapping[str, tuple[str, str]]
"""Arrow type and meaning of each column."""

GIVEN: Columns = {
    "given": ("int64", "fingerprint of the name and the content"),
    "name": ("string", "the path below what was given, and the row or line"),
    "path": ("string", "the file"),
    "place": ("string", "line or row of a record; empty: the content is a whole file"),
    "content": ("large_binary", "the bytes of the file, or the record as JSON"),
    "because": ("string", "why it could not be opened"),
}
"""What is read: files, and records of exports."""

DOCUMENTS: Columns = {
    "document": ("int64", "fingerprint of what was given: the same document, the same number"),
    "given": ("int64", "fingerprint of the file or record that it stands in"),
    "name": ("string", "its id: that of the export, or its path"),
    "place": ("string", "the file, and the line or row there"),
    "because": ("string", "why it could not be read; empty for what was read"),
    "text": ("large_string", "the text as read, to which all offsets refer"),
    "outlet": ("string", "who published it"),
    "published": ("date32", "the day it was printed"),
    "published_from": ("string", "where that day is told"),
    "published_at": ("string", "the time of printing, as ISO 8601"),
    "title": ("string", "its headline"),
    "url": ("string", "its address"),
    "file": ("string", "the name of its file"),
    "counted": ("string", "by what a place in the file is told: line, paragraph, page"),
    "pages": ("list<int32>", "where each page begins"),
    "notes": ("list<string>", "what of it is not in the text"),
    "headline": ("list<int32>", "start and end of the headline; empty: none in the text"),
    "paragraphs": ("list<int32>", "start and end of each paragraph"),
    "sentences": ("list<int32>", "start and end of each sentence"),
    "claims": ("int32", "how many claims were read"),
    "again": ("bool", "whether its claims are read again with its story"),
}

CLAIMS: Columns = {
    "document": ("int64", "fingerprint of its document"),
    "number": ("int32", "which claim of the document, from 0, in the order of the text"),
    "kind": ("string", "quantity, date, time, quote, status, name"),
    "start": ("int32", "offset of the first character"),
    "end": ("int32", "offset after the last character"),
    "text": ("string", "the words there"),
    "value": ("string", "the words of a quote, status or name"),
    "low": ("float64", "the figure, or the lower end of a stated range"),
    "high": ("float64", "the figure, or the upper end of a stated range"),
    "low_digits": ("string", "the same, exactly"),
    "high_digits": ("string", "the same, exactly"),
    "unit": ("string", "canonical unit: a pint name, a currency code, a counted noun"),
    "bound": ("string", "what the hedge means: = ~ >= > <= < .."),
    "trend": ("string", "up or down, where the figure is the size of a change"),
    "category": ("string", "of a quantity: count, money, percent, measure, ..."),
    "hedge": ("list<int32>", "start and end of the words that bound the figure"),
    "noun": ("list<int32>", "start and end of the noun phrase that is counted"),
    "converts": ("list<int32>", "start and end of the figure that it repeats in another unit"),
    "part_of": ("list<int32>", "start and end of the figure of which it is a part"),
    "edtf": ("string", "a day or period, as EDTF"),
    "relative": ("bool", "a date resolved from the published day"),
    "alternatives": ("list<string>", "other readings of a date"),
    "absent": ("string", "a day that no calendar has"),
    "time": ("string", "a clock time"),
    "until": ("string", "the end of a span of time"),
    "zone": ("string", "its zone"),
    "parts": ("list<int32>", "start and end of each part of a split quote"),
    "fragment": ("bool", "a phrase inside the reporter's sentence"),
    "scale": ("string", "row of data/scales.toml"),
    "level": ("int32", "position on that scale"),
    "subject": ("string", "of whom or what a status is said"),
    "qualifier": ("string", "what narrows a status"),
    "type": ("string", "of a name: person, place, organisation, thing"),
    "role": ("string", "what the named is in the story"),
    "title": ("string", "rank or title before a name"),
    "sentence": ("list<int32>", "start and end of the sentence; null: nothing around it is known"),
    "clause": ("list<int32>", "start and end of the clause"),
    "predicate": ("string", "class of what happened: die, injure, deploy, ..."),
    "verb": ("string", "lemma of the governing verb"),
    "names": ("list<string>", "people and bodies named in the clause"),
    "places": ("list<string>", "places named in the clause"),
    "bearer": ("string", "whose figure or deed it is"),
    "head": ("string", "what is measured or happens"),
    "of": ("list<string>", "what it is of"),
    "where": ("list<string>", "the names behind in, at, from, to"),
    "event": ("string", "which of several events it belongs to"),
    "period": ("string", "what stretch it covers"),
    "qualifiers": ("list<string>", "words that narrow what is counted"),
    "attribution": ("string", "who is credited inside the text"),
    "as_of": ("string", "EDTF day on which it held"),
    "frame": ("string", "EDTF period that an adverbial sets"),
    "modality": ("string", "stated, planned, expected, alleged, denied"),
    "negated": ("bool", "said not to be so"),
}
"""Claims as they stand in one document by itself, offsets into its text as read."""

KEYS: Columns = {
    "document": ("int64", "fingerprint of the document"),
    "day": ("int32", "the day it was printed, counted from 1 January of year 1"),
    "kind": ("string", "word, name, claim"),
    "key": ("int64", "hash of the key"),
}

STORIES: Columns = {
    "story": ("string", "fingerprint of the documents that it is of"),
    "document": ("int64", "fingerprint of the document"),
    "name": ("string", "its id"),
    "outlet": ("string", "who published it"),
    "published": ("date32", "the day it was printed"),
    "title": ("string", "its headline"),
    "unchecked": ("string", "why the story could not be checked"),
}

FINDINGS: Columns = {
    "story": ("string", "fingerprint of the story"),
    **REPORT_COLUMNS,
}
"""One row for each claim of each reading, as in a report that is exported as a table; of what is
told of a story only, not of what agrees."""

CHECKED: Columns = {**FINDINGS, "unchecked": ("string", "why the story could not be checked")}
"""The findings of each story as they are kept while a run goes on: a story of which nothing is
told has one row without a finding."""

TABLES: Mapping[str, Columns] = {
    "documents": DOCUMENTS,
    "claims": CLAIMS,
    "keys": KEYS,
    "stories": STORIES,
    "findings": FINDINGS,
}
"""What is kept of a corpus."""


def arrow(module: str = "pyarrow") -> Any:
    """PyArrow, or a part of it.

    Raises:
        MissingExtra: it is not installed.
    """
    library("pyarrow", "corpus", "to read a corpus")
    return import_module(module)


def schema(columns: Columns) -> Any:
    """The Arrow schema, each field with its meaning, the whole with its version."""
    pa = arrow()
    fields = [
        pa.field(name, type_of(kind), metadata={"meaning": meaning})
        for name, (kind, meaning) in columns.items()
    ]
    return pa.schema(fields, metadata={"discrepancy.version": str(VERSION)})


@cache
def type_of(kind: str) -> Any:
    """The Arrow type of a column."""
    pa = arrow()
    if kind.startswith("list<"):
        return pa.list_(pa.field("item", type_of(kind[len("list<") : -1])))
    if kind.startswith("struct<"):
        fields = (field.partition(":") for field in kind[len("struct<") : -1].split(";"))
        return pa.struct([pa.field(name, type_of(inside)) for name, _, inside in fields])
    return pa.type_for_alias(kind)


def plain(schema: Any) -> Any:
    """The same schema in the types that Spark takes, which has no large ones."""
    pa = arrow()
    small = {pa.large_string(): pa.string(), pa.large_binary(): pa.binary()}
    return pa.schema([pa.field(one.name, small.get(one.type, one.type)) for one in schema])


def table(rows: list[dict[str, Any]], columns: Columns) -> Any:
    """Rows as an Arrow table with these columns; what a row lacks is null."""
    pa = arrow()
    told = {name: [row.get(name) for row in rows] for name in columns}
    return pa.table(told, schema=schema(columns))
