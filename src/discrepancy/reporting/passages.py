"""The words of a citation in the sentence where they stand, for the formats that show them.

>>> text = "The bay was calm. At least five boats sank. Nobody was hurt."
>>> texts = Texts((Source(id="a.txt", text=text),))
>>> shown = texts.passage(Citation(document="a.txt", start=27, end=37, text="five boats"))
>>> (shown.before, shown.words, shown.after, shown.line, shown.column)
('At least ', 'five boats', ' sank.', 1, 28)
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from discrepancy.claims import Entry
from discrepancy.finding import Citation
from discrepancy.patterns import pattern
from discrepancy.source import Source
from discrepancy.span import Span

REACH = 400
"""How far, in characters, a sentence is looked for on each side of the words."""


@dataclass(frozen=True)
class Passage:
    """A citation's words with what stands before and after them, and where that is."""

    before: str
    words: str
    after: str
    line: int
    column: int
    """Both count from 1, in the text as read."""
    number: int
    """Which line, page or paragraph of its file that is, from 1."""
    place: tuple[str, int, int]
    """The document, and where in it the words begin and end."""
    source: Source
    entry: Entry | None = None
    """What was typed with a claim that stands in no text."""

    @property
    def spot(self) -> str:
        """Where to look: "a.txt:4:31"; of what was typed in "NDTV, row 3"."""
        if self.entry is not None:
            return ", ".join((self.source.id, *self.entry.places))
        name = self.source.file or self.source.id
        if self.source.counted == "line":
            return f"{name}:{self.line}:{self.column}"
        return f"{name}, {self.where}"

    @property
    def where(self) -> str:
        """Where in its file a reader finds it: "line 4", "page 3", "paragraph 12"."""
        return f"{self.source.counted} {self.number}"

    @property
    def address(self) -> str | None:
        """The web address that was typed in with a claim."""
        return self.entry.url if self.entry else None

    def cut(self, room: int) -> "Passage":
        """The same words with at most `room` characters around them, cut between words."""
        left = min(len(self.before), max(room // 2, room - len(self.after)))
        before, after = self.before, self.after
        if len(before) > left:
            before = "…" + before[len(before) - left :].partition(" ")[2]
        right = max(room - len(before), 0)
        if len(after) > right:
            after = after[:right].rpartition(" ")[0] + "…"
        return replace(self, before=before, after=after)


class Texts:
    """The texts of a report, to look up where citations stand."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        self._lines: dict[str, list[int]] = {}
        self._sentences: dict[str, list[int]] = {}

    def source(self, document: str) -> Source:
        """The source of that id; an empty one where the report does not hold its text."""
        return self._sources.get(document) or Source(id=document, text="")

    def place(self, document: str, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counting from 1."""
        starts = self._lines.get(document)
        if starts is None:
            text = self.source(document).text
            starts = [0, *(found.end() for found in re.finditer("\n", text))]
            self._lines[document] = starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def number(self, source: Source, offset: int) -> int:
        """Which line, page or paragraph an offset is in, counting from 1."""
        match source.counted:
            case "page" if source.pages:
                return bisect_right(source.pages, offset)
            case "paragraph":
                return sum(1 for line in source.text[: offset + 1].split("\n") if line.strip())
        return self.place(source.id, offset)[0]

    def passage(self, citation: Citation) -> Passage:
        """The sentence around a citation's words."""
        source, stands = self.source(citation.source), citation.place
        if citation.document is None:
            return _typed(citation, source)
        around = self._sentence(source, stands.start, stands.end)
        line, column = self.place(source.id, stands.start)
        return Passage(
            before=source.text[around.start : stands.start].lstrip(),
            words=citation.text,
            after=source.text[stands.end : around.end].rstrip(),
            line=line,
            column=column,
            number=self.number(source, stands.start),
            place=(citation.source, stands.start, stands.end),
            source=source,
        )

    def _sentence(self, source: Source, start: int, end: int) -> Span:
        """The sentence that holds the characters; without a layout, what looks like one."""
        if not source.text:
            return Span(start=start, end=end)
        sentences = source.layout.sentences if source.layout else ()
        if source.id not in self._sentences:
            self._sentences[source.id] = [sentence.start for sentence in sentences]
        at = bisect_right(self._sentences[source.id], start) - 1
        if at >= 0 and end <= sentences[at].end:
            return sentences[at]
        return _within(source, start, end)


def _typed(citation: Citation, source: Source) -> Passage:
    """The words that were typed in with a claim, or what they were typed as."""
    entry = citation.entry
    told = (entry.words if entry else None) or citation.text
    before, words, after = told.partition(citation.text)
    if not words:
        before, words = "", told
    return Passage(before, words, after, 0, 0, 0, (citation.source, 0, 0), source, entry)


def alike(passages: Iterable[Passage]) -> list[list[Passage]]:
    """Passages put together where their sentences are the same, as in copies of one dispatch."""
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        sentence = f"{passage.before}\0{passage.words}\0{passage.after}"
        found.setdefault(" ".join(sentence.lower().split()), []).append(passage)
    return list(found.values())


def _within(source: Source, start: int, end: int) -> Span:
    """The characters around, up to the ends of their sentences or as far as is looked."""
    low, high = max(0, start - REACH), min(len(source.text), end + REACH)
    ends = [found.end() for found in _sentence_end().finditer(source.text, low, start)]
    closing = _sentence_end().search(source.text, end, high)
    return Span(start=ends[-1] if ends else low, end=closing.end() if closing else high)


_sentence_end = pattern(r"\n|[.!?][\"”’)]{0,2}\s+(?=[\"“‘(]?[A-Z0-9])")


def visible(text: str) -> str:
    r"""The text on one line, with each character that would steer a display spelt out.

    >>> visible("a\x1b[31m\u202eb")
    'a⟨U+001B⟩[31m⟨U+202E⟩b'
    """
    first, *rest = re.split(r"[\n\r\t\u2028\u2029]+", text)
    if rest:  # the spaces at both ends of the text belong to whoever puts it together
        middle = (part.strip(" ") for part in rest[:-1])
        first = " ".join([first.rstrip(" "), *middle, rest[-1].lstrip(" ")])
    return steering().sub(spelt, first)


def spelt(found: re.Match[str]) -> str:
    """A character that would steer a display, as its code point."""
    return f"⟨U+{ord(found[0]):04X}⟩"


def spelt_out(written: str) -> str:
    r"""JSON with each character that would steer a display, or end a script, as its escape.

    All of these stand within strings, so that what is read from it stays the same.

    >>> print(spelt_out('["\u202e", "</script>"]'))
    ["\u202e", "\u003c/script>"]
    """
    return steering().sub(_escaped, written).replace("<", r"\u003c")


def _escaped(found: re.Match[str]) -> str:
    halves = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(rf"\u{halves[at : at + 4]}" for at in range(0, len(halves), 4))


steering = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ue000-\uf8ff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Characters that steer a terminal, turn the direction of writing, or cannot be seen."""
