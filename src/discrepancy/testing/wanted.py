"""Whether a reading is the one that a test asks for, by its words or by its value.

>>> from discrepancy.claim import QuantityValue
>>> gives("nine people", "9 people", QuantityValue(low=9, high=9, unit="person"))
True
>>> gives(8, "9 people", QuantityValue(low=9, high=9, unit="person"))
False
"""

import re
from decimal import Decimal
from functools import cache

from discrepancy import edtf, extraction, units
from discrepancy.claim import Bound, DateValue, QuantityValue, TimeValue
from discrepancy.finding import Value
from discrepancy.source import Layout, Source
from discrepancy.span import Span

Wanted = str | int | float | Decimal
"""A reading as a test names it: words as they stand in a source, or a figure or date."""

_PLAIN = str.maketrans("‘’“”‐‑–—\u00a0\u202f\u2009", "''\"\"----   ")


def gives(wanted: Wanted, text: str, value: Value) -> bool:
    """Whether a claim with these words and this value is the wanted one."""
    if not isinstance(wanted, str):
        return isinstance(value, QuantityValue) and Decimal(str(wanted)) in (value.low, value.high)
    return stands_in(wanted, text) or any(_equal(asked, value) for asked in _values(wanted))


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, whole and in order, whatever the quotes and dashes."""
    return _pattern(words).search(text.translate(_PLAIN)) is not None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    whole = r"\s+".join(re.escape(part) for part in words.translate(_PLAIN).split())
    return re.compile(rf"(?<![\w.,]){whole}(?!\w|[.,]\d)", re.IGNORECASE)


@cache
def _values(words: str) -> tuple[Value, ...]:
    """What the words say when they are read on their own: an EDTF day, or what is claimed."""
    return (*_period(words), *_claimed(words))


def _period(words: str) -> tuple[Value, ...]:
    try:
        edtf.interval(words)
    except ValueError:
        return ()
    return (DateValue(edtf=words),)


def _claimed(words: str) -> tuple[Value, ...]:
    whole = (Span(start=0, end=len(words)),)
    source = Source(id="wanted", text=words, layout=Layout(paragraphs=whole, sentences=whole))
    return tuple(claim.value for claim in extraction.extract(source))


def _equal(asked: Value, found: Value) -> bool:
    match asked, found:
        case QuantityValue(), QuantityValue():
            bounds = asked.bound in (Bound.EXACT, found.bound)
            return bounds and (asked.low, asked.high) == _in_unit_of(asked.unit, found)
        case DateValue(edtf=str(period)), DateValue(edtf=str(day)):
            return edtf.contains(period, day)
        case TimeValue(), TimeValue():
            return asked.time == found.time and asked.zone in (None, found.zone)
    return False


def _in_unit_of(unit: str | None, found: QuantityValue) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a figure in the unit that was asked for; as stated where none was."""
    if unit is None or found.unit is None:
        return (found.low, found.high) if unit is None else (None, None)
    low, high = (units.convert(end, found.unit, unit) for end in (found.low, found.high))
    return low, high
