"""A letter behind a figure that means degrees: "reached 34C", "-12C", "25C (77F)".

>>> tokens = Tokens("water of 25C (77F)")
>>> from discrepancy.english.numbers.numerals import numeral
>>> degrees(tokens, Figure.of(numeral(tokens, 2)), 3)
(4, 'degree_Celsius')
"""

from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import words

_LETTERS = {"C": "degree_Celsius", "F": "degree_Fahrenheit"}
_HOTTEST = 130
"""The largest bare figure before C or F that is taken for degrees."""
_MOLTEN = 4000
"""The largest that a bracket says again on the other scale: of kilns and stars."""
NEAR = 16
"""Tokens around a figure in which the talk may be of temperature."""


def degrees(tokens: Tokens, figure: Figure, at: int) -> tuple[int, str] | None:
    """-12C (10F): letters behind a figure that a bracket says again, or in talk of temperature."""
    unit = _LETTERS.get(tokens.raw(at))
    if unit is None or abs(figure.low) > _MOLTEN or tokens.word(at + 1) == "-":
        return None
    if _is_paired(tokens, figure, at):
        return at + 1, unit
    near = tokens.lower[max(0, at - NEAR) : at + NEAR]
    before = tokens.word(figure.first - 1)
    reached = before in words("unit_traps", "before_degrees") and not tokens.capital(at + 1)
    told = before == "minus" or figure.low < 0 or reached  # not the flat that "was 24C Arn Road"
    warm = told or not words("unit_traps", "temperature").isdisjoint(near)
    bare = abs(figure.low) <= _HOTTEST and tokens.word(at + 1) != "/"
    return (at + 1, unit) if warm and bare else None


def _is_paired(tokens: Tokens, figure: Figure, at: int) -> bool:
    """Whether a bracket gives the other scale: 25C (77F), 77F/25C."""
    other = {"C": "F", "F": "C"}[tokens.raw(at)]
    if tokens.word(at + 1) in ("(", "/"):
        k = at + 2 + (tokens.word(at + 2) in ("-", "−", "minus", "about"))
        return tokens.word(k)[:1].isdecimal() and tokens.raw(k + 1) == other
    k = figure.first - 1 - (tokens.word(figure.first - 1) in ("-", "−", "minus", "about"))
    before = tokens.word(k) in ("(", "/") and tokens.raw(k - 1) == other
    return before and tokens.word(k - 2)[:1].isdecimal()
