"""Whether a reading is the one that a test asks for, by its words or by its value.

>>> from discrepancy.claims import QuantityValue
>>> text = "Nine people died."
>>> nine = Citation(document="a.txt", start=0, end=4, text="Nine")
>>> value = QuantityValue(low=9, high=9, unit="person")
>>> gives("9 people", nine, value, text), gives(8, nine, value, text)
(True, False)
>>> gives(Place(words="nine people", value={"low": 9}, sources=("a.md",)), nine, value, text)
True
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import PurePath
from typing import Any

from pydantic import Field

from discrepancy import extraction
from discrepancy.calendar import edtf
from discrepancy.claims import Bound, DateValue, QuantityValue, TimeValue
from discrepancy.finding import Citation, Value
from discrepancy.measures import units
from discrepancy.source import Layout, Source
from discrepancy.span import Model, Span


class Place(Model):
    """A reading named by where it stands; what is left empty does not count."""

    words: str = ""
    """Words of the source at or around the claim: its span overlaps them."""
    value: dict[str, str | int | float] = Field(default_factory=dict)
    """Fields of the value as in the JSON of claims."""
    sources: tuple[str, ...] = ()
    """The documents to look in, with or without their suffix."""

    def __str__(self) -> str:
        stated = " ".join(f"{name} {value}" for name, value in self.value.items())
        return self.words or stated or " ".join(self.sources)


Wanted = str | int | float | Decimal | Place
"""A reading as a test names it: words of a source, a figure, a date, or a place."""

_PLAIN = str.maketrans("‘’“”‐‑–—\u00a0\u202f\u2009", "''\"\"----   ")


def gives(wanted: Wanted, place: Citation, value: Value, text: str) -> bool:
    """Whether a claim at this place of a document's text, with this value, is the wanted one."""
    if isinstance(wanted, Place):
        return (
            (not wanted.sources or is_named(place.source, wanted.sources))
            and (
                not wanted.words
                or any(
                    a < place.place.end and place.place.start < b
                    for a, b in found_in(wanted.words, text)
                )
            )
            and _has(value, wanted.value)
        )
    if not isinstance(wanted, str):
        return isinstance(value, QuantityValue) and Decimal(str(wanted)) in (value.low, value.high)
    stands = next(found_in(wanted, place.text), None) is not None
    return stands or any(_equal(asked, value) for asked in _values(wanted))


def is_named(document: str, names: tuple[str, ...]) -> bool:
    """Whether a document is one of these, whatever the suffix."""
    return PurePath(document).stem in {PurePath(name).stem for name in names}


def found_in(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in a text, whole and in order, whatever the quotes and dashes."""
    for found in _pattern(words).finditer(text.translate(_PLAIN)):
        yield found.span()


def _has(value: Value, fields: dict[str, str | int | float]) -> bool:
    stated: dict[str, Any] = value.model_dump(mode="json")
    return all(stated.get(name) == wanted for name, wanted in fields.items())


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
