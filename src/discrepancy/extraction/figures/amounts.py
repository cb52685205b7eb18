"""An amount that stands before what is counted: the $500 of "two $500 cheques".

>>> tokens = Tokens("two $500 cheques")
>>> is_amount(tokens, 1), past_amount(tokens, 1), past_amount(tokens, 0)
(True, 3, 0)
"""

from functools import cache

from discrepancy.english.numbers.number_words import numbers
from discrepancy.english.tokens import Tokens
from discrepancy.measures.units import currencies


@cache
def _signs() -> frozenset[str]:
    """The signs that stand glued before a figure: $ and £, not the letters of codes."""
    return frozenset(
        sign
        for currency in currencies().values()
        for sign in currency.signs
        if len(sign) == 1 and not sign.isalnum()
    )


def is_amount(tokens: Tokens, at: int) -> bool:
    """Whether a sign at a token belongs to the figure behind it: four $3 million prizes."""
    at += tokens.raw(at).isupper() and tokens.glued(at + 1)  # US$5
    figures = tokens.word(at + 1)
    return tokens.word(at) in _signs() and figures[:1].isdecimal() and tokens.glued(at + 1)


def past_amount(tokens: Tokens, at: int) -> int:
    """The token behind the amount that begins at a token; the token itself where none does."""
    if not is_amount(tokens, at):
        return at
    at += 2 + tokens.raw(at).isupper()
    at += tokens.word(at) == "-" and tokens.word(at + 1) in numbers("scale")
    if tokens.word(at) in numbers("scale"):
        return at + 1
    scaled = tokens.glued(at) and tokens.word(at) in (numbers("glued").keys() | numbers("money"))
    return at + scaled
