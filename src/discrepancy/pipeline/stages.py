"""The stages of a run: each takes what is known so far and adds its own.

A defect of ours costs what it shows on, and is named (`fences.sound`); one of a caller's own stage
is raised.

>>> run = taken(Run(accounts=("The blast killed six people.",)))
>>> [claim.text for claim in run.claims]
['killed six people', 'six']
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from discrepancy import alignment, checking, comparison, dating, extraction, reading
from discrepancy import reader as readers
from discrepancy.alignment import Group, crowds
from discrepancy.alignment.sayings import quotes
from discrepancy.alignment.typed import crowds as typed_crowds
from discrepancy.alignment.typed import entries as typed_in
from discrepancy.alignment.typed import singles
from discrepancy.claims import Claim
from discrepancy.comparison import judging
from discrepancy.comparison.desk import by_rules
from discrepancy.entries.given import Parted, parted
from discrepancy.errors import DiscrepancyError, UnreadableSource, defect
from discrepancy.extraction import EXTRACTORS
from discrepancy.fences import sound
from discrepancy.finding import Finding
from discrepancy.pipeline.runs import Run
from discrepancy.reading.accounts import account, known
from discrepancy.reading.files import tables
from discrepancy.reading.page.breaks import Unbroken, found_as_read, unbroken
from discrepancy.source import Unread

P = TypeVar("P")


def taken(run: Run) -> Run:
    """A run with its accounts, whatever can be given, as sources as they are seen and claims."""
    return extract(see(read(run)))


def read(run: Run) -> Run:
    """The documents and typed-in claims that were given, whatever they were given as."""
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


def see(run: Run) -> Run:
    """Each document with the line breaks inside its paragraphs seen through, and its day."""
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


def extract(run: Run) -> Run:
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
    compared, cut = crowds.compared(run.claims)
    return replace(run, compared=compared, cut=(*cut, *quotes.left_unpaired(run.claims)))


def align(run: Run) -> Run:
    """Which claims speak of one thing."""
    typed, cut = (run.entries, ()) if run.facts else typed_crowds.compared(run.entries)
    told, untold = sound(
        lambda entries: typed_in.align(
            entries, exact=run.exact, read=run.claims, sources=run.sources, facts=run.facts
        ),
        typed,
        lambda claim: f"{claim.text!r}, which was typed in",
    )
    run = replace(run, cut=(*run.cut, *cut), unread=(*run.unread, *untold))
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


def check_beyond_pairs(run: Run) -> Run:
    """What shows when more than two claims are seen together."""
    if run.facts:
        return run
    found, lost = sound(
        lambda rooms: checking.check(run.sources, run.compared, run.groups) if rooms else (),
        ["checks"],
        "the {} inside one text".format,
    )
    return replace(run, groups=(*run.groups, *found), unread=(*run.unread, *lost))


def compare(run: Run) -> Run:
    """The findings: what the readings of each group are to each other."""
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


def read_again(run: Run) -> Run:
    """What a second reader finds beside them, if there is one."""
    if run.reader is None:
        return run
    second = readers.read_again(run.sources, run.claims, run.findings, run.reader, run.compare)
    return replace(run, findings=second.rules, second=second)


def stand(run: Run) -> Run:
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
