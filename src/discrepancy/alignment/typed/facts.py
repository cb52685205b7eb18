"""Which claims of texts speak of what somebody typed in: a fact sheet held against articles.

A claim of a text is taken for a typed one only where its sentence says what is measured, and its
document of whom; where two typed measurands would do, neither does.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from discrepancy import tables, words
from discrepancy.calendar import edtf
from discrepancy.claims import AHEAD, Claim, Context, DateClaim, QuantityClaim
from discrepancy.entries.measurands import folded, meaning
from discrepancy.entries.scopes import scoped
from discrepancy.measures import units
from discrepancy.source import Source

WHOLE = 1.0
"""Share of the words of a measurand of one or two words that the sentence must have."""

MOST_OF = 0.75
"""The same of a longer one."""

PARTS = ("part", "addition", "degree")
"""Classes of qualifier that make a figure a part of what was typed in."""


@dataclass(frozen=True, eq=False)
class Wanted:
    """A measurand that was typed in, and what a sentence must say to speak of it."""

    sample: Claim
    key: object
    words: frozenset[str]
    subject: frozenset[str]
    places: frozenset[str]
    period: str | None


def wanted(sample: Claim, key: object) -> Wanted:
    """What the measurand and subject of a claim ask of a sentence."""
    assert sample.entry is not None
    told = scoped(sample.entry.measurand)
    subject = sample.entry.subject or ""
    return Wanted(
        sample=sample,
        key=key,
        words=frozenset(meaning(told.core, subject).split()),
        subject=frozenset(w for w in folded(subject).split() if not words.is_stop(w)),
        places=frozenset(map(folded, told.places)),
        period=told.period,
    )


def spoken_of(
    things: Iterable[Wanted], claims: Iterable[Claim], sources: Sequence[Source]
) -> Mapping[object, list[Claim]]:
    """For each typed measurand the claims of texts that speak of it."""
    listed = tuple(things)
    if not listed:
        return {}
    texts = {source.id: source for source in sources}
    known = {source.id: frozenset(_words(_whole(source))) for source in sources}
    found: dict[object, list[Claim]] = {}
    for claim in claims:
        fit = [one for one in listed if _speaks(claim, one, texts, known)]
        best = max((len(one.words) + len(one.subject) for one in fit), default=0)
        chosen = {one.key for one in fit if len(one.words) + len(one.subject) == best}
        if len(chosen) == 1:
            found.setdefault(chosen.pop(), []).append(claim)
    return found


def _whole(source: Source) -> str:
    return f"{source.title or ''} {source.text}"


def _speaks(
    claim: Claim,
    one: Wanted,
    texts: Mapping[str, Source],
    known: Mapping[str, frozenset[str]],
) -> bool:
    context = claim.context
    if context is None or not _same_sort(claim, one.sample) or not _plain(claim, context):
        return False
    if one.subject - known[claim.source]:
        return False
    own = one.sample.context.predicate if one.sample.context else None
    if own and context.predicate and own != context.predicate:
        return False
    said = _said(claim, context, texts[claim.source])
    if not _enough(one.words, said):
        return False
    return _in_scope(context, one, said)


def _same_sort(claim: Claim, sample: Claim) -> bool:
    """Whether the two could be compared at all."""
    if isinstance(claim, DateClaim) and isinstance(sample, DateClaim):
        return claim.value.edtf is not None
    if not isinstance(claim, QuantityClaim) or not isinstance(sample, QuantityClaim):
        return claim.kind == sample.kind == "time"
    unit, other = claim.value.unit, sample.value.unit
    if other is None or unit is None:
        return claim.category in ("count", "number") and sample.category in ("count", "number")
    same = units.dimension(unit) == units.dimension(other)
    return same or words.noun_class(unit) == words.noun_class(other)


def _plain(claim: Claim, context: Context) -> bool:
    """Whether it is told as so, of the whole."""
    if context.negated or context.modality in AHEAD:
        return False
    if any(mark.partition(":")[0] in PARTS for mark in context.qualifiers):
        return False
    return not isinstance(claim, QuantityClaim) or claim.value.trend is None


def _said(claim: Claim, context: Context, source: Source) -> frozenset[str]:
    """The words of the sentence, each also as its class, and the class that governs the claim."""
    told = set(_words(context.sentence.of(source.text)))
    if context.predicate:
        told.add(f"={context.predicate}")
    if isinstance(claim, QuantityClaim) and claim.value.unit:
        told.add(words.noun_class(claim.value.unit))
    return frozenset(told)


def _words(text: str) -> Iterator[str]:
    for word in folded(text).split():
        yield word
        yield from meaning(word).split()


def _enough(asked: frozenset[str], said: frozenset[str]) -> bool:
    """Whether the sentence has the words; a class of events must govern or stand there."""
    if not asked or any(word.startswith("=") and word not in said for word in asked):
        return False
    plain = {word for word in asked if word not in tables.words("entries", "counters")}
    share = len(plain & said) / len(plain) if plain else 1.0
    return share >= (WHOLE if len(plain) <= 2 else MOST_OF)


def _in_scope(context: Context, one: Wanted, said: frozenset[str]) -> bool:
    if one.places and not all(set(place.split()) <= said for place in one.places):
        return False
    if one.period and context.frame:
        return edtf.overlap(one.period, context.frame)
    return not context.frame or one.period is not None
