"""Start, end and duration: a flight from 7:11 to 8:37 takes 86 minutes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from discrepancy.claims import Category, Claim, QuantityClaim, TimeClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.measures import units
from discrepancy.source import Source

NEAR = 3
"""Sentences from the start to the duration."""

LASTING = frozenset({"last", "travel", "fly"})
"""Predicates and verbs of which a duration is the whole spell."""

_DAY = 24 * 60


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each start, end and duration that stand together, right or wrong."""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.context:
            told.setdefault(claim.source, []).append(claim)
    return tuple(
        Group("quantity", (spell, start, end), (Link(spell, end, 0.0, judged=judged),))
        for source in sources
        for start, end, spell in _spells(source, told.get(source.id, ()))
        if (judged := _judge(start, end, spell))
    )


def _spells(
    source: Source, here: Sequence[Claim]
) -> Iterator[tuple[TimeClaim, TimeClaim, QuantityClaim]]:
    """Two exact times in one sentence and the one duration of minutes or hours that follows.

    Args:
        source: the document.
        here: its own claims.
    """
    sentences = source.layout.sentences if source.layout else ()
    clock = [c for c in here if isinstance(c, TimeClaim) and not c.value.until]  # few have any
    spans = [c for c in here if isinstance(c, QuantityClaim) and c.category is Category.DURATION]
    if len(clock) < 2 or not spans:
        return
    for index, sentence in enumerate(sentences):
        times = [claim for claim in clock if sentence.holds(claim.span)]
        if len(times) != 2 or times[0].value.time == times[1].value.time:
            continue
        reach = sentences[min(index + NEAR - 1, len(sentences) - 1)].end
        lasting = [
            claim
            for claim in spans
            if claim.value.unit in ("minute", "hour", "second")
            and sentence.start <= claim.span.start <= reach
            and claim.context
            and {claim.context.predicate, claim.context.verb} & LASTING
        ]
        if len(lasting) == 1:
            yield times[0], times[1], lasting[0]


def _judge(start: TimeClaim, end: TimeClaim, spell: QuantityClaim) -> Comparison | None:
    stated = units.convert(spell.value.low, spell.value.unit or "minute", "minute")
    if stated is None:
        return None
    taken = Decimal((end.value.minutes - start.value.minutes) % _DAY)
    if abs(stated - taken) <= 1:
        return Comparison(
            verdict=Verdict.AGREEMENT,
            level="quantity.agreement.spell",
            because=f"from {start.text} to {end.text} are {taken} minutes",
        )
    return Comparison(
        verdict=Verdict.CONFLICT,
        level="quantity.conflict.spell",
        difference=float((taken - stated) / stated) if stated else None,
        because=f"from {start.text} to {end.text} are {taken} minutes, not {spell.text}",
    )
