r"""Rows of cells out of tables: text with a header line, and the first sheet of a workbook.

>>> from discrepancy.reading.files.limits import LIMITS
>>> list(csv_rows(b"source;value\nArn Post;six", LIMITS))
[{'source': 'Arn Post', 'value': 'six'}]
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from typing import TypeVar

from discrepancy.entries.tabling import FORMULA, Refused
from discrepancy.errors import UnreadableSource
from discrepancy.extras import library
from discrepancy.reading.files.decoding import decoded
from discrepancy.reading.files.limits import DAMAGED, LOCKED, Limits, refuse_bomb

Cells = Mapping[str, object]
C = TypeVar("C")


def csv_rows(content: bytes, limits: Limits) -> Iterator[Cells]:
    """The lines of a table that is text, by the names in its header."""
    text, is_mixed = _text(content)
    lines = _counted(csv.reader(StringIO(text), delimiter=_delimiter(text)), limits)
    header = next(lines, None)
    if header is None:
        raise UnreadableSource("the table has no header")
    names = [name.strip() for name in header]
    for line in lines:
        cells: dict[str, object] = dict(zip(names, line, strict=False))
        yield {name: _cell(cell) for name, cell in cells.items()} if is_mixed else cells


def _text(content: bytes) -> tuple[str, bool]:
    """The text of a table, and whether some of its lines are in another encoding than the rest."""
    try:
        return decoded(content), False
    except UnreadableSource:
        head, *_ = content.split(b"\n", 1)
        try:
            head.decode("utf-8")
        except UnicodeDecodeError:
            raise UnreadableSource("its header is not valid UTF-8") from None
        return content.decode("utf-8", "surrogateescape"), True


def _cell(cell: object) -> object:
    if isinstance(cell, str) and any("\udc80" <= letter <= "\udcff" for letter in cell):
        return Refused("it is not in the encoding of the other rows, UTF-8")
    return cell


def _delimiter(text: str) -> str:
    """The mark that the header holds most of: a comma, a tab, or the semicolon of some offices."""
    header = text.partition("\n")[0]
    return max(",\t;", key=header.count)


def sheet_rows(content: bytes, limits: Limits) -> Iterator[Cells]:
    """The lines of the first sheet of a workbook, by the names in its header."""
    openpyxl = library("openpyxl", "tables", "to read XLSX files")
    if content.startswith(LOCKED):
        raise UnreadableSource("it needs a password, or is an .xls file: save it as .xlsx")
    try:
        refuse_bomb(content, limits, "XLSX")
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False)
    except UnreadableSource:
        raise
    except Exception:
        raise UnreadableSource(f"{DAMAGED}, or no XLSX file") from None
    if not hasattr(book.active, "iter_rows"):
        raise UnreadableSource("it holds no sheet with cells")
    lines = _counted(book.active.iter_rows(values_only=True), limits)
    header = next(lines, None)
    names = [str(name).strip() if name is not None else "" for name in header or ()]
    if not any(names):
        raise UnreadableSource("the table has no header")
    for line in lines:
        cells = zip(names, line, strict=False)
        yield {name: _of_sheet(cell) for name, cell in cells if name}


def _counted(lines: Iterable[Sequence[C]], limits: Limits) -> Iterator[Sequence[C]]:
    """The lines of a table, as long as they hold no more cells than are read.

    A workbook of a few bytes may say that its last row is the millionth: an empty row counts too.
    """
    cells = 0
    try:
        for number, line in enumerate(lines):
            cells += max(1, len(line))
            if cells > limits.cells:
                raise UnreadableSource(f"the table holds more than {limits.cells:,} cells")
            if number > limits.rows:
                raise UnreadableSource(f"the table holds more than {limits.rows:,} rows")
            yield line
    except UnreadableSource:
        raise
    except Exception:  # a damaged file raises whatever its bytes lead to
        raise UnreadableSource(DAMAGED) from None


def _of_sheet(cell: object) -> object:
    """The cell; a formula is refused, since what it came to is not for sure in the file."""
    if isinstance(cell, str) and cell.startswith("="):
        return Refused(f"{FORMULA} ({cell[:40]})") if len(cell) > 2 else cell
    return Refused(FORMULA) if type(cell).__name__ == "ArrayFormula" else cell
