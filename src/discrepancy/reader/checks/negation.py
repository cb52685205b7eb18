"""The words that deny: what a quote denies, an answer may not tell as so.

>>> negations("There weren't any militants, and nobody was hurt.")
2
"""

from collections.abc import Sequence

from discrepancy.english.acts import acts_of
from discrepancy.tables import words
from discrepancy.words import Token, denies, tokens

REACH = 3
"""How many words before other words a denial still belongs to them."""

_CLOSING = frozenset(",;)]—–")


def negations(text: str) -> int:
    """How many words of a passage deny."""
    return sum(denies(token.lower) for token in tokens(text))


def reaches(before: Sequence[Token], answer: str = "") -> bool:
    """Whether a denial in the last words before others belongs to these.

    Not that of a clause that has ended ("one bomb, which did not explode, | fell"), nor that of a
    verb whose object is named all the same ("will not meet the agent's | request").

    Args:
        before: the words before, of the same sentence.
        answer: the other words, where they are an answer of their own.

    >>> [reaches(tokens(said)) for said in ("nobody saw", "which did not explode,", "It was not")]
    [True, False, True]
    >>> reaches(tokens("It will not meet the agent's"), "request for ten years")
    False
    >>> reaches(tokens("He denied that"), "the doors were open")
    True
    """
    near = list(before[-REACH:])
    for place, token in enumerate(near):
        between = [other.lower for other in near[place + 1 :]]
        if denies(token.lower) and not (_ended(between) or _of_its_verb(token, before, answer)):
            return True
    return False


def _ended(between: Sequence[str]) -> bool:
    return any(mark in _CLOSING for mark in between[1:])


def _of_its_verb(denial: Token, before: Sequence[Token], answer: str) -> bool:
    """Whether a denied verb stands between, and the answer names its object as something known."""
    between = [token.lower for token in before if token.start > denial.start]
    known = words("negations", "known")
    named = any(word in known for word in between[1:])
    verbal = denial.lower in ("not", "never") or denial.lower.endswith("n't")
    return bool(
        answer and verbal and named and not any(w.act in ("verb", "aux") for w in acts_of(answer))
    )
