"""Words in quotation marks: whole utterances, split ones joined, and fragments apart.

>>> from discrepancy.source import Source
>>> source = Source(id="a", text='"If they come," she said, "we will talk."')
>>> [quote] = read(source, ())
>>> quote.value.text, len(quote.parts)
('If they come, we will talk.', 2)

A mark that is never closed ends with its line, unless the next line opens again: that is how
newspapers set a remark of several paragraphs.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from discrepancy.claims import Claim, QuoteClaim, TextValue
from discrepancy.extraction.quotes.marks import (
    Mark,
    ends_single,
    left_open_single,
    marks_in,
    single_quotes,
)
from discrepancy.extraction.quotes.shapes import SHAPES
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.tables import words
from discrepancy.words.cuts import letters

_FARTHEST = 8
"""Lines over which one pair of marks may run in a text that gives each sentence a line."""


def read(source: Source, claims: tuple[Claim, ...]) -> Iterator[QuoteClaim]:
    """Each quotation of the article, in the order of the text."""
    lines = article_lines(source)
    doubles = list(_paired(source.text, lines))
    starts = [parts[0].start for parts in doubles]
    singles = [
        [inner]
        for inner in _in_single_marks(source.text, lines)
        if not _inside(doubles, starts, inner)
    ]
    pieces = (_trimmed(source.text, parts) for parts in sorted(doubles + singles))
    for parts in _joined(source.text, [parts for parts in pieces if parts]):
        yield _claim(source, parts)


def _in_single_marks(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """What stands between single marks, on one line or over a few that each hold a sentence."""
    done = 0
    for number, line in enumerate(lines):
        if line.end <= done:
            continue
        for inner in single_quotes(text, line):
            yield inner
            done = inner.end + 1
        start = left_open_single(text, line, done)
        if start is None:
            continue
        for last in range(number + 1, min(number + _FARTHEST, len(lines))):
            if not _adjoin(text, lines, last - 1, last) or text[lines[last].start] in "'‘":
                break
            end = ends_single(text, lines[last])
            if end is not None:
                yield Span(start=start, end=end)
                done = lines[last].end
                break


def _inside(doubles: Sequence[Sequence[Span]], starts: Sequence[int], inner: Span) -> bool:
    """Whether a quotation in double marks, which are in order, overlaps `inner`."""
    at = bisect_left(starts, inner.end)
    return at > 0 and doubles[at - 1][-1].end > inner.start


def article_lines(source: Source) -> list[Span]:
    """The lines of the article; without a layout, those of the whole text."""
    whole = Span(start=0, end=len(source.text))
    blocks = (source.layout.paragraphs or source.layout.sentences) if source.layout else (whole,)
    return [
        Span(start=found.start(), end=found.end())
        for block in blocks
        for found in _line().finditer(source.text, block.start, block.end)
    ]


def _paired(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """What stands between double marks, as the parts of one remark."""
    opened: Mark | None = None
    parts: list[Span] = []
    found = [mark for number, line in enumerate(lines) for mark in marks_in(text, line, number)]
    for place, mark in enumerate(found):
        if opened is None:
            opened = mark if mark.can_open else None
        elif _closes(text, lines, opened, found, place):
            yield [*parts, Span(start=opened.span.end, end=mark.span.start)]
            opened, parts = None, []
        elif mark.can_open:
            left = _left_open(text, lines, opened, mark)
            if left and mark.starts_line and mark.line - opened.line <= _FARTHEST // 2:
                parts.append(left)
            elif left:
                yield [*parts, left]
                parts = []
            opened = mark
        else:
            left = _left_open(text, lines, opened, mark)
            if left:
                yield [*parts, left]
            opened, parts = None, []
    if opened is not None and (left := _left_open(text, lines, opened, None)):
        yield [*parts, left]


def _closes(
    text: str, lines: Sequence[Span], opened: Mark, found: Sequence[Mark], place: int
) -> bool:
    """Whether the mark at `place` ends what `opened` began."""
    mark = found[place]
    if not mark.can_close:
        return False
    if mark.line == opened.line:
        return True
    if mark.line - opened.line > _FARTHEST or not _adjoin(text, lines, opened.line, mark.line):
        return False
    # an ambiguous mark on a later line closes if the rest of its line is balanced without it
    rest = sum(1 for other in found[place + 1 : place + 8] if other.line == mark.line)
    return mark.sure or rest % 2 == 0


def _left_open(
    text: str, lines: Sequence[Span], opened: Mark, following: Mark | None
) -> Span | None:
    """What an opening mark without a closing one holds: its line, or the lines up to the next."""
    last = opened.line
    if following is not None and following.starts_line and following.line > last + 1:
        near = following.line - last <= _FARTHEST // 2
        between = text[lines[last + 1].start : following.span.start]
        silent = words("verbs_of_saying", "tags").isdisjoint(letters(between))
        if near and silent and _adjoin(text, lines, last, following.line):
            last = following.line - 1
    if following is not None and following.line == opened.line:
        return None
    if following is not None and following.starts_line and following.line == opened.line + 1:
        return Span(start=opened.span.end, end=lines[opened.line].end)
    before = text[max(lines[opened.line].start, opened.span.start - 8) : opened.span.start].rstrip()
    if not opened.starts_line and before[-1:] not in (",", ":"):
        return None
    return Span(start=opened.span.end, end=lines[last].end)


def _adjoin(text: str, lines: Sequence[Span], first: int, last: int) -> bool:
    """Whether only single line ends part these lines: no blank line, no page furniture."""
    return all(
        text[lines[at].end : lines[at + 1].start].strip(" \t\r\xa0") in ("", "\n")
        for at in range(first, last)
    )


def _joined(text: str, pieces: Sequence[list[Span]]) -> Iterator[list[Span]]:
    """Remarks that are split around "he said" put together again."""
    current: list[Span] = []
    for parts in pieces:
        if current and _goes_on(text, current[-1], parts[0]):
            current = current + parts
            continue
        if current:
            yield current
        current = parts
    if current:
        yield current


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Whether only a short "..., he said, ..." parts the two."""
    gap = text[before.end : after.start]
    if len(gap) > 160 or "\n" in gap or not gap.rstrip("\"'“‘`« ").endswith(","):
        return False
    if text[before.end - 1] not in ",-–—…" and gap.lstrip("\"'”’» ")[:1] not in (",",):
        return False
    saying = any(word in words("verbs_of_saying", "tags") for word in letters(gap))
    return saying and (text[after.start] == "I" or not text[after.start].isupper())


def _trimmed(text: str, parts: Sequence[Span]) -> list[Span]:
    """The parts without the blanks at their ends; empty ones are left out."""
    kept = []
    for part in parts:
        inside = part.of(text)
        start = part.start + len(inside) - len(inside.lstrip())
        end = part.end - len(inside) + len(inside.rstrip())
        if start < end and any(sign.isalnum() for sign in inside):
            kept.append(Span(start=start, end=end))
    return kept


def _claim(source: Source, parts: Sequence[Span]) -> QuoteClaim:
    text = source.text
    last = parts[-1]
    if text[last.end - 1] == ",":  # American marks hold the comma of the sentence around them
        bare = last.of(text).rstrip(", ")
        parts = [*parts[:-1], Span(start=last.start, end=last.start + len(bare))]
    span = Span(start=parts[0].start, end=parts[-1].end)
    said = " ".join(" ".join(part.of(text).split()) for part in parts)
    return QuoteClaim(
        source=source.id,
        span=span,
        text=span.of(text),
        value=TextValue(text=said),
        parts=tuple(parts),
        fragment=_is_fragment(text, span, said),
    )


def _is_fragment(text: str, span: Span, said: str) -> bool:
    """Whether it is a phrase in the reporter's sentence ("fair game"), no utterance.

    An utterance has a subject and a verb, which a list of the commonest ones tells, or stands
    by itself: it begins and ends as a sentence does.
    """
    spoken = letters(said)
    clausal = any(word in words("verbs_of_saying", "clausal") for word in spoken)
    if len(spoken) >= 5 and clausal:
        return False
    before = text[max(0, span.start - 40) : span.start].rstrip(" \t\"'“‘`«„")[-1:]
    begins = said[0].isupper() or said[0] in "[(…."
    stands = before in ("", "\n") or before in ",:.?!"
    behind = text[span.end : span.end + 3].lstrip("\"'”’»“ ")  # "We will go", she said
    ends = text[span.end - 1] in ".?!…" or behind[:1] in (",", ".", "?", "!")
    return not (begins and stands and ends and len(spoken) >= 2)


_line = SHAPES("line")
