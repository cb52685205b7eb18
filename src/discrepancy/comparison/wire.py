r"""Copies of one wire report: the same sentences, though under a headline and a menu of their own.

>>> text = "Ferry sinks\n\nA ferry sank off Arn on Monday. Six people died. It was old."
>>> own = "Six dead off Arn\n\nA ferry sank off Arn on Monday. Six people died. It was old."
>>> is_copy(Source(id="a", text=text), Source(id="b", text=own))
True
"""

from rapidfuzz import fuzz

from discrepancy.source import Source

_ALIKE = 90
"""Similarity of two articles from which they count as copies of one report."""

_SHARED = 0.8
"""Of the shorter article's characters, what stands word for word in the other."""

_LEAST = 60
"""Characters that two texts share at the least: a short sentence is soon written twice."""


def is_copy(one: Source, other: Source) -> bool:
    """Whether two articles are one report, whatever stands above and around them."""
    if not one.text or not other.text:
        return False
    body, own = _sentences(one), _sentences(other)
    text, owned = " ".join(body), " ".join(own)
    if not text or not owned:
        return False
    shared = sum(len(sentence) for sentence in set(body) & set(own))
    if shared >= max(_LEAST, _SHARED * min(len(text), len(owned))):
        return True
    return bool(fuzz.ratio(text, owned, score_cutoff=_ALIKE))


def _sentences(source: Source) -> tuple[str, ...]:
    """The sentences of the article, its headline and all white space between words let aside."""
    layout = source.layout
    if layout is None:
        return tuple(" ".join(line.split()) for line in source.text.split("\n") if line.strip())
    end = layout.headline.end if layout.headline else 0
    return tuple(
        " ".join(sentence.of(source.text).split())
        for sentence in layout.sentences
        if sentence.start >= end
    )
