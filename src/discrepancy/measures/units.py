"""What a unit measures, and the exact change of a figure into another unit of its dimension.

>>> dimension("mile/hour"), dimension("EUR"), dimension("soldier"), dimension(None)
('[length]/[time]', 'EUR', 'soldier', '')
>>> convert(Decimal(2), "kilometer", "meter"), convert(Decimal(1), "USD", "EUR")
(Decimal('2000'), None)

Units are the names of data/units.toml and data/currencies.toml, or counted nouns, which are
units of their own; "A/B" is A for each B. The change of one unit into another is worked out once
for each pair of units, from the exact fractions of `factors`.
"""

from decimal import Context, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from math import prod
from typing import Literal, NamedTuple

from discrepancy.measures.factors import offset, worth
from discrepancy.tables import Row, rows

DIGITS = Context(prec=15)
"""What a conversion is sure of: 251 hours are 15,060 minutes are 251 hours, to the last digit."""


class Unit(Row):
    """A unit of measure and the words and symbols that name it in a text."""

    name: str
    dimension: str
    category: Literal["measure", "duration", "percent", "magnitude"] = "measure"
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()


class Currency(Row):
    """A currency: its code, the signs that stand beside a figure, its names."""

    code: str
    signs: tuple[str, ...]
    names: tuple[str, ...]


class Coin(Row):
    """A part of a currency that has a name of its own."""

    name: str
    of: str
    share: Decimal
    names: tuple[str, ...]


@lru_cache(maxsize=4096)
def dimension(unit: str | None) -> str:
    """The key of what can be compared: figures of two dimensions never meet."""
    if unit is None:
        return ""
    if unit in measures():
        return measures()[unit].dimension
    if unit in coins():
        return coins()[unit].of
    if "/" in unit:
        return "/".join(dimension(part) for part in unit.split("/"))
    return unit


def is_currency(unit: str | None) -> bool:
    """Whether the unit is money, coins included."""
    return unit in currencies() or unit in coins()


@lru_cache(maxsize=4096)
def is_physical(unit: str | None) -> bool:
    """Whether the unit, or each part of a rate, is measured rather than counted or paid."""
    if unit is None:
        return False
    return unit in measures() or ("/" in unit and all(map(is_physical, unit.split("/"))))


def convert(value: Decimal, unit: str, to: str, *, change: bool = False) -> Decimal | None:
    """`value` of `unit` in the unit `to`; None where the dimensions differ.

    Currencies never convert into each other: what the rate was, only a source can say.

    Args:
        value: The figure.
        unit: The unit it is in.
        to: The unit it is wanted in.
        change: Whether it is the size of a change: of 4 C it is 7.2 F, and not 39.2.
    """
    if unit == to:
        return value
    line = _line(unit, to)
    if line is None:
        return None
    changed = value * line.factor if change else value * line.factor + line.offset
    return DIGITS.plus(changed) if line.rounded else changed


def rate(unit: str) -> tuple[str, str]:
    """What a figure counts or pays, and for each of what; "" for nothing.

    >>> rate("patient/week"), rate("EUR")
    (('patient', 'week'), ('EUR', ''))
    """
    what, _, each = unit.partition("/")
    return what, each


_PERIODS = ("second", "minute", "hour", "day", "week", "month", "year")

_HELD = tuple(
    (Decimal(fewest), Decimal(most))
    for fewest, most in (
        ("60", "60"),
        ("60", "60"),
        ("6", "24"),
        ("5", "7"),
        ("4", "4.5"),
        ("12", "12"),
    )
)
"""How many of each period make the next: at least as work is counted, at most by the calendar."""


def periods(short: str, long: str) -> tuple[Decimal, Decimal] | None:
    """How many of one period another holds, fewest and most; None where no chain joins them.

    A day's pay is that of a working day, a week's that of five or of seven.

    >>> periods("month", "year"), periods("hour", "week")
    ((Decimal('12'), Decimal('12')), (Decimal('30'), Decimal('168')))
    """
    if short not in _PERIODS or long not in _PERIODS:
        return None
    steps = _HELD[_PERIODS.index(short) : _PERIODS.index(long)]
    if not steps:
        return None
    fewest, most = (prod(ends, start=Decimal(1)) for ends in zip(*steps, strict=True))
    return fewest, most


@cache
def measures() -> dict[str, Unit]:
    """The units of measure by name."""
    return {unit.name: unit for unit in rows("units", Unit)}


@cache
def currencies() -> dict[str, Currency]:
    """The currencies by code."""
    return {currency.code: currency for currency in rows("currencies", Currency)}


@cache
def coins() -> dict[str, Coin]:
    """The parts of currencies by name."""
    return {coin.name: coin for coin in rows("currencies", Coin, "part")}


_SCALES = {"basis_point": Decimal("0.01"), "per_mille": Decimal("0.1")}


class _Line(NamedTuple):
    """The change of one unit into another."""

    factor: Decimal
    offset: Decimal = Decimal(0)
    """Of temperatures alone."""
    rounded: bool = True
    """Whether the factor is a fraction cut off, as most factors of measures are."""


@lru_cache(maxsize=4096)
def _line(unit: str, to: str) -> _Line | None:
    if dimension(unit) != dimension(to):
        return None
    if unit in measures() and to in measures():
        return _measured(measures()[unit], measures()[to])
    if "/" in unit or "/" in to:
        return _rate(unit, to)
    return _Line(_share(unit) / _share(to), rounded=False)


def _measured(unit: Unit, to: Unit) -> _Line:
    if unit.category in ("percent", "magnitude"):
        ratio = _SCALES.get(unit.name, Decimal(1)) / _SCALES.get(to.name, Decimal(1))
        return _Line(ratio, rounded=False)
    one, other = _spelled(unit.name), _spelled(to.name)
    size = worth(other)
    nought = (offset(one) - offset(other)) / size
    return _Line(_decimal(worth(one) / size), _decimal(nought))


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _rate(unit: str, to: str) -> _Line | None:
    parts, others = unit.split("/"), to.split("/")
    if len(parts) != len(others):
        return None
    factor = convert(Decimal(1), parts[0], others[0])
    for part, other in zip(parts[1:], others[1:], strict=True):
        each = convert(Decimal(1), part, other)
        if factor is None or not each:
            return None
        factor /= each
    return None if factor is None else _Line(factor)


def _share(unit: str) -> Decimal:
    return coins()[unit].share if unit in coins() else Decimal(1)


def _spelled(name: str) -> str:
    """The name as data/units.txt spells it out, in pint's grammar."""
    for prefix, power in (("square_", " ** 2"), ("cubic_", " ** 3")):
        if name.startswith(prefix):
            return name.removeprefix(prefix) + power
    return "ten_years" if name == "decade" else name  # to pint a decade is a logarithm
