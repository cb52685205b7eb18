"""Numerals of every form that news uses, read from the tokens of a sentence.

>>> from discrepancy.english.tokens import Tokens
>>> [numeral(Tokens(text), 0).low for text in ("1.2 million", "two and a half", "3 1/2")]
[Decimal('1.2E+6'), Decimal('2.5'), Decimal('3.5')]
"""

from decimal import Decimal

from discrepancy.bounds import Bound
from discrepancy.english.numbers.digits import digits_at
from discrepancy.english.numbers.fractions import add_further, worded
from discrepancy.english.numbers.multiples import multiple
from discrepancy.english.numbers.number_words import Form, Numeral, numbers, openers, scale_at
from discrepancy.english.numbers.shares import add_half, fraction, raise_by
from discrepancy.english.numbers.spelled import fold, spelled_at, vague
from discrepancy.english.tokens import Tokens


def numeral(tokens: Tokens, i: int) -> Numeral | None:
    """The numeral that begins at token `i`, the longest that can be read there."""
    word = tokens.word(i)
    if word[0].isdigit() or word == ".":
        return _folded(tokens, _digits(tokens, i))
    if word in numbers("sign"):
        return Numeral(i, i + 1, *(numbers("sign")[word],) * 2, Form.FRACTION)
    if word not in openers():
        return fold(i, word) or multiple(tokens, i)
    told = vague(tokens, i) or worded(tokens, i) or fraction(tokens, i)
    return told or _folded(tokens, spelled_at(tokens, i))


def _folded(tokens: Tokens, found: Numeral | None) -> Numeral | None:
    """Five-fold, 10-fold."""
    if found and tokens.word(found.last) == "-" and tokens.word(found.last + 1) == "fold":
        found.last, found.form = found.last + 2, Form.FOLD
    return found


def _digits(tokens: Tokens, i: int) -> Numeral | None:
    value, last = digits_at(tokens, i)
    if value is None:
        return None
    if told := worded(tokens, i):
        return told
    found = Numeral(i, last, value, value, Form.DIGITS)
    _add_fraction(tokens, found)
    _add_margin(tokens, found)
    _add_power(tokens, found)
    _add_scale(tokens, found)
    add_further(tokens, found)
    return found


def _add_margin(tokens: Tokens, found: Numeral) -> None:
    """4.2 ± 0.3; (2.60 ± 0.15) × 10^6: how sure it is, said in figures."""
    at = found.last
    if tokens.lower[at : at + 3] == ["+", "/", "-"]:
        at += 2
    elif tokens.word(at) != "±":
        return
    margin, last = digits_at(tokens, at + 1) if tokens.word(at + 1)[:1].isdecimal() else (None, at)
    if margin is None or margin > found.high:
        return
    enclosed = tokens.word(found.first - 1) == "(" and tokens.word(last) == ")"
    found.last, found.bound = last + enclosed, Bound.ABOUT


def _add_fraction(tokens: Tokens, found: Numeral) -> None:
    """3 1/2, 3½, and 1/2 alone."""
    last = found.last
    if tokens.word(last) in numbers("sign"):
        raise_by(found, numbers("sign")[tokens.word(last)], last + 1)
        return
    if _is_quotient(tokens, last - 1) and found.first == last - 1:
        top, bottom = Decimal(tokens.word(last - 1)), Decimal(tokens.word(last + 1))
        if 0 < top < bottom and bottom in _BOTTOMS:
            found.low = found.high = top / bottom
            found.last, found.form = last + 2, Form.FRACTION
        return
    if tokens.word(last) == "-" and tokens.glued(last) and _is_quotient(tokens, last + 1):
        last += 1  # 4-1/2
    if _is_quotient(tokens, last) and (tokens.word(last - 1) == "-" or not tokens.glued(last)):
        top, bottom = Decimal(tokens.word(last)), Decimal(tokens.word(last + 2))
        if 0 < top < bottom and bottom in _BOTTOMS:
            raise_by(found, top / bottom, last + 3)


_BOTTOMS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128))
"""Of fractions in digits: 1/16 is one, 9/11 and 24/7 are none."""


def _is_quotient(tokens: Tokens, i: int) -> bool:
    return (
        tokens.word(i + 1) in ("/", "⁄")
        and tokens.glued(i + 1)
        and tokens.glued(i + 2)
        and all(len(tokens.word(k)) <= 3 and tokens.word(k).isdecimal() for k in (i, i + 2))
        and not (tokens.word(i + 3) == "/" and tokens.glued(i + 3))
    )


def _add_power(tokens: Tokens, found: Numeral) -> None:
    """12.3e+14, 1.3x10^6."""
    at, value = found.last, found.low
    power: Decimal | None = None
    if tokens.word(at) == "e" and tokens.glued(at) and tokens.glued(at + 1):
        power, last = _exponent(tokens, at + 1)
    elif tokens.word(at) == "^" and tokens.glued(at) and value == 10:  # 10^15
        value = Decimal(1)
        power, last = _exponent(tokens, at + 1)
    elif tokens.word(at) == "^" and tokens.glued(at) and value:  # 1.1^23
        power, last = _exponent(tokens, at + 1)
        if power is not None:
            found.low = found.high = value ** int(power)
            found.last = last
        return
    elif (
        tokens.word(at) in ("x", "×", "*")
        and tokens.word(at + 1) == "10"
        and tokens.word(at + 2) == "^"
    ):
        power, last = _exponent(tokens, at + 3)
    if power is not None:
        found.low = found.high = value.scaleb(int(power))
        found.last = last


def _exponent(tokens: Tokens, at: int) -> tuple[Decimal | None, int]:
    sign = tokens.word(at) if tokens.word(at) in ("+", "-", "−") else ""
    power = tokens.word(at + bool(sign))
    if not power.isdecimal() or len(power) > 2:
        return None, at
    size = Decimal(power)
    return (-size if sign and sign != "+" else size), at + bool(sign) + 1


def _add_scale(tokens: Tokens, found: Numeral) -> None:
    """The scale words after a figure: 1.2 million, 28 lakh crore, 3.5-million, 2bn."""
    scale = scale_at(tokens, found.last)
    while scale:
        found.last, factor = scale
        found.scale *= factor
        scale = scale_at(tokens, found.last)
    if found.scale > 1:
        found.low = found.high = found.low * found.scale
        add_half(tokens, found, found.scale)
        return
    add_half(tokens, found, Decimal(1))
    if found.high != found.high.to_integral_value() and scale_at(tokens, found.last):
        _add_scale(tokens, found)  # 2 and a half million
