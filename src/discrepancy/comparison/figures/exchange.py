"""Two sums in two currencies, judged at the rate that a text of the story states."""

from collections.abc import Mapping
from decimal import Decimal

from discrepancy.claims import Claim, QuantityClaim
from discrepancy.comparison.rulings import Judge, Ruled, Ruling
from discrepancy.finding import Verdict

LOOSE = Decimal("0.1")
"""Sums that agree to this share are one sum: rates move from day to day, and outlets round."""


def at_rates(
    rates: Mapping[tuple[str, str], Decimal],
    compare: Judge,
    stated: str = "the rate that a text of the story states",
) -> Judge:
    """`compare`, with sums of the second claim brought to the currency of the first."""
    if not rates:
        return compare

    def compared(a: Claim, b: Claim) -> Ruled:
        changed = _changed(a, b, rates)
        if changed is None:
            return compare(a, b)
        assert isinstance(a, QuantityClaim)
        here, there = a.value.low, changed.value.low
        if abs(here - there) <= LOOSE * max(abs(here), abs(there)):
            apart = float((there - here) / here) if here else None
            because = f"the same at {stated}"
            return Ruling(Verdict.ROUNDING, "quantity.rounding.rate", because, apart)
        return compare(a, changed)

    return compared


def _changed(a: Claim, b: Claim, rates: Mapping[tuple[str, str], Decimal]) -> QuantityClaim | None:
    if not isinstance(a, QuantityClaim) or not isinstance(b, QuantityClaim):
        return None
    rate = rates.get((b.value.unit or "", a.value.unit or ""))
    if rate is None:
        return None
    value = {"low": b.value.low * rate, "high": b.value.high * rate, "unit": a.value.unit}
    return b.model_copy(update={"value": b.value.model_copy(update=value)})
