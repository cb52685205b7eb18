"""Two figures that stand crosswise: the dead of one text are the injured of the other.

"Alder, 34, and Holt, 43" beside "Alder, 43, and Holt, 34" gives each figure twice, and agrees in
neither. Figures that are crossed so are not one reading; they are told once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, partial
from itertools import combinations

from discrepancy import tables, words
from discrepancy.alignment.measurands.figures import Measured
from discrepancy.claims import Category
from discrepancy.english.acts import acts_of
from discrepancy.english.gaps import subjects, verbless
from discrepancy.finding import Comparison, Evidence, Verdict
from discrepancy.group import Group, Link
from discrepancy.measures.printed_figures import printed
from discrepancy.patterns import pattern
from discrepancy.source import Source

REACH = 160
"""Characters to either side of a figure that may say what it is of."""

Pair = tuple[Measured, Measured]
"""Two figures of one kind that one sentence gives, the smaller first."""


@dataclass
class Crossing:
    """Two values, and the texts that give them one way and the other way round."""

    lower: dict[int, Measured] = field(default_factory=dict)
    """For each text of the one side the figure of the smaller value."""
    higher: dict[int, Measured] = field(default_factory=dict)
    """For each text of the other side the figure of the greater value, of the same measurand."""
    unlike: set[frozenset[Measured]] = field(default_factory=set)
    """Figures of one value that are of two measurands."""


def crossings(sources: Sequence[Source], figures: Iterable[Measured]) -> tuple[Crossing, ...]:
    """The values of a story that stand crosswise in two texts or more."""
    held: defaultdict[tuple[str, Decimal, Decimal], list[Pair]] = defaultdict(list)
    for low, high in _pairs(figures):
        held[low.block, low.value, high.value].append((low, high))
    found = (_crossing(sources, pairs) for pairs in held.values() if len(pairs) > 1)
    return tuple(one for one in found if one.lower)


def groups(found: Iterable[Crossing]) -> Iterator[Group]:
    """One group for each crossing, its verdict with it."""
    for one in found:
        a, b = next(iter(one.lower.values())), next(iter(one.higher.values()))
        here, there = (printed(figure.claim.value.low) for figure in (a, b))
        because = f"crossed: {here} and {there} of the one are {there} and {here} of the other"
        judged = Comparison(
            verdict=Verdict.CONFLICT, level="quantity.conflict.crossed", because=because
        )
        told = Evidence(level="crossed", weight=3.0, because="two figures, each of the other's")
        claims = tuple(f.claim for f in (*one.lower.values(), *one.higher.values()))
        yield Group("quantity", claims, (Link(a.claim, b.claim, 3.0, (told,), judged=judged),))


def _pairs(figures: Iterable[Measured]) -> Iterator[Pair]:
    inside: defaultdict[tuple[int, str], list[Measured]] = defaultdict(list)
    for figure in figures:
        inside[figure.document, figure.block].append(figure)
    for together in inside.values():
        for one, other in combinations(together, 2):
            if one.value != other.value and _together(one, other):
                yield (one, other) if one.value < other.value else (other, one)


def _together(a: Measured, b: Measured) -> bool:
    """Whether one sentence gives both, or two in a row tell two events: died, were hurt."""
    if a.sentence == b.sentence:
        return True
    events = a.context.predicate, b.context.predicate
    return abs(a.sentence - b.sentence) == 1 and all(events) and events[0] != events[1]


def _crossing(sources: Sequence[Source], pairs: Sequence[Pair]) -> Crossing:
    found, own = Crossing(), cache(partial(_own, sources))
    for one, other in combinations(pairs, 2):
        if one[0].document == other[0].document or other[0].document not in one[0].company:
            continue
        straight, across = _meet(own(one), own(other))
        if straight:
            return Crossing()  # two texts that tell them alike: the rest is chance
        if across:
            _add(found, one, other)
    return found


def _add(found: Crossing, one: Pair, other: Pair) -> None:
    here, there = one, other
    if one[0].document in found.higher or other[0].document in found.lower:
        here, there = other, one
    found.lower.setdefault(here[0].document, here[0])
    found.higher.setdefault(there[1].document, there[1])
    found.unlike |= {frozenset((one[0], other[0])), frozenset((one[1], other[1]))}


Words = frozenset[str]


def _meet(one: tuple[Words, Words], other: tuple[Words, Words]) -> tuple[bool, bool]:
    """Whether two pairs meet in a straight line, and whether they meet crosswise."""
    (low, high), (lower, higher) = one, other
    straight = bool(low & lower) or bool(high & higher)
    return straight, not straight and bool(low & higher) and bool(high & lower)


def _own(sources: Sequence[Source], pair: Pair) -> tuple[Words, Words]:
    """What only the one figure is of, and what only the other is of."""
    events = [figure.context.predicate for figure in pair]
    if all(events) and events[0] != events[1]:
        return frozenset((f"<{events[0]}>",)), frozenset((f"<{events[1]}>",))
    text = sources[pair[0].document].text
    one, other = _gapped(text, pair) or tuple(_said_of(text, figure, pair) for figure in pair)
    return one - other, other - one


def _gapped(text: str, pair: Pair) -> tuple[Words, Words] | None:
    """What each is of where one clause leaves its verb out: "Norby won 54 and Alder 46 percent".

    What the one clause says for both tells neither apart: only who or what each is of.
    """
    if pair[0].sentence != pair[1].sentence:
        return None
    whole = pair[0].context.sentence
    sentence = acts_of(text, whole.start, whole.end)
    for gap in verbless(sentence):
        ends = (sentence[gap.earlier].start, sentence[gap.figure].start)
        told = {
            next((at for at in ends if one.claim.span.start <= at < one.claim.span.end), None): one
            for one in pair
        }
        phrases = subjects(sentence, gap)
        if set(told) == set(ends) and all(phrases):
            held = {
                told[at]: frozenset(words.content_words(" ".join(word.text for word in phrase)))
                for at, phrase in zip(ends, phrases, strict=True)
            }
            return held[pair[0]], held[pair[1]]
    return None


def _said_of(text: str, figure: Measured, pair: Pair) -> Words:
    """The words that belong to a figure: of an age the bearer's name, else those round it."""
    claim, context = figure.claim, figure.context
    if claim.category is Category.AGE:
        return frozenset(word for name in figure.names for word in name.split())
    (other,) = (one.claim.span for one in pair if one is not figure)
    low = max(context.sentence.start, claim.span.start - REACH)
    high = min(context.sentence.end, claim.span.end + REACH)
    before = text[max(low, other.end if other.end <= claim.span.start else low) : claim.span.start]
    behind = text[
        claim.span.end : min(high, other.start if other.start >= claim.span.end else high)
    ]
    before = _bounds().split(before)[-1]
    behind = _bounds().split(behind)[0]
    said = {*words.content_words(before), *words.content_words(behind)}
    links = [token.lower for token in words.tokens(before)][-1:]
    said |= {f"<{link}>" for link in links if link in tables.words("grammar", "prepositions")}
    return frozenset(said)


_bounds = pattern(r"[,;:()–—]|\b(?:and|but|while|whereas|against|with|or)\b")
"""Where the words of one figure end and those of the next begin."""
