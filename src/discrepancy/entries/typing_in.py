"""One claim in one line, typed by its kind and read by our own readers.

>>> told = claim("around 1,000 km", measurand="range", subject="missile", source="Arn Post")
>>> told.kind, told.value.unit, told.value.bound.value, bool(told.span)
('quantity', 'kilometer', '~', False)
"""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TypedDict

from discrepancy.calendar import edtf
from discrepancy.claims import (
    Bound,
    Category,
    Claim,
    Context,
    DateClaim,
    DateValue,
    Entry,
    NameClaim,
    QuantityClaim,
    QuantityValue,
    QuoteClaim,
    StatusClaim,
    TextValue,
    TimeClaim,
    TimeValue,
)
from discrepancy.entries.measurands import predicate
from discrepancy.entries.row import Row
from discrepancy.entries.scopes import scoped
from discrepancy.entries.values import Told, told
from discrepancy.errors import BadValue
from discrepancy.span import NOWHERE, Span


def claim(
    value: object,
    *,
    measurand: str,
    source: str,
    subject: str | None = None,
    unit: str | None = None,
    bound: str | None = None,
    kind: str | None = None,
    as_of: str | date | None = None,
    published: str | date | None = None,
    attributed_to: str | None = None,
    words: str | None = None,
    url: str | None = None,
    page: str | int | None = None,
    span: Span | tuple[int, int] | None = None,
) -> Claim:
    """A claim without a text: who says what of which thing.

    Args:
        value: words ("at least six", "7:11 am", "€85m", "2024-06"), a number, a pint quantity,
            a date or datetime, or one of the value models.
        measurand: what is measured, counted, dated or named, in a few words.
        source: who says so; the id of the source where a `span` of its text is given.
        subject: of whom or what.
        unit: the unit of a bare number.
        bound: what a hedge makes of a number: one of = ~ >= > <= < ..
        kind: quantity, date, time, quote, status or name; inferred where left out.
        as_of: the day or period at which it held, as EDTF.
        published: the day on which the source printed it.
        attributed_to: whom the source credits with it.
        words: the words from which it was taken.
        url: where it can be looked up.
        page: the page of a printed source.
        span: where it stands in the text of the source, for a claim that has one.

    Raises:
        BadValue: the value, unit, bound or a day cannot be read.
    """
    for name, cell in (("measurand", measurand), ("source", source)):
        if not cell or not cell.strip():
            raise BadValue(f"{name}: it is empty")
    entry = Entry(
        measurand=" ".join(measurand.split()),
        subject=subject,
        words=words,
        published=_day(published),
        url=url,
        page=None if page is None else str(page),
    )
    limit = _bound(bound)
    place = Span(start=span[0], end=span[1]) if isinstance(span, tuple) else span
    read = told(value, unit, limit, kind)
    text = _typed(value, unit, limit) or _worded(read)
    return _claim(text, read, source, entry, attributed_to, as_of, place)


def of_row(row: Row, number: int | None = None, table: str | None = None) -> Claim:
    """The claim of a row; `number` is the line of the table, a file, in which it stands."""
    entry = Entry(
        measurand=row.measurand,
        subject=row.subject,
        words=row.words,
        published=row.published,
        url=row.url,
        page=row.page,
        table=table,
        row=number,
    )
    try:
        value = told(row.value, row.unit, row.bound, row.kind)
    except BadValue as why:
        column = "unit" if str(why).startswith("the unit") and row.unit else "value"
        raise BadValue(f"column {column}: {why}") from None
    text = _typed(row.value, row.unit, row.bound) or row.value
    return _claim(text, value, row.source, entry, row.attributed_to, row.as_of, None)


def _typed(value: object, unit: str | None, bound: Bound | None) -> str | None:
    """The words of a value with the unit and the bound of their own columns."""
    if not isinstance(value, str | int | float | Decimal) or isinstance(value, bool):
        return None
    plain = " ".join(value.split()) if isinstance(value, str) else f"{value:,}"
    beside = unit if unit and not plain.endswith(unit) and plain[-1:].isdigit() else ""
    return " ".join(filter(None, (WORDS[bound] if bound else "", plain, beside)))


WORDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about",
    Bound.AT_LEAST: "at least",
    Bound.MORE_THAN: "more than",
    Bound.AT_MOST: "at most",
    Bound.LESS_THAN: "less than",
    Bound.RANGE: "",
}
"""Bounds as one says them before a figure."""


def _claim(
    text: str,
    value: Told,
    source: str,
    entry: Entry,
    attribution: str | None,
    as_of: str | date | None,
    span: Span | None,
) -> Claim:
    printed = entry.published.isoformat() if entry.published else None
    qualifiers = value.read.context.qualifiers if value.read and value.read.context else ()
    held = _held(as_of) or printed
    context = _context(entry.measurand, qualifiers, attribution, held)
    common: _Common = {
        "source": source,
        "span": span or NOWHERE,
        "text": text,
        "context": context,
        "entry": entry,
    }
    return _of_kind(value, common)


@lru_cache(maxsize=50_000)
def _context(
    measurand: str, qualifiers: tuple[str, ...], attribution: str | None, as_of: str | None
) -> Context:
    """What surrounds a claim of a measurand, one for all rows that say the same of it."""
    scope = scoped(measurand)
    return Context(
        sentence=NOWHERE,
        clause=NOWHERE,
        predicate=predicate(measurand),
        places=scope.places,
        qualifiers=qualifiers,
        attribution=attribution,
        as_of=as_of,
        frame=scope.period,
    )


class _Common(TypedDict):
    source: str
    span: Span
    text: str
    context: Context
    entry: Entry


def _of_kind(value: Told, common: _Common) -> Claim:
    match value.value:
        case QuantityValue():
            category = value.category or Category.NUMBER
            return QuantityClaim(**common, value=value.value, category=category)
        case DateValue():
            return DateClaim(**common, value=value.value, bound=value.bound)
        case TimeValue():
            return TimeClaim(**common, value=value.value)
        case TextValue():
            return _of_text(value, value.value, common)


def _of_text(value: Told, text: TextValue, common: _Common) -> Claim:
    if value.kind == "quote":
        return QuoteClaim(**common, value=text, parts=(NOWHERE,))
    if isinstance(value.read, StatusClaim):
        known = value.read
        subject = common["entry"].subject
        return StatusClaim(
            **common, value=text, scale=known.scale, level=known.level, subject=subject
        )
    role = common["entry"].measurand
    named = value.read
    if isinstance(named, NameClaim) and text.text.endswith(named.text):  # "Capt. Ann Hale"
        return NameClaim(**common, value=named.value, type=named.type, title=named.title, role=role)
    return NameClaim(**common, value=text, type="thing", role=role)


def _worded(value: Told) -> str:
    """What was not typed in words, in words: "1,000 kilometer"."""
    match value.value:
        case QuantityValue() as figure:
            ends = " to ".join(dict.fromkeys(f"{end:,}" for end in (figure.low, figure.high)))
            return f"{ends} {(figure.unit or '').replace('_', ' ')}".strip()
        case DateValue() as day:
            return day.edtf or ""
        case TimeValue() as time:
            return time.time
        case TextValue() as words:
            return words.text


def _bound(given: str | None) -> Bound | None:
    if given is None:
        return None
    try:
        return Bound(given)
    except ValueError:
        known = " ".join(bound.value for bound in Bound)
        raise BadValue(f"column bound: {given!r} is none of {known}") from None


def _held(given: str | date | None) -> str | None:
    """The day or period as EDTF.

    Raises:
        BadValue: there is no such day.
    """
    if given is None:
        return None
    if isinstance(given, datetime):
        return given.date().isoformat()
    if isinstance(given, date):
        return given.isoformat()
    try:
        edtf.interval(given)
    except ValueError:
        read = _day_in_words(given)
        if read is None:
            raise BadValue(f"column as_of: {given!r} is no day or period") from None
        return read
    return given


def _day_in_words(given: str) -> str | None:
    try:
        value = told(given, None, None, "date").value
    except BadValue:
        return None
    return value.edtf if isinstance(value, DateValue) else None


def _day(given: str | date | None) -> date | None:
    if given is None or (isinstance(given, date) and not isinstance(given, datetime)):
        return given
    if isinstance(given, datetime):
        return given.date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadValue(f"column published: {given!r} is no day like 2024-10-31") from None
