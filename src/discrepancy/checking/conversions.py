"""A bracketed conversion that does not give what stands before it: "10 km (62 miles)"."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from discrepancy import tables, words
from discrepancy.claims import Bound, Claim, QuantityClaim
from discrepancy.comparison.figures.intervals import precision
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.measures import units
from discrepancy.measures.printed_units import spelled
from discrepancy.source import Source

LOOSE = Decimal("0.15")
"""Newsrooms round both sides: "about 5 miles (8 km)", "10 metres (30 feet)"; beyond this share
the conversion is wrong, not rounded."""

CLOSE = Decimal("0.05")
"""Up to this share it is rounded, whatever the last digits that are stated promise."""

BEFORE = 4
"""Words before a temperature among which one may make it a difference: "a rise of about 4C"."""

Change = Callable[[Decimal], Decimal | None]
"""Brings a figure into the unit of its conversion."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each conversion that fails."""
    texts = {source.id: source.text for source in sources}
    return tuple(
        Group("quantity", (whole, part), (Link(whole, part, 0.0, judged=judged),))
        for whole, part in _conversions(claims)
        if "(" in texts[part.source][whole.span.end : part.span.start]
        and (judged := _judge(whole, part, texts[part.source]))
    )


def _conversions(claims: Sequence[Claim]) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    figures = [claim for claim in claims if isinstance(claim, QuantityClaim)]
    at = {(claim.source, claim.span): claim for claim in figures}
    for claim in figures:
        stated = claim.converts and at.get((claim.source, claim.converts))
        if stated:
            yield stated, claim


def _judge(stated: QuantityClaim, repeated: QuantityClaim, text: str) -> Comparison | None:
    unit, to = stated.value.unit, repeated.value.unit
    if not unit or not to or not (units.is_physical(unit) and units.is_physical(to)):
        return None  # what a currency was worth that day is for the text to say
    degrees = units.dimension(unit) == "[temperature]"
    ways = _ways(stated, repeated, text) if degrees else (False,)
    for change in ways:
        changed = _changed(unit, to, change=change)
        if any(_holds(stated, repeated, end, changed) for end in ("low", "high")):
            return None
    figure, given = stated.value.high, repeated.value.high
    right = _changed(unit, to, change=ways[0])(figure)
    assert right is not None
    more = " more or less" if degrees and ways[0] else ""
    return Comparison(
        verdict=Verdict.CONFLICT,
        level="quantity.conflict.conversion",
        difference=float((given - right) / right) if right else None,
        because=f"{stated.text}{more} are {spelled(right, to)}, not {repeated.text}",
    )


def _changed(unit: str, to: str, *, change: bool) -> Change:
    return lambda figure: units.convert(figure, unit, to, change=change)


def _holds(stated: QuantityClaim, repeated: QuantityClaim, end: str, changed: Change) -> bool:
    """Whether one end of the conversion is right, as far as the stated digits go."""
    low_end = end == "low"
    figure, given = (
        claim.value.low if low_end else claim.value.high for claim in (stated, repeated)
    )
    right = changed(figure)
    if right is None:
        return True
    degrees = units.dimension(stated.value.unit) == "[temperature]"
    apart, size = abs(right - given), max(abs(right), abs(given))
    if not degrees and (apart <= CLOSE * size or apart > LOOSE * size):
        return apart <= CLOSE * size
    hedged = {stated.value.bound, repeated.value.bound} - {Bound.EXACT, Bound.RANGE}
    reach, near = (_half_step(one, rough=not degrees or bool(hedged)) for one in (figure, given))
    low, high = changed(figure - reach) or right, changed(figure + reach) or right
    return low - near <= given <= high + near


def _half_step(figure: Decimal, *, rough: bool) -> Decimal:
    """Half of what a figure is rounded to: 10 of 40, 5 of 35, if roughly; else its last digit."""
    step = precision(figure)
    if not rough:
        return min(step, Decimal(1)) / 2
    fives = abs(figure) > 10 * step and figure % (5 * step) == 0
    return step * (5 if fives else 1) / 2


def _ways(stated: QuantityClaim, repeated: QuantityClaim, text: str) -> tuple[bool, ...]:
    """Whether a temperature is a difference; both, where the words leave it open."""
    context = stated.context
    if context is None:
        return (False, True)
    left = [token.lower for token in words.tokens(text, context.clause.start, stated.span.start)]
    behind = text[repeated.span.end : context.sentence.end].lstrip(") ")
    right = [token.lower for token in words.tokens(behind)][:1]
    linked = left[-BEFORE:] if "to" not in left[-2:] and "at" not in left[-2:] else []
    if stated.value.trend or not tables.words("trends", "degrees_behind").isdisjoint(right):
        return (True,)
    if not tables.words("trends", "degrees_before").isdisjoint(linked):
        return (True,)
    near = {token.lower for token in words.tokens(context.sentence.of(text))}
    return (False, True) if near & tables.words("trends", "degrees_near") else (False,)
