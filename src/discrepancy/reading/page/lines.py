r"""The lines of a text and what can be seen of each without knowing its neighbours.

>>> first, second = lines_of("Home  News\nThe bridge at Arn fell on Monday.")
>>> first.ends_sentence, second.ends_sentence, second.words
(False, True, 7)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from discrepancy.patterns import pattern
from discrepancy.reading.page.sentences import trimmed
from discrepancy.span import Span
from discrepancy.tables import words

_CLOSERS = "\"'”’»)]` "


@dataclass(frozen=True)
class Line:
    """One line that is not blank, without the white space around it."""

    span: Span
    text: str
    number: int
    """Its position among all lines of the text, blank ones counted."""
    indent: int = 0
    """How far it is set in."""
    heading: bool = False
    """Whether it is marked as a heading ("# Ferry sinks"); the mark is left out."""

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Its words, numerals among them."""
        return tuple(_token().findall(self.text))

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.tokens)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends with a full stop, question or exclamation mark, quotes let aside."""
        return self.text.rstrip(_CLOSERS)[-1:] in (".", "!", "?", "…")

    @cached_property
    def function_words(self) -> int:
        """How many of its words are articles, prepositions, pronouns and their like."""
        common = words("furniture", "function_words")
        return sum(token.lower() in common for token in self.tokens)

    @cached_property
    def capitals(self) -> float:
        """The share of capitalised words among its longer words: near 1 in a Title Like This."""
        longer = [token for token in self.tokens if len(token) > 3 and token[0].isalpha()]
        return sum(token[0].isupper() for token in longer) / max(1, len(longer))

    @property
    def marked(self) -> bool:
        """Whether it is marked as an entry of a list."""
        return self.text[0] in "•*-–·▪"

    @cached_property
    def tells_figure(self) -> bool:
        """Whether it gives a figure under its label."""
        return _label_and_figure().match(self.text) is not None

    @cached_property
    def key(self) -> str:
        """Its words without case and marks: equal for repeats."""
        return self.text.casefold().strip(" \t\u00a0.:!|>-–—•*#»›[]()…")


def lines_of(text: str, start: int = 0) -> tuple[Line, ...]:
    """All lines of `text` from `start` on that hold more than white space."""
    found = []
    for number, end in enumerate(_ends(text, start)):
        mark = _heading().match(text, start, end.start())
        span = trimmed(text, mark.end() if mark else start, end.start())
        if len(span):
            found.append(Line(span, span.of(text), number, span.start - start, bool(mark)))
        start = end.end()
    return tuple(found)


def _ends(text: str, start: int) -> Iterator[re.Match[str]]:
    """Each line break from `start` on, and the end of the text."""
    return re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]|\\Z").finditer(text, start)


_token = pattern(r"[^\W_]+(?:[-'’.,][^\W_]+)*")


_heading = pattern(r" {0,3}#{1,6}\s+")


@cache
def _label_and_figure() -> re.Pattern[str]:
    # "- Growth forecast: 1.6%" | "Revenue: about $12m" | "• Petrol tax: plus 6 cents a litre"
    label = r"[•*\-–·▪]?\s*[A-Z][\w'’/-]*(?: [\w'’/()-]+){0,4}"
    return re.compile(label + r": (?:[a-z]+ ){0,2}[^\s\w]?\d")
