"""What a length of time is reckoned from.

"Two days after the wedding" is no length of anything: it tells where on the way something lies.

>>> from discrepancy.words import tokens
>>> offset([word.lower for word in tokens("after the wedding in Norby, he left")])
Offset(side='after', anchor=('wed', 'norby'))
"""

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy import tables, words

REACH = 6
"""Words behind "after" among which the anchor stands."""


class Offset(NamedTuple):
    """That a length of time is reckoned from something."""

    side: str
    """After or before it."""
    anchor: tuple[str, ...]
    """Content words of what it is reckoned from; none of "two days later"."""


def offset(behind: Sequence[str]) -> Offset | None:
    """What the folded words behind a length of time reckon it from; None where it is a length."""
    if not behind:
        return None
    for side in ("after", "before"):
        if behind[0] in tables.words("grammar", f"reckoned_{side}"):
            rest = behind[1 : 1 + REACH]
            stop = next((at for at, word in enumerate(rest) if not word[0].isalnum()), len(rest))
            return Offset(side, tuple(words.content_words(" ".join(rest[:stop]))))
    return None
