r"""Lines that a fixed width or a stray break has cut are one paragraph; others stand alone.

>>> from discrepancy.reading.page.lines import lines_of
>>> text = ("The ferry left the harbour of Arn at nine and had turned\n"
...         "back by ten, when a storm broke two of the four windows\n"
...         "on its bridge.\nNobody was hurt.")
>>> [line.words for line in unwrapped(lines_of(text))]
[27, 3]
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from discrepancy.patterns import pattern
from discrepancy.reading.page.lines import Line, lines_of
from discrepancy.reading.page.sentences import trimmed
from discrepancy.reading.page.ties import Pairs, names_within
from discrepancy.reading.page.wrapping import begins_sentence, runs_on
from discrepancy.span import Span
from discrepancy.tables import words

_LISTED = 3
"""Lines that make a list."""
_WIDTHS = range(28, 111)
"""Line widths that editors, mail and page columns break at."""


def unwrapped(all_lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join the lines over which a sentence runs on; line breaks stay inside the text."""
    whole: list[Line] = []
    names = names_within(all_lines)
    for block in _blocks(all_lines):
        width = max(len(line.text) for line in block)
        above = whole[-1] if whole else None
        whole.extend(_joined(block, width if _is_wrapped(block, width) else 0, above, names))
    return tuple(whole)


def _blocks(all_lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank line between."""
    block: list[Line] = []
    for line in all_lines:
        if block and line.number > block[-1].number + 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(block: Sequence[Line], width: int) -> bool:
    """Whether lines that stop in mid-sentence do so because the next word did not fit."""
    if width not in _WIDTHS:
        return False
    open_ends = [(a, b) for a, b in pairwise(block) if not a.ends_sentence]
    full = sum(_is_full(a, b, width) for a, b in open_ends)
    going_on = sum(b.text[0].islower() or b.text[0].isdigit() for _, b in open_ends)
    return bool(open_ends) and full >= 0.6 * len(open_ends) and going_on >= 0.4 * len(open_ends)


def _is_full(line: Line, following: Line, width: int) -> bool:
    first = following.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(first) > 0.9 * width


def _joined(block: Sequence[Line], width: int, above: Line | None, names: Pairs) -> Iterator[Line]:
    """The lines of a block below another, joined; a width of 0: none was found."""
    whole = block[0]
    for before, line in pairwise(block):
        if _fills(before, line, width) or runs_on(whole, line, above, names):
            whole = _one(whole, line)
        else:
            yield whole
            above, whole = whole, line
    yield whole


def widest(text: str) -> int:
    """How many characters the longest line of a text holds."""
    return max(map(len, text.split("\n")), default=0)


def items(text: str, paragraph: Span, width: int) -> tuple[Span, ...]:
    r"""A paragraph in parts where it holds a list that has lost its marks; else itself.

    Three lines or more in a row begin large, end no sentence, and leave room for the next word in
    the widest line of the text.

    >>> from discrepancy.span import Span
    >>> text = "Sales of $412 million\nNet income of $38 million\nCash of $610 million\n" + "-" * 60
    >>> [span.of(text) for span in items(text, Span(start=0, end=68), widest(text))]
    ['Sales of $412 million', 'Net income of $38 million', 'Cash of $610 million']
    """
    within = lines_of(paragraph.of(text))
    cuts: list[int] = []
    run: list[Line] = []
    for line, following in zip(within, [*within[1:], None], strict=True):
        fits = following is None or not _is_full(line, following, width)
        if line.text[0].isupper() and not line.ends_sentence and fits and not _wants_more(line):
            run.append(line)
            continue
        if len(run) >= _LISTED:
            run += [] if line.text[0].islower() else [line]
            cuts += [one.span.start for one in run]
        run = []
    cuts += [one.span.start for one in run] if len(run) >= _LISTED else []
    edges = sorted({0, *cuts, len(paragraph)})
    parts = (trimmed(text, paragraph.start + a, paragraph.start + b) for a, b in pairwise(edges))
    return tuple(part for part in parts if len(part))


def _wants_more(line: Line) -> bool:
    """Whether no item ends so: "It was bought by", "the mill and"."""
    last = line.text.rsplit(maxsplit=1)[-1].lower()
    return last in words("furniture", "never_last") or last in words("furniture", "never_ends")


def _fills(before: Line, line: Line, width: int) -> bool:
    """Whether a line of a wrapped block ends where it does because the next word did not fit."""
    short = before.ends_sentence and len(before.text) < 0.8 * width
    if width == 0 or short or (not before.ends_sentence and begins_sentence(line)):
        return False
    return _is_full(before, line, width) and line.indent <= before.indent


def _one(first: Line, second: Line) -> Line:
    span = Span(start=first.span.start, end=second.span.end)
    return Line(span, f"{first.text}\n{second.text}", second.number)


def pieces(page: Sequence[Line]) -> tuple[Line, ...]:
    """Cut lines at a stamp or label that lost its line breaks, and at the headline's repeat.

    "Ferry sinks Last Updated : 5 May 2013 10:58 AM IST Ferry sinks A ferry sank off Arn." is
    a headline, a stamp, the headline once more, and the first sentence.
    """
    found: list[Line] = []
    for line in page:
        stamp = _stamp_within().search(line.text) if len(line.text) > 60 else None
        cuts = [stamp.start(), stamp.end()] if stamp else []
        if stamp and stamp.start():
            title = line.text[: stamp.start()].strip()
            again = line.text.find(title, stamp.end(), stamp.end() + len(title) + 3)
            cuts += [again + len(title)] if again >= 0 else []
        if glued := _glued_label().search(line.text):
            cuts.append(glued.start(1))
        found.extend(_cut(line, cuts) if cuts else (line,))
    return tuple(found)


def _cut(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    for start, end in pairwise((0, *cuts, len(line.text))):
        inner = trimmed(line.text, start, end)
        if len(inner):
            at = line.span.start
            span = Span(start=at + inner.start, end=at + inner.end)
            yield Line(span, inner.of(line.text), line.number)


# 'under threat."ARN Post For Latest Updates Please-': a label that lost the break before it
_glued_label = pattern(r"[a-z][.!?][\"”’]([A-Z]\w*(?: [A-Z][\w.]*){2,8}[ –—-]*)$")


@cache
def _stamp_within() -> re.Pattern[str]:
    # "Last Updated : 24 Oct 2024 10:58:37 AM IST" | "Published: May 5, 2013, 11:20 GMT"
    label = r"(?:(?:Last|First) )?(?:Updated|Published|Posted)(?: (?:on|at))? ?: ?"
    day = r"(?:\w{3,9},? )?(?:\d{1,2} \w{3,9},?|\w{3,9} \d{1,2},) \d{4}"
    clock = r"(?:[,|]? (?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4}\b)?)?"
    return re.compile(label + day + clock)
