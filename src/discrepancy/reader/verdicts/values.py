"""Two figures that a reader takes for one measurand: the ladder, by their values alone.

What our own reading makes of their predicates, nouns and zones is no objection any more: the
reader has seen both passages. What stays is arithmetic: bounds, precision, units, rates, days.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from discrepancy.alignment.measurands.rates import Rates
from discrepancy.calendar import edtf, zones
from discrepancy.claims import CEILINGS, FLOORS, Claim, DateClaim, QuantityClaim, TimeClaim
from discrepancy.comparison import Compare
from discrepancy.comparison.figures import intervals
from discrepancy.comparison.figures.exchange import at_rates
from discrepancy.comparison.figures.sides import in_unit_of, side
from discrepancy.comparison.rulings import shown
from discrepancy.finding import Comparison, Verdict
from discrepancy.measures import units
from discrepancy.source import Source

NO_RATE = "the two differ in currency, and no rate is stated"


@dataclass(frozen=True)
class Ladder:
    """What judges figures: the ladder, the rates that the story tells, and its sources by id."""

    compare: Compare
    rates: Rates
    sources: Mapping[str, Source]

    def compared(self, a: Claim, b: Claim) -> Comparison | None:
        """What it says of two figures of one measurand; None where it cannot compare them."""
        match a, b:
            case QuantityClaim(), QuantityClaim():
                return _quantities(a, b, self.compare, self.rates)
            case DateClaim(), DateClaim():
                return _against_bounds(a, b) or self.compare(a, b)
            case TimeClaim(), TimeClaim():
                return self.compare(*_in_one_zone(a, b))
        return self.compare(a, b) if a.kind == b.kind else None


def part_above_whole(part: Claim, whole: Claim) -> bool:
    """Whether what counts a part is surely larger than what counts the whole."""
    if not isinstance(part, QuantityClaim) or not isinstance(whole, QuantityClaim):
        return False
    there = in_unit_of(side(_bare(whole)), side(_like(part, whole)))
    return there is not None and intervals.interval(part.value)[0] > intervals.interval(there)[1]


def _quantities(
    a: QuantityClaim, b: QuantityClaim, compare: Compare, rates: Rates
) -> Comparison | None:
    if _currencies_apart(a, b) and not _rate(a, b, rates):
        level = "quantity.conflict.currency"
        return Comparison(verdict=Verdict.CONFLICT, level=level, because=NO_RATE)
    a, b = _bare(a), _like(_bare(b), a)
    if not _rate(a, b, rates) and in_unit_of(side(b), side(a)) is None:
        return None
    return shown(at_rates(rates, compare)(a, b))


def _rate(a: QuantityClaim, b: QuantityClaim, rates: Rates) -> Decimal | None:
    return rates.get((b.value.unit or "", a.value.unit or ""))


def _currencies_apart(a: QuantityClaim, b: QuantityClaim) -> bool:
    one, other = ((claim.value.unit or "").partition("/")[0] for claim in (a, b))
    return one != other and units.is_currency(one) and units.is_currency(other)


def _bare(claim: QuantityClaim) -> QuantityClaim:
    """The figure without the event that our own reading gives it."""
    if claim.context is None:
        return claim
    return claim.model_copy(
        update={"context": claim.context.model_copy(update={"predicate": None})}
    )


def _like(claim: QuantityClaim, other: QuantityClaim) -> QuantityClaim:
    """The figure in the other's counted noun: what are homes to the one are houses to the other."""
    unit, to = claim.value.unit, other.value.unit
    if unit == to or _measured(unit) or _measured(to):
        return claim
    value = claim.value.model_copy(update={"unit": to})
    return claim.model_copy(update={"value": value, "category": other.category})


def _measured(unit: str | None) -> bool:
    above, slash, _ = (unit or "").partition("/")
    return bool(slash) or (bool(above) and (units.is_physical(above) or units.is_currency(above)))


def _against_bounds(a: DateClaim, b: DateClaim) -> Comparison | None:
    """By 31 December, not before 31 December: two bounds that meet in their one day are apart."""
    here, there = a.value.edtf, b.value.edtf
    if not here or not there or not _opposed(a, b):
        return None
    low, high = (here, there) if a.bound in FLOORS else (there, here)
    if edtf.interval(low)[0] < edtf.interval(high)[1] and low != high:
        return None
    because = "the one says by then, the other not before"
    return Comparison(verdict=Verdict.CONFLICT, level="date.conflict.bounds", because=because)


def _opposed(a: DateClaim, b: DateClaim) -> bool:
    return (a.bound in FLOORS and b.bound in CEILINGS) or (
        b.bound in FLOORS and a.bound in CEILINGS
    )


def _in_one_zone(a: TimeClaim, b: TimeClaim) -> tuple[TimeClaim, TimeClaim]:
    """Two times of one moment: a zone that the one leaves out or calls local is the other's."""
    known = next((c.value.zone for c in (a, b) if zones.offset(c.value.zone) is not None), None)
    return _in_zone(a, known), _in_zone(b, known)


def _in_zone(claim: TimeClaim, zone: str | None) -> TimeClaim:
    if zone is None or zones.offset(claim.value.zone) is not None:
        return claim
    return claim.model_copy(update={"value": claim.value.model_copy(update={"zone": zone})})
