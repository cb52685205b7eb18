"""A change that its two ends do not give: "rose 5 percent, from 20 to 25"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from discrepancy import tables, words
from discrepancy.alignment.measurands.ways import told_ways
from discrepancy.claims import Bound, Category, Claim, QuantityClaim, Trend
from discrepancy.comparison.figures.intervals import COUNTED_ONE_BY_ONE, interval, precision
from discrepancy.english.numbers.number_words import numbers
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.measures import units
from discrepancy.patterns import pattern
from discrepancy.source import Source

SLACK = Decimal("0.05")
"""Share by which newsrooms round such a change."""

LOOSE = Decimal("0.1")
"""Share by which "doubled" and "by a third" may miss."""

WRITTEN_OUT = 10_000
"""Whole numbers below this are written out, "1,400", where others are told in thousands."""

NEAR = 6
"""Words before "from" among which "doubled" may stand."""

POINTS = ("percentage_point", "point")

Change = tuple[QuantityClaim, QuantityClaim, QuantityClaim, Trend]
"""The size of a change, what it started from, what it came to, and its direction."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each change that does not fit its ends."""
    texts = {source.id: source.text for source in sources}
    held = [(figures, texts.get(figures[0].source, "")) for figures in _by_sentence(claims)]
    changed = (
        Group("quantity", (change, start, end), (Link(change, end, 0.0, judged=judged),))
        for figures, text in held
        for change, start, end, way in _changes(figures, text)
        if (judged := _judge(change, start, end, way))
    )
    multiplied = (
        Group("quantity", (start, end), (Link(start, end, 0.0, judged=judged),))
        for figures, text in held
        for start, end, judged in _multiplied(figures, text)
    )
    return (*changed, *multiplied)


def _multiplied(
    figures: Sequence[QuantityClaim], text: str
) -> Iterator[tuple[QuantityClaim, QuantityClaim, Comparison]]:
    """Ends that "doubled" does not join: "doubled from 4 to 7"."""
    for start, end in pairwise(figures):
        exact = start.value.bound is end.value.bound is Bound.EXACT
        if not exact or start.value.low <= 0 or not _are_ends((start, end), text):
            continue
        if not _leads(start, text, "from"):
            continue
        told = _times(text, start)
        made = end.value.low / start.value.low
        if told and not told[1] * (1 - LOOSE) <= made <= told[1] * (1 + LOOSE):
            because = f"from {start.text} to {end.text} are {made:.3g} times as much: not {told[0]}"
            level = "quantity.conflict.ends"
            yield start, end, Comparison(verdict=Verdict.CONFLICT, level=level, because=because)


def _times(text: str, start: QuantityClaim) -> tuple[str, Decimal] | None:
    """The word before "from" that says by what was multiplied, where it is meant to the letter."""
    low = start.context.sentence.start if start.context else 0
    said = [token.lower for token in words.tokens(text, low, _start(start))][-NEAR - 1 : -1]
    for at, word in enumerate(said):
        by = numbers("multiplied").get(word) or numbers("divided").get(word)
        if by is not None:
            loose = not tables.words("trends", "loosely").isdisjoint(said[:at])
            between = said[at + 1 :]  # "tripled to 9 and rents rose from"
            other = not tables.words("grammar", "conjunctions").isdisjoint(between)
            other = other or any(word[:1].isdigit() for word in between)
            return None if loose or other else (word, by)
    return None


def _by_sentence(claims: Sequence[Claim]) -> Iterator[list[QuantityClaim]]:
    held: defaultdict[tuple[str, int], list[QuantityClaim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, QuantityClaim) and claim.context and not claim.converts:
            held[claim.source, claim.context.sentence.start].append(claim)
    for figures in held.values():
        if len(figures) > 1:
            yield sorted(figures, key=lambda claim: claim.span.start)


def _changes(figures: Sequence[QuantityClaim], text: str) -> Iterator[Change]:
    """A change and its ends that stand in one sentence, each of them alone."""
    sentence = figures[0].context.sentence.of(text) if figures[0].context else ""
    if _averaged().search(sentence):
        return
    plain = [claim for claim in figures if claim.category is not Category.DURATION]
    ends = [pair for pair in pairwise(plain) if _are_ends(pair, text)]
    for pair in ends:
        start, end = pair if _leads(pair[0], text, "from") else pair[::-1]
        sizes = [
            (claim, way)
            for claim in plain
            if claim not in pair and _beside(claim, pair, plain) and (way := _way(claim, text))
        ]
        if len(ends) == len(sizes) == 1:
            yield sizes[0][0], start, end, sizes[0][1]


def _are_ends(pair: tuple[QuantityClaim, QuantityClaim], text: str) -> bool:
    """Whether they stand as "from 20 to 25" or "to 25 from 20", in one unit, told once or twice."""
    one, other = pair
    between = text[_end(one) : _start(other)]
    forward = _leads(one, text, "from") and _to().fullmatch(between)
    back = _leads(one, text, "to") and _from().fullmatch(between)
    kinds = [units.rate(claim.value.unit or "")[0] for claim in pair]
    alike = kinds[0] == kinds[1] or "" in kinds
    exact = all(c.value.low == c.value.high and c.value.trend is None for c in pair)
    return bool(forward or back) and alike and exact and one.value.low != other.value.low


def _leads(claim: QuantityClaim, text: str, word: str) -> bool:
    """Whether the figure stands right behind a word, a hedge left out."""
    return text[: _start(claim)].rstrip().lower().endswith(f" {word}")


def _start(claim: QuantityClaim) -> int:
    return min(claim.span.start, claim.hedge.start) if claim.hedge else claim.span.start


def _end(claim: QuantityClaim) -> int:
    beside = claim.noun is not None and claim.noun.start <= claim.span.end + 1
    return max(claim.span.end, claim.noun.end) if claim.noun and beside else claim.span.end


def _beside(
    claim: QuantityClaim,
    pair: tuple[QuantityClaim, QuantityClaim],
    figures: Sequence[QuantityClaim],
) -> bool:
    """Whether no other figure stands between a change and its ends."""
    at, first, last = figures.index(claim), figures.index(pair[0]), figures.index(pair[1])
    return at in (first - 1, last + 1)


def _way(claim: QuantityClaim, text: str) -> Trend | None:
    """The direction of a change: of its verb, or of its noun, "a fall of 30 percent"."""
    if claim.value.low != claim.value.high or units.rate(claim.value.unit or "")[1]:
        return None
    if claim.value.trend or claim.context is None:
        return claim.value.trend
    found = told_ways(text[claim.context.sentence.start : _start(claim)], "")
    return next((way for way in Trend if f"change:{way.value}" in found), None)


def _judge(
    change: QuantityClaim, start: QuantityClaim, end: QuantityClaim, way: Trend
) -> Comparison | None:
    sort = _sort(change, start, end)
    if sort is None or not start.value.low:
        return None
    low, high = interval(change.value)
    slack = SLACK
    if sort == "fraction":
        low, high, slack = low * 100, high * 100, LOOSE
    relative = sort in ("share", "fraction")
    reach = _reach(start, end)
    made = [_size(a, b, relative=relative) for a in _open(start, reach) for b in _open(end, reach)]
    if not all(one.is_finite() for one in (low, high, *made)):
        return None
    signed = made if way is Trend.UP else [-one for one in made]
    if low * (1 - slack) <= max(signed) and min(signed) <= high * (1 + slack):
        return None
    exact = _size(start.value.low, end.value.low, relative=relative)
    if (exact > 0) != (way is Trend.UP):
        because = f"from {start.text} to {end.text} it went {'up' if exact > 0 else 'down'}"
    else:
        unit = {"points": " percentage points"}.get(sort, " percent" if relative else "")
        because = f"from {start.text} to {end.text} are {abs(exact):.3g}{unit}, not {change.text}"
    return Comparison(verdict=Verdict.CONFLICT, level="quantity.conflict.ends", because=because)


def _reach(start: QuantityClaim, end: QuantityClaim) -> Decimal | None:
    """What both ends leave open; None where each has its own precision.

    Shares are given to one place, and small whole numbers are counted to the last; larger ones in
    digits alone are hardly rounded to the utmost, each the other way.
    """
    if start.value.bound is not Bound.EXACT or end.value.bound is not Bound.EXACT:
        return None
    ends = (start.value.low, end.value.low)
    if "percent" in (start.value.unit, end.value.unit):
        return min(map(precision, ends)) / 2
    if any(one != one.to_integral_value() for one in ends):
        return None
    if max(ends) < COUNTED_ONE_BY_ONE:
        return Decimal(0)
    return min(map(precision, ends)) / 4 if max(ends) < WRITTEN_OUT else None


def _open(claim: QuantityClaim, reach: Decimal | None) -> tuple[Decimal, Decimal]:
    value = claim.value
    return interval(value) if reach is None else (value.low - reach, value.high + reach)


def _size(start: Decimal, end: Decimal, *, relative: bool) -> Decimal:
    return (end - start) / abs(start) * 100 if relative and start else end - start


def _sort(change: QuantityClaim, start: QuantityClaim, end: QuantityClaim) -> str | None:
    """What the change is told in: a share or a fraction of the start, points, the ends' unit."""
    unit = end.value.unit or start.value.unit
    if change.value.unit == "percent":
        return "share"
    if change.category is Category.RATIO and change.value.high < 1:
        return "fraction"
    if change.value.unit in POINTS:
        return "points" if unit == "percent" else None
    money = units.is_currency(unit)
    if change.value.unit == unit and (money or change.value.bound is Bound.EXACT):
        return "unit"
    return None


_to = pattern(r"(?:,? [a-z]+){0,3},? to ", re.IGNORECASE)


_from = pattern(r"(?:,? [a-z]+){0,3},? from ", re.IGNORECASE)


_averaged = pattern(
    r"\b(?:average|averag\w+|annual\w*|(?<!\bin )a year|per year|each year"
    r"|every year|compound\w*|yearly|currenc\w+|like-for-like"
    r"|organic|adjust\w+|inflation|underlying|real terms)\b",
    re.IGNORECASE,
)
"""Changes that are no plain difference of the two ends."""
