"""One document's answer to one question, every part of it found again in the document by us."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from discrepancy.claims import Claim
from discrepancy.finding import Citation
from discrepancy.reader.checks.addressed import is_addressed
from discrepancy.reader.checks.anchoring import Places
from discrepancy.reader.checks.answers import Told
from discrepancy.reader.checks.said import Stated, borne_out, figures_in
from discrepancy.reader.refusals import Refused
from discrepancy.reporting.passages import visible
from discrepancy.source import Source
from discrepancy.span import Span

WEEK = 7
"""Days before printing of which a weekday is told by its name alone."""

AROUND = 400
"""Characters on each side of a quote in which our own reading of the day is looked for."""


Place = tuple[str, Span]
"""A document and where in it words stand."""


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
    core: Span
    """Where the answer's own words stand in the quote, or else the whole quote."""
    open_day: bool = False
    """Its words tell a relative day ("today") that nothing resolves."""

    @property
    def words(self) -> str:
        """The words of the source."""
        return self.span.of(self.source.text)

    @property
    def day(self) -> str | None:
        """The day of which it tells, or on which it was printed."""
        return self.as_of or self.printed

    @property
    def printed(self) -> str | None:
        """The day on which it was printed."""
        published = self.source.published
        return published.isoformat() if published else None

    @property
    def place(self) -> Place:
        """Where the answer stands."""
        return self.source.id, self.core

    def citation(self, figure: Stated | None = None) -> Citation:
        """The words as a report cites them, or one figure among them."""
        span = figure.span if figure else self.span
        return Citation(
            document=self.source.id,
            start=span.start,
            end=span.end,
            text=span.of(self.source.text),
            attribution=self.attribution,
            as_of=self.as_of,
        )


class Checker:
    """Turns what a reader told into statements, and counts what becomes of it, by reason."""

    def __init__(self, sources: Mapping[str, Source], claims: Sequence[Claim]) -> None:
        self._sources = sources
        self._places = {label: Places(source) for label, source in sources.items()}
        self._claims: dict[str, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.source, []).append(claim)
        self.refused: Counter[str] = Counter()
        self.mended: Counter[str] = Counter()
        """Answers that are not letter by letter what the text has, and are taken all the same."""
        self.left_out: Counter[str] = Counter()
        """Parts of answers that are not taken over; the rest of the answer is."""

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
        if is_addressed(told.quote):
            raise Refused("the quote speaks to a machine")
        place = self._places[told.document].anchored(told.quote)
        claims = self._claims.get(source.id, [])
        figures, core = borne_out(told.answer, place.span, source, claims)
        if place.mended:
            self.mended[place.mended] += 1
        return Statement(
            source=source,
            answer=visible(" ".join(told.answer.split())),
            span=place.span,
            exact=place.exact,
            attribution=self._attribution(told.said_by, source),
            as_of=self._as_of(told.day, place.span, source, claims),
            figures=figures,
            core=core or place.span,
            open_day=any(
                claim.kind == "date" and not claim.value.edtf and claim.span.overlaps(place.span)
                for claim in claims
            ),
        )

    def _attribution(self, said_by: str | None, source: Source) -> str | None:
        """Who is credited, in the source's own letters; dropped where the source lacks the name."""
        if not said_by or not said_by.strip():
            return None
        at = source.text.lower().find(said_by.strip().lower())
        words = source.text[at : at + len(said_by.strip())]
        if at < 0 or words.lower() != said_by.strip().lower():
            self.left_out["who is credited is not named so in the text"] += 1
            return None
        return " ".join(words.split())

    def _as_of(
        self, day: str | None, span: Span, source: Source, claims: Sequence[Claim]
    ) -> str | None:
        """The day told, where our own readers read it there or it is that of printing.

        One that is told without its year ("Jan. 4", "Sunday") is the day that its document has.
        """
        if not day:
            return None
        told = day if _is_day(day) else _resolved(day, source)
        near = Span(start=max(0, span.start - AROUND), end=span.end + AROUND)
        if told and (
            told in _days(near, claims)
            or told == str(source.published)
            or _is_weekday(told, near, source)
        ):
            self.mended["the day was told without its year"] += told != day
            return told
        self.left_out["the day is not that of the text"] += 1
        return None


def _resolved(day: str, source: Source) -> str | None:
    """The one day that a reader's words are in a document."""
    found = {
        claim.value.edtf
        for claim in figures_in(day, source)
        if claim.kind == "date" and claim.value.edtf and _is_day(claim.value.edtf)
    }
    return found.pop() if len(found) == 1 else None


def _is_weekday(day: str, near: Span, source: Source) -> bool:
    """Whether the text names the day's weekday, and the day lies in the week before printing."""
    told = date.fromisoformat(day)
    printed = source.published
    if printed is None or not 0 <= (printed - told).days <= WEEK:
        return False
    return re.search(rf"\b{told:%A}\b", near.of(source.text)) is not None


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
