"""What no reader makes a claim of, and a draft can be held to all the same.

A place in a row ("for the first time", "the 800th anniversary") and a time that only its trade
knows ("until the end of the season"): they stand in the sources in these words, or they do not.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from discrepancy import tables
from discrepancy.calendar.written_dates import numbers
from discrepancy.item import Status
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import Held, words_of
from discrepancy.proofing.told import folded
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import Token, is_stop, tokens

ALIKE = 0.1
"""How near a source must speak for its ordinal to be the draft's: "first" stands in every text."""

POINTED = 12
"""Characters behind an ordinal in which its noun begins."""

COMMON = 9
"""Up to this place in a row a text may have it of many things; "16th" it hardly has of two."""


def items(draft: Source, taken: Iterable[Span], ground: Ground) -> Iterator[tuple[str, Span, Held]]:
    """Kind, span and status of each of them that lies in no span that is taken already."""
    held = sorted(taken)
    places = _places(ground)
    for sentence in draft.layout.sentences if draft.layout else ():
        for token in tokens(draft.text, sentence.start, sentence.end):
            span = Span(start=token.start, end=token.end)
            rank = _rank(token.lower)
            if (
                rank
                and not _counts_nothing(draft.text, token)
                and not any(span.overlaps(other) for other in held)
            ):
                yield (
                    "quantity",
                    span,
                    _ordinal(draft, sentence, span, places.get(rank, ()), ground),
                )
        for found in _periods().finditer(draft.text, sentence.start, sentence.end):
            span = Span(start=found.start(), end=found.end())
            if not any(span.overlaps(other) for other in held):
                yield "date", span, _period(span.of(draft.text), ground)


def _is_fraction(text: str, token: Token) -> bool:
    """Whether an ordinal is a part of one: "a rise of a fifth", "a third of the homes"."""
    before = tokens(text, max(0, token.start - 4), token.start)
    behind = tokens(text, token.end, token.end + 4)
    alone = not behind or behind[0].lower == "of" or not behind[0].text[0].isalnum()
    return bool(before) and before[-1].lower in ("a", "one") and alone


def _points(text: str, token: Token) -> bool:
    """Whether an ordinal points to one of those just named: "The first, of 6.4, came at noon"."""
    before = tokens(text, max(0, token.start - 5), token.start)
    behind = tokens(text, token.end, token.end + POINTED)
    free = bool(behind) and (not behind[0].text[0].isalnum() or is_stop(behind[0].lower))
    return bool(before) and before[-1].lower == "the" and free


def _counts_nothing(text: str, token: Token) -> bool:
    behind = [one.lower for one in tokens(text, token.end, token.end + POINTED + 4)][:1]
    offices = not tables.words("proofing", "ranked_offices").isdisjoint(behind)
    return offices or _is_fraction(text, token) or _points(text, token)


def _places(ground: Ground) -> Mapping[int, list[tuple[int, Span]]]:
    """Where the sources have each place in a row."""
    found: dict[int, list[tuple[int, Span]]] = {}
    for number, text in enumerate(ground.texts):
        for word in text:
            if rank := _rank(word.text.lower()):
                found.setdefault(rank, []).append((number, Span(start=word.start, end=word.end)))
    return found


def _rank(word: str) -> int:
    """The number of an ordinal, 0 for another word: "first", "first-half", "800th"."""
    first = word.partition("-")[0]
    figures = re.fullmatch(r"([\d,]+)(?:st|nd|rd|th)", first)
    if figures:
        return int(figures[1].replace(",", "") or 0)
    return numbers("ordinal").get(first, 0)


def _ordinal(
    draft: Source, sentence: Span, span: Span, places: Iterable[tuple[int, Span]], ground: Ground
) -> Held:
    own, said = folded(sentence.of(draft.text)), span.of(draft.text)
    rows = []
    for number, place in places:
        around = ground.sentence(number, place.start).of(ground.sources[number].text)
        rows.append((-ground.weights.alike(own, folded(around)), number, place))
    rare = _rank(said.lower()) > COMMON
    near = [row for row in sorted(rows) if rare or -row[0] >= ALIKE]
    if near:
        shown = tuple(words_of(ground.sources[n], place, "agreement") for _, n, place in near[:5])
        because = f'{ground.sources[near[0][1]].id} has "{shown[0].text}" in like words.'
        return Held(Status.BORNE_OUT, "quantity.agreement.ordinal", because, shown)
    because = f'No source has "{said}" of the same thing.'
    return Held(Status.NOT_FOUND, "quantity.not_found.ordinal", because)


def _period(said: str, ground: Ground) -> Held:
    shown = tuple(
        words_of(ground.sources[number], span, "agreement")
        for number, span, _ in ground.spoken(said)
    )[:5]
    if shown:
        because = f'The sources have the words "{said}".'
        return Held(Status.BORNE_OUT, "date.agreement.words", because, shown)
    return Held(Status.NOT_FOUND, "date.not_found.words", f'No source has the words "{said}".')


@cache
def _periods() -> re.Pattern[str]:
    which = "|".join(sorted(tables.words("proofing", "which")))
    trades = "|".join(sorted(tables.words("proofing", "periods")))
    return re.compile(rf"\b(?:(?:end|start) of the|{which}) (?:{trades})\b", re.IGNORECASE)
