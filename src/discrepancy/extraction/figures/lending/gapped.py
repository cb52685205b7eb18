"""The unit of a figure whose clause leaves out what the clause before tells.

"The library cost 3 million euros and the pool 8 million", "61 mm fell in Norby and 96 at Alder".
"""

from discrepancy.claims import Category
from discrepancy.english.acts import acts_of
from discrepancy.english.gaps import parallels, verbless
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure

UNLIKE = 20
"""Times by which two figures may differ that share a unit without a word."""

_PERSONAL = (Category.AGE, Category.RANK, Category.SCORE)
"""Categories that no figure lends to another."""


def lend_over_gaps(tokens: Tokens, figures: list[Figure]) -> None:
    """Give the figure of a clause without a verb what the clause before tells: way and unit."""
    lenders = [one for one in figures[:-1] if one.unit and one.category not in _PERSONAL]
    if not any(one.trend or any(other.bare for other in figures) for one in lenders):
        return
    told = _told(tokens)
    if not told:
        return
    known = {tokens.starts[one.numeral.first]: one for one in figures}
    for figure in figures:
        earlier = known.get(told.get(tokens.starts[figure.numeral.first], -1))
        if earlier is None or earlier.category in _PERSONAL:
            continue
        if figure.bare and _alike(earlier, figure):
            figure.unit, figure.category = earlier.unit, earlier.category
            figure.rate, figure.inherited = earlier.rate, True
        if figure.category is earlier.category:
            figure.trend = figure.trend or earlier.trend


def is_paired(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bare name before it is whose figure it is: "Alder has 14 museums, Kerrin nine"."""
    return tokens.starts[figure.numeral.first] in _told(tokens)


def _told(tokens: Tokens) -> dict[int, int]:
    sentence = acts_of(tokens.text, tokens.starts[0], tokens.ends[-1])
    pairs = [*parallels(sentence), *((gap.figure, gap.earlier) for gap in verbless(sentence))]
    return {sentence[figure].start: sentence[earlier].start for figure, earlier in pairs}


def _alike(known: Figure, figure: Figure) -> bool:
    """Whether two figures are of one size, as two that share a unit without a word are."""
    return known.high <= figure.low * UNLIKE and figure.high <= known.low * UNLIKE
