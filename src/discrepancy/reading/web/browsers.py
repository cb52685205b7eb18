"""What a browser sets at the edges of a page that it prints: day and hour, title, address, page.

>>> page = ["12/1/26, 4:14 AM Norby pool", "The pool is to close.", "https://arn.example/pool 1/1"]
>>> [line for n, line in enumerate(page) if n not in edges(page, range(3), "Norby pool")]
['The pool is to close.']
>>> address([page])
'https://arn.example/pool'
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from discrepancy.patterns import pattern


def edges(page: Sequence[str], edge: Iterable[int], title: str) -> set[int]:
    """The lines that a browser has set there.

    Args:
        page: the lines of one page.
        edge: the places of those that may be a header or a footer.
        title: that of the document, which the header repeats.
    """
    at = list(edge)
    lines = {n: page[n].strip() for n in at}
    sure = {n for n, line in lines.items() if _address_line().fullmatch(line)}
    sure |= {n for n, line in lines.items() if _count_and_stamp().fullmatch(line)}
    headed = {n for n, line in lines.items() if _is_header(line, title, anyhow=bool(sure))}
    return sure | headed


def _is_header(line: str, title: str, *, anyhow: bool) -> bool:
    """Whether it is the title with the day or the address; `anyhow`: the page has a footer."""
    beside = _stamp().match(line) or _address_behind().search(line)
    if beside is None:
        return False
    words = line.replace(beside[0], "", 1).strip()
    return anyhow if not words or not title else _is_title(words, title)


def address(pages: Iterable[Sequence[str]]) -> str | None:
    """The address that stands at the foot of a printed page, where it is of the web and whole."""
    lines = (line.strip() for page in pages for line in (*page[:3], *page[-3:]))
    told = (_address_line().fullmatch(line) for line in lines)
    urls = (found["address"] for found in told if found)
    return next((url for url in urls if url.startswith("http") and not url.endswith("…")), None)


def _is_title(words: str, title: str) -> bool:
    """Whether they are the title, which may be cut where the line is full."""
    shown = words.rstrip("….").strip()
    return bool(shown) and " ".join(title.split()).startswith(shown)


_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?"


@cache
def _address_line() -> re.Pattern[str]:
    # https://arn.example/pool 1/3 | file:///home/hale/pool.html 1/1 | https://arn.example/pool
    behind = rf"{_DAY},?\s+{_CLOCK}|(?:Page )?\d+\s?(?:/|of)\s?\d+"
    return re.compile(rf"(?P<address>(?:https?|file)://\S+)(?:\s+(?:{behind}))?")


# Norby pool https://arn.example/pool
_address_behind = pattern(r"\s(?:https?|file)://\S+$")


@cache
def _stamp() -> re.Pattern[str]:
    # 12/1/26, 4:14 AM Norby pool | 01/12/2026, 04:14
    return re.compile(rf"{_DAY},?\s{_CLOCK}(?=\s|$)")


@cache
def _count_and_stamp() -> re.Pattern[str]:
    # 1 of 3 01/12/2026, 04:14 | 1/3 | Page 1 of 3 12/1/26, 4:14 AM
    return re.compile(rf"(?:Page )?\d+\s?(?:of|/)\s?\d+\s+{_DAY},?\s{_CLOCK}")
