"""Which figures of a story are of one measurand: readings, hard blocks, weights, linkage."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from discrepancy import tables
from discrepancy.alignment import linkage
from discrepancy.alignment.measurands import levels, sorts, whole_story
from discrepancy.alignment.measurands.apparent import apparent_conflicts
from discrepancy.alignment.measurands.crossed import crossings
from discrepancy.alignment.measurands.crossed import groups as crossed
from discrepancy.alignment.measurands.figures import Measured, figure_readings
from discrepancy.alignment.measurands.parted import EARLIER, is_hour
from discrepancy.alignment.measurands.rates import Rates, rates_of
from discrepancy.alignment.measurands.readings import (
    FigureReading,
    Unlike,
    against,
    comparable,
    pairs,
    readings_of,
)
from discrepancy.alignment.measurands.scope import scope_between
from discrepancy.alignment.measurands.slots import Slots
from discrepancy.alignment.measurands.ways import opposed
from discrepancy.alignment.weights import Weights, shipped
from discrepancy.claims import Category, Context, QuantityClaim
from discrepancy.finding import Comparison, Confidence, Verdict
from discrepancy.group import Group, Link
from discrepancy.source import Source
from discrepancy.words import narrowings

NEVER = -5.0
"""Weight of two readings that no hard block lets meet."""

HOURLY = (Category.PERCENT, Category.MONEY)
"""Categories that move within a day whatever they are of: prices, shares of a count."""

MOVING = "moving"
"""The qualifier of a count that is told for now: "18 are still underground"."""

Candidate = tuple[FigureReading, FigureReading, Measured, Measured, dict[str, float]]
"""Two readings, the figures that stand for them, and their levels."""


def align(
    sources: Sequence[Source],
    claims: Iterable[QuantityClaim],
    weights: Weights | None = None,
    desk: Rates | None = None,
) -> tuple[Group, ...]:
    """The groups of figures that speak of one measurand, single readings among them."""
    weights, claims = weights or shipped(), tuple(claims)
    found: list[Group] = []
    stated = rates_of(claims)
    ready = figure_readings(sources, claims, desk)
    across = crossings(sources, ready)
    unlike = frozenset[frozenset[Measured]]().union(*(one.unlike for one in across))
    for block, candidates in _blocks(sources, ready, weights, unlike):
        links = {pair[:2]: _link(pair, weights) for pair in candidates}
        grouped = _groups(block, links, weights)
        found += (replace(group, rates=stated) for group in grouped)
        found += _beside(links, weights)
    return (*found, *crossed(across), *apparent_conflicts(ready))


def blocks(
    sources: Sequence[Source], claims: Iterable[QuantityClaim], weights: Weights
) -> Iterator[tuple[tuple[FigureReading, ...], list[Candidate]]]:
    """The readings of each hard block with the candidate pairs among them."""
    yield from _blocks(sources, figure_readings(sources, claims), weights)


def _blocks(
    sources: Sequence[Source],
    ready: Sequence[Measured],
    weights: Weights,
    unlike: Unlike = frozenset(),
) -> Iterator[tuple[tuple[FigureReading, ...], list[Candidate]]]:
    story = whole_story.story(ready, Slots(list(sources)))
    for block in readings_of(ready, unlike).values():
        candidates = (_candidate(a, b, story, weights) for a, b in pairs(block))
        yield block, [candidate for candidate in candidates if candidate]


def _link(candidate: Candidate, weights: Weights) -> Link:
    a, b, one, other, told = candidate
    weight, come_true = weights.weigh(told), _come_true(a, b, one, other)
    return Link(
        one.claim,
        other.claim,
        weight,
        weights.evidence(told) if weight >= weights.threshold else (),  # the rest is never shown
        judged=_opposed(one, other)
        or _results(one, other)
        or come_true
        or _at_two_hours(one, other),
        scope=scope_between(one, other) or sorts.apart(a.sort, b.sort, a.value, b.value),
        # one value in both texts: chance makes no such plan
        confidence=Confidence.SURE if come_true else weights.confidence(weight),
    )


def _come_true(
    a: FigureReading, b: FigureReading, one: Measured, other: Measured
) -> Comparison | None:
    """One figure, planned in one text and a fact in the other."""
    if a.value != b.value or a.ahead == b.ahead or one.claim.category is not Category.COUNT:
        return None
    events = {one.context.predicate, other.context.predicate} - {None}
    moved = tables.words("movers", "growing") - {"charge"}  # "will face trial on two counts"
    if len(events) != 1 or not events <= moved:
        return None
    because = "what one tells as planned or expected, the other tells as so"
    return Comparison(verdict=Verdict.UPDATE, level="quantity.update.plan", because=because)


def _at_two_hours(one: Measured, other: Measured) -> Comparison | None:
    """What moves within a day, told at two hours of it: by the clock, before and at the close."""
    a, b = one.context, other.context
    hours = _hours(a, b)
    if hours is None or one.value == other.value:
        return None
    moves = one.claim.category in HOURLY or a.predicate in tables.words("movers", "growing")
    moves |= MOVING in a.qualifiers and MOVING in b.qualifiers
    days, told = {a.as_of, b.as_of} - {None}, {_day_told(a), _day_told(b)} - {None}
    if not (moves or _rose_by_the_clock(one, other)) or min(len(days), len(told)) > 1:
        return None
    because = f"one is told {hours[0]}, the other {hours[1]}, of one day"
    return Comparison(verdict=Verdict.UPDATE, level="quantity.update.hour", because=because)


def _day_told(context: Context) -> str | None:
    """The day on which a figure held: the one that its hour is of, else that of the text."""
    return context.event if context.event not in (None, EARLIER) else context.as_of


def _rose_by_the_clock(one: Measured, other: Measured) -> bool:
    """Whether a count is told at two hours, and is the larger at the later."""
    hours = one.context.period, other.context.period
    if one.claim.category is not Category.COUNT or not all(map(is_hour, hours)):
        return False
    return (one.value < other.value) is ((hours[0] or "") < (hours[1] or ""))


def _hours(a: Context, b: Context) -> tuple[str, str] | None:
    """The two hours of a day at which two figures held; None where they held at one, or unsaid."""
    if is_hour(a.period) and is_hour(b.period):
        return None if a.period == b.period else (f"at {a.period}", f"at {b.period}")
    early, late = (narrowings.on_axis(c.qualifiers, narrowings.HOUR) for c in (a, b))
    return None if not early or not late or early & late else (min(early), min(late))


def _opposed(one: Measured, other: Measured) -> Comparison | None:
    """One figure up in one text and down in the other."""
    if not opposed(one.ways, other.ways) or abs(one.value) != abs(other.value):
        return None
    because = "one text has it up where the other has it down"
    return Comparison(
        verdict=Verdict.CONFLICT, level="quantity.conflict.direction", because=because
    )


def _results(one: Measured, other: Measured) -> Comparison | None:
    """Two results of one match or vote; the range from the lower to the higher is none."""
    if one.claim.category is not Category.SCORE or one.value == other.value:
        return None
    because = "they are two results, and one match or vote has one"
    return Comparison(verdict=Verdict.CONFLICT, level="quantity.conflict.score", because=because)


def _candidate(
    a: FigureReading, b: FigureReading, story: whole_story.Story, weights: Weights
) -> Candidate | None:
    """Two readings by the two figures that are most surely of one measurand."""
    crossed = [(x, y) for x in a.voices for y in b.voices]
    apart = any(story.slots.other(x, y) for x, y in crossed)
    if apart and not any(story.slots.same(x, y) for x, y in crossed):
        return None
    told = (
        (a, b, one, other, levels.levels_between(one, other, a, b, story))
        for one, other in comparable(a, b)
        if not levels.both_told(one, other, story)
        and not _at_two_places(one, other, story)
        and not _copied(one, b, other, story)
        and not _copied(other, a, one, story)
    )
    return max(told, key=lambda candidate: weights.weigh(candidate[4]), default=None)


def _at_two_places(one: Measured, other: Measured, story: whole_story.Story) -> bool:
    """Whether like sentences tell it of two places: "in Norby 12 drowned", "in Dorva 30 drowned".

    Of a place and the country round it the scope tells.
    """
    here, there = one.context.where, other.context.where
    apart = bool(here and there) and {*here}.isdisjoint(there) and story.slots.same(one, other)
    return apart and scope_between(one, other) is None


def _copied(here: Measured, far: FigureReading, there: Measured, story: whole_story.Story) -> bool:
    """Whether the text of the one figure also has the very sentence of the other.

    Then the two stand in one text, which does not part from itself.
    """
    return here.document != there.document and any(
        story.slots.same(figure, there) for figure in far.told_by.get(here.document, ())
    )


def _beside(
    links: Mapping[tuple[FigureReading, FigureReading], Link], weights: Weights
) -> Iterator[Group]:
    """Pairs told by themselves: a plan that came true, a part, another place.

    Both readings would surely be of one measurand but for that.
    """
    told: set[FigureReading] = set()
    for (a, b), link in sorted(links.items(), key=lambda item: -item[1].weight):
        shown = link.weight >= (weights.threshold if link.judged else weights.sure)
        if (link.judged or link.scope) and shown and not told & {a, b}:
            told |= {a, b}
            both = tuple(figure.claim for figure in (*a.figures, *b.figures))
            other = frozenset((one.claim.source, one.claim.span) for one in b.figures)
            parted = other if against(a, b) else frozenset()
            claims = both if link.judged else (link.a, link.b)
            yield Group("quantity", claims, (link,), parted=parted)


def _groups(
    block: Sequence[FigureReading],
    links: Mapping[tuple[FigureReading, FigureReading], Link],
    weights: Weights,
) -> Iterator[Group]:
    weighed = {
        pair: link.weight for pair, link in links.items() if not link.judged and not link.scope
    }
    parts = linkage.groups(block, weighed, weights.threshold, NEVER)
    told = [{reading.value for reading in members} for members in parts]
    torn = [
        pair
        for pair in linkage.torn(parts, weighed, weights.sure, weights.threshold)
        if not any({reading.value for reading in pair} <= values for values in told)
    ]
    inside = _inside(parts, links, weights)
    inside += [tuple(links[pair] for pair in (pair, pair[::-1]) if pair in links) for pair in torn]
    for members, kept in zip((*parts, *torn), inside, strict=True):
        claims = tuple(figure.claim for reading in members for figure in reading.figures)
        yield Group("quantity", claims, kept)


def _inside(
    parts: Sequence[Sequence[FigureReading]],
    links: Mapping[tuple[FigureReading, FigureReading], Link],
    weights: Weights,
) -> list[tuple[Link, ...]]:
    """For each part the links between two of its readings that weigh enough."""
    home = {reading: at for at, members in enumerate(parts) for reading in members}
    kept: list[list[Link]] = [[] for _ in parts]
    for (a, b), link in links.items():
        if home[a] == home[b] and link.weight >= weights.threshold:
            kept[home[a]].append(link)
    return [tuple(part) for part in kept]
