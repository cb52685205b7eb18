"""The questions: what differs, what an editor would say of the sides, what figures measure."""

from collections.abc import Sequence
from typing import Literal

from discrepancy.reader.questions import Form, Kind, Question
from discrepancy.reader.sheet import Entry, Sheet
from discrepancy.tables import Row, rows

WINDOW = 100_000
"""Tokens of text in one question, unless told otherwise."""

LONG = 16_000
"""Tokens of a story from which its questions are asked in two halves."""

KINDS = ("state", "who", "where", "which", "how", "order", "confirmed", "number")
VERDICTS = ("conflict", "update", "rounding", "compatible", "part", "other")
MEASURANDS = ("same", "a is part of b", "b is part of a", "other")
LETTERS = "ABCDEFGHIJKL"
"""What the sides of a question are called; a question has no more of them."""


class _Ask(Row):
    id: str
    task: tuple[str, ...]
    """Line by line."""
    form: str = ""


class _Topic(Row):
    half: int
    words: str


def ask_story(sheet: Sheet, *, window: int = WINDOW, reverse: bool = False) -> list[Question]:
    """Ask 1 on whole documents: one question, two by topic where the story is long."""
    found = []
    for pieces in sheet.windows(window):
        entries = sheet.entries(pieces, reverse=reverse)
        long = sum(len(str(entry["text"])) for entry in entries) > LONG * 4
        for topics in _topics(halved=long):
            task = _task("story", topics)
            found.append(Question.of("story", task, {"documents": entries}, _STORY))
    return found


def ask_draft(sheet: Sheet, draft: Entry, *, window: int = WINDOW) -> list[Question]:
    """Ask 1 of a proof: the whole draft with its sources, or with as many as fit a window."""
    (topics,) = _topics(halved=False)
    return [
        Question.of(
            "draft",
            _task("draft", topics),
            {"documents": [draft, *sheet.entries(pieces)]},
            _STORY,
        )
        for pieces in sheet.windows(window)
    ]


def ask_item(kind: str, draft: Entry, passages: Sequence[Entry]) -> Question:
    """Ask 2 of a proof: one thing of the draft, and the nearest passages of the sources."""
    material: Form = {"kind": kind, "draft": draft, "passages": list(passages)}
    return Question.of("item", _task("item"), material, _ITEM)


def ask_sides(kind: Kind, question: str, sides: Sequence[Entry]) -> Question:
    """Ask 2: all sides of one question, without what anybody took them for."""
    lettered = [{"side": letter, **side} for letter, side in zip(LETTERS, sides, strict=False)]
    return Question.of(kind, _task("sides"), {"question": question, "sides": lettered}, _SIDES)


def ask_measured(kind: Literal["figures", "quotes"], a: Entry, b: Entry) -> Question:
    """Ask 3: whether two figures are of one measurand, two quotations of one utterance."""
    return Question.of(kind, _task(kind), {"a": a, "b": b}, _MEASURED)


def _task(name: str, topics: str = "") -> str:
    asks = {row.id: row for row in rows("second_reader", _Ask, "ask")}
    ask = asks[name]
    task = "\n".join(ask.task).replace("{topics}", topics)
    rules = "\n".join(asks["rules"].task)
    return f"{rules}\n\n{task}\n\nForm of the answer:\n{ask.form}"


def _topics(*, halved: bool) -> Sequence[str]:
    topics = [row.words for row in rows("second_reader", _Topic, "topic")]
    return topics if halved else ["; ".join(topics)]


def _object(**fields: Form) -> Form:
    """An object as strict endpoints want it: every field is required, no other is allowed."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


_TEXT: Form = {"type": "string"}
_MAYBE: Form = {"type": ["string", "null"]}
_TOLD = _object(document=_TEXT, answer=_TEXT, quote=_TEXT, said_by=_MAYBE, day=_MAYBE, side=_TEXT)
_MATTER = _object(
    question=_TEXT,
    kind={"type": "string", "enum": list(KINDS)},
    answers={"type": "array", "items": _TOLD},
)
_STORY = _object(questions={"type": "array", "items": _MATTER})
_BORNE: Form = {"type": "string", "enum": ["borne out", "differs", "not found"]}
_ITEM = _object(verdict=_BORNE, document=_MAYBE, quote=_MAYBE, because=_TEXT)
_VERDICT: Form = {"type": "string", "enum": list(VERDICTS)}
_SIDES = _object(
    pairs={"type": "array", "items": _object(a=_TEXT, b=_TEXT, verdict=_VERDICT, because=_TEXT)}
)
_MEASURED = _object(measurand={"type": "string", "enum": list(MEASURANDS)}, because=_TEXT)
