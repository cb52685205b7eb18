"""Claims and documents as rows of plain values, and back, with nothing lost.

>>> from discrepancy.pipeline import extract
>>> (claim,) = extract("At least 1,200 soldiers arrived.")
>>> row = claim_row(claim)
>>> row["low"], row["unit"], claim_of(row, "text") == claim
(1200.0, 'soldier', True)
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from discrepancy.bounds import Bound
from discrepancy.claims import (
    Category,
    Claim,
    Context,
    DateClaim,
    DateValue,
    Modality,
    NameClaim,
    QuantityClaim,
    QuantityValue,
    QuoteClaim,
    StatusClaim,
    TextValue,
    TimeClaim,
    TimeValue,
    Trend,
)
from discrepancy.source import Layout, Source
from discrepancy.span import NOWHERE, Span

Row = dict[str, Any]

_PLAIN = ("predicate", "verb", "bearer", "head", "event", "period", "attribution", "as_of", "frame")
_LISTED = ("names", "places", "of", "where", "qualifiers")


def claim_row(claim: Claim) -> Row:
    """A claim as columns.CLAIMS has it, but for the number of its document."""
    row: Row = {
        "kind": claim.kind,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
    }
    return row | _told(claim) | (_around(claim.context) if claim.context else {})


def _told(claim: Claim) -> Row:
    """What is claimed."""
    match claim:
        case QuantityClaim():
            return _figure(claim)
        case DateClaim():
            return {
                "edtf": claim.value.edtf,
                "bound": claim.bound.value,
                "relative": claim.relative,
                "alternatives": list(claim.alternatives),
                "absent": claim.absent,
            }
        case TimeClaim():
            value = claim.value
            told = {"time": value.time, "until": value.until, "zone": value.zone}
            return told | {"bound": value.bound.value}
        case QuoteClaim():
            parts = _ends(claim.parts)
            return {"value": claim.value.text, "parts": parts, "fragment": claim.fragment}
        case StatusClaim():
            return {
                "value": claim.value.text,
                "scale": claim.scale,
                "level": claim.level,
                "subject": claim.subject,
                "qualifier": claim.qualifier,
            }
        case NameClaim():
            told = {"value": claim.value.text, "type": claim.type}
            return told | {"role": claim.role, "title": claim.title}


def _figure(claim: QuantityClaim) -> Row:
    value = claim.value
    return {
        "low": float(value.low),
        "high": float(value.high),
        "low_digits": str(value.low),
        "high_digits": str(value.high),
        "unit": value.unit,
        "bound": value.bound.value,
        "trend": value.trend and value.trend.value,
        "category": claim.category.value,
        "hedge": _pair(claim.hedge),
        "noun": _pair(claim.noun),
        "converts": _pair(claim.converts),
        "part_of": _pair(claim.part_of),
    }


def _around(context: Context) -> Row:
    return {
        "sentence": _pair(context.sentence),
        "clause": _pair(context.clause),
        **{name: getattr(context, name) for name in _PLAIN},
        **{name: list(getattr(context, name)) for name in _LISTED},
        "modality": context.modality.value,
        "negated": context.negated,
    }


def claim_of(row: Mapping[str, Any], source: str) -> Claim:
    """The claim of a row, of a source with this id."""
    told: Row = {
        "source": source,
        "span": Span(start=row["start"], end=row["end"]),
        "text": row["text"],
        "context": _context(row) if row.get("sentence") is not None else None,
    }
    return _OF_KIND[row["kind"]](row, told)


def _context(row: Mapping[str, Any]) -> Context:
    told: Row = {name: row[name] for name in _PLAIN}
    told |= {name: tuple(row[name]) for name in _LISTED}
    return Context(
        **told,
        sentence=_span(row["sentence"]) or NOWHERE,
        clause=_span(row["clause"]) or NOWHERE,
        modality=Modality(row["modality"]),
        negated=row["negated"],
    )


def _quantity(row: Mapping[str, Any], told: Row) -> Claim:
    value = QuantityValue(
        low=Decimal(row["low_digits"]),
        high=Decimal(row["high_digits"]),
        unit=row["unit"],
        bound=Bound(row["bound"]),
        trend=Trend(row["trend"]) if row["trend"] else None,
    )
    spans: Row = {name: _span(row[name]) for name in ("hedge", "noun", "converts", "part_of")}
    return QuantityClaim(value=value, category=Category(row["category"]), **spans, **told)


def _date(row: Mapping[str, Any], told: Row) -> Claim:
    return DateClaim(
        value=DateValue(edtf=row["edtf"]),
        bound=Bound(row["bound"]),
        relative=row["relative"],
        alternatives=tuple(row["alternatives"]),
        absent=row["absent"],
        **told,
    )


def _time(row: Mapping[str, Any], told: Row) -> Claim:
    value = {name: row[name] for name in ("time", "until", "zone")}
    return TimeClaim(value=TimeValue(**value, bound=Bound(row["bound"])), **told)


def _quote(row: Mapping[str, Any], told: Row) -> Claim:
    value = TextValue(text=row["value"])
    return QuoteClaim(value=value, parts=_spans(row["parts"]), fragment=row["fragment"], **told)


def _status(row: Mapping[str, Any], told: Row) -> Claim:
    said = {name: row[name] for name in ("scale", "level", "subject", "qualifier")}
    return StatusClaim(value=TextValue(text=row["value"]), **said, **told)


def _name(row: Mapping[str, Any], told: Row) -> Claim:
    said = {name: row[name] for name in ("type", "role", "title")}
    return NameClaim(value=TextValue(text=row["value"]), **said, **told)


_OF_KIND = {
    "quantity": _quantity,
    "date": _date,
    "time": _time,
    "quote": _quote,
    "status": _status,
    "name": _name,
}


def document_row(source: Source) -> Row:
    """A document as columns.DOCUMENTS has it, but for its numbers."""
    layout = source.layout or Layout()
    return {
        "name": source.id,
        "text": source.text,
        "outlet": source.outlet,
        "published": source.published,
        "published_from": source.published_from,
        "published_at": source.published_at and source.published_at.isoformat(),
        "title": source.title,
        "url": source.url,
        "file": source.file,
        "counted": source.counted,
        "pages": list(source.pages),
        "notes": list(source.notes),
        "headline": _pair(layout.headline),
        "paragraphs": _ends(layout.paragraphs),
        "sentences": _ends(layout.sentences),
    }


def source_of(row: Mapping[str, Any]) -> Source:
    """The document of a row, laid out."""
    at = row["published_at"]
    same = ("text", "outlet", "published", "published_from", "title", "url", "file", "counted")
    return Source(
        id=row["name"],
        **{name: row[name] for name in same},
        published_at=datetime.fromisoformat(at) if at else None,
        pages=tuple(row["pages"]),
        notes=tuple(row["notes"]),
        layout=Layout(
            headline=_span(row["headline"]),
            paragraphs=_spans(row["paragraphs"]),
            sentences=_spans(row["sentences"]),
        ),
    )


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _ends(spans: Sequence[Span]) -> list[int]:
    """Start and end of each, one after the other."""
    return [end for span in spans for end in (span.start, span.end)]


def _span(ends: Sequence[int] | None) -> Span | None:
    return None if ends is None else Span(start=ends[0], end=ends[1])


def _spans(ends: Sequence[int]) -> tuple[Span, ...]:
    return tuple(
        Span(start=start, end=end) for start, end in zip(ends[::2], ends[1::2], strict=True)
    )
