"""The comparison levels between two readings, each a number that `weights` weighs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from rapidfuzz import fuzz

from discrepancy.alignment.figures import Figure
from discrepancy.alignment.readings import Reading
from discrepancy.alignment.slots import Slots
from discrepancy.claim import Category

MEASURES = (Category.MEASURE, Category.DURATION, Category.MAGNITUDE, Category.PERCENT)


@dataclass(frozen=True, slots=True)
class Story:
    """What the levels need to know of all figures together."""

    slots: Slots
    rarity: Mapping[str, float]
    """Inverse document frequency of each folded word."""
    blocks: Mapping[tuple[int, str], frozenset[object]]
    """The values of each block in each document."""


def story(figures: Sequence[Figure], slots: Slots) -> Story:
    """Count words over documents, and values over blocks."""
    documents: dict[str, set[int]] = {}
    values: dict[tuple[int, str], set[object]] = {}
    for figure in figures:
        for word in figure.wide:
            documents.setdefault(word, set()).add(figure.document)
        values.setdefault((figure.document, figure.block), set()).add(figure.value)
    count = len({figure.document for figure in figures}) + 1
    rarity = {word: log(count / len(held)) for word, held in documents.items()}
    return Story(slots, rarity, {key: frozenset(held) for key, held in values.items()})


def levels(a: Figure, b: Figure, left: Reading, right: Reading, story: Story) -> dict[str, float]:
    """The level values of two figures, standing for their two readings."""
    main = a.first and b.first and a.part == b.part
    one, other = a.context.predicate, b.context.predicate
    found = {
        "ratio": _ratio(a, b),
        "overlap": _overlap(left, right),
        "measure": float(a.claim.category in MEASURES),
        "first_of_kind": float(main),
        "other_person": float(_other_person(a, b)),
        "other_names": float(_disjoint(a.names | a.places, b.names | b.places)),
        "slot_words": fuzz.token_sort_ratio(a.window, b.window) / 100,
        "vocabulary": _vocabulary(a, b, story),
        "residue": float(_residue(a, b, story)),
        "first_toll": float(main and one is not None and one == other and _counts(a)),
        "same_slot": float(story.slots.same(a, b)),
        "both_lead": float(a.lead and b.lead),
    }
    return {level: value for level, value in found.items() if value}


def _ratio(a: Figure, b: Figure) -> float:
    high, low = max(abs(a.value), abs(b.value)), min(abs(a.value), abs(b.value))
    return min(5.0, log((float(high) + 0.5) / (float(low) + 0.5)))


def _overlap(left: Reading, right: Reading) -> float:
    both = len(left.documents & right.documents)
    return both / min(len(left.documents), len(right.documents))


def _other_person(a: Figure, b: Figure) -> bool:
    if a.claim.category is not Category.AGE:
        return False
    return _disjoint(_name_words(a.names), _name_words(b.names))


def _name_words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.split())


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and not a & b)


def _counts(a: Figure) -> bool:
    return a.claim.category is Category.COUNT


def _residue(a: Figure, b: Figure, story: Story) -> bool:
    here, there = (story.blocks[f.document, f.block] for f in (a, b))
    return len(here - there) == 1 and len(there - here) == 1


def _vocabulary(a: Figure, b: Figure, story: Story) -> float:
    return (
        _cosine(a.clause, b.clause, story)
        + 0.6 * _cosine(a.near, b.near, story)
        + 0.4 * _cosine(a.wide, b.wide, story)
    ) / 2


def _cosine(a: frozenset[str], b: frozenset[str], story: Story) -> float:
    """Cosine of two word sets in which a rare word weighs more than a common one."""
    if not a or not b:
        return 0.0
    rare = Counter({word: story.rarity.get(word, 1.0) ** 2 for word in a | b})
    norms = sqrt(sum(rare[w] for w in a) * sum(rare[w] for w in b))
    return sum(rare[w] for w in a & b) / norms if norms else 0.0
