"""Exchange rates, learnt from the story's own brackets: "85 million euros ($108 million)".

A rate that one text states serves for the whole story; without one, currencies never meet.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from statistics import median

from discrepancy.claims import Category, QuantityClaim

Rates = Mapping[tuple[str, str], Decimal]
"""How many of the second currency one of the first is."""

_NONE: Rates = {}


def rates_of(claims: Iterable[QuantityClaim], desk: Rates = _NONE) -> Rates:
    """The rates that conversions in brackets state, both ways, and through a third currency.

    Those that the desk gives count as stated.
    """
    money = [claim for claim in claims if claim.category is Category.MONEY]
    at = {(claim.source, claim.span): claim for claim in money}
    seen: dict[tuple[str, str], list[Decimal]] = {}
    for claim in money:
        stated = claim.converts and at.get((claim.source, claim.converts))
        if not stated or not stated.value.low or not claim.value.low:
            continue
        unit, other = stated.value.unit, claim.value.unit
        if unit and other and unit != other:
            rate = claim.value.low / stated.value.low
            seen.setdefault((unit, other), []).append(rate)
            seen.setdefault((other, unit), []).append(1 / rate)
    told = {pair: median(found) for pair, found in seen.items()} | dict(desk)
    through = {
        (one, last): rate * told[middle, last]
        for (one, middle), rate in told.items()
        for (start, last) in told
        if start == middle and last != one and (one, last) not in told
    }
    return {**through, **told}


def common(known: Rates) -> Mapping[str, str]:
    """For each currency that has a rate, the one that all it is linked with are measured in."""
    home: dict[str, str] = {}
    for one, other in sorted(known):
        first = min(home.get(one, one), home.get(other, other), one, other)
        for currency in (one, other):
            home[currency] = first
    return {currency: home.get(first, first) for currency, first in home.items()}
