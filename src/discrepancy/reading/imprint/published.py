r"""The published day and the outlet of a pasted text, found where a reader would find them.

In order of trust: a label ("First Published: Oct 24 2024"), a date that stands alone on a line
by the headline, a dateline ("ARNHAM, July 2, 2013 (Agency) -"), the address of the page. The
clock in a site's header, copyright lines and the dates of the story itself do not count.

>>> text = "Ferry sinks\nLast updated: 24 October, 2024 7:17 AM\nA ferry sank on 5 May 2023."
>>> find(text).published
datetime.date(2024, 10, 24)
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache

from discrepancy.calendar import datelines, written_dates
from discrepancy.calendar.written_dates import WrittenDate
from discrepancy.patterns import pattern
from discrepancy.reading.imprint import addresses, day_order, outlet
from discrepancy.reading.imprint.moments import clock
from discrepancy.reading.imprint.standing import (
    LINES_AT_THE_TOP,
    Line,
    dates_alone,
    full_day,
    other_words,
)
from discrepancy.reading.page.furniture import is_over_links
from discrepancy.source import Layout
from discrepancy.span import Model, Span

_LINES_OF_A_PAGE = 400


class Imprint(Model):
    """What the page says of itself; what it does not say is None."""

    published: date | None = None
    outlet: str | None = None
    told: str | None = None
    """Where the published day is told: "the text (Published)", "its dateline", "its address"."""
    at: datetime | None = None
    """The time of day of printing, where one stands beside the day."""
    evidence: Span | None = None
    """The words that give the published day, where the text has them."""


def find(text: str, layout: Layout | None = None, url: str | None = None) -> Imprint:
    """Find the published day and the outlet of one document.

    Args:
        text: the document as it was pasted.
        layout: its headline and paragraphs, where they are known.
        url: its address; by default an address among the first lines of the text.
    """
    address = url or addresses.address(text)
    text = _broken_stamp().sub(lambda found: f"{found[0][:-1]} ", text)  # as long as before
    for found, told in _days(text, layout):
        settled = day_order.settle(found, text, address)
        if not settled.alternatives and (day := full_day(settled.edtf)):
            clock = _clock_beside(text, settled.span)
            return Imprint(
                published=day,
                told=told,
                at=datetime.combine(day, clock) if clock else None,
                outlet=outlet.find(text, address),
                evidence=settled.span,
            )
    day = addresses.day_of(address)
    where = "its address" if day else None
    return Imprint(published=day, told=where, outlet=outlet.find(text, address))


@cache
def _broken_stamp() -> re.Pattern[str]:
    # a short line that ends amid a date: "Published on 22 October", and its year on the next
    month = rf"(?:{written_dates.choice('month')})\.?"
    return re.compile(
        rf"(?m)^[^\n]{{0,40}}\b(?:\d{{1,2}}[ ]{month}|{month}[ ]\d{{1,2}}),?\n(?=(?:19|20)\d\d\b)",
        re.IGNORECASE,
    )


def _clock_beside(text: str, day: Span) -> time | None:
    """The time of day behind a day, or else before it, on its line and up to another date."""
    end = text.find("\n", day.end)
    behind = text[day.end : min(day.end + 30, end if end >= 0 else len(text))]
    before = text[max(text.rfind("\n", 0, day.start) + 1, day.start - 24) : day.start]
    behind = re.split(r"[|•·]|(?i:updated)", behind)[0]
    return clock(behind) or clock(re.split(r"[|•·]", before)[-1])


def _days(text: str, layout: Layout | None) -> Iterator[tuple[WrittenDate, str]]:
    """The dates that say when the text was printed and where they say so, most trusted first."""
    lines = list(_of_the_page(list(_filled_lines(text, layout)), layout))
    labelled = [found for line in lines for found in _labelled(text, line)]
    told = [(label.strip(" :").capitalize(), found) for label, found in labelled]
    yield from ((f, f'the text ("{label}")') for label, f in told if label.startswith("First"))
    yield from ((f, f'the text ("{label}")') for label, f in told if _is_of_print(label))
    alone = dates_alone(text, lines, layout)
    yield from ((found, "a line by the headline") for found in alone)
    yield from ((f, f'the text ("{label}")') for label, f in told if not _is_of_print(label))
    for line in _first_of_the_article(lines, layout):
        yield from ((found, "its dateline") for found in _datelined(text, line))
    yield from ((found, 'the text ("today")') for found in _explained(text))


def _of_the_page(lines: list[Line], layout: Layout | None) -> Iterator[Line]:
    """The lines down to a heading over other stories below the article: their days are theirs."""
    end = layout.sentences[-1].end if layout and layout.sentences else 0
    for line in lines:
        if line.start >= end > 0 and is_over_links(line.text):
            return
        yield line


def says_published(text: str) -> bool:
    """Whether a label by the head of a text tells when it was printed: "Published 5 May 2013"."""
    lines = list(_filled_lines(text))[:LINES_AT_THE_TOP]
    return any(_is_of_print(label) for line in lines for label, _ in _labelled(text, line))


def _is_of_print(label: str) -> bool:
    """Whether a label tells the day of printing, not of an update, a filing or the file."""
    return re.search(r"published|posted", label, re.IGNORECASE) is not None


def labelled(text: str) -> Iterator[tuple[str, WrittenDate]]:
    """The full dates of a short text that a label stands before: "Published 5 May 2013"."""
    for line in _filled_lines(text):
        yield from _labelled(text, line)


def _filled_lines(text: str, layout: Layout | None = None) -> Iterator[Line]:
    """The lines that hold something; those of a paragraph that runs over several are one."""
    paragraphs = layout.paragraphs if layout else ()
    starts = [paragraph.start for paragraph in paragraphs]
    end = 0
    for found in re.finditer(r"[^\n]*\S[^\n]*", text):
        if found.start() < end:
            continue
        at = bisect_left(starts, found.start())
        end = found.end()
        if at < len(starts) and starts[at] < end < paragraphs[at].end:
            end = paragraphs[at].end
        yield Line(found.start(), end, text[found.start() : end])


# First Published: | Published on | Last Updated : | posted at 10:04 am on | UPDATED: 19:14 GMT,
_label = pattern(
    r"""\b(?:(?:first|last|date|originally)[ ])?
        (?:published|posted|updated|modified|created|issued|filed)
        (?:[ ]on)?(?P<mark>[ ]?:)?(?P<between>[^\n]{0,60})$""",
    re.VERBOSE | re.IGNORECASE,
)


def _labelled(text: str, line: Line) -> Iterator[tuple[str, WrittenDate]]:
    """Full dates that a label stands before, or right after, on one line."""
    if not _may_hold_label(line.text):
        return
    for found in written_dates.find(text, line.start, line.end):
        if full_day(found.edtf) is None:
            continue
        before = text[max(line.start, found.span.start - 80) : found.span.start]
        label = _label().search(before)
        if label and _is_label(label, before, found, line):
            yield label[0], found


def _may_hold_label(line: str) -> bool:
    return (
        re.search(r"(?i)published|posted|updated|modified|created|issued|filed", line) is not None
    )


def _is_label(label: re.Match[str], before: str, found: WrittenDate, line: Line) -> bool:
    """Tell "Posted on 5 May 2013" from "he posted on 5 May 2013 that ..."."""
    if other_words(label["between"]):  # By Ann Ode, posted in Accidents on Friday, May 3, 2013.
        is_short = len(line.text) < 160 and line.end - found.span.end < 3
        return is_short and label["between"].startswith(" in ")
    opens_the_line = not before[: label.start()].strip(" *|•·-–—(")
    is_marked = label["mark"] is not None and label[0][0].isupper()
    return is_marked or (opens_the_line and len(line.text) < 90)


def _first_of_the_article(lines: list[Line], layout: Layout | None) -> Iterator[Line]:
    if layout is None or not layout.sentences:
        yield from lines[:LINES_AT_THE_TOP]
        return
    starts = [span.start for span in layout.sentences[:3]]
    yield from (line for line in lines if any(line.start <= at < line.end for at in starts))


def _datelined(text: str, line: Line) -> Iterator[WrittenDate]:
    """The full date of a dateline, at the start of an article."""
    found = datelines.find(text, Span(start=line.start, end=line.end))
    if found and found.day and full_day(found.day.edtf):
        yield found.day


_today = pattern(r"\b(?:today|this (?:morning|afternoon|evening)|tonight) ?[(\[,] ?", re.IGNORECASE)


def _explained(text: str) -> Iterator[WrittenDate]:
    """The full date that explains a "today": the port announced today (4 November 2011)."""
    for said in _today().finditer(text):
        for found in written_dates.find(text, said.end(), said.end() + 40):
            if found.span.start == said.end() and full_day(found.edtf):
                yield found
