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

from discrepancy.claim import Category, Claim, DateClaim, QuantityClaim, TimeClaim
from discrepancy.extraction.ages import follows_age, read_age
from discrepancy.extraction.compounds import compound, conversion, half_more, repeat
from discrepancy.extraction.counted import counted
from discrepancy.extraction.figures import Figure
from discrepancy.extraction.hedges import read_hedge
from discrepancy.extraction.inheritance import inherit_nouns, lend_units, part_of
from discrepancy.extraction.magnitudes import read_magnitude
from discrepancy.extraction.nobody import nobody
from discrepancy.extraction.numerals import Form, folds, numbers, numeral, openers, triggers
from discrepancy.extraction.ranges import between_bounds, joined
from discrepancy.extraction.tokens import Tokens
from discrepancy.extraction.trends import carry_trend, read_trend
from discrepancy.extraction.unit_words import rate_at, read_unit
from discrepancy.extraction.vetoes import HARD, veto
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.units import measures


def read(source: Source, claims: tuple[Claim, ...]) -> Iterator[QuantityClaim]:
    """The figures of the article; dates and times among `claims` are left alone."""
    taken = sorted(
        (claim.span.start, claim.span.end)
        for claim in claims
        if isinstance(claim, DateClaim | TimeClaim)
    )
    known: Figure | None = None
    for sentence in _sentences(source):
        if not _triggered(source.text, sentence):
            continue
        tokens = Tokens(source.text, sentence.start, sentence.end)
        figures = _figures(tokens, taken)
        known = inherit_nouns(tokens, figures, known)
        for figure in figures:
            yield figure.claim(tokens, source.id)


def _sentences(source: Source) -> tuple[Span, ...]:
    if source.layout is None:
        return (Span(start=0, end=len(source.text)),)
    return source.layout.sentences


def _triggered(text: str, sentence: Span) -> bool:
    """Whether a sentence holds a digit or a number word at all: most do not."""
    if _DIGIT.search(text, sentence.start, sentence.end):
        return True
    found = _WORD.findall(text[sentence.start : sentence.end].lower())
    return not triggers().isdisjoint(found)


_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅛⅜⅝⅞]")
_WORD = re.compile(r"[a-z]+")


def _figures(tokens: Tokens, taken: list[tuple[int, int]]) -> list[Figure]:
    figures = [figure for figure in _scanned(tokens) if not _is_taken(tokens, figure, taken)]
    figures = _joined(tokens, figures)
    for figure in figures:
        read_hedge(tokens, figure)
        read_trend(tokens, figure)
    _tie(tokens, figures)
    figures = [figure for figure in figures if veto(tokens, figure) is None]
    if figures:
        lend_units(tokens, figures)
    for left, right in pairwise(figures):
        if follows_age(tokens, left, right):
            right.unit, right.category = left.unit, left.category
        carry_trend(tokens, left, right)
    return _apart(figures)


def _scanned(tokens: Tokens) -> Iterator[Figure]:
    """Numerals from left to right, each with its unit and noun."""
    i = floor = 0
    while i < len(tokens):
        figure = _figure_at(tokens, i, floor)
        if figure is None:
            i += 1
            continue
        i = max(figure.last, figure.numeral.last)
        if figure.struck:
            continue
        floor = i
        yield figure


def _figure_at(tokens: Tokens, i: int, floor: int) -> Figure | None:
    word = tokens.lower[i]
    if word in ("no", "nobody", "none"):
        return nobody(tokens, i)
    if not (word[0].isdigit() or word in _starts()):
        return None
    found = numeral(tokens, i)
    if found is None:
        return None
    figure = Figure.of(found)
    figure.floor = floor
    _read_sign(tokens, figure)
    read_unit(tokens, figure)
    half_more(tokens, figure)
    read_age(tokens, figure) or read_magnitude(tokens, figure)
    figure.struck = any(strikes(tokens, figure) for strikes in HARD.values())
    if not figure.struck:
        _read_noun(tokens, figure)
    return figure


@cache
def _starts() -> frozenset[str]:
    return openers() | folds() | numbers("sign").keys() | {"."}


def _read_sign(tokens: Tokens, figure: Figure) -> None:
    """Minus 5, -5, negative ten, minus-130."""
    before = tokens.word(figure.first - 1)
    if before == "-" and tokens.word(figure.first - 2) in ("minus", "negative"):
        figure.first -= 1
        before = tokens.word(figure.first - 1)
    minus = before in ("minus", "negative") or (
        before in ("-", "−", "–")
        and tokens.glued(figure.first)
        and not tokens.glued(figure.first - 1)
        and figure.numeral.form is Form.DIGITS
    )
    if minus:
        figure.first -= 1
        figure.low, figure.high = -figure.high, -figure.low


def _read_noun(tokens: Tokens, figure: Figure) -> None:
    """What is counted, or of what a share is taken."""
    if figure.category in (Category.PERCENT, Category.NUMBER):
        at = figure.last
        plural = figure.low != 1 or tokens.word(at) == "of"
        share = figure.category is Category.PERCENT or figure.numeral.form in (
            Form.FRACTION,
            Form.FOLD,
        )
        if share and tokens.word(at) != "of":
            found = None
        else:
            found = counted(tokens, at, plural=plural)
        if found:
            figure.noun, unit = found
            if not share:
                figure.unit, figure.category = unit, _category(unit)
                figure.after = figure.noun[1]
                _read_rate(tokens, figure)
        if figure.numeral.form in (Form.FRACTION, Form.FOLD) and figure.unit is None:
            figure.category = Category.RATIO
        if figure.bare:
            _read_rate(tokens, figure)


def _category(unit: str) -> Category:
    """13 straight days is a time, not a count."""
    return Category(measures()[unit].category) if unit in measures() else Category.COUNT


def _read_rate(tokens: Tokens, figure: Figure) -> None:
    """12,000 casualties a day; 1,200 a day."""
    found = rate_at(tokens, figure.after)
    if found:
        figure.after, figure.rate = found


def _is_taken(tokens: Tokens, figure: Figure, taken: list[tuple[int, int]]) -> bool:
    start = tokens.starts[figure.numeral.first]
    end = tokens.ends[figure.numeral.last - 1]
    k = bisect_left(taken, (end, 0))
    return any(s < end and start < e for s, e in taken[max(0, k - 3) : k])


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
        one = between_bounds(tokens, left, right)
        if one is not None:
            figures[k - 1 : k + 1] = [one]
            continue
        if conversion(tokens, left, right):
            repeat(left, right)
        if part_of(tokens, left, right):
            left.part_of = right
            if left.bare and right.unit is not None:
                left.unit, left.category, left.noun = right.unit, right.category, right.noun


def _apart(figures: list[Figure]) -> list[Figure]:
    """Drop a figure that lies inside the one before it."""
    kept: list[Figure] = []
    for figure in figures:
        if not kept or figure.first >= kept[-1].last:
            kept.append(figure)
    return kept
