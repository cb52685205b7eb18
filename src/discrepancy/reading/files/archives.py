"""Web archives (ISO 28500): each page that was fetched is a document (extra `warc`)."""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from discrepancy.errors import MissingExtra, UnreadableSource
from discrepancy.extras import library
from discrepancy.reading.files.limits import LIMITS, Document, Limits, fitting
from discrepancy.reading.web import webpage


def warc(content: bytes, name: str, limits: Limits = LIMITS) -> Iterator[Document]:
    """The pages of an archive, each by its address; a page that is no article is named.

    Raises:
        UnreadableSource: it is no archive, or holds no page.
    """
    archive = library("warcio.archiveiterator", "warc", "to read WARC files")
    found = 0
    try:
        for record in _records(archive.ArchiveIterator(io.BytesIO(content))):
            if _is_page(record):
                found += 1
                address = record.rec_headers.get_header("WARC-Target-URI")
                page = record.content_stream().read(limits.file + 1)
                yield _page(page, f"{name}#{found}", address, limits)
    except (UnreadableSource, MissingExtra):
        raise
    except Exception as error:  # a damaged archive raises whatever its bytes lead to
        raise UnreadableSource(f"the archive cannot be read: {error}") from None
    if not found:
        raise UnreadableSource("the archive holds no page")


def _records(records: Iterator[Any]) -> Iterator[Any]:
    """The records; what the library prints of damaged ones, bytes and all, is kept back."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _is_page(record: Any) -> bool:
    """Whether a record is a page that was delivered, not an error or a picture."""
    if record.rec_type == "resource":  # it has no headers of its own, and names its type itself
        return "html" in (record.rec_headers.get_header("Content-Type") or "")
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    return record.http_headers.get_statuscode() == "200" and "html" in kind


def _page(content: bytes, name: str, address: str | None, limits: Limits) -> Document:
    if len(content) > limits.file:
        return UnreadableSource(f"{address or name}: it unpacks to too much")
    try:
        return fitting(webpage.page(content, name, address, limits), limits, cleaned=True)
    except UnreadableSource as why:
        return UnreadableSource(f"{address or name}: {why}")
