"""Stub."""

from discrepancy.claim import StatusClaim
from discrepancy.finding import Comparison


def compare(a: StatusClaim, b: StatusClaim) -> Comparison | None:
    """Nothing yet."""
    return None
