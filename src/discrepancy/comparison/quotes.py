"""Stub."""

from discrepancy.claim import QuoteClaim
from discrepancy.finding import Comparison


def compare(a: QuoteClaim, b: QuoteClaim) -> Comparison | None:
    """Nothing yet."""
    return None
