"""The finest cut of a sentence: which runs of letters it has, and whether it has a figure.

A reader names the words of which each of its phrases has one, and looks only at the sentences that
have it too: "noon" of a clock time, "month" of "last month".

>>> sorted(said("It sank at 7:11am on mid-May 3, Hale's men say.", 0, 47) - said("It say", 0, 6))
['0', 'am', 'at', 'hale', 'may', 'men', 'mid', 'on', 's', 'sank']
"""

import re
from functools import lru_cache

from discrepancy.words.cuts import letters

FIGURE = "0"
"""Stands for any figure among the words of a sentence."""


@lru_cache(maxsize=2048)
def said(text: str, start: int, end: int) -> frozenset[str]:
    """The runs of letters of `text[start:end]` in lower case, and FIGURE where it has a digit."""
    sentence = text[start:end]
    found = letters(sentence)
    if _DIGIT.search(sentence):
        found.append(FIGURE)
    return frozenset(found)


_DIGIT = re.compile(r"\d")
