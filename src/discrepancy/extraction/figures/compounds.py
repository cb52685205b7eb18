"""Figures that one measure is spread over, and brackets that say it again in another unit.

>>> from discrepancy.english.numbers.numerals import numeral
>>> from discrepancy.extraction.figures.units.unit_words import read_unit
>>> tokens = Tokens("one hour and 26 minutes")
>>> hour, minutes = (Figure.of(numeral(tokens, at)) for at in (0, 3))
>>> for figure in (hour, minutes): read_unit(tokens, figure)
>>> (flight := compound(tokens, hour, minutes)) and (flight.low, flight.unit)
(Decimal('86'), 'minute')
"""

from dataclasses import replace
from decimal import Decimal

from discrepancy.claims import Bound
from discrepancy.english.numbers.shares import share_at
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.extraction.figures.units.rates import rates_at
from discrepancy.measures.units import coins, dimension, is_currency, is_physical, measures

PARTS: dict[str, tuple[str, int]] = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
"""The next smaller unit and how many of them make one: told in the smaller."""
LARGER: dict[str, tuple[str, int]] = {
    "foot": ("inch", 12),
    "pound": ("ounce", 16),
    "stone": ("pound", 14),
}
"""Imperial pairs: told in the larger, as heights and weights are."""
REACH = 9
"""Tokens between a figure and the bracket that converts it."""


def compound(tokens: Tokens, left: Figure, right: Figure) -> Figure | None:
    """One hour and 26 minutes, 5 ft 2 in, thirteen dollars and forty-five cents."""
    if left.unit is None or left.bound is not Bound.EXACT or right.bound is not Bound.EXACT:
        return None
    gap = tokens.lower[left.last : right.first]
    if gap not in ([], ["and"], ["-"]):
        return None
    if left.unit in PARTS and right.unit == PARTS[left.unit][0] and right.low < PARTS[left.unit][1]:
        return _told(left, right, left.low * PARTS[left.unit][1] + right.low, right.unit)
    if left.unit in LARGER:
        return _imperial(tokens, left, right, gap)
    if is_currency(left.unit) and gap in ([], ["and"]):
        return _coins(tokens, left, right, gap)
    return None


def _told(left: Figure, right: Figure, value: Decimal, unit: str) -> Figure:
    found = replace(right)
    found.first, found.low, found.high = left.first, value, value
    found.unit, found.category, found.signed = unit, left.category, left.signed
    found.noun = None if right.unit != unit and right.noun else right.noun
    return found


def half_more(tokens: Tokens, figure: Figure) -> None:
    """A mile and a half, a year or two: the rest of the figure stands behind the unit."""
    if figure.bound is Bound.RANGE and tokens.lower[figure.last : figure.last + 2] == ["or", "two"]:
        figure.last = figure.after = figure.last + 2
    if figure.unit is None or tokens.word(figure.last) != "and" or figure.bound is Bound.RANGE:
        return
    share, last = share_at(tokens, figure.last + 1)
    if share and tokens.word(figure.last + 1) in ("a", "one", "three"):
        figure.low = figure.high = figure.low + share
        figure.last = figure.after = last


def _imperial(tokens: Tokens, left: Figure, right: Figure, gap: list[str]) -> Figure | None:
    assert left.unit is not None
    smaller, many = LARGER[left.unit]
    if not 0 < right.low < many:
        return None
    named = right.unit == smaller
    if not named and left.unit == "foot" and tokens.word(right.last) in ("in", '"', "″", "”"):
        right.last, named = right.last + 1, True
    if not named and (right.unit is not None or gap not in ([], ["-"])):
        return None
    return _told(left, right, left.low + right.low / many, left.unit)


def _coins(tokens: Tokens, left: Figure, right: Figure, gap: list[str]) -> Figure | None:
    assert left.unit is not None
    if right.unit in coins() and right.low < 100 and left.low == left.low.to_integral_value():
        return _told(left, right, left.low + right.low / 100, left.unit)
    bare = right.unit is None and gap == [] and not left.signed and right.numeral.scale == 1
    if bare and 10 <= right.low < 100 and not tokens.word(right.last).isalpha():
        return _told(left, right, left.low + right.low / 100, left.unit)
    return None


def conversion(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Whether `right` repeats `left` in another unit: 72 km (45 miles); 72 km, or 45 miles."""
    if not _convertible(left.unit, right.unit) or (right.rate and not left.rate):
        return False  # $312 million, or 84 cents a share
    start = right.hedge[0] if right.hedge else right.first
    if tokens.word(start - 1) in ("(", "["):
        return (
            0 <= start - 1 - left.last <= REACH and ")" not in tokens.lower[left.last : start - 1]
        )
    gap = tokens.lower[left.last : start]
    return (gap in ([",", "or"], ["or"], ["/"], [",", "about"]) and not is_currency(left.unit)) or (
        gap == [",", "or"]
    )


def _convertible(left: str | None, right: str | None) -> bool:
    if left is None or right is None or left == right:
        return False
    if is_currency(left) and is_currency(right):
        return True
    return is_physical(left) and dimension(left) == dimension(right) and "[" in dimension(left)


def rate_of_both(tokens: Tokens, left: Figure, right: Figure) -> None:
    """150 miles (240 km) per hour: the rate stands behind the bracket and is of both."""
    found = rates_at(tokens, right.last + 1) if tokens.word(right.last) == ")" else None
    if found is None or left.rate or right.rate or tokens.word(right.last + 1) != "per":
        return
    for figure in (left, right):
        joined = f"{figure.unit}/{found[1]}"
        figure.unit, figure.rate = (
            (joined, None) if joined in measures() else (figure.unit, found[1])
        )


def repeat(left: Figure, right: Figure) -> None:
    """Tie a conversion to what it says again; it is as sure as that."""
    right.converts = left
    if right.bound is Bound.EXACT and left.bound is not Bound.RANGE:
        right.bound = left.bound
    right.trend = right.trend or left.trend
