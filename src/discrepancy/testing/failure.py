"""What a failed assertion prints: what was wanted, and what was found instead, side by side."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from discrepancy.finding import Citation, Report
from discrepancy.reporting.passages import visible
from discrepancy.testing.judged import Asked, Judged, sentence_of, text_of
from discrepancy.testing.wanted import Wanted, gives

_COLUMN = 46
_SHOWN = 3


def instead(report: Report, wanted: str, asked: Asked, found: Sequence[Judged]) -> str:
    """The message: one line of what was wanted, then what the report has on these readings."""
    lines = [f"wanted: {wanted}{asked}"]
    for one in found[:_SHOWN]:
        lines += ["", f"found:  {one.verdict} ({one.finding.measurand}): {one.because}"]
        lines += side_by_side(report, one.first, one.second)
    if len(found) > _SHOWN:
        lines += ["", f"and {len(found) - _SHOWN} more"]
    if not found:
        lines += ["found:  no judgement on these readings"]
        for reading in asked.readings:
            lines += ["", *_read_apart(report, reading)]
    return "\n".join(lines)


def side_by_side(report: Report, first: Citation, second: Citation) -> Iterator[str]:
    """Both sentences in two columns, the words of each claim marked."""
    columns = (tuple(_column(report, first)), tuple(_column(report, second)))
    for left, right in zip_longest(*columns, fillvalue=""):
        yield f"  {left:<{_COLUMN}} | {right}".rstrip()


def _column(report: Report, place: Citation) -> Iterator[str]:
    text = text_of(report, place.source)
    start, end = sentence_of(report, place)
    marked = f"{text[start : place.start]}«{text[place.start : place.end]}»{text[place.end : end]}"
    yield textwrap.shorten(visible(place.source), _COLUMN, placeholder="…")
    yield from textwrap.wrap(visible(" ".join(marked.split())), _COLUMN)


def _read_apart(report: Report, wanted: Wanted) -> Iterator[str]:
    """Where a reading stands, when the report does not hold it against the other."""
    places = [
        place
        for claim in report.read
        for place in [
            Citation(
                document=claim.source, start=claim.span.start, end=claim.span.end, text=claim.text
            )
        ]
        if gives(wanted, place, claim.value, text_of(report, place.source))
    ]
    yield f'"{wanted}" is read in {len(places) or "no"} place{"s" * (len(places) != 1)}'
    for place in places[:_SHOWN]:
        yield from (f"  {line}" for line in _column(report, place))
