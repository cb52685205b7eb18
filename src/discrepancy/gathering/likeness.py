"""Whether two texts tell of one story: how many content words and how many names they share.

>>> texts = (
...     "The ferry Arn sank off Ule with 80 pilgrims; the coastguard saved most of them.",
...     "Most of the 80 pilgrims were saved by the coastguard when the Arn sank off Ule.",
...     "The Hale mill in Norby is to close in May; its 80 weavers lose their work.",
... )
>>> ferry, arn, mill = (likeness_of(Source(id=text[:9], text=text)) for text in texts)
>>> of_one_story(ferry, arn), of_one_news(ferry, arn), of_one_story(ferry, mill)
(True, False, False)
"""

from functools import lru_cache
from typing import NamedTuple

from discrepancy.gathering.keys import article, content, large_words
from discrepancy.source import Source

STORY = 0.18
"""Share of the content words of the shorter text that the other has too, from which they tell of
one story, if they also name something in common. So do 92 % of the pairs of documents of one
annotated story, and 2 % of the pairs of two."""

ONE_STORY = 0.5
"""Shares of words and of names in common, summed, from which two alike texts tell one story: 91 %
of the pairs of one annotated story have it, and a quarter of those of two takeovers by one firm."""

ONE_NEWS = 0.8
"""The same sum, from which two texts tell the same news of a story. `benchmarks/undated.py` anchors
about as many documents, and as many rightly, by any from 0.7 to 0.9."""

NAMED = 3
"""Names that two texts of the same news have in common at least."""

NAMELESS = 0.28
"""Share of words in common from which a text that names nothing tells of the story of one that
does: the dead and the injured of any two accidents are told in much the same words."""


class Likeness(NamedTuple):
    """What is looked at of a text, once for all others."""

    content: frozenset[str]
    names: frozenset[str]


class InCommon(NamedTuple):
    """How much two texts share."""

    content: int
    names: int


def likeness_of(source: Source) -> Likeness:
    """What is looked at of a document."""
    text = article(source)
    return Likeness(content(text), large_words(text))


def in_common(a: Likeness, b: Likeness) -> InCommon:
    """How many content words and names two texts share."""
    return InCommon(len(a.content & b.content), len(a.names & b.names))


def tell_one_story(a: Likeness, b: Likeness, both: InCommon) -> bool:
    """Whether two texts tell one story, once it is counted what they share."""
    words_shared = _share(both.content, a.content, b.content)
    if words_shared < STORY or not (a.names and b.names):
        return words_shared >= (NAMELESS if a.names or b.names else STORY)
    names_shared = _share(both.names, a.names, b.names)
    return both.names > 0 and words_shared + names_shared >= ONE_STORY


def may_be_of_one_story(a: Likeness, b: Likeness) -> bool:
    """Whether two texts are alike and name something in common, as dating asks."""
    both = in_common(a, b)
    named = both.names > 0 or not (a.names and b.names)
    return named and _share(both.content, a.content, b.content) >= STORY


def of_one_story(a: Likeness, b: Likeness) -> bool:
    """Whether two texts are alike and, where both name anything, name the same enough."""
    return tell_one_story(a, b, in_common(a, b))


@lru_cache(maxsize=20_000)  # asked for each two claims of each two texts
def are_alike(one: str, other: str) -> bool:
    """Whether two articles have words enough in common to tell of one story."""
    left, right = content(one), content(other)
    return _share(len(left & right), left, right) >= STORY


def of_one_news(a: Likeness, b: Likeness) -> bool:
    """Whether two texts share so much that they tell the same news of a story."""
    both = in_common(a, b)
    words_shared = _share(both.content, a.content, b.content)
    alike = words_shared + _share(both.names, a.names, b.names)
    return both.names >= NAMED and alike >= ONE_NEWS


def _share(both: int, one: frozenset[str], other: frozenset[str]) -> float:
    return both / max(1, min(len(one), len(other)))
