"""What is asked of one reader in one run: what stays open, and what cannot be read, is counted."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from discrepancy.reader.asking import SecondReader, asked
from discrepancy.reader.checks.statements import Checker
from discrepancy.reader.questions import Question
from discrepancy.reader.refusals import Refused, Unusable

FAILED = "second reader failed"
"""How the note on a reader that could not be asked begins."""


class Session:
    """A reader, and the checker that counts what it says in vain."""

    def __init__(self, reader: SecondReader, checker: Checker) -> None:
        self._reader, self._checker = reader, checker
        self.unanswered: list[Question] = []
        """Questions to which there is no answer yet."""
        self.over_budget = 0

    def ask(self, questions: Sequence[Question]) -> dict[str, str]:
        """The answers by question.

        Raises:
            ReaderFailed: the reader cannot be asked.
        """
        done = asked(self._reader, questions)
        self.unanswered += done.unanswered
        self.over_budget += done.over_budget
        return done.answers

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count an answer that cannot be read or is not borne out, and go on."""
        try:
            yield
        except (Unusable, Refused) as why:
            self._checker.refused[str(why)] += 1
