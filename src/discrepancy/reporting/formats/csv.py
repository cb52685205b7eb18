"""The report as comma-separated values, one row a reading, for spreadsheets."""

import csv
from collections.abc import Iterator
from io import StringIO

from discrepancy.claims import Bound, DateValue, QuantityValue, TextValue, TimeValue
from discrepancy.finding import Finding, Reading, Report, Value
from discrepancy.patterns import pattern
from discrepancy.reporting import Options, outline
from discrepancy.reporting.passages import Texts, spelt, steering
from discrepancy.reporting.wording import read_as

COLUMNS = (
    "finding",
    "verdict",
    "confidence",
    "kind",
    "measurand",
    "because",
    "decision",
    "origin",
    "confirmed_by",
    "set_aside",
    "reading",
    "value",
    "low",
    "high",
    "unit",
    "bound",
    "trend",
    "date",
    "time",
    "sources",
    "documents",
    "as_of",
    "said_by",
    "words",
    "context",
)
"""The columns; `reading` counts from 1 within a finding."""

BOUNDS = {
    Bound.EXACT: "exact",
    Bound.ABOUT: "about",
    Bound.AT_LEAST: "at least",
    Bound.MORE_THAN: "more than",
    Bound.AT_MOST: "at most",
    Bound.LESS_THAN: "less than",
    Bound.RANGE: "range",
}
"""Bounds in words, since a cell that begins with = or > is taken for a formula."""


def render(report: Report, options: Options) -> str:
    """A header and one row for each reading, then one for each document that was not read.

    With verbose, the readings of corroborated groups stand there too.
    """
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    shown = report.findings + (report.corroborated if options.verbose else ())
    for row in rows(shown, Texts(report.sources)):
        writer.writerow({name: harmless(cell) for name, cell in row.items()})
    for one in report.unread:
        row = {"verdict": "not read", "documents": one.document, "because": one.because}
        writer.writerow({name: harmless(cell) for name, cell in row.items()})
    return out.getvalue()


def rows(findings: tuple[Finding, ...], texts: Texts) -> Iterator[dict[str, str]]:
    """The cells of each reading by column, empty ones left out."""
    for finding in findings:
        for number, reading in enumerate(finding.readings, start=1):
            yield {
                "finding": finding.id,
                "verdict": finding.verdict,
                "confidence": finding.confidence,
                "kind": finding.kind,
                "measurand": finding.measurand,
                "because": finding.because,
                "decision": finding.decision or "",
                "origin": finding.origin or "",
                "confirmed_by": finding.confirmed_by or "",
                "set_aside": aside_words(finding),
                "reading": str(number),
                "value": read_as(reading),
                **_value(reading.value),
                **_said(reading, texts),
            }


def aside_words(finding: Finding) -> str:
    """Who has set a finding aside, and why; nothing where nobody has."""
    aside = finding.set_aside
    return f"{aside.by}: {aside.because}" if aside else ""


def harmless(cell: str) -> str:
    r"""The cell, told apart from a formula by an apostrophe where a spreadsheet would run it.

    Some offices part cells at semicolons, so what follows one may be a cell of its own. What
    would steer a terminal that shows the file is spelt out, and so is a return without a new line,
    which writers before Python 3.13 leave unquoted, so that a row ends at it.

    >>> harmless("=1+1"), harmless("-4"), harmless("six"), harmless("a;=1"), harmless("\x1b[2J")
    ("'=1+1", '-4', 'six', "a;'=1", '⟨U+001B⟩[2J')
    """
    cell = _lone_return().sub(spelt, cell).replace("\r\n", "\n")
    cell = _after_semicolon().sub("'", steering().sub(spelt, cell))
    if cell.startswith(_FORMULA) and not cell[1:].replace(".", "").isdigit():
        return f"'{cell}"
    return cell


_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


_lone_return = pattern(r"\r(?!\n)")


_after_semicolon = pattern(r"(?<=;)(?=[=+@＝＋＠])")


def _value(value: Value) -> dict[str, str]:
    match value:
        case QuantityValue():
            return {
                "low": f"{value.low:f}",
                "high": f"{value.high:f}",
                "unit": value.unit or "",
                "bound": BOUNDS[value.bound],
                "trend": value.trend or "",
            }
        case DateValue():
            return {"date": value.edtf or ""}
        case TimeValue():
            return {"time": value.time, "bound": BOUNDS[value.bound]}
        case TextValue():
            return {}


def _said(reading: Reading, texts: Texts) -> dict[str, str]:
    passages = [texts.passage(claim) for claim in reading.claims]
    contexts = [f"{part.before}{part.words}{part.after}" for part in passages]
    return {
        "sources": "; ".join(outline.outlets(reading, texts)),
        "documents": "; ".join(
            f"{claim.document}:{claim.start}-{claim.end}"
            for claim in reading.claims
            if claim.document is not None
        ),
        "as_of": "; ".join(outline.unique(claim.as_of or "" for claim in reading.claims)),
        "said_by": "; ".join(outline.credited(reading)),
        "words": " | ".join(claim.text for claim in reading.claims),
        "context": " | ".join(" ".join(context.split()) for context in contexts),
    }
