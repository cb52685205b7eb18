"""Which judgements of a report concern the readings that a test names."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from discrepancy.finding import Citation, Finding, Report, Verdict
from discrepancy.testing.wanted import Wanted, found_in, gives, is_named


class Asked(NamedTuple):
    """What a test asks about: two readings at most, narrowed by words, documents and kind."""

    readings: tuple[Wanted, ...]
    about: str | None = None
    sources: tuple[str, ...] = ()
    kind: str | None = None
    possible: bool = False
    """Also of findings that ask whether it is one thing."""

    def __str__(self) -> str:
        named = " and ".join(f'"{reading}"' for reading in self.readings)
        about = f", about {self.about}" if self.about else ""
        return (f" between {named}" if named else "") + about


class Judged(NamedTuple):
    """Two places in the sources and what the report says of them."""

    finding: Finding
    verdict: Verdict
    because: str
    first: Citation
    second: Citation


def judged(report: Report, asked: Asked) -> tuple[Judged, ...]:
    """All judgements between two of the readings, in the order of the report.

    Raises:
        TypeError: more than two readings were named.
    """
    if len(asked.readings) > 2:
        raise TypeError("a comparison is of two readings at most")
    return tuple(
        one
        for finding in report.findings + report.corroborated
        if finding.sure or asked.possible
        if asked.kind in (None, finding.kind)
        if asked.about is None or _is_about(report, finding, asked.about)
        for one in _pairs(report, finding, asked.readings)
        if not asked.sources
        or all(is_named(place.source, asked.sources) for place in (one.first, one.second))
    )


def text_of(report: Report, document: str) -> str:
    """The text of a document."""
    return next(source.text for source in report.sources if source.id == document)


def sentence_of(report: Report, place: Citation) -> tuple[int, int]:
    """Where the sentence around a citation begins and ends; its line, where no layout tells."""
    source, stands = next(one for one in report.sources if one.id == place.source), place.place
    for sentence in source.layout.sentences if source.layout else ():
        if sentence.start <= stands.start < sentence.end:
            return sentence.start, max(sentence.end, stands.end)
    start = source.text.rfind("\n", 0, stands.start) + 1
    end = source.text.find("\n", stands.end)
    return start, end if end >= 0 else len(source.text)


def _pairs(report: Report, finding: Finding, readings: tuple[Wanted, ...]) -> Iterator[Judged]:
    """The judgements of a finding on two places that are the wanted readings."""
    cited = [
        [(place, _which(report, place, finding, at, readings)) for place in reading.claims]
        for at, reading in enumerate(finding.readings)
    ]
    compared = [(pair.a, pair.b, pair.verdict, pair.because) for pair in finding.disagreements]
    same = [(at, at, Verdict.AGREEMENT, "the same value") for at in range(len(cited))]
    for a, b, verdict, because in compared + same:
        for (first, one), (second, other) in product(cited[a], cited[b]):
            if _fit(len(readings), one, other) and (first != second or len(readings) == 2):
                yield Judged(finding, verdict, because, first, second)


def _which(
    report: Report, place: Citation, finding: Finding, at: int, readings: tuple[Wanted, ...]
) -> frozenset[int]:
    """Which of the readings a citation is, by their positions."""
    value, text = finding.readings[at].value, text_of(report, place.source)
    return frozenset(
        number for number, wanted in enumerate(readings) if gives(wanted, place, value, text)
    )


def _fit(asked: int, one: frozenset[int], other: frozenset[int]) -> bool:
    match asked:
        case 0:
            return True
        case 1:
            return bool(one | other)
    return (0 in one and 1 in other) or (1 in one and 0 in other)


def _is_about(report: Report, finding: Finding, about: str) -> bool:
    told = [finding.measurand]
    for reading in finding.readings:
        for place in reading.claims:
            start, end = sentence_of(report, place)
            told.append(text_of(report, place.source)[start:end])
    everything = "\n".join(told)
    return all(next(found_in(word, everything), None) for word in about.split())
