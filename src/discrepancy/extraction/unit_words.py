"""The unit or currency that stands beside a numeral.

>>> from discrepancy.extraction.numerals import numeral
>>> def unit(text, at=0):
...     tokens = Tokens(text)
...     figure = Figure.of(numeral(tokens, at))
...     read_unit(tokens, figure)
...     return figure.unit, figure.rate
>>> unit("5 km"), unit("60 miles per hour"), unit("$ 98 a share", 1)
(('kilometer', None), ('mile/hour', None), ('USD', 'share'))
"""

from decimal import Decimal
from functools import cache
from typing import Any

from discrepancy.claim import Category
from discrepancy.extraction.counted import counted
from discrepancy.extraction.figures import Figure
from discrepancy.extraction.numerals import Form, numbers
from discrepancy.extraction.tokens import Tokens
from discrepancy.tables import words
from discrepancy.units import coins, currencies, measures
from discrepancy.words import singular

Trie = dict[str, Any]
END = "\n"
"""The key of a meaning in a trie: no token is a line break."""
LONGEST = 7
"""Tokens in the longest unit."""
PICTURES = frozenset((144, 240, 360, 480, 576, 720, 1080, 1440, 2160, 4320))
"""Heights of video pictures: 1080p is no price in pence."""


def read_unit(tokens: Tokens, figure: Figure) -> None:
    """Find sign, unit, currency and rate around the numeral, and widen the figure to them."""
    _sign_before(tokens, figure)
    _scale_by_sign(tokens, figure)
    if figure.unit is None:
        _unit_after(tokens, figure)
    elif (found := _longest(tokens, figure.last, _currency_trie())) and found[1] == figure.unit:
        figure.last = found[0]  # $10 dollars
    if figure.unit is not None:
        figure.after = figure.last
        _rate_after(tokens, figure)


# --- before the numeral -----------------------------------------------------------------------


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
    """Single letters are signs only glued to a large figure: P74 million, N50,000."""
    if len(sign) > 1:
        return sign not in ("Re", "PS", "BD", "Sh", "NIS", "QR", "DM", "KD") or glued
    return glued and (figure.low >= 1000 and ("," in tokens.word(figure.numeral.first)))


def _scale_by_sign(tokens: Tokens, figure: Figure) -> None:
    """The letter after a figure with a sign scales it: $2m, £1.5b; $2m is never metres."""
    if figure.unit is None or figure.numeral.scale > 1:
        return
    letter = tokens.word(figure.last)
    factor = numbers("money").get(letter)
    if factor is not None and (tokens.glued(figure.last) or letter in ("m", "b")):
        figure.low = figure.high = figure.low * factor
        figure.numeral.scale = factor
        figure.last = figure.numeral.last = figure.last + 1
        figure.after = figure.last


# --- after the numeral ------------------------------------------------------------------------


def _unit_after(tokens: Tokens, figure: Figure) -> None:
    at = figure.last
    hyphen = tokens.word(at) in ("-", "‑") and tokens.glued(at) and tokens.glued(at + 1)
    at += hyphen
    if not hyphen and _scale_by_noun(tokens, figure):
        at = figure.last
    for place in (at, _past_article(tokens, figure, at)):
        found = _symbol(tokens, figure, place) or _longest(tokens, place, _word_trie())
        money = _longest(tokens, place, _currency_trie())
        if money and (not found or money[0] >= found[0]):
            if _money_fits(tokens, figure, *money):
                figure.last, figure.unit, figure.category = *money, Category.MONEY
                _scale_after_money(tokens, figure)
                return
        if not hyphen and _is_inch(tokens, figure, place):
            figure.last, figure.unit, figure.category = place + 1, "inch", Category.MEASURE
            return
        if tokens.word(place) in ("pound", "pounds"):
            figure.last, figure.unit, figure.category = place + 1, "pound", Category.MEASURE
            return
        if found and _unit_fits(tokens, figure, found, hyphen):
            figure.last, figure.unit = found
            figure.category = Category(measures()[found[1]].category)
            return


def _is_inch(tokens: Tokens, figure: Figure, at: int) -> bool:
    """15.4" and 0.68 in: the mark behind a figure where no quotation is open, "in" by its company."""
    if tokens.word(at) == "in":
        decimal = "." in tokens.word(figure.numeral.first)
        return decimal and tokens.word(at + 1) in (
            "or",
            "(",
            ")",
            "/",
            ",",
            "x",
            "×",
            ".",
            "thick",
            "wide",
        )
    if tokens.word(at) not in ('"', "”", "''"):
        return False
    start = tokens.starts[max(figure.floor, at - 80)]
    before = tokens.text[start : tokens.starts[figure.first]]
    return before.count('"') % 2 == 0 and "“" not in before


def _scale_after_money(tokens: Tokens, figure: Figure) -> None:
    """75 USD million."""
    factor = numbers("scale").get(tokens.word(figure.last))
    if factor is not None and factor >= 1000 and figure.numeral.scale == 1:
        figure.low, figure.high = figure.low * factor, figure.high * factor
        figure.numeral.scale, figure.last = factor, figure.last + 1


def _scale_by_noun(tokens: Tokens, figure: Figure) -> bool:
    """12.3m tonnes, 8 B people: before a plural the letter is a scale."""
    at = figure.last
    letter = tokens.raw(at)
    if figure.numeral.scale > 1 or letter not in ("m", "M", "b", "B", "mil") or figure.signed:
        return False
    if tokens.raw(figure.first - 1).isupper() and len(tokens.raw(figure.first - 1)) > 1:
        return False  # GT 650M
    if not _counts_millions(tokens, at) or (letter != "m" and not tokens.word(at + 1).isalpha()):
        return False
    factor = Decimal("1E9") if letter in "bB" else Decimal("1E6")
    figure.low = figure.high = figure.low * factor
    figure.numeral.scale = factor
    figure.last = figure.numeral.last = figure.after = at + 1
    return True


def _past_article(tokens: Tokens, figure: Figure, at: int) -> int:
    """Half an hour, a quarter of a mile, a few more years: the unit stands further on."""
    if tokens.word(at) == "of" and (figure.low < 1 or figure.numeral.form is Form.VAGUE):
        at += 1
    if figure.low < 1 and tokens.word(at) in ("a", "an", "the"):
        return at + 1
    return at + 1 if tokens.word(at) in ("more", "full", "straight", "additional", "extra") else at


def _symbol(tokens: Tokens, figure: Figure, at: int) -> tuple[int, str] | None:
    """Symbols keep their case: MB is no Mb, "M" no metre."""
    best = None
    node: Trie | None = _symbol_trie()
    for k in range(at, at + LONGEST):
        if k > at and tokens.word(k).isalpha() and not tokens.glued(k) and node is not None:
            pass
        node = node.get(tokens.raw(k)) if node else None
        if node is None:
            break
        if END in node:
            best = (k + 1, node[END])
    if best is None or not _symbol_fits(tokens, figure, at, best[0]):
        return None
    return best


def _symbol_fits(tokens: Tokens, figure: Figure, at: int, last: int) -> bool:
    symbol = tokens.raw(at)
    if last - at > 1 or not symbol.isalpha():
        return True
    if len(symbol) > 2:
        return True
    if tokens.glued(last) and tokens.raw(last)[:1].isalnum():
        return False  # 5m2b
    if len(symbol) == 2:
        return symbol not in ("st", "ms", "pp", "bp", "mb", "PB") or tokens.glued(at)
    return _letter_fits(tokens, figure, at, symbol)


def _letter_fits(tokens: Tokens, figure: Figure, at: int, symbol: str) -> bool:
    """One letter is a unit only where nothing else speaks for another reading."""
    if figure.numeral.scale > 1 or _looks_like_year(tokens, figure):
        return False
    if symbol == "s":
        return not tokens.glued(at) or "." in tokens.word(figure.numeral.first)
    if symbol == "g" and tokens.glued(at):
        return not (figure.low == figure.low.to_integral_value() and 2 <= figure.low <= 6)
    if symbol == "m":
        return not _counts_millions(tokens, at)
    return tokens.glued(at) or symbol in ("m", "g", "W", "V", "L", "l", "J")


def _counts_millions(tokens: Tokens, at: int) -> bool:
    """5m people: a plural noun after the letter."""
    found = counted(tokens, at + 1, plural=True)
    return found is not None or _longest(tokens, at + 1, _word_trie()) is not None


def _looks_like_year(tokens: Tokens, figure: Figure) -> bool:
    written = tokens.word(figure.numeral.first)
    return len(written) == 4 and written.isdecimal() and "1500" <= written <= "2099"


def _unit_fits(tokens: Tokens, figure: Figure, found: tuple[int, str], hyphen: bool) -> bool:
    last, unit = found
    word = tokens.word(last - 1)
    if (
        unit in ("degree_Celsius", "degree_Fahrenheit")
        and word in ("c", "f")
        and last - figure.last == 1
    ):
        return False
    if word in words("unit_traps", "singular_is_no_unit"):
        return hyphen or figure.low == 1
    if _looks_like_year(tokens, figure) and tokens.raw(last - 1).istitle():
        return False
    return not (
        tokens.capital(last - 1) and word in ("foot", "stone", "mile", "bit", "bar", "knot")
    )


def _money_fits(tokens: Tokens, figure: Figure, last: int, unit: str) -> bool:
    word = tokens.word(last - 1)
    if word in ("pound", "pounds"):
        return last - figure.last > 1 or _pounds_are_money(tokens, figure, last)
    if word in words("unit_traps", "large_money"):
        return figure.high >= 100
    if word == "p":  # 470p a share; 1080p is a picture
        return tokens.glued(last - 1) and figure.low not in PICTURES
    return True


def _pounds_are_money(tokens: Tokens, figure: Figure, last: int) -> bool:
    """Pounds weigh, unless they come in millions or are paid."""
    if figure.numeral.scale >= 1000 or tokens.word(last) == "sterling":
        return True
    near = tokens.lower[max(0, figure.first - 6) : figure.first] + tokens.lower[last : last + 5]
    return not words("unit_traps", "paid").isdisjoint(near)


def _rate_after(tokens: Tokens, figure: Figure) -> None:
    """$98 a share, 500,000 barrels per day, 12-cent-a-share, 400 metres/second."""
    found = rate_at(tokens, figure.last)
    if found and figure.unit != found[1] and "/" not in (figure.unit or ""):
        figure.last, figure.rate = found
        figure.after = figure.last
        if figure.unit in measures() and f"{figure.unit}/{figure.rate}" in measures():
            figure.unit, figure.rate = f"{figure.unit}/{figure.rate}", None


def rate_at(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """The end and the name of "per day", "a share", "/litre", "each night" at a token."""
    if tokens.word(at) == "-" and tokens.glued(at):
        at += 1
    link = tokens.word(at)
    if link not in ("per", "a", "an", "/", "each", "every"):
        return None
    at += 1
    if tokens.word(at) == "-":
        at += 1
    unit = _longest(tokens, at, _word_trie()) or (
        _longest(tokens, at, _rate_symbols()) if link in "/per" else None
    )
    if unit and tokens.word(unit[0]) in _AFTER_DATE:
        return None
    if unit and measures()[unit[1]].category in ("measure", "duration"):
        return unit
    noun = tokens.word(at)
    if noun in words("unit_traps", "rated") or (link == "per" and noun.isalpha() and len(noun) > 2):
        return at + 1, singular(noun)
    return None


_AFTER_DATE = frozenset(("ago", "earlier", "before", "later", "after", "old"))


# --- tries ------------------------------------------------------------------------------------


def _longest(tokens: Tokens, at: int, node: Trie | None) -> tuple[int, str] | None:
    best = None
    for k in range(at, at + LONGEST):
        word = tokens.word(k)
        if word == "-" and node and "-" not in node and k > at and tokens.glued(k):
            continue  # a 12-nautical-mile zone
        node = node.get(word) if node else None
        if node is None:
            break
        if END in node:
            best = (k + 1, node[END])
    return best


def _plant(trie: Trie, phrase: tuple[str, ...], meaning: str) -> None:
    for word in phrase:
        trie = trie.setdefault(word, {})
    trie.setdefault(END, meaning)


def _both_numbers(phrase: str) -> list[tuple[str, ...]]:
    """The phrase and its plural, as tokens."""
    one = tuple(Tokens(phrase).lower)
    last = one[-1]
    if len(last) < 3 or not last.isalpha() or last.endswith("s"):
        return [one]
    plural = last[:-1] + "ies" if last.endswith("ry") else last + "s"
    return [one, (*one[:-1], plural), (*one[:-1], last + "s")]


@cache
def _word_trie() -> Trie:
    trie: Trie = {}
    for unit in measures().values():
        for phrase in unit.words:
            for form in _both_numbers(phrase):
                _plant(trie, form, unit.name)
    return trie


@cache
def _symbol_trie() -> Trie:
    trie: Trie = {}
    for unit in measures().values():
        for symbol in unit.symbols:
            tokens = Tokens(symbol)
            _plant(trie, tuple(tokens.raw(k) for k in range(len(tokens))), unit.name)
    return trie


@cache
def _rate_symbols() -> Trie:
    trie: Trie = {}
    for unit in measures().values():
        for symbol in unit.symbols:
            if symbol.islower() and symbol.isalpha():
                _plant(trie, (symbol,), unit.name)
    return trie


@cache
def _currency_trie() -> Trie:
    trie: Trie = {}
    for currency in currencies().values():
        for name in currency.names:
            for form in _both_numbers(name):
                _plant(trie, form, currency.code)
        for sign in currency.signs:
            if not sign.isalpha() or len(sign) == 3 and sign not in ("NIS", "TRY"):
                form = tuple(Tokens(sign).lower)
                if not sign.isalpha() or sign.lower() not in words("unit_traps", "no_codes"):
                    _plant(trie, form, currency.code)
    for coin in coins().values():
        for name in coin.names:
            for form in _both_numbers(name):
                _plant(trie, form, coin.name)
    return trie


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
