"""What a run is given: folders, files, sources, claims, rows, frames and texts, one by one.

>>> account(1, "Six people died.").id, day("2024-10-31")
('text 1', datetime.date(2024, 10, 31))
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from discrepancy.entries.given import is_one
from discrepancy.errors import BadValue, UnreadableSource
from discrepancy.reading.files.choosing import is_there
from discrepancy.source import Source, in_newsprint

Account = Any
"""A folder, a file, a source, a claim, a row, a data frame, or (in a list) a text of its own."""


def accounts_of(given: Account | Iterable[Account]) -> tuple[Account, ...]:
    """What was given, one by one."""
    if isinstance(given, str | Path | Source) or is_one(given):
        return (given,)
    return tuple(given)


def account(number: int, given: object) -> Path | Source:
    """A string is a path where there is such a path or where it looks like one, else a text."""
    if isinstance(given, Path | Source):
        return given
    if not isinstance(given, str):
        raise UnreadableSource(f"{type(given).__name__} is nothing that can be checked")
    path_like = "\n" not in given and (" " not in given.strip() or is_there(Path(given)))
    return Path(given) if path_like else Source(id=f"text {number}", text=given)


def known(source: Source, published: date | None, outlet: str | None) -> Source:
    """The source with the day and outlet of the run, where it tells none of its own."""
    found = {"published": source.published or published, "outlet": source.outlet or outlet}
    if published and not source.published:
        found["published_from"] = "given for the run"
    return source.model_copy(update=found)


def day(given: date | str | None) -> date | None:
    """A day of printing, also where it is given in words like 2024-10-31.

    Raises:
        BadValue: it is none, or lies where no calendar of ours reaches a year before or after.
    """
    try:
        told = date.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        raise BadValue(f"{given!r} is no day like 2024-10-31") from None
    if told is not None and not in_newsprint(told):
        raise BadValue(f"{told} is no day on which news can have been printed (1605 to 2999)")
    return told
