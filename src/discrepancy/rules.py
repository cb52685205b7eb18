"""The desk's own rules: what it takes for the same, at which rates, in which units of its own.

>>> rules = Rules(tolerance={"length": "2 %", "USD": 1_000_000, "date": "1 day"})
>>> rules.tolerance["length"], rules.tolerance["date"]
('2 %', '1 day')
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from discrepancy import words
from discrepancy.claims import Category, Claim, QuantityClaim
from discrepancy.entries.named_units import category_of, unit_named
from discrepancy.errors import BadValue
from discrepancy.measures import units
from discrepancy.span import Model

KINDS = ("date", "time", "percent", "count", "money", "age", "magnitude", "number")
"""What a tolerance may be for, beside dimensions ("length"), currencies and counted nouns."""


class Width(NamedTuple):
    """How far apart two values may lie."""

    share: Decimal | None = None
    """Of the larger of the two."""
    by: Decimal | None = None
    unit: str | None = None
    """Of `by`; None: that of the figures."""
    words: str = ""
    """As the desk wrote it."""


def _text(given: object) -> object:
    return str(given) if isinstance(given, int | float | Decimal) else given


Amount = Annotated[str, BeforeValidator(_text)]
"""A share ("2 %"), a figure with its unit ("50 m", "1 day"), or a bare figure (1_000_000)."""


class Rules(Model):
    """What a desk lays down for itself; each part may be left out."""

    tolerance: Mapping[str, Amount] = Field(default_factory=dict)
    """How far two values may lie apart and still count as one, by what they are of: a dimension
    ("length", "mass", "duration"), a currency ("USD"), a counted noun ("people"), or one of date,
    time, percent, count, money, age, magnitude, number."""
    rates: Mapping[str, Decimal] = Field(default_factory=dict)
    """How many of the second currency one of the first is: {"EUR/USD": 1.27}."""
    units: Mapping[str, str] = Field(default_factory=dict)
    """Units of the desk's own in units that are known: {"football pitch": "7140 square metres"}."""
    hedges: Mapping[str, Amount] = Field(default_factory=dict)
    """How far from the figure the true one may lie behind such a word: {"roughly": "5 %"}."""

    @model_validator(mode="after")
    def _can_be_read(self) -> "Rules":
        """Every entry is read now, so that what is wrong is told with its place."""
        wrong = [
            InitErrorDetails(
                type=PydanticCustomError("rule", "{why}", {"why": str(why)}),
                loc=(part, name),
                input=given,
            )
            for part, read in _READERS.items()
            for name, given in getattr(self, part).items()
            if (why := _complaint(read, name, given)) is not None
        ]
        if wrong:
            raise ValidationError.from_exception_data("Rules", wrong)
        return self

    def __hash__(self) -> int:
        return hash(self.model_dump_json())

    @cached_property
    def widths(self) -> Mapping[str, Width]:
        """The tolerances by the key of what they are for."""
        return dict(_tolerance(name, given) for name, given in self.tolerance.items())

    @cached_property
    def hedge_widths(self) -> Mapping[str, Width]:
        """The widths of hedges by their words in lower case."""
        return {name.lower(): _width(given) for name, given in self.hedges.items()}

    @cached_property
    def both_ways(self) -> Mapping[tuple[str, str], Decimal]:
        """The rates by the two currencies, both ways."""
        found: dict[tuple[str, str], Decimal] = {}
        for name, rate in self.rates.items():
            one, other = _pair(name, rate)
            found[one, other] = rate
            found[other, one] = 1 / rate
        return found

    @cached_property
    def sizes(self) -> Mapping[str, tuple[Decimal, str]]:
        """Each unit of the desk's own, by its last word, as so many of a known one."""
        return {
            words.singular(name.rpartition(" ")[2]): _size(name, given)
            for name, given in self.units.items()
        }

    def restated(self, claim: Claim) -> Claim:
        """The claim, its figure in a known unit where it is in one of the desk's own."""
        if not isinstance(claim, QuantityClaim) or not claim.value.unit:
            return claim
        size = self.sizes.get(claim.value.unit)
        if size is None:
            return claim
        factor, unit = size
        ends = {"low": claim.value.low * factor, "high": claim.value.high * factor}
        value = claim.value.model_copy(update={**ends, "unit": unit})
        return claim.model_copy(update={"value": value, "category": category_of(unit)})


def _complaint(read: object, name: str, given: object) -> BadValue | None:
    assert callable(read)
    try:
        read(name, given)
    except BadValue as why:
        return why
    return None


def _tolerance(name: str, given: str) -> tuple[str, Width]:
    """The key of what a tolerance is for, and how wide it is.

    Raises:
        BadValue: it is for nothing that is known, or is no width.
    """
    width = _width(given)
    if name in KINDS:
        return name, width
    named = _DIMENSIONS.get(name, f"[{name}]")
    known = {unit.dimension for unit in units.measures().values()}
    if named in known or name in known:
        return (named if named in known else name), width
    try:
        unit = unit_named(name)
    except BadValue:
        unit = ""
    if units.is_currency(unit):
        return unit, width
    if unit and words.is_counted_noun(unit):
        return words.noun_class(unit), width
    raise BadValue(
        f"{name!r} is no kind, dimension, currency or counted noun; such are length, mass, "
        f"duration, USD, people, {', '.join(KINDS)}"
    )


_DIMENSIONS = {"duration": "[time]", "distance": "[length]", "weight": "[mass]"}


_LARGEST = Decimal(10) ** 15
"""What no rate and no width reaches: beyond, figures multiplied with them may have no end."""


def _width(given: str) -> Width:
    """A share, or an amount.

    Raises:
        BadValue: it is neither.
    """
    found = re.fullmatch(r"\s*([\d_,]+(?:\.\d+)?)\s*(%|per ?cent|[^\W\d].*)?\s*", given)
    if found is None:
        raise BadValue(f"{given!r} is no width like '2 %', '50 m', '1 day' or 1000000")
    number = Decimal(found[1].replace("_", "").replace(",", ""))
    if number > _LARGEST:
        raise BadValue(f"{given[:40]!r} is more than any width")
    if found[2] in ("%", "percent", "per cent"):
        return Width(share=number / 100, words=given.strip())
    unit = unit_named(found[2]) if found[2] else None
    return Width(by=number, unit=unit, words=given.strip())


def _hedge(name: str, given: str) -> None:
    if _width(given).unit is not None:
        raise BadValue(f"the width of {name!r} is a share or a bare figure, not {given!r}")


def _pair(name: str, rate: Decimal) -> tuple[str, str]:
    """The two currencies of a rate.

    Raises:
        BadValue: they are no two currencies, or the rate is none.
    """
    one, _, other = (part.strip() for part in name.partition("/"))
    if not (units.is_currency(one) and units.is_currency(other)) or one == other:
        raise BadValue(f"{name!r} is no pair of currencies like EUR/USD")
    if not rate.is_finite() or not 1 / _LARGEST < rate < _LARGEST:
        raise BadValue(f"{rate} is no rate")
    return one, other


def _size(name: str, given: str) -> tuple[Decimal, str]:
    """How much of a known unit one of the desk's own is.

    Raises:
        BadValue: it is no figure with a known unit.
    """
    width = _width(given)
    if width.by is None or width.unit is None or not width.by:
        raise BadValue(f"{name!r} is told in a known unit, like '500 m', not {given!r}")
    if category_of(width.unit) is Category.COUNT:
        raise BadValue(f"{width.unit!r} is no known unit of measure")
    return width.by, width.unit


_READERS = {"tolerance": _tolerance, "rates": _pair, "units": _size, "hedges": _hedge}
