"""A draft held against the sources behind it: what `check` does for accounts, for one text.

>>> proof = proof("Nine people died on the ferry.", against=["The ferry sank; six people died."])
>>> [(item.text, str(item.status)) for item in proof.items]
[('Nine', 'differs')]
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from discrepancy import dating, extraction, proofing, reading
from discrepancy import reader as readers
from discrepancy.claims import Claim
from discrepancy.corpora import archive
from discrepancy.corpora.store import is_corpus
from discrepancy.entries.given import parted
from discrepancy.entries.sheets import as_texts
from discrepancy.errors import UnreadableSource
from discrepancy.extraction import EXTRACTORS, Extractor
from discrepancy.fences import sound
from discrepancy.item import Item, Proof, Quoted, Status
from discrepancy.pipeline.runs import Progress, ReadBefore, Run, by_source
from discrepancy.pipeline.stages import taken
from discrepancy.reading.accounts import Account, account, accounts_of, day
from discrepancy.reading.files import tables
from discrepancy.reading.files.choosing import EVERYTHING, Choice, is_there
from discrepancy.reading.intake import ITSELF
from discrepancy.reading.page.breaks import Unbroken, unbroken
from discrepancy.source import Source, Unread
from discrepancy.span import Span

P = TypeVar("P", Item, Quoted)


def proof(
    draft: str | Path | Source,
    against: Account | Iterable[Account],
    *,
    published: date | str | None = None,
    extractors: Sequence[Extractor] = EXTRACTORS,
    choice: Choice = EVERYTHING,
    reader: "readers.Ask | readers.SecondReader | None" = None,
    progress: Progress = lambda stage, done, of: None,
) -> Proof:
    """Hold a draft against its sources: each figure, date, time, name and quotation of it.

    Args:
        draft: a file, a Source or a text.
        against: what `check` takes: a folder or file, or a list of folders, files, Sources, texts,
            tables of claims.
            The draft itself is left out of it.
        published: the day of the draft and of those documents that do not tell their own.
        extractors: what reads claims from a text, in order.
        choice: which files of a folder are read, and how the fields of exports are called.
        reader: a second reader, as `check` takes it. It is asked about what is not borne out, and
            about the draft; what no words of a source bear out is refused.
        progress: called as the run goes on.

    Raises:
        UnreadableSource: the draft is empty or cannot be read, or no source could be read.
        RefusedClaim: an extractor returned words that are not in the text.
    """
    asked = readers.SecondReader.of(reader) if reader else None
    return _proof(
        draft,
        Run(
            accounts=accounts_of(against),
            published=day(published),
            extractors=extractors,
            choice=choice,
            progress=progress,
            reader=asked,
        ),
    )[0]


def questions(
    draft: str | Path | Source,
    against: Account | Iterable[Account],
    *,
    published: date | str | None = None,
    reader: "readers.SecondReader",
    choice: Choice = EVERYTHING,
) -> "tuple[readers.Question, ...]":
    """What a second reader would be asked of a draft and has not answered yet."""
    given = accounts_of(against)
    run = Run(accounts=given, published=day(published), choice=choice, reader=reader)
    return _proof(draft, run)[1]


def _proof(draft: str | Path | Source, run: Run) -> "tuple[Proof, tuple[readers.Question, ...]]":
    """The proof, and the questions that its second reader has not answered."""
    if not run.accounts:
        raise UnreadableSource("no sources were given to hold the draft against")
    path, own = _draft(draft)
    given, refused = _in_words(run.accounts)
    asked = [(one, _is_corpus(one)) for one in given]
    corpora = tuple(one for one, is_corpus in asked if is_corpus)
    rest = tuple(one for one, is_corpus in asked if not is_corpus)
    (given, before, looked_at), unlooked = sound(
        lambda folders: _looked_up(rest, folders, own, run), corpora, str
    )
    if not given and not looked_at:
        raise UnreadableSource("; ".join(map(str, unlooked)))
    run = replace(run, accounts=given, but=path, read_before=before)
    run = taken(run) if given else run  # a draft without claims has none near it in an archive
    run = replace(run, unread=(*run.unread, *refused, *unlooked))
    if any(source.id == own.id for source in run.sources):
        own = own.model_copy(update={"id": f"{own.id} (the draft)"})
    dated, undated = sound(
        lambda days: _dated(own, run.published, run.sources) if days else own,
        ["day"],
        "the {} of the draft".format,
    )
    page, unseen = sound(
        lambda lines: unbroken(dated) if lines else Unbroken(dated, dated.text),
        ["lines"],
        "the broken {} of the draft".format,
    )
    claims, unsaid = _claims(page.source, run)
    items, unheld = proofing.hold(page.source, claims, run.sources, by_source((run,)))
    second, unasked = _second(page.source, claims, items, run)
    unread = tuple(one for one in run.unread if one.because != ITSELF)
    ids = {source.id for source in run.sources}
    missed = len(unread) + sum(one.document in ids for one in unheld)
    stood, unplaced = sound(
        lambda some: tuple(_honest(_as_read(one, page, run.pages), missed) for one in some),
        second.items,
        lambda one: f"{one.text!r} in the draft",
    )
    lost = (*undated, *unseen, *unsaid, *unheld, *unasked, *unplaced)
    found = Proof(
        items=stood,
        draft=page.dated(page.source),
        sources=tuple(run.pages[source.id].dated(source) for source in run.sources),
        unread=(*unread, *lost),
        notes=(
            *looked_at,
            *(f"left out: {one}" for one in (*run.unread, *lost)),
            *second.notes,
        ),
    )
    return found, second.unanswered


def _claims(draft: Source, run: Run) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """The claims of the draft; of a kind on which our own reader fails none.

    Nor of figures where dates and times are not known: they would be read from those.
    """
    if run.extractors is not EXTRACTORS:
        return extraction.extract(draft, run.extractors), ()
    claims, lost = sound(
        partial(extraction.extract, draft),
        tuple(run.extractors),
        lambda reader: f"the {_kind(reader)} of the draft",
    )
    if any(one.document in ("the dates of the draft", "the times of the draft") for one in lost):
        claims = tuple(claim for claim in claims if claim.kind != "quantity")
        why = "figures are not told from dates and times that could not be read"
        lost = (*lost, Unread(document="the figures of the draft", because=why))
    return claims, lost


def _kind(reader: Extractor) -> str:
    """What one of our own readers reads: the name of its room."""
    return reader.__module__.removeprefix(f"{extraction.__name__}.").partition(".")[0]


def _second(
    draft: Source, claims: Sequence[Claim], items: tuple[Item, ...], run: Run
) -> "tuple[readers.Proofread, tuple[Unread, ...]]":
    """What a second reader makes of the items, if one is asked."""
    asked, known = run.reader, {**by_source((run,)), draft.id: claims}
    if not asked:
        return readers.Proofread(items), ()
    return sound(
        lambda some: (
            readers.proofread(draft, items, run.sources, known, asked, run.compare)
            if some
            else readers.Proofread(items)
        ),
        ["draft"],
        "the second reading of the {}".format,
    )


def _looked_up(
    rest: tuple[Account, ...], folders: Sequence[Account], draft: Source, run: Run
) -> tuple[tuple[Account, ...], dict[str, ReadBefore], tuple[str, ...]]:
    """The rest of what was given, of some corpora the documents nearest to the draft, and notes.

    Raises:
        UnreadableSource: a corpus holds nothing that shares a name or a claim with the draft,
            which has some: all of it would be told for not found, and nothing was looked at.
    """
    if not folders:
        return rest, {}, ()
    seen = unbroken(draft).source
    claims = _claims(seen, run)[0]
    found = {str(one): archive.nearest(Path(one), seen, claims) for one in folders}
    sources = [source for one in found.values() for source in one.sources]
    before = {name: told for one in found.values() for name, told in one.before.items()}
    notes = tuple(one.note(Path(name)) for name, one in found.items())
    if claims and not sources and not rest:
        raise UnreadableSource("; ".join(notes))
    return (*rest, *sources), before, notes


def _is_corpus(given: Account) -> bool:
    is_path = isinstance(given, Path) or (isinstance(given, str) and "\n" not in given)
    return is_path and is_there(Path(given)) and is_corpus(Path(given))


def _in_words(given: Sequence[Account]) -> tuple[tuple[Account, ...], tuple[Unread, ...]]:
    """What was given, tables and typed-in claims in words, and what of them was refused."""
    typed = parted(given)
    sheets = [one for one in typed.rest if _is_sheet(one)]
    held = [tables.sheet(Path(str(one))) for one in sheets]
    told = (*typed.claims, *(claim for one in held for claim in one.claims))
    why = (*typed.refused, *(line for one in held for line in one.left_out))
    rest = (one for one in typed.rest if not _is_sheet(one))
    return (*rest, *as_texts(told)), tuple(Unread(document="table", because=one) for one in why)


def _is_sheet(given: object) -> bool:
    """Whether it is a file that holds claims and nothing else."""
    is_path = isinstance(given, Path) or (isinstance(given, str) and "\n" not in given)
    return is_path and tables.is_sheet(Path(str(given)))


def _draft(given: str | Path | Source) -> tuple[Path | None, Source]:
    """The draft, laid out, and its file where it has one."""
    what = account(1, given)
    name = what.id if isinstance(what, Source) and isinstance(given, Source) else "draft"
    if isinstance(what, Source) and not what.text.strip():
        raise UnreadableSource(f"{name}: the draft is empty")
    intake = reading.read((what,))
    if not intake.sources:
        raise UnreadableSource("; ".join(map(str, intake.unread)))
    if len(intake.sources) > 1:
        raise UnreadableSource(f"{given}: a draft is one document, this holds several")
    source = intake.sources[0]
    if isinstance(what, Path):
        return what, source
    return None, source.model_copy(update={"id": name})


def _as_read(item: Item, page: Unbroken, pages: Mapping[str, Unbroken]) -> Item:
    """The item and its evidence on their words in the texts as read."""
    evidence = tuple(_moved(quoted, pages[quoted.document]) for quoted in item.evidence)
    return _moved(item, page).model_copy(update={"evidence": evidence})


def _moved(placed: P, page: Unbroken) -> P:
    if not page.is_broken:
        return placed
    span = page.read(Span(start=placed.start, end=placed.end))
    stands = {"start": span.start, "end": span.end, "text": span.of(page.text)}
    return placed.model_copy(update=stands)


def _dated(draft: Source, published: date | None, sources: Sequence[Source]) -> Source:
    """The draft with its day: its own, the one given, or the days that its sources suggest.

    The sources are dated without the draft, so that its slips do not become theirs.
    """
    draft = draft.model_copy(update={"published": draft.published or published})
    if draft.published:
        return draft
    (found, *_) = (one for one in dating.inferred((draft, *sources)) if one.id == draft.id)
    return draft.model_copy(update={"anchor": found.anchor, "anchored_by": found.anchored_by})


def _honest(item: Item, unread: int) -> Item:
    """What was not found may stand in a source that could not be read."""
    if item.status is not Status.NOT_FOUND or not unread:
        return item
    could = "One source" if unread == 1 else f"{unread} sources"
    return item.model_copy(update={"because": f"{item.because} {could} could not be read."})
