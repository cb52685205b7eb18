"""What a claim offers to the words that may govern it: its sort, and the noun that it counts."""

from discrepancy.claims import Category, Claim
from discrepancy.english.predicates import Counted
from discrepancy.measures import units
from discrepancy.words import noun_class, singular


def key_of(claim: Claim) -> str:
    """What the table calls this sort of claim: a quantity's category, else the kind.

    A measure of length is "length", of memory "information": these are told apart by what
    they are of.
    """
    if claim.kind != "quantity":
        return claim.kind
    if claim.category is Category.MEASURE and claim.value.unit:
        dimension = units.dimension(claim.value.unit).strip("[]")
        return dimension if dimension in ("length", "information") else "measure"
    return claim.category.value


def counted_by(claim: Claim) -> Counted:
    """The noun that a figure counts, and its class: soldier and person."""
    if claim.kind != "quantity" or claim.category != "count" or claim.value.unit is None:
        return frozenset()
    return frozenset((singular(claim.value.unit), noun_class(claim.value.unit)))
