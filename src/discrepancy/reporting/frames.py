"""Reports and claims as tables: rows of plain values, pandas frames, Arrow tables.

>>> from discrepancy.finding import Report
>>> report_rows(Report())
[]
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from discrepancy.claims import (
    Claim,
    DateClaim,
    DateValue,
    QuantityClaim,
    QuantityValue,
    TextValue,
    TimeValue,
)
from discrepancy.finding import Report, Value
from discrepancy.reporting.passages import Texts
from discrepancy.reporting.wording import value_words

if TYPE_CHECKING:
    import pandas
    import pyarrow

Cell = str | int | float | bool | None
TableRow = dict[str, Cell]

VALUE_COLUMNS = {
    "value": ("string", "the value in words"),
    "low": ("float64", "the figure, or the lower end of a stated range"),
    "high": ("float64", "the figure, or the upper end of a stated range"),
    "unit": ("string", "canonical unit: a pint name, a currency code, a counted noun"),
    "bound": ("string", "what the hedge means: = ~ >= > <= < .."),
    "trend": ("string", "up or down, where the figure is the size of a change"),
    "edtf": ("string", "a day or period, as EDTF"),
    "time": ("string", "a clock time"),
}
"""Columns of a value, whatever its kind: Arrow type and meaning; what does not apply is empty."""

REPORT_COLUMNS = {
    "finding": ("string", "fingerprint of the finding"),
    "verdict": ("string", "conflict, update, scope; rounding, compatible, agreement"),
    "kind": ("string", "quantity, date, time, quote, status, name"),
    "measurand": ("string", "what was measured or counted"),
    "because": ("string", "why this verdict"),
    "severity": ("float64", "orders the findings, gravest highest"),
    "decision": ("string", "confirmed, where a reader said so"),
    "origin": ("string", "which second reader found it; empty: our own rules"),
    "reading": ("int64", "which reading of the finding, from 0"),
    **VALUE_COLUMNS,
    "document": ("string", "id of the source"),
    "outlet": ("string", "who published it"),
    "published": ("string", "the day it was printed"),
    "start": ("int64", "offset of the first character"),
    "end": ("int64", "offset after the last character"),
    "text": ("string", "the words there"),
    "attribution": ("string", "who is credited inside the text"),
    "as_of": ("string", "EDTF day on which it held"),
}
"""Columns of a report, one row for each claim of each reading."""

CLAIM_COLUMNS = {
    "document": ("string", "id of the source"),
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
            "kind": finding.kind,
            "measurand": finding.measurand,
            "because": finding.because,
            "severity": finding.severity,
            "decision": finding.decision,
            "origin": finding.origin,
            "reading": number,
            **_value(reading.value),
            "document": claim.document,
            "outlet": texts.source(claim.document).outlet,
            "published": _iso(texts, claim.document),
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
    """The report as a pandas frame with REPORT_COLUMNS."""
    return _frame(report_rows(report), REPORT_COLUMNS)


def claims_to_frame(claims: Iterable[Claim]) -> "pandas.DataFrame":
    """Claims as a pandas frame with CLAIM_COLUMNS."""
    return _frame(claim_rows(claims), CLAIM_COLUMNS)


def to_arrow(report: Report) -> "pyarrow.Table":
    """The report as an Arrow table with REPORT_COLUMNS."""
    return _arrow(report_rows(report), REPORT_COLUMNS)


def claims_to_arrow(claims: Iterable[Claim]) -> "pyarrow.Table":
    """Claims as an Arrow table with CLAIM_COLUMNS."""
    return _arrow(claim_rows(claims), CLAIM_COLUMNS)


Columns = dict[str, tuple[str, str]]


def _frame(rows: list[TableRow], columns: Columns) -> "pandas.DataFrame":
    import pandas

    return pandas.DataFrame(rows, columns=list(columns))


def _arrow(rows: list[TableRow], columns: Columns) -> "pyarrow.Table":
    import pyarrow

    fields = [
        pyarrow.field(name, pyarrow.type_for_alias(kind), metadata={"meaning": meaning})
        for name, (kind, meaning) in columns.items()
    ]
    return pyarrow.Table.from_pylist(rows, schema=pyarrow.schema(fields))


def _iso(texts: Texts, document: str) -> str | None:
    published = texts.source(document).published
    return published.isoformat() if published else None


def _claim(claim: Claim) -> TableRow:
    around = claim.context
    row: TableRow = {
        "document": claim.source,
        "kind": claim.kind,
        "start": claim.span.start,
        "end": claim.span.end,
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


def _value(value: Value) -> TableRow:
    row: TableRow = dict.fromkeys(VALUE_COLUMNS)
    row["value"] = value.text if isinstance(value, TextValue) else value_words(value)
    match value:
        case QuantityValue():
            row |= {"low": float(value.low), "high": float(value.high), "unit": value.unit}
            row |= {"bound": value.bound.value, "trend": value.trend and value.trend.value}
        case DateValue():
            row["edtf"] = value.edtf
        case TimeValue():
            row |= {"time": value.time, "bound": value.bound.value}
        case TextValue():
            pass
    return row
