"""The two rounds of a second reading: what differs, then what each difference is.

The first round asks about the story, and about every finding of the rules. The second asks one
question about the sides of each question that came back, and about what the rules nearly took for
one thing. It depends on the answers to the first, and on nothing else.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from discrepancy.alignment.measurands.rates import rates_of
from discrepancy.claims import Claim, QuantityClaim
from discrepancy.comparison import Compare
from discrepancy.finding import Finding
from discrepancy.reader import asks, extracts
from discrepancy.reader.asking import SecondReader
from discrepancy.reader.checks import answers
from discrepancy.reader.checks.answers import MeasuredAnswer
from discrepancy.reader.checks.statements import Checker, Place, Statement
from discrepancy.reader.notes import Tally, told
from discrepancy.reader.outcome import Outcome
from discrepancy.reader.questions import Question
from discrepancy.reader.refusals import ReaderFailed
from discrepancy.reader.session import FAILED, Session
from discrepancy.reader.sheet import Sheet
from discrepancy.reader.verdicts import figures, matters, opinions
from discrepancy.reader.verdicts.figures import Both
from discrepancy.reader.verdicts.findings import judge_findings
from discrepancy.reader.verdicts.judged import Judged, judge
from discrepancy.reader.verdicts.opinions import Posed
from discrepancy.reader.verdicts.sides import Pair, Sides, sides_of
from discrepancy.reader.verdicts.values import Ladder
from discrepancy.source import Source


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
        known: the findings of the rules, which are put to it; what they flag is not told again.
        reader: who is asked.
        compare: the ladder that judges figures.
    """
    reading = _Reading(sources, claims, known, reader, compare)
    try:
        return reading.outcome()
    except ReaderFailed as why:
        failed = f"{FAILED} ({reader.name}: {why}): the rules alone made this report"
        return Outcome(tuple(known), notes=(failed,), failed=failed)


class _Reading:
    """One story's second reading: its sheet, its checker, what was asked."""

    def __init__(
        self,
        sources: Sequence[Source],
        claims: Sequence[Claim],
        known: Sequence[Finding],
        reader: SecondReader,
        compare: Compare,
    ) -> None:
        self._sources, self._known, self._reader = sources, known, reader
        self._claims = [claim for claim in claims if claim.entry is None]
        self._sheet = Sheet.of(sources)
        self._checker = Checker(self._sheet.sources, self._claims)
        self._by_id = {source.id: source for source in sources}
        stated = rates_of(claim for claim in self._claims if isinstance(claim, QuantityClaim))
        self._ladder = Ladder(compare, stated, self._by_id)
        self._session = Session(reader, self._checker)

    def outcome(self) -> Outcome:
        """Both rounds."""
        rules, listed, heard = self._first()
        judged, by_ladder, answered = ([], (), 0) if listed is None else self._second(listed)
        origin = f"read by {self._reader.name}, words verified"
        own, again = judge_findings(judged, self._known, origin)
        more = tuple(f.model_copy(update={"origin": origin}) for f in by_ladder)
        tally = Tally(
            found=len(own) + len(more),
            judged=answered,
            heard=heard,
            confirmed=sum(bool(finding.confirmed_by) for finding in rules),
            moved=sum(bool(finding.moved) for finding in rules),
            aside=sum(bool(finding.set_aside) for finding in rules),
            known=again,
            admitted=sum(bool(one.figures) and not one.verdict.flagged for one in judged),
            withheld=self._sheet.withheld,
            over_budget=self._session.over_budget,
            left=len(self._session.unanswered),
            refused=self._checker.refused,
            mended=self._checker.mended,
            left_out=self._checker.left_out,
        )
        notes = told(self._reader.name, tally)
        return Outcome(rules, own + more, notes, tuple(self._session.unanswered))

    def _first(self) -> tuple[tuple[Finding, ...], list[Sides] | None, int]:
        """What the rules found, as the reader sees it; and the sides of its own questions.

        The sides are None as long as nothing of the story is answered.
        """
        posed = {one.question.custom_id: one for one in opinions.posed(self._known, self._by_id)}
        stories = self._stories()
        done = self._session.ask([*stories, *(one.question for one in posed.values())])
        rules, heard = self._heard(posed, done)
        read = [done[one.custom_id] for one in stories if one.custom_id in done]
        differing = [m for answer in read for m in matters.differing(answer, self._checker)]
        listed = sides_of(differing, self._checker.refused)
        fresh = [one for one in listed if not all(map(self._is_known, one.pairs()))]
        return rules, fresh if read or not stories else None, heard

    def _stories(self) -> list[Question]:
        window = self._reader.window
        if not self._sheet.pieces:
            return []
        asked = asks.ask_story(self._sheet, window=window)
        if self._reader.careful:
            asked += asks.ask_story(self._sheet, window=window, reverse=True)
        return asked

    def _heard(
        self, posed: dict[str, Posed], done: dict[str, str]
    ) -> tuple[tuple[Finding, ...], int]:
        """The findings of the rules with what the reader says of them, and of how many it does."""
        said: dict[str, Finding] = {}
        for name, one in posed.items():
            with self._session.counting():
                if name in done:
                    answer = answers.read_sides(done[name], one.letters)
                    said[one.finding.id] = opinions.heard(
                        one, answer, self._reader.name, self._by_id
                    )
        return tuple(said.get(finding.id, finding) for finding in self._known), len(said)

    def _is_known(self, pair: Pair) -> bool:
        both = figures.figures_of(pair)
        a, b = map(figures.place, both) if both else (pair.a.place, pair.b.place)
        return matters.known(a, b, self._known)

    def _second(self, listed: Sequence[Sides]) -> tuple[list[Judged], tuple[Finding, ...], int]:
        """Ask 2 of the sides of each question, ask 3 of what the rules nearly took for one thing.

        Returns:
            The judged pairs of the questions, the findings of ask 3, and how many were answered.
        """
        lettered = {extracts.question(one).custom_id: one for one in listed}
        measured = dict(self._measured([pair for one in listed for pair in one.pairs()]))
        questions = [extracts.question(one) for one in listed]
        questions += [self._measured_question(*both) for both in measured.values()]
        done = self._session.ask(questions)
        judged: list[Judged] = []
        said: dict[str, MeasuredAnswer] = {}
        for name, answer in done.items():
            with self._session.counting():
                if name in lettered:
                    judged += self._judged(lettered[name], answer)
                else:
                    said[name] = answers.read_measured(answer)
        by_ladder = figures.judge(measured, said, self._sources, self._ladder)
        return judged, by_ladder, len(done)

    def _judged(self, one: Sides, answer: str) -> Iterator[Judged]:
        said = answers.read_sides(answer, asks.LETTERS[: len(one.shown)])
        for (a, b), verdict in said.items():
            yield judge(one.pair(a, b), verdict, self._ladder)

    def _measured(self, pairs: Sequence[Pair]) -> Iterator[tuple[str, Both]]:
        """What ask 3 is about, by its question: nothing that is flagged or asked already."""
        chosen = [
            (figures.undecided(self._sources, self._claims), figures.UNDECIDED),
            (figures.reworded(self._claims), figures.REWORDED),
        ]
        for near, most in chosen:
            fresh = (both for both in near if not self._is_asked(both, pairs))
            for a, b in islice(fresh, most):
                yield self._measured_question(a, b).custom_id, (a, b)

    def _is_asked(self, both: Both, pairs: Sequence[Pair]) -> bool:
        """Whether two claims are flagged by the rules, or stand in the sides of a question."""
        a, b = map(figures.place, both)
        return matters.known(a, b, self._known) or any(
            (holds(pair.a, a) and holds(pair.b, b)) or (holds(pair.a, b) and holds(pair.b, a))
            for pair in pairs
        )

    def _measured_question(self, a: Claim, b: Claim) -> Question:
        entries = (extracts.claimed(claim, self._by_id[claim.source]) for claim in (a, b))
        return asks.ask_measured("quotes" if a.kind == "quote" else "figures", *entries)


def holds(statement: Statement, place: Place) -> bool:
    """Whether words stand in a statement's quote."""
    return statement.source.id == place[0] and statement.span.overlaps(place[1])
