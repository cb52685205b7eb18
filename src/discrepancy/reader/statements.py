"""One document's answer to one question, every part of it found again in the document by us."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from discrepancy.claims import Claim
from discrepancy.finding import Citation
from discrepancy.reader.addressed import addressed
from discrepancy.reader.anchoring import Places
from discrepancy.reader.answers import Told
from discrepancy.reader.refusals import Refused
from discrepancy.reader.said import Stated, borne_out
from discrepancy.reporting.passages import visible
from discrepancy.source import Source
from discrepancy.span import Span

AROUND = 400
"""Characters on each side of a quote in which our own reading of the day is looked for."""


@dataclass(frozen=True)
class Statement:
    """An answer that stands on words of its source."""

    source: Source = field(repr=False)
    answer: str
    span: Span
    exact: bool
    """The quote stood in the text letter by letter; else it was found by likeness."""
    attribution: str | None
    as_of: str | None
    figures: tuple[Stated, ...]
    """The figures, dates and times on which the answer rests."""

    @property
    def words(self) -> str:
        """The words of the source."""
        return self.span.of(self.source.text)

    @property
    def day(self) -> str | None:
        """The day of which it tells, or on which it was printed."""
        published = self.source.published
        return self.as_of or (published.isoformat() if published else None)

    @property
    def place(self) -> tuple[str, Span]:
        """Where its words stand."""
        return self.source.id, self.span

    def citation(self) -> Citation:
        """The words as a report cites them."""
        return Citation(
            document=self.source.id,
            start=self.span.start,
            end=self.span.end,
            text=self.words,
            attribution=self.attribution,
            as_of=self.as_of,
        )


class Checker:
    """Turns what a reader told into statements, and counts what it refuses, by reason."""

    def __init__(self, sources: Mapping[str, Source], claims: Sequence[Claim]) -> None:
        self._sources = sources
        self._places = {label: Places(source) for label, source in sources.items()}
        self._claims: dict[str, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.source, []).append(claim)
        self.refused: Counter[str] = Counter()

    def statement(self, told: Told | None) -> Statement | None:
        """The statement, or None where a check does not bear it out."""
        try:
            return self._checked(told)
        except Refused as why:
            self.refused[str(why)] += 1
            return None

    def _checked(self, told: Told | None) -> Statement:
        if told is None:
            raise Refused("an answer is not of the asked form")
        source = self._sources.get(told.document)
        if source is None:
            raise Refused("there is no such document")
        if addressed(told.quote):
            raise Refused("the quote speaks to a machine")
        place = self._places[told.document].anchored(told.quote)
        claims = self._claims.get(source.id, [])
        figures = borne_out(told.answer, place.span, source, claims)
        return Statement(
            source=source,
            answer=visible(" ".join(told.answer.split())),
            span=place.span,
            exact=place.exact,
            attribution=self._attribution(told.said_by, source),
            as_of=self._as_of(told.day, place.span, source, claims),
            figures=figures,
        )

    def _attribution(self, said_by: str | None, source: Source) -> str | None:
        """Who is credited, in the source's own letters; dropped where the source lacks the name."""
        if not said_by or not said_by.strip():
            return None
        at = source.text.lower().find(said_by.strip().lower())
        words = source.text[at : at + len(said_by.strip())]
        if at < 0 or words.lower() != said_by.strip().lower():
            self.refused["who is credited is not named so in the text (left out)"] += 1
            return None
        return " ".join(words.split())

    def _as_of(
        self, day: str | None, span: Span, source: Source, claims: Sequence[Claim]
    ) -> str | None:
        """The day told, where our own readers read it there or it is that of printing."""
        if not day:
            return None
        near = Span(start=max(0, span.start - AROUND), end=span.end + AROUND)
        if day in _days(near, claims) or (source.published and day == str(source.published)):
            return day if _is_day(day) else None
        self.refused["the day is not that of the text (left out)"] += 1
        return None


def _days(near: Span, claims: Sequence[Claim]) -> set[str]:
    """The days that our own readers read close to a quote."""
    found: set[str] = set()
    for claim in claims:
        if claim.span.overlaps(near):
            if claim.kind == "date" and claim.value.edtf:
                found.add(claim.value.edtf)
            if claim.context and claim.context.as_of:
                found.add(claim.context.as_of)
    return found


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
