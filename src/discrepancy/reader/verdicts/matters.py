"""The questions that an answer lists, each with the checked statements of every answer to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.finding import Finding, Verdict
from discrepancy.reader.asks import KINDS
from discrepancy.reader.checks.addressed import is_addressed
from discrepancy.reader.checks.answers import Matter, Told, fitting, read_story
from discrepancy.reader.checks.statements import Checker, Place, Statement
from discrepancy.reader.refusals import Unusable
from discrepancy.reporting.passages import visible

MATTERS = 60
"""Questions of one answer that are looked at."""

ANSWERS = 40
"""Answers to one question that are looked at."""

Readings = list[list[Statement]]


@dataclass(frozen=True)
class Differing:
    """A question and the statements of each different answer."""

    question: str
    kind: str
    readings: Readings


def differing(answer: str, checker: Checker) -> list[Differing]:
    """The questions of one answer to which two checked statements differ."""
    try:
        listed = read_story(answer)
    except Unusable as why:
        checker.refused[str(why)] += 1
        return []
    if len(listed) > MATTERS:
        checker.refused[f"more than {MATTERS} questions"] += len(listed) - MATTERS
    found: list[Differing] = []
    for matter in fitting(listed[:MATTERS], Matter):
        if matter is None:
            checker.refused["a question is not of the asked form"] += 1
            continue
        if is_addressed(matter.question):
            checker.refused["a question speaks to a machine"] += 1
            continue
        readings = _readings(matter, checker)
        if len(readings) > 1:
            kind = matter.kind if matter.kind in KINDS else "state"
            found.append(Differing(_one_line(matter.question), kind, readings))
    return found


def _readings(matter: Matter, checker: Checker) -> Readings:
    over = len(matter.answers) - ANSWERS
    if over > 0:
        checker.refused[f"more than {ANSWERS} answers to a question"] += over
    held: dict[str, list[Statement]] = {}
    for told in fitting(matter.answers[:ANSWERS], Told):
        statement = checker.statement(told)
        if told and statement:
            held.setdefault(_side(told), []).append(statement)
    return list(held.values())


def _side(told: Told) -> str:
    """What makes two answers one: the reader's side, or else the same words."""
    return told.side or " ".join(told.answer.casefold().strip(" .").split())


def known(a: Place, b: Place, findings: Sequence[Finding]) -> bool:
    """Whether a finding of the rules flags words of the two places against each other."""
    return any(
        (_cited(a, left) and _cited(b, right)) or (_cited(a, right) and _cited(b, left))
        for finding in findings
        for left, right in _flagged(finding)
    )


Side = list[Place]


def _flagged(finding: Finding) -> Iterator[tuple[Side, Side]]:
    """The places of each two readings of which one at most can be right, or which moved on."""
    sides = [
        [(claim.source, claim.place) for claim in reading.claims] for reading in finding.readings
    ]
    for part in finding.disagreements:
        if part.verdict in (Verdict.CONFLICT, Verdict.UPDATE):
            yield sides[part.a], sides[part.b]


def _cited(place: Place, side: Side) -> bool:
    return any(document == place[0] and span.overlaps(place[1]) for document, span in side)


def _one_line(text: str) -> str:
    """A reader's own words on one line, with nothing in them that steers a display."""
    return visible(" ".join(text.split()))
