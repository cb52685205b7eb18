"""How much may be asked: what would go beyond is not sent.

>>> from discrepancy.reader.questions import Question
>>> question = Question.of("sides", "Compare.", {}, {})
>>> ask = Budget(lambda question: "{}", requests=1)
>>> ask(question)
'{}'
>>> ask(question)
Traceback (most recent call last):
discrepancy.reader.refusals.OutOfBudget: the budget of 1 requests is used up
"""

from threading import Lock

from discrepancy.reader.asking import Ask
from discrepancy.reader.questions import Question, tokens
from discrepancy.reader.refusals import OutOfBudget


class Budget:
    """A reader that may be asked so often, and so much."""

    def __init__(self, ask: Ask, *, requests: int | None = None, tokens: int | None = None) -> None:
        self._ask, self._requests, self._tokens = ask, requests, tokens
        self._lock = Lock()
        self.asked = 0
        self.spent = 0
        """Tokens sent and answered, as we count them."""

    def __call__(self, question: Question) -> str:
        """The answer, if it may be asked for.

        Raises:
            OutOfBudget: it may not.
        """
        with self._lock:
            if self._requests is not None and self.asked >= self._requests:
                raise OutOfBudget(f"the budget of {self._requests} requests is used up")
            if self._tokens is not None and self.spent + question.tokens > self._tokens:
                raise OutOfBudget(f"the budget of {self._tokens} tokens is used up")
            self.asked += 1
            self.spent += question.tokens
        answer = self._ask(question)
        with self._lock:
            self.spent += tokens(answer)
        return answer
