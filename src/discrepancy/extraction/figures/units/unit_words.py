"""The unit or currency that stands beside a numeral.

>>> from discrepancy.english.numbers.numerals import numeral
>>> def unit(text, at=0):
...     tokens = Tokens(text)
...     figure = Figure.of(numeral(tokens, at))
...     read_unit(tokens, figure)
...     return figure.unit, figure.rate
>>> unit("5 km"), unit("60 miles per hour"), unit("$ 98 a share", 1)
(('kilometer', None), ('mile/hour', None), ('USD', 'share'))
"""

from decimal import Decimal

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import Form, numbers
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.amounts import is_amount
from discrepancy.extraction.figures.counted import counted_noun
from discrepancy.extraction.figures.figure import Figure
from discrepancy.extraction.figures.hedges import behind
from discrepancy.extraction.figures.units.currency_signs import read_sign
from discrepancy.extraction.figures.units.inches import is_inch
from discrepancy.extraction.figures.units.rates import period_behind_stuff, rates_at
from discrepancy.extraction.figures.units.temperatures import degrees
from discrepancy.extraction.figures.units.unit_tries import (
    END,
    LONGEST,
    Trie,
    currency_trie,
    longest,
    symbol_trie,
    word_trie,
)
from discrepancy.measures.units import measures
from discrepancy.tables import words

PICTURES = frozenset((144, 240, 360, 480, 576, 720, 1080, 1440, 2160, 4320))
"""Heights of video pictures: 1080p is no price in pence."""


NEAR = 5
"""Tokens before a figure in which the thing stands that is told in millions."""

Found = tuple[int, str] | None
"""The token behind a unit, and its name."""


def read_unit(tokens: Tokens, figure: Figure) -> None:
    """Find sign, unit, currency and rate around the numeral, and widen the figure to them."""
    read_sign(tokens, figure)
    if figure.unit is None:
        _unit_after(tokens, figure)
        if figure.unit is None:
            _unit_behind_hedge(tokens, figure)
    elif (found := longest(tokens, figure.last, currency_trie())) and found[1] == figure.unit:
        figure.last = found[0]  # $10 dollars
    if figure.unit is not None:
        figure.after = figure.last
        _rate_after(tokens, figure)


def _unit_behind_hedge(tokens: Tokens, figure: Figure) -> None:
    """800+ horsepower, 500 or so miles."""
    at = behind(tokens, figure)
    if at > figure.last:
        kept, figure.last = figure.last, at
        _unit_after(tokens, figure)
        if figure.unit is None:
            figure.last = kept


def _unit_after(tokens: Tokens, figure: Figure) -> None:
    at = figure.last
    hyphen = tokens.word(at) in ("-", "‑") and tokens.glued(at) and tokens.glued(at + 1)
    at += hyphen
    if not hyphen and _scale_by_noun(tokens, figure):
        at = figure.last
    for place in (at, _past_article(tokens, figure, at)):
        found = _longer(_symbol(tokens, figure, place), longest(tokens, place, word_trie()))
        money = None if is_amount(tokens, place) else longest(tokens, place, currency_trie())
        paid = money if money and (not found or money[0] >= found[0]) else None
        if paid and _money_fits(tokens, figure, *paid):
            figure.last, figure.unit, figure.category = *paid, Category.MONEY
            _scale_after_money(tokens, figure)
            return
        if not hyphen and is_inch(tokens, figure, place):
            figure.last, figure.unit, figure.category = place + 1, "inch", Category.MEASURE
            return
        if found is None and tokens.word(place) in ("pound", "pounds"):
            figure.last, figure.unit, figure.category = place + 1, "pound", Category.MEASURE
            return
        if found is None:
            found = degrees(tokens, figure, place)
        if found and _unit_fits(tokens, figure, found, hyphen):
            figure.last, figure.unit = found
            if figure.last == len(tokens) and tokens.word(figure.last - 1) == ".":
                figure.last -= 1  # the full stop of the sentence, not of "ft."
            figure.category = Category(measures()[found[1]].category)
            return


def _longer(one: Found, other: Found) -> Found:
    """Of two readings the one that takes in more: lb-ft, not lb."""
    if one is None or other is None:
        return one or other
    return one if one[0] >= other[0] else other


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
    if tokens.capital(at + 1):
        return False  # 2B Tam Weller, second base
    told = letter == "m" and _told_in_millions(tokens, figure, at)
    if not told and not _counts_millions(tokens, at):
        return False
    if letter != "m" and not tokens.word(at + 1).isalpha():
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
    node: Trie | None = symbol_trie()
    for k in range(at, at + LONGEST):
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
        if symbol == "st":
            return _is_stone(tokens, figure, at)
        return symbol not in ("ms", "pp", "bp", "mb", "PB") or tokens.glued(at)
    return _letter_fits(tokens, figure, at, symbol)


def _is_stone(tokens: Tokens, figure: Figure, at: int) -> bool:
    """5st 2lb, weighs 11st: not the 21st, nor 4 St Hale's Road."""
    pounds = tokens.word(at + 1)[:1].isdecimal() and tokens.word(at + 2) in ("lb", "lbs", "pounds")
    if pounds or not tokens.glued(at):
        return pounds and tokens.raw(at) == "st"
    near = tokens.lower[max(0, figure.first - 6) : at + 4]
    return not words("unit_traps", "weighed").isdisjoint(near)


def _letter_fits(tokens: Tokens, figure: Figure, at: int, symbol: str) -> bool:
    """One letter is a unit only where nothing else speaks for another reading."""
    metres = symbol == "m" and tokens.glued(at)  # 1600m; the 1980s
    if figure.numeral.scale > 1 or (_looks_like_year(tokens, figure) and not metres):
        return False
    before = tokens.raw(figure.first - 1)
    if tokens.glued(at) and before.isupper() and len(before) > 1:
        return False  # the RX 450h
    if symbol == "s":
        return not tokens.glued(at) or "." in tokens.word(figure.numeral.first)
    if symbol == "g" and tokens.glued(at):
        return not (figure.low == figure.low.to_integral_value() and 2 <= figure.low <= 6)
    if symbol == "m":
        return not (_counts_millions(tokens, at) or _told_in_millions(tokens, figure, at))
    return tokens.glued(at) or symbol in ("m", "g", "W", "V", "L", "l", "J")


def _counts_millions(tokens: Tokens, at: int) -> bool:
    """5m people: a plural noun after the letter; not the 110m hurdles."""
    if tokens.word(at + 1) in words("unit_traps", "raced"):
        return False
    found = counted_noun(tokens, at + 1, plural=True)
    return found is not None or longest(tokens, at + 1, word_trie()) is not None


def _told_in_millions(tokens: Tokens, figure: Figure, at: int) -> bool:
    """Sales hit 1.2m; a city of 3m; about 2m voted: nobody sells or counts people by the metre."""
    if not tokens.glued(at):
        return False
    before = tokens.lower[max(0, figure.first - NEAR) : figure.first]
    behind = tokens.lower[at + 1 : at + 3]
    if not words("unit_traps", "metres_are").isdisjoint((*before, *behind)):
        return False
    if not words("unit_traps", "millions_do").isdisjoint(behind[:1]):
        return True
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in words("unit_traps", "peopled"):
        return True
    return not words("unit_traps", "in_millions").isdisjoint(before)


def _looks_like_year(tokens: Tokens, figure: Figure) -> bool:
    written = tokens.word(figure.numeral.first)
    return len(written) == 4 and written.isdecimal() and "1500" <= written <= "2099"


def _unit_fits(tokens: Tokens, figure: Figure, found: tuple[int, str], hyphen: bool) -> bool:
    last, unit = found
    word = tokens.word(last - 1)
    if tokens.raw(last - 1) not in ("C", "F") and (
        unit in ("degree_Celsius", "degree_Fahrenheit")
        and word in ("c", "f")
        and last - figure.last == 1
    ):
        return False
    if word == "stone" and not hyphen:
        near = tokens.lower[max(0, figure.first - 6) : last + 4]
        return not words("unit_traps", "weighed").isdisjoint(near)
    if word in words("unit_traps", "singular_is_no_unit"):
        return hyphen or figure.low <= 1
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
    near = tokens.lower[max(0, figure.first - 6) : figure.first] + tokens.lower[last : last + 2]
    return not words("unit_traps", "paid").isdisjoint(near)


def _rate_after(tokens: Tokens, figure: Figure) -> None:
    """$98 a share, 500,000 barrels per day, 12-cent-a-share, 400 metres/second."""
    found = rates_at(tokens, figure.last)
    if not found and figure.unit in measures():
        period = period_behind_stuff(tokens, figure.last)
        found = (figure.last, period) if period else None
    if found and figure.unit != found[1] and "/" not in (figure.unit or ""):
        figure.last, figure.rate = found
        figure.after = figure.last
        if figure.unit in measures() and f"{figure.unit}/{figure.rate}" in measures():
            figure.unit, figure.rate = f"{figure.unit}/{figure.rate}", None
