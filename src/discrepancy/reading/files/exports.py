"""JSON exports: one article a line or a file, or a list of them, under the usual names.

>>> line = b'{"content": "A ferry sank.", "source": {"name": "Arn Post"}}'
>>> [found.outlet for found in json_lines(line, "x.jsonl")]
['Arn Post']
>>> fields = {"text": "story.body"}
>>> whole = b'{"story": {"body": "A ferry sank."}}'
>>> [found.text for found in json_whole(whole, "x.json", fields=fields)]
['A ferry sank.']
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import StringIO

from discrepancy.errors import UnreadableSource
from discrepancy.reading.files.decoding import decoded
from discrepancy.reading.imprint.moments import moment
from discrepancy.source import Source

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "article", "maintext", "full_text", "document"),
        *("articleBody", "body_text", "plain_text", "bodyText", "plaintext", "article_text"),
    ),
    "id": ("id", "doc_id", "document_id", "uid", "uri"),
    "outlet": (
        *("outlet", "source.name", "source.title", "source", "publisher.name", "publisher"),
        *("publication", "sitename", "site", "site_name", "source_domain", "domain"),
    ),
    "title": ("title", "headline", "webTitle"),
    "url": ("url", "link", "source_url", "web_url", "webUrl"),
    "published": (
        *("published", "publishedAt", "date_publish", "datePublished", "published_at"),
        *("publication_date", "pubDate", "pubdate", "published_date", "date", "dateTime"),
        *("versioncreated", "webPublicationDate", "publishing_date", "publish_date"),
        *("date_published", "publicationDate", "publishDate", "created_utc"),
    ),
}
"""The field of a source and the names that exports give it, the first that is there counts.

"source.name" is a field within a field. Origin: NewsAPI, news-please, the Guardian's open
platform, Event Registry, schema.org, ninjs, and common crawls.
"""

_WRAPPERS = ("_source", "fields", "attributes")
"""Under which names Elasticsearch, the Guardian's open platform and JSON:API keep the fields."""

_LISTS = ("articles", "documents", "items", "results", "data", "response.results", "hits.hits")
"""Under which names a file holds a list of articles."""

Document = Source | UnreadableSource
_NO_FIELDS: Mapping[str, str] = {}


def json_lines(
    content: bytes, name: str, fields: Mapping[str, str] = _NO_FIELDS
) -> Iterator[Document]:
    """The documents of an export of one a line, and for each line that holds none the reason."""
    for number, line in lines(content):
        yield on_line(line, number, name, fields)


def lines(content: bytes) -> Iterator[tuple[int, str]]:
    """The lines of an export that are not empty, each by its number, one at a time."""
    for number, line in enumerate(StringIO(decoded(content), newline="\n"), start=1):
        if line.strip():
            yield number, line


def on_line(line: str, number: int, name: str, fields: Mapping[str, str]) -> Document:
    """The document on a line of an export, or why there is none."""
    place = f"line {number}"
    try:
        return document(_loaded(line, place), f"{name}#{number}", fields, place)
    except UnreadableSource as why:
        return why


def json_whole(
    content: bytes, name: str, fields: Mapping[str, str] = _NO_FIELDS
) -> Iterator[Document]:
    """The article of a file, or each of a list of them.

    Raises:
        UnreadableSource: it is no JSON.
    """
    record = _loaded(decoded(content), "the file")
    listed = record if isinstance(record, list) else _list_in(record)
    if listed is None:
        yield document(record, name, fields, "the file")
        return
    for number, one in enumerate(listed, start=1):
        try:
            yield document(one, f"{name}#{number}", fields, f"entry {number}")
        except UnreadableSource as why:
            yield why


def _loaded(text: str, place: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f" (line {error.lineno}, character {error.colno})" if place == "the file" else ""
        raise UnreadableSource(f"{place} is no JSON{where}") from None
    except ValueError as error:  # a number of more digits than Python reads
        raise UnreadableSource(f"{place} cannot be read: {str(error).partition(';')[0]}") from None
    except RecursionError:
        raise UnreadableSource(f"{place} is nested too deeply") from None


def _list_in(record: object) -> list[object] | None:
    for name in _LISTS:
        listed = _at(record, name)
        if isinstance(listed, list) and all(isinstance(one, dict) for one in listed):
            return listed
    return None


def document(record: object, name: str, fields: Mapping[str, str], place: str) -> Source:
    """The document of a record.

    Args:
        record: its fields.
        name: what it is called, where it has no id.
        fields: the names of fields, where these are unusual.
        place: where the record stands, for what is said of it.

    Raises:
        UnreadableSource: it has no text.
    """
    if not isinstance(record, dict):
        raise UnreadableSource(f"{place} is no JSON object")
    record = _unwrapped(record)
    told = {field: _first(record, names, fields.get(field)) for field, names in NAMES.items()}
    day = told["published"]
    if not told["text"]:
        known = fields.get("text") or ", ".join(NAMES["text"])
        raise UnreadableSource(f"{place} has no text; it is looked for under {known}")
    printed = moment(_instant(day)) if day else None
    text, left = _without_cut(told["text"])
    return Source(
        id=told["id"] or name,
        text=text,
        outlet=told["outlet"],
        title=told["title"],
        url=told["url"],
        published=printed.day if printed else None,
        published_at=printed.at if printed else None,
        published_from=f"the export ({_name_of(record, fields)})" if printed else None,
        notes=(f"the export leaves out the last {left} characters",) if left else (),
    )


def _unwrapped(record: Mapping[str, object]) -> Mapping[str, object]:
    """The record with the fields that its software keeps a level below: those of a search hit."""
    below = (record.get(name) for name in _WRAPPERS)
    return next(({**one, **record} for one in below if isinstance(one, dict)), record)


def _instant(day: str) -> str:
    """A day as it is stated, or the one that seconds or milliseconds since 1970 stand for."""
    seconds = re.fullmatch(r"(1\d{9})(?:\d{3})?(?:\.\d+)?", day)
    return datetime.fromtimestamp(int(seconds[1]), UTC).isoformat() if seconds else day


def _without_cut(text: str) -> tuple[str, str | None]:
    """A text without the sentence amid which NewsAPI cut it off, and how much is not there.

    What is left of that sentence may tell another figure: "killed 1… [+912 chars]".
    """
    cut = re.search(r"\[\+(\d+) chars\]\s*\Z", text)
    if cut is None:
        return text, None
    kept = text[: cut.start()].rstrip()
    ends = [found.end() for found in re.finditer(r"[.!?][\"”’)]*(?=\s|\Z)", kept)]
    return kept[: ends[-1]] if ends else kept.rpartition(" ")[0], cut[1]


def _name_of(record: Mapping[str, object], fields: Mapping[str, str]) -> str:
    names = (*([fields["published"]] if "published" in fields else []), *NAMES["published"])
    return next(name for name in names if _word(_at(record, name)))


def _first(record: Mapping[str, object], names: tuple[str, ...], given: str | None) -> str | None:
    for name in ([given] if given else []) + list(names):
        if found := _word(_at(record, name)):
            return found
    return None


def _at(record: object, name: str) -> object:
    """What stands under a name, or under a path of names."""
    if isinstance(record, dict) and name in record:
        return record[name]
    for part in name.split("."):
        if not isinstance(record, dict):
            return None
        record = record.get(part)
    return record


def _word(value: object) -> str | None:
    match value:
        case str() if value.strip():
            return value
        case bool():
            return None
        case int() | float():
            return str(value)
        case list() if value and all(isinstance(one, str) for one in value):
            return "\n\n".join(value)  # paragraphs
    return None
