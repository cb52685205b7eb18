"""Numbers inside addresses, codes and names, that nothing can make a figure.

>>> from discrepancy.english.numbers.numerals import numeral
>>> def code(text, at):
...     tokens = Tokens(text)
...     return next((name for name, strikes in HARD.items()
...                  if strikes(tokens, Figure.of(numeral(tokens, at)))), None)
>>> code("192.168.0.1", 0), code("the G20 summit", 2), code("call 555-0142", 1), code("just 12", 1)
('version', 'word', 'code', None)
"""

import re
from collections.abc import Callable

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import Form
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.patterns import pattern
from discrepancy.tables import words

Predicate = Callable[[Tokens, Figure], bool]
WINDOW = 48
"""Characters on each side within which a URL or address is looked for."""


def _in_address(tokens: Tokens, figure: Figure) -> bool:
    """URLs, mail addresses, file names, mentions: example.org/a/12, a@b2.org, @team7."""
    text, start, end = tokens.text, tokens.starts[figure.first], tokens.ends[figure.last - 1]
    left, right = start, end
    while left > max(0, start - WINDOW) and not text[left - 1].isspace():
        left -= 1
    while right < min(len(text), end + WINDOW) and not text[right].isspace():
        right += 1
    chunk = text[left:right]
    if len(chunk) < 5:
        return False
    return _address().search(chunk) is not None


_address = pattern(
    r"://|www\.|\w@\w|^@\w|#\w|%[0-9A-F]{2}%|\.(?:com|org|net|gov|edu|html?|php|pdf|jpg|png|gif|co)\b|&\w+="
    r"|arxiv:"
    r"|[a-z0-9]\.[a-z]{2,12}/\w"  # ardlow.example/inquiry/40
    r"|\b10\.\d{4,9}/[^\s\d]*\w",  # the DOI 10.4417/s20871
    re.IGNORECASE,
)


def _version(tokens: Tokens, figure: Figure) -> bool:
    """1.2.3, 192.168.0.1, 7:11, 7.11.2013: a dot or colon joins further digits."""
    last, first = figure.numeral.last, figure.numeral.first
    joined = tokens.word(last) in (".", ":") and tokens.glued(last) and tokens.glued(last + 1)
    if joined and tokens.word(last + 1)[:1].isdecimal():
        return True
    before = tokens.word(first - 1)
    if tokens.word(first) == "." and tokens.glued(first) and before[:1].isdecimal():
        return True
    return (
        before in (".", ":")
        and tokens.glued(first)
        and tokens.glued(first - 1)
        and tokens.word(first - 2)[:1].isdecimal()
    )


def _slashed(tokens: Tokens, figure: Figure) -> bool:
    """2/29/2012, 24/7, 9/11: digits on both sides of a slash (½ as 1/2 is read before)."""
    first, last = figure.numeral.first, figure.numeral.last
    if figure.numeral.form is Form.FRACTION and figure.unit is None:
        return tokens.word(last) == "/" and tokens.glued(last)
    after = (
        tokens.word(last) == "/" and tokens.glued(last) and tokens.word(last + 1)[:1].isdecimal()
    )
    before = tokens.word(first - 1) == "/" and tokens.glued(first) and tokens.glued(first - 1)
    return (after or (before and tokens.word(first - 2)[:1].isdecimal())) and not figure.signed


def _zero_led(tokens: Tokens, figure: Figure) -> bool:
    """007, 0161: codes and telephone numbers."""
    written = tokens.word(figure.numeral.first)
    return len(written) > 1 and written[0] == "0" and written[1].isdecimal()


def _in_word(tokens: Tokens, figure: Figure) -> bool:
    """G20, 49ers, 5G, Covid-19, E3-1260L, x86: letters stick to the digits."""
    if figure.numeral.form is not Form.DIGITS or figure.signed:
        return False
    first, last = figure.first, figure.last
    before = tokens.word(first - 1)
    if tokens.glued(first) and (before == "_" or before[:1].isalpha()):
        return not (_crosses(tokens, first) or _torn_average(tokens, first))
    if tokens.glued(first) and before in ("-", "‑") and tokens.glued(first - 1):
        joined = tokens.word(first - 2)
        if joined[:1].isdecimal() and tokens.glued(first - 2) and tokens.word(first - 3).isalpha():
            return True  # E3-1260
        if (
            joined[:1].isalpha()
            and joined not in words("labels", "before_hyphen")
            and figure.category is not Category.MAGNITUDE
        ):
            return True
    return _letters_behind(tokens, figure, last)


def _crosses(tokens: Tokens, first: int) -> bool:
    """2880x1800: an x between two numbers."""
    other = tokens.word(first - 2)
    wide = len(other) > 1 or not tokens.glued(first - 1)  # a 4x4 is a car
    return tokens.word(first - 1) in ("x", "×") and other[:1].isdecimal() and wide


def _torn_average(tokens: Tokens, first: int) -> bool:
    """hit.358: a space is lost before the three digits of an average."""
    return tokens.word(first) == "." and len(tokens.word(first + 1)) == 3


def _letters_behind(tokens: Tokens, figure: Figure, last: int) -> bool:
    after = tokens.word(last)
    if not tokens.glued(last) or not (after[:1].isalpha() or after == "_"):
        return False
    if figure.last > figure.numeral.last and not tokens.glued(figure.last - 1):
        return False
    if after == "x":  # a 4x4, 2x
        return tokens.glued(last + 1) and len(tokens.word(last - 1)) == 1
    return after != "-" and not (after == "s" and figure.category is Category.AGE)


def _coded(tokens: Tokens, figure: Figure) -> bool:
    """24703 L-202, 737-800, +1-222-2222: runs of digits and hyphens; an opening plus sign."""
    first, last = figure.numeral.first, figure.numeral.last
    if figure.signed or figure.category not in (Category.NUMBER, Category.COUNT):
        return False
    chain = 0
    k = first
    while (
        k > first - 8
        and tokens.word(k - 1) in ("-", "–")
        and tokens.glued(k)
        and tokens.glued(k - 1)
    ):
        if not tokens.word(k - 2)[:1].isdecimal():
            break
        chain, k = chain + 1, k - 2
    numbered = chain and tokens.word(k - 1) in ("issn", "isbn")
    k = last - 1
    while (
        k < last + 8
        and tokens.word(k + 1) in ("-", "–")
        and tokens.glued(k + 1)
        and tokens.glued(k + 2)
    ):
        if not tokens.word(k + 2)[:1].isdecimal():
            break
        chain, k = chain + 1, k + 2
    return (
        bool(numbered)
        or chain >= 2
        or (chain == 1 and _phone_pair(tokens, first))
        or _spaced(tokens, first, last)
    )


def _spaced(tokens: Tokens, first: int, last: int) -> bool:
    """0161 496 0000, +44 20 7946 0991: bare numbers in a row, three or more or after a nought."""
    row = 0
    k = first
    while k > first - 5 and tokens.word(k - 1).isdecimal():
        k -= 1
        row += 1
    opens = tokens.word(k)[0] == "0" or tokens.word(k - 1) == "+"
    k = last
    while k < last + 5 and tokens.word(k).isdecimal():
        k += 1
        row += 1
    return row >= 3 or (row >= 1 and opens)


def _phone_pair(tokens: Tokens, first: int) -> bool:
    """555-0142: three digits, a hyphen, four digits."""
    for left in (first, first - 2):
        a, b = tokens.word(left), tokens.word(left + 2)
        if (
            tokens.word(left + 1) == "-"
            and len(a) == 3
            and len(b) == 4
            and a.isdecimal()
            and b.isdecimal()
        ):
            return not 1500 <= int(b) <= 2099
    return False


def _reading_time(tokens: Tokens, figure: Figure) -> bool:
    """4 Min Read; Read time: 3 mins: how long the page takes."""
    if figure.unit != "minute":
        return False
    before = tokens.lower[max(0, figure.first - 4) : figure.first]
    if "time" in before and not {"read", "reading"}.isdisjoint(before):
        return True
    return tokens.word(figure.last + (tokens.word(figure.last) == "-")) == "read"


def _of_pages(tokens: Tokens, figure: Figure) -> bool:
    """Page 2 of 7, photo 3 of 12."""
    k = figure.first
    counted_off = tokens.word(k - 1) == "of" and tokens.word(k - 2).isdecimal()
    return counted_off and tokens.word(k - 3) in ("page", "photo", "image", "slide", "picture")


HARD: dict[str, Predicate] = {
    "reading time": _reading_time,
    "pages": _of_pages,
    "address": _in_address,
    "version": _version,
    "slash": _slashed,
    "zero": _zero_led,
    "word": _in_word,
    "code": _coded,
}
