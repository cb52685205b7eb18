"""Fractions of several words and numerals that mix figures with words.

>>> from discrepancy.english.tokens import Tokens
>>> for text in ("three twenty-firsts", "thirty-two fifths", "one over twenty"):
...     found = worded(Tokens(text), 0)
...     print(found and round(float(found.low), 4))
0.1429
6.4
0.05
>>> worded(Tokens("one over twenty people"), 0) is None
True
"""

from decimal import Decimal

from discrepancy.english.numbers.number_words import Form, Numeral, cardinal, numbers, ordinal_words
from discrepancy.english.numbers.spelled import cardinal_at
from discrepancy.english.tokens import Tokens

SMALL = 100
"""From this denominator on "a hundredth" at the end of a sentence is a share, and no rank."""


def worded(tokens: Tokens, i: int) -> Numeral | None:
    """The fraction in words at token `i`: three twenty-firsts, one over three, a hundredth."""
    if tokens.word(i) in ("a", "an"):
        return _small(tokens, i) or _plural(tokens, i)
    return _over(tokens, i) or _plural(tokens, i) or _spaced(tokens, i)


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether nothing that could be counted stands there."""
    return not tokens.word(at)[:1].isalnum() and tokens.word(at) not in (
        "-",
        "/",
        "%",
        "$",
        "€",
        "£",
    )


def _over(tokens: Tokens, i: int) -> Numeral | None:
    """One over three; not "2 over 3", which may be a score or a pressure."""
    if tokens.word(i) not in ("one", "1") or tokens.word(i + 1) != "over":
        return None
    bottom, last = _number(tokens, i + 2)
    if not bottom or bottom <= 1 or not _ends(tokens, last):
        return None
    return _share(i, last, 1 / bottom)


def _number(tokens: Tokens, at: int) -> tuple[Decimal | None, int]:
    word = tokens.word(at)
    if word.isdecimal():
        return Decimal(word), at + 1
    return cardinal_at(tokens, at)


def _small(tokens: Tokens, i: int) -> Numeral | None:
    """A hundredth, a twenty-first, where the sentence ends with it."""
    bottom, last = _bottom(tokens, i + 1)
    compound = last == i + 4
    if bottom is None or not (bottom >= SMALL or compound) or not _ends(tokens, last):
        return None
    return _share(i, last, 1 / bottom)


def _bottom(tokens: Tokens, at: int) -> tuple[Decimal | None, int]:
    """The denominator at a token and the token behind it: fifths, thirty-fifths, twenty-first."""
    word = tokens.word(at)
    if word in numbers("tens"):
        step = at + 1 + (tokens.word(at + 1) == "-")
        unit = _ranked(tokens.word(step))
        return (numbers("tens")[word] + unit, step + 1) if unit and unit < 10 else (None, at)
    found = numbers("denominator").get(word)
    coins = word in ("quarters", "halves")  # two hundred quarters
    return (found, at + 1) if found and not coins else (None, at)


def _ranked(word: str) -> Decimal | None:
    """The value of an ordinal, of one thing or of several: first, firsts, fifths."""
    bare = word.removesuffix("s")
    if bare == "second":
        return None  # a hundred and twenty seconds are two minutes
    return ordinal_words().get(bare) or numbers("podium").get(bare)


def _plural(tokens: Tokens, i: int) -> Numeral | None:
    """Three twenty-firsts, a hundred thousand trillionths, two hundred and fifty hundredths."""
    for at in range(i + 1, i + MOST):
        bottom, last = _bottom(tokens, at)
        if bottom and tokens.word(last - 1).endswith("s"):
            joined = tokens.word(at - 1) == "-" and tokens.word(at - 2) in numbers("tens")
            top, end = cardinal_at(tokens, i)
            if joined or top is None:
                return None
            if end > at:  # "twenty twenty fifths": the last tens are of the denominator
                top, end = _cut(tokens, i, at)
            if top and end == at and not (at == i + 1 and last == at + 1):
                return _mixed(tokens, i, at, last, bottom) or _share(i, last, top / bottom)
        elif not _counts(tokens.word(at)):
            return None
    return None


MOST = 12
"""Tokens in the longest numerator in words."""


def _counts(word: str) -> bool:
    return cardinal(word) is not None or word in numbers("scale") or word in ("and", "-")


def _cut(tokens: Tokens, i: int, at: int) -> tuple[Decimal | None, int]:
    """The cardinal that ends before token `at`."""
    head = Tokens(tokens.text, tokens.starts[i], tokens.ends[at - 1])
    top, end = cardinal_at(head, 0)
    return (top, at) if end == len(head) else (None, i)


def _mixed(tokens: Tokens, i: int, at: int, last: int, bottom: Decimal) -> Numeral | None:
    """Two hundred and fifty-four hundredths are 200 and 54/100."""
    joint = next((k for k in range(at - 1, i, -1) if tokens.word(k) == "and"), None)
    if joint is None:
        return None
    (whole, end), (top, stop) = cardinal_at(tokens, i), cardinal_at(tokens, joint + 1)
    whole, end = _cut(tokens, i, joint)
    if not whole or not top or end != joint or stop != at or top >= bottom:
        return None
    return _share(i, last, whole + top / bottom)


def _spaced(tokens: Tokens, i: int) -> Numeral | None:
    """One - fourth, as texts put together from tokens have it."""
    top, bottom = cardinal(tokens.word(i)), numbers("denominator").get(tokens.word(i + 2))
    plural = tokens.word(i + 2).endswith("s") or tokens.word(i + 2) == "halves"
    if tokens.word(i + 1) != "-" or not top or not bottom or (top > 1) != plural:
        return None
    return None if tokens.word(i + 3) == "-" else _share(i, i + 3, top / bottom)


def _share(first: int, last: int, value: Decimal) -> Numeral:
    return Numeral(first, last, value, value, Form.FRACTION)


def add_further(tokens: Tokens, found: Numeral) -> None:
    """4 thousand 3 hundred and 21: smaller parts of one number behind its scale."""
    scale = found.scale
    while scale >= 100 and tokens.word(found.first - 1) not in ("between", "from"):
        part = _part(tokens, found.last, scale)
        if part is None:
            return
        value, scale, found.last = part
        found.low = found.high = found.low + value


def _part(tokens: Tokens, at: int, above: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """The next smaller part: its value, its scale and the token behind it."""
    joint = at + (tokens.word(at) == "and")
    value, last = _number(tokens, joint)
    if value is None or value >= above:
        return None
    scale = numbers("scale").get(tokens.word(last))
    if scale is not None:
        return (value * scale, scale, last + 1) if 1 < scale < above and joint == at else None
    return (value, Decimal(1), last) if above == 100 and joint > at and value < 100 else None
