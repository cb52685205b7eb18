"""The words that deny: what a quote denies, an answer may not tell as so.

>>> negations("There weren't any militants, and nobody was hurt.")
2
"""

from discrepancy.tables import words
from discrepancy.words import tokens


def denies(word: str) -> bool:
    """Whether a word in lower case denies."""
    return word in words("negations", "words") or word.endswith("n't")


def negations(text: str) -> int:
    """How many words of a passage deny."""
    return sum(denies(token.lower) for token in tokens(text))
