"""Stub."""

from discrepancy.claim import NameClaim
from discrepancy.finding import Comparison


def compare(a: NameClaim, b: NameClaim) -> Comparison | None:
    """Nothing yet."""
    return None
