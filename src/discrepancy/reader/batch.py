"""Questions out and answers in, one request a line, in the form that batch services take.

>>> line = '{"custom_id": "sides-1", "answer": {"verdict": "scope", "because": "Two places."}}'
>>> Answers.read([line]).by_id
{'sides-1': '{"verdict": "scope", "because": "Two places."}'}
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from discrepancy import files
from discrepancy.errors import UnreadableSource
from discrepancy.reader.questions import Question
from discrepancy.reader.refusals import Unanswered

URL = "/v1/chat/completions"
"""The address that the common batch form names."""


def lines(questions: Iterable[Question], model: str) -> Iterator[str]:
    """Each question as one line of JSON."""
    for question in questions:
        request = {
            "custom_id": question.custom_id,
            "method": "POST",
            "url": URL,
            "body": question.body(model),
        }
        yield json.dumps(request, ensure_ascii=False) + "\n"


DEPTH = 5
"""How deep a service may wrap what its model said."""


_LARGEST = 50 * files.LARGEST
"""Bytes of a file of answers: a batch of a hosted model comes to several hundred MB."""


class Answers:
    """Answers that were made elsewhere; a reader like any other."""

    def __init__(self, by_id: dict[str, str], name: str | None = None) -> None:
        self.by_id = by_id
        self.name = name
        """The model that gave them, where they say so."""

    @classmethod
    def read(cls, written: Iterable[str]) -> "Answers":
        """The answers of JSON Lines; a line that holds none is a question without an answer."""
        found: dict[str, str] = {}
        name: str | None = None
        for line in written:
            row = _object(line)
            custom_id, answer = row.get("custom_id"), content(row)
            if isinstance(custom_id, str) and answer is not None:
                found[custom_id] = answer
                name = name or _model(row)
        return cls(found, name)

    @classmethod
    def load(cls, paths: Iterable[Path]) -> "Answers":
        """The answers of several files, the later ones first to be believed.

        Raises:
            UnreadableSource: a file is no text.
        """
        written: list[str] = []
        for path in paths:
            try:
                written += files.content(path, _LARGEST).decode("utf-8").splitlines()
            except UnicodeDecodeError:
                raise UnreadableSource(f"{path}: this is no JSON Lines file") from None
        return cls.read(written)

    def __call__(self, question: Question) -> str:
        """The answer to a question.

        Raises:
            Unanswered: there is none.
        """
        try:
            return self.by_id[question.custom_id]
        except KeyError:
            raise Unanswered(question.custom_id) from None


def content(row: object, depth: int = DEPTH) -> str | None:
    """What the model said, in the forms that services write it; None where it said nothing."""
    if not isinstance(row, dict) or depth == 0:
        return None
    for key in ("answer", "content"):
        if isinstance(row.get(key), str):
            return str(row[key])
        if isinstance(row.get(key), dict):
            return _written(row[key])
    for key in ("response", "body", "result", "message"):
        inner = content(row.get(key), depth - 1)
        if inner is not None:
            return inner
    for key in ("choices", "content"):
        listed = row.get(key)
        if isinstance(listed, list) and listed and isinstance(listed[0], dict):
            text = listed[0].get("text")
            return str(text) if isinstance(text, str) else content(listed[0], depth - 1)
    return None


def _written(answer: object) -> str | None:
    try:
        return json.dumps(answer, ensure_ascii=False)
    except RecursionError:  # nested deeper than anything that was asked for
        return None


def _model(row: object) -> str | None:
    """The name of the model, which stands beside its choices."""
    for _ in range(DEPTH):
        if not isinstance(row, dict):
            return None
        if isinstance(row.get("model"), str):
            return str(row["model"])[:100]
        row = row.get("response") or row.get("body") or row.get("result") or row.get("message")
    return None


def _object(line: str) -> dict[str, object]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
