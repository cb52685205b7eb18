"""What is known of a run, from what was given to what was found.

>>> Run(accounts=("story/",)).stories
1
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from discrepancy import alignment, comparison, extraction
from discrepancy import reader as readers
from discrepancy.alignment import Align, Group
from discrepancy.claims import Claim
from discrepancy.comparison import Compare, judging, wire
from discrepancy.dating import settled
from discrepancy.entries.tabling import Columns
from discrepancy.extraction import EXTRACTORS, Extractor
from discrepancy.fences import sound
from discrepancy.finding import Finding, Report
from discrepancy.reader import NOTHING, Outcome
from discrepancy.reading.accounts import Account
from discrepancy.reading.files.choosing import EVERYTHING, Choice
from discrepancy.reading.page.breaks import Unbroken
from discrepancy.rules import Rules
from discrepancy.source import Source, Unread

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much of it is done, and how much there is."""


ReadBefore = tuple[Source, tuple[Claim, ...]]
"""A source as it was seen, and its claims as they were seen: they hold as long as it is so seen."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """What the stages hand on; each fills its own fields."""

    accounts: tuple[Account, ...]
    but: Path | None = None
    """A file that is none of the accounts, though it lies among them."""
    published: date | None = None
    outlet: str | None = None
    extractors: Sequence[Extractor] = EXTRACTORS
    align: Align = alignment.align
    compare: Compare = comparison.compare
    progress: Progress = lambda stage, done, of: None
    sources: tuple[Source, ...] = ()
    pages: Mapping[str, Unbroken] = field(default_factory=dict)
    """The way from each source as it is seen, line breaks within its paragraphs seen through, to
    its text as read."""
    choice: Choice = EVERYTHING
    unread: tuple[Unread, ...] = ()
    own: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    compared: tuple[Claim, ...] = ()
    """Those of them that are held against each other: of a long list the first."""
    cut: tuple[str, ...] = ()
    """A note for each list of claims, read or typed in, of which only the first are compared."""
    entries: tuple[Claim, ...] = ()
    """The claims that were typed in."""
    tellers: tuple[Source, ...] = ()
    """Who gives those of them that stand in no text."""
    exact: bool = False
    columns: Columns | None = None
    sheet: tuple[Account, ...] = ()
    """What all others are held against."""
    facts: frozenset[str] = frozenset()
    """Those who tell what stands in the sheet."""
    groups: Sequence[Group] = ()
    rules: Rules | None = None
    """The desk's own."""
    findings: tuple[Finding, ...] = ()
    reader: "readers.SecondReader | None" = None
    second: Outcome = NOTHING
    stories: int = 1
    """How many stories the documents are of."""
    read_before: Mapping[str, ReadBefore] = field(default_factory=dict)
    """By the ids of sources, what was read from them before."""


def joined(run: Run, stories: Sequence[Run]) -> Run:
    """The run of a folder from those of its stories."""
    if len(stories) == 1:
        return stories[0]
    read = by_source(stories)
    sources = {source.id: source for story in stories for source in story.sources}
    unread = dict.fromkeys(one for story in stories for one in story.unread)
    claims = tuple(claim for one in run.sources for claim in read.get(one.id, ()))
    return replace(
        run,
        sources=tuple(sources[one.id] for one in run.sources if one.id in sources),
        claims=claims,
        cut=tuple(dict.fromkeys(note for story in stories for note in story.cut)),
        findings=judging.in_order(found for story in stories for found in story.findings),
        unread=tuple(unread),
        stories=len(stories),
    )


def by_source(runs: Iterable[Run]) -> dict[str, list[Claim]]:
    """What was read from each source of some runs."""
    read: dict[str, list[Claim]] = {source.id: [] for run in runs for source in run.sources}
    for run in runs:
        for claim in run.claims:
            read[claim.source].append(claim)
    return read


NOT_COMPARED = "Statements in free words are not compared: a clean report does not rule them out."


def _intake(run: Run) -> Iterator[str]:
    yield from (f"{source.id}: {note}." for source in run.sources for note in source.notes)
    if run.own:
        yield f"{settled.listed(run.own)}: written by discrepancy, so no source."
    yield from settled.left_open(run.sources, run.claims)
    if run.stories > 1:
        yield f"The documents are of {run.stories} stories, each checked by itself."


def _limits(run: Run) -> Iterator[str]:
    texts = any(source.text for source in run.sources)
    if texts and (run.reader is None or run.second.failed):
        yield NOT_COMPARED


def _cut(run: Run) -> Iterator[str]:
    read = Counter((claim.source, claim.kind) for claim in run.claims)
    for (source, kind), count in read.items():
        if count >= extraction.MOST:
            yield f"{source}: of its claims of one kind ({kind}) the first {count:,} are read."


NOTES: Mapping[str, Callable[[Run], Iterable[str]]] = {
    "what was read": _intake,
    "texts that are cut": _cut,
    "copies": lambda run: wire.copied(run.sources),
    "lists that are cut": lambda run: (f"{note}." for note in run.cut),
    "inferred days": lambda run: settled.inferred_days(run.sources, run.claims),
    "dates told elsewhere": lambda run: settled.told_elsewhere(run.sources, run.claims),
    "the second reader": lambda run: run.second.notes,
    "what is not compared": _limits,
}
"""What is said beside the findings, in this order."""


def reported(run: Run) -> Report:
    """What a run has found, the sure findings first, and what is said beside them."""
    notes, lost = sound(
        lambda kinds: [note for kind in kinds for note in NOTES[kind](run)],
        tuple(NOTES),
        "the note on {}".format,
    )
    aside = tuple(finding for finding in run.findings if finding.set_aside)
    flagged = [f for f in run.findings if f.verdict.flagged and not f.set_aside]
    sure = tuple(finding for finding in flagged if finding.sure)
    possible = tuple(finding for finding in flagged if not finding.sure)
    return Report(
        findings=sure + run.second.findings + possible + aside,
        corroborated=tuple(f for f in run.findings if not f.verdict.flagged),
        sources=(*run.sources, *run.tellers),
        claims=len(run.claims) + len(run.entries),
        notes=tuple(notes),
        read=(*run.claims, *run.entries),
        unread=(*run.unread, *lost),
    )
