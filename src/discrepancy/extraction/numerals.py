"""Numerals of every form that news uses, read from the tokens of a sentence.

>>> from discrepancy.extraction.tokens import Tokens
>>> [numeral(Tokens(text), 0).low for text in ("1.2 million", "two and a half", "3 1/2")]
[Decimal('1.2E+6'), Decimal('2.5'), Decimal('3.5')]
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache

from discrepancy.claim import Bound
from discrepancy.extraction.tokens import Tokens
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


LARGEST_BOTTOM = 128
"""Of fractions in digits: 1/16 is one, 9/11 and 24/7 are none (see `vetoes`)."""
LONGEST = 24
"""Digits in the longest figure; longer ones are identifiers."""


def numeral(tokens: Tokens, i: int) -> Numeral | None:
    """The numeral that begins at token `i`, the longest that can be read there."""
    word = tokens.word(i)
    if word[0].isdigit() or word == ".":
        return _digits(tokens, i)
    if word in numbers("sign"):
        return Numeral(i, i + 1, *(numbers("sign")[word],) * 2, Form.FRACTION)
    if word not in openers():
        return _fold(i, word)
    return _vague(tokens, i) or _fraction(tokens, i) or _words(tokens, i)


def _fold(i: int, word: str) -> Numeral | None:
    """Threefold, sixfold."""
    value = _cardinal(word.removesuffix("fold")) if word.endswith("fold") else None
    return Numeral(i, i + 1, value, value, Form.FOLD) if value else None


# --- digits -----------------------------------------------------------------------------------


def _digits(tokens: Tokens, i: int) -> Numeral | None:
    written, last = tokens.word(i), i + 1
    if written == ".":  # .358
        torn = tokens.word(i - 1) == "(" and len(tokens.word(i + 1)) == 3  # (. 535)
        if not (tokens.glued(i + 1) or torn) or not tokens.word(i + 1).isdecimal():
            return None
        written, last = "0." + tokens.word(i + 1), i + 2
    if len(written) > LONGEST or not written.isascii():
        return None
    written, last = _grouped(tokens, i, written, last)
    value = _written(written)
    if value is None:
        return None
    found = Numeral(i, last, value, value, Form.DIGITS)
    _add_fraction(tokens, found)
    _add_power(tokens, found)
    _add_scale(tokens, found)
    return found


def _written(written: str) -> Decimal | None:
    if written.count(".") > 1:  # 1.234.567
        written = written.replace(".", "")
    return Decimal(written.replace(",", "")) if written.isascii() else None


def _grouped(tokens: Tokens, i: int, written: str, last: int) -> tuple[str, int]:
    """Groups of three parted by (thin) spaces: 40 000, 1 250 000, and a torn 2, 000."""
    torn = tokens.word(last) == "," and tokens.glued(last) and tokens.word(last + 1) == "000"
    if torn and not tokens.glued(last + 1) and len(written) <= 7 and "." not in written:
        return written + "000", last + 2
    if not (written.isdecimal() and len(written) <= 3 and written[0] != "0"):
        return written, last
    gap = tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 1]
    while (
        last < i + 6
        and len(tokens.word(last)) == 3
        and tokens.word(last).isdecimal()
        and tokens.starts[last] == tokens.ends[last - 1] + 1
        and tokens.text[tokens.ends[last - 1]] == gap
        and (gap != " " or tokens.word(last) == "000" or last > i + 1)
    ):
        written, last = written + tokens.word(last), last + 1
    return written, last


def _add_fraction(tokens: Tokens, found: Numeral) -> None:
    """3 1/2, 3½, and 1/2 alone."""
    last = found.last
    if tokens.word(last) in numbers("sign"):
        _raise(found, numbers("sign")[tokens.word(last)], last + 1)
        return
    if _is_quotient(tokens, last - 1) and found.first == last - 1:
        top, bottom = Decimal(tokens.word(last - 1)), Decimal(tokens.word(last + 1))
        if 0 < top < bottom <= LARGEST_BOTTOM:
            found.low = found.high = top / bottom
            found.last, found.form = last + 2, Form.FRACTION
        return
    if tokens.word(last) == "-" and tokens.glued(last) and _is_quotient(tokens, last + 1):
        last += 1  # 4-1/2
    if _is_quotient(tokens, last) and (tokens.word(last - 1) == "-" or not tokens.glued(last)):
        top, bottom = Decimal(tokens.word(last)), Decimal(tokens.word(last + 2))
        if 0 < top < bottom <= LARGEST_BOTTOM:
            _raise(found, top / bottom, last + 3)


def _is_quotient(tokens: Tokens, i: int) -> bool:
    return (
        tokens.word(i + 1) in ("/", "⁄")
        and tokens.glued(i + 1)
        and tokens.glued(i + 2)
        and all(len(tokens.word(k)) <= 3 and tokens.word(k).isdecimal() for k in (i, i + 2))
        and not (tokens.word(i + 3) == "/" and tokens.glued(i + 3))
    )


def _raise(found: Numeral, by: Decimal, last: int) -> None:
    found.low = found.high = found.low + by
    found.last = last


def _add_power(tokens: Tokens, found: Numeral) -> None:
    """12.3e+14, 1.3x10^6."""
    at, value = found.last, found.low
    power: Decimal | None = None
    if tokens.word(at) == "e" and tokens.glued(at) and tokens.glued(at + 1):
        power, last = _exponent(tokens, at + 1)
    elif (
        tokens.word(at) in ("x", "×", "*")
        and tokens.word(at + 1) == "10"
        and tokens.word(at + 2) == "^"
    ):
        power, last = _exponent(tokens, at + 3)
    if power is not None:
        found.low = found.high = value.scaleb(int(power))
        found.last, found.scale = last, Decimal(10)


def _exponent(tokens: Tokens, at: int) -> tuple[Decimal | None, int]:
    sign = tokens.word(at) if tokens.word(at) in ("+", "-", "−") else ""
    digits = tokens.word(at + bool(sign))
    if not digits.isdecimal() or len(digits) > 2:
        return None, at
    power = Decimal(digits)
    return (-power if sign and sign != "+" else power), at + bool(sign) + 1


def _add_scale(tokens: Tokens, found: Numeral) -> None:
    """The scale words after a figure: 1.2 million, 28 lakh crore, 3.5-million, 2bn."""
    scale = _scale_at(tokens, found.last)
    while scale:
        found.last, factor = scale
        found.scale *= factor
        scale = _scale_at(tokens, found.last)
    if found.scale > 1:
        found.low = found.high = found.low * found.scale
        _add_half(tokens, found, found.scale)
        return
    _add_half(tokens, found, Decimal(1))
    if found.high != found.high.to_integral_value() and _scale_at(tokens, found.last):
        _add_scale(tokens, found)  # 2 and a half million


def _scale_at(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
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
    return at + 1, factor


def _plain(written: str) -> bool:
    return len(written) <= 5


def _add_half(tokens: Tokens, found: Numeral, scale: Decimal) -> None:
    """Two and a half, 3 million and a half, four and three quarters."""
    if tokens.word(found.last) != "and":
        return
    share, last = share_at(tokens, found.last + 1)
    if share and tokens.word(last) not in ("dozen", "of"):
        _raise(found, share * scale, last)


# --- words ------------------------------------------------------------------------------------


def _words(tokens: Tokens, i: int) -> Numeral | None:
    """Cardinals in words of any length: one hundred and twenty-six thousand."""
    at = i
    if tokens.word(i) in ("a", "an"):
        if tokens.word(i + 1) not in ("hundred", "thousand", "million", "billion", "trillion"):
            return _dozen(tokens, i)
        at = i + 1
    value, last, scale = _evaluated(tokens, at, article=at > i)
    if value is None:
        return None
    value, last = _add_decimals(tokens, value, last)
    found = Numeral(i, last, value, value, Form.WORDS, scale)
    _add_half(tokens, found, scale if scale >= 1000 else Decimal(1))
    if scale == 1:
        further = _scale_at(tokens, found.last)
        if further and found.low != found.low.to_integral_value():
            found.low = found.high = found.low * further[1]
            found.last, found.scale = further
    return found


def _dozen(tokens: Tokens, i: int) -> Numeral | None:
    if tokens.word(i + 1) in ("dozen", "doz"):
        return Numeral(i, i + 2, Decimal(12), Decimal(12), Form.WORDS, Decimal(12))
    return None


def _evaluated(tokens: Tokens, i: int, *, article: bool) -> tuple[Decimal | None, int, Decimal]:
    total, group, at = Decimal(0), None, i
    ceiling, largest = Decimal("1E20"), Decimal(1)
    last_value = Decimal(0)
    while at < i + 24:
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
        elif (value := _cardinal(word)) is not None and _adds(value, group, last_value):
            group = (group or Decimal(0)) + value
            last_value = value
        else:
            break
        at = step + 1
    if at == i:
        return None, i, largest
    return total + (group or 0), at, largest


def _cardinal(word: str) -> Decimal | None:
    return numbers("cardinal").get(word, numbers("tens").get(word))


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
    return 1 if word == "and" and before >= 100 and _cardinal(tokens.word(at + 1)) else 0


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


# --- fractions and vague words ----------------------------------------------------------------


def _fraction(tokens: Tokens, i: int) -> Numeral | None:
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
    if tokens.word(i) == "quarter" or tokens.word(i - 1) in _NO_SHARE_AFTER:
        return False
    return tokens.word(i + 1) != "-"


_NO_SHARE_AFTER = frozenset(
    "first second last final latter other opening closing top bottom better in by into 1st 2nd "
    "early late the this that each per -".split()
)


def share_at(tokens: Tokens, i: int) -> tuple[Decimal | None, int]:
    """The value of a share and the token after it: half, a third, two-thirds."""
    word = tokens.word(i)
    if word in ("half", "quarter"):
        return Decimal(1) / numbers("denominator")[word], i + 1
    at = i + 1
    if tokens.word(at) == "-" and tokens.glued(at):
        at += 1
    bottom = tokens.word(at)
    if bottom not in numbers("denominator"):
        return None, i
    top = Decimal(1) if word in ("a", "an") else _cardinal(word)
    plural = bottom.endswith("s") or bottom == "halves"
    if not top or top > 99 or (top > 1) != plural:
        return None, i
    if top == 1 and not _stands_alone(tokens, at):
        return None, i
    return top / numbers("denominator")[bottom], at + 1


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether "a third" is a share: a noun after it makes it an ordinal ("a third man")."""
    after = tokens.word(at + 1)
    if after == "-":
        return False
    if tokens.word(at) in ("half", "quarter") or tokens.word(at - 1) in ("-", "one"):
        return True
    return after in _AFTER_SHARE or tokens.word(at - 2) in _BEFORE_SHARE


_AFTER_SHARE = frozenset("of the more less fewer higher lower larger smaller as".split())
_BEFORE_SHARE = frozenset("by about nearly almost over than around roughly least only just".split())


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


class _Vague(Row):
    words: tuple[str, ...]
    low: Decimal
    high: Decimal | None = None
    bound: Bound = Bound.AT_LEAST


def _vague(tokens: Tokens, i: int) -> Numeral | None:
    for length in (3, 2, 1):
        phrase = " ".join(tokens.lower[i : i + length])
        row = _vague_words().get(phrase)
        if row is None or i + length > len(tokens):
            continue
        if row.high is not None:
            return Numeral(i, i + length, row.low, row.high, Form.VAGUE, bound=Bound.RANGE)
        return Numeral(i, i + length, row.low, row.low, Form.VAGUE, bound=row.bound)
    return None


# --- tables -----------------------------------------------------------------------------------


class _Values(Row):
    words: dict[str, Decimal]


@cache
def numbers(kind: str) -> dict[str, Decimal]:
    """The number words of one kind ("cardinal", "scale" ...) and their values."""
    return {
        word: value for row in rows("numerals", _Values, kind) for word, value in row.words.items()
    }


@cache
def openers() -> frozenset[str]:
    """The words with which a numeral in words may begin."""
    found = {"a", "an", "half", "quarter", "hundred", "thousand"}
    found |= numbers("cardinal").keys() | numbers("tens").keys()
    return frozenset(found | {phrase.split()[0] for phrase in _vague_words()})


@cache
def triggers() -> frozenset[str]:
    """The words of which every numeral in words has at least one."""
    found = {phrase.split()[-1] for phrase in _vague_words()} - {"of"}
    found |= {"couple", "pair", "trio", "handful", "half", "no", "nobody", "none"}
    for kind in ("cardinal", "tens", "scale", "denominator"):
        found |= numbers(kind).keys()
    return frozenset(found | folds())


@cache
def folds() -> frozenset[str]:
    """Twofold, tenfold."""
    return frozenset(f"{word}fold" for word in numbers("cardinal"))


@cache
def _vague_words() -> dict[str, _Vague]:
    return {phrase: row for row in rows("numerals", _Vague, "vague") for phrase in row.words}
