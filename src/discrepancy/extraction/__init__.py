"""From one laid-out source to its claims: an ordered list of extractors, then their context.

An extractor is a plain function: it gets the source and the claims that the extractors before
it have read (so that the figure reader leaves dates alone), and returns claims of its own,
with `context` still None.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module

from discrepancy.claim import Claim
from discrepancy.errors import RefusedClaim
from discrepancy.source import Source

Extractor = Callable[[Source, tuple[Claim, ...]], Iterable[Claim]]

_log = logging.getLogger(__name__)


def _tolerant() -> tuple[Extractor, ...]:  # TEMPORARY until all rooms stand
    found = []
    for name in ("dates", "times", "quantities", "quotes", "statuses", "names"):
        try:
            found.append(import_module(f"discrepancy.extraction.{name}").read)
        except (ImportError, AttributeError) as error:
            if "discrepancy" not in str(error) and "read" not in str(error):
                raise
    return tuple(found)


EXTRACTORS: tuple[Extractor, ...] = _tolerant()


def extract(source: Source, extractors: Sequence[Extractor] = EXTRACTORS) -> tuple[Claim, ...]:
    """All claims of a laid-out source, in text order, each with its context.

    Raises:
        RefusedClaim: an extractor returned a claim whose words are not in the source.
    """
    claims: tuple[Claim, ...] = ()
    for extractor in extractors:
        found = tuple(verbatim(claim, source) for claim in extractor(source, claims))
        claims += found
    try:
        from discrepancy.extraction import context
    except ImportError:
        return tuple(sorted(claims, key=lambda claim: claim.span))
    return context.situate(source, claims)


def verbatim(claim: Claim, source: Source) -> Claim:
    """The claim itself, if its words stand in the source at its span.

    Raises:
        RefusedClaim: they do not.
    """
    if claim.source != source.id or claim.span.of(source.text) != claim.text or not claim.text:
        raise RefusedClaim(
            f"{source.id}:{claim.span.start}: a claim reads {claim.text!r}, "
            f"the text has {claim.span.of(source.text)!r}"
        )
    return claim
