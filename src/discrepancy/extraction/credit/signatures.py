r"""Who signs a block of sentences: "Two died. The mill is shut." with "- NORBY POLICE" below it.

>>> text = "Blast at mill\nTwo died.\nThe mill is shut.\n- NORBY POLICE"
>>> sentences = [Span(start=0, end=13), Span(start=14, end=23), Span(start=24, end=41)]
>>> [(who.of(text), said.of(text)) for who, said in signed(text, sentences)]
[('NORBY POLICE', 'Two died.\nThe mill is shut.')]
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.span import Span


def signed(text: str, sentences: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """The name on each line that is nothing but a signature, and the sentences above it."""
    for place, last in enumerate(sentences):
        name = _signature().match(text, last.end)
        if name is None or _dashed().match(text, _line_start(text, last.start)):
            continue
        first = place + 1
        while first and text[sentences[first - 1].end - 1] in ".!?\"”'’":
            first -= 1  # up to a heading, which ends in no stop
        if first <= place:
            said = Span(start=sentences[first].start, end=last.end)
            yield Span(start=name.start(1), end=name.end(1)), said


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


@cache
def _dashed() -> re.Pattern[str]:
    # an entry of a list, below which "- Norby Police" is another
    return re.compile(r"\s*[-–—•*]")


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(
        r"[ \t]*\n\s*(?:--|[-–—])[ \t]?((?:[A-Z][\w.'’-]*,?[ \t]?){2,5}(?<![.,\s]))[ \t]*"
        r"(?:\Z|\n(?!\s*[-–—•*]))"
    )
