"""A claim with the words that stand round it, and how near two of them are to telling one thing.

A draft tells in its own words what its sources tell in theirs. Whether two sentences are of one
thing is a matter of the words they share, a rare word weighing more than a common one, of what
governs the claim, and of whose it is.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log, sqrt

from discrepancy import words
from discrepancy.claims import Category, Claim, DateClaim, NameClaim, QuantityClaim, TimeClaim
from discrepancy.source import Source
from discrepancy.span import NOWHERE, Span
from discrepancy.words import british, spelling

WINDOW = 6
"""Content words to either side of a claim that stand near it."""

BESIDE = 12
"""Characters between a name and an age said of it: "Alder, aged 34", "34-year-old Alder"."""

Words = frozenset[str]
_NOBODY: Words = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A claim and the words round it, its own left out."""

    claim: Claim
    source: Source
    near: Words
    clause: Words
    sentence: Words
    around: Words
    """Of the sentence before and the one after."""
    bearer: Words
    """The words of the name that stands next before it in its sentence, else next after it."""
    heads: Words
    """What is counted, and what happens to it."""
    others: tuple[Claim, ...] = ()
    """The other claims of its kind in its sentence that give something else."""

    @property
    def values(self) -> frozenset[object]:
        """What those give."""
        return frozenset(map(value_of, self.others))


def one_bearer(a: Words, b: Words) -> bool:
    """Whether two names may be of one: "Alder" and "Mara Alder", and not "Mara" and "Jon Alder".

    >>> one_bearer(frozenset(("mara", "alder")), frozenset(("jon", "alder")))
    False
    """
    if not a & b:
        return False
    here, there = a - b, b - a
    if len(here) != 1 or len(there) != 1:
        return True
    (one,), (other,) = here, there
    initial = one[0] == other[0] and min(len(one), len(other)) == 1
    return initial or spelling.short_forms(one, other)


def value_of(claim: Claim) -> object:
    """What is the same in claims that are equal to the letter."""
    match claim:
        case QuantityClaim():
            return claim.value.low
        case DateClaim():
            return claim.value.edtf or claim.text.lower()
        case TimeClaim():
            return claim.value.time
        case _:
            return None


class Weights:
    """How much each word tells in these sources: one that few sentences have tells much."""

    def __init__(self, sentences: Iterable[Words]) -> None:
        """Count the sentences that hold each word."""
        held = Counter[str]()
        count = 1
        for sentence in sentences:
            held.update(sentence)
            count += 1
        rarest = log(count + 1) ** 2
        self._weights: defaultdict[str, float] = defaultdict(lambda: rarest)
        self._weights.update((word, log((count + 1) / (n + 0.5)) ** 2) for word, n in held.items())
        self._whole: dict[Words, float] = {}

    def of(self, told: Words) -> float:
        """The weight of several words."""
        return sum(map(self._weights.__getitem__, told))

    def alike(self, a: Words, b: Words) -> float:
        """Cosine of two sets of words: 1 where they are the same."""
        both = a & b
        return self.of(both) / sqrt(self._all(a) * self._all(b)) if both else 0.0

    def _all(self, told: Words) -> float:
        """The weight of all words of a passage, worked out once."""
        known = self._whole.get(told)
        if known is None:
            known = self._whole[told] = self.of(told)
        return known

    def near(self, a: Told, b: Told) -> float:
        """How near two claims are to telling one thing: 0 for nothing in common, 1 for all."""
        if not a.sentence & b.sentence and not a.sentence & b.around:
            return 0.15 * bool(a.heads & b.heads) + 0.1 * bool(a.bearer & b.bearer)
        alike = (
            self.alike(a.clause, b.clause)
            + 0.8 * self.alike(a.near, b.near)
            + 0.5 * self.alike(a.sentence, b.sentence)
            + 0.2 * self.alike(a.sentence, b.around)
        ) / 2.5
        return alike + 0.15 * bool(a.heads & b.heads) + 0.1 * bool(a.bearer & b.bearer)


def told(source: Source, claims: Sequence[Claim]) -> Iterator[Told]:
    """The claims of one source that stand in a sentence, each with the words round it."""
    spans = source.layout.sentences if source.layout else ()
    names = [c for c in claims if isinstance(c, NameClaim) and c.role != "nationality"]
    beside_it: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.context is not None:
            beside_it[claim.kind, claim.context.sentence.start].append(claim)
    within, read = NOWHERE, list[words.Token]()
    for claim in claims:
        if claim.context is None:
            continue
        at = bisect_left(spans, claim.context.sentence.start, key=lambda span: span.start)
        beside = (*spans[max(0, at - 1) : at], *spans[at + 1 : at + 2])
        own, others = value_of(claim), beside_it[claim.kind, claim.context.sentence.start]
        if claim.context.sentence != within:
            within = claim.context.sentence
            read = words.tokens(source.text, within.start, within.end)
        told_else = tuple(one for one in others if value_of(one) != own)
        yield replace(_told(source, claim, beside, names, read), others=told_else)


def _told(
    source: Source,
    claim: Claim,
    beside: Sequence[Span],
    names: Sequence[NameClaim],
    read: Sequence[words.Token],
) -> Told:
    context, text, span = claim.context, source.text, claim.span
    assert context is not None
    sentence = context.sentence
    before = _content([one for one in read if one.end <= span.start])[-WINDOW:]
    after = _content([one for one in read if one.start >= span.end])[:WINDOW]
    own = folded(claim.text)
    event = frozenset((f"={context.predicate}",)) if context.predicate else _NOBODY
    return Told(
        claim=claim,
        source=source,
        near=(folded(" ".join((*before, *after))) - own) | event,
        clause=(folded(context.clause.of(text)) - own) | event,
        sentence=(folded(sentence.of(text)) - own) | event,
        around=_NOBODY.union(*(folded(one.of(text)) for one in beside)),
        bearer=_bearer(claim, sentence, names),
        heads=event | _counted(claim),
    )


def _content(read: Sequence[words.Token]) -> list[str]:
    return [t.text for t in read if t.lower[0].isalpha() and not words.is_stop(t.lower)]


def _bearer(claim: Claim, sentence: Span, names: Sequence[NameClaim]) -> Words:
    first = bisect_left(names, sentence.start, key=lambda name: name.span.start)
    last = bisect_left(names, sentence.end, key=lambda name: name.span.start)
    inside = names[first:last]
    before = [name for name in inside if name.span.end <= claim.span.start]
    after = [name for name in inside if name.span.start >= claim.span.end]
    if isinstance(claim, QuantityClaim) and claim.category is Category.AGE:
        before = [one for one in before if claim.span.start - one.span.end <= BESIDE]
        after = [one for one in after if one.span.start - claim.span.end <= BESIDE]
    nearest = before[-1:] or after[:1]
    return folded(nearest[0].value.text) if nearest else _NOBODY


def _counted(claim: Claim) -> Words:
    if isinstance(claim, QuantityClaim) and claim.category is Category.COUNT and claim.value.unit:
        return frozenset((words.noun_class(claim.value.unit),))
    return _NOBODY


@lru_cache(maxsize=20_000)
def folded(passage: str) -> Words:
    """The content words of a passage in base form, kinds of thing and spellings made one.

    >>> sorted(folded("Its defence treaty was signed"))
    ['agreement', 'defense', 'sign']
    """
    return frozenset(
        words.noun_class(british.american(word)) for word in words.content_words(passage)
    )
