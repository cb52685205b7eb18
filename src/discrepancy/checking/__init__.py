"""What is wrong beyond pairs of equal measurands: a part above its whole, a conversion that fails.

A check is a plain function from sources and claims to groups whose links bear their verdict.
"""

from collections.abc import Callable, Sequence

from discrepancy.checking import (
    containment,
    conversions,
    days,
    ends,
    lives,
    shares,
    slips,
    spells,
    sums,
)
from discrepancy.claims import Claim
from discrepancy.group import Group
from discrepancy.source import Source

Check = Callable[[Sequence[Source], Sequence[Claim]], Sequence[Group]]

CHECKS: tuple[Check, ...] = (
    conversions.check,
    containment.check,
    spells.check,
    sums.check,
    shares.check,
    slips.check,
    days.check,
    lives.check,
    ends.check,
)


def check(
    sources: Sequence[Source], claims: Sequence[Claim], aligned: Sequence[Group] = ()
) -> tuple[Group, ...]:
    """The groups that the checks find, in the order of CHECKS.

    Claims that alignment has put into one group are compared there, and not told twice.
    """
    homes = [{id(claim) for claim in group.claims} for group in aligned]
    return tuple(
        group
        for one in CHECKS
        for group in one(sources, claims)
        if not any({id(claim) for claim in group.claims} <= home for home in homes)
    )
