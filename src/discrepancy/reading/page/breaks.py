r"""Line breaks inside a paragraph, seen through: phrases are read as if each stood on one line.

A text is never rewritten. Beside it stands the same text as it is seen, in which a break within
a paragraph is one space, or nothing where it cuts a word; claims are read there, and then stand
where their words are in the text as read.

>>> text = "The mill will cost 14 mil-\nlion euros and was begun on 9 April\n1987."
>>> whole = Span(start=0, end=len(text))
>>> page = Source(id="a", text=text, layout=Layout(paragraphs=(whole,), sentences=(whole,)))
>>> seen = unbroken(page)
>>> seen.source.text
'The mill will cost 14 million euros and was begun on 9 April 1987.'
>>> seen.read(Span(start=19, end=35)).of(text)
'14 mil-\nlion euros'
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from discrepancy import tables
from discrepancy.claims import Claim
from discrepancy.finding import Citation, Finding
from discrepancy.patterns import pattern
from discrepancy.source import Layout, Source
from discrepancy.span import Model, Span

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Unbroken:
    """A document as it is seen, and the way back to the text as read."""

    source: Source
    """The document as it is seen; the document itself where no paragraph is broken."""
    text: str
    """The text as read."""
    seen: tuple[int, ...] = (0,)
    """Where a stretch without breaks begins in the text as it is seen ..."""
    stands: tuple[int, ...] = (0,)
    """... and where the same stretch begins in the text as read."""

    @property
    def is_broken(self) -> bool:
        """Whether anything was seen through."""
        return len(self.seen) > 1

    def read(self, span: Span) -> Span:
        """Where words of the text as it is seen stand in the text as read."""
        start = self._stands(span.start)
        return Span(start=start, end=self._stands(span.end - 1) + 1 if len(span) else start)

    def _stands(self, offset: int) -> int:
        at = bisect_right(self.seen, offset) - 1
        return self.stands[at] + offset - self.seen[at]

    def as_read(self, claim: Claim) -> Claim:
        """The claim on its words in the text as read."""
        if not self.is_broken or not claim.span:
            return claim
        moved = _moved(claim, self)
        return moved.model_copy(update={"text": moved.span.of(self.text)})

    def as_seen(self, claim: Claim) -> Claim:
        """A claim that stands in the text as read, on its words in the text as it is seen."""
        if not self.is_broken or not claim.span:
            return claim
        moved = _moved(claim, _Forward(self.seen, self.stands))
        return moved.model_copy(update={"text": moved.span.of(self.source.text)})

    def dated(self, source: Source) -> Source:
        """What a story tells of the document's days, told of the text as read."""
        if not self.is_broken:
            return source
        elsewhere = tuple(_moved(one, self) for one in source.elsewhere)
        layout = source.layout and _moved(source.layout, self)
        told = {"text": self.text, "layout": layout, "elsewhere": elsewhere}
        return source.model_copy(update=told)


def unbroken(source: Source) -> Unbroken:
    """The document with every line break inside a paragraph seen through."""
    layout = source.layout or Layout()
    text = source.text
    pieces, seen, stands = [], [0], [0]
    at = length = 0
    for paragraph in layout.paragraphs:
        for found in _break().finditer(text, paragraph.start, paragraph.end):
            if found.start() == paragraph.start or found.end() == paragraph.end:
                continue
            start, joint = _joint(text, found)
            pieces += [text[at:start], joint]
            length += start - at + len(joint)
            at = found.end()
            if joint:  # the space stands for the break itself
                seen.append(length - 1)
                stands.append(start)
            seen.append(length)
            stands.append(at)
    if not pieces:
        return Unbroken(source, text)
    pieces.append(text[at:])
    back = tuple(stands)
    moved = _Forward(tuple(seen), back)
    update = {"text": "".join(pieces), "layout": _moved(layout, moved)}
    return Unbroken(source.model_copy(update=update), text, tuple(seen), back)


def found_as_read(finding: Finding, pages: Mapping[str, Unbroken]) -> Finding:
    """The finding with its citations on their words in the texts as read."""
    readings = tuple(
        reading.model_copy(update={"claims": tuple(_cited(one, pages) for one in reading.claims)})
        for reading in finding.readings
    )
    return finding.model_copy(update={"readings": readings})


def _cited(cited: Citation, pages: Mapping[str, Unbroken]) -> Citation:
    page = pages.get(cited.document or "")
    if (
        page is None or not page.is_broken or cited.entry
    ):  # what was typed in names the text as read
        return cited
    span = page.read(cited.place)
    stands = {"start": span.start, "end": span.end, "text": span.of(page.text)}
    return cited.model_copy(update=stands)


@dataclass(frozen=True)
class _Forward:
    """The way from the text as read to the text as it is seen."""

    seen: tuple[int, ...]
    stands: tuple[int, ...]

    def read(self, span: Span) -> Span:
        start = self._sees(span.start)
        return Span(start=start, end=max(start, self._sees(span.end)))

    def _sees(self, offset: int) -> int:
        at = bisect_right(self.stands, offset) - 1
        here = self.seen[at] + offset - self.stands[at]
        return min(here, self.seen[at + 1]) if at + 1 < len(self.seen) else here


def _moved(value: M, way: Unbroken | _Forward) -> M:
    """A model with all its spans moved."""
    moved = {name: _part(part, way) for name, part in value}
    return value.model_copy(update=moved)


def _part(part: object, way: Unbroken | _Forward) -> object:
    match part:
        case Span():
            return way.read(part)
        case Model():
            return _moved(part, way)
        case tuple():
            return tuple(_part(one, way) for one in part)
    return part


# "24 October\n1998" | "14 mil-\nlion" | "14 mil\u00ad\nlion", with the blanks on both sides
_break = pattern(
    "\u00ad|(?P<cut>[^\\W_][-\u2010\u00ad])?[^\\S\r\n\v\f\x85\u2028\u2029]*"
    "(?:\r\n|[\n\r\v\f\x85\u2028\u2029])\\s*"
)


def _joint(text: str, found: re.Match[str]) -> tuple[int, str]:
    """Where a break begins, and what is seen in its place."""
    if found[0] == "\u00ad":
        return found.start(), ""
    if not found["cut"]:
        return found.start(), " "
    at = found.start() + 1  # past the letter
    if not text[found.start()].isalpha() or not text[found.end()].islower():
        return at + 1, ""  # "Saxe-\nCoburg" | "30-\nyear-old"
    return (at, "") if text[at] == "\u00ad" or _is_one_word(text, found) else (at + 1, "")


def _is_one_word(text: str, found: re.Match[str]) -> bool:
    """Whether a hyphen at a line's end was set by the printer: "mil-/lion", not "well-/known"."""
    left = re.search(r"[^\W\d_]*$", text[max(0, found.start() - 30) : found.start() + 1])
    right = re.match(r"[^\W\d_]+", text[found.end() : found.end() + 40])
    assert left
    assert right
    whole, hyphened = left[0] + right[0], f"{left[0]}-{right[0]}"
    known = tables.words("ordinary", "words")
    if whole.lower() in known or re.search(rf"\b{re.escape(whole)}\b", text):
        return True
    if re.search(rf"(?i)\b{re.escape(hyphened)}\b", text):
        return False
    return not {left[0].lower(), right[0].lower()} <= known
