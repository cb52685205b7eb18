"""What is told: verdicts, the comparison of two claims, findings, and the report of a run."""

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from discrepancy.claims import (
    Claim,
    DateValue,
    Entry,
    QuantityValue,
    TextValue,
    TimeValue,
)
from discrepancy.source import Source, Told, Unread
from discrepancy.span import NOWHERE, Frequent, Model, Span

if TYPE_CHECKING:
    import altair
    import pandas
    import pyarrow

Value = QuantityValue | DateValue | TimeValue | TextValue


class Verdict(StrEnum):
    """Whether two readings can both be right, most charitable first."""

    AGREEMENT = "agreement"
    ROUNDING = "rounding"
    SCOPE = "scope"
    UPDATE = "update"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"

    @property
    def flagged(self) -> bool:
        """Whether the reader is shown it; the other verdicts count as corroboration."""
        return self in (Verdict.SCOPE, Verdict.UPDATE, Verdict.CONFLICT)


class Confidence(StrEnum):
    """How surely the two sides of a finding speak of one thing."""

    SURE = "sure"
    """The first screen: what counts, fails a run, and is worth a reader's time by itself."""
    POSSIBLE = "possible"
    """Shown after all sure ones, as a question; counted and failing only where asked for."""


class Comparison(Model):
    """The judgement of two claims that are taken to speak of one measurand."""

    verdict: Verdict
    level: str
    """The rung of the ladder that decided, e.g. "quantity.rounding.conversion"."""
    difference: float | None = None
    """By how much the second departs from the first, as a share of the first (0.38: 38 %
    more); in days for dates, in minutes for times; None where no size can be given."""
    because: str
    """One plain sentence."""


class Citation(Frequent):
    """Where a reading stands: `sources[document].text[start:end] == text`.

    A claim that was typed in stands in no text: its document, start and end are None.
    """

    document: str | None
    start: int | None
    end: int | None
    text: str
    source: str = Field(default_factory=lambda told: told["document"] or "")
    """The id of the source that gives it; that of the document, where there is one."""
    attribution: str | None = None
    as_of: str | None = None
    entry: Entry | None = Field(default=None, exclude_if=lambda entry: entry is None)
    """What was typed with a claim that was typed in: its words, address, page and row."""

    @property
    def place(self) -> Span:
        """Where the words stand in the document; NOWHERE for what was typed in."""
        if self.start is None or self.end is None:
            return NOWHERE
        return Span(start=self.start, end=self.end)


class Reading(Frequent):
    """Equal claims about one measurand: one value, and everybody who gives it."""

    value: Value
    claims: Annotated[tuple[Citation, ...], Field(min_length=1)]


class Disagreement(Frequent):
    """Two readings of a finding, by their positions, that were compared."""

    a: int
    b: int
    verdict: Verdict
    level: str
    because: str
    difference: float | None = None
    weight: float | None = None
    """How surely the two speak of one thing: summed match weights, in log odds, to be held
    against the thresholds of the kind; None where nothing was weighed."""
    why: str = ""
    """The size of the difference and the reason alone: what `because` says after who says what."""
    cited: tuple[int, int] | None = None
    """Which citation of reading `a` and which of reading `b`, by their positions, were compared;
    None where a second reader found it."""


class Evidence(Frequent):
    """One comparison level that spoke for or against two readings having one measurand."""

    level: str
    weight: float
    because: str


class SetAside(Model):
    """Who takes a finding of the rules for no disagreement, and why; it is listed last."""

    by: str
    """The second reader's name."""
    because: str


class Moved(SetAside):
    """Who gives a finding of the rules another verdict that the days bear out, and why."""

    rules: Verdict
    """The verdict of the rules, which still counts where the reader is not trusted."""


class Finding(Frequent):
    """What the reader is shown: the readings of one measurand and where they part."""

    id: str
    """A fingerprint of what is said, stable across runs, added documents and moved text."""
    verdict: Verdict
    confidence: Confidence = Confidence.SURE
    """Whether its two sides surely speak of one thing, or may do so."""
    kind: str
    measurand: str
    """What was measured or counted, of what, where, in a few words of the sources."""
    because: str
    """One plain sentence that an editor could paste."""
    readings: tuple[Reading, ...]
    disagreements: tuple[Disagreement, ...]
    severity: float = 0.0
    """Orders the findings: kind, size against precision, number of independent sources."""
    evidence: tuple[Evidence, ...] = ()
    """Why these readings are taken to speak of one measurand."""
    decision: str | None = None
    """"confirmed", where a reader has said so; dismissed findings are not shown at all."""
    note: str | None = None
    """What that reader noted."""
    origin: str | None = None
    """"read by MODEL, words verified", where a second reader found it; None: our own rules."""
    confirmed_by: str | None = None
    """The second reader that takes it for a disagreement too."""
    set_aside: SetAside | None = None
    """A second reader takes it for none: it is kept, listed last and not counted."""
    moved: Moved | None = None
    """A second reader gives it the verdict that it has now; the rules gave another."""

    @property
    def sure(self) -> bool:
        """Whether it stands on the first screen and counts."""
        return self.confidence is Confidence.SURE

    def __repr__(self) -> str:
        return f"<Finding {self.id}, {self.verdict}: {self.measurand}>"

    def verdict_for(self, *, trusted: bool) -> Verdict | None:
        """The verdict by which it counts, for those who trust a second reader or do not.

        A reader that is not trusted neither adds a finding nor takes one away.
        """
        if self.set_aside or self.origin:
            return self.verdict if bool(self.origin) is trusted else None
        return self.moved.rules if self.moved and not trusted else self.verdict

    def said_by_reader(self) -> tuple[str, ...]:
        """What a second reader said of a finding of the rules, a sentence each."""
        aside, moved = self.set_aside, self.moved
        told = [f"confirmed by {self.confirmed_by}"] if self.confirmed_by else []
        told += [f"set aside by {aside.by}: {aside.because}"] if aside else []
        told += [f"{moved.rules} by the rules; {moved.by}: {moved.because}"] if moved else []
        return tuple(told)

    @property
    def clash(self) -> Disagreement | None:
        """The disagreement that gave the verdict and the sentence."""
        deciding = (one for one in self.disagreements if one.verdict is self.verdict)
        ranked = sorted(deciding, key=lambda one: one.because != self.because)
        return ranked[0] if ranked else None

    def explain(self) -> str:
        """The rule behind the verdict and the levels and weights behind the alignment."""
        told = self.verdict if self.sure else f"{self.confidence} {self.verdict}"
        lines = [f"{self.id}  {told}: {self.measurand}", self.because]
        lines += [self.origin or "", *self.said_by_reader()]
        lines += [
            f"rule    {d.level}: {(d.because == self.because and d.why) or d.because}"
            for d in self.disagreements
        ]
        lines += [f"{e.weight:+6.1f}  {e.level}: {e.because}" for e in self.evidence]
        return "\n".join(lines)


class Report(Model):
    """All findings of one run: the sure ones first, gravest first, then the possible ones."""

    findings: tuple[Finding, ...] = ()
    """The flagged ones: conflicts, updates, apparent conflicts (scope), sure and possible.

    Those of a second reader follow those of the rules; what it has set aside stands last.
    """
    corroborated: tuple[Finding, ...] = ()
    """Groups of claims that do not disagree."""
    sources: tuple[Source, ...] = ()
    claims: int = 0
    """How many claims were read."""
    notes: tuple[Told, ...] = ()
    """What the run could not do: dates left open, what is not compared."""
    unread: tuple[Unread, ...] = ()
    """The documents that were given and not read, each with the reason."""
    read: tuple[Claim, ...] = Field(default=(), exclude=True, repr=False)
    """Every claim that was read, by source and place; not part of the JSON."""

    def __repr__(self) -> str:
        found = f"conflicts {len(self.conflicts)}, updates {len(self.updates)}"
        apparent = f"apparent conflicts {len(self.apparent)}"
        apparent += f", possible {len(self.possible)}" if self.possible else ""
        second = f"; by a second reader {len(self.by_reader)}" if self.by_reader else ""
        second += f"; set aside {len(self.aside)}" if self.aside else ""
        read = f"claims {self.claims}, sources {len(self.sources)}"
        read += f", not read {len(self.unread)}" if self.unread else ""
        return f"<Report: {found}, {apparent}{second}; {read}>"

    def __str__(self) -> str:
        """The report as a terminal shows it."""
        return str(import_module("discrepancy.reporting").render(self, "terminal"))

    def to_frame(self) -> "pandas.DataFrame":
        """A pandas frame, one row for each claim of each reading."""
        return import_module("discrepancy.reporting.frames").to_frame(self)

    def to_arrow(self) -> "pyarrow.Table":
        """The same as an Arrow table."""
        return import_module("discrepancy.reporting.frames").to_arrow(self)

    def show(self, finding: Finding) -> object:
        """One finding for a notebook, each side's words in the sentence where they stand."""
        return import_module("discrepancy.reporting.notebook").Shown(finding, self)

    def plot(self, finding: Finding) -> "altair.LayerChart":
        """The values of one finding on one axis, drawn by Altair."""
        return import_module("discrepancy.reporting.pictures.plot").plot(self, finding)

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """The sure findings in which two readings cannot both be right."""
        return self._of(Verdict.CONFLICT)

    @property
    def updates(self) -> tuple[Finding, ...]:
        """The sure findings in which the thing moved on between two accounts."""
        return self._of(Verdict.UPDATE)

    @property
    def apparent(self) -> tuple[Finding, ...]:
        """The sure findings that look like conflicts and are of two measurands."""
        return self._of(Verdict.SCOPE)

    @property
    def possible(self) -> tuple[Finding, ...]:
        """The findings of the rules, whatever their verdict, that ask whether it is one thing."""
        return tuple(f for f in self.findings if not (f.sure or f.origin or f.set_aside))

    @property
    def by_reader(self) -> tuple[Finding, ...]:
        """The findings of a second reader, whatever their verdict; the others are the rules'."""
        return tuple(finding for finding in self.findings if finding.origin)

    @property
    def aside(self) -> tuple[Finding, ...]:
        """The findings of the rules that a second reader has set aside, whatever their verdict."""
        return tuple(finding for finding in self.findings if finding.set_aside)

    def _of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The sure findings of the rules with a verdict; a second reader's are counted apart."""
        found = (f for f in self.findings if f.verdict is verdict)
        return tuple(f for f in found if f.sure and not f.origin and not f.set_aside)
