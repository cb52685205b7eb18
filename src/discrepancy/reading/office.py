"""Text of PDF and Word files (extras `pdf` and `docx`).

Their "created" days are those of a file or its template, so they are not taken as published.
"""

import io
from collections.abc import Iterator
from typing import Any

from discrepancy.errors import UnreadableSource
from discrepancy.reading.extras import library
from discrepancy.source import Source


def pdf(content: bytes, name: str) -> Source:
    """The text of all pages, one after the other.

    Raises:
        UnreadableSource: the extra is not installed, the file is damaged or locked, or a scan.
    """
    pypdf = library("pypdf", "pdf", "PDF")
    try:
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        text = "\n\n".join(page.extract_text() for page in pages)
    except Exception as error:  # damaged files raise whatever their bytes lead to
        raise UnreadableSource(f"the PDF cannot be read: {error}") from None
    if not text.strip():
        raise UnreadableSource("the PDF holds no text, only images")
    return Source(id=name, text=text)


def docx(content: bytes, name: str) -> Source:
    """The paragraphs and table rows, in order, one a line.

    Raises:
        UnreadableSource: the extra is not installed, or the file is no Word document.
    """
    word = library("docx", "docx", "Word files")
    try:
        document = word.Document(io.BytesIO(content))
        text = "\n".join(_lines(document))
    except Exception as error:  # damaged files raise whatever their bytes lead to
        raise UnreadableSource(f"the Word file cannot be read: {error}") from None
    return Source(id=name, text=text, title=document.core_properties.title or None)


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from ("\t".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text
