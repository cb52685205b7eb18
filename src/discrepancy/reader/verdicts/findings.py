"""From judged pairs to findings: one for each question, in the words of the sources."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from discrepancy.claims import TextValue
from discrepancy.finding import Citation, Disagreement, Evidence, Finding, Reading, Value, Verdict
from discrepancy.reader.checks.said import Stated, worth
from discrepancy.reader.checks.statements import Place, Statement
from discrepancy.reader.verdicts.judged import Judged
from discrepancy.reader.verdicts.matters import known
from discrepancy.reader.verdicts.sides import Pair, told_twice

FINDINGS = 60
"""Findings of a reader that are shown of one story."""

_GRAVITY = {Verdict.CONFLICT: 30.0, Verdict.UPDATE: 20.0, Verdict.SCOPE: 10.0}
_NAMING = ("who", "which")


def judge_findings(
    judged: Iterable[Judged], rules: Sequence[Finding], origin: str
) -> tuple[tuple[Finding, ...], int]:
    """One finding for each question of which a pair is flagged, gravest first.

    Returns:
        The findings, and how many pairs the rules or another question tell already.
    """
    by_matter: dict[int, list[Judged]] = {}
    told: list[Judged] = []
    again = 0
    for one in judged:
        if not one.verdict.flagged:
            continue
        if _is_told(one, told) or known(*places(one), rules):
            again += 1
            continue
        told.append(one)
        by_matter.setdefault(id(one.pair.matter), []).append(one)
    found = [_finding(flagged, origin) for flagged in by_matter.values()]
    ranked = sorted(found, key=lambda finding: (-finding.severity, finding.id))
    return tuple(_told_apart(ranked[:FINDINGS])), again


def places(one: Judged) -> tuple[Place, Place]:
    """Where the two sides stand: their figures, where these were judged."""
    if one.figures:
        a, b = one.figures
        return (a.source, a.span), (b.source, b.span)
    return one.pair.a.place, one.pair.b.place


def _is_told(one: Judged, told: Sequence[Judged]) -> bool:
    """Whether another question tells it, with all who give the two answers."""
    return any(
        other.pair.matter is not one.pair.matter
        and other.verdict is one.verdict
        and told_twice(one.pair, other.pair)
        for other in told
    )


def _told_apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """Two questions on the same words get two ids."""
    seen: Counter[str] = Counter()
    for finding in found:
        seen[finding.id] += 1
        again = seen[finding.id]
        yield finding if again == 1 else finding.model_copy(update={"id": f"{finding.id}-{again}"})


def _finding(flagged: Sequence[Judged], origin: str) -> Finding:
    gravest = max(flagged, key=lambda one: _GRAVITY[one.verdict])
    sides = _sides(flagged)
    statements = [statement for side in sides.values() for statement in side]
    number = {side: place for place, side in enumerate(sides)}
    values = _values(flagged)
    measured = gravest.figures is not None and set(values) == set(sides)
    return Finding(
        id=_fingerprint(gravest.pair),
        verdict=gravest.verdict,
        kind=_kind(gravest, measured=measured),
        measurand=gravest.pair.matter.question,
        because=gravest.because,
        readings=tuple(
            _measured(side, values[name]) if measured else _worded(side)
            for name, side in sides.items()
        ),
        disagreements=tuple(
            Disagreement(
                a=number[one.pair.sides[0]],
                b=number[one.pair.sides[1]],
                verdict=one.verdict,
                level=one.level,
                because=one.reason,
                difference=one.difference,
            )
            for one in flagged
        ),
        severity=_GRAVITY[gravest.verdict] + len({one.source.id for one in statements}) / 10,
        evidence=_evidence(statements),
        origin=_origin(origin, statements),
    )


def _kind(gravest: Judged, *, measured: bool) -> str:
    if measured and gravest.figures:
        return gravest.figures[0].kind
    return "name" if gravest.pair.matter.kind in _NAMING else "status"


def _sides(flagged: Iterable[Judged]) -> dict[int, list[Statement]]:
    """The readings that part, by their number in the matter; the judged statement first."""
    sides: dict[int, list[Statement]] = {}
    for one in flagged:
        for number, judged in zip(one.pair.sides, (one.pair.a, one.pair.b), strict=True):
            held = one.pair.matter.readings[number]
            sides.setdefault(number, sorted(held, key=lambda other: other is not judged))
    return dict(sorted(sides.items()))


def _values(flagged: Iterable[Judged]) -> dict[int, Stated]:
    """The figure of each reading that the ladder judged."""
    found: dict[int, Stated] = {}
    for one in flagged:
        for number, figure in zip(one.pair.sides, one.figures or (), strict=False):
            found.setdefault(number, figure)
    return found


def _worded(side: Sequence[Statement]) -> Reading:
    value = TextValue(text=side[0].answer)
    return _reading(value, [statement.citation() for statement in side])


def _measured(side: Sequence[Statement], figure: Stated) -> Reading:
    """The figure of a reading, cited where each of its statements gives it."""
    told = [statement.citation(_alike(statement, figure)) for statement in side]
    return _reading(figure.value, told)


def _reading(value: Value, told: Sequence[Citation]) -> Reading:
    return Reading(value=value, claims=tuple(dict.fromkeys(told)))


def _alike(statement: Statement, figure: Stated) -> Stated | None:
    """The figure of a statement that says the same."""
    alike = (
        one for one in statement.figures if (one.kind, worth(one)) == (figure.kind, worth(figure))
    )
    return next(alike, None)


def _evidence(statements: Iterable[Statement]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            level="reader.near_quote",
            weight=0.0,
            because=f"the reader's quote was not letter by letter; {one.source.id} has these words",
        )
        for one in statements
        if not one.exact
    )


def _origin(origin: str, statements: Iterable[Statement]) -> str:
    near = sum(not one.exact for one in statements)
    return f"{origin}, {near} quote{'s' * (near > 1)} found by likeness" if near else origin


def _fingerprint(pair: Pair) -> str:
    """The words of both sources, whatever the reader called them."""
    said = sorted(" ".join(one.words.casefold().split()) for one in (pair.a, pair.b))
    return f"r-{sha256(chr(10).join(said).encode()).hexdigest()[:10]}"
