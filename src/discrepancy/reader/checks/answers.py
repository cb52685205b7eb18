r"""What came back, read without trust: of the asked form, of bearable size, or not at all.

>>> said = '{"a": "B", "b": "A", "verdict": "update", "because": "Later.", "more": 1}'
>>> [(pair, one.verdict) for pair, one in read_sides(f'{{"pairs": [{said}]}}', "AB").items()]
[((1, 0), 'update')]
>>> read_measured('```json\n{"measurand": "same"}\n```').measurand
'same'
>>> read_measured('<think>{a} or {b}?</think> {"measurand": "other"}').measurand
'other'
>>> read_measured("I cannot help with that.")
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

MOST = 200
"""Pairs of one answer that are looked at."""


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


Said = Literal["conflict", "update", "rounding", "compatible", "part", "scope", "other"]
"""What a reader may say of two sides; "scope" is a part of which it does not say whose."""


class PairAnswer(_Answer):
    """What the reader says of two sides."""

    verdict: Said
    because: str = ""


class Lettered(PairAnswer):
    """The same of two sides that it names; of a part and its whole, the part is `a`."""

    a: str = Field(max_length=20)
    b: str = Field(max_length=20)


class MeasuredAnswer(_Answer):
    """What the reader says of two figures, or of two quotations."""

    measurand: Literal["same", "part", "a is part of b", "b is part of a", "other"]
    because: str = ""


class ItemAnswer(_Answer):
    """What the reader says of one thing in a draft."""

    verdict: Literal["borne out", "differs", "not found", "open"]
    document: str | None = Field(default=None, max_length=100)
    quote: str | None = Field(default=None, max_length=1000)
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


def read_sides(answer: str, letters: str) -> dict[tuple[int, int], PairAnswer]:
    """What is said of each two sides, by their numbers; of a part and its whole the part first.

    Of three sides or more those are left out that can both be right. One verdict for all of them
    is taken for each two.

    Raises:
        Unusable: there is no such list, or nothing is said of two sides.
    """
    said = _object(answer)
    if "verdict" in said:
        alone = _read(said, PairAnswer)
        return {(a, b): alone for b in range(len(letters)) for a in range(b)}
    listed = said.get("pairs")
    if not isinstance(listed, list):
        raise Unusable("the answer holds no list of pairs")
    found: dict[tuple[int, int], PairAnswer] = {}
    for one in fitting(listed[:MOST], Lettered):
        if one and one.a != one.b and one.a in letters and one.b in letters:
            found[letters.index(one.a), letters.index(one.b)] = one
    if not found and (listed or len(letters) < 3):
        raise Unusable("the answer says nothing of two sides")
    return found


def read_measured(answer: str) -> MeasuredAnswer:
    """What two figures are to each other.

    Raises:
        Unusable: it is not said.
    """
    return _read(_object(answer), MeasuredAnswer)


def read_item(answer: str) -> ItemAnswer:
    """Whether sources bear one thing of a draft out, and by which words.

    Raises:
        Unusable: it is not said.
    """
    return _read(_object(answer), ItemAnswer)


def fitting(items: list[object], form: type[M]) -> Iterator[M | None]:
    """Each item as it should be; None for one that is not."""
    for item in items:
        try:
            yield _read(item, form)
        except Unusable:
            yield None


def usable(kind: str, answer: str) -> bool:
    """Whether an answer to a question of a kind says anything that may be read again.

    >>> usable("story", '{"error": "overloaded"}'), usable("story", '{"questions": []}')
    (False, True)
    """
    try:
        said = _object(answer)
    except Unusable:
        return False
    keys = _SAYS.get(kind, ())
    return not keys or any(key in said for key in keys)


_SAYS = {
    "story": ("questions",),
    "draft": ("questions",),
    "item": ("verdict",),
    "finding": ("pairs", "verdict"),
    "sides": ("pairs", "verdict"),
    "figures": ("measurand",),
    "quotes": ("measurand",),
}
"""By kind of question: of which keys an answer has one at least."""


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
