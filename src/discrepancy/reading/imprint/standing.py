r"""Full dates that stand alone on a line by the headline, as a page sets the day of its printing.

>>> lines = [Line(0, 13, "Ferry sinks"), Line(12, 22, "5 May 2009")]
>>> [found.edtf for found in dates_alone("Ferry sinks\n5 May 2009", lines, None)]
['2009-05-05']
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from discrepancy.calendar import written_dates
from discrepancy.calendar.written_dates import WrittenDate
from discrepancy.source import Layout
from discrepancy.tables import words

LINES_AT_THE_TOP = 6
"""How many filled lines from the top, or from the headline, a date of its own may stand."""


class Line(NamedTuple):
    """A line that holds something, and where it stands in the text."""

    start: int
    end: int
    text: str


def dates_alone(text: str, lines: Sequence[Line], layout: Layout | None) -> Iterator[WrittenDate]:
    """The dates of the lines next to the headline, or of the first of a text without one.

    The clock of a site's header stands further off: between it and the headline lies a menu.
    """
    for number in _near(lines, layout):
        if not _is_of_a_list(lines, number):
            yield from _alone(text, lines[number])


def _near(lines: Sequence[Line], layout: Layout | None) -> Iterator[int]:
    if layout is None or layout.headline is None:
        yield from range(min(len(lines), LINES_AT_THE_TOP))
        return
    at = next((n for n, line in enumerate(lines) if line.end > layout.headline.start), 0)
    if lines and _is_of_an_issue(lines[at].text):
        yield at
    yield from range(at + 1, min(len(lines), at + 1 + LINES_AT_THE_TOP))
    yield from reversed(range(max(0, at - 2), at))


def _is_of_an_issue(line: str) -> bool:
    # "Arn Post (English edition), 5 May 2009", which looks like a headline
    return re.search(r"(?i)\b(?:edition|issue|vol\.?|no\.)", line) is not None


def _is_of_a_list(lines: Sequence[Line], number: int) -> bool:
    """Whether a line and the days above it stand below "Earlier accidents there:"; not "Date:"."""
    for above in reversed(lines[max(0, number - LINES_AT_THE_TOP) : number]):
        if above.text.rstrip().endswith(":"):
            return other_words(above.text) > 1
        if next(written_dates.find(above.text[:40]), None) is None:
            return False
    return False


def _alone(text: str, line: Line) -> Iterator[WrittenDate]:
    """The full date of a line that holds little else: an agency, a place, a clock time."""
    if len(line.text) > 120 or "©" in line.text or re.search(r"(?i)copyright", line.text):
        return
    if _is_of_fetching(line.text):
        return
    for found in written_dates.find(text, line.start, line.end):
        rest = text[line.start : found.span.start] + " " + text[found.span.end : line.end]
        most = 8 if _closes(text, line, found) else 4
        if full_day(found.edtf) and other_words(rest) <= most and not _tells(rest):
            yield found
            return


def _closes(text: str, line: Line, found: WrittenDate) -> bool:
    """Whether a mark sets the date off at the end: "Press notice, Arn Staff, 5 May 2009"."""
    before = text[line.start : found.span.start].rstrip()
    return before.endswith((",", "|", "·", "•")) and not text[found.span.end : line.end].strip()


def _is_of_fetching(line: str) -> bool:
    # "Retrieved 3 November 2025": when somebody fetched the page
    first = re.search(r"[^\W\d_]+", line)
    return first is not None and first[0].lower() in words("furniture", "of_fetching")


@cache
def _small() -> re.Pattern[str]:
    # what may stand beside a date without making a sentence of it: clock times, zones, weekdays
    return re.compile(
        rf"""\b(?:\d{{1,2}}([:.h]\d\d){{0,2}}[ ]?(?:[ap]\.?[ ]?m\b\.?)?|[ap]\.?m\b\.?|hrs?|hours|
        utc|gmt(?:[+-]\d+)?|[a-z]{{1,2}}[sd]t|i?ct|et|pt|at|on|the|of|by|last|first|local|time|
        updated|published|posted|modified|date|noon|midnight|{written_dates.choice("weekday")})\b""",
        re.VERBOSE | re.IGNORECASE,
    )


def other_words(text: str) -> int:
    """How many words are left beside clock times, weekdays and labels."""
    return len(re.findall(r"[^\W\d_]{2,}", _small().sub(" ", text)))


def _tells(text: str) -> bool:
    """Whether the words beside a date make a sentence with it: "It opened on 5 May 2009."."""
    left = re.findall(r"(?<![^\W\d_])[a-z]{2,}", _small().sub(" ", text))
    return any(word not in words("furniture", "around_a_date") for word in left)


def full_day(edtf: str) -> date | None:
    """The day of an EDTF date that tells one."""
    try:
        return date.fromisoformat(edtf) if len(edtf) == 10 else None
    except ValueError:  # the year is not written
        return None
