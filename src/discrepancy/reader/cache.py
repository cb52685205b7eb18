"""Answers kept by content: the same question to the same model is asked once.

>>> from tempfile import TemporaryDirectory
>>> from discrepancy.reader.questions import Question
>>> question, asked = Question.of("sides", "Compare.", {}, {}), []
>>> with TemporaryDirectory() as folder:
...     said = lambda question: asked.append(question) or '{"pairs": []}'
...     kept = Kept(said, Path(folder), "http://a", "m")
...     kept(question), kept(question), len(asked)
('{"pairs": []}', '{"pairs": []}', 1)
"""

import os
from hashlib import sha256
from pathlib import Path

from discrepancy import files
from discrepancy.errors import Unwritable
from discrepancy.reader.asking import Ask
from discrepancy.reader.checks.answers import LONGEST, usable
from discrepancy.reader.questions import Question


class Kept:
    """A reader whose usable answers are kept in a folder, a file each."""

    def __init__(self, ask: Ask, folder: Path, endpoint: str, model: str) -> None:
        self._ask, self._folder = ask, folder
        self._of = f"{endpoint}\n{model}"

    def __call__(self, question: Question) -> str:
        """The kept answer, or a new one."""
        kept = self._held(question)
        if kept is not None:
            return kept
        answer = self._ask(question)
        if usable(question.kind, answer):
            self._keep(self._path(question), answer)
        return answer

    def holds(self, question: Question) -> bool:
        """Whether the answer is there already."""
        return self._held(question) is not None

    def _held(self, question: Question) -> str | None:
        """The kept answer; one that was cut short, or is none, is asked for again."""
        path = self._path(question)
        try:
            answer = files.content(path, LONGEST * 4).decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        return answer if usable(question.kind, answer) else None

    def _path(self, question: Question) -> Path:
        key = sha256(f"{self._of}\n{question.custom_id}".encode()).hexdigest()
        return self._folder / f"{key[:32]}.json"

    def _keep(self, path: Path, answer: str) -> None:
        """Write in one step, for its owner alone; a cache that cannot be written is none."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            files.put(path, answer, mode=0o600)
        except (OSError, Unwritable):
            return


def default_folder() -> Path:
    """Where answers are kept unless told otherwise."""
    given = os.environ.get("XDG_CACHE_HOME")
    return (Path(given) if given else Path.home() / ".cache") / "discrepancy" / "answers"
