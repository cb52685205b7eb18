"""An article that counts: "about a mile", "an hour and a half".

>>> articled(Tokens("for about a mile"), 2).low
Decimal('1')
>>> articled(Tokens("for a mile"), 1) is None
True
"""

from decimal import Decimal

from discrepancy.extraction.number_words import Form, Numeral
from discrepancy.extraction.tokens import Tokens
from discrepancy.tables import words


def articled(tokens: Tokens, i: int) -> Numeral | None:
    """The one that an article stands for, behind a hedge or before "and a half"."""
    if tokens.word(i) not in ("a", "an") or tokens.word(i + 1) not in words("counting", "articled"):
        return None
    halved = tokens.lower[i + 2 : i + 5] in (["and", "a", "half"], ["and", "a", "quarter"])
    if not halved and tokens.word(i - 1) not in words("counting", "counts_article"):
        return None
    return Numeral(i, i + 1, Decimal(1), Decimal(1), Form.WORDS)
