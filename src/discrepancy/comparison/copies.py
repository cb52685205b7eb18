"""One sentence in two prints: a hedge that both print alike excuses no other figure or date.

"At least 50 were hurt" and "at least 150 were hurt" may both be right where two observers say so.
Where two texts print one sentence, one of them has it wrong, or has it later.
"""

from discrepancy.claims import CEILINGS, FLOORS, Claim, DateClaim, QuantityClaim
from discrepancy.comparison.motion import moves
from discrepancy.comparison.rulings import Ruled, instead
from discrepancy.finding import Verdict
from discrepancy.group import Link

SLOT = "same_slot"
"""The evidence that two claims stand in one place of near-identical sentences."""

_OPEN = FLOORS + CEILINGS


def misprinted(found: Ruled, link: Link) -> Ruled:
    """The verdict on two linked claims, sharper where one sentence prints one hedge with both."""
    a, b = link.a, link.b
    slot = any(evidence.level == SLOT for evidence in link.evidence)
    if found.verdict is not Verdict.COMPATIBLE or not slot or not _one_hedge(a, b):
        return found
    if isinstance(a, QuantityClaim) and moves(a):
        because = "one sentence is printed with two figures, of a kind that moves"
        return instead(found, Verdict.UPDATE, f"{a.kind}.update.print", because)
    because = "one sentence is printed with both, and one hedge"
    return instead(found, Verdict.CONFLICT, f"{a.kind}.conflict.print", because)


def _one_hedge(a: Claim, b: Claim) -> bool:
    if isinstance(a, QuantityClaim) and isinstance(b, QuantityClaim):
        return a.value.bound is b.value.bound and a.value.bound in _OPEN
    if isinstance(a, DateClaim) and isinstance(b, DateClaim):
        return a.bound is b.bound and a.bound in _OPEN and not _of_two_days(a, b)
    return False


def _of_two_days(a: DateClaim, b: DateClaim) -> bool:
    """Whether a sentence was printed anew on another day: "by Tuesday", "by Wednesday"."""
    one, other = (claim.context and claim.context.as_of for claim in (a, b))
    return bool(one and other and one != other)
