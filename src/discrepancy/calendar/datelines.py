"""The dateline of a report: where it was filed, on which day, by which agency. It is no sentence.

>>> text = "NORBY, March 13 (ECNA) - The pool is to close."
>>> line = find(text, Span(start=0, end=len(text)))
>>> line.span.of(text), line.day.edtf, line.agency
('NORBY, March 13 (ECNA) - ', 'XXXX-03-13', 'ECNA')
"""

import re
from functools import cache
from typing import NamedTuple

from discrepancy.calendar import written_dates
from discrepancy.calendar.written_dates import WrittenDate
from discrepancy.span import Span


class Dateline(NamedTuple):
    """What stands before the first sentence of a report."""

    span: Span
    """From the place to where the sentence begins."""
    day: WrittenDate | None
    """Its day, with the year or without."""
    agency: str | None


_LONGEST = 110


def find(text: str, paragraph: Span, *, opens: bool = True) -> Dateline | None:
    """The dateline at the start of a paragraph, if there is one.

    Args:
        text: the document.
        paragraph: one of its paragraphs, no headline.
        opens: whether it is the first of its article. Of a later one capitals and a dash do not
            tell enough: "NATO - the alliance".
    """
    end = min(paragraph.end, paragraph.start + _LONGEST)
    found = _pattern().match(text, paragraph.start, end)
    if found is None or found.end() >= paragraph.end:
        return None
    day = _day(found)
    agency = found["agency"] or found["wire"] or found["later"]
    told = day is not None or agency is not None
    if not told and not (opens and found["capitals"] and not _returns(text, found, paragraph)):
        return None
    return Dateline(
        span=Span(start=found.start(), end=found.end()),
        day=day,
        agency=" ".join(agency.split()) if agency else None,
    )


def _day(found: re.Match[str]) -> WrittenDate | None:
    """The day in a dateline, which a line may break."""
    dates = written_dates.find(re.sub(r"\s", " ", found[0]))
    day = next((one for one in dates if len(one.edtf) == len("XXXX-03-13")), None)
    at = found.start()
    return day and day._replace(span=Span(start=day.span.start + at, end=day.span.end + at))


def _returns(text: str, found: re.Match[str], paragraph: Span) -> bool:
    """Whether a second dash closes what the first one opens: "NATO — the alliance — said"."""
    near = text[found.end() : min(paragraph.end, found.end() + _LONGEST)]
    return re.search(r"\s(?:--?|[–—])\s", near) is not None


@cache
def _pattern() -> re.Pattern[str]:
    # NORBY, March 13 (ECNA) - | ARN/NORBY, 13 March 2026 (ECNA) — | Arn, Oct. 24, 2024 –
    # ARNHAM, Ode — July 2, 2013 — | PORT ARN (Agency) Oct. 24, 2024 -- | NORBY (ECNA) |
    # ALDER, Oct. 29, 2026 /ArnNewswire/ --
    month = rf"(?i:{written_dates.choice('month')})\.?"
    weekday = rf"(?:(?i:{written_dates.choice('weekday')})\.?,?\s)?"
    year = r"(?:,?\s(?:19|20)\d\d)?"
    day = rf"{weekday}(?:{month}\s\d{{1,2}}(?!\d)|\d{{1,2}}\s{month}(?!\w)){year}"
    capitals = r"[A-Z][A-Z'’&.]+(?:[ /-][A-Z][A-Z'’&.]*){0,3}"
    place = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}"
    agency = r"[A-Z][\w&.’'/ -]{1,30}"
    dash = r"(?:\s--?|\s?[–—]|--|\s[|])\s+"
    return re.compile(
        rf"""(?:(?P<capitals>{capitals})(?![\w-])|{place})
        (?:,\s(?!{day}){place})?
        (?:\s[–—](?=\s{day}))?
        (?:,?\s{day})?
        (?:\s(?:\((?P<agency>{agency})\)|/(?P<wire>[A-Z][\w -]+)/))?
        (?:,?\s{day})?
        (?:\s\((?P<later>{agency})\))?
        {dash}""",
        re.VERBOSE,
    )
