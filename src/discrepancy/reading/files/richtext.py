r"""Rich Text as it stands when all tracked changes are accepted, struck and hidden text left out.

Footnotes and text boxes go below the text, since the library that reads the rest passes over them
(extra `rtf`). Its "created" day is that of a file or its template, so it is not taken as published.

>>> accepted(r"{\rtf1 The blast killed {\deleted six}{\revised nine} people.}").markup
'{\\rtf1 The blast killed {\\deleted }{\\revised nine} people.}'
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from discrepancy.errors import UnreadableSource
from discrepancy.extras import library
from discrepancy.patterns import pattern
from discrepancy.reading.files.decoding import decoded
from discrepancy.reading.files.word import left_out
from discrepancy.source import Source

_MARKS = {"deleted": "deletion", "strike": "struck", "striked": "struck", "v": "hidden"}
"""Control words of a run that is no text, and why."""

_BELOW = ("footnote", "shptxt")
"""Groups whose text stands aside from the paragraph that holds them."""

_SIGNS = {"u", "tab", "line", "emdash", "endash", "bullet"}
_SIGNS |= {"lquote", "rquote", "ldblquote", "rdblquote"}
"""Control words that stand for a sign of the text."""


def rtf(content: bytes, name: str) -> Source:
    """The text of a Rich Text file.

    Raises:
        UnreadableSource: it is none.
    """
    reader = library("striprtf.striprtf", "rtf", "to read RTF files")
    if not content.lstrip().startswith(b"{\\rtf"):
        raise UnreadableSource("it is no RTF file")
    try:
        markup, left = accepted(decoded(content))
        text = reader.rtf_to_text(markup, errors="replace")
    except Exception as error:  # damaged files raise whatever their bytes lead to
        raise UnreadableSource(f"the RTF file cannot be read: {error}") from None
    return Source(id=name, text=str(text), notes=tuple(left_out(left)))


class Accepted(NamedTuple):
    """The markup that is left, and how many runs were left out by the reason."""

    markup: str
    left: Counter[str]


def accepted(markup: str) -> Accepted:
    """Take out of an RTF document what is no text when its changes are accepted."""
    reading = _Reading()
    for token, word, number in _tokens(markup):
        if token in "{}":
            reading.brace(token)
        else:
            reading.take(token, word, number)
    main, below = reading.main, reading.below
    end = len(main) - 1 - main[::-1].index("}") if "}" in main else len(main)
    added = [r"\par ", *below] if below else []
    return Accepted("".join([*main[:end], *added, *main[end:]]), reading.left)


class _Reading:
    """One document while it is read: its text and what stands aside from it."""

    def __init__(self) -> None:
        self.main: list[str] = []
        self.below: list[str] = []
        self.left: Counter[str] = Counter()
        self._out = self.main
        self._marks: frozenset[str] = frozenset()
        self._groups: list[tuple[frozenset[str], list[str]]] = []

    def brace(self, token: str) -> None:
        """Begin or end a group: what was switched on in it ends with it."""
        if token == "{":
            self._groups.append((self._marks, self._out))
            self._out.append(token)
        elif self._groups:
            was = self._out
            self._marks, self._out = self._groups.pop()
            was.append(token)
            if was is not self._out:  # a footnote ends
                was.append(r"\par ")
                self._out.append(token)

    def take(self, token: str, word: str, number: str) -> None:
        """Keep a control word or text, unless it lies in what is left out."""
        if word in _BELOW and self._groups and self._out is self.main:
            self._out = self.below
            token = "{"
        elif word == "plain":
            self._marks = frozenset()
        elif word in _MARKS and number == "0":
            self._marks -= {word}
        elif word in _MARKS and word not in self._marks:
            self._marks |= {word}
            self.left[_MARKS[word]] += 1
        if not self._marks or (word and word not in _SIGNS):
            self._out.append(token)


def _tokens(markup: str) -> Iterator[tuple[str, str, str]]:
    """Each piece with its control word and number, which are empty for text and braces."""
    for found in _token().finditer(markup):
        yield found[0], found[1] or "", found[2] or ""


_token = pattern(r"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'[0-9a-f]{2}|\\.|[{}]|[^\\{}]+|\\", re.DOTALL)
