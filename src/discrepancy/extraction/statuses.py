"""Assertions without a figure, of the kinds that rules can read; see data/scales.toml."""

from collections.abc import Iterator

from discrepancy.claim import Claim, StatusClaim
from discrepancy.source import Source


def read(source: Source, claims: tuple[Claim, ...]) -> Iterator[StatusClaim]:
    """One claim for each phrase of a scale."""
    yield from ()
