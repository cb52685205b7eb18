r"""What came back, read without trust: of the asked form, of bearable size, or not at all.

>>> read_pair('```json\n{"verdict": "update", "because": "Later.", "more": 1}\n```').verdict
'update'
>>> read_pair('<think>{a} or {b}?</think> {"verdict": "scope"}').verdict
'scope'
>>> read_pair("I cannot help with that.")
Traceback (most recent call last):
discrepancy.reader.refusals.Unusable: the answer is no JSON object
"""

import json
from collections.abc import Iterator
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from discrepancy.reader.refusals import Unusable

LONGEST = 1_000_000
"""Characters of an answer that are looked at at all."""


class _Answer(BaseModel):
    """Fields that nobody asked for are not read."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Told(_Answer):
    """One document's answer to a question, as the reader gives it."""

    document: str = Field(max_length=100)
    answer: str = Field(min_length=1, max_length=200)
    quote: str = Field(min_length=1, max_length=1000)
    said_by: str | None = Field(default=None, max_length=300)
    day: str | None = Field(default=None, max_length=40)
    side: str | None = Field(default=None, max_length=20)
    """The same for answers that mean the same."""


class Matter(_Answer):
    """A question that is said to be answered in several ways."""

    question: str = Field(min_length=1, max_length=300)
    kind: str = Field(default="state", max_length=20)
    answers: list[object]


class PairAnswer(_Answer):
    """What the reader says of a pair."""

    verdict: Literal["conflict", "update", "compatible", "scope", "rounding"]
    because: str = ""


class FiguresAnswer(_Answer):
    """What the reader says of two figures."""

    measurand: Literal["same", "part", "other"]
    because: str = ""


M = TypeVar("M", bound=_Answer)


def read_story(answer: str) -> list[object]:
    """The listed questions, each still to be read.

    Raises:
        Unusable: there is no such list.
    """
    listed = _object(answer).get("questions")
    if not isinstance(listed, list):
        raise Unusable("the answer holds no list of questions")
    return listed


def read_pair(answer: str) -> PairAnswer:
    """The verdict on a pair.

    Raises:
        Unusable: there is none.
    """
    return _read(_object(answer), PairAnswer)


def read_figures(answer: str) -> FiguresAnswer:
    """What two figures are to each other.

    Raises:
        Unusable: it is not said.
    """
    return _read(_object(answer), FiguresAnswer)


def fitting(items: list[object], form: type[M]) -> Iterator[M | None]:
    """Each item as it should be; None for one that is not."""
    for item in items:
        try:
            yield _read(item, form)
        except Unusable:
            yield None


def usable(answer: str) -> bool:
    """Whether an answer is a JSON object at all."""
    try:
        _object(answer)
    except Unusable:
        return False
    return True


def _read(item: object, form: type[M]) -> M:
    try:
        return form.model_validate(item)
    except ValidationError as error:
        raise Unusable("the answer is not of the asked form") from error


def _object(answer: str) -> dict[str, object]:
    if len(answer) > LONGEST:
        raise Unusable("the answer is too long")
    answer = answer.rpartition("</think>")[2]  # some think aloud first
    start, end = answer.find("{"), answer.rfind("}")  # some wrap it in a fence or a sentence
    try:
        found = json.loads(answer[start : end + 1])
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Unusable("the answer is no JSON object")
    return found
