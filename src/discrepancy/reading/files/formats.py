"""One reader per format, by suffix or content: bytes of a file into the documents it holds.

>>> [source.text for source in documents(Path("a/b.txt"), b"A ferry sank.", "b.txt")]
['A ferry sank.']
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from discrepancy.errors import MissingExtra, UnreadableSource
from discrepancy.reading.files.decoding import decoded
from discrepancy.reading.files.exports import json_lines, json_whole
from discrepancy.reading.files.frontmatter import front_matter
from discrepancy.reading.files.limits import LIMITS, MEGABYTE, Document, Limits, first, fitting
from discrepancy.reading.language import foreign
from discrepancy.source import Source

Reader = Callable[[bytes, str, Limits], Iterable[Document]]
"""Content, id and bounds to the documents of a file, one by one."""


def plain(content: bytes, name: str, limits: Limits) -> tuple[Document, ...]:
    """Plain text or Markdown; an id in the front matter goes before the path."""
    text = decoded(content)
    named = front_matter(text).fields.get("id", name)
    return (Source(id=str(named), text=text),)


def html(content: bytes, name: str, limits: Limits) -> tuple[Document, ...]:
    """The main text of a web page."""
    from discrepancy.reading.web import webpage

    return (_cleaned(webpage.page(content, name, limits=limits), limits),)


def pdf(content: bytes, name: str, limits: Limits) -> tuple[Document, ...]:
    """The text of all pages."""
    from discrepancy.reading.files import printed

    return (printed.pdf(content, name, limits),)


def docx(content: bytes, name: str, limits: Limits) -> tuple[Document, ...]:
    """The paragraphs and tables of a Word document."""
    from discrepancy.reading.files import word

    return (_cleaned(word.docx(content, name, limits), limits),)


def odt(content: bytes, name: str, limits: Limits) -> tuple[Document, ...]:
    """The paragraphs and tables of an OpenDocument text."""
    from discrepancy.reading.files import opendocument

    return (_cleaned(opendocument.odt(content, name, limits), limits),)


def rtf(content: bytes, name: str, limits: Limits) -> tuple[Document, ...]:
    """The text of a file in the Rich Text Format."""
    from discrepancy.reading.files import richtext

    return (_cleaned(richtext.rtf(content, name), limits),)


def eml(content: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """A message and what is attached to it."""
    from discrepancy.reading.files import mail

    return mail.message(content, name, partial(_attached, limits=limits), limits)


def mbox(content: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """All messages of a mailbox."""
    from discrepancy.reading.files import mail

    return mail.mailbox(content, name, partial(_attached, limits=limits), limits)


def mhtml(content: bytes, name: str, limits: Limits) -> tuple[Document, ...]:
    """A web page that a browser saved as one file."""
    from discrepancy.reading.files import mail
    from discrepancy.reading.web import webpage

    page, address = mail.saved_page(content)
    return (_cleaned(webpage.page(page, name, address, limits), limits),)


def warc(content: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The web pages of an archive."""
    from discrepancy.reading.files import archives

    return archives.warc(content, name, limits)


def _json_lines(content: bytes, name: str, limits: Limits) -> Iterator[Document]:
    return json_lines(content, name)


def _json_whole(content: bytes, name: str, limits: Limits) -> Iterator[Document]:
    return json_whole(content, name)


def _cleaned(document: Source, limits: Limits) -> Document:
    """An article without the page around it, laid out unless it is too long."""
    return fitting(document, limits, cleaned=True)


READERS: dict[str, Reader] = {
    ".txt": plain,
    ".text": plain,
    ".md": plain,
    ".markdown": plain,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
    ".mhtml": mhtml,
    ".mht": mhtml,
    ".pdf": pdf,
    ".docx": docx,
    ".odt": odt,
    ".rtf": rtf,
    ".eml": eml,
    ".mbox": mbox,
    ".json": _json_whole,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".warc": warc,
    ".warc.gz": warc,
}

_SAVED_AS = {".doc": ".docx", ".dot": ".docx", ".wps": ".docx", ".pages": ".docx", ".xls": ".xlsx"}
_SAVED_AS |= {".numbers": ".xlsx", ".ods": ".xlsx", ".msg": ".eml", ".webarchive": ".html"}
"""What the programs that write files of these kinds can write as well."""

_COUNTED = {".txt": "line", ".text": "line", ".md": "line", ".markdown": "line", ".pdf": "page"}
"""By what a place is found in a file of that kind; in all others by paragraphs."""


def documents(
    path: Path,
    content: bytes,
    name: str,
    fields: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
) -> tuple[Document, ...]:
    """The documents of one file, laid out, each a source or the reason why it is none.

    Args:
        path: the file.
        content: its bytes.
        name: what its documents are called: one by this name, of several each by a number.
        fields: the names of fields in JSON exports, where these are unusual.
        limits: how much one of them may be.

    Raises:
        UnreadableSource: the format is unknown, or the content cannot be read as that format.
    """
    if not content.strip():
        raise UnreadableSource("the document is empty")
    if len(content) > limits.file:
        raise UnreadableSource(f"it has more than {limits.file / MEGABYTE:,.1f} MB")
    suffix = suffix_of(path, content)
    reader = _reader(suffix, fields)
    try:
        found = tuple(first(reader(content, name, limits), limits))
    except MissingExtra as missing:
        raise UnreadableSource(str(missing)) from None
    if not found:
        raise UnreadableSource("the document is empty")
    return tuple(whole(_of_file(one, name, suffix), limits) for one in found)


def piped(content: bytes, limits: Limits = LIMITS) -> tuple[Source, ...]:
    """The documents of what came by standard input, whatever its format.

    Raises:
        UnreadableSource: nothing of it can be read.
    """
    name = "standard input"
    try:
        found = documents(Path(name), content, name, limits=limits)
    except UnreadableSource as why:
        raise UnreadableSource(f"{name}: {why}") from None
    read = tuple(one for one in found if isinstance(one, Source))
    if not read:
        raise UnreadableSource(f"{name}: {found[0]}")
    return read


def suffix_of(path: Path, content: bytes = b"") -> str:
    """The suffix that tells a file's format; of a file without one what its content looks like.

    A text that begins as a page of HTML does is one.
    """
    lower = path.name.lower()
    if lower.endswith(".warc.gz"):
        return ".warc.gz"
    suffix = path.suffix.lower()
    looks = _looks_like(content[:1024])
    is_page = looks == ".html" and suffix in (".txt", ".text")  # the source of a page, pasted
    return looks if is_page or not suffix else suffix


def _looks_like(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        return ".pdf"
    if start.startswith(b"pk\x03\x04") and b"word/" in start:
        return ".docx"
    if start.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if start.startswith((b"{", b"[{", b"[\n")):
        return ".json"
    return ".txt"


def _reader(suffix: str, fields: Mapping[str, str] | None) -> Reader:
    reader = READERS.get(suffix)
    if reader is None:
        better = _SAVED_AS.get(suffix)
        save = f": save it as {better}" if better else ""
        raise UnreadableSource(f"the format {suffix} is unknown{save}")
    for ours, theirs in ((_json_lines, json_lines), (_json_whole, json_whole)):
        if reader is ours:
            return lambda content, name, limits: theirs(content, name, fields or {})
    return reader


def _attached(content: bytes, name: str, limits: Limits) -> tuple[Document, ...]:
    """What is attached to a message: a file like any other."""
    try:
        return documents(Path(name), content, name, limits=limits)
    except UnreadableSource as why:
        return (UnreadableSource(f"{name}: {why}"),)


def _of_file(document: Document, name: str, suffix: str) -> Document:
    """A document that knows the name of its file and how places in it are told."""
    if isinstance(document, UnreadableSource) or document.file is not None:
        return document
    told = {"file": name, "counted": _COUNTED.get(suffix, "paragraph")}
    return document.model_copy(update=told)


def whole(document: Document, limits: Limits = LIMITS) -> Document:
    """The document laid out, or why it is none: it is empty, too long, or not in English."""
    if isinstance(document, UnreadableSource):
        return document
    laid = fitting(document, limits)
    if isinstance(laid, UnreadableSource):
        return laid
    if laid.layout is None or not laid.layout.sentences:
        return UnreadableSource("the document is empty")
    if language := foreign("\n".join(span.of(laid.text) for span in laid.layout.sentences)):
        return UnreadableSource(f"it is in {language}, and only English is compared")
    return laid
