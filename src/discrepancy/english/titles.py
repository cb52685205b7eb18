"""Whether a line is in title case, so that its capitals tell nothing of its words: asked here only.

>>> is_title("Six Die as Ferry Sinks Off Arn".split())
True
>>> is_title("Mayor Ann Hale visited Brannock Castle".split())
False
>>> is_title([*"The Norby Hale Mills at Brannock burned".split(), "."])
False
"""

from collections.abc import Sequence

from discrepancy.words import is_stop

LONG = 4
"""Letters from which a word would be small in a sentence and is large in a title: not "and"."""
FEWEST = 2
"""Longer words behind the first that a line must have to tell anything."""
FEW = 3
"""Of fewer than so many no word at all may be small, but for "the" and its like."""
SHARE = 0.75
"""Share of them that more are large than: names alone seldom make so many."""
STOPS = frozenset(".!,;")
"""What ends a sentence, and seldom a title."""


def is_title(written: Sequence[str]) -> bool:
    """Whether nearly every longer word of a line is written large; each, where a stop ends it.

    Args:
        written: its words and marks in order, as they stand in the text.
    """
    longer = [word for word in written[1:] if len(word) >= LONG and word.isalpha()]
    large = sum(word[0].isupper() for word in longer)
    if len(longer) < FEWEST or large <= SHARE * len(longer):
        return False
    ends = next((mark for mark in reversed(written) if mark not in _CLOSING), "")
    # "Two Hurt in Fire at N. Arn St." ends in a stop as well, "They met Minister Norby." is none
    strict = ends in STOPS or len(longer) < FEW
    return not strict or not any(word.islower() and not is_stop(word) for word in written)


_CLOSING = frozenset(("'", '"', "’", "”", ")", "»"))
