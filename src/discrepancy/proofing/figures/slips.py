"""What a figure that no source has looks like a slip for.

>>> transposed("320,000", "230,000"), transposed("4.64", "4.46"), transposed("320", "231")
(True, True, False)
"""

from decimal import Decimal

from discrepancy.claims import QuantityClaim
from discrepancy.proofing.ground import Match

_FACTORS = {10: "ten", 100: "a hundred", 1000: "a thousand", 10**6: "a million"}


def transposed(one: str, other: str) -> bool:
    """Whether two figures have the same digits in another order."""
    here, there = (_digits(text) for text in (one, other))
    return len(here) > 1 and here != there and sorted(here) == sorted(there)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def of_figures(draft: QuantityClaim, match: Match) -> tuple[str, str]:
    """The level and the words for how one figure looks like a slip for another; "" for no slip."""
    other = match.claim
    assert isinstance(other, QuantityClaim)
    here, there = draft.value.low, other.value.low
    if match.compared.level.endswith("swapped_unit") or points(draft) != points(other):
        return "unit", "it looks as if one unit stands for another"
    if draft.value.unit == other.value.unit and transposed(str(here), str(there)):
        return "transposed", "it looks as if digits changed places"
    low, high = sorted((abs(here), abs(there)))
    if low and high / low in _FACTORS:
        told = _FACTORS[int(high / low)]
        return "factor", f"one is {told} times the other"
    if _one_digit(str(here), str(there)):
        return "digit", "one digit is another"
    return "else", ""


def points(claim: QuantityClaim) -> bool:
    """Whether it is a difference of shares: "three percentage points"."""
    return "point" in claim.text.lower() and _share(claim) is not None


def are_shares(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether both are shares, or differences of shares, in the same time."""
    return _share(a) is not None and _share(a) == _share(b)


def _share(claim: QuantityClaim) -> str | None:
    """What a share is of, "year" of "5 percent a year"; None for another measure."""
    unit, _, time = (claim.value.unit or "").partition("/")
    return time if unit in ("percent", "percentage_point") else None


def _one_digit(one: str, other: str) -> bool:
    here, there = _digits(one), _digits(other)
    apart = sum(a != b for a, b in zip(here, there, strict=False))
    return len(here) == len(there) > 1 and apart == 1


def precise(value: Decimal) -> int:
    """How many digits a figure has that say anything: a figure of three is hardly met by chance.

    >>> precise(Decimal("1500")), precise(Decimal("334000000")), precise(Decimal("4.64"))
    (2, 3, 3)
    """
    return len(value.normalize().as_tuple().digits)
