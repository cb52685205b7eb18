"""The magnitude of an earthquake: the scale is a unit of its own.

>>> from discrepancy.english.numbers.numerals import numeral
>>> tokens = Tokens("a magnitude-6.1 quake")
>>> figure = Figure.of(numeral(tokens, 3))
>>> read_magnitude(tokens, figure), figure.unit
(True, 'magnitude')
"""

from discrepancy.claims import Category
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import words

SCALES = {"richter": "richter", "moment": "moment_magnitude"}
LARGEST = 11
NAMES = frozenset(("magnitude", "magnitudes"))
LINKS = frozenset(("at", "to", "of", "and", "from", "as", "or", "was"))
REACH = 14
"""Tokens before a figure in which a magnitude may have been named."""


def read_magnitude(tokens: Tokens, figure: Figure) -> bool:
    """6.1-magnitude, magnitude 6.1, 6.1 on the Richter scale, 4.4 in magnitude, a 6.1 quake."""
    if figure.unit is not None or not 0 < figure.low < LARGEST:
        return False
    first, last = _with_word(tokens, figure)
    scale = next((w for w in tokens.lower[last : last + 6] if w in SCALES), None)
    named = (first, last) != (figure.first, figure.last)
    if not (named or scale == "richter" or _shakes(tokens, figure)):
        return False
    figure.first, figure.last = first, last
    figure.after = max(figure.after, last)
    figure.category, figure.unit = Category.MAGNITUDE, SCALES.get(scale or "", "magnitude")
    return True


def _shakes(tokens: Tokens, figure: Figure) -> bool:
    """A 6.1 quake: figures with a decimal only, "two quakes" are counted; a quake measuring 3.0."""
    if "." not in tokens.word(figure.numeral.first):
        return False
    if tokens.word(figure.last) in words("counting", "quakes"):
        return True
    told = tokens.lower[max(0, figure.first - REACH) : figure.first]
    if NAMES & set(told) and told[-1] in LINKS:
        return True  # the magnitude was first put at 7.8, then at 7.5
    if tokens.word(figure.first - 1) == "of" and tokens.word(figure.first - 2) in words(
        "counting", "quakes"
    ):
        return True  # an aftershock of 5.4
    near = tokens.lower[max(0, figure.first - 12) : figure.first]
    measured = not words("counting", "measured").isdisjoint(near[-3:])
    return measured and not words("counting", "quakes").isdisjoint(near)


def _with_word(tokens: Tokens, figure: Figure) -> tuple[int, int]:
    """The tokens of figure and "magnitude" together; of the figure alone where none stands."""
    first, last = figure.first, figure.last
    at = last + (tokens.word(last) in ("-", "in"))
    if tokens.word(at) in ("magnitude", "magnitudes"):
        return first, at + 1
    k = first - 1 - (tokens.word(first - 1) in ("-", "of"))
    return (k, last) if tokens.word(k) in NAMES else (first, last)
