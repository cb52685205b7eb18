"""A total and the parts that are listed after it: "eleven people died: six men and four women".

Only a list that claims to be whole is added up: it opens with a colon, a bracket or a dash right
after its total, holds nothing but figures of the same sort, and ends there. "11 people, among
them six men and a child" claims no such thing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy import words
from discrepancy.claims import Bound, Category, Claim, QuantityClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.measures import units
from discrepancy.patterns import pattern
from discrepancy.source import Source
from discrepancy.words.narrowings import narrows

ADDED = (Category.COUNT, Category.MONEY, Category.MEASURE)

_TAIL = r"(?: (?:for|in|from|to|at|on|by|of) [\w'’-]+(?: [\w'’-]+){0,2}?)?"
"""The words that say which part it is: "six men from Velmond"."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each total with its list, right or wrong."""
    texts = {source.id: source.text for source in sources}
    return tuple(
        Group(
            "quantity", (total, *parts), (Link(total, parts[-1], 0.0, judged=_judge(total, parts)),)
        )
        for figures in _by_sentence(claims)
        for total, parts in _lists(figures, texts[figures[0].source])
        for judged in [_judge(total, parts)]
    )


def _by_sentence(claims: Sequence[Claim]) -> Iterator[list[QuantityClaim]]:
    """The figures of each sentence that holds three or more, in text order."""
    held: dict[tuple[str, int], list[QuantityClaim]] = {}
    for claim in claims:
        if isinstance(claim, QuantityClaim) and claim.context:
            held.setdefault((claim.source, claim.context.sentence.start), []).append(claim)
    for figures in held.values():
        if len(figures) > 2:
            yield sorted(figures, key=lambda claim: claim.span.start)


def _lists(
    figures: Sequence[QuantityClaim], text: str
) -> Iterator[tuple[QuantityClaim, tuple[QuantityClaim, ...]]]:
    for at, total in enumerate(figures[:-2]):
        opener = _opener().fullmatch(text, _end(total), figures[at + 1].span.start)
        if opener is None or not _plain(total):
            continue
        parts = [figures[at + 1]]
        for one in figures[at + 2 :]:
            if _joint().fullmatch(text, _end(parts[-1]), one.span.start) is None:
                break
            parts.append(one)
        closed = _closing(opener["sign"]).match(text, _end(parts[-1]))
        if closed and len(parts) > 1 and all(_plain(p) and _one_sort(total, p) for p in parts):
            yield total, tuple(parts)


def _end(claim: QuantityClaim) -> int:
    """Where the figure ends, its noun with it."""
    return max(claim.span.end, claim.noun.end if claim.noun else 0)


def _plain(claim: QuantityClaim) -> bool:
    value, context = claim.value, claim.context
    marks = [mark for mark in context.qualifiers if not narrows(mark)] if context else ()
    exact = value.bound is Bound.EXACT and value.low == value.high
    return exact and claim.category in ADDED and not claim.converts and not marks


def _one_sort(total: QuantityClaim, part: QuantityClaim) -> bool:
    """Men are people; euros are no dollars, and nothing is converted here."""
    unit, other = total.value.unit or "", part.value.unit or ""
    if total.category is not part.category:
        return False
    if units.is_physical(unit) or units.is_currency(unit):
        return unit == other
    return words.noun_class(unit) == words.noun_class(other)


def _judge(total: QuantityClaim, parts: Sequence[QuantityClaim]) -> Comparison:
    made = sum(part.value.low for part in parts)
    if made == total.value.low:
        because = f"the parts that are listed make {made:,f}"
        return Comparison(
            verdict=Verdict.AGREEMENT, level="quantity.agreement.sum", because=because
        )
    return Comparison(
        verdict=Verdict.CONFLICT,
        level="quantity.conflict.sum",
        because=f"the parts that are listed make {made:,f}, not {total.value.low:,f}",
    )


_opener = pattern(r"(?: [a-z]+){0,2}(?P<sign>:) | (?P<dash>[-–—]{1,2}) | (?P<bracket>\()")
"""What opens a list: " died: ", " (", " - "; only before a colon may a verb stand."""


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"{_TAIL}(?:, and |,? and |, |; |; and )")


@cache
def _closing(sign: str | None) -> re.Pattern[str]:
    """A list after a colon ends with its sentence, one in brackets or dashes with its sign."""
    return re.compile(_TAIL + (r"[.;]" if sign else r"(?:\)| ?[-–—]|\.)"))
