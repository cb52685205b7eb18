"""Ranks: "the 21st coach", "12th place", "the fourth election"; the first three say too little.

>>> figure = rank(Tokens("finished in 12th place"), 2)
>>> figure and (figure.low, figure.unit, figure.category.value)
(Decimal('12'), 'place', 'rank')
>>> rank(Tokens("in the 20th century"), 2) is None
True
"""

from decimal import Decimal

from discrepancy.claims import Category
from discrepancy.english.number_words import Form, Numeral, numbers
from discrepancy.english.ordinals import ENDINGS, joined, ordinal
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.counted import counted
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import words


def _ranks(before: str) -> bool:
    """Whether a word goes before an ordinal that ranks: the, his, the country's."""
    return before in words("counting", "before_rank") or before.endswith(("'s", "’s"))


def _is_placed(tokens: Tokens, i: int) -> bool:
    """Finished fourth, came second, sit 11th."""
    return tokens.word(i - 1) in words("counting", "placed")


def _stands_alone(tokens: Tokens, last: int) -> bool:
    return tokens.word(last) in words("counting", "behind_place") or not tokens.word(last)


def _place(first: int, last: int, value: Decimal) -> Figure:
    figure = Figure.of(Numeral(first, last, value, value, Form.WORDS))
    figure.category, figure.unit = Category.RANK, "place"
    return figure


def rank(tokens: Tokens, i: int) -> Figure | None:
    """The rank that begins at token `i`, with what it ranks."""
    word = tokens.word(i)
    if word in numbers("podium") and _is_placed(tokens, i):
        value, last = numbers("podium")[word], i + 1
    elif found := ordinal(tokens, i):
        value, last = found
        if not (word.isdecimal() or _ranks(tokens.word(i - 1)) or _is_placed(tokens, i)):
            return _unread(tokens, i)
    else:
        return None
    return _ranked(tokens, i, value, last) or _unread(tokens, i)


def _unread(tokens: Tokens, i: int) -> Figure | None:
    """What keeps "twenty" of "twenty-first" from being read, where that is no rank."""
    found = joined(tokens, i)
    if found is None:
        return None
    figure = Figure.of(Numeral(i, found[1], found[0], found[0], Form.WORDS))
    figure.struck = True
    return figure


def _ranked(tokens: Tokens, i: int, value: Decimal, last: int) -> Figure | None:
    if _is_placed(tokens, i) and _stands_alone(tokens, last):
        return _place(i, last, value)
    behind = tokens.word(last)
    figure = Figure.of(Numeral(i, last, value, value, Form.WORDS))
    figure.category = Category.RANK
    if behind in words("counting", "behind_rank") or not behind:
        figure.elided = tokens.word(i - 1) == "the"
        return figure if figure.elided else None
    if not behind.isalpha() or behind in words("counting", "no_rank"):
        return None
    if tokens.capital(last) and (tokens.capital(i) or tokens.word(i + 1) in ENDINGS):
        return None  # the Fifth Amendment
    found = counted(tokens, last, plural=False)
    if found is None or found[1] in words("counting", "no_rank"):
        return None
    figure.noun, figure.unit = found
    figure.after = figure.noun[1]
    return figure
