"""Assertions without a figure, of the kinds that rules can read: levels of the scales in data/.

Statements in free words are not guessed at.

>>> from discrepancy.reading import laid_out
>>> text = "Mara Hale was charged with fraud. The port lies 5 km north of Hale."
>>> for claim in read(laid_out(Source(id="a", text=text)), ()):
...     print(claim.scale, claim.level, claim.subject, "|", claim.text)
case 1 Mara Hale | was charged with fraud
direction 0 Hale | north of Hale
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from discrepancy import tables
from discrepancy.claims import Claim, StatusClaim, TextValue
from discrepancy.english.cut import FIGURE, said
from discrepancy.english.phrases import Book, parsed
from discrepancy.extraction.names.entities import Entity, entities_of
from discrepancy.extraction.statuses.subjects import bearer, named_of
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import Token, is_stop, scales, tokens

MOST = 7
"""How many words a claim goes on after a phrase that ends in a small word."""


def read(source: Source, claims: tuple[Claim, ...]) -> Iterator[StatusClaim]:
    """One claim for each phrase of a scale and each direction from a place, in text order."""
    named = entities_of(source)
    found: list[StatusClaim] = []
    for sentence in source.layout.sentences if source.layout else ():
        found += _on_scales(source, sentence, named)
        found += _directions(source, sentence)
    yield from sorted(found, key=lambda claim: claim.span)


def _on_scales(source: Source, sentence: Span, named: Sequence[Entity]) -> Iterator[StatusClaim]:
    read = tokens(source.text, sentence.start, sentence.end)
    lower = [token.lower for token in read]
    taken: dict[str, int] = {}
    for at, end, level in _phrases().standing(lower):
        if taken.get(level.scale, 0) > at:
            continue
        if not _other_sense(level.scale).isdisjoint(lower[at:end]):
            continue
        if scales.scale(level.scale).before and not _next(source.text, read[end - 1], named):
            continue
        taken[level.scale] = end
        yield _claim(source, sentence, level, read[at : _object(lower, end)], named)


@cache
def _other_sense(scale: str) -> frozenset[str]:
    return frozenset(scales.scale(scale).without.split())


def _next(text: str, word: Token, named: Sequence[Entity]) -> Entity | None:
    """The name that begins right after a word: "the frigate Hale"."""
    at = bisect_left(named, word.end, key=lambda entity: entity.span.start)
    if at == len(named) or text[word.end : named[at].span.start].removeprefix(" the").strip(
        " \"'“‘"
    ):
        return None
    return named[at]


def _object(sentence: Sequence[str], end: int) -> int:
    """Where the words end that a phrase ending in a small word goes on with: "charged with" fraud.

    >>> sentence = "charged with the murder of two men , he said".split()
    >>> sentence[: _object(sentence, 2)]
    ['charged', 'with', 'the', 'murder']
    """
    if not is_stop(sentence[end - 1]):
        measured = sentence[end : end + 1] and sentence[end] in _qualifiers()
        return end + bool(measured and sentence[end].endswith("ly"))  # "was hurt seriously"
    content = False
    for at in range(end, min(end + MOST, len(sentence))):
        if not sentence[at][:1].isalnum() or (content and is_stop(sentence[at])):
            return at
        content = content or not is_stop(sentence[at])
    return min(end + MOST, len(sentence))


def _claim(
    source: Source,
    sentence: Span,
    level: scales.ScaleLevel,
    said: Sequence[Token],
    named: Sequence[Entity],
) -> StatusClaim:
    span = Span(start=said[0].start, end=said[-1].end)
    scale = scales.scale(level.scale)
    by = next((word for word in said if word.lower == "by"), None) if scale.named else None
    leading = said[-1] if scale.before else by
    after = _next(source.text, leading, named) if leading else None
    before = bearer(source.text, scale, sentence, span, named)
    return StatusClaim(
        source=source.id,
        span=span,
        text=span.of(source.text),
        value=TextValue(text=level.label),
        scale=level.scale,
        level=level.level,
        subject=named_of(after, scale) if after else before,
        qualifier=next((word.text for word in said if word.lower in _qualifiers()), None),
    )


def _directions(source: Source, sentence: Span) -> Iterator[StatusClaim]:
    # "34 miles west of the town of Hale", "northeast of Hale", "40km SE of Hale"
    told = said(source.text, sentence.start, sentence.end)
    if "of" not in told or (FIGURE not in told and not any(map(_begins_point, told))):
        return
    for match in _direction().finditer(source.text, sentence.start, sentence.end):
        point = _point(match)
        if _is_part(source.text[sentence.start : match.start()]):
            continue
        yield StatusClaim(
            source=source.id,
            span=Span(start=match.start(), end=match.end()),
            text=match.group(),
            value=TextValue(text=point),
            scale="direction",
            level=_points()[point],
            subject=match["place"],
        )


def _begins_point(word: str) -> bool:
    return word.startswith(tuple(_LETTERS.values()))


@cache
def _direction() -> re.Pattern[str]:
    points = r"(?:north|south)[ -]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?"
    name = r"(?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+){0,3}"
    kind = r"(?:the )?(?:\w+ )?(?:town|city|village|capital|island|port|suburb)(?: of)?,? |the "
    # two letters and a third before them ("ENE") only behind a distance: "SE of Hale" may be a name
    units = ("[ \\d]km", "[ \\d]mi", "miles", "kilomet[er]{2}s")
    behind = "|".join(f"(?<={unit} )" for unit in units)
    short = rf"(?:{behind})(?:[NESW](?=[NS]))?(?P<short>[NS][EW]|[NESW])"
    long = rf"\b(?P<point>(?i:{points}))"
    return re.compile(rf"(?:{long}|{short}) of (?:{kind})?(?P<place>{name})")


def _point(match: re.Match[str]) -> str:
    """The point of the compass in full: "southeast" of "south-eastern" and of "SE"."""
    if match["short"]:
        return "".join(_LETTERS[letter] for letter in match["short"])
    return re.sub(r"[^a-z]|ern$", "", match["point"].lower())


_LETTERS = {"N": "north", "E": "east", "S": "south", "W": "west"}


def _is_part(before: str) -> bool:
    """Whether a direction is a part of the place: "the north of Hale", not "to the north of"."""
    last = before.lower().split()[-2:]
    return last[-1:] == ["the"] and last != ["to", "the"]


@cache
def _points() -> Mapping[str, int]:
    names = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
    return {name: octant for octant, name in enumerate(names)}


@cache
def _qualifiers() -> frozenset[str]:
    return frozenset(tables.words("titles", "qualifiers"))


@cache
def _phrases() -> Book[scales.ScaleLevel]:
    """Every phrase of every level, the longest first."""
    written = [(phrase, level) for level in scales.levels() for phrase in level.phrases]
    return Book(sorted(written, key=lambda pair: -len(parsed(pair[0]))))
