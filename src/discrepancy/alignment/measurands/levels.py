"""The comparison levels between two readings, each a number that `weights` weighs."""

from collections.abc import Sequence
from decimal import Decimal
from math import fsum, log, sqrt

from rapidfuzz import fuzz

from discrepancy import tables, words
from discrepancy.alignment.measurands.figures import Measured
from discrepancy.alignment.measurands.parted import are_parted, name_others, other_bearers
from discrepancy.alignment.measurands.readings import FigureReading
from discrepancy.alignment.measurands.ways import opposed
from discrepancy.alignment.measurands.whole_story import Story
from discrepancy.claims import Category
from discrepancy.english.heads import head_class
from discrepancy.english.predicates import of_verb
from discrepancy.measures import units

VARIANTS = (Category.MEASURE, Category.MONEY)
"""Categories of which a text about one thing in several models gives many."""

MEASURES = (Category.MEASURE, Category.DURATION, Category.MAGNITUDE, Category.PERCENT)


BARE = (Category.COUNT, Category.AGE, Category.NUMBER)
"""Categories of which the verb says too little; how often something happened, it says alone."""

SAME = Decimal("0.02")
"""Share by which a figure may differ from itself in another unit."""

NONE = 1.5
"""The most that the ratio tells where one text counts nobody: "no one", "three"."""

DEEPEST = 4.0
"""The most that the depth of a figure in its report tells: that of the fiftieth sentence."""

COMMON = 0.6
"""Rarity of the shared neighbouring words from which they are grounds for one measurand."""


def levels_between(
    a: Measured, b: Measured, left: FigureReading, right: FigureReading, story: Story
) -> dict[str, float]:
    """The level values of two figures, standing for their two readings."""
    one_text, residue = a.document == b.document, _residue(a, b, story)
    key = left, right, story.wordings[a], story.wordings[b], one_text, residue
    found = story.known.get(key)
    if found is None:
        found = story.known[key] = _levels(a, b, left, right, story)
    return found


def _levels(
    a: Measured, b: Measured, left: FigureReading, right: FigureReading, story: Story
) -> dict[str, float]:
    main = a.first and b.first and a.part == b.part
    one, other = a.context.predicate, b.context.predicate
    found = {
        "ratio": _ratio(a, b),
        "overlap": _overlap(left, right) if a.document != b.document else 0.0,
        "measure": float(a.claim.category in MEASURES),
        "duration": float(a.claim.category is Category.DURATION),
        "first_of_kind": float(main),
        "same_person": float(_same_person(a, b)),
        "other_person": float(_other_person(a, b)),
        "other_names": float(name_others(a.names | a.places, b.names | b.places)),
        "slot_words": fuzz.token_sort_ratio(a.window, b.window) / 100,
        "vocabulary": _vocabulary(a, b, story),
        "residue": float(_residue(a, b, story)),
        "first_toll": float(main and one is not None and one == other and _counts(a)),
        "same_value": float(abs(a.value) == abs(b.value)),
        "opposed": float(opposed(a.ways, b.ways)),
        "same_slot": float(story.slots.same(a, b)),
        "both_lead": float(a.lead and b.lead),
        "deep": _deep(a, b),
        "other_anchor": float(_other_anchor(a, b)),
        "same_predicate": float(one is not None and one == other),
        "thing": float(_thing(a) and a.claim.value.unit == b.claim.value.unit),
        "common_words": _common(a, b, story),
        "one_predicate": float((one is None) != (other is None)),
        "same_verb": float(a.context.verb is not None and a.context.verb == b.context.verb),
        "same_head": float(_same_head(a, b)),
        "same_holder": float(a.held is not None and a.held == b.held),
        "other_head": float(_other_head(a, b)),
        "same_bearer": float(_same_bearer(a, b)),
        "shared_of": float(min(3, len(set(a.context.of) & set(b.context.of)))),
        "other_of": float(_other_of(a, b)),
        "same_where": float(bool(set(a.context.where) & set(b.context.where))),
        "frame_gap": float((a.context.frame is None) != (b.context.frame is None)),
        "same_unit": float(a.claim.value.unit == b.claim.value.unit),
        "shared_names": _rare_share(a, b, story),
        "exact": float(a.claim.value.bound == "=" and b.claim.value.bound == "="),
        "crowded": story.crowding[a.block] if a.claim.category in VARIANTS else 0.0,
        "same_kin": float(bool(a.kin) and a.kin == b.kin),
        "kin_gap": float(a.kin != b.kin),
        "other_kin": float(_disjoint(a.kin, b.kin)),
        "part_gap": float(a.part != b.part),
        "other_places": float(_disjoint(a.places, b.places)),
        "by_others": float(b.document in a.by_others),
    }
    grounds = ("same_slot", "same_person", "same_predicate", "thing", "same_head", "same_holder")
    found["groundless"] = float(
        not any(found[level] for level in grounds) and found["common_words"] < COMMON
    )
    return {level: value for level, value in found.items() if value}


def both_told(a: Measured, b: Measured, story: Story) -> bool:
    """Whether each of two texts gives both values: to them, the two are two things.

    A figure of another bearer or event that has the same value by chance tells nothing.
    """
    if a.document == b.document or a.value == b.value:
        return False
    here, there = (story.given[f.document, f.block] for f in (a, b))
    return _gives(here, b) and _gives(there, a)


def _gives(held: Sequence[Measured], figure: Measured) -> bool:
    slack = SAME * abs(figure.value) if figure.claim.category is Category.MEASURE else 0
    return any(
        abs(one.value - figure.value) <= slack and not are_parted(one, figure) for one in held
    )


def _ratio(a: Measured, b: Measured) -> float:
    found = _times(a.value, b.value)
    if units.rate(a.claim.value.unit or "")[1] != units.rate(b.claim.value.unit or "")[1]:
        found = min(found, _times(a.claim.value.low, b.claim.value.low))  # "120 a month / a year"
    return min(5.0 if a.value and b.value else NONE, log(found))


def _times(here: Decimal, there: Decimal) -> float:
    high, low = max(abs(here), abs(there)), min(abs(here), abs(there))
    return (float(high) + 0.5) / (float(low) + 0.5)


def _overlap(left: FigureReading, right: FigureReading) -> float:
    both = len(left.documents & right.documents)
    return both / min(len(left.documents), len(right.documents))


def _same_person(a: Measured, b: Measured) -> bool:
    return a.claim.category is Category.AGE and bool(_name_words(a) & _name_words(b))


def _other_person(a: Measured, b: Measured) -> bool:
    personal = a.claim.category in (Category.AGE, Category.DURATION)
    return personal and _disjoint(_name_words(a), _name_words(b))


def _name_words(figure: Measured) -> frozenset[str]:
    return frozenset(word for name in figure.names for word in name.split())


def _head(figure: Measured) -> str | None:
    """The class of what is measured; of a count the verb says too little by itself."""
    head = figure.context.head
    how_often = figure.block.startswith("count:time")
    if not head or (figure.claim.category in BARE and not how_often):
        return None
    word = head.split(" ")[0]
    return None if word in tables.words("grammar", "light_verbs") else head_class(word)


def _same_head(a: Measured, b: Measured) -> bool:
    one, other = _head(a), _head(b)
    return one is not None and other is not None and (one == other or _one_class(one, other))


def _other_head(a: Measured, b: Measured) -> bool:
    return bool(_head(a) and _head(b)) and not _same_head(a, b)


def _one_class(one: str, other: str) -> bool:
    """Whether two verbs may tell of one class of events: a quake hits and strikes."""
    here, there = ({row.id for row in of_verb(verb)} for verb in (one, other))
    return bool(here & there)


def _other_of(a: Measured, b: Measured) -> bool:
    one, other = set(a.context.of), set(b.context.of)
    return min(len(one), len(other)) > 1 and not one & other


def _same_bearer(a: Measured, b: Measured) -> bool:
    told = a.context.bearer and b.context.bearer
    return bool(told) and not other_bearers(a.context, b.context)


def _thing(figure: Measured) -> bool:
    """Counts a sort of thing by its own name, magazines, not people; or is a magnitude."""
    if figure.claim.category is Category.MAGNITUDE:
        return True
    return _counts(figure) and not figure.block.startswith("count:person")


def _common(a: Measured, b: Measured, story: Story) -> float:
    """Summed rarity of the words that stand near both, the unit's own left out."""
    return min(3.0, fsum(story.rarity.get(word, 0.0) for word in a.near & b.near))


def _rare_share(a: Measured, b: Measured, story: Story) -> float:
    """Rarity of the rarest name that both clauses hold: "police" says less than a surname."""
    shared = (a.names | a.places) & (b.names | b.places)
    return max((story.names.get(name, 0.0) for name in shared), default=0.0)


def _other_anchor(a: Measured, b: Measured) -> bool:
    """Whether two lengths of time are reckoned from two things."""
    if a.offset is None or b.offset is None:
        return False
    one, other = (frozenset(map(words.noun_class, o.anchor)) for o in (a.offset, b.offset))
    return _disjoint(one, other)


def _deep(a: Measured, b: Measured) -> float:
    """Natural log of the sentence, counted from 1, in which the deeper of the two stands.

    A report tells first what all reports tell; further down each has its own.
    """
    return min(DEEPEST, log(max(a.sentence, b.sentence, 0) + 1))


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and not a & b)


def _counts(a: Measured) -> bool:
    return a.claim.category is Category.COUNT


def _residue(a: Measured, b: Measured, story: Story) -> bool:
    here, there = (story.blocks[f.document, f.block] for f in (a, b))
    return len(here - there) == 1 and len(there - here) == 1


def _vocabulary(a: Measured, b: Measured, story: Story) -> float:
    return (
        _cosine(a.clause, b.clause, story)
        + 0.6 * _cosine(a.near, b.near, story)
        + 0.4 * _cosine(a.wide, b.wide, story)
    ) / 2


def _cosine(a: frozenset[str], b: frozenset[str], story: Story) -> float:
    """Cosine of two word sets in which a rare word weighs more than a common one."""
    if not a or not b:
        return 0.0
    norms = sqrt(_size(a, story) * _size(b, story))
    return fsum(story.rarity.get(word, 1.0) ** 2 for word in a & b) / norms if norms else 0.0


def _size(told: frozenset[str], story: Story) -> float:
    found = story.sizes.get(told)
    if found is None:
        found = story.sizes[told] = fsum(story.rarity.get(word, 1.0) ** 2 for word in told)
    return found
