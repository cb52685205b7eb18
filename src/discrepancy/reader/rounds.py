"""The two rounds of a second reading: what differs, then what each difference is.

The questions of the second round depend on the answers to the first, and on nothing else.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.claims import Claim
from discrepancy.comparison import Compare
from discrepancy.finding import Finding
from discrepancy.reader import answers, asks, extracts, figures, matters
from discrepancy.reader.asking import Asked, SecondReader, asked
from discrepancy.reader.figures import Figures
from discrepancy.reader.findings import Judged, findings, judge
from discrepancy.reader.matters import Pair, Place
from discrepancy.reader.notes import told
from discrepancy.reader.questions import Question
from discrepancy.reader.refusals import ReaderFailed, Unusable
from discrepancy.reader.sheet import Sheet
from discrepancy.reader.statements import Checker
from discrepancy.source import Source

FAILED = "second reader failed"
"""How the note on a reader that could not be asked begins."""


@dataclass(frozen=True)
class Outcome:
    """What a second reader adds to a report."""

    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    unanswered: tuple[Question, ...] = ()
    """Questions to which there is no answer yet."""
    failed: str | None = None
    """Why the reader could not be asked; then nothing of it is kept."""


NOTHING = Outcome()
"""What no second reader adds."""


def read_again(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    known: Sequence[Finding],
    reader: SecondReader,
    compare: Compare,
) -> Outcome:
    """Ask a second reader and keep what its sources bear out; a reader that fails adds nothing.

    Args:
        sources: the laid-out documents of the story.
        claims: what our own readers read in them.
        known: the findings of the rules; what they tell is not told again.
        reader: who is asked.
        compare: the ladder that judges figures.
    """
    reading = _Reading(sources, claims, known, reader)
    try:
        return reading.outcome(compare)
    except ReaderFailed as why:
        failed = f"{FAILED} ({reader.name}: {why}): the rules alone made this report"
        return Outcome(notes=(failed,), failed=failed)


class _Reading:
    """One story's second reading: its sheet, its checker, what was asked."""

    def __init__(
        self,
        sources: Sequence[Source],
        claims: Sequence[Claim],
        known: Sequence[Finding],
        reader: SecondReader,
    ) -> None:
        self._sources, self._claims, self._known = sources, claims, known
        self._reader = reader
        self._sheet = Sheet.of(sources)
        self._checker = Checker(self._sheet.sources, claims)
        self._by_id = {source.id: source for source in sources}
        self._unanswered: list[Question] = []
        self._over_budget = 0
        self._known_pairs = 0

    def outcome(self, compare: Compare) -> Outcome:
        """Both rounds."""
        pairs, sure = self._first()
        judged, measured = self._second(pairs, sure)
        origin = f"read by {self._reader.name}, words verified"
        by_ladder = tuple(
            finding.model_copy(update={"origin": origin})
            for finding in figures.judged(sure, measured, self._sources, compare)
        )
        found = findings(judged, origin) + by_ladder
        notes = told(
            self._reader.name,
            found=len(found),
            judged=len(judged) + len(measured),
            refused=self._checker.refused,
            left=len(self._unanswered),
            known=self._known_pairs,
            withheld=self._sheet.withheld,
            over_budget=self._over_budget,
        )
        return Outcome(found, notes, tuple(self._unanswered))

    def _first(self) -> tuple[list[Pair], dict[str, Figures]]:
        """Ask 1: the pairs to judge, and the figures to measure."""
        window, careful = self._reader.window, self._reader.careful
        rounds = [asks.ask_story(self._sheet, window=window)]
        rounds += [asks.ask_story(self._sheet, window=window, reverse=True)] if careful else []
        done = self._ask([question for questions in rounds for question in questions])
        listed = [
            [
                matter
                for question in questions
                if question.custom_id in done.answers
                for matter in matters.differing(done.answers[question.custom_id], self._checker)
            ]
            for questions in rounds
        ]
        refused = self._checker.refused
        pairs = matters.pairs(listed[0], refused)
        if careful:
            again = matters.pairs(listed[1], Counter())
            kept = [pair for pair in pairs if any(matters.same(pair, one) for one in again)]
            refused["it came back in one order only"] += len(pairs) - len(kept)
            pairs = kept
        fresh = [pair for pair in pairs if not self._is_known(pair.a.place, pair.b.place)]
        self._known_pairs = len(pairs) - len(fresh)
        return fresh, self._measurable(fresh)

    def _measurable(self, pairs: Sequence[Pair]) -> dict[str, Figures]:
        """The figures to ask about by their question: those of pairs, and the undecided ones."""
        chosen = [figures.figures_of(pair) for pair in pairs]
        both = [pair for pair in chosen if pair]
        both += [
            (a, b)
            for a, b in figures.undecided(self._sources, self._claims)
            if not self._is_known((a.source, a.span), (b.source, b.span))
        ]
        found: dict[str, Figures] = {}
        for a, b in both:
            found.setdefault(self._figures_question(a, b).custom_id, (a, b))
        return found

    def _is_known(self, a: Place, b: Place) -> bool:
        return matters.known(a, b, self._known)

    def _figures_question(self, a: Claim, b: Claim) -> Question:
        entries = (extracts.figure(claim, self._by_id[claim.source]) for claim in (a, b))
        return asks.ask_figures(*entries)

    def _second(
        self, pairs: Sequence[Pair], sure: dict[str, Figures]
    ) -> tuple[list[Judged], dict[str, str]]:
        """Ask 2 of each pair without figures, ask 3 of each pair with."""
        worded = {
            (question := _pair_question(pair)).custom_id: (question, pair)
            for pair in pairs
            if not figures.figures_of(pair)
        }
        questions = [question for question, _ in worded.values()]
        questions += [self._figures_question(a, b) for a, b in sure.values()]
        done = self._ask(questions)
        judged: list[Judged] = []
        measured: dict[str, str] = {}
        for name, answer in done.answers.items():
            try:
                if name in worded:
                    judged.append(judge(worded[name][1], answers.read_pair(answer)))
                else:
                    measured[name] = answers.read_figures(answer).measurand
            except Unusable as why:
                self._checker.refused[str(why)] += 1
        return judged, measured

    def _ask(self, questions: Sequence[Question]) -> Asked:
        done = asked(self._reader, questions)
        self._unanswered += done.unanswered
        self._over_budget += done.over_budget
        return done


def _pair_question(pair: Pair) -> Question:
    return asks.ask_pair(pair.matter.question, extracts.stated(pair.a), extracts.stated(pair.b))
