"""Words in quotation marks, looked for in the whole text of every source.

A source may print the words in its own quotation marks, in others', or in running text: all of
it counts. A quotation may be trimmed at its ends; a word that is another inside it is a slip.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from discrepancy import spelling, words
from discrepancy.claims import QuoteClaim
from discrepancy.item import Quoted, Status
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import SHOWN, Held, words_of
from discrepancy.span import Span
from discrepancy.spoken import Spoken, is_slight, spoken, text_of
from discrepancy.utterances import Edit

LIKE = 0.6
"""Share of a quotation's words that a passage must have to be taken for its print."""

SAID = 4
"""Words from which on it matters who said them: shorter ones many say."""

FEW = 2
"""Up to so many telling words, the small words of a remark find its place too."""

TRIED = 12
"""Passages that one quotation is held against at most."""


TAG = 40
"""Characters behind printed words in which "Mr Alder said" names their speaker."""


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
        return tuple(spoken(source.text) for source in self._ground.sources)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, said in enumerate(self._said):
            for at, word in enumerate(said):
                found[word.key].append((number, at))
        return found

    def of(self, text: str) -> list[Print]:
        """The passages that print these words, the truest first."""
        said = spoken(text)
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
            if (left or right) and not is_slight(text, printed, left, right)
        )
        span = Span(start=window[begin].start, end=window[end - 1].end)
        return Print(source, span, matched / length, edits)


def hold(
    claim: QuoteClaim, prints: Prints, ground: Ground, text: str, people: frozenset[str]
) -> Held:
    """What the sources make of a quotation of the draft.

    Args:
        claim: the quotation.
        prints: looks its words up.
        ground: the sources.
        text: the draft's.
        people: the words of the names of people in the draft, by their letters.
    """
    found = [(piece, prints.of(piece)) for piece in _pieces(claim, text)]
    if not found or not any(printed for _, printed in found):
        because = "No source has these words, in quotation marks or out of them."
        return Held(Status.NOT_FOUND, "quote.not_found", because)
    evidence = tuple(
        _shown(one, ground)
        for _, printed in found
        for one in printed[:SHOWN]
        if len(one.edits) == len(printed[0].edits)
    )[:SHOWN]
    wrong = [(piece, printed) for piece, printed in found if not printed or printed[0].edits]
    if wrong:
        return Held(Status.DIFFERS, "quote.differs.words", _diff(wrong, ground), evidence)
    return _speaker(claim, [printed for _, printed in found], ground, text, evidence, people)


def _pieces(claim: QuoteClaim, text: str) -> Iterator[str]:
    """The sentences of the quotation, for a source may set them apart; short ones join the next."""
    for part in claim.parts:
        said = part.of(text)
        start = 0
        for stop in _stop().finditer(said):
            if len(spoken(said[start : stop.end()])) >= 4:
                yield said[start : stop.end()]
                start = stop.end()
        if spoken(said[start:]):
            yield said[start:]


def _shown(best: Print, ground: Ground) -> Quoted:
    verdict = "conflict" if best.edits else "agreement"
    return words_of(ground.sources[best.source], best.span, verdict)


def _diff(wrong: Sequence[tuple[str, Sequence[Print]]], ground: Ground) -> str:
    piece, printed = wrong[0]
    if not printed:
        return f'No source has the words "{" ".join(piece.split())}".'
    best = printed[0]
    source = ground.sources[best.source]
    told = ", ".join(map(_edit, best.edits[:3]))
    return f"{source.outlet or source.id} has other words: {told}."


def _edit(edit: Edit) -> str:
    if not edit.left:
        return f'"{edit.right}", which the draft leaves out'
    if not edit.right:
        return f'"{edit.left}" is not there'
    return f'"{edit.right}" where the draft has "{edit.left}"'


def _speaker(
    claim: QuoteClaim,
    found: Sequence[Sequence[Print]],
    ground: Ground,
    text: str,
    evidence: tuple[Quoted, ...],
    people: frozenset[str],
) -> Held:
    """The words are there: are they credited to somebody else?"""
    who = claim.context.attribution if claim.context else None
    named = _people(who, people)
    credited = {
        name: printed
        for prints in found
        for printed in prints
        for name in _credited(printed, ground)
    }
    known = ground.people
    others = {name: one for name, one in credited.items() if _people(name, known)}
    alike = any(_names(name) & named for name in credited) or any(
        _speaks(named, printed, ground) for prints in found for printed in prints
    )
    said_shortly = claim.fragment or len(spoken(claim.value.text)) < SAID
    if not named or not others or alike or said_shortly:
        because = f"{ground.sources[found[0][0].source].id} has the same words."
        return Held(Status.BORNE_OUT, "quote.agreement.same", because, evidence)
    other, printed = next(iter(others.items()))
    source = ground.sources[printed.source]
    because = f"{source.outlet or source.id} has these words from {other}, the draft from {who}."
    shown = (words_of(source, printed.span, "conflict"), *evidence)
    wide = _with_speaker(claim, named, text)
    return Held(Status.DIFFERS, "quote.differs.speaker", because, shown[:5], wide)


def _people(who: str | None, people: frozenset[str]) -> frozenset[str]:
    """The words of the people's names in an attribution."""
    return _names(who) & people


def _credited(printed: Print, ground: Ground) -> Iterator[str]:
    """Who is credited with the words where a source prints them."""
    source = ground.sources[printed.source]
    for claim in ground.claims[source.id]:
        if isinstance(claim, QuoteClaim) and claim.span.overlaps(printed.span):
            who = claim.context.attribution if claim.context else None
            if who:
                yield who


def _speaks(named: frozenset[str], printed: Print, ground: Ground) -> bool:
    """Whether a name of the draft's speaker stands right behind the words, where they end."""
    text, end = ground.sources[printed.source].text, printed.span.end
    last = min(end + TAG, ground.sentence(printed.source, end - 1).end)
    return bool(_names(text[end:last]) & named)


def _names(who: str | None) -> frozenset[str]:
    return frozenset(
        spelling.folded(name) for name in _name().findall((who or "").split(", via ")[0])
    )


def _with_speaker(claim: QuoteClaim, named: frozenset[str], text: str) -> Span:
    """The quotation and its speaker, where one sentence of the draft has both."""
    context = claim.context
    assert context is not None
    here = context.sentence
    found = [
        one
        for one in _name().finditer(
            text, min(here.start, claim.span.start), max(here.end, claim.span.end)
        )
        if spelling.folded(one.group()) in named
    ]
    outside = [
        one for one in found if one.end() <= claim.span.start or one.start() >= claim.span.end
    ]
    if not outside:
        return claim.span
    nearest = min(outside, key=lambda one: abs(one.start() - claim.span.end))
    last = _rest_of_name().match(text, nearest.end())
    stop = last.end() if last else nearest.end()
    start, end = min(claim.span.start, nearest.start()), max(claim.span.end, stop)
    return Span(start=start, end=end)


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"(?<![.\s][A-Z])(?<!\.)[.?!](?!\.)\s+(?=\S)")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][\w'’-]*\w")


@cache
def _rest_of_name() -> re.Pattern[str]:
    return re.compile(r"(?: [A-Z][\w'’.-]*\w)+")
