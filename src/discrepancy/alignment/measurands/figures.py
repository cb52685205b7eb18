"""A figure made ready for alignment: its block, its neighbours in the text, its rank in its kind.

Everything that is asked of a figure more than once is worked out here, once.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from discrepancy import words
from discrepancy.alignment.company import by_others, companies
from discrepancy.alignment.measurands.rates import Rates, common, rates_of
from discrepancy.alignment.measurands.sorts import sort
from discrepancy.alignment.measurands.ways import Ways, deed_ways, told_ways
from discrepancy.alignment.nesting import Nesting, narrowest, nesting_of, parts
from discrepancy.claims import AHEAD, Category, Context, Modality, QuantityClaim, Trend
from discrepancy.english.offsets import Offset, offset
from discrepancy.measures import units
from discrepancy.source import Source
from discrepancy.words import narrowings

WINDOW = 5
"""Words to either side of a figure that its slot is known by."""

PARTS = ("part", "addition", "degree")
"""Classes of qualifier that make a figure a part of another, or one more beside it: some of
those counted, others beside them, the gravely hurt among the hurt."""

TOLLS = ("die", "injure", "miss", "trap", "arrest", "evacuate", "rescue")
"""Predicates that only people undergo."""

MOST_POINTS = 1000
"""More than either side of a score has: the two sides of one make one number, 4-2 not 5-1."""

WHOLES = ("degree:confirmed",)
"""Qualifiers of these classes that leave a figure whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """One quantity claim and what alignment asks of it."""

    claim: QuantityClaim
    context: Context
    document: int
    sentence: int
    """Index of the sentence in its document; -1 outside any."""
    block: str
    """What it may be compared with: category and dimension or class of counted noun."""
    value: Decimal
    """In the unit of the block; of what fell, below nought."""
    ways: Ways
    """Whether it is a rise or a fall, a profit or a loss."""
    offset: Offset | None
    """What a length of time is reckoned from, where it is no length of anything."""
    window: str
    """The words round the slot, the figure itself left out."""
    held: str | None
    """The class of the noun that it belongs to with "of": "a crew of 22", "the mother of 12"."""
    near: frozenset[str]
    clause: frozenset[str]
    wide: frozenset[str]
    """Folded content words of the window, the clause and the sentence."""
    names: frozenset[str]
    places: frozenset[str]
    """The narrowest places named."""
    within: frozenset[str]
    """Those of them that the story puts inside another place."""
    part: frozenset[str]
    """Marks of a part or an addition ("another", "of them", a child among people)."""
    kin: frozenset[str]
    """Capitalised words of the counted noun phrase: "Ruritanian" of "Ruritanian soldiers"."""
    sort: frozenset[str]
    """What tells those that it counts from others of their noun: "female" of "female students"."""
    ahead: bool
    """Planned or expected, not yet so."""
    first: bool
    """The first figure of its block, predicate and frame in its document."""
    lead: bool
    """In the headline or the first sentences of the article."""
    headline: bool
    company: frozenset[int]
    """The documents that tell of one story with its own."""
    by_others: frozenset[int]
    """Those of them that share few words with its own, and meet it by others that tell of both."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the documents of a story tell of each other and of its places."""

    nested: Nesting
    narrowing: frozenset[str]
    """Places inside others."""
    companies: tuple[frozenset[int], ...]
    """For each document those that tell of one story with it."""
    by_others: tuple[frozenset[int], ...]
    """And those of them that share few words with it."""
    rates: Rates
    home: Mapping[str, str]
    """The currency that all those are measured in for which a text states a rate."""


def figure_readings(
    sources: Sequence[Source], claims: Iterable[QuantityClaim], desk: Rates | None = None
) -> tuple[Measured, ...]:
    """The figures of a story that can be aligned, in order of source and place."""
    order = {source.id: index for index, source in enumerate(sources)}
    seen: set[tuple[int, str, str | None, str | None]] = set()
    yardstick: dict[str, str | None] = {}  # the first unit of a block measures all of it
    nested = nesting_of(sources)
    ordered = sorted(claims, key=lambda claim: (order[claim.source], claim.span.start))
    stated = rates_of(ordered, desk or {})
    near = companies(sources), by_others(sources)
    story = Setting(nested, parts(nested, sources), *near, stated, common(stated))
    found = []
    named = _designations(ordered)
    for claim in ordered:
        block = block_of(claim, story.home)
        if not block or claim.context is None or (claim.value.unit, claim.value.low) in named:
            continue
        if claim.context.modality is Modality.DENIED:
            continue  # "officials denied that 40 were killed": nobody gives the figure
        if narrowings.names_a_period(claim.context.qualifiers):
            continue  # the three of "the three months to September"
        kind = (order[claim.source], block, claim.context.predicate, claim.context.frame)
        unit = yardstick.setdefault(block, claim.value.unit)
        value = _canonical(claim, unit, story.rates)
        value = -value if claim.value.trend is Trend.DOWN else value
        found.append(
            _figure(sources[kind[0]], kind[0], claim, block, value, kind not in seen, story)
        )
        seen.add(kind)
    return tuple(found)


def block_of(claim: QuantityClaim, home: Mapping[str, str] = MappingProxyType({})) -> str:
    """The hard block of a figure; "" for one that is never compared.

    Bare numbers and ranks without a noun say too little of what they measure; only a toll needs
    none ("the death toll rose to 11").
    """
    unit, category = claim.value.unit, claim.category
    of_age = category is Category.AGE
    if category is Category.NUMBER and claim.context and claim.context.predicate in TOLLS:
        return "count:person"
    if category is Category.RATIO and unit is None and claim.value.high <= 1:
        return "percent:percent"
    if category is Category.SCORE:
        return "score"
    if category is Category.NUMBER or (not unit and not of_age):
        return ""
    if _only_points(claim):
        return ""
    if claim.converts is not None and category is not Category.MONEY:
        return ""  # "10 km (6.2 miles)": the first of the two speaks for both
    trend = ":change" if claim.value.trend else ""
    if category is Category.COUNT:
        counted, each = units.rate(unit or "")
        per = f"/{units.dimension(each)}" if each else ""
        return f"count:{words.noun_class(counted)}{per}{trend}"
    dimension = units.dimension(unit)
    return f"{category}:{home.get(dimension, dimension)}{trend}"


def _only_points(claim: QuantityClaim) -> bool:
    """Whether it points, and counts nothing: "one of them", "one more thing", "three times"."""
    if claim.category is not Category.COUNT:
        return False
    if claim.value.unit == "time":  # he was shot three times, a three-time winner
        return claim.context is None or claim.context.head is None
    tolled = claim.context is not None and claim.context.predicate in TOLLS
    single = claim.value.low == claim.value.high == 1 and not claim.text[:1].isdigit()
    return single and (claim.part_of is not None or not tolled)


def _designations(claims: Iterable[QuantityClaim]) -> frozenset[tuple[str, Decimal]]:
    """Sizes that name things: a text with an "11-inch" and a "15-inch" model compares neither."""
    held: dict[tuple[str, str | None], set[Decimal]] = {}
    for claim in claims:
        if claim.category is Category.MEASURE and "-" in claim.text and " " not in claim.text:
            held.setdefault((claim.source, claim.value.unit), set()).add(claim.value.low)
    return frozenset(
        (unit or "", value)
        for (_, unit), values in held.items()
        if len(values) > 1
        for value in values
    )


def _figure(
    source: Source,
    document: int,
    claim: QuantityClaim,
    block: str,
    value: Decimal,
    first: bool,
    story: Setting,
) -> Measured:
    context = claim.context
    assert context is not None
    text, sentence = source.text, context.sentence
    left = words.tokens_before(text, sentence.start, claim.span.start, WINDOW)
    right = words.tokens_behind(text, claim.span.end, sentence.end, WINDOW)
    before, after = [token.lower for token in left], [token.lower for token in right]
    sentences = source.layout.sentences if source.layout else ()
    at = bisect_left(sentences, sentence.start, key=lambda one: one.start)
    index = at if sentences[at : at + 1] == (sentence,) else -1
    title = source.layout.headline if source.layout else None
    headline = title is not None and title.overlaps(sentence)
    places = narrowest(frozenset(context.places), story.nested)
    near = frozenset(words.content_words(" ".join((*before, *after))))
    return Measured(
        claim=claim,
        context=context,
        document=document,
        sentence=index,
        block=block,
        value=value,
        ways=_ways(text, claim, context),
        offset=offset(after) if claim.category is Category.DURATION else None,
        window=" ".join((*before, *after)),
        held=words.noun_class(before[-2]) if before[-1:] == ["of"] and before[-2:-1] else None,
        near=near - frozenset(words.content_words(claim.value.unit or "")),
        clause=frozenset(words.content_words(context.clause.of(text))),
        wide=frozenset(words.content_words(sentence.of(text))),
        names=frozenset(context.names),
        places=places,
        within=places & story.narrowing,
        part=_part_marks(claim, context),
        kin=_kin(text, claim),
        sort=sort(text, claim),
        ahead=context.modality in AHEAD,
        first=first,
        lead=headline or 0 <= index <= 1,
        headline=headline,
        company=story.companies[document],
        by_others=story.by_others[document],
    )


def _ways(text: str, claim: QuantityClaim, context: Context) -> Ways:
    last = max(claim.span.end, claim.noun.end if claim.noun else 0)
    before = text[context.clause.start : claim.span.start]
    told = told_ways(before, text[last : context.clause.end], claim.value.trend)
    return told | deed_ways(context.verb, claim.value.unit)


def _canonical(claim: QuantityClaim, unit: str | None, stated_rates: Rates) -> Decimal:
    """The figure in the unit that its block is measured in, so that km and miles meet."""
    middle = (claim.value.low + claim.value.high) / 2
    if claim.category is Category.RATIO:
        return middle * 100  # "half" meets "50 %"
    if claim.category is Category.SCORE:
        return claim.value.high * MOST_POINTS + claim.value.low
    stated = claim.value.unit
    if (stated, unit) in stated_rates:
        return middle * stated_rates[stated or "", unit or ""]
    if stated == unit or stated is None or unit is None:
        return middle
    if not units.is_physical(stated):
        return middle * _per_period(stated, unit)
    converted = units.convert(middle, stated, unit, change=claim.value.trend is not None)
    return middle if converted is None else converted


def _per_period(stated: str, unit: str) -> Decimal:
    """What makes a sum or count for one period one for another: 12 of a month's for a year's."""
    each, other = units.rate(stated)[1], units.rate(unit)[1]
    if each == other or not (units.is_physical(each) and units.is_physical(other)):
        return Decimal(1)
    return units.convert(Decimal(1), other, each) or Decimal(1)


def _kin(text: str, claim: QuantityClaim) -> frozenset[str]:
    if claim.noun is None or claim.category is not Category.COUNT:
        return frozenset()
    phrase = words.tokens(text, claim.noun.start, claim.noun.end)
    found = frozenset(words.singular(t.lower) for t in phrase if t.text[:1].isupper())
    return found - {claim.value.unit}  # in a headline: Ruritanian Troops


def _part_marks(claim: QuantityClaim, context: Context) -> frozenset[str]:
    marks = {
        mark for mark in context.qualifiers if mark.split(":")[0] in PARTS and mark not in WHOLES
    }
    if claim.part_of is not None and not any(
        mark.startswith(("degree:", "part:")) for mark in marks
    ):
        marks.add("part:of")  # "15 critically hurt" are as much a part as "10 of whom critically"
    narrow = words.subclass(claim.value.unit or "") if claim.category is Category.COUNT else None
    if narrow:
        marks.add(f"part:{narrow}")
    return frozenset(marks)
