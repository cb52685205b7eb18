"""Numerals written in words: "one hundred and twenty-six thousand", "dozens", "sixfold".

>>> found = spelled_at(Tokens("one hundred and twenty-six thousand men"), 0)
>>> found and (found.low, found.last)
(Decimal('126000'), 7)
"""

from decimal import Decimal

from discrepancy.bounds import Bound
from discrepancy.english.numbers.number_words import (
    Form,
    Numeral,
    cardinal,
    numbers,
    scale_at,
    vague_words,
)
from discrepancy.english.numbers.shares import add_half, share_at
from discrepancy.english.tokens import Tokens


def vague(tokens: Tokens, i: int) -> Numeral | None:
    """Dozens, several hundred, tens of thousands, a couple of hundred."""
    for length in (4, 3, 2, 1):
        phrase = " ".join(tokens.lower[i : i + length])
        row = vague_words().get(phrase)
        if row is None or i + length > len(tokens):
            continue
        if row.high is not None:
            return Numeral(i, i + length, row.low, row.high, Form.VAGUE, bound=Bound.RANGE)
        return Numeral(i, i + length, row.low, row.low, Form.VAGUE, bound=row.bound)
    return None


MOST_WORDS = 40
"""Tokens in the longest numeral in words."""


def spelled_at(tokens: Tokens, i: int) -> Numeral | None:
    """Cardinals in words of any length: one hundred and twenty-six thousand."""
    if tokens.word(i) in ("a", "an") and not _opens_scale(tokens, i):
        return _dozen(tokens, i)
    value, last, scale = _written(tokens, i)
    if value is None:
        return None
    value, last = _add_decimals(tokens, value, last)
    found = Numeral(i, last, value, value, Form.WORDS, scale)
    add_half(tokens, found, scale if scale >= 1000 else Decimal(1))
    if scale == 1:
        further = scale_at(tokens, found.last)
        if further and found.low != found.low.to_integral_value():
            found.low = found.high = found.low * further[1]
            found.last, found.scale = further
    return found


def cardinal_at(tokens: Tokens, i: int) -> tuple[Decimal | None, int]:
    """The cardinal that begins at token `i`, without a share behind it, and the token after it."""
    return _written(tokens, i)[:2]


def _opens_scale(tokens: Tokens, i: int) -> bool:
    """A hundred, a thousand."""
    return tokens.word(i + 1) in ("hundred", "thousand", "million", "billion", "trillion")


def _written(tokens: Tokens, i: int) -> tuple[Decimal | None, int, Decimal]:
    article = tokens.word(i) in ("a", "an") and _opens_scale(tokens, i)
    return _evaluated(tokens, i + article, article=article)


def _dozen(tokens: Tokens, i: int) -> Numeral | None:
    """A dozen."""
    if tokens.word(i + 1) in ("dozen", "doz"):
        return Numeral(i, i + 2, Decimal(12), Decimal(12), Form.WORDS, Decimal(12))
    return None


def _evaluated(tokens: Tokens, i: int, *, article: bool) -> tuple[Decimal | None, int, Decimal]:
    total, group, at = Decimal(0), None, i
    ceiling, largest = Decimal("1E20"), Decimal(1)
    last_value = Decimal(0)
    while at < i + MOST_WORDS:
        step = at + _joint(tokens, at, i, last_value)
        word = tokens.word(step)
        if word in numbers("scale"):
            factor = numbers("scale")[word]
            if not (article and step == i) and not _scales(word, step, i, group):
                break
            amount = group if group is not None else (total or Decimal(1))
            if factor == 100:
                if group is not None and group >= 100:
                    break
                group = amount * 100
            elif group is None and total:  # a hundred thousand million
                total *= factor
            elif factor >= ceiling:
                break
            else:
                total, group, ceiling = total + amount * factor, None, factor
            largest = max(largest, factor)
            last_value = factor
        elif (value := cardinal(word)) is not None and _adds(value, group, last_value):
            group = (group or Decimal(0)) + value
            last_value = value
        else:
            break
        at = step + 1
    if at == i:
        return None, i, largest
    return total + (group or 0), at, largest


def _scales(word: str, step: int, i: int, group: Decimal | None) -> bool:
    """Whether a scale word continues the numeral: "hundreds" and a bare "dozen" do not."""
    if word in ("millions", "dozens", "gross", "lakhs", "crores"):
        return group is not None
    return group is not None or step > i or word in ("hundred", "thousand")


def _adds(value: Decimal, group: Decimal | None, before: Decimal) -> bool:
    """Twenty + six, hundred + twenty: what may follow what inside one group."""
    if group is None:
        return True
    if before == 100:
        return 0 < value < 100
    return 20 <= before <= 90 and 0 < value < 10 and group % 10 == 0


def _joint(tokens: Tokens, at: int, first: int, before: Decimal) -> int:
    """How many tokens join the next number word: a hyphen, "and" after hundred or more."""
    word = tokens.word(at)
    if at == first:
        return 0
    if word == "-":
        return 1
    if word != "and" or before < 100 or not cardinal(tokens.word(at + 1)):
        return 0
    return 0 if share_at(tokens, at + 1)[0] else 1  # a hundred and two thirds


def _add_decimals(tokens: Tokens, value: Decimal, last: int) -> tuple[Decimal, int]:
    """Five point seven one."""
    if tokens.word(last) != "point":
        return value, last
    digits, at = "", last + 1
    while len(digits) < 6 and (digit := numbers("cardinal").get(tokens.word(at))) is not None:
        if digit > 9:
            break
        digits, at = digits + str(digit), at + 1
    return (value + Decimal("0." + digits), at) if digits else (value, last)


def fold(i: int, word: str) -> Numeral | None:
    """Threefold, sixfold."""
    value = cardinal(word.removesuffix("fold")) if word.endswith("fold") else None
    return Numeral(i, i + 1, value, value, Form.FOLD) if value else None
