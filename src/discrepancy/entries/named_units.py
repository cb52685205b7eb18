"""The unit that a word in a table's column names: a measure, a currency, or a counted noun.

>>> unit_named("km"), unit_named("€"), unit_named("soldiers"), unit_named("km/h")
('kilometer', 'EUR', 'soldier', 'kilometer/hour')
>>> unit_named("kilometrs")
Traceback (most recent call last):
discrepancy.errors.BadValue: the unit 'kilometrs' is unknown; did you mean 'kilometers'?
"""

import re
from decimal import Decimal
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from discrepancy import words
from discrepancy.claims import Category
from discrepancy.errors import BadValue
from discrepancy.measures import units


@lru_cache(maxsize=4096)
def unit_named(word: str) -> str:
    """The canonical unit.

    Raises:
        BadValue: no table has it, and it is no noun that can be counted.
    """
    text = " ".join(word.split())
    found = _named().get(text) or _named().get(text.lower())
    if found is None and (power := _POWER.fullmatch(text)):  # pint's own "meter ** 2"
        found = unit_named(f"{'square' if power[2] == '2' else 'cubic'}_{power[1]}")
    if found is None and re.search(r"/| per ", text):
        above, below = re.split(r"\s*/\s*| per ", text, maxsplit=1)
        return f"{unit_named(above)}/{unit_named(below)}"
    return found or _counted(text)


def scaled(unit: str) -> tuple[Decimal, str | None]:
    """How many of the unit one is, where a word of scale stands with it, and the unit.

    >>> scaled("million EUR"), scaled("thousand"), scaled("km")
    ((Decimal('1000000'), 'EUR'), (Decimal('1000'), None), (Decimal('1'), 'km'))
    """
    for word in unit.split():
        if (power := _SCALES.get(word.lower())) is not None:
            rest = " ".join(other for other in unit.split() if other != word)
            return Decimal(10) ** power, rest or None
    return Decimal(1), unit


_SCALES = {"thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12}

_POWER = re.compile(r"(\w+) ?\*\* ?([23])")


def category_of(unit: str | None) -> Category:
    """The kind of quantity that a figure in this unit is."""
    if unit is None:
        return Category.NUMBER
    first = unit.partition("/")[0]
    if units.is_currency(first):
        return Category.MONEY
    if first in units.measures():
        return Category(units.measures()[first].category)
    return Category.COUNT


def _counted(text: str) -> str:
    """A noun that is counted.

    Raises:
        BadValue: it looks like no noun, or like a unit that was written wrongly.
    """
    noun = words.singular(text.rpartition(" ")[2])
    if words.is_counted_noun(noun):
        return noun
    near = _near(text)
    if near:
        raise BadValue(f"the unit {text!r} is unknown; did you mean {near!r}?")
    if len(noun) < 3 or not noun.isalpha() or not re.search("[aeiouy]", noun.lower()):
        raise BadValue(f"the unit {text!r} is unknown")
    return noun


def _near(text: str) -> str | None:
    """The word of a known unit that is one slip of the keyboard away."""
    if len(text) < 5:
        return None
    found = process.extractOne(
        text.lower(), _spelled(), scorer=DamerauLevenshtein.distance, score_cutoff=1
    )
    return found[0] if found else None


@cache
def _spelled() -> tuple[str, ...]:
    return tuple(word for word in _named() if len(word) > 4 and word.isalpha())


@cache
def _named() -> dict[str, str]:
    """Every word and sign of a unit to its name; signs as they are written, words in lower case."""
    found: dict[str, str] = {}
    for unit in units.measures().values():
        for word in (*unit.words, unit.name, unit.name.replace("_", " ")):
            found.setdefault(word.lower(), unit.name)
            found.setdefault(f"{word.lower()}s", unit.name)
        found.update((symbol, unit.name) for symbol in unit.symbols)
    for currency in units.currencies().values():
        for word in (*currency.names, currency.code):
            found.setdefault(word.lower(), currency.code)
            found.setdefault(f"{word.lower()}s", currency.code)
        signs = (sign for sign in currency.signs if not re.fullmatch("[a-zA-Z]", sign))
        found.update((sign, currency.code) for sign in (*signs, currency.code))
    return found
