"""The sentences of a document that hold claims, each read once for all of its claims."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from discrepancy.claims import Claim, DateClaim, TimeClaim
from discrepancy.english.acts import Word, acts_of
from discrepancy.english.clauses import clauses_of
from discrepancy.english.cut import said
from discrepancy.english.gaps import filled
from discrepancy.extraction.context import company
from discrepancy.extraction.context.corrections import may_correct
from discrepancy.extraction.context.day_governors import Governor
from discrepancy.extraction.context.governors import NounPhrase, governor
from discrepancy.extraction.context.modality import Manner, has_negation, manner
from discrepancy.extraction.context.narrowing import marks_of
from discrepancy.extraction.context.time_frames import Frame, Frames
from discrepancy.extraction.credit import Credited, regions
from discrepancy.extraction.names.entities import Entity, entities_of
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import tokens


class ReadSentence(NamedTuple):
    """One sentence, read once for all of its claims."""

    text: str
    """Of the whole document."""
    span: Span
    clauses: list[list[Word]]
    manners: list[Manner]
    """How each clause is put forward."""
    denies: list[bool]
    """Whether a negation stands in a clause."""
    corrects: bool
    """Whether it may tell what was said wrongly."""
    places: list[tuple[str, ...]]
    """Where each clause happened."""
    words: list[Word]
    times: list[TimeClaim]
    dates: list[tuple[DateClaim, str | None]]
    """Its dates, each with the class of the verb that it dates."""
    dated: dict[Span, Governor]
    """What governs each of them."""
    frames: list[Frame]
    named: list[Entity]
    starts: list[int]
    last_named: str | None
    """The person named last before it."""
    credited: tuple[Credited, ...]
    narrowed: dict[int, tuple[str, ...]]
    """Of each figure, by where it starts, the marks of a narrower measure."""
    is_headline: bool


def read_all(source: Source, ordered: list[Claim]) -> Iterator[tuple[ReadSentence, list[Claim]]]:
    """Each sentence that holds claims, read, with the claims that begin in it."""
    frames = Frames(source.published)
    credited = regions(source, tuple(ordered))
    found = entities_of(source)
    starts = [one.span.start for one in found]
    held: list[Credited] = []
    upcoming = 0
    headline = source.layout.headline if source.layout else None
    for index, span, group in _by_sentence(source, ordered):
        parts = clauses_of(filled(acts_of(source.text, span.start, span.end)))
        days = [claim for claim in group if isinstance(claim, DateClaim)]
        named = company.within(found, starts, span.start, span.end)
        while upcoming < len(credited) and credited[upcoming].span.start < span.end:
            held.append(credited[upcoming])
            upcoming += 1
        held = [region for region in held if region.span.end > span.start]
        dated = {day.span: _dated(day, parts) for day in days}
        sentence = ReadSentence(
            text=source.text,
            span=span,
            clauses=parts,
            manners=[
                manner(part, before, after)
                for before, part, after in zip(((), *parts), parts, (*parts[1:], ()), strict=False)
            ],
            denies=[has_negation(part) for part in parts],
            corrects=may_correct(said(source.text, span.start, span.end)),
            places=company.located(named, parts),
            times=[claim for claim in group if isinstance(claim, TimeClaim)],
            words=[word for part in parts for word in part],
            dates=[(day, dated[day.span][0] or dated[day.span][1]) for day in days],
            dated=dated,
            frames=frames.of(index, parts, days) if parts else [],
            named=named,
            starts=[one.span.start for one in named],
            last_named=company.last_person(found, starts, span.start),
            credited=tuple(held),
            narrowed=_narrowed(source.text, span, group),
            is_headline=headline is not None and headline.overlaps(span),
        )
        yield sentence, group


def _narrowed(text: str, span: Span, group: Sequence[Claim]) -> dict[int, tuple[str, ...]]:
    figures = [claim for claim in group if claim.kind == "quantity"]
    return marks_of(tokens(text, span.start, span.end), figures) if figures else {}


def _by_sentence(source: Source, ordered: list[Claim]) -> Iterator[tuple[int, Span, list[Claim]]]:
    """The sentences that hold claims, by their place in the document."""
    sentences = source.layout.sentences if source.layout else ()
    starts = [sentence.start for sentence in sentences]
    groups: dict[tuple[int, Span], list[Claim]] = {}
    for claim in ordered:
        place = bisect_right(starts, claim.span.start) - 1
        inside = place >= 0 and claim.span.start < sentences[place].end
        span = sentences[place] if inside else claim.span
        groups.setdefault((place if inside else -2, span), []).append(claim)
    for (place, span), group in groups.items():
        yield place, span, group


def _dated(day: DateClaim, parts: Sequence[list[Word]]) -> Governor:
    """The class and the base form of the verb that a day dates."""
    _, clause = holding(parts, day.span.start)
    phrase = phrase_of(day)
    return governor(nearby(clause, phrase), phrase, key="date", counted=frozenset())


def phrase_of(claim: Claim) -> NounPhrase:
    """The claim with the noun it counts."""
    if claim.kind == "quantity" and claim.noun is not None:
        return NounPhrase(claim.span.start, max(claim.span.end, claim.noun.end))
    return NounPhrase(claim.span.start, claim.span.end)


REACH = 60
"""Words to either side of a claim that may bear on it."""


def nearby(clause: list[Word], phrase: NounPhrase) -> list[Word]:
    """The words of a clause within reach of a claim: what keeps the work linear."""
    if len(clause) <= REACH:
        return clause
    first = bisect_left(clause, phrase.start, key=attrgetter("start"))
    last = bisect_left(clause, phrase.end, key=attrgetter("start"))
    return clause[max(0, first - REACH) : last + REACH]


def holding(parts: Sequence[list[Word]], offset: int) -> tuple[int, list[Word]]:
    """The clause in which a claim begins, and its place among the clauses."""
    place = bisect_right(parts, offset, key=_start) - 1
    return (place, parts[place]) if place >= 0 else (0, parts[0] if parts else [])


def _start(part: list[Word]) -> int:
    return part[0].start
