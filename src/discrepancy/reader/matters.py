"""The questions that an answer lists, reduced to pairs of statements that are worth judging."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from discrepancy.finding import Finding
from discrepancy.reader.addressed import addressed
from discrepancy.reader.answers import Matter, Told, fitting, read_story
from discrepancy.reader.asks import KINDS
from discrepancy.reader.refusals import Unusable
from discrepancy.reader.statements import Checker, Statement
from discrepancy.reporting.passages import visible
from discrepancy.span import Span

MATTERS = 60
"""Questions of one answer that are looked at."""

ANSWERS = 40
"""Answers to one question that are looked at."""

PAIRS = 80
"""Pairs of one story that are judged."""


@dataclass(frozen=True)
class Pair:
    """Two statements that answer one question differently."""

    question: str
    kind: str
    a: Statement
    b: Statement


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
        if addressed(matter.question):
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
        if statement:
            held.setdefault(_key(statement), []).append(statement)
    return list(held.values())


def _key(statement: Statement) -> str:
    return " ".join(statement.answer.casefold().strip(" .").split())


def pairs(matters: Sequence[Differing], refused: Counter[str]) -> list[Pair]:
    """The pairs of different answers, each once, no more than are judged."""
    found: list[Pair] = []
    for matter in matters:
        for one, other in combinations(matter.readings, 2):
            pair = _pair(matter, one, other)
            if pair is None:
                refused["both answers stand on the same words"] += 1
            elif not any(same(pair, known) for known in found):
                found.append(pair)
    if len(found) > PAIRS:
        refused[f"more than {PAIRS} pairs"] += len(found) - PAIRS
    return found[:PAIRS]


def _pair(matter: Differing, one: list[Statement], other: list[Statement]) -> Pair | None:
    """Two statements for two answers: of two documents where that can be."""
    apart = [(a, b) for a in one for b in other if not _one_place(a, b)]
    apart.sort(key=lambda ab: ab[0].source.id == ab[1].source.id)  # stable: the first of its kind
    return Pair(matter.question, matter.kind, *apart[0]) if apart else None


def _one_place(a: Statement, b: Statement) -> bool:
    if a.source.id == b.source.id and a.span.overlaps(b.span):
        return True
    return " ".join(a.words.split()).casefold() == " ".join(b.words.split()).casefold()


def same(one: Pair, other: Pair) -> bool:
    """Whether two pairs stand on the same two places, in either order."""
    return (_meet(one.a, other.a) and _meet(one.b, other.b)) or (
        _meet(one.a, other.b) and _meet(one.b, other.a)
    )


def _meet(a: Statement, b: Statement) -> bool:
    return a.source.id == b.source.id and a.span.overlaps(b.span)


def known(pair: Pair, findings: Sequence[Finding]) -> bool:
    """Whether a finding of the rules sets words of the two places against each other."""
    return any(
        (_cited(pair.a, left) and _cited(pair.b, right))
        or (_cited(pair.a, right) and _cited(pair.b, left))
        for finding in findings
        for left, right in _sides(finding)
    )


Side = list[tuple[str, Span]]


def _sides(finding: Finding) -> Iterator[tuple[Side, Side]]:
    sides = [
        [(claim.document, Span(start=claim.start, end=claim.end)) for claim in reading.claims]
        for reading in finding.readings
    ]
    for part in finding.disagreements:
        yield sides[part.a], sides[part.b]


def _cited(statement: Statement, side: Side) -> bool:
    return any(
        document == statement.source.id and span.overlaps(statement.span) for document, span in side
    )


def _one_line(text: str) -> str:
    """A reader's own words on one line, with nothing in them that steers a display."""
    return visible(" ".join(text.split()))
