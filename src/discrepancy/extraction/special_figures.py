"""Figures that words around them make an age or a magnitude, and the figures of nobody.

>>> from discrepancy.extraction.numerals import numeral
>>> def category(text, at):
...     tokens = Tokens(text)
...     figure = Figure.of(numeral(tokens, at))
...     read_special(tokens, figure)
...     return figure.category.value
>>> category("a 50-year-old man", 1), category("Orla Brandt, 34, was", 3), category("magnitude 6.1", 1)
('age', 'age', 'magnitude')
"""

from decimal import Decimal

from discrepancy.claim import Bound, Category
from discrepancy.extraction.figures import Figure
from discrepancy.extraction.numerals import Form, Numeral
from discrepancy.extraction.tokens import Tokens
from discrepancy.extraction.unit_words import read_unit
from discrepancy.tables import words
from discrepancy.words import singular

OLDEST = 125


def read_special(tokens: Tokens, figure: Figure) -> None:
    """Let the words around make a figure an age or a magnitude."""
    if figure.category in (Category.MONEY, Category.PERCENT):
        return
    _age(tokens, figure) or _magnitude(tokens, figure)


# --- ages -------------------------------------------------------------------------------------


def _age(tokens: Tokens, figure: Figure) -> bool:
    if figure.unit in ("year", "month", "week", "day") and _old_behind(tokens, figure):
        figure.category = Category.AGE
        figure.rate = None
        return True
    if figure.unit is not None and figure.unit != "year":
        return False
    plausible = 0 < figure.low <= OLDEST and figure.low == figure.low.to_integral_value()
    if not plausible or figure.numeral.scale > 1:
        return False
    if figure.unit is None and (
        _yo(tokens, figure)
        or _decade(tokens, figure)
        or _aged(tokens, figure)
        or _apposed(tokens, figure)
    ):
        figure.unit, figure.category = "year", Category.AGE
        return True
    return False


def _old_behind(tokens: Tokens, figure: Figure) -> bool:
    """50-year-old, 50 years old, three years of age."""
    at = figure.last
    if tokens.word(at) == "-":
        at += 1
    if tokens.word(at) in ("old", "olds"):
        figure.last = figure.after = at + 1
        return True
    if tokens.word(at) == "of" and tokens.word(at + 1) == "age":
        figure.last = figure.after = at + 2
        return True
    return False


def _yo(tokens: Tokens, figure: Figure) -> bool:
    """87 yo, 87 y/o."""
    at = figure.last + (tokens.word(figure.last) == "-")
    if tokens.word(at) == "yo":
        figure.last = figure.after = at + 1
        return True
    return False


def _aged(tokens: Tokens, figure: Figure) -> bool:
    """Aged 43, age 43, at the age of 43, ages 25 to 54."""
    before = tokens.word(figure.first - 1)
    if before in ("aged", "age", "ages"):
        return True
    return before == "of" and tokens.word(figure.first - 2) == "age"


def _apposed(tokens: Tokens, figure: Figure) -> bool:
    """A name, 43, was; a name (43); a name, 43."""
    if figure.numeral.form is not Form.DIGITS or figure.low < 1 or "." in tokens.word(figure.first):
        return False
    before, after = tokens.word(figure.first - 1), tokens.word(figure.last)
    if not (
        before == "," and after in (",", ".", ";", "", "and") or before == "(" and after == ")"
    ):
        return False
    if before == "(" and figure.low < 10:
        return False  # a number on a shirt
    name = tokens.raw(figure.first - 2)
    if name == "." and len(tokens.raw(figure.first - 3)) <= 2:  # Jr., 43
        name = tokens.raw(figure.first - 3)
    if not name[:1].isupper() or tokens.word(figure.first - 2) in words("labels", "months"):
        return False
    return after != "and" and not _after_month(tokens, figure)


def _after_month(tokens: Tokens, figure: Figure) -> bool:
    return tokens.word(figure.first - 3) in words("labels", "months")


_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}


def _decade(tokens: Tokens, figure: Figure) -> bool:
    """In her early 30s: 30 to 33."""
    if tokens.word(figure.last) != "s" or not tokens.glued(figure.last):
        if tokens.word(figure.last) not in ("'s", "’s"):
            return False
    if figure.low % 10 or figure.low < 20:
        return False
    at = figure.first - 1
    if tokens.word(at) == "-":
        at -= 1
    part = tokens.word(at) if tokens.word(at) in _PARTS else ""
    if part:
        at -= 1
    if tokens.word(at) not in ("his", "her", "their", "its", "my", "your"):
        return False
    low, high = _PARTS[part]
    figure.low, figure.high, figure.bound = figure.low + low, figure.low + high, Bound.RANGE
    figure.first = at + 1
    figure.last = figure.after = figure.last + 1
    return True


# --- magnitudes -------------------------------------------------------------------------------


def _magnitude(tokens: Tokens, figure: Figure) -> bool:
    """6.1-magnitude, magnitude 6.1, a magnitude of 6.1, 6.1 on the Richter scale, a 6.1 quake."""
    if figure.unit is not None or not 0 < figure.low < 11:
        return False
    first, last = _magnitude_words(tokens, figure)
    scale = next((w for w in tokens.lower[last : last + 6] if w in ("richter", "moment")), None)
    if (
        (first, last) == (figure.first, figure.last)
        and scale != "richter"
        and not _shakes(tokens, figure)
    ):
        return False
    figure.first, figure.last = first, last
    figure.after = max(figure.after, last)
    figure.category = Category.MAGNITUDE
    figure.unit = {"richter": "richter", "moment": "moment_magnitude"}.get(scale or "", "magnitude")
    return True


def _shakes(tokens: Tokens, figure: Figure) -> bool:
    """A 6.1 quake."""
    return tokens.word(figure.last) in words("counting", "quakes") and (
        "." in tokens.word(figure.numeral.first)
    )


def _magnitude_words(tokens: Tokens, figure: Figure) -> tuple[int, int]:
    """The tokens of figure and "magnitude" together; of the figure alone where none stands."""
    first, last = figure.first, figure.last
    at = last + (tokens.word(last) == "-")
    if tokens.word(at) in ("magnitude", "magnitudes"):
        return first, at + 1
    k = first - 1 - (tokens.word(first - 1) in ("-", "of"))
    return (k, last) if tokens.word(k) == "magnitude" else (first, last)


# --- nobody -----------------------------------------------------------------------------------


def nobody(tokens: Tokens, i: int) -> Figure | None:
    """ "No one was hurt", "no injuries": nought people, where something befell or spared them."""
    word = tokens.word(i)
    if word == "no" and tokens.word(i + 1) in ("one", "-"):
        last = i + 2 + (tokens.word(i + 1) == "-")
        if tokens.word(last - 1) != "one":
            return None
    elif word in ("nobody", "none"):
        last = i + 1
    elif word == "no":
        return _no_injuries(tokens, i)
    else:
        return None
    near = tokens.lower[last : last + 8]
    stop = next((k for k, w in enumerate(near) if w in (".", ";", "but", ",")), len(near))
    if words("counting", "nought_verbs").isdisjoint(near[:stop]):
        return None
    return _nought(i, last, "person", None)


def _no_injuries(tokens: Tokens, i: int) -> Figure | None:
    for k in range(i + 1, i + 4):
        word = tokens.word(k)
        if word in words("counting", "nought"):
            return _nought(i, i + 1, singular(word), (i + 1, k + 1))
        if not word.isalpha():
            return None
    return None


def _nought(first: int, last: int, unit: str, noun: tuple[int, int] | None) -> Figure:
    figure = Figure.of(Numeral(first, last, Decimal(0), Decimal(0), Form.WORDS))
    figure.unit, figure.noun, figure.category = unit, noun, Category.COUNT
    figure.after = noun[1] if noun else last
    return figure
