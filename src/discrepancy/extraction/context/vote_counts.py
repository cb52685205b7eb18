"""Whether a text tells of votes that are still being counted, so that its shares will move.

>>> goes_on("With 82% of polling stations counted, Arlen led."), goes_on("All votes are counted.")
(True, False)
"""

import re
from functools import cache

from discrepancy.claims import Category, QuantityClaim
from discrepancy.tables import words

SHARED = (None, "win", "vote")
"""Predicates of the shares that candidates get; a turnout does not move with the count."""


def goes_on(text: str) -> bool:
    """Whether the count that a text tells of was not over."""
    return _partial().search(text) is not None


def moved_by_count(claim: QuantityClaim, predicate: str | None) -> bool:
    """Whether a figure of such a text is a candidate's share or number of votes or seats."""
    if predicate not in SHARED:
        return False
    counted = claim.value.unit or ""
    return claim.category is Category.PERCENT or counted in words("vote_counts", "units")


@cache
def _partial() -> re.Pattern[str]:
    # "with 82% of polling stations counted" | "partial results" | "votes are still being counted"
    bodies = "|".join(sorted(words("vote_counts", "bodies")))
    early = "|".join(sorted(words("vote_counts", "early")))
    told = "|".join(sorted(words("vote_counts", "told")))
    share = rf"\b(?!100\b)\d[\d.,]* ?(?:%|per ?cent) of (?:[a-z]+ ){{0,3}}(?:{bodies})"
    return re.compile(
        rf"{share} (?:[a-z]+ ){{0,2}}(?:counted|tallied|reporting|declared)\b"
        rf"|\b(?:{early}) (?:{told})\b"
        rf"|\b(?:{bodies}) (?:[a-z]+ )?(?:are|were) still being counted",
        re.IGNORECASE,
    )
