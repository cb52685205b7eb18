"""From one laid-out source to its claims: an ordered list of extractors, then their context.

An extractor is a plain function: it gets the source and the claims that the extractors before
it have read (so that the figure reader leaves dates alone), and returns claims of its own,
with `context` still None.
"""

from collections.abc import Callable, Iterable

from discrepancy.claim import Claim
from discrepancy.source import Source

Extractor = Callable[[Source, tuple[Claim, ...]], Iterable[Claim]]
