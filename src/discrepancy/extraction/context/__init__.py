"""What surrounds each claim: its clause, what happened, who says so, when it held, how surely.

>>> from discrepancy.source import Source
>>> situate(Source(id="a", text="Nothing is claimed here."), ())
()
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from discrepancy.claims import (
    AHEAD,
    COUNTING,
    Category,
    Claim,
    Context,
    DateClaim,
    Modality,
    TimeClaim,
)
from discrepancy.english.acts import Word, acts
from discrepancy.english.clauses import clauses
from discrepancy.english.predicates import settled
from discrepancy.extraction.context import company, vote_counts
from discrepancy.extraction.context.assertion import put_forward
from discrepancy.extraction.context.corrections import withdrawn
from discrepancy.extraction.context.governed import counted_by, key_of
from discrepancy.extraction.context.governors import Governor, NounPhrase, governor
from discrepancy.extraction.context.held import OPENING, Days, is_settled, news_day, of_earlier
from discrepancy.extraction.context.measurand import View, measured
from discrepancy.extraction.context.modality import Manner, denies_saying, manner, negated
from discrepancy.extraction.context.narrowing import marks_of
from discrepancy.extraction.context.qualifiers import qualifiers
from discrepancy.extraction.context.standing import stands
from discrepancy.extraction.context.time_frames import Frame, Frames
from discrepancy.extraction.credit import Credited, regions, speaker
from discrepancy.extraction.names.entities import Entity, entities
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import tokens


class _Sentence(NamedTuple):
    """One sentence, read once for all of its claims."""

    text: str
    """Of the whole document."""
    span: Span
    clauses: list[list[Word]]
    manners: list[Manner]
    """How each clause is put forward."""
    places: list[tuple[str, ...]]
    """Where each clause happened."""
    words: list[Word]
    times: list[TimeClaim]
    dates: list[tuple[DateClaim, str | None]]
    """Its dates, each with the class of the verb that it dates."""
    frames: list[Frame]
    named: list[Entity]
    starts: list[int]
    last_named: str | None
    """The person named last before it."""
    credited: tuple[Credited, ...]
    narrowed: dict[int, tuple[str, ...]]
    """Of each figure, by where it starts, the marks of a narrower measure."""
    is_headline: bool


@dataclass
class _SoFar:
    """What the document has told up to a claim."""

    days: Days
    governed: dict[Span, Governor] = field(default_factory=dict)
    """The governor of each claim."""
    votes_move: bool = False
    """Whether votes were still being counted."""
    counted: set[str] = field(default_factory=set)
    """Classes of events whose counts it has given."""
    last_counted: tuple[int, str] = (-1, "")
    """Where the sentence of the last count begins, and its class."""


def situate(source: Source, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of one source in text order, each with its context."""
    if not claims:
        return ()
    read = list(_read(source, sorted(claims, key=lambda claim: claim.span)))
    opening = [dated for sentence, _ in read[:OPENING] for dated in sentence.dates]
    days = Days(source.published or news_day(source, claims), opening)
    so_far = _SoFar(days, votes_move=vote_counts.goes_on(source.text))
    found: list[Claim] = []
    for sentence, group in read:
        for claim in group:
            context = _context(claim, sentence, so_far)
            found.append(claim.model_copy(update={"context": context}))
    return tuple(found)


def _read(source: Source, ordered: list[Claim]) -> Iterator[tuple[_Sentence, list[Claim]]]:
    """Each sentence that holds claims, read, with the claims that begin in it."""
    frames = Frames(source.published)
    credited = regions(source, tuple(ordered))
    found = entities(source)
    starts = [one.span.start for one in found]
    held: list[Credited] = []
    upcoming = 0
    headline = source.layout.headline if source.layout else None
    for index, span, group in _by_sentence(source, ordered):
        parts = clauses(acts(source.text, span.start, span.end))
        days = [claim for claim in group if isinstance(claim, DateClaim)]
        named = company.within(found, starts, span.start, span.end)
        while upcoming < len(credited) and credited[upcoming].span.start < span.end:
            held.append(credited[upcoming])
            upcoming += 1
        held = [region for region in held if region.span.end > span.start]
        sentence = _Sentence(
            text=source.text,
            span=span,
            clauses=parts,
            manners=[
                manner(part, before, after)
                for before, part, after in zip(((), *parts), parts, (*parts[1:], ()), strict=False)
            ],
            places=company.located(named, parts),
            times=[claim for claim in group if isinstance(claim, TimeClaim)],
            words=[word for part in parts for word in part],
            dates=[(day, _dated(day, parts)) for day in days],
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


def _context(claim: Claim, sentence: _Sentence, so_far: _SoFar) -> Context:
    phrase = _phrase(claim)
    place, clause = _holding(sentence.clauses, claim.span.start)
    start, end = _extent(clause, phrase)
    clause = _near(clause, phrase)
    who = speaker(sentence.credited, claim.span)
    key = key_of(claim)
    predicate, verb = _governed(claim, clause, phrase, so_far)
    near = company.within(sentence.named, sentence.starts, start, end)
    modality, denied = _put_forward(claim, sentence, place, clause, predicate)
    if key == "age":
        names = company.bearer(
            [one for one in sentence.named if one.type == "person"],
            sentence.text,
            claim.span.start,
            claim.span.end,
            sentence.last_named,
        )
    else:
        names = company.named(near, speaker=who)
    if is_settled(claim, predicate) and not _stands(claim, sentence, place, clause):
        day = so_far.days.of_event(sentence.dates, start, end)
    else:
        day = _day_told(claim, sentence, so_far, who)
    view = View(
        sentence.text,
        sentence.words,
        clause,
        phrase.start,
        phrase.end,
        key,
        sentence.named,
        sentence.last_named,
    )
    told = measured(view, verb, who, [dated for dated, _ in sentence.dates], sentence.times)
    return Context(
        sentence=sentence.span,
        clause=Span(start=start, end=end),
        predicate=predicate,
        verb=verb,
        names=names,
        places=sentence.places[place] if sentence.places else (),
        **told._asdict(),
        qualifiers=_qualifiers(claim, sentence, clause, predicate, so_far),
        attribution=who,
        as_of=of_earlier(sentence.text, phrase.start, phrase.end, sentence.dates) or day,
        frame=None if key in _TIMELESS else _frame(claim, sentence),
        modality=modality,
        negated=denied,
    )


def _put_forward(
    claim: Claim, sentence: _Sentence, place: int, clause: list[Word], predicate: str | None
) -> tuple[Modality, bool]:
    """How a claim is put forward, and whether it is negated; a state by the words that bear on it.

    A price is no plan, only what is bought for it.
    """
    phrase = _phrase(claim)
    if claim.kind == "status":
        before = sentence.clauses[place - 1] if place else ()
        rest = sentence.text[phrase.end : sentence.span.end].rstrip("\"'”’) ")
        asked = rest.endswith("?") and not any(mark in rest for mark in '“‘"')
        return put_forward(clause, before, phrase.start, phrase.end, asked=asked)
    if claim.kind == "quote" and denies_saying(_lead(claim, sentence)):
        return Modality.DENIED, negated(clause, phrase.start, phrase.end)
    if claim.kind in ("quantity", "date", "time") and withdrawn(
        sentence.text, sentence.span.start, phrase.start, phrase.end
    ):
        return Modality.DENIED, negated(clause, phrase.start, phrase.end)
    manners = sentence.manners
    found = manners[place].of(key_of(claim)) if manners else Modality.STATED
    if found in AHEAD and predicate in settled():
        found = Modality.STATED
    return found, negated(clause, phrase.start, phrase.end)


def _day_told(claim: Claim, sentence: _Sentence, so_far: _SoFar, who: str | None) -> str | None:
    """The day on which a claim that is no event's holds: long past, or when it was said."""
    counted = claim.kind == "quantity"
    said = so_far.days.of_statement(sentence.dates, who, counted=counted)
    return _long_past(claim, sentence, so_far) or said


def _long_past(claim: Claim, sentence: _Sentence, so_far: _SoFar) -> str | None:
    """The day, long past, that stands right behind a state: "had been jailed in 2009"."""
    if claim.kind != "status":
        return None
    behind = (day for day, _ in sentence.dates if day.span.start >= claim.span.end)
    day = next(behind, None)
    between = day and sentence.text[claim.span.end : day.span.start].strip()
    return so_far.days.long_past(day) if day and between in ("", "in", "on", "back in") else None


def _stands(claim: Claim, sentence: _Sentence, place: int, clause: list[Word]) -> bool:
    """Whether a claim is of how things stand; a headline tells in the present what is over."""
    if claim.kind == "time" or sentence.is_headline:
        return False
    before = sentence.clauses[place - 1][-REACH:] if place else ()
    return stands(clause, claim.span.start, before)


def _lead(claim: Claim, sentence: _Sentence) -> str:
    """The words of the sentence before a claim."""
    return sentence.text[sentence.span.start : claim.span.start].rstrip(" \"'“‘`«„")


_WHOLES = ("narrow:counted in", "narrow:instalment")
"""Marks of a figure that says itself what it holds."""

_TIMELESS = ("age", "duration")
"""Figures that a time frame does not make another measurand: "died in 2006 after 21 years"."""


def _frame(claim: Claim, sentence: _Sentence) -> str | None:
    at = claim.span.start
    return next((frame.period for frame in sentence.frames if frame.start <= at < frame.end), None)


def _qualifiers(
    claim: Claim, sentence: _Sentence, clause: list[Word], predicate: str | None, so_far: _SoFar
) -> tuple[str, ...]:
    """The marks beside a figure."""
    if claim.kind != "quantity":
        return ()
    phrase = _phrase(claim)
    marks = qualifiers(clause, phrase.start, phrase.end)
    narrowed = sentence.narrowed.get(claim.span.start, ())
    if any(mark.startswith(_WHOLES) for mark in narrowed):
        marks = tuple(mark for mark in marks if mark != "part")  # "£24m including add-ons"
    marks += narrowed
    if so_far.votes_move and vote_counts.moved_by_count(claim, predicate):
        marks = (*marks, COUNTING)
    if claim.category in (Category.PERCENT, Category.RATIO):
        return tuple(mark for mark in marks if mark != "part")  # "90 % of the" is of a whole
    if predicate and claim.category is Category.COUNT:
        if "addition" in marks and _is_of_another_event(sentence.span.start, predicate, so_far):
            marks = tuple(mark for mark in marks if mark != "addition")
        so_far.counted.add(predicate)
        so_far.last_counted = (sentence.span.start, predicate)
    return marks


def _is_of_another_event(start: int, predicate: str, so_far: _SoFar) -> bool:
    """Whether "others" only sets a count off from that of another event.

    "Five died and 14 others were hurt": the 14 are all of the hurt.
    """
    begun, last = so_far.last_counted
    if begun == start:
        return last != predicate
    return bool(so_far.counted) and predicate not in so_far.counted


def _governed(claim: Claim, clause: list[Word], phrase: NounPhrase, so_far: _SoFar) -> Governor:
    """The governor of a claim; a bracketed conversion shares that of the figure it repeats."""
    repeats = claim.converts if claim.kind == "quantity" else None
    if repeats is not None and repeats in so_far.governed:
        found = so_far.governed[repeats]
    else:
        found = governor(clause, phrase, key=key_of(claim), counted=counted_by(claim))
    so_far.governed[claim.span] = found
    return found


def _dated(day: DateClaim, parts: Sequence[list[Word]]) -> str | None:
    """The class of the verb that a day dates, its base form where it has no class."""
    _, clause = _holding(parts, day.span.start)
    phrase = _phrase(day)
    predicate, verb = governor(_near(clause, phrase), phrase, key="date", counted=frozenset())
    return predicate or verb


def _phrase(claim: Claim) -> NounPhrase:
    """The claim with the noun it counts."""
    if claim.kind == "quantity" and claim.noun is not None:
        return NounPhrase(claim.span.start, max(claim.span.end, claim.noun.end))
    return NounPhrase(claim.span.start, claim.span.end)


def _extent(clause: Sequence[Word], phrase: NounPhrase) -> tuple[int, int]:
    if not clause:
        return phrase.start, phrase.end
    return min(clause[0].start, phrase.start), max(clause[-1].end, phrase.end)


REACH = 60
"""Words to either side of a claim that may bear on it."""


def _near(clause: list[Word], phrase: NounPhrase) -> list[Word]:
    """The words of a clause within reach of a claim: what keeps the work linear."""
    if len(clause) <= REACH:
        return clause
    first = bisect_left(clause, phrase.start, key=attrgetter("start"))
    last = bisect_left(clause, phrase.end, key=attrgetter("start"))
    return clause[max(0, first - REACH) : last + REACH]


def _holding(parts: Sequence[list[Word]], offset: int) -> tuple[int, list[Word]]:
    """The clause in which a claim begins, and its place among the clauses."""
    place = bisect_right(parts, offset, key=_start) - 1
    return (place, parts[place]) if place >= 0 else (0, parts[0] if parts else [])


def _start(part: list[Word]) -> int:
    return part[0].start
