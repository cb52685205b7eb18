"""A draft put to a second reader: what the rules could not bear out, and what they overlooked.

It may clear an item only by words of a source that our own code finds and that hold the very
figure, date or name; and name a further error only with words of both, which it must call
otherwise a second time, blind to what it said before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from discrepancy.alignment.measurands.rates import rates_of
from discrepancy.claims import Claim, QuantityClaim
from discrepancy.comparison import Compare
from discrepancy.finding import Verdict
from discrepancy.item import Item, Quoted, Second, Status
from discrepancy.reader import asks, extracts
from discrepancy.reader.asking import SecondReader
from discrepancy.reader.checks import answers
from discrepancy.reader.checks.addressed import is_addressed
from discrepancy.reader.checks.anchoring import Places
from discrepancy.reader.checks.answers import ItemAnswer
from discrepancy.reader.checks.said import borne_out
from discrepancy.reader.checks.statements import Checker, Statement
from discrepancy.reader.notes import by_reason
from discrepancy.reader.questions import Question
from discrepancy.reader.refusals import ReaderFailed, Refused
from discrepancy.reader.session import FAILED, Session
from discrepancy.reader.sheet import Entry, Sheet, article, flat, imprint
from discrepancy.reader.verdicts import matters
from discrepancy.reader.verdicts.judged import Judged, judge, reason
from discrepancy.reader.verdicts.sides import Sides, sides_of
from discrepancy.reader.verdicts.values import Ladder
from discrepancy.source import Source
from discrepancy.span import Span

DRAFT = "DRAFT"
"""What the draft is called before a reader."""

ITEMS = 100
"""Items of one draft that are put to a reader."""

NEAR = 6
"""Passages of the sources that are shown with an item."""

SAME = (Verdict.AGREEMENT, Verdict.ROUNDING, Verdict.COMPATIBLE)


@dataclass(frozen=True)
class Proofread:
    """What a second reader makes of a proof."""

    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()
    unanswered: tuple[Question, ...] = ()
    failed: str | None = None


def proofread(
    draft: Source,
    items: Sequence[Item],
    sources: Sequence[Source],
    read: Mapping[str, Sequence[Claim]],
    reader: SecondReader,
    compare: Compare,
) -> Proofread:
    """Put a draft's items to a reader, and the draft itself; one that fails changes nothing.

    Args:
        draft: the draft, laid out.
        items: what the rules made of it.
        sources: what it is held against, laid out.
        read: what our own readers read in each of them and in the draft, by id.
        reader: who is asked.
        compare: the ladder that judges figures.
    """
    try:
        return _Proofreading(draft, items, sources, read, reader, compare).done()
    except ReaderFailed as why:
        failed = f"{FAILED} ({reader.name}: {why}): the rules alone made this proof"
        return Proofread(tuple(items), (failed,), failed=failed)


class _Proofreading:
    """One draft's second reading."""

    def __init__(
        self,
        draft: Source,
        items: Sequence[Item],
        sources: Sequence[Source],
        read: Mapping[str, Sequence[Claim]],
        reader: SecondReader,
        compare: Compare,
    ) -> None:
        self._draft, self._items, self._read = draft, items, read
        self._sheet = Sheet.of(sources)
        self._labels = {source.id: label for label, source in self._sheet.sources.items()}
        known = {DRAFT: draft, **self._sheet.sources}
        claims = [claim for listed in read.values() for claim in listed if claim.entry is None]
        self._checker = Checker(known, claims)
        self._places = {label: Places(source) for label, source in known.items()}
        stated = rates_of(claim for claim in claims if isinstance(claim, QuantityClaim))
        self._ladder = Ladder(compare, stated, {one.id: one for one in known.values()})
        self._session = Session(reader, self._checker)
        self._name = reader.name
        self._origin = f"read by {reader.name}, words verified"
        self._window = reader.window
        self._sentences = [
            (source, span)
            for source in sources
            for span in (source.layout.sentences if source.layout else ())
            if not is_addressed(flat(span, source.text))
        ]

    def done(self) -> Proofread:
        """Both rounds."""
        open_items = [item for item in self._items if item.status is not Status.BORNE_OUT][:ITEMS]
        posed = [(self._item(item), item) for item in open_items]
        whole = asks.ask_draft(self._sheet, self._entry(), window=self._window)
        first = self._session.ask([*whole, *(question for question, _ in posed)])
        changed = {
            (str(item.kind), item.span): new
            for question, item in posed
            if question.custom_id in first
            and (new := self._heard(item, first[question.custom_id])) is not None
        }
        items = [changed.get((item.kind, item.span), item) for item in self._items]
        read = [first[one.custom_id] for one in whole if one.custom_id in first]
        further = list(self._further(read, items))
        everything = sorted([*items, *further], key=lambda item: (item.start, item.end))
        return Proofread(
            tuple(everything),
            self._notes(list(changed.values()), further),
            tuple(self._session.unanswered),
        )

    def _entry(self) -> Entry:
        """The draft as it stands in a question, without what speaks to a machine."""
        said = [words for words in article(self._draft) if not is_addressed(" ".join(words))]
        text = "\n".join(" ".join(words) for words in said)
        return {"document": DRAFT, **imprint(self._draft), "text": text}

    def _item(self, item: Item) -> Question:
        entry = extracts.worded(item.span, self._draft)
        return asks.ask_item(item.kind, entry, list(self._nearest(item, str(entry["quote"]))))

    def _nearest(self, item: Item, sentence: str) -> Iterator[Entry]:
        """The passages of the sources that decided, and those that are most like the sentence."""
        by_id = {source.id: source for source in self._sheet.sources.values()}
        shown = [(by_id[one.document], Span(start=one.start, end=one.end)) for one in item.evidence]
        texts = [flat(span, source.text) for source, span in self._sentences]
        alike = process.extract(sentence, texts, scorer=fuzz.token_set_ratio, limit=NEAR)
        shown += [self._sentences[place] for _, _, place in alike]
        told: list[tuple[str, Span]] = []
        for source, span in shown:
            met = any(name == source.id and span.overlaps(other) for name, other in told)
            if not met and len(told) < NEAR:
                told.append((source.id, span))
                passage = extracts.extract(extracts.sentence_of(span, source), source)
                text = " ".join(str(passage[part]) for part in ("before", "quote", "after"))
                label = self._labels[source.id]
                yield {"document": label, **imprint(source), "text": text.strip()}

    def _heard(self, item: Item, answer: str) -> Item | None:
        """The item as the reader has it, if the words of a source bear the reader out."""
        with self._session.counting():
            said = answers.read_item(answer)
            if said.verdict in ("not found", "open"):
                return None
            source, span = self._quoted(said)
            if said.verdict == "borne out":
                self._bear_out(item, span, source)
                return self._changed(item, said, source, span, Status.BORNE_OUT)
            if item.status in (Status.NOT_FOUND, Status.OPEN):
                return self._changed(item, said, source, span, Status.DIFFERS)
        return None

    def _quoted(self, said: ItemAnswer) -> tuple[Source, Span]:
        source = self._sheet.sources.get(said.document or "")
        if source is None or not said.quote:
            raise Refused("there is no such document")
        if is_addressed(said.quote):
            raise Refused("the quote speaks to a machine")
        return source, self._places[said.document or ""].anchored(said.quote).span

    def _bear_out(self, item: Item, span: Span, source: Source) -> None:
        """Hold the quote to the item: its words, or a claim that is the same on the ladder.

        Raises:
            Refused: neither.
        """
        there = [claim for claim in self._read.get(source.id, ()) if span.holds(claim.span)]
        here = [claim for claim in self._read[self._draft.id] if claim.span.overlaps(item.span)]
        pairs = ((a, b) for a in here for b in there if a.kind == b.kind == item.kind)
        for a, b in pairs:
            found = self._ladder.compared(a, b)
            if found and found.verdict in SAME:
                return
        borne_out(item.text, span, source, there)

    def _changed(
        self, item: Item, said: ItemAnswer, source: Source, span: Span, status: Status
    ) -> Item:
        verdict = "agreement" if status is Status.BORNE_OUT else "conflict"
        words = Quoted(
            document=source.id,
            start=span.start,
            end=span.end,
            text=span.of(source.text),
            verdict=verdict,
        )
        means = "bears it out" if status is Status.BORNE_OUT else "tells otherwise"
        told = {
            "status": status,
            "level": f"reader.{item.kind}.{status.replace(' ', '_')}",
            "because": f"{source.outlet or source.id} {means}: “{flat(span, source.text)}” "
            f"({self._origin}).",
            "evidence": (words, *item.evidence),
            "second": Second(by=self._name, because=reason(said.because), rules=item.status),
        }
        return item.model_copy(update=told)

    def _further(self, read: Sequence[str], items: Sequence[Item]) -> Iterator[Item]:
        """What the reader finds told otherwise, twice, and the rules do not have."""
        refused = self._checker.refused
        found = [matter for answer in read for matter in matters.differing(answer, self._checker)]
        listed = [one for one in sides_of(found, refused) if any(map(self._is_own, one.shown))]
        asked = {extracts.question(one).custom_id: one for one in listed}
        second = self._session.ask([extracts.question(one) for one in listed])
        taken = [item.span for item in items if item.alarm or item.second]
        for name, answer in second.items():
            for one in self._judged(asked[name], answer):
                own, other = (one.pair.a, one.pair.b)
                if self._is_own(other):
                    own, other = other, own
                if not any(span.overlaps(own.core) for span in taken):
                    taken.append(own.core)
                    yield self._named(one, own, other)

    def _is_own(self, statement: Statement) -> bool:
        return statement.source.id == self._draft.id

    def _judged(self, asked: Sides, answer: str) -> list[Judged]:
        """The pairs of the draft and a source of which one at most is right."""
        with self._session.counting():
            said = answers.read_sides(answer, asks.LETTERS[: len(asked.shown)])
            judged = [judge(asked.pair(*both), one, self._ladder) for both, one in said.items()]
            return [
                one
                for one in judged
                if one.verdict in (Verdict.CONFLICT, Verdict.UPDATE)
                and self._is_own(one.pair.a) != self._is_own(one.pair.b)
            ]
        return []

    def _named(self, judged: Judged, own: Statement, other: Statement) -> Item:
        kind = judged.figures[0].kind if judged.figures else "status"
        words = other.citation()
        quoted = Quoted(
            document=other.source.id,
            start=other.span.start,
            end=other.span.end,
            text=words.text,
            verdict=judged.verdict,
        )
        return Item.model_validate(
            {
                "kind": kind,
                "start": own.core.start,
                "end": own.core.end,
                "text": own.core.of(self._draft.text),
                "status": Status.DIFFERS,
                "level": f"reader.{kind}.differs",
                "because": f"{judged.because} ({self._origin})",
                "evidence": (quoted,),
                "second": Second(by=self._name, because=judged.reason, rules=None),
            }
        )

    def _notes(self, changed: Sequence[Item], further: Sequence[Item]) -> tuple[str, ...]:
        cleared = sum(item.status is Status.BORNE_OUT for item in changed)
        left = len(self._session.unanswered)
        tail = {
            by_reason("refused", self._checker.refused): self._checker.refused.total(),
            f"{self._session.over_budget} not asked: the budget is used up": (
                self._session.over_budget
            ),
            f"{left} without an answer yet": left,
        }
        head = (
            f"second reader {self._name}: {cleared} borne out, "
            f"{len(changed) - cleared} found to differ, {len(further)} named"
        )
        return head, *(f"second reader: {words}" for words, number in tail.items() if number)
