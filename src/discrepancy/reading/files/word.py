"""Text of Word files as it stands when all tracked changes are accepted (extra `docx`).

Insertions are read, deletions and struck text are not; what is left out is noted. Its "created"
day is that of a file or its template, so it is not taken as published.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from discrepancy.errors import UnreadableSource
from discrepancy.extras import library
from discrepancy.reading.files.limits import DAMAGED, LIMITS, LOCKED, Limits, refuse_bomb
from discrepancy.reading.files.silence import silent
from discrepancy.source import Source

_STRICT = "http://purl.oclc.org/ooxml/"
_SCHEMAS = "http://schemas.openxmlformats.org/"
"""ISO 29500 strict names the same parts by other addresses than transitional does."""


def docx(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """The paragraphs, table rows, text boxes and footnotes, one a line.

    Raises:
        UnreadableSource: the file is no Word document, or needs a password.
    """
    library("docx", "docx", "to read Word files")
    import docx

    if content.startswith(LOCKED):
        raise UnreadableSource("it needs a password, or is a .doc file: save it as .docx")
    read = _Reading()
    try:
        refuse_bomb(content, limits, "Word")
        with silent("docx"):
            document = docx.Document(io.BytesIO(_transitional(content)))
            lines = list(read.lines(document.element.body))
            lines += read.notes_below(document.part)
            title = _title(document.part)
    except UnreadableSource:
        raise
    except Exception:  # damaged files raise whatever their bytes lead to
        raise UnreadableSource(f"{DAMAGED}, or no Word file") from None
    return Source(id=name, text="\n".join(lines), title=title or None, notes=tuple(read.noted()))


def _title(part: Any) -> str:
    """The title in the document's own properties; the library makes some up where it has none."""
    from docx.oxml import parse_xml

    for rel in part.package.rels.values():
        if not rel.is_external and rel.reltype.endswith("/core-properties"):
            for one in parse_xml(rel.target_part.blob).iterchildren():
                if _tag(one) == "title":
                    return (one.text or "").strip()
    return ""


def _transitional(content: bytes) -> bytes:
    """A strict document with the addresses of a transitional one; any other as it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if _STRICT.encode() not in archive.read("_rels/.rels"):
            return content
        with zipfile.ZipFile(buffer := io.BytesIO(), "w") as other:
            for part in archive.infolist():
                data = archive.read(part)
                if part.filename.endswith((".xml", ".rels")):
                    data = _renamed(data)
                other.writestr(part.filename, data)
    return buffer.getvalue()


def _renamed(data: bytes) -> bytes:
    """http://purl.oclc.org/ooxml/wordprocessingml/main as the address of 2006."""
    places = {
        "wordprocessingml/main": "wordprocessingml/2006/main",
        "officeDocument/relationships": "officeDocument/2006/relationships",
        "officeDocument/math": "officeDocument/2006/math",
        "drawingml/main": "drawingml/2006/main",
        "drawingml/wordprocessingDrawing": "drawingml/2006/wordprocessingDrawing",
        "drawingml/picture": "drawingml/2006/picture",
    }
    text = data.decode("utf-8", "surrogateescape")
    for strict, usual in places.items():
        text = text.replace(_STRICT + strict, _SCHEMAS + usual)
    return text.encode("utf-8", "surrogateescape")


_SKIPPED = {"del", "moveFrom", "delText", "instrText", "fldChar", "sectPr", "pPr", "rPr", "tcPr"}
_SKIPPED |= {"footnoteReference", "endnoteReference", "annotationRef", "footnoteRef", "sdtPr"}
_SKIPPED |= {"proofErr", "delInstrText", "rt"}
"""Elements whose text is none of the document's: deletions, field codes, marks, settings."""

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


class _Reading:
    """One document while it is read: what was passed over, and the boxes of a paragraph."""

    def __init__(self) -> None:
        self._left: Counter[str] = Counter()

    def lines(self, within: Any) -> Iterator[str]:
        """The paragraphs and table rows within an element; boxes follow their paragraph."""
        for element in within.iterchildren():
            match _tag(element):
                case "p":
                    yield from self._paragraph(element)
                case "tr":
                    if element.find(f"{_W}trPr/{_W}del") is not None:
                        self._left["deletion"] += 1
                    else:
                        cells = [cell for cell in element.iter(f"{_W}tc") if _row(cell) is element]
                        yield "\t".join(" ".join(self.lines(cell)) for cell in cells)
                case "del" | "moveFrom":
                    self._left["deletion"] += 1
                case _ if _is_hidden(element):
                    continue
                case _:
                    yield from self.lines(element)

    def notes_below(self, part: Any) -> Iterator[str]:
        """The footnotes and endnotes, a line each."""
        from docx.oxml import parse_xml

        for rel in part.rels.values():
            if not rel.is_external and rel.reltype.endswith(("/footnotes", "/endnotes")):
                root = parse_xml(rel.target_part.blob)
                for note in root.iterchildren():
                    if note.get(f"{_W}type") in (None, "normal"):
                        yield from (line for line in self.lines(note) if line.strip())

    def _paragraph(self, element: Any) -> Iterator[str]:
        boxes: list[Any] = []
        words = "".join(self._words(element, boxes))
        yield re.sub(r" {2,}", " ", words) if self._left else words
        for box in boxes:
            yield from self.lines(box)

    def _words(self, within: Any, boxes: list[Any]) -> Iterator[str]:
        for element in within.iterchildren():
            tag = _tag(element)
            if tag in ("del", "moveFrom"):
                self._left["deletion"] += 1
            elif tag == "r" and (left := _why_left(element)):
                if any(text.text for text in element.iter(f"{_W}t")):
                    self._left[left] += 1
            elif tag == "txbxContent":
                boxes.append(element)
            elif tag == "t":
                yield element.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif not _is_hidden(element):
                yield from self._words(element, boxes)

    def noted(self) -> Iterator[str]:
        """What was left out, a phrase each."""
        return left_out(self._left)


def left_out(found: Mapping[str, int]) -> Iterator[str]:
    """What a word processor keeps and a reader of the text does not see, a phrase each.

    >>> list(left_out({"deletion": 2}))
    ['2 tracked deletions are not read']
    """
    said = {
        "deletion": ("tracked deletion is", "tracked deletions are"),
        "struck": ("piece of struck text is", "pieces of struck text are"),
        "hidden": ("piece of hidden text is", "pieces of hidden text are"),
    }
    for kind, number in found.items():
        yield f"{number} {said[kind][number > 1]} not read"


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _row(cell: Any) -> Any:
    """The row of a cell, past the content control that may stand between."""
    return next(cell.iterancestors(f"{_W}tr"))


def _is_hidden(element: Any) -> bool:
    """Whether nothing in an element is text: a setting, or a box's older twin."""
    return _tag(element) in _SKIPPED or (
        _tag(element) == "Fallback" and element.getprevious() is not None
    )


def _why_left(run: Any) -> str | None:
    """Why a run is no text: it is struck through, or hidden."""
    for name, why in (("strike", "struck"), ("dstrike", "struck"), ("vanish", "hidden")):
        mark = run.find(f"{_W}rPr/{_W}{name}")
        if mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off"):
            return why
    return None
