"""What is told of a draft: each thing in it that can be checked, and what its sources make of it.

>>> item = Item(kind="quantity", start=0, end=3, text="Six", status=Status.NOT_FOUND,
...             level="quantity.not_found", because="no source has it")
>>> item.span, item.status == "not found", item.alarm
(Span(start=0, end=3), True, True)
"""

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from discrepancy.source import Source, Told, Unread
from discrepancy.span import Model, Span

if TYPE_CHECKING:
    import pandas

Kind = Literal["quantity", "date", "time", "quote", "status", "name"]


class Status(StrEnum):
    """What the sources make of one thing of a draft."""

    BORNE_OUT = "borne out"
    """One source at least says so of the same thing."""
    DIFFERS = "differs"
    """Sources speak of the same thing, and none says this."""
    NOT_FOUND = "not found"
    """No source has it, or anything it could be mistaken for."""
    OPEN = "open"
    """It cannot be decided."""


ALARMS = (Status.DIFFERS, Status.NOT_FOUND)
"""What is to be mended."""


class Quoted(Model):
    """Words of a source that bear on an item: `sources[document].text[start:end] == text`."""

    document: str
    start: int
    end: int
    text: str
    verdict: str
    """What the words make of the item: a verdict of the ladder ("agreement", "rounding",
    "conflict"); "scope": the same, said of something else; "derived": a part of a working."""


class Second(Model):
    """What a second reader said of an item, borne out by words that our own code found."""

    by: str
    """The reader's name."""
    because: str
    rules: Status | None
    """What the rules made of it, which still counts where the reader is not trusted; None: they
    made no item of it."""


class Item(Model):
    """One checkable thing of a draft: `draft.text[start:end] == text`."""

    kind: Kind
    start: int
    end: int
    text: str
    status: Status
    level: str
    """The named rule that decided, e.g. "quantity.differs.transposed"."""
    because: str
    """One plain sentence."""
    evidence: tuple[Quoted, ...] = ()
    """The words of the sources that decided, the nearest first."""

    second: Second | None = Field(default=None, exclude_if=lambda second: second is None)
    """What a second reader said of it, where it changed its status or named it at all."""

    def status_for(self, *, trusted: bool) -> Status | None:
        """The status by which it counts, for those who trust a second reader or do not."""
        return self.second.rules if self.second and not trusted else self.status

    @property
    def span(self) -> Span:
        """Where it stands in the draft."""
        return Span(start=self.start, end=self.end)

    @property
    def alarm(self) -> bool:
        """Whether it is to be mended: it differs, or no source has it."""
        return self.status in ALARMS

    def __repr__(self) -> str:
        return f"<Item {self.kind} {self.text!r}: {self.status}>"


class Proof(Model):
    """A draft held against its sources."""

    items: tuple[Item, ...] = ()
    """Everything that can be checked, in the order of the draft."""
    draft: Source = Field(exclude=True, repr=False)
    """The draft as it was read; not part of the JSON."""
    sources: tuple[Source, ...] = ()
    unread: tuple[Unread, ...] = Field(default=(), exclude=True)
    """The sources that were given and not read, and what of the draft could not be held against
    them by a defect of ours; in the JSON the notes name them."""
    notes: tuple[Told, ...] = ()
    """What the run could not do: sources left out, a draft without a day."""

    def __repr__(self) -> str:
        counts = ", ".join(f"{status} {len(self.of(status))}" for status in Status)
        unread = f", not read {len(self.unread)}" if self.unread else ""
        return f"<Proof: {counts}; sources {len(self.sources)}{unread}>"

    def __str__(self) -> str:
        """The proof as a terminal shows it."""
        return str(import_module("discrepancy.reporting.proofed").render(self, "terminal"))

    @property
    def differs(self) -> tuple[Item, ...]:
        """What the sources tell otherwise."""
        return self.of(Status.DIFFERS)

    @property
    def not_found(self) -> tuple[Item, ...]:
        """What no source has."""
        return self.of(Status.NOT_FOUND)

    @property
    def borne_out(self) -> tuple[Item, ...]:
        """What a source says too."""
        return self.of(Status.BORNE_OUT)

    @property
    def open(self) -> tuple[Item, ...]:
        """What could not be decided."""
        return self.of(Status.OPEN)

    @property
    def alarms(self) -> tuple[Item, ...]:
        """What is to be mended, in the order of the draft."""
        return tuple(item for item in self.items if item.alarm)

    def of(self, status: Status) -> tuple[Item, ...]:
        """The items of one status, in the order of the draft."""
        return tuple(item for item in self.items if item.status is status)

    def to_frame(self) -> "pandas.DataFrame":
        """A pandas frame, one row for each item."""
        return import_module("discrepancy.reporting.proofed.frames").to_frame(self)
