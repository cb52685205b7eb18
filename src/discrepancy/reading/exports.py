"""JSON Lines exports: one document a line, its text under one of the usual names.

>>> exported('{"content": "A ferry sank.", "source": "Arn Post"}', "x.jsonl")[0].outlet
'Arn Post'
"""

import json
from collections.abc import Mapping

from discrepancy.errors import UnreadableSource
from discrepancy.reading.frontmatter import stated_day
from discrepancy.source import Source

_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "full_text", "document"),
    "id": ("id", "doc_id", "document_id", "uid"),
    "outlet": ("outlet", "source", "publisher", "publication", "sitename", "site"),
    "title": ("title", "headline"),
    "url": ("url", "link", "source_url"),
    "published": (
        "published",
        "date",
        "date_publish",
        "publication_date",
        "published_at",
        "datePublished",
        "pubdate",
    ),
}
"""The field of a source: the names that exports give it, the first that is there counts."""


def exported(text: str, name: str) -> tuple[Source | UnreadableSource, ...]:
    """The documents of an export, and for each line that holds none the reason."""
    found: list[Source | UnreadableSource] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                found.append(_document(line, number, name))
            except UnreadableSource as why:
                found.append(why)
    return tuple(found)


def _document(line: str, number: int, name: str) -> Source:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableSource(f"line {number} is no JSON: {error.msg}") from None
    if not isinstance(record, dict):
        raise UnreadableSource(f"line {number} is no JSON object")
    fields = {field: _first(record, names) for field, names in _NAMES.items()}
    text = fields["text"]
    if not text:
        known = ", ".join(_NAMES["text"])
        raise UnreadableSource(f"line {number} has no text; it is looked for under {known}")
    return Source(
        id=fields["id"] or f"{name}#{number}",
        text=text,
        outlet=fields["outlet"],
        title=fields["title"],
        url=fields["url"],
        published=stated_day(fields["published"] or ""),
    )


def _first(record: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None
