"""Ordinals, in digits and in words of any length: "21st", "fourth", "one hundred and twenty-first".

>>> [ordinal(Tokens(text), 0) for text in ("21st", "twenty-first time", "a hundred and third")]
[(Decimal('21'), 2), (Decimal('21'), 3), (Decimal('103'), 4)]
"""

from decimal import Decimal

from discrepancy.english.numbers.number_words import numbers, ordinal_words
from discrepancy.english.numbers.spelled import cardinal_at
from discrepancy.english.tokens import Tokens
from discrepancy.tables import words

ENDINGS = frozenset(("st", "nd", "rd", "th"))


def ordinal(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """The value of the ordinal at token `i` and the token behind it.

    "First", "second" and "third" alone are left out: they order a tale more often than they rank.
    """
    word = tokens.word(i)
    if word.isdecimal():
        ends = tokens.word(i + 1) in ENDINGS and tokens.glued(i + 1)
        if tokens.word(i + 1) == "st" and (word[-1] != "1" or word[-2:] == "11"):
            return None  # the hound weighs 5st
        return (Decimal(word), i + 2) if ends and len(word) < 4 else None
    return (ordinal_words()[word], i + 1) if word in ordinal_words() else joined(tokens, i)


def joined(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """As `ordinal`, where a cardinal goes before: twenty-first, a hundred and third, 200th."""
    count = numbers("cardinal").get(tokens.word(i), Decimal(0))
    if tokens.word(i + 1) == "hundredth" and 1 < count < 100:
        return count * 100, i + 2  # the two hundredth visitor; "one hundredth" is a share
    if not (tokens.word(i) in numbers("tens") or "hundred" in tokens.lower[i : i + 2]):
        return None
    high, at = cardinal_at(tokens, i)
    if high is None or high >= 1000:
        return None
    tens = 20 <= high % 100 <= 90 and high % 10 == 0
    hundreds = high >= 100 and high % 100 == 0
    at += tokens.word(at) == ("and" if hundreds else "-")
    low = numbers("podium").get(tokens.word(at)) or ordinal_words().get(tokens.word(at))
    if low is None or not ((low < 10 and (tens or hundreds)) or (low < 100 and hundreds)):
        return None
    ranks = _orders(tokens.word(i - 1)) or tokens.word(at + 1) == "place"
    if tokens.word(at) == "second" and not ranks:
        return None  # a thirty-second film
    return high + low, at + 1


def _orders(before: str) -> bool:
    """Whether "thirty-second" behind this word counts to 32."""
    return before in words("counting", "orders") or before.endswith(("'s", "’s"))
