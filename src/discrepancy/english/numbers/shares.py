"""Shares in words: half, two-thirds, a quarter of a million, and "... and a half".

>>> found = fraction(Tokens("half a million"), 0)
>>> found and found.low
Decimal('5E+5')
>>> fraction(Tokens("a third man"), 0) is None
True
"""

from decimal import Decimal

from discrepancy.english.numbers.number_words import Form, Numeral, cardinal, numbers
from discrepancy.english.tokens import Tokens
from discrepancy.tables import words


def fraction(tokens: Tokens, i: int) -> Numeral | None:
    """Half, a third, two-thirds, half a million, three quarters of a billion."""
    value, last = share_at(tokens, i)
    if not value:
        return None
    found = _part_of_scale(tokens, i, last, value)
    if found.form is Form.FRACTION and last == i + 1 and not _is_share(tokens, i):
        return None
    return found


def _is_share(tokens: Tokens, i: int) -> bool:
    """Whether "half" by itself is a share: not in "the second half", "in half", "a quarter"."""
    if tokens.word(i) == "quarter":
        return False
    if tokens.word(i + 1) in ("a", "an"):
        return True  # "by half a point", where "by half" is told otherwise
    if tokens.word(i - 1) in words("shares", "no_share_after"):
        return False
    return tokens.word(i + 1) != "-"


def share_at(tokens: Tokens, i: int, *, added: bool = False) -> tuple[Decimal | None, int]:
    """The value of a share and the token after it: half, a third, two-thirds.

    `added`: it stands behind "and", where "a third" can be nothing else ("four and a third").
    """
    word = tokens.word(i)
    if word in ("half", "quarter"):
        return Decimal(1) / numbers("denominator")[word], i + 1
    at = i + 1
    if tokens.word(at) == "-" and tokens.glued(at):
        at += 1
    bottom = tokens.word(at)
    if bottom not in numbers("denominator"):
        return None, i
    top = Decimal(1) if word in ("a", "an") else cardinal(word)
    plural = bottom.endswith("s") or bottom == "halves"
    hyphened = tokens.word(at - 1) == "-"  # a two-third majority
    if not top or top > 99 or ((top > 1) != plural and not (hyphened and 1 < top < 20)):
        return None, i
    if top == 1 and not (added or _stands_alone(tokens, at)):
        return None, i
    return top / numbers("denominator")[bottom], at + 1


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether "a third" is a share: a noun after it makes it an ordinal ("a third man")."""
    after = tokens.word(at + 1)
    if after == "-":
        return False
    if tokens.word(at) in ("half", "quarter") or tokens.word(at - 1) in ("-", "one"):
        return True
    before = tokens.word(at - 2)
    return after in words("shares", "share_before") or before in words("shares", "share_after")


def _part_of_scale(tokens: Tokens, i: int, last: int, value: Decimal) -> Numeral:
    """Multiply a share by the scale it is taken of: half a million, half-dozen."""
    k = last
    if tokens.word(k) == "of" and tokens.word(k + 1) in ("a", "one"):
        k += 1
    if tokens.word(k) in ("a", "-", "one"):
        k += 1
    factor = numbers("scale").get(tokens.word(k))
    if factor is not None and factor != 100 and tokens.word(k) not in ("dozens", "millions"):
        return Numeral(i, k + 1, *(value * factor,) * 2, Form.WORDS, factor)
    return Numeral(i, last, value, value, Form.FRACTION)


def add_half(tokens: Tokens, found: Numeral, scale: Decimal) -> None:
    """Two and a half, 3 million and a half, four and three quarters."""
    joint = found.last + (tokens.word(found.last) == "-")
    if tokens.word(joint) != "and":
        return
    if tokens.lower[joint + 1 : joint + 5] == ["-", "a", "-", "half"]:  # eight-and-a-half
        raise_by(found, scale / 2, joint + 5)
        return
    share, last = share_at(tokens, joint + 1, added=True)
    if share and tokens.word(last) not in ("dozen", "of"):
        raise_by(found, share * scale, last)


def raise_by(found: Numeral, by: Decimal, last: int) -> None:
    """Add a share to a numeral that now ends at `last`."""
    found.low = found.high = found.low + by
    found.last = last
