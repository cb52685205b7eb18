"""Figures: every number of a text that measures, counts, pays or compares something.

The passes over a sentence, in order: numerals with their units and nouns; hard vetoes; joins
(ranges, shares, scores, compounds); hedges and trends; soft vetoes; what neighbours lend.

>>> from discrepancy.source import Source
>>> source = Source(id="a", text="At least 3,000 troops moved 5 km.")
>>> [(claim.text, claim.value.unit, claim.value.bound.value) for claim in read(source, ())]
[('3,000', 'troop', '>='), ('5 km', 'kilometer', '=')]
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from discrepancy.claims import Category, Claim, DateClaim, QuantityClaim, TimeClaim
from discrepancy.english.cut import FIGURE, said
from discrepancy.english.numbers.number_words import triggers
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.ages import follows_age
from discrepancy.extraction.figures.compounds import compound, conversion, rate_of_both, repeat
from discrepancy.extraction.figures.figure import Figure
from discrepancy.extraction.figures.hedges import read_hedge
from discrepancy.extraction.figures.lending.gapped import is_paired, lend_over_gaps
from discrepancy.extraction.figures.lending.inheritance import (
    inherit_nouns,
    inherit_ranks,
    lend_units,
)
from discrepancy.extraction.figures.ranges import between_bounds, joined
from discrepancy.extraction.figures.single_figures import scanned
from discrepancy.extraction.figures.trends import carry_trend, read_trend
from discrepancy.extraction.figures.vetoes import veto
from discrepancy.extraction.figures.wholes import names_kind, part_of, whole_first
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.tables import words

Taken = list[tuple[int, int, bool]]
"""Where dates and times start and end, and whether they are resolved; in order."""


def read(source: Source, claims: tuple[Claim, ...]) -> Iterator[QuantityClaim]:
    """The figures of the article; dates and times among `claims` are left alone.

    A duration inside a date that nothing resolves ("five days before the vote") is still read.
    """
    taken = sorted(
        (claim.span.start, claim.span.end, _is_resolved(claim))
        for claim in claims
        if isinstance(claim, DateClaim | TimeClaim)
    )
    known: Figure | None = None
    ranked: str | None = None
    for sentence in _sentences(source):
        if not _triggered(source.text, sentence):
            continue
        tokens = Tokens(source.text, sentence.start, sentence.end)
        figures = _figures(tokens, taken)
        known = inherit_nouns(tokens, figures, known)
        ranked = inherit_ranks(figures, ranked)
        for figure in figures:
            if figure.category is Category.RANK and figure.unit is None:
                continue
            yield figure.claim(tokens, source.id)


def _is_resolved(claim: DateClaim | TimeClaim) -> bool:
    return isinstance(claim, TimeClaim) or claim.value.edtf is not None


def _sentences(source: Source) -> tuple[Span, ...]:
    if source.layout is None:
        return (Span(start=0, end=len(source.text)),)
    return source.layout.sentences


def _triggered(text: str, sentence: Span) -> bool:
    """Whether a sentence holds a digit or a number word at all: most do not."""
    found = said(text, sentence.start, sentence.end)
    if FIGURE in found or not _triggers().isdisjoint(found):
        return True
    return _FRACTION.search(text, sentence.start, sentence.end) is not None


@cache
def _triggers() -> frozenset[str]:
    return triggers() | words("counting", "articled")


_FRACTION = re.compile("[½⅓⅔¼¾⅛⅜⅝⅞]")


def _figures(tokens: Tokens, taken: Taken) -> list[Figure]:
    figures = _free(tokens, list(scanned(tokens)), taken)
    figures = _joined(tokens, figures)
    for figure in figures:
        read_hedge(tokens, figure)
        read_trend(tokens, figure)
    _tie(tokens, figures)
    struck = {id(figure): veto(tokens, figure) for figure in figures}
    figures = [figure for figure in figures if _may_stand(tokens, figure, struck[id(figure)])]
    if figures:
        lend_units(tokens, figures)
        lend_over_gaps(tokens, figures)
    figures = [figure for figure in figures if struck[id(figure)] is None or not figure.bare]
    for left, right in pairwise(figures):
        if follows_age(tokens, left, right):
            right.unit, right.category = left.unit, left.category
        carry_trend(tokens, left, right)
    return _apart(figures)


_OWN = ("name", "label")
"""Vetoes of a number that is part of what stands before it: "Apollo 11", "line 3"."""


def _may_stand(tokens: Tokens, figure: Figure, struck: str | None) -> bool:
    """Whether no veto strikes it out, or it may be the figure of the name before it.

    That is so where a clause before lends it what is counted: "Alder has 14 museums, Kerrin nine".
    """
    return struck is None or (struck in _OWN and is_paired(tokens, figure))


def _free(tokens: Tokens, figures: list[Figure], taken: Taken) -> list[Figure]:
    """The figures that no date holds, nor shares: the five of "five or six years ago"."""
    kept: list[Figure] = []
    for figure in figures:
        if not _is_taken(tokens, figure, taken):
            kept.append(figure)
        elif kept and kept[-1].bare and tokens.lower[kept[-1].last : figure.first] == ["or"]:
            kept.pop()
    return kept


def _is_taken(tokens: Tokens, figure: Figure, taken: Taken) -> bool:
    """Whether a date or time holds the numeral."""
    start = tokens.starts[figure.numeral.first]
    end = tokens.ends[figure.numeral.last - 1]
    k = bisect_left(taken, (end,))
    lasting = figure.category is Category.DURATION
    return any(
        s < end and start < e and (resolved or not lasting)
        for s, e, resolved in taken[max(0, k - 3) : k]
    )


def _joined(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    for figure in figures:
        if kept and figure.first >= kept[-1].last:
            one = joined(tokens, kept[-1], figure) or compound(tokens, kept[-1], figure)
            if one is not None:
                kept[-1] = one
                continue
        kept.append(figure)
    return kept


def _tie(tokens: Tokens, figures: list[Figure]) -> None:
    """Bounds that make a range, parts of wholes, bracketed conversions."""
    for k in range(len(figures) - 1, 0, -1):
        left, right = figures[k - 1], figures[k]
        if names_kind(tokens, left, right):
            left.unit, left.category, left.noun = right.unit, right.category, right.noun
            del figures[k]
            continue
        one = between_bounds(tokens, left, right)
        if one is not None:
            figures[k - 1 : k + 1] = [one]
            continue
        if conversion(tokens, left, right):
            repeat(left, right)
            rate_of_both(tokens, left, right)
        if whole_first(tokens, left, right):
            right.part_of = left
            right.unit, right.category = left.unit, left.category
        if part_of(tokens, left, right):
            left.part_of = right
            if right.bare and left.category is Category.COUNT:
                right.unit, right.category = left.unit, left.category
            if left.bare and right.unit is not None:
                left.unit, left.category, left.noun = right.unit, right.category, right.noun


def _apart(figures: list[Figure]) -> list[Figure]:
    """Drop a figure that lies inside the one before it."""
    kept: list[Figure] = []
    for figure in figures:
        if not kept or figure.first >= kept[-1].last:
            kept.append(figure)
    return kept
