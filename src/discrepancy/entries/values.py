"""A value as somebody typed it, into the typed value: words, numbers, days, or a model already.

>>> about = read_value("nearly 400 km")
>>> about.low, about.unit, about.bound.value
(Decimal('400'), 'kilometer', '~')
>>> read_value("summer of 2023").edtf, read_value("7:11 am").time, read_value("€85m").unit
('2023-22', '07:11', 'EUR')
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache, lru_cache
from numbers import Number as AnyNumber
from typing import Any, NamedTuple

from discrepancy import words
from discrepancy.calendar import edtf
from discrepancy.claims import (
    Bound,
    Category,
    DateClaim,
    DateValue,
    NameClaim,
    QuantityClaim,
    QuantityValue,
    QuoteClaim,
    StatusClaim,
    TextValue,
    TimeClaim,
    TimeValue,
)
from discrepancy.entries.named_units import category_of, scaled, unit_named
from discrepancy.errors import BadValue
from discrepancy.extraction import EXTRACTORS, extract
from discrepancy.finding import Value
from discrepancy.measures import units
from discrepancy.patterns import pattern
from discrepancy.source import Layout, Source
from discrepancy.span import Span

GREATEST = Decimal("1e30")
"""No figure of news is as large: what is larger is a slip of the keyboard."""

Read = QuantityClaim | DateClaim | TimeClaim | QuoteClaim | StatusClaim | NameClaim


class Told(NamedTuple):
    """A value and what of the claim goes with it."""

    kind: str
    value: Value
    category: Category | None = None
    bound: Bound = Bound.EXACT
    """Of a date: "by December" is <=."""
    read: Read | None = None
    """The claim that our readers made of the words, where they read any."""


def read_value(
    value: object, unit: str | None = None, bound: str | None = None, kind: str | None = None
) -> Value:
    """The typed value of words ("at least six", "€85m", "7:11 am"), a number or a day.

    Args:
        value: words, a number, a pint quantity, a date, a datetime, a time, or a value model.
        unit: the unit of a bare number.
        bound: what a hedge makes of a number: one of = ~ >= > <= < ..
        kind: quantity, date, time, quote, status or name; read from the value where left out.

    Raises:
        BadValue: nothing can be read, or two things are said at once.
    """
    return told(value, unit, Bound(bound) if bound else None, kind).value


def told(value: object, unit: str | None, bound: Bound | None, kind: str | None) -> Told:
    """The value with its kind and category."""
    if isinstance(value, str):
        return _of_words(" ".join(value.split()), unit, bound, kind)
    if isinstance(value, QuantityValue | DateValue | TimeValue | TextValue):
        return _of_model(value, kind)
    if isinstance(value, datetime | date | time):
        return _of_day(value, kind)
    if isinstance(value, AnyNumber) and not isinstance(value, bool):
        return _of_number(_decimal(value), unit, bound, kind)
    if hasattr(value, "magnitude") and hasattr(value, "units"):  # a pint quantity
        return _of_pint(value, bound, kind)
    if value is None:
        raise BadValue("it is empty")
    raise BadValue(f"{type(value).__name__} is no value that is read here")


def _of_pint(quantity: Any, bound: Bound | None, kind: str | None) -> Told:
    """In its own unit where the tables have it, else in the base units of pint: a rod in metres."""
    own = _of_number(_decimal(quantity.magnitude), str(quantity.units), bound, kind)
    plain = quantity.to_base_units()
    if own.category is not Category.COUNT or plain.units == quantity.units:
        return own
    return _of_number(_decimal(plain.magnitude), str(plain.units), bound, kind)


def _of_model(value: Value, kind: str | None) -> Told:
    match value:
        case QuantityValue():
            return Told("quantity", value, category_of(value.unit))
        case DateValue():
            return Told("date", value)
        case TimeValue():
            return Told("time", value)
        case TextValue():
            return Told(kind or "name", value)


def _of_day(value: date | time, kind: str | None) -> Told:
    if isinstance(value, time) or (isinstance(value, datetime) and kind == "time"):
        return Told("time", TimeValue(time=value.strftime("%H:%M"), zone=_zone(value)))
    day = value.date() if isinstance(value, datetime) else value
    return Told("date", DateValue(edtf=day.isoformat()))


def _zone(value: time | datetime) -> str | None:
    zone = value.strftime("%z")
    return f"{zone[:3]}:{zone[3:5]}" if zone else None


def _decimal(number: object) -> Decimal:
    """The number as one would write it: 0.1 is a tenth, not the nearest binary fraction."""
    if isinstance(number, Fraction):
        return Decimal(number.numerator) / Decimal(number.denominator)
    try:
        return Decimal(str(number))
    except InvalidOperation:
        raise BadValue(f"{number!r} is no number") from None


def _of_number(number: Decimal, unit: str | None, bound: Bound | None, kind: str | None) -> Told:
    if not number.is_finite() or number.copy_abs() >= GREATEST:
        raise BadValue(f"{number} is no figure that news tells")
    if kind == "date":
        return _of_words(str(number), None, bound, kind)
    if kind not in (None, "quantity"):
        raise BadValue(f"a number is no {kind}")
    scale, unit = scaled(unit) if unit else (Decimal(1), None)
    number *= scale
    name = unit_named(unit) if unit else None
    exponent = number.as_tuple().exponent
    plain = number.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else number
    value = QuantityValue(low=plain, high=plain, unit=name, bound=bound or Bound.EXACT)
    return Told("quantity", value, category_of(name))


@lru_cache(maxsize=50_000)
def _of_words(text: str, unit: str | None, bound: Bound | None, kind: str | None) -> Told:
    if not text:
        raise BadValue("it is empty")
    if kind == "quote":
        return Told(kind, TextValue(text=text))
    if kind == "name":
        return _of_text(text, unit, kind)
    if kind != "date" and _number_alone().fullmatch(text):
        return _of_number(_decimal(text.replace(",", "")), unit, bound, kind)
    if kind in (None, "date") and _edtf_alone().fullmatch(text):
        return Told("date", DateValue(edtf=_existing(text)), bound=bound or Bound.EXACT)
    found = _whole(text, list(_readings(text)), kind)
    if found is None:
        return _of_text(text, unit, kind)
    if isinstance(found, QuantityClaim):
        return _hedged(_in_unit(found, unit), bound)
    if unit:
        raise BadValue(f"{text!r} is a {found.kind}, which takes no unit {unit!r}")
    limit = bound or (found.bound if isinstance(found, DateClaim) else Bound.EXACT)
    return Told(found.kind, found.value, bound=limit, read=found)


def _readings(text: str) -> Iterator[Read]:
    """What our readers find in the words; a sentence around them tells them that it is one."""
    yield from extract(_sentence(text), EXTRACTORS)


def _sentence(text: str) -> Source:
    whole = Span(start=0, end=len(text))
    return Source(id="typed", text=text, layout=Layout(paragraphs=(whole,), sentences=(whole,)))


def _whole(text: str, found: list[Read], kind: str | None) -> Read | None:
    """The one claim that the words make; None where our readers find none of that kind.

    Raises:
        BadValue: figures are left over that belong to no reading, or two are told.
    """
    wanted = (kind,) if kind else ("date", "time", "quantity", "quote", "status")
    fit = [claim for claim in found if claim.kind in wanted]
    if not fit:
        return None
    ranked = sorted(fit, key=lambda claim: (wanted.index(claim.kind), -len(claim.span)))
    best = max(ranked, key=lambda claim: len(claim.span))
    if best.kind in ("quote", "status"):
        return best
    rest = _without(text, best, [claim for claim in fit if _repeats(claim, best)])
    left = [token.text for token in words.tokens(rest) if not words.is_stop(token.lower)]
    if any(_tells_more(word) for word in left):
        raise BadValue(f"of {text!r} only {best.text!r} can be read as one {best.kind}")
    if isinstance(best, QuantityClaim) and best.value.unit is None and left:
        unit = left[0] if rest[best.span.end :].lstrip().startswith(left[0]) else None
        if unit and len(unit) < 3:  # "-4 C": a figure in a unit that no table has
            raise BadValue(f"the unit {unit!r} of {text!r} is unknown")
    if isinstance(best, DateClaim) and best.value.edtf is None and re.search(r"\d{4}", text):
        raise BadValue(f"there is no such day as {text!r}")
    if isinstance(best, DateClaim) and best.value.edtf is None:
        raise BadValue(f"{text!r} is a day only for who knows when it was printed; give the day")
    return best


def _repeats(claim: Read, best: Read) -> bool:
    """Whether a figure is the other once more, in another unit in brackets."""
    return isinstance(claim, QuantityClaim) and claim.converts == best.span


def _without(text: str, claim: Read, also: list[Read]) -> str:
    spans = [claim.span, *(other.span for other in also)]
    if isinstance(claim, QuantityClaim):
        spans += [part for part in (claim.hedge, claim.noun) if part]
    for span in spans:
        text = text[: span.start] + " " * len(span) + text[span.end :]
    return text


def _tells_more(word: str) -> bool:
    return any(map(str.isdigit, word)) or word.lower() in words.number_words() or _is_month(word)


def _is_month(word: str) -> bool:
    return word.lower() in _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(f"{date(2000, month, 1):%B}".lower() for month in range(1, 13))


def _in_unit(claim: QuantityClaim, unit: str | None) -> QuantityClaim:
    """The figure with the unit that stands beside it in its own column."""
    if not unit:
        return claim
    name, stated = unit_named(unit), claim.value.unit
    if stated is None:
        value = claim.value.model_copy(update={"unit": name})
        return claim.model_copy(update={"value": value, "category": category_of(name)})
    same = units.dimension(stated) == units.dimension(name)
    if not same and words.noun_class(stated) != words.noun_class(name):
        raise BadValue(f"the value has the unit {stated}, the column unit says {unit!r}")
    return claim


def _hedged(claim: QuantityClaim, bound: Bound | None) -> Told:
    value = claim.value
    if bound and value.bound not in (bound, Bound.EXACT):
        raise BadValue(f"the words say {value.bound}, the column bound says {bound}")
    if bound and value.bound is not Bound.RANGE:
        value = value.model_copy(update={"bound": bound})
    if abs(value.high) >= GREATEST:
        raise BadValue(f"{value.high} is no figure that news tells")
    return Told("quantity", value, claim.category, read=claim)


def _of_text(text: str, unit: str | None, kind: str | None) -> Told:
    """Words that are no figure and no day: a name, a state, words of somebody."""
    if kind in ("quantity", "date", "time"):
        raise BadValue(f"{text!r} cannot be read as a {kind}")
    if unit:
        raise BadValue(f"{text!r} is no figure, and the column unit says {unit!r}")
    if kind is None and any(map(str.isdigit, text)) and not any(map(str.isalpha, text)):
        raise BadValue(f"{text!r} can be read neither as a figure nor as a day")
    named = next((one for one in _readings(text) if isinstance(one, NameClaim)), None)
    return Told(kind or "name", TextValue(text=text), read=named if kind != "status" else None)


def _existing(text: str) -> str:
    try:
        edtf.interval(text)
    except ValueError:
        raise BadValue(f"there is no such day as {text}") from None
    return text


_number_alone = pattern(r"[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?")


@cache
def _edtf_alone() -> re.Pattern[str]:
    """A day, month, season or period; four digits alone are a number unless told to be a year."""
    part = r"\d{4}-\d{2}(?:-\d{2})?[~?]?"
    end = r"(?:\d{4}(?:-\d{2}){0,2}[~?]?|\.\.)"
    return re.compile(rf"{part}|{end}/{end}|\d{{4}}~|\d{{3}}X|\d\dXX")
