"""Who is asked, and asking: question by question, several at once where the reader can bear it.

>>> from discrepancy.reader.questions import Question
>>> question = Question.of("sides", "Compare.", {}, {})
>>> asked(SecondReader(ask=lambda question: "{}"), [question]).answers[question.custom_id]
'{}'
"""

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

from discrepancy.reader.asks import WINDOW
from discrepancy.reader.questions import Question
from discrepancy.reader.refusals import OutOfBudget, Unanswered

Ask = Callable[[Question], str]
"""Answers one question with the text that its reader gave."""


@dataclass(frozen=True, kw_only=True)
class SecondReader:
    """A reader with a name, and how it is to be asked."""

    ask: Ask
    name: str = "a reader of your own"
    careful: bool = False
    """Ask for each story twice, in both orders of its documents, and take all that comes back."""
    window: int = WINDOW
    """Tokens of text in one question."""
    at_once: int = 1
    """Questions that are asked at one time."""
    before: Callable[[Sequence[Question]], None] = lambda questions: None
    """Told the questions of a round before any of them is asked."""

    @classmethod
    def of(cls, reader: "Ask | SecondReader") -> "SecondReader":
        """A bare function as a reader, by its name."""
        if isinstance(reader, SecondReader):
            return reader
        name = getattr(reader, "__name__", type(reader).__name__)
        return cls(ask=reader, name=cls.name if name == "<lambda>" else name)


@dataclass(frozen=True)
class Asked:
    """The answers by question, and the questions that got none."""

    answers: dict[str, str] = field(default_factory=dict)
    unanswered: tuple[Question, ...] = ()
    over_budget: int = 0


def asked(reader: SecondReader, questions: Sequence[Question]) -> Asked:
    """Ask every question once.

    Raises:
        ReaderFailed: the reader cannot be asked.
    """
    unique = list({question.custom_id: question for question in questions}.values())
    reader.before(unique)
    answers: dict[str, str] = {}
    missing: list[Question] = []
    over = 0
    with _mapping(reader.at_once) as mapped:
        for question, answer in zip(unique, mapped(_tolerant(reader.ask), unique), strict=True):
            if isinstance(answer, str):
                answers[question.custom_id] = answer
            elif answer is Unanswered:
                missing.append(question)
            else:
                over += 1
    return Asked(answers, tuple(missing), over)


Result = str | type[Unanswered] | type[OutOfBudget]


def _tolerant(ask: Ask) -> Callable[[Question], Result]:
    def one(question: Question) -> Result:
        try:
            answer = ask(question)
        except (Unanswered, OutOfBudget) as why:
            return type(why)
        return answer if isinstance(answer, str) else _written(answer)

    return one


def _written(answer: object) -> str:
    """The JSON of what a function gives that returns the object itself."""
    try:
        return json.dumps(answer)
    except (TypeError, ValueError, RecursionError):
        return ""


Mapping = Callable[[Callable[[Question], Result], Sequence[Question]], Iterator[Result]]


@contextmanager
def _mapping(at_once: int) -> Iterator[Mapping]:
    if at_once < 2:
        yield map
        return
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        try:
            yield pool.map
        except BaseException:
            pool.shutdown(cancel_futures=True)  # what failed once is not asked on and on
            raise
