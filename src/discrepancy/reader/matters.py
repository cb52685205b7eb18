"""The questions that an answer lists, reduced to pairs of statements that are worth judging."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, zip_longest

from discrepancy import words
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

PAIRS = 100
"""Pairs of one story that are judged."""


Readings = list[list[Statement]]


Place = tuple[str, Span]
"""A document and where in it words stand."""


@dataclass(frozen=True)
class Differing:
    """A question and the statements of each different answer."""

    question: str
    kind: str
    readings: Readings


@dataclass(frozen=True)
class Pair:
    """Two statements that stand for two different answers to one question."""

    matter: Differing
    sides: tuple[int, int]
    """Which two readings of the matter they stand for."""
    a: Statement
    b: Statement


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
        if told and statement:
            held.setdefault(_side(told), []).append(statement)
    return list(held.values())


def _side(told: Told) -> str:
    """What makes two answers one: the reader's side, or else the same words."""
    return told.side or " ".join(told.answer.casefold().strip(" .").split())


def pairs(matters: Sequence[Differing], refused: Counter[str]) -> list[Pair]:
    """The pairs of different answers, each once; where they are too many, some of each question."""
    found: list[Pair] = []
    for pair in _in_turn([_pairs(matter, refused) for matter in matters]):
        if not any(same(pair, known) for known in found):
            found.append(pair)
    if len(found) > PAIRS:
        refused[f"more than {PAIRS} pairs"] += len(found) - PAIRS
    return found[:PAIRS]


def _in_turn(listed: Sequence[list[Pair]]) -> Iterator[Pair]:
    """The first pair of each question, then the second of each."""
    return (pair for rank in zip_longest(*listed) for pair in rank if pair)


def _pairs(matter: Differing, refused: Counter[str]) -> list[Pair]:
    found = []
    for one, other in combinations(range(len(matter.readings)), 2):
        pair = _pair(matter, one, other)
        if pair:
            found.append(pair)
        else:
            refused["both answers stand on the same words"] += 1
    return found


def _pair(matter: Differing, one: int, other: int) -> Pair | None:
    """Two statements for two answers: of two documents, quoted exactly, in words most alike."""
    left, right = matter.readings[one], matter.readings[other]
    apart = [(a, b) for a in left for b in right if not _one_place(a, b)]
    if not apart:
        return None
    return Pair(matter, (one, other), *min(apart, key=lambda pair: _standing(*pair)))


def _standing(a: Statement, b: Statement) -> tuple[object, ...]:
    """Which pair of statements stands for two readings, in whatever order they were told."""
    shared = len(_content(a.words) & _content(b.words))
    places = (a.source.id, a.span.start, b.source.id, b.span.start)
    return a.source.id == b.source.id, not (a.exact and b.exact), -shared, *places


@lru_cache(maxsize=2_000)
def _content(passage: str) -> frozenset[str]:
    return frozenset(words.content_words(passage))


def _one_place(a: Statement, b: Statement) -> bool:
    return _meet(a, b) or _words(a) == _words(b)


def _words(statement: Statement) -> str:
    return " ".join(statement.words.split()).casefold()


def same(one: Pair, other: Pair) -> bool:
    """Whether the answers of two pairs stand on the same places, in either order."""
    (a, b), (c, d) = _read(one), _read(other)
    return (_met(a, c) and _met(b, d)) or (_met(a, d) and _met(b, c))


def _read(pair: Pair) -> tuple[list[Statement], list[Statement]]:
    one, other = pair.sides
    return pair.matter.readings[one], pair.matter.readings[other]


def _met(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    return any(_meet(a, b) for a in one for b in other)


def _meet(a: Statement, b: Statement) -> bool:
    return a.source.id == b.source.id and a.span.overlaps(b.span)


def known(a: Place, b: Place, findings: Sequence[Finding]) -> bool:
    """Whether a finding of the rules sets words of the two places against each other."""
    return any(
        (_cited(a, left) and _cited(b, right)) or (_cited(a, right) and _cited(b, left))
        for finding in findings
        for left, right in _sides(finding)
    )


Side = list[Place]


def _sides(finding: Finding) -> Iterator[tuple[Side, Side]]:
    sides = [
        [(claim.source, claim.place) for claim in reading.claims] for reading in finding.readings
    ]
    for part in finding.disagreements:
        yield sides[part.a], sides[part.b]


def _cited(place: Place, side: Side) -> bool:
    return any(document == place[0] and span.overlaps(place[1]) for document, span in side)


def _one_line(text: str) -> str:
    """A reader's own words on one line, with nothing in them that steers a display."""
    return visible(" ".join(text.split()))
