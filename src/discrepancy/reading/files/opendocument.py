"""Text of OpenDocument files as it stands when all tracked changes are accepted (extra `odt`).

Footnotes stand below the text, text boxes below their paragraph; comments and struck or hidden
text are none. Its "created" day is that of a file or its template, so it is not taken as published.
"""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from discrepancy.errors import UnreadableSource
from discrepancy.extras import library
from discrepancy.reading.files.limits import DAMAGED, LIMITS, Limits, refuse_bomb
from discrepancy.reading.files.word import left_out
from discrepancy.source import Source


def odt(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """The paragraphs and table rows, in order, one a line.

    Raises:
        UnreadableSource: it is no OpenDocument text, or needs a password.
    """
    library("odfdo", "odt", "to read ODT files")
    import odfdo

    try:
        refuse_bomb(content, limits, "ODT")
        document = odfdo.Document(io.BytesIO(content))
        read = _Reading(document)
        lines = [*read.lines(document.body), *read.notes]
        title = document.meta.title
    except UnreadableSource:
        raise
    except Exception as error:  # damaged files raise whatever their bytes lead to
        locked = "encrypt" in str(error).lower()
        why = "it needs a password" if locked else f"{DAMAGED}, or no ODT file"
        raise UnreadableSource(why) from None
    text, notes = "\n".join(lines), tuple(left_out(read.left))
    return Source(id=name, text=text, title=title or None, notes=notes)


_SKIPPED = {"text:tracked-changes", "text:sequence-decls", "office:forms", "office:annotation"}
_SKIPPED |= {"text:note-citation", "svg:title", "svg:desc"}
_SIGNS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
"""A blank that is said to stand a million times stands once: no more is text of a story."""


class _Reading:
    """One document while it is read: what was passed over, and the notes that stand below."""

    def __init__(self, document: Any) -> None:
        deleted = len(document.body.xpath("//text:tracked-changes//text:deletion"))
        self.left = Counter({"deletion": deleted} if deleted else {})
        self.notes: list[str] = []
        self._styles = dict(_marked_styles(document))

    def lines(self, within: Any) -> Iterator[str]:
        """The paragraphs and table rows within an element; boxes follow their paragraph."""
        for element in within.children:
            match element.tag:
                case "text:p" | "text:h":
                    boxes: list[Any] = []
                    yield "".join(self._words(element, boxes))
                    for box in boxes:
                        yield from self.lines(box)
                case "table:table-row":
                    cells = element.xpath("table:table-cell")
                    yield "\t".join(" ".join(self.lines(cell)) for cell in cells)
                case tag if tag not in _SKIPPED:
                    yield from self.lines(element)

    def _words(self, within: Any, boxes: list[Any]) -> Iterator[str]:
        yield within.text or ""
        for element in within.children:
            tag = element.tag
            style = self._styles.get(element.get_attribute("text:style-name") or "")
            if tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == "text:note":
                self.notes += self.lines(element)
            elif tag == "draw:text-box":
                boxes.append(element)
            elif tag == "text:span" and style:
                self.left[style] += 1
            elif tag not in _SKIPPED:
                yield from self._words(element, boxes)
            yield element.tail or ""


def _marked_styles(document: Any) -> Iterator[tuple[str, str]]:
    """The styles of characters that strike text through or hide it, and which of the two."""
    for part in ("content.xml", "styles.xml"):
        for style in document.get_part(part).get_elements("//style:style[@style:family='text']"):
            for told in style.get_elements("style:text-properties"):
                struck = told.get_attribute("style:text-line-through-style")
                if told.get_attribute("text:display") == "none":
                    yield str(style.get_attribute("style:name")), "hidden"
                elif struck not in (None, "none"):
                    yield str(style.get_attribute("style:name")), "struck"
