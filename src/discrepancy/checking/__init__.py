"""What is wrong beyond pairs of equal measurands: a part above its whole, a conversion that fails.

A check is a plain function from sources and claims to groups whose links bear their verdict.
"""

from collections.abc import Callable, Sequence

from discrepancy.checking import containment, conversions, spells
from discrepancy.claim import Claim
from discrepancy.group import Group
from discrepancy.source import Source

Check = Callable[[Sequence[Source], Sequence[Claim]], Sequence[Group]]

CHECKS: tuple[Check, ...] = (conversions.check, containment.check, spells.check)


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """The groups that the checks find, in the order of CHECKS."""
    return tuple(group for one in CHECKS for group in one(sources, claims))
