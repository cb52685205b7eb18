"""What a figure is for each: "per day", "a share", "/litre", "per patient per year".

>>> rates_at(Tokens("per patient per year"), 0)
(4, 'patient/year')
>>> rates_at(Tokens("a year ago"), 0) is None
True
"""

from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.units.unit_tries import longest, rate_symbols, word_trie
from discrepancy.measures.units import measures
from discrepancy.tables import words
from discrepancy.words import singular


def rates_at(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """The rates behind one another: $1,200 per patient per year."""
    found = rate_at(tokens, at)
    further = rate_at(tokens, found[0]) if found else None
    return (further[0], f"{found[1]}/{further[1]}") if found and further else found


def period_behind_stuff(tokens: Tokens, at: int) -> str | None:
    """The period for which so much of something is told: 40 tonnes of soap a day.

    >>> period_behind_stuff(Tokens("of fresh water per day"), 0)
    'day'
    >>> period_behind_stuff(Tokens("of coal a man had stolen"), 0) is None
    True
    """
    if tokens.word(at) != "of":
        return None
    for end in (at + 2, at + 3):
        if not tokens.word(end - 1).isalpha():
            return None
        found = rate_at(tokens, end)
        if found and found[1] in measures() and measures()[found[1]].category == "duration":
            return found[1]
    return None


def rate_at(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """The end and the name of "per day", "a share", "/litre", "each night" at a token."""
    if tokens.word(at) == "-" and tokens.glued(at):
        at += 1
    link = tokens.word(at)
    if link in _ADVERBS:
        return at + 1, _ADVERBS[link]
    if link not in ("per", "a", "an", "/", "each", "every"):
        return None
    at += 1
    if tokens.word(at) == "-":
        at += 1
    unit = longest(tokens, at, word_trie()) or (
        longest(tokens, at, rate_symbols()) if link in "/per" else None
    )
    if unit and tokens.word(unit[0]) in _AFTER_DATE:
        return None
    if unit and measures()[unit[1]].category in ("measure", "duration"):
        return unit
    noun = tokens.word(at)
    if noun in words("unit_traps", "rated") or (link == "per" and noun.isalpha() and len(noun) > 2):
        return at + 1, singular(noun)
    return None


_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}

_AFTER_DATE = frozenset(("ago", "earlier", "before", "later", "after", "old"))
