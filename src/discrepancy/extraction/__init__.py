"""From one laid-out source to its claims: an ordered list of extractors, then their context.

An extractor is a plain function: it gets the source and the claims that the extractors before
it have read (so that the figure reader leaves dates alone), and returns claims of its own,
with `context` still None.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from discrepancy.claims import Claim
from discrepancy.errors import RefusedClaim
from discrepancy.extraction import context, dates, figures, names, quotes, statuses, times
from discrepancy.extraction.names import entities
from discrepancy.source import Source

Extractor = Callable[[Source, tuple[Claim, ...]], Iterable[Claim]]


EXTRACTORS: tuple[Extractor, ...] = (
    dates.read,
    times.read,
    figures.read,
    quotes.read,
    statuses.read,
    names.read,
)
"""In this order: a figure inside a date or a time that was read before is not read again."""


MOST = entities.MOST
"""Claims of one kind that are read of one text, as of namings; that there are more is told."""


def extract(source: Source, extractors: Sequence[Extractor] = EXTRACTORS) -> tuple[Claim, ...]:
    """All claims of a laid-out source, in text order, each with its context.

    Of more than MOST that one extractor finds in a text, the first are read.

    Raises:
        RefusedClaim: an extractor returned a claim whose words are not in the source.
    """
    claims: tuple[Claim, ...] = ()
    for extractor in extractors:
        found = islice(extractor(source, claims), MOST)
        claims += tuple(verbatim(claim, source) for claim in found)
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
