"""From judged pairs to findings: the sources' words, and verdicts that the days bear out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from discrepancy.claims import TextValue
from discrepancy.finding import Disagreement, Evidence, Finding, Reading, Verdict
from discrepancy.reader.answers import PairAnswer
from discrepancy.reader.matters import Pair
from discrepancy.reader.statements import Statement
from discrepancy.reporting.passages import visible

FINDINGS = 60
"""Findings of a reader that are shown of one story."""

_GRAVITY = {Verdict.CONFLICT: 30.0, Verdict.UPDATE: 20.0, Verdict.SCOPE: 10.0}
_MEANS = {
    Verdict.CONFLICT: "both cannot be right",
    Verdict.UPDATE: "it moved on between the two days",
    Verdict.SCOPE: "the two are about different things",
}
_NAMING = ("who",)
_REASON = 200


@dataclass(frozen=True)
class Judged:
    """A pair and what became of it."""

    pair: Pair
    verdict: Verdict
    because: str


def judge(pair: Pair, answer: PairAnswer) -> Judged:
    """The reader's verdict; an update that no two days show is a conflict."""
    verdict = Verdict(answer.verdict)
    because = _reason(answer.because)
    if verdict is Verdict.UPDATE and not _moved_on(pair):
        verdict = Verdict.CONFLICT
        because = f"{because}; called an update, but no two days show it".lstrip("; ")
    return Judged(pair, verdict, because)


def _moved_on(pair: Pair) -> bool:
    return None not in (pair.a.day, pair.b.day) and pair.a.day != pair.b.day


def _reason(because: str) -> str:
    """The reader's own sentence, on one line and not too long, marked as such."""
    words = visible(" ".join(because.split()))
    short = words if len(words) <= _REASON else words[: _REASON - 1].rstrip() + "…"
    return f"the reader's reason: {short}" if short else "the reader gave no reason"


def findings(judged: Iterable[Judged], origin: str) -> tuple[Finding, ...]:
    """One finding for each question of which a pair is flagged, gravest first."""
    by_matter: dict[int, list[Judged]] = {}
    for one in judged:
        if one.verdict.flagged:
            by_matter.setdefault(id(one.pair.matter), []).append(one)
    found = [_finding(flagged, origin) for flagged in by_matter.values()]
    return tuple(sorted(found, key=lambda finding: (-finding.severity, finding.id)))[:FINDINGS]


def _finding(flagged: Sequence[Judged], origin: str) -> Finding:
    gravest = max(flagged, key=lambda one: _GRAVITY[one.verdict])
    sides = _sides(flagged)
    statements = [statement for side in sides.values() for statement in side]
    number = {side: place for place, side in enumerate(sides)}
    matter = gravest.pair.matter
    return Finding(
        id=_fingerprint(gravest.pair),
        verdict=gravest.verdict,
        kind="name" if matter.kind in _NAMING else "status",
        measurand=matter.question,
        because=_sentence(gravest),
        readings=tuple(map(_reading, sides.values())),
        disagreements=tuple(
            Disagreement(
                a=number[one.pair.sides[0]],
                b=number[one.pair.sides[1]],
                verdict=one.verdict,
                level=f"reader.{one.verdict}",
                because=one.because,
            )
            for one in flagged
        ),
        severity=_GRAVITY[gravest.verdict] + len({one.source.id for one in statements}) / 10,
        evidence=_evidence(statements),
        origin=_origin(origin, statements),
    )


def _sides(flagged: Iterable[Judged]) -> dict[int, list[Statement]]:
    """The readings that part, by their number in the matter; the judged statement first."""
    sides: dict[int, list[Statement]] = {}
    for one in flagged:
        for number, judged in zip(one.pair.sides, (one.pair.a, one.pair.b), strict=True):
            held = one.pair.matter.readings[number]
            sides.setdefault(number, sorted(held, key=lambda other: other is not judged))
    return dict(sorted(sides.items()))


def _reading(side: Sequence[Statement]) -> Reading:
    return Reading(
        value=TextValue(text=side[0].answer),
        claims=tuple(dict.fromkeys(statement.citation() for statement in side)),
    )


def _sentence(judged: Judged) -> str:
    told = [
        f"{one.source.outlet or one.source.id} says “{_short(one.words)}”{_when(one)}"
        for one in (judged.pair.a, judged.pair.b)
    ]
    return f"{'; '.join(told)}: {_MEANS[judged.verdict]}."


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 140 else flat[:139].rstrip() + "…"


def _when(statement: Statement) -> str:
    notes = [f"as of {statement.as_of}"] if statement.as_of else []
    notes += [f"citing {statement.attribution}"] if statement.attribution else []
    return f" ({', '.join(notes)})" if notes else ""


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
