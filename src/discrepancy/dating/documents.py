"""The documents of a story while their days are being inferred."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import nsmallest
from typing import NamedTuple

from discrepancy.calendar import edtf
from discrepancy.dating import leads, same_event
from discrepancy.dating.printing import Days, Told
from discrepancy.dating.signs import Sign, phrases_of, signs_of
from discrepancy.gathering.likeness import (
    Likeness,
    in_common,
    likeness_of,
    may_be_of_one_story,
    of_one_news,
)
from discrepancy.source import Source
from discrepancy.span import Span

_MOST = 40
"""How many others of its story a document is held against: what keeps a large folder linear."""


@dataclass(frozen=True)
class Document:
    """What one document tells, and when it can have been printed as far as that is known."""

    source: Source
    """With its anchor, as far as it is known."""
    phrases: Sequence[Told]
    """What it tells, as it stands without any anchor."""
    opening: Sequence[frozenset[str]]
    """The words of the sentences that it opens with."""
    like: Likeness
    signs: Sequence[Sign]
    settled: Mapping[Span, Days] = field(default_factory=dict)
    """What the calendar settles of its phrases."""
    told: Days | None = None
    """The day that its likest companion tells of."""

    @property
    def printed(self) -> Days | None:
        """The first and the last day on which it can have been printed; None: any."""
        return printed(self.source)

    @property
    def meant(self) -> Mapping[Span, Days]:
        """What its phrases mean, as far as that is known."""
        return {sign.told.claim.span: sign.days for sign in self.signs}


class Answer(NamedTuple):
    """What a phrase of one document means because another document tells it."""

    document: Document
    told: Told
    days: Days
    by: Document


class Story(NamedTuple):
    """What the other documents that tell of the same people and places are to one, by id."""

    others: tuple[str, ...]
    close: tuple[str, ...]
    """Those that share so many that they are of the same news."""
    weigh: same_event.Weights
    """How much each word tells in it."""
    weekday: int | None
    """The weekday that the leads of most of them tell of."""


def read(source: Source) -> Document:
    """A document as it stands."""
    phrases = phrases_of(source)
    opening = tuple(leads.opening(source))
    return Document(source, phrases, opening, likeness_of(source), tuple(signs_of(source, phrases)))


def story_of(of: Document, documents: Mapping[str, Document]) -> Story:
    """The story that an undated document belongs to."""
    others = {one.source.id: one for one in _likest(of, documents.values())}
    every = (of, *others.values())
    told = [one.phrases for one in every]
    return Story(
        others=tuple(others),
        close=tuple(n for n, one in others.items() if of_one_news(of.like, one.like)),
        weigh=same_event.Weights([_words(one) for one in every]),
        weekday=leads.weekday(told),
    )


def _words(of: Document) -> frozenset[str]:
    """The words of the sentences that are held against those of others."""
    return frozenset().union(*of.opening, *(one.words for one in of.phrases))


def _likest(of: Document, documents: Iterable[Document]) -> list[Document]:
    """Those of its story that share most names with it, by id; of equals, those that are dated."""
    told = (one for one in documents if one is not of and may_be_of_one_story(of.like, one.like))
    likest = nsmallest(_MOST, told, key=lambda one: _unlikeness(of, one))
    return sorted(likest, key=lambda one: one.source.id)


def _unlikeness(of: Document, other: Document) -> tuple[int, bool, str]:
    return -in_common(of.like, other.like).names, other.printed is None, other.source.id


def printed(source: Source) -> Days | None:
    """The first and the last day on which a source can have been printed; None: any."""
    if source.published:
        return source.published, source.published
    return edtf.interval(source.anchor) if source.anchor else None


def last_printed(source: Source) -> date | None:
    """The last day on which a source can have been printed, as far as that is known."""
    days = printed(source)
    return days[1] if days else None


def width(days: Days) -> timedelta:
    """How many days lie from the first to the last."""
    return days[1] - days[0]
