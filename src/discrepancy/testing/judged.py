"""Which judgements of a report concern the readings that a test names."""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import PurePath
from typing import NamedTuple

from discrepancy.finding import Citation, Finding, Reading, Report, Verdict
from discrepancy.testing.wanted import Wanted, gives, stands_in


class Judged(NamedTuple):
    """Two places in the sources and what the report says of them."""

    finding: Finding
    verdict: Verdict
    because: str
    first: Citation
    second: Citation


def judged(
    report: Report, readings: Sequence[Wanted], *, about: str | None, sources: Sequence[str]
) -> tuple[Judged, ...]:
    """All judgements between two of the readings, in the order of the report."""
    return tuple(
        one
        for finding in report.findings + report.corroborated
        if about is None or _is_about(report, finding, about)
        for one in _pairs(finding)
        if _concerns(one, finding, readings) and _within(one, sources)
    )


def sentence_of(report: Report, citation: Citation) -> tuple[int, int]:
    """Where the sentence around a citation begins and ends; its line, where no layout tells."""
    source = next(one for one in report.sources if one.id == citation.document)
    for sentence in source.layout.sentences if source.layout else ():
        if sentence.start <= citation.start < sentence.end:
            return sentence.start, max(sentence.end, citation.end)
    start = source.text.rfind("\n", 0, citation.start) + 1
    end = source.text.find("\n", citation.end)
    return start, end if end >= 0 else len(source.text)


def _pairs(finding: Finding) -> Iterator[Judged]:
    for pair in finding.disagreements:
        first, second = finding.readings[pair.a], finding.readings[pair.b]
        for left, right in product(first.claims, second.claims):
            yield Judged(finding, pair.verdict, pair.because, left, right)
    for reading in finding.readings:
        for left, right in product(reading.claims, repeat=2):
            yield Judged(finding, Verdict.AGREEMENT, "the same value", left, right)


def _concerns(one: Judged, finding: Finding, readings: Sequence[Wanted]) -> bool:
    match tuple(readings):
        case ():
            return one.first != one.second
        case (wanted,):
            return one.first != one.second and (
                _is(one.first, finding, wanted) or _is(one.second, finding, wanted)
            )
        case (a, b):
            return (_is(one.first, finding, a) and _is(one.second, finding, b)) or (
                _is(one.first, finding, b) and _is(one.second, finding, a)
            )
    raise TypeError("a comparison is of two readings at most")


def _is(citation: Citation, finding: Finding, wanted: Wanted) -> bool:
    return gives(wanted, citation.text, _reading_of(citation, finding).value)


def _reading_of(citation: Citation, finding: Finding) -> Reading:
    return next(reading for reading in finding.readings if citation in reading.claims)


def _within(one: Judged, sources: Sequence[str]) -> bool:
    if not sources:
        return True
    stems = {PurePath(name).stem for name in sources}
    return {PurePath(place.document).stem for place in (one.first, one.second)} <= stems


def _is_about(report: Report, finding: Finding, about: str) -> bool:
    told = [finding.measurand]
    texts = {source.id: source.text for source in report.sources}
    for reading in finding.readings:
        for place in reading.claims:
            start, end = sentence_of(report, place)
            told.append(texts[place.document][start:end])
    return all(stands_in(word, "\n".join(told)) for word in about.split())
