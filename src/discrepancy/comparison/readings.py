"""What makes two claims of a group one reading: one value, however it is put.

>>> from discrepancy.entries import claim
>>> told = [claim(n, measurand="strength", source="a") for n in ("1,200 troops", "1200 soldiers")]
>>> key(told[0]) == key(told[1]), key(told[0])[:3]
(True, ('1200', '1200', 'person/'))
"""

from collections.abc import Mapping
from functools import lru_cache

from discrepancy import words
from discrepancy.claims import AHEAD, Claim, DateClaim, QuantityClaim
from discrepancy.group import Group
from discrepancy.measures import units

Key = tuple[str, ...]


def keys_in(group: Group) -> Mapping[int, Key]:
    """What tells the readings of a group apart, for each claim by its id, which the group keeps."""
    if not group.parted:
        return {id(claim): key(claim) for claim in group.claims}
    return {
        id(claim): ("parted", *key(claim))
        if (claim.source, claim.span) in group.parted
        else key(claim)
        for claim in group.claims
    }


def key(claim: Claim) -> Key:
    """What makes two claims one reading; the hedge comes last."""
    if isinstance(claim, QuantityClaim):
        value = claim.value
        low = high = f"{value.low.normalize():f}"
        if value.high != value.low:
            high = f"{value.high.normalize():f}"
        ahead = claim.context is not None and claim.context.modality in AHEAD
        counted = _counted(value.unit or "")
        return (low, high, counted, value.trend or "", "ahead" * ahead, value.bound)
    if isinstance(claim, DateClaim):
        return claim.value.edtf or f"?{claim.text}", claim.bound
    if claim.kind == "time":
        return (claim.value.time, claim.value.until or "", claim.value.zone or "")
    if claim.kind == "status":
        return (claim.scale, str(claim.level), claim.qualifier or "")
    return (" ".join(claim.value.text.casefold().split()),)


@lru_cache(maxsize=4096)
def _counted(unit: str) -> str:
    """The unit, or the class of the nouns that are counted: troops and soldiers are one reading."""
    if units.is_physical(unit) or units.is_currency(unit) or not unit:
        return unit
    named, each = units.rate(unit)
    return "/".join((words.noun_class(named), each))
