"""Text of OpenDocument and Rich Text files (extras `odt` and `rtf`).

Their "created" days are those of a file or its template, so they are not taken as published.
"""

import io
from collections.abc import Iterator
from typing import Any

from discrepancy.errors import UnreadableSource
from discrepancy.extras import library
from discrepancy.reading.decoding import decoded
from discrepancy.reading.limits import LIMITS, Limits, refuse_bomb
from discrepancy.source import Source


def rtf(content: bytes, name: str) -> Source:
    """The text of a Rich Text file.

    Raises:
        UnreadableSource: it is none.
    """
    reader = library("striprtf.striprtf", "rtf", "to read RTF files")
    if not content.lstrip().startswith(b"{\\rtf"):
        raise UnreadableSource("it is no RTF file")
    try:
        text = reader.rtf_to_text(decoded(content), errors="replace")
    except Exception as error:  # damaged files raise whatever their bytes lead to
        raise UnreadableSource(f"the RTF file cannot be read: {error}") from None
    return Source(id=name, text=str(text))


def odt(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """The paragraphs and table rows, in order, one a line; what was deleted is no text.

    Raises:
        UnreadableSource: it is no OpenDocument text, or needs a password.
    """
    library("odfdo", "odt", "to read ODT files")
    import odfdo

    try:
        refuse_bomb(content, limits)
        document = odfdo.Document(io.BytesIO(content))
        body = document.body
        _shorten_blanks(body)
        deleted = len(body.xpath("//text:tracked-changes//text:deletion"))
        lines = list(_lines(body))
        title = document.meta.title
    except UnreadableSource:
        raise
    except Exception as error:  # damaged files raise whatever their bytes lead to
        locked = "encrypt" in str(error).lower()
        why = "it needs a password" if locked else f"the ODT file cannot be read: {error}"
        raise UnreadableSource(why) from None
    notes = (f"{deleted} tracked deletions are not read",) if deleted else ()
    return Source(id=name, text="\n".join(lines), title=title or None, notes=notes)


def _shorten_blanks(body: Any) -> None:
    """A blank that is said to stand a million times stands once: no more is text of a story."""
    for blank in body.xpath("//text:s[@text:c]"):
        blank.set_attribute("text:c", "1")


def _lines(within: Any) -> Iterator[str]:
    for element in within.children:
        match element.tag:
            case "text:p" | "text:h":
                yield _words(element)
            case "table:table-row":
                cells = element.xpath("table:table-cell")
                yield "\t".join(" ".join(_lines(cell)) for cell in cells)
            case "text:tracked-changes" | "text:sequence-decls" | "office:forms":
                continue
            case _:
                yield from _lines(element)


def _words(paragraph: Any) -> str:
    return str(paragraph.inner_text)
