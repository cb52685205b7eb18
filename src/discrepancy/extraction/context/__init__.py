"""What surrounds each claim: its clause, what happened, who says so, when it held, how surely.

>>> from discrepancy.source import Source
>>> situate(Source(id="a", text="Nothing is claimed here."), ())
()
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from discrepancy.claims import (
    AHEAD,
    COUNTING,
    Category,
    Claim,
    Context,
    Modality,
)
from discrepancy.english.acts import Word
from discrepancy.english.clauses import around
from discrepancy.english.predicates import settled
from discrepancy.extraction.context import company, vote_counts
from discrepancy.extraction.context.assertion import put_forward
from discrepancy.extraction.context.corrections import withdrawn
from discrepancy.extraction.context.day_governors import Governor
from discrepancy.extraction.context.governed import counted_by, key_of
from discrepancy.extraction.context.governors import NounPhrase, governor
from discrepancy.extraction.context.held import OPENING, Days, is_settled, news_day, of_earlier
from discrepancy.extraction.context.measurand import View, measured
from discrepancy.extraction.context.modality import denies_saying, negated
from discrepancy.extraction.context.qualifiers import qualifiers_of
from discrepancy.extraction.context.sentences import (
    REACH,
    ReadSentence,
    holding,
    nearby,
    phrase_of,
    read_all,
)
from discrepancy.extraction.context.standing import stands
from discrepancy.extraction.credit import speaker
from discrepancy.source import Source
from discrepancy.span import Span

_TOLD = ("quantity", "date", "time")
"""The kinds of claims that measure or tell something."""


@dataclass
class _SoFar:
    """What the document has told up to a claim."""

    text: str
    days: Days
    governed: dict[Span, Governor] = field(default_factory=dict)
    """The governor of each figure."""
    counted: set[str] = field(default_factory=set)
    """Classes of events whose counts it has given."""
    last_counted: tuple[int, str] = (-1, "")
    """Where the sentence of the last count begins, and its class."""

    @cached_property
    def votes_move(self) -> bool:
        """Whether votes were still being counted."""
        return vote_counts.goes_on(self.text)


def situate(source: Source, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of one source in text order, each with its context."""
    if not claims:
        return ()
    read = list(read_all(source, sorted(claims, key=lambda claim: claim.span)))
    opening = [dated for sentence, _ in read[:OPENING] for dated in sentence.dates]
    days = Days(source.published or news_day(source, claims), opening)
    so_far = _SoFar(source.text, days)
    found: list[Claim] = []
    for sentence, group in read:
        for claim in group:
            context = _context(claim, sentence, so_far)
            found.append(claim.model_copy(update={"context": context}))
    return tuple(found)


def _context(claim: Claim, sentence: ReadSentence, so_far: _SoFar) -> Context:
    phrase = phrase_of(claim)
    place, clause = holding(sentence.clauses, claim.span.start)
    start, end = _extent(clause, phrase)
    clause = nearby(clause, phrase)
    who = speaker(sentence.credited, claim.span)
    key = key_of(claim)
    told = sentence.dated.get(claim.span) if claim.kind == "date" else None
    predicate, verb = told or _governed(claim, clause, phrase, so_far)
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
    return Context(
        sentence=sentence.span,
        clause=Span(start=start, end=end),
        predicate=predicate,
        verb=verb,
        names=names,
        places=sentence.places[place] if sentence.places else (),
        **_measured(claim, sentence, clause, verb, who),
        qualifiers=_qualifiers(claim, sentence, clause, predicate, so_far),
        attribution=who,
        as_of=of_earlier(sentence.text, phrase.start, phrase.end, sentence.dates) or day,
        frame=None if key in _TIMELESS else _frame(claim, sentence, so_far),
        modality=modality,
        negated=denied,
    )


def _measured(
    claim: Claim, sentence: ReadSentence, clause: list[Word], verb: str | None, who: str | None
) -> dict[str, Any]:
    """What a figure, date or time measures or tells, as fields of a context; of others nothing."""
    if claim.kind not in _TOLD or not clause:
        return {}
    phrase = phrase_of(claim)
    left, _, right = around(clause, phrase.start, phrase.end)
    view = View(
        text=sentence.text,
        sentence=sentence.words,
        clause=clause,
        left=left,
        right=right,
        start=phrase.start,
        end=phrase.end,
        key=key_of(claim),
        named=sentence.named,
        last_person=sentence.last_named,
    )
    days = [dated for dated, _ in sentence.dates]
    return measured(view, verb, who, days, sentence.times)._asdict()


def _put_forward(
    claim: Claim, sentence: ReadSentence, place: int, clause: list[Word], predicate: str | None
) -> tuple[Modality, bool]:
    """How a claim is put forward, and whether it is negated; a state by the words that bear on it.

    A price is no plan, only what is bought for it.
    """
    phrase = phrase_of(claim)
    if claim.kind == "status":
        before = sentence.clauses[place - 1] if place else ()
        rest = sentence.text[phrase.end : sentence.span.end].rstrip("\"'”’) ")
        asked = rest.endswith("?") and not any(mark in rest for mark in '“‘"')
        return put_forward(clause, before, phrase.start, phrase.end, asked=asked)
    denies = bool(sentence.denies) and sentence.denies[place]
    denied = denies and negated(clause, phrase.start, phrase.end)
    if claim.kind == "quote" and denies_saying(_lead(claim, sentence)):
        return Modality.DENIED, denied
    told = sentence.corrects and claim.kind in _TOLD
    if told and withdrawn(sentence.text, sentence.span.start, phrase.start, phrase.end):
        return Modality.DENIED, denied
    manners = sentence.manners
    found = manners[place].of(key_of(claim)) if manners else Modality.STATED
    if found in AHEAD and predicate in settled():
        found = Modality.STATED
    return found, denied


def _day_told(claim: Claim, sentence: ReadSentence, so_far: _SoFar, who: str | None) -> str | None:
    """The day on which a claim that is no event's holds: long past, or when it was said."""
    counted = claim.kind == "quantity"
    said = so_far.days.of_statement(sentence.dates, who, counted=counted)
    return _long_past(claim, sentence, so_far) or said


def _long_past(claim: Claim, sentence: ReadSentence, so_far: _SoFar) -> str | None:
    """The day, long past, that stands right behind a state: "had been jailed in 2009"."""
    if claim.kind != "status":
        return None
    behind = (day for day, _ in sentence.dates if day.span.start >= claim.span.end)
    day = next(behind, None)
    between = day and sentence.text[claim.span.end : day.span.start].strip()
    return so_far.days.long_past(day) if day and between in ("", "in", "on", "back in") else None


def _stands(claim: Claim, sentence: ReadSentence, place: int, clause: list[Word]) -> bool:
    """Whether a claim is of how things stand; a headline tells in the present what is over."""
    if claim.kind == "time" or sentence.is_headline:
        return False
    before = sentence.clauses[place - 1][-REACH:] if place else ()
    return stands(clause, claim.span.start, before)


def _lead(claim: Claim, sentence: ReadSentence) -> str:
    """The words of the sentence before a claim."""
    return sentence.text[sentence.span.start : claim.span.start].rstrip(" \"'“‘`«„")


_WHOLES = ("narrow:counted in", "narrow:instalment")
"""Marks of a figure that says itself what it holds."""

_TIMELESS = ("age", "duration")
"""Figures that a time frame does not make another measurand: "died in 2006 after 21 years"."""


def _frame(claim: Claim, sentence: ReadSentence, so_far: _SoFar) -> str | None:
    """The time that governs a claim; of a state also the only day of its sentence, if long past."""
    at = claim.span.start
    told = (frame.period for frame in sentence.frames if frame.start <= at < frame.end)
    found = next(told, None)
    if found or claim.kind != "status":
        return found
    days = [so_far.days.long_past(day) for day, _ in sentence.dates]
    return days[0] if days and all(days) else None


def _qualifiers(
    claim: Claim, sentence: ReadSentence, clause: list[Word], predicate: str | None, so_far: _SoFar
) -> tuple[str, ...]:
    """The marks beside a figure."""
    if claim.kind != "quantity":
        return ()
    phrase = phrase_of(claim)
    marks = qualifiers_of(clause, phrase.start, phrase.end)
    narrowed = sentence.narrowed.get(claim.span.start, ())
    if any(mark.startswith(_WHOLES) for mark in narrowed):
        marks = tuple(mark for mark in marks if mark != "part")  # "£24m including add-ons"
    marks += narrowed
    if vote_counts.moved_by_count(claim, predicate) and so_far.votes_move:
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
    if claim.kind != "quantity":
        return governor(clause, phrase, key=claim.kind, counted=frozenset())
    found = so_far.governed.get(claim.converts) if claim.converts else None
    if found is None:
        found = governor(clause, phrase, key=key_of(claim), counted=counted_by(claim))
    so_far.governed[claim.span] = found
    return found


def _extent(clause: Sequence[Word], phrase: NounPhrase) -> tuple[int, int]:
    if not clause:
        return phrase.start, phrase.end
    return min(clause[0].start, phrase.start), max(clause[-1].end, phrase.end)
