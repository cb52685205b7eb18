"""Can two clock times of one moment both be right? Stated zones are brought to UTC first.

"After 6 p.m." leaves open all that is later, "before 6 p.m." all that is earlier.
"""

from discrepancy.calendar import zones
from discrepancy.claims import CEILINGS, FLOORS, Bound, TimeClaim
from discrepancy.finding import Comparison, Verdict

_DAY = 24 * 60
SHORTLY = 30
"""Minutes that "about 5 p.m." leaves open to either side."""


def compare(a: TimeClaim, b: TimeClaim) -> Comparison:
    """Judge two clock times that are taken to be of one moment."""
    minutes = _apart(a, b)
    verdict, level, because = _judge(a, b, minutes)
    return Comparison(
        verdict=verdict, level=f"time.{level}", difference=float(minutes), because=because
    )


def _judge(a: TimeClaim, b: TimeClaim, minutes: int) -> tuple[Verdict, str, str]:
    if a.value == b.value:
        return Verdict.AGREEMENT, "agreement.equal", "both give the same time"
    if minutes == 0 and a.value.bound == b.value.bound:
        return Verdict.ROUNDING, "rounding.zone", "the same moment in two zones"
    if _overlap(a, b):
        return Verdict.COMPATIBLE, "compatible.part", "one time lies in the other's part of the day"
    if _open(a, b) and _within(a, b, minutes):
        return Verdict.COMPATIBLE, "compatible.bounds", "'after' or 'before' admits both"
    if Bound.ABOUT in (a.value.bound, b.value.bound) and abs(minutes) <= SHORTLY:
        return Verdict.COMPATIBLE, "compatible.about", "'about' admits both"
    unsettled = zones.apart(a.value.zone, b.value.zone) is None
    if a.value.zone != b.value.zone and unsettled and minutes % 30 == 0:
        # 0737 GMT and 2:37 p.m. without a zone: a whole number of half hours apart
        return Verdict.COMPATIBLE, "compatible.zone", "they may be one moment in two zones"
    return Verdict.CONFLICT, "conflict.else", "they are not one moment"


def _open(a: TimeClaim, b: TimeClaim) -> bool:
    """Whether one of two points of time is a bound: after six, by noon."""
    bounds = {a.value.bound, b.value.bound}
    return not (a.value.until or b.value.until) and not bounds.isdisjoint((*FLOORS, *CEILINGS))


def _within(a: TimeClaim, b: TimeClaim, minutes: int) -> bool:
    """Whether the reaches of both meet, `b` being stated so many minutes after `a`."""
    (here_low, here_high), (low, high) = _reach(a), _reach(b)
    return here_low <= minutes + high and minutes + low <= here_high


def _reach(claim: TimeClaim) -> tuple[int, int]:
    """From how many minutes before the stated time to how many after it the true one may lie."""
    bound = claim.value.bound
    if bound is Bound.ABOUT:
        return -SHORTLY, SHORTLY
    return -_DAY // 2 * (bound in CEILINGS), _DAY // 2 * (bound in FLOORS)


def _minutes(text: str) -> int:
    hour, minute, *_ = text.split(":")
    return int(hour) * 60 + int(minute)


def _shift(a: TimeClaim, b: TimeClaim) -> int:
    apart = zones.apart(a.value.zone, b.value.zone)
    return round(apart.total_seconds() / 60) if apart is not None else 0


def _apart(a: TimeClaim, b: TimeClaim) -> int:
    """Minutes by which `b` is later than `a`, the shorter way round the clock."""
    gap = (_minutes(b.value.time) - _minutes(a.value.time) + _shift(a, b)) % _DAY
    return gap - _DAY if gap > _DAY // 2 else gap


def _overlap(a: TimeClaim, b: TimeClaim) -> bool:
    shift = _shift(a, b)
    start, end = _minutes(a.value.time), _minutes(a.value.until or a.value.time)
    low, high = (_minutes(t) + shift for t in (b.value.time, b.value.until or b.value.time))
    return bool(a.value.until or b.value.until) and start <= high and low <= end
