"""The sign or code of a currency in front of a figure, and the letter that scales it behind.

>>> from discrepancy.english.numbers.numerals import numeral
>>> tokens = Tokens("for US$5m")
>>> figure = Figure.of(numeral(tokens, 3))
>>> read_sign(tokens, figure)
>>> figure.unit, figure.low, figure.first
('USD', Decimal('5E+6'), 1)
"""

from decimal import Decimal
from functools import cache

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import numbers
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.measures.units import currencies


def read_sign(tokens: Tokens, figure: Figure) -> None:
    """Widen the figure to a currency sign before it; "$2m" is never metres."""
    _sign_before(tokens, figure)
    _scale_by_sign(tokens, figure)
    if figure.unit is None:
        _in_millions(tokens, figure)


def _in_millions(tokens: Tokens, figure: Figure) -> None:
    """MEUR 60, 120 MEUR: the M before the code of a currency is a million."""
    for at, first, last in (
        (figure.first - 1, figure.first - 1, figure.last),
        (figure.last, figure.first, figure.last + 1),
    ):
        written = tokens.raw(at)
        if len(written) == _CODE and written[0] == "M" and written[1:] in currencies():
            figure.low, figure.high = figure.low * _MILLION, figure.high * _MILLION
            figure.numeral.scale *= _MILLION
            figure.first, figure.last, figure.after = first, last, last
            figure.unit, figure.category = written[1:], Category.MONEY
            figure.signed = at < figure.numeral.first
            return


_CODE = 4
"""Letters of a code with an M before it."""
_MILLION = Decimal("1E6")


def _sign_before(tokens: Tokens, figure: Figure) -> None:
    """$ 5, US$5, RM79, EUR 50, minus the sign in front of it."""
    start = tokens.starts[figure.first]
    text = tokens.text
    floor = tokens.starts[figure.floor]
    end = start - 1 if start > floor and text[start - 1] in "  " else start
    if end <= floor or text[end - 1] not in _last_of_signs():
        return
    for length in range(min(8, end - floor), 0, -1):
        sign = text[end - length : end]
        code = None if sign[0].isspace() else _code(sign)
        if code is None or not _starts_word(text, end - length):
            continue
        if sign.isalpha() and not _sign_fits(tokens, figure, sign, end == start):
            continue
        while figure.first > 0 and tokens.starts[figure.first] > end - length:
            figure.first -= 1
        figure.unit, figure.category, figure.signed = code, Category.MONEY, True
        return


def _code(sign: str) -> str | None:
    """The currency of a sign; "cad $" and "US $" are written in many ways, "a $5 note" is none."""
    known = _signs().get(sign)
    if known is not None or sign[-1] != "$":
        return known
    letters = sign[:-1].rstrip()
    if len(letters) < 2 and letters not in ("c", "C", "S"):
        return None
    return _signs().get(f"{letters.upper()}$")


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or not (text[at].isalpha() and (text[at - 1].isalnum() or text[at - 1] in "'’"))


def _sign_fits(tokens: Tokens, figure: Figure, sign: str, glued: bool) -> bool:
    """Single letters are signs only glued to a large figure: P74 million, N50,000, e85m."""
    if len(sign) > 1:
        return sign not in ("Re", "PS", "BD", "Sh", "NIS", "QR", "DM", "KD") or glued
    if not glued:
        return False
    if figure.numeral.scale >= 1000 or tokens.word(figure.last) in ("m", "bn", "b"):
        return True
    return figure.low >= 1000 and "," in tokens.word(figure.numeral.first)


def _scale_by_sign(tokens: Tokens, figure: Figure) -> None:
    """The letter after a figure with a sign scales it: $2m, £1.5b; $2m is never metres."""
    if figure.unit is None or figure.numeral.scale > 1:
        return
    letter = tokens.word(figure.last)
    factor = numbers("money").get(letter)
    if factor is not None and (tokens.glued(figure.last) or letter in ("m", "b", "cr")):
        figure.low = figure.high = figure.low * factor
        figure.numeral.scale = factor
        figure.last = figure.numeral.last = figure.last + 1
        figure.after = figure.last


@cache
def _signs() -> dict[str, str]:
    """Each sign and its currency; every dollar and peso also as code and sign, "MXN$"."""
    found: dict[str, str] = {}
    for currency in currencies().values():
        if any(name.endswith(("dollar", "peso", "real")) for name in currency.names):
            found[f"{currency.code}$"] = currency.code
        found.update((sign, currency.code) for sign in currency.signs)
    return found


@cache
def _last_of_signs() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _signs())
