"""Do these claims speak of the same thing? One aligner for each kind of claim.

Whether the aligned claims can both be right is another question, and another room's
(`comparison`).
"""

from collections.abc import Callable, Sequence
from functools import partial

from discrepancy.alignment import company, dates, statuses, times
from discrepancy.alignment.measurands import quantities
from discrepancy.alignment.measurands.rates import Rates
from discrepancy.alignment.naming import names
from discrepancy.alignment.sayings import quotes, two_speakers
from discrepancy.claims import (
    Claim,
    DateClaim,
    NameClaim,
    QuantityClaim,
    StatusClaim,
    TimeClaim,
)
from discrepancy.group import Group, Link
from discrepancy.source import Source

Align = Callable[[Sequence[Source], Sequence[Claim]], Sequence[Group]]

__all__ = ["Align", "Group", "Link", "align"]


def align(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    figures: Callable[..., Sequence[Group]] = quantities.align,
    rates: Rates | None = None,
) -> tuple[Group, ...]:
    """The groups of claims of a folder that speak of one thing, story by story, kind by kind.

    Args:
        sources: the documents.
        claims: what was read from them.
        figures: what groups figures.
        rates: rates by which currencies meet, beside those that the texts state.
    """
    known = partial(figures, desk=rates) if rates else figures
    return tuple(
        group
        for story in company.stories(sources)
        for group in _story(story, _of(story, claims), known)
    )


def _of(story: Sequence[Source], claims: Sequence[Claim]) -> list[Claim]:
    names = {source.id for source in story}
    return [claim for claim in claims if claim.source in names]


def _story(
    sources: Sequence[Source], claims: Sequence[Claim], figures: Callable[..., Sequence[Group]]
) -> tuple[Group, ...]:
    return (
        *figures(sources, [claim for claim in claims if isinstance(claim, QuantityClaim)]),
        *dates.align(sources, [claim for claim in claims if isinstance(claim, DateClaim)]),
        *times.align(sources, [claim for claim in claims if isinstance(claim, TimeClaim)]),
        *quotes.align(sources, claims),
        *two_speakers.groups(sources, claims),
        *statuses.align(sources, [claim for claim in claims if isinstance(claim, StatusClaim)]),
        *names.align(sources, [claim for claim in claims if isinstance(claim, NameClaim)]),
    )
