"""One reader per format, by suffix: bytes of a file into the documents it holds.

>>> [source.text for source in documents(Path("a/b.txt"), b"A ferry sank.", "b.txt")]
['A ferry sank.']
"""

from collections.abc import Callable
from pathlib import Path

from discrepancy.errors import UnreadableSource
from discrepancy.reading.decoding import decoded
from discrepancy.reading.exports import exported
from discrepancy.reading.frontmatter import front_matter
from discrepancy.reading.layout import laid_out
from discrepancy.source import Source

Document = Source | UnreadableSource
"""One document, or why it cannot be read."""

Reader = Callable[[bytes, str], tuple[Document, ...]]
"""Content and id to the documents of a file."""


def plain(content: bytes, name: str) -> tuple[Document, ...]:
    """Plain text or Markdown; an id in the front matter goes before the path."""
    text = decoded(content)
    named = front_matter(text).fields.get("id", name)
    return (Source(id=str(named), text=text),)


def json_lines(content: bytes, name: str) -> tuple[Document, ...]:
    """One document a line."""
    return exported(decoded(content), name)


def html(content: bytes, name: str) -> tuple[Document, ...]:
    """The main text of a web page."""
    from discrepancy.reading import webpage

    return (laid_out(webpage.page(content, name), cleaned=True),)


def pdf(content: bytes, name: str) -> tuple[Document, ...]:
    """The text of all pages."""
    from discrepancy.reading import office

    return (office.pdf(content, name),)


def docx(content: bytes, name: str) -> tuple[Document, ...]:
    """The paragraphs and tables of a Word document."""
    from discrepancy.reading import office

    return (laid_out(office.docx(content, name), cleaned=True),)


READERS: dict[str, Reader] = {
    ".txt": plain,
    ".text": plain,
    ".md": plain,
    ".markdown": plain,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
    ".pdf": pdf,
    ".docx": docx,
    ".jsonl": json_lines,
    ".ndjson": json_lines,
}


def documents(path: Path, content: bytes, name: str) -> tuple[Document, ...]:
    """The documents of one file, laid out.

    Raises:
        UnreadableSource: the format is unknown, or the content cannot be read as that format.
    """
    found = reader_of(path)(content, name)
    if not found:
        raise UnreadableSource("the document is empty")
    return tuple(_whole(document) for document in found)


def reader_of(path: Path) -> Reader:
    """The reader for a file's suffix.

    Raises:
        UnreadableSource: no reader knows it.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        suffix = f"the format {path.suffix}" if path.suffix else "a file without suffix"
        raise UnreadableSource(f"{suffix} is unknown; known are {', '.join(READERS)}")
    return reader


def _whole(document: Document) -> Document:
    if isinstance(document, UnreadableSource):
        return document
    laid = laid_out(document)
    if laid.layout is None or not laid.layout.sentences:
        return UnreadableSource("the document is empty")
    return laid
