"""Figures with their units, as one prints them.

>>> unit_words("85 million", "EUR"), spelled(Decimal("10668"), "meter")
('€85 million', '10,668 metres')
"""

from decimal import Context, Decimal

from discrepancy import tables, words
from discrepancy.measures.printed_figures import printed

_SMALL = Context(prec=2)
"""A figure below one that was worked out is told to two digits."""
_LARGE = Context(prec=3)
"""From a million on three digits are enough: "1.41 million acres"."""

_SPACED = {"°C": "\N{NO-BREAK SPACE}", "°F": "\N{NO-BREAK SPACE}"}
"""Symbols that stand apart from their figure."""


class UnitWords(tables.Row):
    """How one unit is printed after a figure."""

    unit: str
    symbol: str | None = None
    before: str | None = None
    """What stands before the figure: the sign of a currency, a word with its space."""
    many: str | None = None
    word: str | None = None
    """Its name as news spells it, where the canonical one is spelled otherwise."""


def unit_words(figures: str, unit: str | None, *, one: bool = False) -> str:
    """The printed figures with their unit, in the singular for one.

    >>> unit_words("85 million", "EUR"), unit_words("1", "soldier", one=True)
    ('€85 million', '1 soldier')
    """
    if unit is None:
        return figures
    above, _, below = unit.partition("/")
    per = f" per {below.replace('_', ' ')}" if below else ""
    row = _rows().get(above, UnitWords(unit=above))
    if row.before:
        return f"{row.before}{figures}{per}"
    if row.symbol:
        return f"{figures}{_SPACED.get(row.symbol, '')}{row.symbol}{per}"
    name = row.word or above.replace("_", " ")
    return f"{figures} {name if one or above.isupper() else row.many or words.plural(name)}{per}"


def spelled(figure: Decimal, unit: str) -> str:
    """A figure that was worked out, as long as news prints it, its unit in words.

    To one decimal below a hundred, to three digits from a million on.

    >>> spelled(Decimal("6.21371"), "mile"), spelled(Decimal("104"), "degree_Fahrenheit")
    ('6.2 miles', '104 °F')
    """
    told = _rounded(figure)
    row = _rows().get(unit, UnitWords(unit=unit))
    if unit.startswith("degree_"):
        return unit_words(printed(told), unit)
    name = row.word or unit.replace("_", " ")
    return f"{printed(told)} {name if abs(told) == 1 else words.plural(name)}"


def _rounded(figure: Decimal) -> Decimal:
    if abs(figure) < 1:
        return _SMALL.create_decimal(figure)
    if abs(figure) >= 10**6:
        return _LARGE.create_decimal(figure)
    return figure.quantize(Decimal(1) if abs(figure) >= 100 else Decimal("0.1"))


def _rows() -> dict[str, UnitWords]:
    return {row.unit: row for row in tables.rows("display", UnitWords)}
