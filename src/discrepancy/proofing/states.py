"""A status of the draft on a known scale: does a source say so, of the same thing?"""

from discrepancy import comparison
from discrepancy.finding import Comparison
from discrepancy.item import Status
from discrepancy.proofing import outdated
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import Held
from discrepancy.proofing.told import Told
from discrepancy.proofing.valued import ALIKE, borne_out, candidates, differs

COMPASS, BEARING = "status.conflict.direction", 0.1
"""How near a source must speak for its "south of Norby" to be of the thing that is north there."""


def hold(draft: Told, ground: Ground) -> Held:
    """What the sources make of a status of the draft."""
    found = candidates(draft, ground, _judged)
    if later := outdated.moved_on(draft, found, ground) or outdated.ended(draft, found):
        because = "a later source has moved on"
        return differs(draft, later, ground, "status.differs.outdated", because, found.same[:2])
    if found.same and found.same[0].compared.verdict == "agreement":
        return borne_out(draft, found, ground)
    least = BEARING if found.other and found.other[0].compared.level == COMPASS else ALIKE
    if found.other and found.other[0].near >= least and not found.same:
        return differs(draft, found.other[0], ground, "status.differs.else")
    because = f'No source says "{draft.claim.text}" in words that the rules can read.'
    return Held(Status.OPEN, "status.open", because)


def _judged(draft: Told, other: Told) -> Comparison | None:
    return comparison.compare(draft.claim, other.claim)
