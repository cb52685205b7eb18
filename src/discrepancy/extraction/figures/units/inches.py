"""Inches behind a figure: 15.4", 0.68 in, "measures 14 in."; not "14 in hospital".

>>> from discrepancy.english.numbers.numerals import numeral
>>> def inch(text, at):
...     tokens = Tokens(text)
...     return is_inch(tokens, Figure.of(numeral(tokens, at)), at + 1)
>>> inch("The screen measures 14 in.", 3), inch("The club let 14 in.", 3)
(True, False)
"""

from discrepancy.english.numbers.number_words import Form
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import words
from discrepancy.words import is_stop

REACH = 10
"""Tokens before "14 in." in which something must be measured."""
QUOTED = 80
"""Tokens before a mark in which a quotation may have opened."""


def is_inch(tokens: Tokens, figure: Figure, at: int) -> bool:
    """Whether the mark or word at a token means inches."""
    if tokens.word(at) == "in":
        return tokens.glued(at) or _is_measured(tokens, figure, at)
    if tokens.word(at) not in ('"', "”", "''") or figure.numeral.form is not Form.DIGITS:
        return False  # dozens "riot"
    start = tokens.starts[max(figure.floor, at - QUOTED)]
    before = tokens.text[start : tokens.starts[figure.first]]
    return before.count('"') % 2 == 0 and "“" not in before


def _is_measured(tokens: Tokens, figure: Figure, at: int) -> bool:
    behind = tokens.word(at + 1)
    if "." in tokens.word(figure.numeral.first) and behind in words("unit_traps", "after_inch"):
        return True
    if _tells_way(tokens, at + 1 + (behind == ".")):
        return True
    near = tokens.lower[max(0, figure.first - REACH) : figure.first]
    measured = not words("unit_traps", "before_inch").isdisjoint(near)
    return measured and (behind in words("unit_traps", "behind_inch") or not behind)


def _tells_way(tokens: Tokens, at: int) -> bool:
    """12 in. wide, 2 in. in diameter; not 3 in deep trouble, 14 in long-term care."""
    if tokens.word(at) == "in" and tokens.word(at + 1) in words("unit_traps", "widths"):
        return True
    behind = tokens.word(at + 1)
    alone = behind != "-" and (not behind.isalpha() or is_stop(behind))
    return alone and tokens.word(at) in words("unit_traps", "ways")
