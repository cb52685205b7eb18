"""How much one document may be: its text, its file, and what unpacks from it.

All bounds are multiples of one measure, so that one option moves them together; none is in
seconds, which would make a result depend on the machine.

>>> LIMITS.text, LIMITS.file
(1000000, 20000000)
>>> str(fitting(Source(id="a", text="a" * 3_000_000), LIMITS))
'its text has 3,000,000 characters, and at most 1,000,000 are read (--max-size 3 reads it)'
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import ceil

from discrepancy.errors import UnreadableSource
from discrepancy.reading.page.layout import laid_out
from discrepancy.source import Source

Document = Source | UnreadableSource
"""One document, or why it cannot be read."""

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """The bounds of one document."""

    text: int = MEGABYTE
    """Characters of its text."""

    @property
    def lines(self) -> int:
        """Lines of its text."""
        return self.text // 20

    @property
    def file(self) -> int:
        """Bytes of its file."""
        return 20 * self.text

    @property
    def unpacked(self) -> int:
        """Bytes of all that an archive holds."""
        return 100 * self.text

    @property
    def markup(self) -> int:
        """Bytes of the XML of an archive, which is held as a tree."""
        return 20 * self.text

    @property
    def page(self) -> int:
        """Characters of a web page beside its scripts, styles and pictures."""
        return 5 * self.text

    @property
    def tags(self) -> int:
        """Tags of a web page."""
        return self.text // 10

    @property
    def documents(self) -> int:
        """Documents of one file."""
        return self.text // 200

    @property
    def cells(self) -> int:
        """Cells of a table."""
        return self.text

    @property
    def rows(self) -> int:
        """Rows of a table of claims."""
        return self.text // 20

    @property
    def pages(self) -> int:
        """Pages of a document."""
        return self.text // 100

    @property
    def drawing(self) -> int:
        """Bytes of what draws the pages of a document."""
        return 4 * self.text

    @property
    def steps(self) -> int:
        """Single orders to draw."""
        return self.text


LIMITS = Limits()


def fitting(document: Source, limits: Limits, *, cleaned: bool = False) -> Document:
    """The document laid out, or that its text is too long for it.

    Args:
        document: a document.
        limits: the bounds.
        cleaned: whether its text is an article without the page around it.
    """
    length, lines = len(document.text), document.text.count("\n")
    for size, most, of in ((length, limits.text, "characters"), (lines, limits.lines, "lines")):
        if size > most:
            more = ceil(size / most * limits.text / MEGABYTE)
            return UnreadableSource(
                f"its text has {size:,} {of}, and at most {most:,} are read "
                f"(--max-size {more} reads it)"
            )
    return laid_out(document, cleaned=cleaned)


def first(found: Iterable[Document], limits: Limits) -> Iterator[Document]:
    """As many documents of a file as are read, and that there are more."""
    rest = iter(found)
    yield from islice(rest, limits.documents)
    if next(rest, None) is not None:
        more = ceil(2 * limits.text / MEGABYTE)
        yield UnreadableSource(
            f"it holds more than {limits.documents:,} documents, and only so many are read "
            f"(--max-size {more} reads twice as many)"
        )


DAMAGED = "the file is damaged or cut off"
LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an OLE file begins: an old .doc or .xls, or a new one that is encrypted."""


def refuse_bomb(content: bytes, limits: Limits, kind: str) -> None:
    """Look at what an archive says that it unpacks to, before anything of it is unpacked.

    `zipfile` never gives more of a part than the archive's directory says.

    Raises:
        UnreadableSource: it unpacks to too much, or is no archive, so no file of that kind.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        why = DAMAGED if content.startswith(b"PK") else f"it is no {kind} file"
        raise UnreadableSource(why) from None
    markup = sum(one.file_size for one in parts if one.filename.lower().endswith(_MARKUP))
    whole = sum(one.file_size for one in parts)
    for size, most in ((markup, limits.markup), (whole, limits.unpacked)):
        if size > most:
            raise UnreadableSource(
                f"it unpacks to {size / MEGABYTE:,.0f} MB, and at most "
                f"{most / MEGABYTE:,.0f} MB are read"
            )


_MARKUP = (".xml", ".rels", ".vml")
