"""The figures of nobody: "no one was hurt", "not one died", "no injuries" say nought.

>>> figure = nobody_at(Tokens("No one was hurt"), 0)
>>> figure and (figure.low, figure.unit)
(Decimal('0'), 'person')
>>> nobody_at(Tokens("no one believes it"), 0) is None
True
"""

from decimal import Decimal

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import Form, Numeral
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.counted import counted_noun
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import words
from discrepancy.words import singular


def nobody_at(tokens: Tokens, i: int) -> Figure | None:
    """Nought people, where something befell or spared them: no one was hurt, no injuries."""
    word = tokens.word(i)
    if word == "no" and tokens.word(i + 1) in ("one", "-"):
        last = i + 2 + (tokens.word(i + 1) == "-")
        if tokens.word(last - 1) != "one":
            return None
    elif word in ("nobody", "none"):
        last = i + 1
    elif word == "not" and tokens.word(i + 1) == "one":
        last = i + 2
    elif word == "neither":
        last = i + 1
    elif word == "not" and tokens.lower[i + 1 : i + 3] == ["a", "single"]:
        return _not_a_single(tokens, i)
    elif word == "no":
        return _no_injuries(tokens, i)
    else:
        return None
    near = tokens.lower[last : last + 8]
    stop = next((k for k, w in enumerate(near) if w in (".", ";", "but", ",")), len(near))
    if words("counting", "nought_verbs").isdisjoint(near[:stop]):
        return None
    if (word == "neither" and "nor" in near) or near[:1] == ["else"]:
        return None  # nobody else: besides those told of
    return _nought(i, last, "person", None)


def _not_a_single(tokens: Tokens, i: int) -> Figure | None:
    """Not a single vote was cast."""
    found = counted_noun(tokens, i + 3, plural=False)
    return _nought(i, i + 3, found[1], found[0]) if found else None


def _no_injuries(tokens: Tokens, i: int) -> Figure | None:
    for k in range(i + 1, i + 4):
        word = tokens.word(k)
        if word in words("counting", "news_of"):
            return None  # no details about casualties: nobody knows
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
