"""The words that write numbers, and what a numeral is once it is read.

>>> numbers("cardinal")["seven"], numbers("scale")["million"], "twofold" in folds()
(Decimal('7'), Decimal('1E+6'), True)
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache

from discrepancy.bounds import Bound
from discrepancy.english.tokens import Tokens
from discrepancy.tables import Row, rows


class Form(Enum):
    """How a numeral is written; vetoes and joins depend on it."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    FRACTION = "fraction"
    FOLD = "fold"


@dataclass(slots=True)
class Numeral:
    """The tokens `first <= i < last` and the number they write."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: Form
    scale: Decimal = Decimal(1)
    """The scale word included: 1E+6 for "1.2 million"."""
    bound: Bound = Bound.EXACT


class _Values(Row):
    words: dict[str, Decimal]


@cache
def numbers(kind: str) -> dict[str, Decimal]:
    """The number words of one kind ("cardinal", "scale" ...) and their values."""
    return {
        word: value for row in rows("numerals", _Values, kind) for word, value in row.words.items()
    }


def cardinal(word: str) -> Decimal | None:
    """The value of a number word below a hundred."""
    return numbers("cardinal").get(word, numbers("tens").get(word))


def scale_at(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """The scale that stands at a token and the token behind it: million, -million, bn, k."""
    hyphen = tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1)
    word = tokens.word(at + hyphen)
    factor = numbers("scale").get(word)
    if factor is not None and word != "gross":
        return at + hyphen + 1, factor
    factor = numbers("glued").get(word)
    if factor is None or hyphen or (word in ("mm", "k") and tokens.raw(at) == "mm"):
        return None
    if word == "k" and not (tokens.glued(at) and _plain(tokens.word(at - 1))):
        return None
    if tokens.raw(at) == "K" and len(tokens.word(at - 1)) == 1 and tokens.word(at + 1)[-1:] != "s":
        return None  # 4K video
    return at + 1, factor


def _plain(written: str) -> bool:
    return len(written) <= 5


class Vague(Row):
    """Words that stand for a number nobody counted out, and what is meant."""

    words: tuple[str, ...]
    low: Decimal
    high: Decimal | None = None
    bound: Bound = Bound.AT_LEAST


@cache
def vague_words() -> dict[str, Vague]:
    """The words that stand for a number nobody counted out."""
    return {phrase: row for row in rows("numerals", Vague, "vague") for phrase in row.words}


@cache
def openers() -> frozenset[str]:
    """The words with which a numeral in words may begin."""
    found = {"a", "an", "half", "quarter", "hundred", "thousand"}
    found |= numbers("cardinal").keys() | numbers("tens").keys()
    return frozenset(found | {phrase.split()[0] for phrase in vague_words()})


@cache
def triggers() -> frozenset[str]:
    """The words of which every numeral in words has at least one."""
    found = {phrase.split()[-1] for phrase in vague_words()} - {"of"}
    found |= {
        "couple",
        "pair",
        "trio",
        "handful",
        "half",
        "no",
        "nobody",
        "none",
        "neither",
        "single",
        "both",
    }
    for kind in ("cardinal", "tens", "scale", "denominator"):
        found |= numbers(kind).keys()
    return frozenset(found | folds() | ordinal_words().keys() | numbers("podium").keys())


@cache
def folds() -> frozenset[str]:
    """Twofold, tenfold; doubled, trebled."""
    return frozenset(f"{word}fold" for word in numbers("cardinal")) | numbers("multiplied").keys()


def ordinal_words() -> dict[str, Decimal]:
    """The ordinals in words that are read as ranks, with their values."""
    return numbers("ordinal")
