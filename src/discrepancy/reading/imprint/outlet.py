r"""The outlet of a pasted page: address, masthead, note of its editors, copyright, dateline.

>>> find("Arn Post\nFriday, May 5, 2023 | 8:11 PM\nFerry sinks\nA ferry sank off Arn.")
'Arn Post'
>>> find("A ferry sank off Arn.") is None
True
"""

import re

from discrepancy import tables
from discrepancy.calendar import datelines, written_dates
from discrepancy.patterns import pattern
from discrepancy.span import Span

_HEAD = 4000
"""Characters at the start of a text in which it names its outlet."""
_TOP = 12
"""How many filled lines from the top hold a masthead."""
_NAMED = 4
"""How many of them may name the paper beside its day."""


def find(text: str, address: str | None = None) -> str | None:
    """The outlet, as a host or as the page names it; None where the page does not say."""
    if address:
        return _host(address)
    return _masthead(text) or _edited_by(text) or _owner(text) or _agency(text)


def _host(address: str) -> str | None:
    found = re.match(r"https?://([^/\s:?#]+)", address, re.IGNORECASE)
    return re.sub(r"^(?:www\d?|m|amp|edition)\.", "", found[1].lower()) if found else None


def _masthead(text: str) -> str | None:
    """A name that stands twice on one line at the top, or over the clock of the page."""
    lines = [line.strip() for line in text[:_HEAD].split("\n") if line.strip()][:_TOP]
    for line, below in zip(lines, [*lines, ""][1:], strict=True):
        glued = re.fullmatch(r"([A-Z][\w .&'’-]{3,40}?)\1+", line)
        if glued:
            return glued[1].strip()
        if _is_name(line) and _is_clock(below):
            return line
    top = lines[:_NAMED]
    by_its_day = next(filter(None, map(_named_with_day, top)), None)
    return by_its_day or next(filter(None, map(_named_over_day, top, [*top[1:], ""])), None)


def _named_over_day(line: str, below: str) -> str | None:
    """The paper on a line of its own, above or below one that is but a day."""
    for name, other in ((line, below), (below, line)):
        day = next(written_dates.find(other[:80]), None)
        if day is None or len(day.edtf) != 10 or not _is_name(name) or " " not in name:
            continue
        label = other[: day.span.start].strip(" :,")
        rest = re.sub(r"[\d:.,| ]+|[ap]\.?m\b\.?", "", other[day.span.end :])
        if _is_called(name) and not rest and len(label.split()) <= 1 and label[-1:] != ".":
            return name
    return None


def _named_with_day(line: str) -> str | None:
    """The paper on a line that is its name and the day: "The Norby Gazette, 14 November 2025"."""
    line = line.strip("*_ ")  # Markdown
    day = next(written_dates.find(line[:80]), None)
    if day is None or len(day.edtf) != 10 or line[day.span.end :].strip(" .,"):
        return None
    name = line[: day.span.start].rstrip(" ,|·•–—-")
    parted = line[len(name) : day.span.start].strip()
    if (
        _is_called(name)
        and parted
        and " " in name
        and _is_name(name)
        and not name.startswith("By ")
    ):
        return name
    return None


def _is_called(name: str) -> bool:
    """Whether a name has a word that papers, agencies and stations are called by."""
    kinds = (
        tables.words("verbs_of_saying", of) for of in ("newspaper_names", "printed", "outlets")
    )
    return any(not kind.isdisjoint(name.lower().split()) for kind in kinds)


def _is_name(line: str) -> bool:
    words = line.split()
    return 1 <= len(words) <= 4 and all(re.match(r"[A-Z][\w.&'’-]*$", word) for word in words)


def _is_clock(line: str) -> bool:
    """Friday, May 5, 2023 | 8:11 PM: the day and the time, and little more."""
    day = next(written_dates.find(line[:80]), None)
    timed = re.search(r"\d:\d\d", line) is not None
    return (
        day is not None and len(day.edtf) == 10 and timed and day.span.start < 4 and len(line) < 60
    )


_note = pattern(r"\bnot been edited by (?:the )?([A-Z][\w.&'’ -]{1,40}?) staff\b")


def _edited_by(text: str) -> str | None:
    """This story has not been edited by Arn Post staff."""
    found = _note().search(text)
    return found[1] if found else None


_copyright = pattern(
    r"(?:(?:©|copyright)[ ]*(?:©[ ]*)?(?:\d{4}(?:[-–]\d{4})?,?[ ]*)?"
    r"|\(c\)[ ]*\d{4}(?:[-–]\d{4})?,?[ ]*)(?:by[ ])?"  # "(c) Applicability" is a heading
    r"(?-i:([A-Z][\w&'’-]*(?:[ ][A-Z][\w&'’-]*){0,4}))(?:[.,|]|[ ]*$)",
    re.IGNORECASE | re.MULTILINE,
)


def _owner(text: str) -> str | None:
    """© 2024 Arn Media. All rights reserved."""
    found = _copyright().search(text)
    if found is None or found[1].lower().startswith("all rights"):
        return None
    return found[1]


def _agency(text: str) -> str | None:
    """ARNHAVEN, May 5 (Arn Press) - A ferry sank."""
    starts = (one.start() for one in re.finditer(r"^(?=[A-Z])", text[:_HEAD], re.MULTILINE))
    told = (datelines.find(text, Span(start=at, end=len(text)), opens=False) for at in starts)
    return next((one.agency for one in told if one and one.agency), None)
