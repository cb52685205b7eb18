"""Web archives (ISO 28500): each page that was fetched is a document (extra `warc`)."""

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import IO, Any, cast

from discrepancy.errors import MissingExtra, UnreadableSource
from discrepancy.extras import library
from discrepancy.reading.files.limits import LIMITS, Document, Limits, fitting
from discrepancy.reading.web import webpage


def warc(content: bytes, name: str, limits: Limits = LIMITS) -> Iterator[Document]:
    """The pages of an archive, each by its address; a page that is no article is named.

    Where it is damaged or goes beyond its bounds, the pages before are read, and that is told.

    Raises:
        UnreadableSource: it is no archive, or holds no page.
    """
    archive = library("warcio.archiveiterator", "warc", "to read WARC files")
    found = 0
    try:
        stream = _Stream(_unpacked(content), limits.unpacked)
        for record in _records(archive.ArchiveIterator(stream), stream):
            if _is_page(record):
                found += 1
                address = record.rec_headers.get_header("WARC-Target-URI")
                page = record.content_stream().read(limits.file + 1)
                yield _page(page, f"{name}#{found}", address, limits)
    except MissingExtra:
        raise
    except Exception as error:  # a damaged archive raises whatever its bytes lead to
        after = f"after {found:,} of its pages " if found else ""
        why = UnreadableSource(f"{after}the archive cannot be read: {error}")
        if not found:
            raise why from None
        yield why
        return
    if not found:
        raise UnreadableSource("the archive holds no page")


def _unpacked(content: bytes) -> IO[bytes]:
    """The archive as it stands when it is unpacked once.

    Raises:
        UnreadableSource: it is packed again, which nothing but a bomb is.
    """
    if not content.startswith(_GZIP):
        return io.BytesIO(content)
    if gzip.GzipFile(fileobj=io.BytesIO(content)).read(2) == _GZIP:
        raise UnreadableSource("it is packed twice")
    return cast("IO[bytes]", gzip.GzipFile(fileobj=io.BytesIO(content)))


_GZIP = b"\x1f\x8b"

_HEAD = 1_000_000
"""Bytes among which a record begins: its head and that of the answer, with a block of the next."""


class _Stream:
    """The bytes of an archive, so many in all, and so many at the head of a record."""

    def __init__(self, given: IO[bytes], most: int) -> None:
        self._given, self._left, self.head = given, most, _HEAD

    def read(self, size: int = -1) -> bytes:
        """The next bytes.

        Raises:
            UnreadableSource: they are more than is read.
        """
        read = self._given.read(size)
        self._left -= len(read)
        self.head -= len(read)
        if self._left < 0:
            raise UnreadableSource("it unpacks to too much")
        if self.head < 0:
            raise UnreadableSource("the head of a record has no end")
        return read


def _records(records: Iterator[Any], stream: _Stream) -> Iterator[Any]:
    """The records; what the library prints of damaged ones, bytes and all, is kept back."""
    while True:
        stream.head = _HEAD
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        stream.head = sys.maxsize
        yield record
        while record.raw_stream.read(_BLOCK):
            pass


_BLOCK = 65_536


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
