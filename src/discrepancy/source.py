"""One document by one outlet, its text as it was read, and how that text is laid out.

The text is never rewritten: every span of every claim points into it.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, field_validator

from discrepancy.patterns import pattern
from discrepancy.span import Model, Span


def in_newsprint(day: date) -> bool:
    """Whether news can have been printed on a day: not in year 1, which stands for an empty field.

    The first newspaper is of 1605 (the Relation of Strasbourg).
    """
    return 1605 <= day.year < 3000


class Layout(Model):
    """Which characters of a text are the article, and what part of it they are.

    Whatever lies in no sentence (menus, share buttons, footers, URLs) is page furniture:
    no claim is read from it.
    """

    headline: Span | None = None
    """The title as it stands in the text, where the text has one."""
    paragraphs: tuple[Span, ...] = ()
    """The paragraphs of the article in order, the headline among them."""
    sentences: tuple[Span, ...] = ()
    """The sentences of these paragraphs in order; none crosses a paragraph's end."""


class Elsewhere(Model):
    """What a date of one document means because another document of its story tells it."""

    span: Span
    """Where the date stands."""
    edtf: str
    source: str
    """The document that tells it."""


_surrogates = pattern("[\ud800-\udfff]")


def writable(given: object) -> object:
    """Half of a surrogate pair is no character and cannot be written: U+FFFD, one for one."""
    if not isinstance(given, str):
        return given
    return _surrogates().sub("\N{REPLACEMENT CHARACTER}", given)


Told = Annotated[str, BeforeValidator(writable)]
"""Words that are told of a run, which may name files whose names are no text."""


class Unread(Model):
    """A document that was given and not read."""

    document: Told
    """Its path, and where in a file of several documents it stands."""
    because: Told
    """Why, in a few words: "it needs a password"."""

    def __str__(self) -> str:
        named = "".join(one if one.isprintable() else repr(one)[1:-1] for one in self.document)
        return f"{named}: {self.because}"


class Source(Model):
    """One document. What is unknown stays None: there is no hidden "today"."""

    id: str
    """The path below the folder that was given, or a name; unique in a story."""
    text: str = Field(repr=False)
    """The text that all offsets refer to."""
    outlet: str | None = None
    published: date | None = None
    """The day it was printed, by its metadata, front matter, URL or dateline."""
    published_from: str | None = None
    """Where that day is told: "the page's metadata (datePublished)", "its address"."""
    published_at: datetime | None = None
    """The time of day of printing on that day, where it is told; aware where its zone is."""
    anchor: str | None = None
    """EDTF of the days on which it can have been printed, where it does not tell: an inference
    (`dating`)."""
    anchored_by: str | None = None
    """Why, in one sentence."""
    elsewhere: tuple[Elsewhere, ...] = Field(default=(), exclude=True, repr=False)
    """The dates that only its story settles (`dating`); not part of the JSON."""
    title: str | None = None
    url: str | None = None
    file: str | None = None
    """The name of its file with its suffix, below the folder that was given."""
    counted: Literal["line", "paragraph", "page"] = "line"
    """By what a reader finds a place in that file."""
    pages: tuple[int, ...] = ()
    """Where in the text each page begins, of a document that has pages."""
    notes: tuple[str, ...] = ()
    """What of the document is not in its text, a sentence each: "2 deletions are not read"."""
    layout: Layout | None = Field(default=None, exclude=True, repr=False)
    """None until a reader has looked (`reading.laid_out`); not part of the JSON."""

    @field_validator("id", "text", "outlet", "title", "url", "file", mode="before")
    @classmethod
    def _sound(cls, given: object) -> object:
        return writable(given)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The source with other fields, their words made sound as those of a new one are."""
        told = {name: writable(one) for name, one in (update or {}).items()}
        return super().model_copy(update=told, deep=deep)


def named(source: Source) -> str:
    """What to call a source before readers: its outlet, or else the document's name."""
    return source.outlet or source.id
