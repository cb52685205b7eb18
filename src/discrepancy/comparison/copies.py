"""One sentence in two prints: a hedge that both print alike excuses no other figure or date.

"At least 50 were hurt" and "at least 150 were hurt" may both be right where two observers say so.
Where two texts print one sentence, one of them has it wrong, or has it later.

Of two claims in two texts, one of which also prints the sentence of the other, that text alone
tells both: they are compared inside it, and a copy of it says nothing new.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from discrepancy.claims import CEILINGS, FLOORS, Claim, DateClaim, QuantityClaim
from discrepancy.comparison import wire
from discrepancy.comparison.figures.motion import moves
from discrepancy.comparison.rulings import Ruled, instead
from discrepancy.finding import Verdict
from discrepancy.group import Group, Link
from discrepancy.source import Source

SLOT = "same_slot"
"""The evidence that two claims stand in one place of near-identical sentences."""

_OPEN = FLOORS + CEILINGS

Print = Callable[[Claim], object]
"""What a claim says, of which day, in the words of its sentence; None where it stands in none."""


def prints(sources: Mapping[str, Source]) -> Print:
    """What the claims of some sources say as it is printed there."""

    def printed(claim: Claim) -> object:
        source, context = sources.get(claim.source), claim.context
        if source is None or context is None or not context.sentence:
            return None
        return claim.text, context.as_of, wire.printed(source, context.sentence)

    return printed


def apart(
    left: Sequence[Claim], right: Sequence[Claim], printed: Print
) -> Callable[[Claim, Claim], bool]:
    """Whether two claims of two readings stand in two texts, neither of which prints both."""
    both = {claim.source for claim in left} & {claim.source for claim in right}
    if not both:
        return lambda a, b: True
    told = {id(claim): printed(claim) for claim in (*left, *right)}
    here, there = ({(one.source, told[id(one)]) for one in side} for side in (left, right))

    def are_apart(a: Claim, b: Claim) -> bool:
        if a.source == b.source:
            return True  # nothing else tells how the two stand to each other
        one, other = told[id(a)], told[id(b)]
        a_again, b_again = (b.source, one) in here, (a.source, other) in there
        return not (one is not None and a_again) and not (other is not None and b_again)

    return are_apart


def together(groups: Iterable[Group], printed: Print) -> tuple[Group, ...]:
    """The groups; where two texts part from themselves in the same words, both in one group."""
    found: dict[object, Group] = {}
    for number, group in enumerate(groups):
        key = _alone(group, printed) or number
        first = found.get(key)
        if first is None:
            found[key] = group
        else:
            claims, parted = (*first.claims, *group.claims), first.parted | group.parted
            found[key] = replace(first, claims=claims, parted=parted)
    return tuple(found.values())


def _alone(group: Group, printed: Print) -> object:
    """What one text tells against itself, in its words; None where more than one speaks."""
    if len(group.claims) < 2 or len({claim.source for claim in group.claims}) > 1:
        return None
    said = [printed(claim) for claim in group.claims]
    why = [(link.judged and link.judged.level, link.scope) for link in group.links]
    return None if None in said else (group.kind, tuple(said), tuple(why))


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
