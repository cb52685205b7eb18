"""What surrounds each claim: its clause, what happened, who says so, when it held, how surely.

>>> from discrepancy.source import Source
>>> situate(Source(id="a", text="Nothing is claimed here."), ())
()
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from discrepancy.claim import Category, Claim, Context, DateClaim, Modality
from discrepancy.extraction import company
from discrepancy.extraction.acts import Word, acts
from discrepancy.extraction.attribution import Credited, regions, speaker
from discrepancy.extraction.clauses import clauses
from discrepancy.extraction.entities import Entity, entities
from discrepancy.extraction.frames import Frame, Frames
from discrepancy.extraction.governors import Governor, Phrase, governor
from discrepancy.extraction.held import Days
from discrepancy.extraction.modality import modality, negated
from discrepancy.extraction.predicates import counted_by, key_of
from discrepancy.extraction.qualifiers import qualifiers
from discrepancy.source import Source
from discrepancy.span import Span


class _Sentence(NamedTuple):
    """One sentence, read once for all of its claims."""

    span: Span
    clauses: list[list[Word]]
    manners: list[Modality]
    """How each clause is put forward."""
    dates: list[tuple[DateClaim, str | None]]
    """Its dates, each with the class of the verb that it dates."""
    frames: list[Frame]
    named: list[Entity]
    starts: list[int]
    credited: tuple[Credited, ...]


def situate(source: Source, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of one source in text order, each with its context."""
    if not claims:
        return ()
    days = Days(source.published)
    found: list[Claim] = []
    for sentence, group in _read(source, sorted(claims, key=lambda claim: claim.span)):
        governed: dict[Span, Governor] = {}
        for claim in group:
            context = _context(claim, sentence, days, governed)
            found.append(claim.model_copy(update={"context": context}))
    return tuple(found)


def _read(source: Source, ordered: list[Claim]) -> Iterator[tuple[_Sentence, list[Claim]]]:
    """Each sentence that holds claims, read, with the claims that begin in it."""
    frames = Frames(source.published)
    credited = regions(source, tuple(ordered))
    found = entities(source)
    starts = [one.span.start for one in found]
    for index, span, group in _by_sentence(source, ordered):
        parts = clauses(acts(source.text, span.start, span.end))
        days = [claim for claim in group if isinstance(claim, DateClaim)]
        named = company.within(found, starts, span.start, span.end)
        sentence = _Sentence(
            span=span,
            clauses=parts,
            manners=[
                modality(part, parts[place - 1] if place else ())
                for place, part in enumerate(parts)
            ],
            dates=[(day, _dated(day, parts)) for day in days],
            frames=frames.of(index, parts, days) if parts else [],
            named=named,
            starts=[one.span.start for one in named],
            credited=tuple(region for region in credited if region.span.overlaps(span)),
        )
        yield sentence, group


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


def _context(
    claim: Claim, sentence: _Sentence, days: Days, governed: dict[Span, Governor]
) -> Context:
    phrase = _phrase(claim)
    place, clause = _holding(sentence.clauses, claim.span.start)
    start, end = _extent(clause, phrase)
    who = speaker(sentence.credited, claim.span)
    predicate, verb = _governed(claim, clause, phrase, governed)
    near = company.within(sentence.named, sentence.starts, start, end)
    frame = next((f.period for f in sentence.frames if f.start <= claim.span.start < f.end), None)
    if claim.kind == "quantity" and claim.category is Category.AGE:
        names = company.bearer(sentence.named, claim.span.start, claim.span.end)
    else:
        names = company.named(near, speaker=who)
    return Context(
        sentence=sentence.span,
        clause=Span(start=start, end=end),
        predicate=predicate,
        verb=verb,
        names=names,
        places=company.located(near, clause),
        qualifiers=qualifiers(clause, phrase.start, phrase.end) if claim.kind == "quantity" else (),
        attribution=who,
        as_of=days.as_of(sentence.dates, who),
        frame=frame,
        modality=sentence.manners[place] if clause else Modality.STATED,
        negated=negated(clause, phrase.start, phrase.end),
    )


def _governed(
    claim: Claim, clause: list[Word], phrase: Phrase, governed: dict[Span, Governor]
) -> Governor:
    """The governor of a claim; a bracketed conversion shares that of the figure it repeats."""
    repeats = claim.converts if claim.kind == "quantity" else None
    if repeats is not None and repeats in governed:
        found = governed[repeats]
    else:
        found = governor(clause, phrase, key=key_of(claim), counted=counted_by(claim))
    governed[claim.span] = found
    return found


def _dated(day: DateClaim, parts: Sequence[list[Word]]) -> str | None:
    """The class of the verb that a day dates, its base form where it has no class."""
    _, clause = _holding(parts, day.span.start)
    predicate, verb = governor(clause, _phrase(day), key="date", counted=None)
    return predicate or verb


def _phrase(claim: Claim) -> Phrase:
    """The claim with the noun it counts."""
    if claim.kind == "quantity" and claim.noun is not None:
        return Phrase(claim.span.start, max(claim.span.end, claim.noun.end))
    return Phrase(claim.span.start, claim.span.end)


def _extent(clause: Sequence[Word], phrase: Phrase) -> tuple[int, int]:
    if not clause:
        return phrase.start, phrase.end
    return min(clause[0].start, phrase.start), max(clause[-1].end, phrase.end)


def _holding(parts: Sequence[list[Word]], offset: int) -> tuple[int, list[Word]]:
    """The clause in which a claim begins, and its place among the clauses."""
    for place, part in enumerate(parts):
        if part and offset < part[-1].end:
            return place, part
    return len(parts) - 1, parts[-1] if parts else []
