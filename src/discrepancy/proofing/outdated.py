"""What was right, and is no longer: a later source has moved on.

"5" stood in Tuesday's sources, and Wednesday's say "22": a draft that has "5" as the last word is
outdated. Only what moves is: tolls, counts of votes, ages, states on an ordered scale. Whether one
claim of the sources updates another is what the ladder says of the two.
"""

from dataclasses import replace

from discrepancy import comparison, tables
from discrepancy.calendar import edtf
from discrepancy.claims import Category, Claim, QuantityClaim, StatusClaim
from discrepancy.comparison.figures.motion import as_of_order
from discrepancy.finding import Comparison, Verdict
from discrepancy.proofing.ground import Ground, Match
from discrepancy.proofing.told import Told, one_bearer
from discrepancy.proofing.valued import Candidates
from discrepancy.words import scales, tokens

LATER = 0.28
"""How near a later source must speak to the draft's words, and to those of the source that the
draft followed."""

GROWN = 2
"""How many times as large a count that is added to may be a day later."""

MEANT = 0.12
"""How near a source must speak for its value to be the draft's, and not by chance the same."""


def moved_on(draft: Told, found: Candidates, ground: Ground) -> Match | None:
    """The claim of a later source that has left the draft's value behind; None: it still stands.

    It still stands where one source of that day or later, or of an unknown day, has it too, and
    where the draft itself tells it of the earlier day.
    """
    own = [match for match in found.same if match.near >= MEANT]
    if not own or any(_looks_back(draft.claim, match.claim) for match in own):
        return None
    for match in found.other:
        if match.near < LATER or as_of_order(draft.claim, match.claim) > 0:
            continue
        moved = [_moved(earlier, match, ground) for earlier in own]
        if moved[0] and all(moved):
            return replace(match, compared=moved[0])
    return None


def ended(draft: Told, found: Candidates) -> Match | None:
    """What ended a state that the draft says goes on: "is still in hospital", and they left it.

    Whoever is meant: where the last sources that speak of such a state all tell one thing, the
    draft's bearer is theirs.
    """
    claim = draft.claim
    assert isinstance(claim, StatusClaim)
    spoken = {token.lower for token in tokens(claim.text)}
    if not draft.bearer or spoken.isdisjoint(tables.words("proofing", "lasting")):
        return None
    days = [match for match in (*found.same, *found.other) if _day(match.claim)]
    last = max((_day(match.claim) or "" for match in days), default="")
    latest = [match for match in days if _day(match.claim) == last]
    if not found.same or len(days) < len(found.same) + len(found.other):
        return None
    ends = [match for match in latest if match in found.other]
    return ends[0] if ends and len(ends) == len(latest) else None


def _day(claim: Claim) -> str | None:
    return claim.context.as_of if claim.context else None


def _looks_back(draft: Claim, earlier: Claim) -> bool:
    """Whether the draft tells it of the source's own day: "on Tuesday five had died"."""
    event = draft.context.event if draft.context else None
    day = earlier.context.as_of if earlier.context else None
    dated = event is not None and event[:4].isdigit()
    return bool(dated and event and day and edtf.overlap(event, day))


def _moved(earlier: Match, later: Match, ground: Ground) -> Comparison | None:
    """How one claim of a source is the later state of what another tells; None: it is not."""
    a, b = earlier.claim, later.claim
    if a.source == b.source or as_of_order(a, b) <= 0 or _narrowed(a) != _narrowed(b):
        return None
    if ground.weights.near(earlier.told, later.told) < LATER:
        return None
    if not _one_person(earlier.told, later.told) or _stays_true(a, b):
        return None
    compared = comparison.compare(a, b)
    return compared if compared.verdict is Verdict.UPDATE or _adds_up(a, b) else None


def _adds_up(earlier: Claim, later: Claim) -> bool:
    """Whether the later is what the earlier came to: "bringing the total to 27"."""
    if not isinstance(earlier, QuantityClaim) or not isinstance(later, QuantityClaim):
        return False
    marks = later.context.qualifiers if later.context else ()
    one_unit = bool(earlier.value.unit) and earlier.value.unit == later.value.unit
    grown = earlier.value.low < later.value.low <= earlier.value.low * GROWN
    return "total" in marks and one_unit and grown


def _stays_true(earlier: Claim, later: Claim) -> bool:
    """Whether the later state leaves the earlier one true: who is convicted was charged."""
    if not isinstance(earlier, StatusClaim) or not isinstance(later, StatusClaim):
        return False
    stage = earlier.level > 0
    return stage and [earlier.level, later.level] != list(scales.scale(earlier.scale).opposed)


def _one_person(a: Told, b: Told) -> bool:
    """Whether two ages are said of one name; any other figure passes."""
    claim = a.claim
    aged = isinstance(claim, QuantityClaim) and claim.category is Category.AGE
    return not aged or one_bearer(a.bearer, b.bearer)


def _narrowed(claim: Claim) -> frozenset[str]:
    """The words that narrow what is counted, those that say it goes on left out."""
    marks = claim.context.qualifiers if claim.context else ()
    return frozenset(mark for mark in marks if not mark.startswith(("moving", "total")))
