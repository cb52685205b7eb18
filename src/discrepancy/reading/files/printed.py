"""Text of PDF files, page by page, without what stands on each page (extra `pdf`).

The "created" day of a PDF is that of the file, so it is not taken as published.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from discrepancy.errors import UnreadableSource
from discrepancy.extras import library
from discrepancy.patterns import pattern
from discrepancy.reading.files.limits import DAMAGED, LIMITS, Limits
from discrepancy.reading.files.silence import silent
from discrepancy.reading.web import browsers
from discrepancy.source import Source

_AT_THE_EDGE = 3
"""Lines of a page, from its top and from its end, that may be a header or a footer."""

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})
"""One printed sign for several letters: how a font draws them, not what the text says."""


def pdf(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """The text of all pages, one after the other.

    Raises:
        UnreadableSource: the file is damaged, needs a password, or holds pictures of pages.
    """
    library("pypdf", "pdf", "to read PDF files")
    with silent("pypdf"):
        pages, title, left = _pages(content, limits)
    lines = [_lines(page) for page in pages]
    text, starts = _joined(_without_edges(lines, title))
    notes = (_not_read(len(pages), left),) if left else ()
    if not text.strip():
        raise UnreadableSource("the PDF holds no text, only pictures of its pages (a scan?)")
    return Source(
        id=name,
        text=text,
        pages=starts,
        title=_stated(title, text),
        url=browsers.address(lines),
        notes=notes,
    )


def _lines(page: str) -> list[str]:
    return [line.rstrip() for line in page.translate(_LIGATURES).splitlines()]


def _pages(content: bytes, limits: Limits) -> tuple[list[str], str, int]:
    """The text of the pages that are read, the title, and how many more there are."""
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableSource("it needs a password")
        pages = list(_drawn(reader, limits))
        return pages, _title(reader), len(reader.pages) - len(pages)
    except UnreadableSource:
        raise
    except ModuleNotFoundError as error:
        raise UnreadableSource(f"it is encrypted in a way that {error.name} reads") from None
    except Exception:  # damaged files raise whatever their bytes lead to
        is_one = b"%PDF" in content[:1024]
        raise UnreadableSource(DAMAGED if is_one else "it is no PDF file") from None


def _drawn(reader: Any, limits: Limits) -> Iterator[str]:
    """The text of one page after the other, until what draws them is too much to go on.

    A page may draw a form that draws ten others; each order that is carried out is counted.
    """
    steps = size = 0

    def step(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps > limits.steps:
            raise _TooMuch

    for page in islice(reader.pages, limits.pages):
        try:
            if _packed(page) > limits.drawing:
                return
            size += len(contents.get_data()) if (contents := page.get_contents()) else 0
            if size > limits.drawing:
                return
            yield page.extract_text(visitor_operand_before=step)
        except _TooMuch:
            return


def _packed(page: Any) -> int:
    """Bytes of what draws a page as they stand in the file: to unpack them takes many times that.

    Of the parts that it may stand in the first thousand.
    """
    given = page.get("/Contents")
    whole = given.get_object() if given is not None else []
    parts = whole if isinstance(whole, list) else [whole]
    return sum(len(getattr(one.get_object(), "_data", b"")) for one in parts[:1000])


class _TooMuch(Exception):
    """What draws the pages of a document goes beyond its bounds."""


def _not_read(read: int, left: int) -> str:
    if not read:
        raise UnreadableSource("its first page holds more drawing than is read")
    return (
        f"of its {read + left:,} pages the last {left:,} are not read: they hold too much drawing"
    )


def _title(reader: Any) -> str:
    try:
        return str(reader.metadata.title or "")
    except Exception:  # a damaged field; the pages can be read all the same
        return ""


def _stated(title: str, text: str) -> str | None:
    """The title that the file states, where its text bears that out: not "Microsoft Word - a"."""
    words = " ".join(title.split())
    return words if words and words.lower() in " ".join(text[:2000].split()).lower() else None


def _without_edges(lines: Sequence[list[str]], title: str) -> list[list[str]]:
    """The lines of each page without page numbers, running headers and footers."""
    running = _running(lines)
    numbers = _numbers(lines)
    kept = []
    for page, found in enumerate(lines):
        edge = _edge(found)
        first = min(edge, default=0)
        is_title = page == 0 and not _is_counted(found[first] if found else "", lines[1:])
        aside = {n for n in edge if _key(found[n]) in running and not (is_title and n == first)}
        aside |= {n for n in edge if (page, n) in numbers}
        aside |= browsers.edges(found, edge, title)
        kept.append([line for n, line in enumerate(found) if n not in aside])
    return kept


def _is_counted(line: str, pages: Sequence[Sequence[str]]) -> bool:
    """Whether a line stands on other pages with other figures: "Barges on the Lurn | 11"."""
    return bool(re.search(r"\d", line)) and not any(line in page for page in pages)


def _edge(page: Sequence[str]) -> list[int]:
    """The first and last filled lines of a page."""
    filled = [number for number, line in enumerate(page) if line.strip()]
    return sorted({*filled[:_AT_THE_EDGE], *filled[-_AT_THE_EDGE:]})


def _key(line: str) -> str:
    """A line without its figures, so that "Page 3 of 9" is the same on every page."""
    return re.sub(r"\d+", "0", " ".join(line.split())).lower()


def _running(lines: Sequence[Sequence[str]]) -> set[str]:
    """What stands at the edge of at least half of several pages."""
    if len(lines) < 2:
        return set()
    seen = Counter(key for page in lines for key in {_key(page[n]) for n in _edge(page)})
    return {key for key, times in seen.items() if times >= max(2, len(lines) / 2) and key != "0"}


def _numbers(lines: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Where a page number stands: alone on a line, one more from page to page."""
    found = []
    for page, within in enumerate(lines):
        edge = _edge(within)
        for number in {*edge[:1], *edge[-1:]}:
            if told := _page_number().fullmatch(within[number].strip()):
                offset = int(told["number"]) - page if told["number"] else None
                found.append((page, number, offset, bool(told["named"])))
    steps = Counter(offset for _, _, offset, _ in found)
    return {
        (page, number)
        for page, number, offset, named in found
        if named or steps[offset] > 1 or offset == 1
    }


# 7 | - 7 - | [7] | Page 7 | Page 7 of 12 | 7/12 | p. 7
_page_number = pattern(
    r"(?P<named>(?:Page|Pg\.?|p\.)\s*)?[-–—\[(|]?\s*(?P<number>\d{1,4})\s*"
    r"(?:(?:of|/)\s*\d{1,4})?\s*[-–—\])|]?",
    re.IGNORECASE,
)


def _joined(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages and where each begins: a sentence may run over a page's end."""
    parts, starts, length = [], [], 0
    for page in pages:
        while page and not page[0].strip():
            page = page[1:]
        starts.append(length)
        part = "".join(f"{line}\n" for line in page).rstrip() + "\n"
        parts.append(part)
        length += len(part)
    return "".join(parts).rstrip("\n") + "\n", tuple(starts)
