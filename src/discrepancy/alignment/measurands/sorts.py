"""Of two counts the one may be of a sort alone: 900 of the 2,400 students are female students.

>>> said = "The college has 900 female students."
>>> from discrepancy.extraction import extract
>>> from discrepancy.source import Source
>>> (count,) = extract(Source(id="a", text=said))
>>> sorted(sort(said, count))
['female']
"""

from decimal import Decimal

from discrepancy import words
from discrepancy.claims import Category, QuantityClaim
from discrepancy.tables import words as listed

SHARE = Decimal("0.5")
"""Share of a count that a sort has at the most where any word may tell it. Of more it is rather the
same count with a word that only describes: 12 young workers, 14 workers."""


def sort(text: str, claim: QuantityClaim) -> frozenset[str]:
    """The words in small letters that stand between a count and the noun that it counts."""
    if claim.noun is None or claim.category is not Category.COUNT:
        return frozenset()
    phrase = words.tokens(text, max(claim.noun.start, claim.span.end), claim.noun.end)
    return frozenset(
        token.lower
        for token in phrase[:-1]
        if token.text[0].islower()
        and not words.is_stop(token.lower)
        and token.lower not in listed("counting", "further")
        and not words.is_adverb(token.text)
    )


def apart(
    one: frozenset[str], other: frozenset[str], value: Decimal, another: Decimal
) -> str | None:
    """Why two counts of one noun, of these sorts, are not of one thing; None where they may be.

    >>> apart(frozenset(["female"]), frozenset(), Decimal(900), Decimal(2400))
    'one counts only the female ones'
    >>> apart(frozenset(["young"]), frozenset(), Decimal(12), Decimal(14)) is None
    True
    """
    known = listed("counting", "sorts")
    if one & known and other & known and not one & other:
        here, there = (_said(each & known) for each in (one, other))
        return f"one counts the {here} ones, the other the {there} ones"
    part, whole = sorted(((abs(value), one), (abs(another), other)), key=lambda each: each[0])
    alone = part[1] - whole[1]
    slipped = _digits(part[0]) == _digits(whole[0])  # 13 and 31, 60 and 600
    few = part[0] <= whole[0] * SHARE and not whole[1] and not slipped
    if part[0] == whole[0] or not (alone & known or (alone and few)):
        return None
    return f"one counts only the {_said(alone & known or alone)} ones"


def _digits(value: Decimal) -> list[int]:
    return sorted(value.normalize().as_tuple().digits)


def _said(sort: frozenset[str]) -> str:
    return " and ".join(sorted(sort))
