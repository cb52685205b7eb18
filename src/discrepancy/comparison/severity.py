"""How high on the page a finding belongs: verdict, size of the difference, independent sources."""

from collections.abc import Iterable, Sequence
from math import log1p

from discrepancy.claims import Claim
from discrepancy.comparison import wire
from discrepancy.comparison.rulings import Ruled
from discrepancy.comparison.wire import Copies
from discrepancy.finding import Verdict

_VERDICT = {Verdict.CONFLICT: 30.0, Verdict.UPDATE: 20.0, Verdict.SCOPE: 10.0}
_KIND = {"quantity": 4.0, "date": 3.5, "time": 3.0, "status": 3.0, "quote": 2.0, "name": 1.5}


def severity_of(
    kind: str,
    verdict: Verdict,
    gravest: Ruled | None,
    readings: Iterable[Sequence[Claim]],
    copies: Copies,
) -> float:
    """A number that orders findings; only its order means anything."""
    sides = [{claim.source for claim in claims} for claims in readings]
    support = sum(log1p(_independent(side, copies)) for side in sides)
    difference = abs(gravest.difference) if gravest and gravest.difference else 0.0
    size = min(2.0, log1p(difference)) if kind == "quantity" else 0.5
    return round(_VERDICT.get(verdict, 0.0) + _KIND.get(kind, 0.0) + size + support, 3)


def _independent(ids: Iterable[str], copies: Copies) -> int:
    """How many sources are no near copy of another; of many, by the share among the first."""
    told = sorted(ids)
    kept: list[str] = []
    for name in told[: wire.MOST]:
        if not any(copies.are(name, other) for other in kept):
            kept.append(name)
    return round(len(kept) * max(1, len(told) / wire.MOST))
