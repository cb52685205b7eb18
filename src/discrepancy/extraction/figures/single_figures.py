"""Each figure of a sentence by itself: numeral, sign, unit and what it counts.

>>> [(figure.low, figure.unit) for figure in scanned(Tokens("3 dogs ran 5 km"))]
[(Decimal('3'), 'dog'), (Decimal('5'), 'kilometer')]
"""

from collections.abc import Iterator
from functools import cache

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import Form, folds, numbers, openers, ordinal_words
from discrepancy.english.numbers.numerals import numeral
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.ages import read_age
from discrepancy.extraction.figures.articles import articled
from discrepancy.extraction.figures.codes import HARD
from discrepancy.extraction.figures.compounds import half_more
from discrepancy.extraction.figures.counted import counted_noun
from discrepancy.extraction.figures.figure import Figure
from discrepancy.extraction.figures.hedges import behind
from discrepancy.extraction.figures.magnitudes import read_magnitude
from discrepancy.extraction.figures.nobody import nobody_at
from discrepancy.extraction.figures.ranks import rank
from discrepancy.extraction.figures.units.rates import rates_at
from discrepancy.extraction.figures.units.unit_words import read_unit
from discrepancy.measures.units import measures


def scanned(tokens: Tokens) -> Iterator[Figure]:
    """Numerals from left to right, each with its unit and noun."""
    i = floor = 0
    starts, lower = _starts(), tokens.lower
    while i < len(lower):
        if not (lower[i][0].isdigit() or lower[i] in starts):
            i += 1
            continue
        figure = _figure_at(tokens, i, floor)
        if figure is None:
            i += 1
            continue
        i = max(figure.last, figure.numeral.last)
        if figure.struck:
            continue
        floor = i
        yield figure


def _figure_at(tokens: Tokens, i: int, floor: int) -> Figure | None:
    word = tokens.lower[i]
    if word in ("no", "nobody", "none", "not", "neither"):
        return nobody_at(tokens, i)
    ranked = rank(tokens, i)
    if ranked is not None:
        return ranked
    found = numeral(tokens, i) or articled(tokens, i)
    if found is None:
        return None
    figure = Figure.of(found)
    figure.floor = floor
    _read_sign(tokens, figure)
    read_unit(tokens, figure)
    half_more(tokens, figure)
    read_age(tokens, figure) or read_magnitude(tokens, figure)
    figure.struck = any(strikes(tokens, figure) for strikes in HARD.values())
    if tokens.word(i) == "twice":
        figure.unit, figure.category = "time", Category.COUNT
    elif not figure.struck:
        _read_noun(tokens, figure)
    return figure


@cache
def _starts() -> frozenset[str]:
    """The words, besides digits, with which a figure may begin."""
    written = (
        openers()
        | folds()
        | ordinal_words().keys()
        | numbers("podium").keys()
        | numbers("sign").keys()
    )
    return written | {".", "no", "not", "nobody", "none", "neither", "dozen", "both"}


def _read_sign(tokens: Tokens, figure: Figure) -> None:
    """Minus 5, -5, negative ten, minus-130."""
    before = tokens.word(figure.first - 1)
    if tokens.lower[max(0, figure.first - 3) : figure.first] == ["plus", "or", "minus"]:
        return
    if before == "-" and tokens.word(figure.first - 2) in ("minus", "negative"):
        figure.first -= 1
        before = tokens.word(figure.first - 1)
    minus = before in ("minus", "negative") or (
        before in ("-", "−", "–")
        and tokens.glued(figure.first)
        and not tokens.glued(figure.first - 1)
        and figure.numeral.form is Form.DIGITS
    )
    if minus:
        figure.first -= 1
        figure.low, figure.high = -figure.high, -figure.low


def _read_noun(tokens: Tokens, figure: Figure) -> None:
    """What is counted, or of what a share is taken."""
    if figure.category in (Category.PERCENT, Category.NUMBER):
        at = behind(tokens, figure)
        plural = figure.low != 1 or tokens.word(at) == "of"
        share = figure.category is Category.PERCENT or figure.numeral.form in (
            Form.FRACTION,
            Form.FOLD,
        )
        found = (
            None if share and tokens.word(at) != "of" else counted_noun(tokens, at, plural=plural)
        )
        if found:
            figure.noun, unit = found
            if not share:
                figure.unit, figure.category = unit, _category(unit)
                figure.after = figure.noun[1]
                _read_rate(tokens, figure)
                _read_grouped(tokens, figure)
        if figure.numeral.form in (Form.FRACTION, Form.FOLD) and figure.unit is None:
            figure.category = Category.RATIO
        if figure.bare:
            _read_rate(tokens, figure)


def _read_grouped(tokens: Tokens, figure: Figure) -> None:
    """18.500 signatures: whole things are not counted to the thousandth, but by the rate."""
    whole, _, rest = tokens.word(figure.numeral.first).partition(".")
    alone = figure.numeral.last == figure.numeral.first + 1 and figure.rate is None
    grouped = len(rest) == 3 and rest.isdigit() and 0 < len(whole) < 4 and whole[0] != "0"
    if alone and grouped and figure.category is Category.COUNT:
        figure.low, figure.high = figure.low * 1000, figure.high * 1000


def _category(unit: str) -> Category:
    """13 straight days is a time, not a count."""
    return Category(measures()[unit].category) if unit in measures() else Category.COUNT


def _read_rate(tokens: Tokens, figure: Figure) -> None:
    """12,000 casualties a day; 1,200 a day."""
    found = rates_at(tokens, figure.after)
    if found:
        figure.after, figure.rate = found
