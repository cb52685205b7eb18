"""Which words of a sentence narrow which of its figures: each phrase narrows the nearest one.

>>> from discrepancy.words import tokens
>>> said = tokens("It made $170 million in the third quarter and $640 million in 2011.")
>>> figures = [Narrowed(2, 5, "money"), Narrowed(10, 13, "money")]
>>> narrowed(said, figures)
{0: ('narrow:period:third quarter',), 1: ('narrow:period:year',)}
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from discrepancy.calendar.written_dates import numbers
from discrepancy.claims import QuantityClaim
from discrepancy.english.phrases import Book
from discrepancy.patterns import pattern
from discrepancy.tables import rows, words
from discrepancy.words import Token, number_words
from discrepancy.words.narrowings import EXTENT, INSIDE, LIST, PREFIX, Narrowing

FAR = 24
"""Twice the words between a figure and a phrase from which the phrase is of something else."""


PARTING = 6
"""What a word that parts two statements counts for: "in May and 3 percent from a year earlier"."""


class Narrowed(NamedTuple):
    """A figure of a sentence: its first and last token, and what kind of figure it is."""

    first: int
    last: int
    category: str


def marks_of(
    tokens: Sequence[Token], claims: Sequence[QuantityClaim]
) -> dict[int, tuple[str, ...]]:
    """The marks of each figure of a sentence, by where it starts in the text."""
    starts = [token.start for token in tokens]
    figures = [
        Narrowed(
            bisect_left(starts, claim.span.start),
            bisect_left(starts, max(claim.span.end, claim.noun.end if claim.noun else 0)),
            claim.category.value,
        )
        for claim in claims
    ]
    found = narrowed(tokens, figures)
    return {claims[at].span.start: marks for at, marks in found.items()}


def narrowed(tokens: Sequence[Token], figures: Sequence[Narrowed]) -> dict[int, tuple[str, ...]]:
    """For each figure that a phrase narrows its marks."""
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    phrases = list(_phrases(tokens))
    marked = [(start, end, row.name, row) for start, end, row in phrases]
    for start, end, row in phrases:
        for at, figure in enumerate(figures):
            if row.axis == "period" and start <= figure.first and figure.last <= end:
                found[at][f"{PREFIX}:{INSIDE}:{row.axis}"] = None
    named = [(start, end, mark, None) for start, end, mark in _listed_places(tokens)]
    wider = [(start, end, mark, None) for start, end, mark in _wider(tokens)]
    for start, end, mark, told_by in (*marked, *wider, *named):
        nearest = _nearest(tokens, start, end, figures, told_by)
        if nearest is not None:
            found[nearest][mark] = None
    return {at: tuple(marks) for at, marks in found.items()}


def _nearest(
    tokens: Sequence[Token],
    start: int,
    end: int,
    figures: Sequence[Narrowed],
    row: Narrowing | None,
) -> int | None:
    """The figure that the phrase at `start:end` narrows, if one is near."""
    kinds, around = (row.figures.split(), row.around) if row else ([], False)
    near = [
        (_distance(tokens, start, end, figure), at)
        for at, figure in enumerate(figures)
        if (not kinds or figure.category in kinds)
        # "including six crew", but "ended 7 percent down"
        and (around or not (start <= figure.first and figure.last <= end))
    ]
    distance, at = min(near, default=(FAR, -1))
    return at if distance < FAR else None


def _distance(tokens: Sequence[Token], start: int, end: int, figure: Narrowed) -> int:
    """Words between, those that part two statements counting for several.

    A phrase behind a figure is its own before it is the next one's.
    """
    if start < figure.last and figure.first < end:
        return 0
    behind = start >= figure.last
    first, last = (figure.last, start) if behind else (end, figure.first)
    parting = words("grammar", "conjunctions") | {";"}
    parted = sum(token.lower in parting for token in tokens[first:last])
    return (last - first) * 2 + parted * PARTING + (not behind)


def _phrases(tokens: Sequence[Token]) -> Iterator[tuple[int, int, Narrowing]]:
    """The phrases that stand in a sentence, in order; of two that overlap the longer one.

    Words that two rows list are of both: "from May to June" of a sum, and of a change.
    """
    said = [_plain(token) for token in tokens]
    reached, last = 0, (-1, -1)
    for start, end, row in sorted(_listed().standing(said), key=lambda one: (one[0], -one[1])):
        if start >= reached or (start, end) == last:
            yield start, end, row
            reached, last = end, (start, end)


def _wider(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Greater Norby is more than Norby; so is the Norby area that has so many people."""
    mark = f"{PREFIX}:place:with its surroundings"
    for at, (token, after) in enumerate(pairwise(tokens)):
        if token.lower in words("grammar", "wider_before") and after.text[:1].isupper():
            yield at, at + 2, mark
        behind = tokens[at + 2].lower if at + 2 < len(tokens) else ""
        around = after.lower in words("grammar", "wider_behind")
        home = [one.lower for one in tokens[at + 2 : at + 4]] == ["is", "home"]
        has = home or behind in words("grammar", "having")
        if token.text[:1].isupper() and around and has:
            yield at, at + 2, mark


def _listed_places(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """The places that a figure is of, one or several: "in Norby, Alder and Kerrin"."""
    for at, token in enumerate(tokens):
        if token.lower in ("in", "across", "around"):
            end, named = _names_from(tokens, at + 1)
            if named and named[0].lower() not in numbers("month"):
                if token.lower == "across" and len(named) == 1:
                    yield at, end, f"{PREFIX}:{EXTENT}:across {named[0]}"
                yield at, end, f"{PREFIX}:{LIST}:{'+'.join(sorted(named))}"


def _names_from(tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
    """Where a list of names ends, and the names; one alone unless "and" joins the last to it."""
    named: list[str] = []
    joined = False
    while at < len(tokens) and tokens[at].text[:1].isupper():
        first = at
        while at < len(tokens) and tokens[at].text[:1].isupper():
            at += 1
        link = tokens[at].lower if at < len(tokens) else ""
        if link in ("'s", "’s"):
            break  # in Holt's death
        named.append(" ".join(token.text for token in tokens[first:at]))
        if joined or link not in (",", "and"):
            break
        joined = link == "and"
        at += 1
        if link == "," and at < len(tokens) and tokens[at].lower == "and":
            joined, at = True, at + 1
    return at, named if joined or len(named) < 2 else named[:1]


def _plain(token: Token) -> str:
    word = token.lower
    if _year().fullmatch(word):
        return "<year>"
    if word in numbers("month") and token.text[:1].isupper():
        return "<month>"
    return "<number>" if word.isdecimal() and word not in number_words() else word


_year = pattern(r"(?:19|20)\d\d")


@cache
def _listed() -> Book[Narrowing]:
    return Book(
        (phrase, row) for row in rows("narrowings", Narrowing) for phrase in row.phrases.split("; ")
    )
