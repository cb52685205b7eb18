r"""Copies of one wire report: the same sentences, though under a headline and a menu of their own.

>>> text = "Ferry sinks\n\nA ferry sank off Arn on Monday. Six people died. It was old."
>>> own = "Six dead off Arn\n\nA ferry sank off Arn on Monday. Six people died. It was old."
>>> is_copy(Source(id="a", text=text), Source(id="b", text=own))
True
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz, process

from discrepancy import words
from discrepancy.source import Source
from discrepancy.span import Span

_ALIKE = 90
"""Similarity of two articles from which they count as copies of one report."""

_SHARED = 0.8
"""Of the shorter article's characters, what stands word for word in the other."""

_LEAST = 60
"""Characters that two texts share at the least: a short sentence is soon written twice."""

_PHRASE = 4
"""Words of a piece of a sentence that a copy puts otherwise, to be named."""

_SHOWN = 3
"""Changes of a copy that are named in its note."""

MOST = 40
"""Sources with one sentence of which each two are looked at."""


def is_copy(one: Source, other: Source) -> bool:
    """Whether two articles are one report, whatever stands above and around them."""
    return _is_copy(_body(one), _body(other))


class Copies:
    """Which sources of a story are copies: each text is looked at once, and each pair."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._bodies: dict[str, _Body] = {}
        self._known: dict[tuple[str, str], bool] = {}

    def are(self, one: str, other: str) -> bool:
        """Whether the sources of two ids are copies of one report."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = _is_copy(self._of(one), self._of(other))
        return self._known[pair]

    def _of(self, name: str) -> "_Body":
        if name not in self._bodies:
            self._bodies[name] = _body(self._sources[name])
        return self._bodies[name]


class _Body(NamedTuple):
    """The sentences of an article, and all of them as one text."""

    sentences: frozenset[str]
    text: str


def _body(source: Source) -> _Body:
    sentences = _sentences(source) if source.text else ()
    return _Body(frozenset(sentences), " ".join(sentences))


def copied(sources: Sequence[Source]) -> tuple[str, ...]:
    """Which sources print one report, a sentence each: they count as one voice.

    Only what shares a sentence word for word is looked at, so that many sources cost little.
    """
    by_sentence: dict[str, list[str]] = {}
    for source in sources:
        for sentence in _sentences(source) if source.text else ():
            if len(sentence) >= _LEAST:
                by_sentence.setdefault(sentence, []).append(source.id)
    copies = Copies({source.id: source for source in sources})
    first: dict[str, str] = {}
    for ids in by_sentence.values():
        for one, other in combinations(dict.fromkeys(ids[:MOST]), 2):
            if other not in first and copies.are(one, other):
                first[other] = first.get(one, one)
    named = {source.id: source for source in sources}
    return tuple(
        f"{other} prints the report of {one}{_changed(named[one], named[other])}: "
        "the two count as one source."
        for other, one in first.items()
    )


def _changed(one: Source, other: Source) -> str:
    """What a copy tells in other words, for the note on it: ' with "nine" for "six"'."""
    told, copied = _sentences(one), _sentences(other)
    before, after = frozenset(told), frozenset(copied)
    lost = [sentence for sentence in told if sentence not in after]
    new = [sentence for sentence in copied if sentence not in before]
    found = []
    for sentence in new[:MOST]:
        near = process.extractOne(sentence, lost[:MOST], score_cutoff=_ALIKE)
        if near:
            found += list(_replaced(near[0], sentence))
    shown = [f'"{here}" for "{there}"' for there, here in dict.fromkeys(found)]
    if not shown:
        return ""
    more = f" and {len(shown) - _SHOWN} more changes" if len(shown) > _SHOWN else ""
    return f" with {', '.join(shown[:_SHOWN])}{more}"


def _replaced(one: str, other: str) -> Iterator[tuple[str, str]]:
    """The figures, names and other words of weight that stand in the place of others."""
    before, after = words.tokens(one), words.tokens(other)
    plain = [token.text for token in before], [token.text for token in after]
    for kind, i, j, m, n in SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        if kind == "replace" and max(j - i, n - m) <= _PHRASE:
            there = one[before[i].start : before[j - 1].end]
            yield there, other[after[m].start : after[n - 1].end]


def printed(source: Source, sentence: Span) -> str:
    """The words of a sentence, all white space between them let aside."""
    return " ".join(sentence.of(source.text).split())


def _is_copy(one: _Body, other: _Body) -> bool:
    if not one.text or not other.text:
        return False
    shared = sum(map(len, one.sentences & other.sentences))
    if shared >= max(_LEAST, _SHARED * min(len(one.text), len(other.text))):
        return True
    return bool(fuzz.ratio(one.text, other.text, score_cutoff=_ALIKE))


def _sentences(source: Source) -> tuple[str, ...]:
    """The sentences of the article, its headline and all white space between words let aside."""
    layout = source.layout
    if layout is None:
        return tuple(" ".join(line.split()) for line in source.text.split("\n") if line.strip())
    end = layout.headline.end if layout.headline else 0
    return tuple(printed(source, one) for one in layout.sentences if one.start >= end)
