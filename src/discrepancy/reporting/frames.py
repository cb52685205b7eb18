"""Reports and claims as tables: rows of plain values, pandas frames, Arrow tables.

>>> from discrepancy.finding import Report
>>> report_rows(Report())
[]
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from discrepancy.calendar.edtf import interval
from discrepancy.claims import (
    Claim,
    DateClaim,
    DateValue,
    QuantityClaim,
    QuantityValue,
    TextValue,
    TimeValue,
)
from discrepancy.extras import library
from discrepancy.finding import Report, Value
from discrepancy.reporting.formats.csv import aside_words
from discrepancy.reporting.passages import Texts
from discrepancy.reporting.wording import value_words

if TYPE_CHECKING:
    import pandas
    import pyarrow

Cell = str | int | float | bool | date | None
TableRow = dict[str, Cell]

VALUE_COLUMNS = {
    "value": ("string", "the value in words"),
    "low": ("float64", "the figure, or the lower end of a stated range"),
    "high": ("float64", "the figure, or the upper end of a stated range"),
    "unit": ("string", "canonical unit: a pint name, a currency code, a counted noun"),
    "bound": ("string", "what the hedge means: = ~ >= > <= < .."),
    "trend": ("string", "up or down, where the figure is the size of a change"),
    "edtf": ("string", "a day or period, as EDTF"),
    "first_day": ("date32", "the first day of that period; empty where it is open"),
    "last_day": ("date32", "the last day of that period; empty where it is open"),
    "time": ("string", "a clock time"),
}
"""Columns of a value, whatever its kind: Arrow type and meaning; what does not apply is empty."""

REPORT_COLUMNS = {
    "finding": ("string", "fingerprint of the finding"),
    "verdict": ("string", "conflict, update, scope; rounding, compatible, agreement"),
    "confidence": ("string", "sure, or possible: it may be one thing or two"),
    "kind": ("string", "quantity, date, time, quote, status, name"),
    "measurand": ("string", "what was measured or counted"),
    "because": ("string", "why this verdict"),
    "severity": ("float64", "orders the findings, gravest highest"),
    "decision": ("string", "confirmed, where a reader said so"),
    "origin": ("string", "which second reader found it; empty: our own rules"),
    "confirmed_by": ("string", "which second reader takes it for a disagreement too"),
    "set_aside": ("string", "which second reader takes it for none, and why"),
    "reading": ("int64", "which reading of the finding, from 0"),
    **VALUE_COLUMNS,
    "source": ("string", "id of the source"),
    "document": ("string", "the same where its text is at hand, else empty"),
    "outlet": ("string", "who published it"),
    "published": ("date32", "the day it was printed"),
    "start": ("int64", "offset of the first character"),
    "end": ("int64", "offset after the last character"),
    "text": ("string", "the words there"),
    "attribution": ("string", "who is credited inside the text"),
    "as_of": ("string", "EDTF day on which it held"),
}
"""Columns of a report, one row for each claim of each reading."""

CLAIM_COLUMNS = {
    "source": ("string", "id of the source"),
    "document": ("string", "the same where its text is at hand, else empty"),
    "subject": ("string", "of whom or what, where it was typed in"),
    "measurand": ("string", "what is measured, where it was typed in"),
    "kind": ("string", "quantity, date, time, quote, status, name"),
    "start": ("int64", "offset of the first character"),
    "end": ("int64", "offset after the last character"),
    "text": ("string", "the words there"),
    **VALUE_COLUMNS,
    "category": ("string", "of a quantity: count, money, percent, measure, ..."),
    "predicate": ("string", "class of what happened: die, injure, deploy, ..."),
    "attribution": ("string", "who is credited inside the text"),
    "as_of": ("string", "EDTF day on which it held"),
    "modality": ("string", "stated, planned, expected, alleged, denied"),
    "negated": ("bool", "said not to be so"),
}
"""Columns of claims, one row each."""


def report_rows(report: Report) -> list[TableRow]:
    """One row for each claim of each reading, flagged findings first."""
    texts = Texts(report.sources)
    return [
        {
            "finding": finding.id,
            "verdict": finding.verdict.value,
            "confidence": finding.confidence.value,
            "kind": finding.kind,
            "measurand": finding.measurand,
            "because": finding.because,
            "severity": finding.severity,
            "decision": finding.decision,
            "origin": finding.origin,
            "confirmed_by": finding.confirmed_by,
            "set_aside": aside_words(finding) or None,
            "reading": number,
            **_value(reading.value),
            "source": claim.source,
            "document": claim.document,
            "outlet": texts.source(claim.source).outlet,
            "published": texts.source(claim.source).published,
            "start": claim.start,
            "end": claim.end,
            "text": claim.text,
            "attribution": claim.attribution,
            "as_of": claim.as_of,
        }
        for finding in report.findings + report.corroborated
        for number, reading in enumerate(finding.readings)
        for claim in reading.claims
    ]


def claim_rows(claims: Iterable[Claim]) -> list[TableRow]:
    """One row for each claim, in the order given."""
    return [_claim(claim) for claim in claims]


def to_frame(report: Report) -> "pandas.DataFrame":
    """The report as a pandas frame with REPORT_COLUMNS; `attrs["unread"]` is what was not read."""
    told = frame(report_rows(report), REPORT_COLUMNS)
    told.attrs["unread"] = [one.model_dump() for one in report.unread]
    return told


def claims_to_frame(claims: Iterable[Claim]) -> "pandas.DataFrame":
    """Claims as a pandas frame with CLAIM_COLUMNS."""
    return frame(claim_rows(claims), CLAIM_COLUMNS)


def to_arrow(report: Report) -> "pyarrow.Table":
    """The report as an Arrow table with REPORT_COLUMNS."""
    return _arrow(report_rows(report), REPORT_COLUMNS)


def claims_to_arrow(claims: Iterable[Claim]) -> "pyarrow.Table":
    """Claims as an Arrow table with CLAIM_COLUMNS."""
    return _arrow(claim_rows(claims), CLAIM_COLUMNS)


Columns = dict[str, tuple[str, str]]


def frame(rows: list[TableRow], columns: Columns) -> "pandas.DataFrame":
    """Rows as a pandas frame with these columns."""
    library("pandas", "pandas", "to make a data frame")
    import pandas

    frame = pandas.DataFrame(rows, columns=list(columns))
    days = {name: "datetime64[s]" for name, (kind, _) in columns.items() if kind == "date32"}
    return frame.astype(days)


def _arrow(rows: list[TableRow], columns: Columns) -> "pyarrow.Table":
    library("pyarrow", "notebook", "to make an Arrow table")
    import pyarrow

    fields = [
        pyarrow.field(name, pyarrow.type_for_alias(kind), metadata={"meaning": meaning})
        for name, (kind, meaning) in columns.items()
    ]
    return pyarrow.Table.from_pylist(rows, schema=pyarrow.schema(fields))


def _claim(claim: Claim) -> TableRow:
    around = claim.context
    row: TableRow = {
        "source": claim.source,
        "document": claim.source if claim.span else None,
        "subject": claim.entry.subject if claim.entry else None,
        "measurand": claim.entry.measurand if claim.entry else None,
        "kind": claim.kind,
        "start": claim.span.start if claim.span else None,
        "end": claim.span.end if claim.span else None,
        "text": claim.text,
        **_value(claim.value),
        "category": claim.category.value if isinstance(claim, QuantityClaim) else None,
        "predicate": around.predicate if around else None,
        "attribution": around.attribution if around else None,
        "as_of": around.as_of if around else None,
        "modality": around.modality.value if around else None,
        "negated": around.negated if around else None,
    }
    if isinstance(claim, DateClaim):
        row["bound"] = claim.bound.value
    return row


def _days(edtf: str | None) -> TableRow:
    """The first and the last day of a period; none where it is open or tells no year."""
    try:
        first, last = interval(edtf or "")
    except ValueError:
        return {}
    ends = {"first_day": first, "last_day": last}
    return {name: day for name, day in ends.items() if day not in (date.min, date.max)}


def _value(value: Value) -> TableRow:
    row: TableRow = dict.fromkeys(VALUE_COLUMNS)
    row["value"] = value.text if isinstance(value, TextValue) else value_words(value)
    match value:
        case QuantityValue():
            row |= {"low": float(value.low), "high": float(value.high), "unit": value.unit}
            row |= {"bound": value.bound.value, "trend": value.trend and value.trend.value}
        case DateValue():
            row["edtf"] = value.edtf
            row |= _days(value.edtf)
        case TimeValue():
            row |= {"time": value.time, "bound": value.bound.value}
        case TextValue():
            pass
    return row
