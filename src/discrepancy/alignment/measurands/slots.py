"""Near-identical sentences of two documents: equal slots are one measurand, others are not.

Wire copy prints one sentence in many outlets; its figures and dates are aligned by their place.
"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, Protocol

from rapidfuzz import fuzz

from discrepancy import words
from discrepancy.claims import Claim, Context
from discrepancy.source import Source

NEAR = 82
"""Similarity of two sentences, their figures masked, from which they are one sentence."""

_MASK = "#"


class Placed(Protocol):
    """A claim with its sentence and the number of its document."""

    @property
    def claim(self) -> Claim:
        """What stands in the slot."""

    @property
    def context(self) -> Context:
        """What stands around it."""

    @property
    def document(self) -> int:
        """Whose text it is."""


class Slots:
    """Looks up, once for each two sentences, which words of one stand for which of the other."""

    def __init__(self, sources: list[Source]) -> None:
        """Tokens are read when a sentence is first asked for."""
        self._sources = sources
        self._masks: dict[tuple[int, int], _Mask] = {}
        self._worded: dict[tuple[str, ...], int] = {}
        self._maps: dict[tuple[int, int], Mapping[int, int] | None] = {}

    def same(self, a: Placed, b: Placed) -> bool:
        """Whether the two stand in one slot of near-identical sentences."""
        matched = self._map(a, b)
        return matched is not None and matched.get(self._place(a)) == self._place(b)

    def other(self, a: Placed, b: Placed) -> bool:
        """Whether they stand in different slots of near-identical sentences: never one thing.

        "The 900 guests", "the guests, 900 of them": a number that was only moved has no other slot.
        """
        matched = self._map(a, b)
        if matched is None:
            return False
        here, there = self._place(a), self._place(b)
        taken = here in matched or there in matched.values()
        return taken and matched.get(here) != there

    def _place(self, figure: Placed) -> int:
        """Where its number stands: behind the sign of "$5", where "5 dollars" has it."""
        tokens, starts, _ = self._masked(figure)
        span = figure.claim.span
        inside = (i for i, at in enumerate(starts) if span.start <= at < span.end)
        number = next((i for i in inside if tokens[i] == _MASK), None)
        begun = (i for i, at in enumerate(starts) if at <= span.start)
        return max(begun, default=0) if number is None else number

    def _masked(self, figure: Placed) -> "_Mask":
        key = figure.document, figure.context.sentence.start
        if key not in self._masks:
            text, sentence = self._sources[figure.document].text, figure.context.sentence
            tokens = words.tokens(text, sentence.start, sentence.end)
            masked = tuple(_MASK if _is_number(t) else t.lower for t in tokens)
            wording = self._worded.setdefault(masked, len(self._worded))
            self._masks[key] = _Mask(masked, [t.start for t in tokens], wording)
        return self._masks[key]

    def _map(self, a: Placed, b: Placed) -> Mapping[int, int] | None:
        one, other = self._masked(a), self._masked(b)
        key = one.wording, other.wording
        if key not in self._maps:
            shortest = min(len(one.tokens), len(other.tokens))
            alike = shortest >= 6 and fuzz.ratio(one.tokens, other.tokens) >= NEAR
            self._maps[key] = _matched(one.tokens, other.tokens) if alike else None
        return self._maps[key]


class _Mask(NamedTuple):
    """A sentence without its figures."""

    tokens: tuple[str, ...]
    starts: list[int]
    wording: int
    """One number for all sentences of these tokens."""


def _is_number(token: words.Token) -> bool:
    return token.lower in words.number_words() or any(c.isdigit() for c in token.text)


def _matched(a: Sequence[str], b: Sequence[str]) -> dict[int, int]:
    """Positions of `a` to positions of `b`: equal runs, and replaced runs of equal length."""
    places: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            places.update(zip(range(i1, i2), range(j1, j2), strict=True))
    return places
