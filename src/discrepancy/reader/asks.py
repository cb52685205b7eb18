"""The three questions: what differs, what an editor would say of a pair, what figures measure."""

from collections.abc import Sequence

from discrepancy.reader.questions import Form, Question
from discrepancy.reader.sheet import Entry, Sheet
from discrepancy.tables import Row, rows

WINDOW = 100_000
"""Tokens of text in one question, unless told otherwise."""

LONG = 16_000
"""Tokens of a story from which its questions are asked in two halves."""

KINDS = ("state", "who", "where", "which", "how", "order", "confirmed", "number")
VERDICTS = ("conflict", "update", "compatible", "scope", "rounding")
MEASURANDS = ("same", "part", "other")


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


def ask_pair(question: str, a: Entry, b: Entry) -> Question:
    """Ask 2: one pair, without what the first answer took it for."""
    return Question.of("pair", _task("pair"), {"question": question, "a": a, "b": b}, _PAIR)


def ask_figures(a: Entry, b: Entry) -> Question:
    """Ask 3: whether two figures are of one measurand."""
    return Question.of("figures", _task("figures"), {"a": a, "b": b}, _FIGURES)


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
_PAIR = _object(verdict={"type": "string", "enum": list(VERDICTS)}, because=_TEXT)
_FIGURES = _object(measurand={"type": "string", "enum": list(MEASURANDS)}, because=_TEXT)
