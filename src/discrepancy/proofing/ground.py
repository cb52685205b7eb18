"""The sources made ready to be looked up in: their claims by kind, and the words of their texts."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from typing import NamedTuple

from discrepancy import words
from discrepancy.claims import Claim, NameClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.proofing.told import Told, Weights, Words, folded, told, value_of
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import spelling

SAME = (Verdict.AGREEMENT, Verdict.ROUNDING, Verdict.COMPATIBLE)
"""The verdicts by which a source's claim bears a draft's claim out, where it is of the same."""

OTHER = (Verdict.CONFLICT, Verdict.UPDATE)
"""The verdicts by which it tells otherwise."""


SENTENCES = 40
"""Sentences of the sources in which what a draft's sentence tells is looked for."""

EQUAL = 100
"""Claims of the draft's own value that are looked at, the nearest first: more say nothing new."""


def people(claims: Iterable[Claim]) -> frozenset[str]:
    """The words of the names of people, by their letters."""
    return frozenset(
        spelling.folded(word)
        for claim in claims
        if isinstance(claim, NameClaim) and claim.type == "person"
        for word in claim.value.text.split()
    )


def letters(word: str) -> str:
    """A word or figure as it is looked up: without case, accents, marks and thousands' commas.

    >>> letters("1,500"), letters("1.5"), letters("Éire")
    ('1500', '1.5', 'eire')
    """
    if "." in word.strip(".") and word[0].isdigit():
        return word.casefold().replace(",", "").strip(".")
    return spelling.folded(word).replace(",", "") or word


def _parts(word: "Word") -> Iterator["Word"]:
    """The words that hyphens join, and a unit set close: "Soviet-era", "GB" of "32GB"."""
    at = 0
    parts = word.text.split("-")
    for part in parts:
        start = word.start + at
        if part and len(parts) > 1:
            yield word._replace(start=start, end=start + len(part), text=part)
        unit = part.lstrip("0123456789.,")
        if part[:1].isdigit() and len(unit) > 1 and unit.isalpha():
            end = start + len(part)
            yield word._replace(start=end - len(unit), end=end, text=unit)
        at += len(part) + 1


def _unbracketed(text: str) -> Iterator[words.Token]:
    """The words without the brackets that an editor sets: "fit for the [start of the] season"."""
    return (token for token in words.tokens(text) if token.text not in ("[", "]"))


class Word(NamedTuple):
    """A word of a source's text."""

    source: int
    at: int
    """Which word of the text it is."""
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """A claim of a source that may be of the same thing as one of the draft."""

    told: Told
    compared: Comparison
    near: float

    @property
    def claim(self) -> Claim:
        """The source's claim."""
        return self.told.claim


class Ground:
    """What the draft is held against.

    Work is done once for all items; what an item asks costs no more than its candidates.
    """

    def __init__(self, sources: Sequence[Source], claims: Mapping[str, Sequence[Claim]]) -> None:
        """Take the sources, each with what was read from it."""
        self.sources = tuple(sources)
        self.by_id = {source.id: source for source in sources}
        self.claims = claims
        self._told: defaultdict[str, list[Told]] = defaultdict(list)
        self._sentences: defaultdict[str, dict[tuple[str, int], list[Told]]] = defaultdict(dict)
        self._valued: defaultdict[str, dict[object, list[Told]]] = defaultdict(dict)
        self._likely: dict[tuple[str, int], list[Told]] = {}
        sentences: dict[tuple[str, int], Words] = {}
        for source in sources:
            for one in told(source, claims[source.id]):
                self._told[one.claim.kind].append(one)
                assert one.claim.context is not None
                place = source.id, one.claim.context.sentence.start
                sentences[place] = one.sentence
                self._sentences[one.claim.kind].setdefault(place, []).append(one)
                self._valued[one.claim.kind].setdefault(value_of(one.claim), []).append(one)
        self.weights = Weights(sentences.values())

    @cached_property
    def people(self) -> frozenset[str]:
        """The words of the names of people in the sources, by their letters."""
        return people(claim for read in self.claims.values() for claim in read)

    def likely(self, draft: Told) -> Sequence[Told]:
        """The sources' claims that a claim of the draft may be of one thing with.

        Those of its own value, and those in the sentences that have most of its sentence's words:
        what lies farther is of other things, and each comparison costs.
        """
        kind, context = draft.claim.kind, draft.claim.context
        assert context is not None
        key = kind, context.sentence.start
        if key not in self._likely:
            said = folded(context.sentence.of(draft.source.text))
            near = nlargest(
                SENTENCES,
                self._sentences[kind].values(),
                key=lambda told: self.weights.alike(said, told[0].sentence),
            )
            self._likely[key] = [one for told in near for one in told]
        found = {id(one): one for one in self._likely[key]}
        equal = self._valued[kind].get(value_of(draft.claim), [])
        if len(equal) > EQUAL:
            said = folded(context.sentence.of(draft.source.text))
            equal = nlargest(EQUAL, equal, key=lambda one: self.weights.alike(said, one.sentence))
        found.update({id(one): one for one in equal})
        return list(found.values())

    def told(self, kind: str) -> Sequence[Told]:
        """The sources' claims of one kind."""
        return self._told[kind]

    def beside(self, one: Told, reach: int) -> Iterator[Told]:
        """The claims of its kind in the sentences up to so many before and behind its own."""
        context, layout = one.claim.context, one.source.layout
        assert context is not None
        spans = layout.sentences if layout else (context.sentence,)
        at = bisect_right(spans, context.sentence.start, key=lambda span: span.start) - 1
        for span in spans[max(0, at - reach) : at + reach + 1]:
            yield from self._sentences[one.claim.kind].get((one.source.id, span.start), ())

    @cached_property
    def texts(self) -> tuple[tuple[Word, ...], ...]:
        """For each source the words of its whole text, what stands outside the article too."""
        return tuple(
            tuple(
                Word(number, at, token.start, token.end, token.text)
                for at, token in enumerate(_unbracketed(source.text))
            )
            for number, source in enumerate(self.sources)
        )

    @cached_property
    def places(self) -> Mapping[str, Sequence[Word]]:
        """Where each word stands, by its letters without case, accents and marks."""
        found: defaultdict[str, list[Word]] = defaultdict(list)
        for text in self.texts:
            for word in text:
                found[letters(word.text)].append(word)
                for part in _parts(word):
                    found[letters(part.text)].append(part)
        return found

    def sentence(self, number: int, at: int) -> Span:
        """The sentence of a source in which a character stands; the line outside the article."""
        source = self.sources[number]
        spans = source.layout.sentences if source.layout else ()
        index = bisect_right(spans, at, key=lambda span: span.start) - 1
        if index >= 0 and at < spans[index].end:
            return spans[index]
        start = source.text.rfind("\n", 0, at) + 1
        end = source.text.find("\n", at)
        return Span(start=start, end=len(source.text) if end < 0 else end)

    def spoken(self, phrase: str) -> Iterator[tuple[int, Span, Words]]:
        """Where the words of a phrase stand together, in any case: source, span and sentence."""
        wanted = [letters(token.text) for token in words.tokens(phrase)]
        while wanted and not wanted[-1][:1].isalnum():
            wanted.pop()
        for first in self.places.get(wanted[0], ()) if wanted else ():
            text = self.texts[first.source]
            run = [first, *text[first.at + 1 : first.at + len(wanted)]]
            if len(run) > 1 and letters(run[-1].text) != wanted[-1]:
                # "over the previous season-and a berth": a dash without spaces
                run[-1] = next((p for p in _parts(run[-1]) if p.start == run[-1].start), run[-1])
            if [letters(word.text) for word in run] == wanted:
                sentence = self.sentence(first.source, first.start)
                passage = sentence.of(self.sources[first.source].text)
                yield first.source, Span(start=first.start, end=run[-1].end), folded(passage)
