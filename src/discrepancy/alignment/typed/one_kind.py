"""Typed-in claims of one thing brought to one kind: a bare 6 among soldiers, 2023 among days.

>>> from discrepancy.entries import claim
>>> told = [claim(n, measurand="strength", source="a") for n in ("1,200 soldiers", "1300")]
>>> [one.value.unit for one in of_one_kind(told)]
['soldier', 'soldier']
"""

from collections.abc import Iterator, Sequence

from discrepancy import tables, words
from discrepancy.claims import Category, Claim, DateClaim, DateValue, QuantityClaim


def of_one_kind(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; a bare number takes the noun that others count, or is a year among days."""
    kinds = {claim.kind for claim in claims}
    nouns = {
        claim.value.unit
        for claim in claims
        if isinstance(claim, QuantityClaim) and claim.category is Category.COUNT
    }
    if not nouns and _are_people(claims):
        nouns = {"person"}
    noun = min(filter(None, nouns), default=None)
    one_class = len({words.noun_class(name) for name in nouns if name}) == 1
    for claim in claims:
        if not isinstance(claim, QuantityClaim) or claim.value.unit is not None:
            yield claim
        elif kinds == {"date", "quantity"} and _is_year(claim):
            yield _as_year(claim)
        elif noun and one_class:
            value = claim.value.model_copy(update={"unit": noun})
            yield claim.model_copy(update={"value": value, "category": Category.COUNT})
        else:
            yield claim


def _are_people(claims: Sequence[Claim]) -> bool:
    """Whether what is counted happens to people alone: "killed", "injured"."""
    of_people = tables.words("entries", "of_people")
    named = {claim.context.predicate for claim in claims if claim.context and claim.entry}
    return bool(named) and named <= of_people


def _is_year(claim: QuantityClaim) -> bool:
    figure = claim.value.low
    return figure == claim.value.high and figure == int(figure) and 1000 <= figure < 3000


def _as_year(claim: QuantityClaim) -> DateClaim:
    return DateClaim(
        source=claim.source,
        text=claim.text,
        context=claim.context,
        entry=claim.entry,
        value=DateValue(edtf=str(int(claim.value.low))),
    )
