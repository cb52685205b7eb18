"""Claims as rows of a table, from which they can be read again.

>>> from discrepancy.entries.typing_in import claim
>>> told = claim("around 1,000 km", measurand="range", source="Arn Post")
>>> row = row_of(told)
>>> row["value"], row["unit"], row["bound"]
('1000', 'kilometer', '~')
"""

import csv
from collections.abc import Iterable
from io import StringIO

from discrepancy.claims import (
    Bound,
    Claim,
    DateClaim,
    DateValue,
    QuantityValue,
    TextValue,
    TimeValue,
)
from discrepancy.entries.row import COLUMNS

Row = dict[str, str | None]


def row_of(claim: Claim) -> Row:
    """The row of a claim; one that was read in a text is called by what governs it there."""
    entry, context = claim.entry, claim.context
    governed = context and (context.predicate or context.verb)
    row: Row = dict.fromkeys(COLUMNS)
    row |= {
        "source": claim.source,
        "measurand": entry.measurand if entry else governed or claim.kind,
        "subject": entry.subject if entry else None,
        "kind": claim.kind,
        "as_of": context.as_of if context else None,
        "attributed_to": context.attribution if context else None,
        "published": entry.published.isoformat() if entry and entry.published else None,
        "words": entry.words if entry else claim.text,
        "url": entry.url if entry else None,
        "page": entry.page if entry else None,
    }
    return row | _value(claim)


def _value(claim: Claim) -> Row:
    match claim.value:
        case QuantityValue() as figure:
            ends = dict.fromkeys(f"{end:f}" for end in (figure.low, figure.high))
            bound = None if figure.bound in (Bound.EXACT, Bound.RANGE) else figure.bound.value
            return {"value": " to ".join(ends), "unit": figure.unit, "bound": bound}
        case DateValue() as day:
            bound = claim.bound.value if isinstance(claim, DateClaim) else "="
            return {"value": day.edtf, "bound": None if bound == "=" else bound}
        case TimeValue() as time:
            parts = (time.time, time.zone)
            return {"value": " ".join(filter(None, parts))}
        case TextValue() as text:  # a name is read again, its title with it
            return {"value": claim.text if claim.kind == "name" else text.text}


def to_csv(claims: Iterable[Claim]) -> str:
    """A table of the claims as comma-separated values."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(row_of, claims))
    return out.getvalue()
