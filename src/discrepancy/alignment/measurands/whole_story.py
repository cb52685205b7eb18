"""What the levels need to know of all figures of a story together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log

from discrepancy.alignment.measurands.figures import Measured
from discrepancy.alignment.measurands.slots import Slots


@dataclass(frozen=True, slots=True)
class Story:
    """What the levels need to know of all figures together."""

    slots: Slots
    rarity: Mapping[str, float]
    """Inverse document frequency of each folded word."""
    sizes: dict[frozenset[str], float]
    """The squared length of each set of words that was asked for, a rare word the longer."""
    names: Mapping[str, float]
    """The same of each name and place, as a share of the rarest possible."""
    blocks: Mapping[tuple[int, str], frozenset[Decimal]]
    """The values of each block in each document."""
    given: Mapping[tuple[int, str], Sequence[Measured]]
    """The figures of each block in each document."""
    crowding: Mapping[str, float]
    """Log of the mean number of values of a block in the documents that have any."""
    wordings: Mapping[Measured, int]
    """One number for all figures that are told alike, each in its document."""
    known: dict[object, dict[str, float]]
    """The level values that were asked for, by two wordings."""


def story(figures: Sequence[Measured], slots: Slots) -> Story:
    """Count words and names over documents, and values over blocks."""
    values: dict[tuple[int, str], set[Decimal]] = {}
    given: dict[tuple[int, str], list[Measured]] = {}
    for figure in figures:
        values.setdefault((figure.document, figure.block), set()).add(figure.value)
        given.setdefault((figure.document, figure.block), []).append(figure)
    sizes: dict[str, list[int]] = {}
    for (_, block), held in values.items():
        sizes.setdefault(block, []).append(len(held))
    names = _rarity((f.document, f.names | f.places) for f in figures)
    most = max(names.values(), default=1.0) or 1.0
    return Story(
        slots,
        _rarity((f.document, f.wide) for f in figures),
        {},
        {name: rare / most for name, rare in names.items()},
        {key: frozenset(held) for key, held in values.items()},
        given,
        {block: log(sum(counts) / len(counts)) for block, counts in sizes.items()},
        _wordings(figures),
        {},
    )


def _wordings(figures: Iterable[Measured]) -> dict[Measured, int]:
    numbers: dict[object, int] = {}
    return {figure: numbers.setdefault(_wording(figure), len(numbers)) for figure in figures}


def _wording(figure: Measured) -> object:
    """All of a figure that the levels look at, but for its document: wire copy is weighed once."""
    claim, around = figure.claim, figure.context
    return (
        (claim.category, claim.value.low, claim.value.unit, claim.value.bound, figure.value),
        (figure.window, figure.near, figure.clause, figure.wide, figure.names, figure.places),
        (figure.part, figure.kin, figure.ways, figure.offset),
        (figure.first, figure.lead, figure.sentence),
        (around.predicate, around.verb, around.head, around.bearer, around.frame),
        (around.of, around.where),
    )


def _rarity(held: Iterable[tuple[int, frozenset[str]]]) -> dict[str, float]:
    """Log of the number of documents over those that hold the word."""
    documents: dict[str, set[int]] = {}
    everywhere = set()
    for document, told in held:
        everywhere.add(document)
        for word in told:
            documents.setdefault(word, set()).add(document)
    count = len(everywhere) + 1
    return {word: log(count / len(found)) for word, found in documents.items()}
