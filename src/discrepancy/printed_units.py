"""Figures with their units, as one prints them.

>>> unit_words("85 million", "EUR"), spelled(Decimal("10668"), "meter")
('85 million EUR', '10,668 metres')
"""

from decimal import Context, Decimal

from discrepancy import tables, words
from discrepancy.printed_figures import printed

_EXACT_ENOUGH = Context(prec=4)
"""A figure that was worked out is told to four digits."""


class UnitWords(tables.Row):
    """How one unit is printed after a figure."""

    unit: str
    symbol: str | None = None
    many: str | None = None
    word: str | None = None
    """Its name as news spells it, where the canonical one is spelled otherwise."""


def unit_words(figures: str, unit: str | None, *, one: bool = False) -> str:
    """The printed figures with their unit, in the singular for one.

    >>> unit_words("85 million", "EUR"), unit_words("1", "soldier", one=True)
    ('85 million EUR', '1 soldier')
    """
    if unit is None:
        return figures
    above, _, below = unit.partition("/")
    per = f" per {below.replace('_', ' ')}" if below else ""
    row = _rows().get(above, UnitWords(unit=above))
    if row.symbol:
        return f"{figures}\N{NO-BREAK SPACE}{row.symbol}{per}"
    name = above.replace("_", " ")
    return f"{figures} {name if one or above.isupper() else row.many or words.plural(name)}{per}"


def _units() -> dict[str, UnitWords]:
    return {row.unit: row for row in tables.rows("display", UnitWords)}


def spelled(figure: Decimal, unit: str) -> str:
    """A figure that was worked out, to four digits (five before the point), its unit in words.

    >>> spelled(Decimal("6.21371"), "mile"), spelled(Decimal("104"), "degree_Fahrenheit")
    ('6.214 miles', '104 °F')
    """
    whole = abs(figure) >= 10**4
    told = figure.quantize(Decimal(1)) if whole else _EXACT_ENOUGH.create_decimal(figure)
    row = _rows().get(unit, UnitWords(unit=unit))
    if unit.startswith("degree_"):
        return unit_words(printed(told), unit)
    name = row.word or unit.replace("_", " ")
    return f"{printed(told)} {name if abs(told) == 1 else words.plural(name)}"


def _rows() -> dict[str, UnitWords]:
    return {row.unit: row for row in tables.rows("display", UnitWords)}
