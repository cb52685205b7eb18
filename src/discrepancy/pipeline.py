"""The whole run, as one literal list of stages.

>>> texts = ["The blast killed six people.", "The blast killed nine people."]
>>> [finding.verdict.value for finding in check(texts).findings]
['conflict']
"""

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from discrepancy import alignment, checking, comparison, dating, entries, extraction, reading
from discrepancy import reader as readers
from discrepancy.alignment import Align, Group, crowds, singles
from discrepancy.alignment import entries as typed_in
from discrepancy.claims import ENTRY, Claim
from discrepancy.comparison import Compare, judging
from discrepancy.comparison.desk import by_rules
from discrepancy.entries.given import Parted, parted
from discrepancy.entries.tabling import Columns
from discrepancy.errors import DiscrepancyError, UnreadableSource, defect
from discrepancy.extraction import EXTRACTORS, Extractor
from discrepancy.fences import sound
from discrepancy.finding import Comparison, Finding, Report
from discrepancy.gathering import gathered
from discrepancy.reading import tables
from discrepancy.reading.accounts import Account, account, accounts_of, day, known
from discrepancy.reading.breaks import Unbroken, found_as_read, unbroken
from discrepancy.reading.choosing import EVERYTHING, Choice
from discrepancy.rules import Rules
from discrepancy.runs import Progress, ReadBefore, Run, joined, reported
from discrepancy.source import Source, Unread

P = TypeVar("P")


def taken(run: Run) -> Run:
    """A run with its accounts, whatever can be given, as sources as they are seen and claims."""
    return _extract(_see(_read(run)))


def _read(run: Run) -> Run:
    given = parted(run.accounts, run.columns)
    told = partial(run.progress, "reading documents")
    numbered = map(account, range(1, len(given.rest) + 1), given.rest)
    intake, rows = reading.take(numbered, run.choice, but=run.but, columns=run.columns, told=told)
    sheet = _sheet(run)
    typed = (*given.claims, *rows, *sheet.claims)
    refused = (*given.refused, *sheet.refused)
    unread = (*intake.unread, *(Unread(document="table", because=why) for why in refused))
    if not intake.sources and not typed:
        why = "; ".join(map(str, unread))
        raise UnreadableSource(why or "nothing was given to check")
    sources = tuple(known(source, run.published, run.outlet) for source in intake.sources)
    kept, tellers = singles.settled(typed, sources)
    facts = frozenset(claim.source for claim in sheet.claims)
    run = replace(run, unread=unread, own=intake.own, facts=facts)
    return replace(run, sources=sources, entries=kept, tellers=tellers)


def _sheet(run: Run) -> Parted:
    """The claims of the fact sheet."""
    given = parted(run.sheet, run.columns)
    held = [tables.sheet(Path(str(one)), run.columns) for one in given.rest]
    claims = [claim for one in held for claim in one.claims]
    why = [line for one in held for line in one.left_out]
    return Parted((*given.claims, *claims), (*given.refused, *why), ())


def _see(run: Run) -> Run:
    pages, lost = sound(
        lambda sources: {source.id: unbroken(source) for source in sources},
        run.sources,
        lambda source: source.id,
    )
    seen = tuple(page.source for page in pages.values())
    dated, undated = sound(
        lambda days: dating.inferred(seen) if days else seen,
        ["days"],
        "what the story tells of the {} of its documents".format,
    )
    entries = tuple(
        pages[claim.source].as_seen(claim) if claim.source in pages else claim
        for claim in run.entries
    )
    unread = (*run.unread, *lost, *undated)
    return replace(run, sources=dated, pages=pages, entries=entries, unread=unread)


def _extract(run: Run) -> Run:
    """The claims of each source; one on which our own readers fail is named, the rest is read."""
    claims: list[Claim] = []
    failed: dict[str, Unread] = {}
    for done, source in enumerate(run.sources, start=1):
        before, kept = run.read_before.get(source.id, (None, ()))
        try:
            as_before = before == source
            claims += kept if as_before else extraction.extract(source, run.extractors)
        except Exception as error:
            if isinstance(error, DiscrepancyError) or run.extractors is not EXTRACTORS:
                raise
            failed[source.id] = Unread(document=source.id, because=defect(error))
        run.progress("reading claims", done, len(run.sources))
    entries = run.entries
    if run.rules and run.rules.units:
        claims = [run.rules.restated(claim) for claim in claims]
        entries = tuple(run.rules.restated(claim) for claim in entries)
    left = tuple(source for source in run.sources if source.id not in failed)
    unread = (*run.unread, *failed.values())
    run = replace(run, claims=tuple(claims), entries=entries, sources=left, unread=unread)
    return replace(run, compared=crowds.compared(run.claims)[0])


def _align(run: Run) -> Run:
    told, untold = sound(
        lambda entries: typed_in.align(
            entries, exact=run.exact, read=run.claims, sources=run.sources, facts=run.facts
        ),
        run.entries,
        lambda claim: f"{claim.text!r}, which was typed in",
    )
    run = replace(run, unread=(*run.unread, *untold))
    if run.facts:
        return replace(run, groups=told)
    if run.align is not alignment.align:
        return replace(run, groups=(*run.align(run.sources, run.claims), *told))
    align = partial(alignment.align, rates=run.rules.both_ways if run.rules else None)
    groups, lost = sound(
        lambda kinds: align(run.sources, [c for c in run.compared if c.kind in kinds]),
        sorted({claim.kind for claim in run.compared}),
        "what is told of each {}".format,
    )
    return replace(run, groups=(*groups, *told), unread=(*run.unread, *lost))


def _check_beyond_pairs(run: Run) -> Run:
    if run.facts:
        return run
    found, lost = sound(
        lambda rooms: checking.check(run.sources, run.compared, run.groups) if rooms else (),
        ["checks"],
        "the {} inside one text".format,
    )
    return replace(run, groups=(*run.groups, *found), unread=(*run.unread, *lost))


def _compare(run: Run) -> Run:
    sources = (*run.sources, *run.tellers)
    plain = comparison.judged if run.compare is comparison.compare else run.compare
    compare = by_rules(run.rules, plain, {source.id: source for source in sources})
    if run.compare is not comparison.compare:
        return replace(run, findings=judging.judge(run.groups, sources, compare))
    findings, lost = sound(
        lambda groups: judging.judge(groups, sources, compare), tuple(run.groups), _named
    )
    return replace(run, findings=findings, unread=(*run.unread, *lost))


def _named(group: Group) -> str:
    return f"the comparison of {group.claims[0].text!r} and {len(group.claims) - 1} more"


def _read_again(run: Run) -> Run:
    if run.reader is None:
        return run
    second = readers.read_again(run.sources, run.claims, run.findings, run.reader, run.compare)
    return replace(run, findings=second.rules, second=second)


def _stand(run: Run) -> Run:
    """Put what was seen back on its words in the texts as read."""
    of_reader = run.second.findings
    found, lost = _standing(run.findings, partial(found_as_read, pages=run.pages), _of_finding)
    second, of_second = _standing(of_reader, partial(found_as_read, pages=run.pages), _of_finding)
    claims, unread = _standing(run.claims, partial(_as_read, run.pages), _of_claim)
    entries, unmoved = _standing(run.entries, partial(_as_read, run.pages), _of_claim)
    return replace(
        run,
        sources=tuple(run.pages[source.id].dated(source) for source in run.sources),
        claims=claims,
        entries=entries,
        findings=found,
        second=replace(run.second, findings=second),
        unread=(*run.unread, *lost, *of_second, *unread, *unmoved),
    )


def _standing(
    seen: Sequence[P], as_read: Callable[[P], P], named: Callable[[P], str]
) -> tuple[tuple[P, ...], tuple[Unread, ...]]:
    return sound(lambda some: tuple(map(as_read, some)), seen, named)


def _as_read(pages: Mapping[str, Unbroken], claim: Claim) -> Claim:
    return pages[claim.source].as_read(claim) if claim.source in pages else claim


def _of_finding(finding: Finding) -> str:
    return f"the finding {finding.id}"


def _of_claim(claim: Claim) -> str:
    return f"{claim.text!r} in {claim.source}"


STAGES = (_see, _extract, _align, _check_beyond_pairs, _compare, _read_again, _stand)
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
    return reported(_run(_read(run)) if one_story else _story_by_story(_read(run)))


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
    return _run(_read(run)).second.unanswered


_WAITED_FOR = {_align: "aligning claims", _compare: "comparing", _read_again: "reading again"}
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
    run = _stand(_see(_read(Run(accounts=accounts))))
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
    run = _stand(_extract(_see(run)))
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
