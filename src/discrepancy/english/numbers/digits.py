"""Figures in digits with whatever parts their groups and decimals: 27,400, 27 400, 27'400, 3,7 km.

>>> from discrepancy.english.tokens import Tokens
>>> def read(text):
...     return digits_at(Tokens(text), 0)[0]
>>> [str(read(text)) for text in ("27,400", "27 400 men", "27'400", "3,7 million", "1.234,50 €")]
['27400', '27400', '27400', '3.7', '1234.50']
"""

import re
from decimal import Decimal
from functools import cache

from discrepancy.english.numbers.number_words import numbers
from discrepancy.english.tokens import Tokens
from discrepancy.measures.units import currencies, measures
from discrepancy.patterns import pattern
from discrepancy.tables import words

LONGEST = 24
"""Digits in the longest figure; longer ones are identifiers."""
GROUPS = 6
"""The most groups of three behind the first."""


def digits_at(tokens: Tokens, i: int) -> tuple[Decimal | None, int]:
    """The value of the digits that begin at a token, and the token behind them."""
    written, last = tokens.word(i), i + 1
    if written == ".":  # .358
        torn = tokens.word(i - 1) == "(" and len(tokens.word(i + 1)) == 3  # (. 535)
        if not (tokens.glued(i + 1) or torn) or not tokens.word(i + 1).isdecimal():
            return None, i
        written, last = "0." + tokens.word(i + 1), i + 2
    if len(written) > LONGEST or not written.isascii():
        return None, i
    if decimals := _behind_comma(tokens, last):
        whole = written.replace(".", "").replace(",", "")
        if _is_whole(written) and _has_comma_decimals(tokens, i, last + 2, grouped="." in written):
            return Decimal(f"{whole}.{decimals}"), last + 2
    written, last = _grouped(tokens, i, written, last)
    if written.count(".") > 1:  # 1.234.567
        written = written.replace(".", "")
    return Decimal(written.replace(",", "")), last


def _behind_comma(tokens: Tokens, at: int) -> str:
    """One or two digits behind a comma that touches digits on both sides: the 7 of 3,7."""
    joined = tokens.word(at) == "," and tokens.glued(at) and tokens.glued(at + 1)
    behind = tokens.word(at + 1)
    more = tokens.word(at + 2) == "," and tokens.glued(at + 2) and tokens.glued(at + 3)
    return behind if joined and behind.isdecimal() and len(behind) < 3 and not more else ""


def _is_whole(written: str) -> bool:
    """12, or 1.234 with its thousands marked by points."""
    return re.fullmatch(r"\d{1,4}|\d{1,3}(?:\.\d{3})+", written) is not None


def _has_comma_decimals(tokens: Tokens, i: int, behind: int, *, grouped: bool) -> bool:
    """Tell 3,7 million and €12,50 from the pages 3,7 and 9."""
    if grouped or tokens.word(i - 1) in ("€", "$", "£"):
        return True
    word = tokens.word(behind)
    if word in _RANGES and _behind_comma(tokens, behind + 2):  # between 1,2 and 1,5 million
        return _has_comma_decimals(tokens, behind + 1, behind + 4, grouped=False)
    word = tokens.word(behind + 1) if word == "-" and tokens.glued(behind) else word
    return word in numbers("scale") or word in numbers("glued") or word in _unit_words()


_RANGES = frozenset(("-", "–", "to", "and", "or"))


@cache
def _unit_words() -> frozenset[str]:
    """The first words of units and currencies, with "%" and "per"."""
    named = {
        form
        for unit in measures().values()
        for phrase in (*unit.words, *unit.symbols)
        for form in (phrase.lower().split()[0], phrase.lower().split()[0] + "s")
    }
    paid = {
        form
        for currency in currencies().values()
        for name in (*currency.names, currency.code)
        for form in (name.lower(), name.lower() + "s")
    }
    return frozenset(named | paid | {"%", "€", "per", "percent"}) - {"in", "a", "at", "to", "all"}


def _grouped(tokens: Tokens, i: int, written: str, last: int) -> tuple[str, int]:
    """Groups of three parted by spaces or apostrophes: 40 000, 1'250'000, and a torn 2, 000."""
    torn = tokens.word(last) == "," and tokens.glued(last) and tokens.word(last + 1) == "000"
    if torn and not tokens.glued(last + 1) and len(written) <= 7 and "." not in written:
        return written + "000", last + 2
    if not (written.isdecimal() and len(written) <= 3 and written[0] != "0"):
        return written, last
    apart, end = _by_apostrophes(tokens, last)
    if apart:
        return written + apart, end
    gap = tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 1]
    while (
        last <= i + GROUPS
        and written.isdecimal()
        and _is_group(tokens, last)
        and tokens.starts[last] == tokens.ends[last - 1] + 1
        and tokens.text[tokens.ends[last - 1]] == gap
        and (gap != " " or last > i + 1 or _is_spaced(tokens, i, last))
    ):
        written, last = written + tokens.word(last), last + 1
    return written, last


def _is_group(tokens: Tokens, at: int) -> bool:
    return _last_group().fullmatch(tokens.word(at)) is not None


def _by_apostrophes(tokens: Tokens, at: int) -> tuple[str, int]:
    """The groups behind apostrophes: the '900 of 38'900."""
    written = ""
    while (
        tokens.word(at) in ("'", "’")
        and tokens.glued(at)
        and tokens.glued(at + 1)
        and _last_group().fullmatch(tokens.word(at + 1))
    ):
        written, at = written + tokens.word(at + 1), at + 2
    return written, at


_last_group = pattern(r"\d{3}(?:\.\d+)?")  # 1'250.50


def _is_spaced(tokens: Tokens, i: int, at: int) -> bool:
    """Tell "some 27 400 people" from "flight 27 400 people": what stands before and behind."""
    if tokens.word(at) == "000":
        return True
    before, behind = tokens.word(i - 1), tokens.word(at + 1)
    named = tokens.capital(i - 1) and i > 1 and not tokens.raw(i - 1).isupper()
    if named or before in words("labels", "before") or before in words("labels", "months"):
        return False
    if before[:1].isdecimal() or before in ("aged", "age", "of", "-", "/", "+", "by", "x"):
        return False
    further = _is_group(tokens, at + 1)
    if not (further or behind[:1].isalpha() or behind in ("%", "€", ".", ",", ")")):
        return False
    return not _writes_commas(tokens.text)


_comma_group = pattern(r"\d,\d{3}(?!\d)")


def _writes_commas(text: str) -> bool:
    """Whether the document parts thousands by commas: then its spaces part numbers."""
    return _comma_group().search(text) is not None
