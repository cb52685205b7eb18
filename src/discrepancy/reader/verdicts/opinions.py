"""What a reader says of the findings of the rules: confirmed, moved, or set aside.

Each is put to it like a question of its own: the words of every side in context, and the days,
blind to what the rules made of them. Nothing is deleted and nothing is added: what it takes for
no disagreement is kept and listed last. What arithmetic alone shows is not put to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from discrepancy.claims import QuantityValue
from discrepancy.finding import (
    Citation,
    Disagreement,
    Finding,
    Moved,
    SetAside,
    Value,
    Verdict,
)
from discrepancy.reader import asks, extracts
from discrepancy.reader.asks import LETTERS
from discrepancy.reader.checks.answers import PairAnswer
from discrepancy.reader.questions import Question
from discrepancy.reader.verdicts.judged import VERDICTS, reason
from discrepancy.source import Source

FINDINGS = 150
"""Findings of one story that are put to a reader, gravest first."""

CERTAIN = frozenset(
    f"quantity.conflict.{check}" for check in ("sum", "share", "spell", "conversion")
)
"""Levels that one text's own arithmetic decides."""

ABOVE = "quantity.conflict.part_above_whole"
"""The level of a conflict that a reader confirms by calling the one a part of the other."""

_GRAVEST = (Verdict.CONFLICT, Verdict.UPDATE, Verdict.SCOPE)


@dataclass(frozen=True)
class Posed:
    """A finding of the rules as it is put to a reader."""

    finding: Finding
    shown: tuple[Citation, ...]
    """The words that stand for each side, in the order of their letters."""
    side_of: Mapping[int, int]
    """By reading: the number of its side; one figure under several hedges is one side."""
    question: Question

    @property
    def letters(self) -> str:
        """What its sides are called."""
        return LETTERS[: len(self.shown)]


def posed(findings: Sequence[Finding], sources: Mapping[str, Source]) -> list[Posed]:
    """The findings that are put to a reader, gravest first."""
    asked = (_posed(finding, sources) for finding in findings if _is_asked(finding))
    return list(islice(filter(None, asked), FINDINGS))


def _is_asked(finding: Finding) -> bool:
    flagged = [part for part in finding.disagreements if part.verdict.flagged]
    typed = any(claim.document is None for r in finding.readings for claim in r.claims)
    certain = all(part.level in CERTAIN for part in flagged)
    return finding.verdict.flagged and not typed and not certain


def _posed(finding: Finding, sources: Mapping[str, Source]) -> Posed | None:
    """The finding as a question; None where it is of one figure under several hedges."""
    shown: dict[object, Citation] = {}
    held: dict[int, object] = {}
    for part in _gravest_first(finding):
        for number in (part.a, part.b):
            value = _figure(finding.readings[number].value)
            if value not in shown and len(shown) < len(LETTERS):
                shown[value] = _standing(finding, number, shown.values())
            if value in shown:
                held[number] = value
    if len(shown) < 2:
        return None
    order = list(shown)
    side_of = {number: order.index(value) for number, value in held.items()}
    sides = [extracts.cited(citation, sources[citation.source]) for citation in shown.values()]
    question = asks.ask_sides("finding", finding.measurand, sides)
    return Posed(finding, tuple(shown.values()), side_of, question)


def _figure(value: Value) -> object:
    """What of a value is not its hedge."""
    if isinstance(value, QuantityValue):
        return value.low, value.high, value.unit, value.trend
    return value


def _gravest_first(finding: Finding) -> list[Disagreement]:
    flagged = (part for part in finding.disagreements if part.verdict.flagged)
    return sorted(flagged, key=lambda part: _GRAVEST.index(part.verdict))


def _standing(finding: Finding, number: int, shown: Iterable[Citation]) -> Citation:
    """The words that stand for a reading: of another document, the day told, if there are such."""
    used = {citation.source for citation in shown}
    claims = finding.readings[number].claims
    return min(claims, key=lambda claim: (claim.source in used, claim.as_of is None))


def heard(
    one: Posed, said: Mapping[tuple[int, int], PairAnswer], name: str, days: Mapping[str, Source]
) -> Finding:
    """The finding with what a reader says of it.

    Args:
        one: the finding as it was put.
        said: the answer, by the numbers of the letters.
        name: the reader's.
        days: when a citation held or was printed.
    """
    parts: list[Disagreement] = []
    spoken: list[tuple[Disagreement, Disagreement, PairAnswer]] = []
    for part in one.finding.disagreements:
        answer = _answer(part, said, one)
        new = part if answer is None else _changed(part, answer, one, name, days)
        parts.append(new)
        if answer is not None:
            spoken.append((part, new, answer))
    if not spoken:
        return one.finding
    if not any(part.verdict.flagged for part in parts):
        because = reason(next(answer.because for _, _, answer in spoken))
        aside = SetAside(by=name, because=because)
        return one.finding.model_copy(update={"set_aside": aside})
    return _told(one.finding, parts, spoken, name)


def _answer(
    part: Disagreement, said: Mapping[tuple[int, int], PairAnswer], one: Posed
) -> PairAnswer | None:
    """What is said of a disagreement; of more than two sides, those left out can both be right."""
    a, b = one.side_of.get(part.a), one.side_of.get(part.b)
    if not part.verdict.flagged or a is None or b is None or a == b:
        return None
    left_out = PairAnswer(verdict="compatible") if len(one.shown) > 2 else None
    return said.get((a, b)) or said.get((b, a)) or left_out


def _changed(
    part: Disagreement, answer: PairAnswer, one: Posed, name: str, days: Mapping[str, Source]
) -> Disagreement:
    verdict = VERDICTS[answer.verdict]
    if verdict is Verdict.SCOPE and part.level == ABOVE:
        verdict = part.verdict  # a part it is, and larger than its whole
    if verdict is Verdict.UPDATE and not _on_two_days(*_sides(part, one), days):
        verdict = part.verdict
    if not verdict.flagged or _GRAVEST.index(verdict) > _GRAVEST.index(part.verdict):
        told = {
            "verdict": verdict,
            "level": f"reader.{verdict}",
            "because": f"{part.because} {name}: {reason(answer.because)}",
        }
        return part.model_copy(update=told)
    return part  # a reader makes nothing graver than the rules found it


def _sides(part: Disagreement, one: Posed) -> tuple[Citation, Citation]:
    return one.shown[one.side_of[part.a]], one.shown[one.side_of[part.b]]


def _on_two_days(a: Citation, b: Citation, days: Mapping[str, Source]) -> bool:
    one, other = (claim.as_of for claim in (a, b))
    first, second = (days[claim.source].published for claim in (a, b))
    held = bool(one and other and one != other)
    return held or bool(first and second and first != second)


def _told(
    finding: Finding,
    parts: Sequence[Disagreement],
    spoken: Sequence[tuple[Disagreement, Disagreement, PairAnswer]],
    name: str,
) -> Finding:
    """A finding that is left a disagreement, perhaps of another verdict, and never a graver one."""
    left = min((part.verdict for part in parts if part.verdict.flagged), key=_GRAVEST.index)
    verdict = max(left, finding.verdict, key=_GRAVEST.index)
    found: dict[str, object] = {"disagreements": tuple(parts), "verdict": verdict}
    if any(new == old and _confirms(old, answer) for old, new, answer in spoken):
        found["confirmed_by"] = name
    changed = [answer for old, new, answer in spoken if new != old]
    if verdict is not finding.verdict and changed:
        because = reason(changed[0].because)
        found["moved"] = Moved(by=name, because=because, rules=finding.verdict)
    return finding.model_copy(update=found)


def _confirms(part: Disagreement, answer: PairAnswer) -> bool:
    """Whether it takes the two for a disagreement as the rules do; apparent ones for apparent."""
    verdict = VERDICTS[answer.verdict]
    return verdict.flagged and (part.verdict is Verdict.SCOPE) <= (verdict is Verdict.SCOPE)
