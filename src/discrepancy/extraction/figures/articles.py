"""An article that counts: "about a mile", "an hour and a half", "both men".

>>> articled(Tokens("for about a mile"), 2).low
Decimal('1')
>>> articled(Tokens("for a mile"), 1) is None
True
"""

from decimal import Decimal

from discrepancy.claims import Bound
from discrepancy.english.numbers.number_words import Form, Numeral
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.counted import is_plural
from discrepancy.tables import words
from discrepancy.words import noun_class


def articled(tokens: Tokens, i: int) -> Numeral | None:
    """The one or two that an article or "both" stands for; his dozen shots; a year or two."""
    if tokens.word(i) == "dozen" and tokens.word(i - 1) in words("counting", "determiners"):
        return Numeral(i, i + 1, Decimal(12), Decimal(12), Form.WORDS)
    if tokens.word(i) == "both" and is_plural(tokens.raw(i + 1)):
        person = noun_class(tokens.raw(i + 1)) == "person"
        return Numeral(i, i + 1, Decimal(2), Decimal(2), Form.WORDS) if person else None
    if tokens.word(i) not in ("a", "an") or tokens.word(i + 1) not in words("counting", "articled"):
        return None
    if tokens.lower[i + 2 : i + 4] == ["or", "so"]:
        return Numeral(i, i + 1, Decimal(1), Decimal(1), Form.WORDS)
    if tokens.lower[i + 2 : i + 4] == ["or", "two"]:
        return Numeral(i, i + 1, Decimal(1), Decimal(2), Form.WORDS, bound=Bound.RANGE)
    halved = tokens.lower[i + 2 : i + 5] in (["and", "a", "half"], ["and", "a", "quarter"])
    if not halved and tokens.word(i - 1) not in words("counting", "counts_article"):
        return None
    return Numeral(i, i + 1, Decimal(1), Decimal(1), Form.WORDS)
