"""Where the words of a quotation stand in the running text of the sources, and what differs there.

A source may print the words in its own quotation marks, in others', or in running text.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from discrepancy import words
from discrepancy.proofing.ground import Ground
from discrepancy.span import Span
from discrepancy.words.spoken import Spoken, is_credit, is_slight, spoken_words, text_of
from discrepancy.words.utterances import Edit

LIKE = 0.6
"""Share of a quotation's words that a passage must have to be taken for its print."""

FEW = 2
"""Up to so many telling words, the small words of a remark find its place too."""

TRIED = 12
"""Passages that one quotation is held against at most."""


@dataclass(frozen=True, slots=True)
class Print:
    """A passage of a source that prints the words of a quotation, or nearly."""

    source: int
    span: Span
    share: float
    """How many of the quotation's words it has."""
    edits: tuple[Edit, ...]
    """What differs, slight differences left out."""


class Prints:
    """Looks words up in the running text of all sources."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is read until the first quotation asks."""
        self._ground = ground

    @cached_property
    def _said(self) -> tuple[tuple[Spoken, ...], ...]:
        return tuple(spoken_words(source.text) for source in self._ground.sources)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, said in enumerate(self._said):
            for at, word in enumerate(said):
                found[word.key].append((number, at))
        return found

    def of(self, text: str) -> list[Print]:
        """The passages that print these words, the truest first."""
        said = spoken_words(text)
        found = [self._print(text, said, *place) for place in self._candidates(said)]
        kept = [one for one in found if one is not None and one.share >= LIKE]
        return sorted(kept, key=lambda one: (len(one.edits), -one.share, one.source, one.span))

    def _candidates(self, said: Sequence[Spoken]) -> list[tuple[int, int]]:
        """Where in which source the words may begin: where most of them would fall into place."""
        votes = Counter[tuple[int, int]]()
        telling = [(n, one) for n, one in enumerate(said) if not words.is_stop(one.key)]
        for n, one in telling if len(telling) > FEW else list(enumerate(said)):
            for source, at in self._places.get(one.key, ()):
                for slack in (-1, 0, 1):
                    votes[source, at - n + slack] += 1 if slack else 2
        best: list[tuple[int, int]] = []
        for (source, at), _ in votes.most_common(TRIED * 6):
            if all(source != other or abs(at - there) > 4 for other, there in best):
                best.append((source, at))
            if len(best) == TRIED:
                break
        return best

    def _print(self, text: str, said: Sequence[Spoken], source: int, start: int) -> Print | None:
        """The print that begins about there: just there, or a few words before."""
        slack = 3 + len(said) // 8
        found = (self._from(text, said, source, max(0, start - back)) for back in (0, slack))
        kept = [one for one in found if one is not None]
        return min(kept, key=lambda one: (len(one.edits), -one.share), default=None)

    def _from(self, text: str, said: Sequence[Spoken], source: int, first: int) -> Print | None:
        length = len(said)
        whole = self._said[source]
        window = whole[first : first + length + 6 + length // 3]
        keys = [one.key for one in said], [one.key for one in window]
        blocks = [step for step in LCSseq.opcodes(*keys) if step.tag == "equal"]
        if not blocks:
            return None
        matched = sum(step.src_end - step.src_start for step in blocks)
        head, tail = blocks[0].src_start, length - blocks[-1].src_end
        begin = max(0, blocks[0].dest_start - head)
        end = min(len(window), blocks[-1].dest_end + tail)
        printed = self._ground.sources[source].text
        cuts = [
            (said[:head], window[begin : blocks[0].dest_start]),
            *(
                (said[a.src_end : b.src_start], window[a.dest_end : b.dest_start])
                for a, b in pairwise(blocks)
            ),
            (said[length - tail :], window[blocks[-1].dest_end : end]),
        ]
        edits = tuple(
            Edit(text_of(text, left), text_of(printed, right), False)
            for left, right in cuts
            if (left or right)
            and not is_slight(text, printed, left, right)
            and not (not left and is_credit(printed, right))
        )
        span = Span(start=window[begin].start, end=window[end - 1].end)
        return Print(source, span, matched / length, edits)
