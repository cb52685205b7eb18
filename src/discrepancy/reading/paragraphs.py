r"""Lines that a fixed width has broken are one paragraph; all other lines stand alone.

>>> from discrepancy.reading.lines import lines
>>> text = ("The ferry left the harbour of Arn at nine and had turned\n"
...         "back by ten, when a storm broke two of the four windows\n"
...         "on its bridge.\nNobody was hurt.")
>>> [line.words for line in unwrapped(lines(text))]
[27, 3]
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from discrepancy.reading.lines import Line
from discrepancy.span import Span

_WIDTHS = range(40, 111)
"""Line widths that editors, mail and page columns break at."""


def unwrapped(all_lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join the lines that a fixed width has broken; line breaks stay inside the text."""
    whole: list[Line] = []
    for block in _blocks(all_lines):
        width = max(len(line.text) for line in block)
        whole.extend(_joined(block, width) if _is_wrapped(block, width) else block)
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
    return bool(open_ends) and full >= 0.8 * len(open_ends) and going_on >= 0.4 * len(open_ends)


def _is_full(line: Line, following: Line, width: int) -> bool:
    first = following.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(first) > 0.9 * width


def _joined(block: Sequence[Line], width: int) -> Iterator[Line]:
    whole = block[0]
    for before, line in pairwise(block):
        short = before.ends_sentence and len(before.text) < 0.8 * width
        if _is_full(before, line, width) and not short:
            whole = _one(whole, line)
        else:
            yield whole
            whole = line
    yield whole


def _one(first: Line, second: Line) -> Line:
    span = Span(start=first.span.start, end=second.span.end)
    return Line(span, f"{first.text}\n{second.text}", second.number)
