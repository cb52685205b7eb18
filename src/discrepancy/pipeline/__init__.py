"""The whole run, as one literal list of stages.

>>> texts = ["The blast killed six people.", "The blast killed nine people."]
>>> [finding.verdict.value for finding in check(texts).findings]
['conflict']
"""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from discrepancy import alignment, comparison, entries, reading
from discrepancy import reader as readers
from discrepancy.alignment import Align
from discrepancy.claims import ENTRY, Claim
from discrepancy.comparison import Compare
from discrepancy.entries.tabling import Columns
from discrepancy.extraction import EXTRACTORS, Extractor
from discrepancy.fences import sound
from discrepancy.finding import Comparison, Report
from discrepancy.gathering import gathered
from discrepancy.pipeline import stages
from discrepancy.pipeline.runs import Progress, ReadBefore, Run, joined, reported
from discrepancy.reading.accounts import Account, accounts_of, day, known
from discrepancy.reading.files.choosing import EVERYTHING, Choice
from discrepancy.rules import Rules
from discrepancy.source import Source

STAGES = (
    stages.see,
    stages.extract,
    stages.align,
    stages.check_beyond_pairs,
    stages.compare,
    stages.read_again,
    stages.stand,
)
"""What is done with the documents of one story, once they are read."""


def check(
    accounts: Account | Iterable[Account],
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    extractors: Sequence[Extractor] = EXTRACTORS,
    align: Align = alignment.align,
    compare: Compare = comparison.compare,
    reader: "readers.Ask | readers.SecondReader | None" = None,
    facts: Account | Iterable[Account] | None = None,
    columns: Columns | None = None,
    rules: Rules | None = None,
    exact: bool = False,
    choice: Choice = EVERYTHING,
    one_story: bool = False,
    progress: Progress = lambda stage, done, of: None,
) -> Report:
    """Find where several accounts of one story disagree.

    Args:
        accounts: a folder or file, or a list of folders, files, Sources and texts.
        published: the day of those documents that do not tell their own.
        outlet: the outlet of those documents that do not tell their own.
        extractors: what reads claims from a source, in order.
        align: what groups claims that speak of one thing.
        compare: what judges two claims of one group.
        reader: a second reader, such as a language model of your own: a function that answers a
            `Question` with JSON. What the sources do not bear out is refused; its findings carry
            their `origin`.
        facts: a fact sheet: a table, frame, or claims. Then only what departs from it is shown.
        columns: what tables and frames call a column of ours, {"value": "figure"}.
        rules: the desk's own: tolerances, rates, units, hedges.
        exact: whether typed-in claims are of one thing only where their words are equal.
        choice: which files of a folder are read, and how the fields of exports are called.
        one_story: take a folder that plainly holds several stories for one.
        progress: called as the run goes on.

    Raises:
        UnreadableSource: a path does not exist, or nothing could be read; the message says why,
            document by document.
        RefusedClaim: an extractor returned words that are not in the source.
    """
    run = Run(
        accounts=accounts_of(accounts),
        sheet=accounts_of(facts) if facts is not None else (),
        published=day(published),
        outlet=outlet,
        extractors=extractors,
        align=align,
        compare=compare,
        reader=readers.SecondReader.of(reader) if reader else None,
        columns=columns,
        rules=rules,
        exact=exact,
        choice=choice,
        progress=progress,
    )
    return reported(_run(stages.read(run)) if one_story else _story_by_story(stages.read(run)))


def _story_by_story(run: Run) -> Run:
    """Each story by itself; what a desk or a reader adds is of the folder as a whole."""
    whole = run.reader or run.sheet or run.entries or run.align is not alignment.align
    stories, lost = sound(
        lambda apart: gathered(run.sources) if apart else (run.sources,),
        () if whole else ["stories"],
        "which {} the documents are of".format,
    )
    run = replace(run, unread=(*run.unread, *lost))
    return joined(run, [_run(replace(run, sources=story)) for story in stories])


def check_read(sources: Sequence[Source], before: Mapping[str, ReadBefore]) -> Report:
    """What `check` tells of one story whose documents and claims were read before."""
    return reported(_run(Run(accounts=(), sources=tuple(sources), read_before=before)))


def questions(
    accounts: Account | Iterable[Account],
    *,
    published: date | str | None = None,
    reader: "readers.SecondReader",
    choice: Choice = EVERYTHING,
) -> "tuple[readers.Question, ...]":
    """What a second reader would be asked on a story and has not answered yet."""
    given = accounts_of(accounts)
    run = Run(accounts=given, published=day(published), reader=reader, choice=choice)
    return _run(stages.read(run)).second.unanswered


_WAITED_FOR = {
    stages.align: "aligning claims",
    stages.compare: "comparing",
    stages.read_again: "reading again",
}
"""Stages that tell their beginning and end alone."""


def _run(run: Run) -> Run:
    for stage in STAGES:
        told = _WAITED_FOR.get(stage)
        if told:
            run.progress(told, 0, 1)
        run = stage(run)
        if told:
            run.progress(told, 1, 1)
    return run


def read(*accounts: Account) -> tuple[Source, ...]:
    """The sources in folders, files and texts, laid out, by id; a warning names what is not read.

    Raises:
        UnreadableSource: nothing could be read.
    """
    run = stages.stand(stages.see(stages.read(Run(accounts=accounts))))
    _warn(run)
    return run.sources


def _warn(run: Run) -> None:
    for one in run.unread:
        warnings.warn(f"not read: {one}", stacklevel=3)


def extract(
    text: str | Source,
    *,
    published: date | str | None = None,
    extractors: Sequence[Extractor] = EXTRACTORS,
) -> tuple[Claim, ...]:
    """All claims of one text or source, in text order, each with its context.

    A warning tells where a defect of ours left it unread.
    """
    source = text if isinstance(text, Source) else Source(id="text", text=text)
    run = Run(
        accounts=(),
        extractors=extractors,
        sources=(known(reading.laid_out(source), day(published), None),),
    )
    run = stages.stand(stages.extract(stages.see(run)))
    _warn(run)
    return run.claims


def compare(a: object, b: object) -> Comparison:
    """Judge two claims, or two values as `claim` takes them, that are taken to be of one thing.

    >>> compare("1,000 km", "621 miles").verdict.value
    'rounding'

    Raises:
        BadValue: a value cannot be read.
    """
    return comparison.compare(_claimed(a, "first"), _claimed(b, "second"))


def _claimed(given: object, source: str) -> Claim:
    if isinstance(given, ENTRY):
        return given
    return entries.claim(given, measurand="it", source=source)  # a word that names nothing
