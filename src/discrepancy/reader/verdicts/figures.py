"""Figures and quotations whose measurand a reader decides; whether they agree the ladder says."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.alignment.measurands import quantities
from discrepancy.alignment.sayings import quotes
from discrepancy.alignment.weights import shipped
from discrepancy.claims import Claim, QuantityClaim, QuoteClaim
from discrepancy.comparison import judging
from discrepancy.finding import Comparison, Evidence, Finding, Verdict
from discrepancy.group import Group, Link
from discrepancy.reader.checks.answers import MeasuredAnswer
from discrepancy.reader.checks.said import Stated, worth
from discrepancy.reader.checks.statements import Statement
from discrepancy.reader.verdicts import values
from discrepancy.reader.verdicts.sides import Pair
from discrepancy.reader.verdicts.values import Ladder
from discrepancy.source import Source
from discrepancy.span import Span

BELOW = 0.6
"""By how much a pair may miss the threshold of alignment and still be asked about."""

UNDECIDED = 8
"""Such pairs of one story that are asked about, nearest to the threshold first."""

REWORDED = 5
"""Pairs of quotations of one story that are asked about, the likest first."""

LIKE = 0.4
"""Least share of content words in common of two quotations that are asked about."""

SHARED = 3
"""Least number of these words: "highly concerning" is said by many of many things."""

Both = tuple[Claim, Claim]


def undecided(sources: Sequence[Source], claims: Sequence[Claim]) -> Iterator[Both]:
    """Pairs of figures of two documents that the rules nearly took for one measurand."""
    weights = shipped()
    chosen = [claim for claim in claims if isinstance(claim, QuantityClaim)]
    found: list[tuple[float, Both]] = []
    for _, candidates in quantities.blocks(sources, chosen, weights):
        for a, b, one, other, told in candidates:
            weight = weights.weigh(told)
            near = weights.threshold - BELOW <= weight < weights.threshold
            if near and a.value != b.value and one.claim.source != other.claim.source:
                found.append((-weight, (one.claim, other.claim)))
    yield from _nearest(found)


def reworded(claims: Sequence[Claim]) -> Iterator[Both]:
    """Pairs of quotations of two documents that the rules took for two remarks, if alike."""
    chosen = [claim for claim in claims if isinstance(claim, QuoteClaim)]
    found: list[tuple[float, Both]] = []
    for a, b in quotes.candidates(chosen):
        if a.source == b.source or quotes.same_utterance(a, b) or quotes.speak_apart(a, b):
            continue
        here, there = quotes.content(a), quotes.content(b)
        alike = 2 * len(here & there) / (len(here) + len(there))
        if len(here & there) >= SHARED and alike >= LIKE:
            found.append((-alike, (a, b)))
    yield from _nearest(found)


def _nearest(found: list[tuple[float, Both]]) -> Iterator[Both]:
    found.sort(key=lambda pair: (pair[0], *map(place, pair[1])))
    return (pair for _, pair in found)


def place(claim: Claim) -> tuple[str, Span]:
    """A document and where in it a claim stands."""
    return claim.source, claim.span


def figures_of(pair: Pair) -> tuple[Stated, Stated] | None:
    """The one figure of each statement that the other lacks, if the two are of one kind.

    "Eight crews fought the fire" and "eight crews stood by" differ in words alone.
    """
    left, right = _beyond(pair.a, pair.b), _beyond(pair.b, pair.a)
    kinds = Counter(figure.kind for figure in left) & Counter(figure.kind for figure in right)
    for kind in ("quantity", "date", "time"):
        mine = [figure for figure in left if figure.kind == kind]
        theirs = [figure for figure in right if figure.kind == kind]
        if len(kinds) == 1 and len(mine) == len(theirs) == 1:
            return mine[0], theirs[0]
    return None


def _beyond(one: Statement, other: Statement) -> list[Stated]:
    known = {(figure.kind, worth(figure), _bound(figure)) for figure in other.figures}
    return [f for f in one.figures if (f.kind, worth(f), _bound(f)) not in known]


def _bound(figure: Stated) -> str:
    """The bound of a date or time, which makes it another answer: by noon, after noon."""
    return str(getattr(figure, "bound", "")) if figure.kind == "date" else ""


def judge(
    asked: Mapping[str, Both],
    answers: Mapping[str, MeasuredAnswer],
    sources: Sequence[Source],
    ladder: Ladder,
) -> tuple[Finding, ...]:
    """The findings of the ladder on what a reader takes for one measurand, or a part of it."""
    groups = [
        Group(a.kind, (a, b), (link,))
        for name, (a, b) in asked.items()
        if name in answers and (link := _link(a, b, answers[name].measurand, ladder))
    ]
    return tuple(f for f in judging.judge(groups, sources, ladder.compare) if f.verdict.flagged)


def _link(a: Claim, b: Claim, measurand: str, ladder: Ladder) -> Link | None:
    found: Comparison | None = None
    if measurand == "same":
        found = ladder.compared(a, b)
    elif measurand != "other":
        found = of_part(b, a) if measurand == "b is part of a" else of_part(a, b)
        if measurand == "part" and found.verdict is Verdict.CONFLICT:
            found = _SCOPE  # whose part it is was not told
    if found is None:
        return None
    told = Evidence(
        level=f"reader.{a.kind}.{measurand.replace(' ', '_')}",
        weight=0.0,
        because="the reader takes the two for one measurand, or the one for a part of the other",
    )
    return Link(a, b, 0.0, (told,), judged=found)


def of_part(part: Claim, whole: Claim) -> Comparison:
    """A part and its whole are two measurands, unless the part is the larger of the two."""
    if values.part_above_whole(part, whole):
        level = "quantity.conflict.part_above_whole"
        because = "the reader takes it for a part, and it is larger than its whole"
        return Comparison(verdict=Verdict.CONFLICT, level=level, because=because)
    return _SCOPE


_SCOPE = Comparison(
    verdict=Verdict.SCOPE,
    level="quantity.scope.context",
    because="the reader takes one for a part of the other",
)
