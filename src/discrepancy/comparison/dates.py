"""Can two dates of one event both be right? They are EDTF intervals of days."""

from datetime import timedelta
from itertools import product

from discrepancy.calendar import edtf, undated
from discrepancy.claims import AHEAD, CEILINGS, FLOORS, DateClaim
from discrepancy.comparison import rough_dates
from discrepancy.finding import Comparison, Verdict


def compare(a: DateClaim, b: DateClaim) -> Comparison:
    """Judge two dates that are taken to be of one event.

    An unresolved date, or one that the document leaves open between two readings, is never in
    conflict with anything that one of its readings admits.
    """
    verdict, level, because = _judge(a, b)
    return Comparison(
        verdict=verdict, level=f"date.{level}", difference=_days(a, b), because=because
    )


def _judge(a: DateClaim, b: DateClaim) -> tuple[Verdict, str, str]:
    here, there = undated.beside(a, b)
    if here is None or there is None:
        return Verdict.COMPATIBLE, "compatible.unresolved", "a relative date without an anchor"
    if here == there and a.bound is b.bound:
        return Verdict.AGREEMENT, "agreement.equal", "both give the same date"
    both_small = _is_of_small_hours(a) and _is_of_small_hours(b)  # two nights, not one
    readings = [(here, there)] if both_small else _readings(a, b, here, there)
    if any(edtf.overlap(x, y) for x, y in readings):
        if edtf.contains(here, there) or edtf.contains(there, here):
            return Verdict.ROUNDING, "rounding.precision", "one date lies inside the other"
        return Verdict.COMPATIBLE, "compatible.overlap", "the two periods overlap"
    apart = edtf.days_apart(here, there)
    if apart <= max(rough_dates.by_its_bound(a, here), rough_dates.by_its_bound(b, there)):
        return Verdict.COMPATIBLE, "compatible.about", "'about' admits both"
    if apart <= rough_dates.by_their_words((a, here), (b, there)):
        return Verdict.COMPATIBLE, "compatible.rough", "a date told in round terms admits both"
    if _two_terms(a, b):
        return Verdict.CONFLICT, "conflict.term", "one plan is given two terms"
    if _bounds_admit(a, here, there) or _bounds_admit(b, there, here):
        return Verdict.COMPATIBLE, "compatible.bounds", "'by', 'since' or 'after' admits both"
    return Verdict.CONFLICT, "conflict.else", "no day lies in both"


def _readings(a: DateClaim, b: DateClaim, here: str, there: str) -> list[tuple[str, str]]:
    return list(product((here, *a.alternatives), (there, *b.alternatives)))


def _is_of_small_hours(claim: DateClaim) -> bool:
    """Whether a date may be told by the day before it, as its night began on that day."""
    day, other = claim.value.edtf, claim.alternatives
    if day is None or len(other) != 1 or {*map(edtf.precision, (day, *other))} != {"day"}:
        return False
    return edtf.interval(day)[0] - edtf.interval(other[0])[0] == timedelta(days=1)


def _two_terms(a: DateClaim, b: DateClaim) -> bool:
    """Ready by March, ready by June: of what lies ahead the term is what is told."""
    return all(
        claim.bound in CEILINGS and claim.context is not None and claim.context.modality in AHEAD
        for claim in (a, b)
    )


def _bounds_admit(bounded: DateClaim, here: str, there: str) -> bool:
    first, last = edtf.interval(here)
    low, high = edtf.interval(there)
    if bounded.bound in FLOORS:
        return high >= first
    if bounded.bound in CEILINGS:
        return low <= last
    return False


def _days(a: DateClaim, b: DateClaim) -> float | None:
    here, there = undated.beside(a, b)
    if not here or not there:
        return None
    sign = 1 if edtf.interval(here) <= edtf.interval(there) else -1
    return float(sign * edtf.days_apart(here, there))
