"""Figures, dates and times held against those of the sources: borne out, otherwise, not found.

Three questions, in this order. Does a source give this value of the same thing? That is the easy
one: the value itself is half of the answer, the more so the rarer it is. Does a source give
another value of the same thing, in words much nearer to the draft's? Then the value was taken
from elsewhere: crossed. Does no source give it, but one speaks of the same thing? Then it differs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from discrepancy.finding import Comparison, Verdict
from discrepancy.item import Status
from discrepancy.proofing.ground import OTHER, SAME, Ground, Match
from discrepancy.proofing.held import Held, quoted, told_against
from discrepancy.proofing.told import Told, value_of

Judge = Callable[[Told, Told], Comparison | None]
"""Compares a claim of the draft with one of a source; None: the two are never of one thing."""

ALIKE = 0.22
"""How near a source must speak for what it tells otherwise to be of the same thing."""

OTHERWISE = 0.4
"""How near a source must speak to be told as saying otherwise of what another bears out."""

CROSSED, TIMES, WEAK = 0.14, 2.3, 0.3
"""A value is taken from elsewhere where another is told so much nearer to the draft's words, so
many times as near, and the draft's own value no nearer than WEAK."""

SHARED = 2
"""Words that a draft's sentence and another's must share for a value to be crossed: one word is
hardly the same news ("The roof came down on Wednesday", "They were to come on Friday")."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The claims of the sources that a claim may be of one thing with, the nearest first."""

    same: tuple[Match, ...]
    other: tuple[Match, ...]


def candidates(draft: Told, ground: Ground, judge: Judge) -> Candidates:
    """The sources' claims of this kind, told apart by whether they give the same."""
    same, other = [], []
    for one in ground.likely(draft):
        compared = judge(draft, one)
        if compared is None or compared.verdict is Verdict.SCOPE:
            continue
        match = Match(one, compared, ground.weights.near(draft, one))
        if compared.verdict in SAME:
            same.append(match)
        elif compared.verdict in OTHER:
            other.append(match)
    return Candidates(*(tuple(sorted(found, key=_nearest)) for found in (same, other)))


def _nearest(match: Match) -> tuple[float, str, int]:
    return -match.near, match.claim.source, match.claim.span.start


def borne_out(draft: Told, found: Candidates, ground: Ground) -> Held:
    """A source says so; and which say otherwise of the same."""
    best = min(found.same[:5], key=lambda match: (SAME.index(match.compared.verdict), -match.near))
    because = told_against(draft, best.told, best.compared, ground.by_id)
    against = [m for m in found.other if m.near > max(OTHERWISE, best.near)][:1]
    if against:
        told = against[0]
        other = told_against(draft, told.told, told.compared, ground.by_id)
        because += f" But: {other}"
    evidence = quoted((best, *found.same, *against))
    return Held(Status.BORNE_OUT, best.compared.level, because, evidence)


def crossed(draft: Told, found: Candidates, least: float = 0.2) -> Match | None:
    """The claim that is so much nearer than the draft's own value that this is taken from it."""
    if not found.same or not found.other:
        return None
    own, other = found.same[0].near, found.other[0]
    shared = draft.sentence & (other.told.sentence | other.told.around)
    if len(shared) < SHARED and not draft.bearer & other.told.bearer:
        return None
    if value_of(other.claim) in draft.values:
        return None  # the draft gives this too, of something else
    apart = other.near - own
    if all(match.compared.verdict is Verdict.COMPATIBLE for match in found.same):
        # "tens of thousands" admits "10,000", and no source that says so speaks of the draft's
        return other if other.near >= OTHERWISE and apart >= CROSSED else None
    if own > WEAK or other.near < least or apart < CROSSED or other.near < TIMES * own:
        return None
    return other


def differs(
    draft: Told,
    nearest: Match,
    ground: Ground,
    level: str,
    slip: str = "",
    more: Sequence[Match] = (),
) -> Held:
    """Sources speak of the same thing, and none says this."""
    because = told_against(draft, nearest.told, nearest.compared, ground.by_id)
    if slip:
        because = f"{because[:-1]}; {slip}."
    return Held(Status.DIFFERS, level, because, quoted((nearest, *more)))
