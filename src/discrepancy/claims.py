"""What is claimed: one assertion, read at one span of one source, of one of six kinds."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer

from discrepancy.bounds import CEILINGS as CEILINGS
from discrepancy.bounds import FLOORS as FLOORS
from discrepancy.bounds import Bound as Bound
from discrepancy.span import NOWHERE, Frequent, Span


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal, Field(allow_inf_nan=False), PlainSerializer(_json_number, when_used="json")
]
"""An exact figure; a JSON number in JSON."""


def _place(given: object) -> object:
    return NOWHERE if given is None else given


def _json_place(span: Span) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None


Place = Annotated[Span, BeforeValidator(_place), PlainSerializer(_json_place)]
"""Where words stand in their source; NOWHERE, null in JSON, for what was typed in."""


COUNTING = "moving:count"
"""The qualifier of shares and seats of a count of votes that was not over."""


class Trend(StrEnum):
    """The figure is the size of a change in this direction ("fell 2.5 %")."""

    UP = "up"
    DOWN = "down"


class Category(StrEnum):
    """The kind of quantity a figure gives: figures of two categories are never compared."""

    COUNT = "count"  # 3,000 troops
    MONEY = "money"  # $1.8 billion
    PERCENT = "percent"  # 70 %, 3 percentage points
    MEASURE = "measure"  # 1,000 km
    DURATION = "duration"  # one hour and 26 minutes
    AGE = "age"  # 43, after a name; a 50-year-old man
    MAGNITUDE = "magnitude"  # 6.1-magnitude
    RANK = "rank"  # 12th, second
    RATIO = "ratio"  # one in five, 4 out of 5, half
    SCORE = "score"  # 24-17
    NUMBER = "number"  # a bare figure


class Modality(StrEnum):
    """How the text puts it forward."""

    STATED = "stated"
    PLANNED = "planned"
    EXPECTED = "expected"
    ALLEGED = "alleged"
    DENIED = "denied"


AHEAD = (Modality.PLANNED, Modality.EXPECTED)
"""What is told of the time to come: another reading than what is so, whatever its size."""


class Context(Frequent):
    """What surrounds a claim: who says it, when it held, of whom, where, and how surely."""

    sentence: Place = NOWHERE
    clause: Place = NOWHERE
    """The part of the sentence, cut at conjunctions and relative words, that holds the claim."""
    predicate: str | None = None
    """The class of the verb or noun that says what happened ("die", "injure", "deploy"):
    a row id of data/predicates.toml; None where no known word governs the claim."""
    verb: str | None = None
    """Lemma of the governing verb or event noun, known class or not."""
    names: tuple[str, ...] = ()
    """People and bodies named in the clause, in order, places left out."""
    places: tuple[str, ...] = ()
    """Places named in the clause, in order."""
    bearer: str | None = None
    """Whose figure or deed it is, by the full name that the document gives: the subject, the
    possessor, the name behind "of"; None where the text names nobody there."""
    head: str | None = None
    """What is measured or happens, as base form with its particle: "revenue", "close at",
    "sue for"; of a count the verb, as its noun stands in the claim."""
    of: tuple[str, ...] = ()
    """What it is of: the words of its object and its attachments, names in full."""
    where: tuple[str, ...] = ()
    """The names behind "in", "at", "from", "to": places that need stand in no list."""
    event: str | None = None
    """Which of several events it belongs to: EDTF of the day that names it ("Sunday's quake",
    "the shooting in February"), or "earlier" for what is recalled beside the story's own."""
    period: str | None = None
    """What stretch it covers: a row id of data/periods.toml ("quarter-3", "noon", "close")."""
    qualifiers: tuple[str, ...] = ()
    """Words that narrow what is counted: "another", "total", "of them", "serious"."""
    attribution: str | None = None
    """Who is credited inside the text, outermost last: "NIS chief, via Lee"."""
    as_of: str | None = None
    """EDTF day (or period) on which it held, where the text tells."""
    frame: str | None = None
    """EDTF period that an adverbial sets ("In 2004, ..."), inherited by the next sentence;
    None: the time of the story itself."""
    modality: Modality = Modality.STATED
    negated: bool = False


class QuantityValue(Frequent):
    """A figure in its stated unit. `low` and `high` differ only for a stated range."""

    low: Number
    high: Number
    unit: str | None = None
    """Canonical singular: a pint name ("kilometer"), a currency code ("USD"), a counted noun
    as stated ("soldier"), "percent", or units over units ("USD/barrel"); None for a bare figure."""
    bound: Bound = Bound.EXACT
    trend: Trend | None = None


class DateValue(Frequent):
    """A day or period as EDTF level 1 ("2024-06", "2023-22", "2024-10/2024-12")."""

    edtf: str | None
    """None: a relative date that nothing in the document anchors."""


class TimeValue(Frequent):
    """A clock time "HH:MM" or "HH:MM:SS" with the zone as UTC offset or stated name."""

    time: str
    until: str | None = None
    """The end of a stated span of time or part of day ("afternoon" is 12:00 to 18:00)."""
    zone: str | None = None
    """"+07:00", "Z", or words such as "local time"; None where the text gives none."""
    bound: Bound = Bound.EXACT

    @property
    def minutes(self) -> int:
        """Whole minutes since midnight, in the stated zone."""
        hour, minute, *_ = self.time.split(":")
        return int(hour) * 60 + int(minute)


class TextValue(Frequent):
    """Words: of a quote without its marks, a status, a name."""

    text: str


class Entry(Frequent):
    """What whoever typed a claim in says of it; a claim that was read in a text has none."""

    measurand: str
    """What is measured, counted, dated or named, in the words of whoever typed it."""
    subject: str | None = None
    """Of whom or what."""
    words: str | None = None
    """The words of the source from which it was taken."""
    published: date | None = None
    url: str | None = None
    page: str | None = None
    table: str | None = None
    """The file in which it stands."""
    row: int | None = None
    """The line of that table, the header being line 1."""

    @property
    def places(self) -> tuple[str, ...]:
        """Where to look it up, in words: "row 3", "page 12"."""
        row = f"{self.table or ''} row {self.row}".strip() if self.row is not None else ""
        page = f"page {self.page}" if self.page is not None else ""
        return tuple(filter(None, (row, page)))


class _Claim(Frequent):
    source: str
    """The id of its source."""
    span: Place = NOWHERE
    """The words that carry the value: numeral, scale and unit; the hedge is apart. NOWHERE
    (empty, so false; null in JSON) for a claim that was typed in."""
    text: str
    """The words at the span, exactly; the value as it was typed where there is no text."""
    context: Context | None = None
    """None until `extraction.context` has looked."""
    entry: Entry | None = Field(default=None, exclude_if=lambda entry: entry is None)
    """What was typed with it; None for a claim that was read."""


class QuantityClaim(_Claim):
    """A figure: with its unit, hedge, and what it counts."""

    kind: Literal["quantity"] = "quantity"
    value: QuantityValue
    category: Category
    hedge: Span | None = None
    """The words that bound the figure ("at least")."""
    noun: Span | None = None
    """The noun phrase that is counted, modifiers included ("North Korean troops")."""
    converts: Span | None = None
    """The span of the figure that this bracketed conversion repeats in another unit."""
    part_of: Span | None = None
    """The span of the figure of which this one is a part ("8,000 of those 10,000")."""


class DateClaim(_Claim):
    """A day, month, year, season or period."""

    kind: Literal["date"] = "date"
    value: DateValue
    bound: Bound = Bound.EXACT
    """"by December" is <=, "since August" and "after 3 May" are >=."""
    relative: bool = False
    """Resolved from the published day or the day in focus, not stated in full."""
    alternatives: tuple[str, ...] = ()
    """Other EDTF readings that the document does not decide (03/04/2024)."""
    absent: str | None = None
    """The day as written ("2015-02-29", "XXXX-04-31"), where no calendar has it: it means none."""


class TimeClaim(_Claim):
    """A time of day."""

    kind: Literal["time"] = "time"
    value: TimeValue


class QuoteClaim(_Claim):
    """Words in quotation marks; the span covers all parts, marks left out at the ends."""

    kind: Literal["quote"] = "quote"
    value: TextValue
    """The words of all parts, joined by one space."""
    parts: tuple[Span, ...]
    """One span for each pair of marks of a split quote."""
    fragment: bool = False
    """A phrase inside the reporter's own sentence, not a full utterance."""


class StatusClaim(_Claim):
    """An assertion without a figure, of a kind that rules can read."""

    kind: Literal["status"] = "status"
    value: TextValue
    scale: str
    """Row id of data/scales.toml ("custody", "combat", "confirmation")."""
    level: int
    """Position on that scale, from 0."""
    subject: str | None = None
    """Of whom or what it is said, as named in the text."""
    qualifier: str | None = None
    """What narrows it ("full-fledged")."""


class NameClaim(_Claim):
    """Who or what is named, and in which role."""

    kind: Literal["name"] = "name"
    value: TextValue
    """The name without title: "Cho Tae-yong"."""
    type: Literal["person", "place", "organisation", "thing"] = "person"
    role: str | None = None
    """Words that say what the named is in the story ("National Intelligence Service Director")."""
    title: str | None = None
    """Rank or title before the name ("Commodore")."""


ENTRY = QuantityClaim | DateClaim | TimeClaim | QuoteClaim | StatusClaim | NameClaim
"""The six kinds, for a look at what something is."""

Claim = Annotated[
    QuantityClaim | DateClaim | TimeClaim | QuoteClaim | StatusClaim | NameClaim,
    Field(discriminator="kind"),
]
"""One assertion read at one span."""
