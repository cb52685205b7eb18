"""Do these claims speak of the same thing? One aligner for each kind of claim.

Whether the aligned claims can both be right is another question, and another room's
(`comparison`).
"""

from collections.abc import Callable, Sequence

from discrepancy.alignment import dates, names, quantities, quotes, statuses, times
from discrepancy.claim import Claim
from discrepancy.group import Group, Link
from discrepancy.source import Source

Align = Callable[[Sequence[Source], Sequence[Claim]], Sequence[Group]]

ALIGNERS = (
    ("quantity", quantities.align),
    ("date", dates.align),
    ("time", times.align),
    ("quote", quotes.align),
    ("status", statuses.align),
    ("name", names.align),
)

__all__ = ["Align", "Group", "Link", "align"]


def align(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    figures: Callable[..., Sequence[Group]] = quantities.align,
) -> tuple[Group, ...]:
    """The groups of claims of a story that speak of one thing, kind by kind."""
    found: tuple[Group, ...] = ()
    for kind, aligner in ALIGNERS:
        chosen = figures if kind == "quantity" else aligner
        found += tuple(chosen(sources, [claim for claim in claims if claim.kind == kind]))
    return found
