"""One figure while it is being read: the words of its value, its unit, hedge and noun.

A figure starts as a numeral and is completed by the passes in `quantities`; places are
token positions until `claim` turns them into spans of the source.

>>> from discrepancy.english.numbers.numerals import numeral
>>> tokens = Tokens("3,000 troops")
>>> figure = Figure.of(numeral(tokens, 0))
>>> figure.low, figure.first, figure.last
(Decimal('3000'), 0, 1)
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Self

from discrepancy.claims import Bound, Category, QuantityClaim, QuantityValue, Trend
from discrepancy.english.numbers.number_words import Form, Numeral
from discrepancy.english.tokens import Tokens
from discrepancy.span import Span

Places = tuple[int, int]
"""Tokens `first <= i < last`."""


@dataclass(slots=True, eq=False)
class Figure:
    """A figure under way; what is not known yet is None."""

    low: Decimal
    high: Decimal
    first: int
    last: int
    """The tokens of the value: sign, numeral, scale and unit words."""
    numeral: Numeral
    unit: str | None = None
    rate: str | None = None
    """What it is for each: "day" in "1,200 a day"."""
    category: Category = Category.NUMBER
    bound: Bound = Bound.EXACT
    trend: Trend | None = None
    hedge: Places | None = None
    noun: Places | None = None
    after: int = 0
    """The first token behind the figure, its unit and its noun."""
    converts: "Figure | None" = None
    part_of: "Figure | None" = None
    floor: int = 0
    """The first token that no earlier figure holds."""
    signed: bool = field(default=False)
    """Whether a currency sign stands before it."""
    struck: bool = False
    """Whether a hard veto strikes it out."""
    trim: int = 0
    """Characters at the end that are not its own: the "'s" of a 15-year-old's."""
    elided: bool = False
    """Whether "ones" stands for its noun."""
    inherited: bool = False
    """Whether the noun was taken from an earlier figure."""

    @classmethod
    def of(cls, numeral: Numeral) -> Self:
        """A figure that is nothing but its numeral yet."""
        return cls(
            numeral.low,
            numeral.high,
            numeral.first,
            numeral.last,
            numeral,
            bound=numeral.bound,
            after=numeral.last,
        )

    @property
    def bare(self) -> bool:
        """Whether nothing yet says what it measures or counts."""
        return self.unit is None and self.category is Category.NUMBER

    @property
    def evident(self) -> bool:
        """Whether its own words show that it is a figure: a unit, a sign, a scale, a share."""
        if self.category not in (Category.NUMBER, Category.COUNT):
            return True
        return self.numeral.scale > 1 or self.numeral.form in (Form.FRACTION, Form.VAGUE, Form.FOLD)

    def span(self, tokens: Tokens) -> Span:
        """The characters of the value."""
        whole = spanned(tokens, (self.first, self.last))
        return Span(start=whole.start, end=whole.end - self.trim)

    def claim(self, tokens: Tokens, source: str) -> QuantityClaim:
        """The finished claim."""
        span = self.span(tokens)
        unit = self.unit
        if self.rate is not None:
            unit = f"{unit or ''}/{self.rate}"
        return QuantityClaim(
            source=source,
            span=span,
            text=tokens.text[span.start : span.end],
            value=QuantityValue(
                low=self.low, high=self.high, unit=unit, bound=self.bound, trend=self.trend
            ),
            category=self.category,
            hedge=spanned(tokens, self.hedge) if self.hedge else None,
            noun=spanned(tokens, self.noun) if self.noun else None,
            converts=self.converts.span(tokens) if self.converts else None,
            part_of=self.part_of.span(tokens) if self.part_of else None,
        )


def spanned(tokens: Tokens, places: Places) -> Span:
    """The characters from the first to the last of these tokens."""
    return Span(start=tokens.starts[places[0]], end=tokens.ends[places[1] - 1])
