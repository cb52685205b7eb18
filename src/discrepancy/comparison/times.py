"""Can two clock times of one moment both be right? Stated zones are brought to UTC first."""

from datetime import timedelta

from discrepancy import zones
from discrepancy.claim import Bound, TimeClaim
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
    if minutes == 0:
        return Verdict.ROUNDING, "rounding.zone", "the same moment in two zones"
    if _overlap(a, b):
        return Verdict.COMPATIBLE, "compatible.part", "one time lies in the other's part of the day"
    if Bound.ABOUT in (a.value.bound, b.value.bound) and abs(minutes) <= SHORTLY:
        return Verdict.COMPATIBLE, "compatible.about", "'about' admits both"
    if a.value.zone != b.value.zone and None in (_offset(a), _offset(b)) and minutes % 30 == 0:
        # 0737 GMT and 2:37 p.m. without a zone: a whole number of half hours apart
        return Verdict.COMPATIBLE, "compatible.zone", "they may be one moment in two zones"
    return Verdict.CONFLICT, "conflict.else", "they are not one moment"


def _offset(claim: TimeClaim) -> timedelta | None:
    return zones.offset(claim.value.zone)


def _minutes(text: str) -> int:
    hour, minute, *_ = text.split(":")
    return int(hour) * 60 + int(minute)


def _shift(a: TimeClaim, b: TimeClaim) -> int:
    here, there = _offset(a), _offset(b)
    if here is None or there is None:
        return 0
    return round((here - there).total_seconds() / 60)


def _apart(a: TimeClaim, b: TimeClaim) -> int:
    """Minutes by which `b` is later than `a`, the shorter way round the clock."""
    gap = (_minutes(b.value.time) - _minutes(a.value.time) + _shift(a, b)) % _DAY
    return gap - _DAY if gap > _DAY // 2 else gap


def _overlap(a: TimeClaim, b: TimeClaim) -> bool:
    shift = _shift(a, b)
    start, end = _minutes(a.value.time), _minutes(a.value.until or a.value.time)
    low, high = (_minutes(t) + shift for t in (b.value.time, b.value.until or b.value.time))
    return bool(a.value.until or b.value.until) and start <= high and low <= end
