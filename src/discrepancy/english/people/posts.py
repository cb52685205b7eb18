"""The post of somebody as a sentence tells it beside the name: "the mayor of Norby, Mara Hale,".

>>> text = "The deputy mayor of Norby, Mara Hale, said so."
>>> beside(text, text.index("Mara"), text.index(", said"), opening=0)
'deputy mayor of Norby'
>>> beside("Mara Hale is expected to be mayor.", 0, 9, opening=0) is None
True
"""

from discrepancy.patterns import pattern
from discrepancy.tables import words
from discrepancy.words import ranks

REACH = 90
"""Characters in which a post and its charge stand."""


def beside(text: str, start: int, end: int, *, opening: int) -> str | None:
    """The post of a person, its article left out; None where none stands beside the name.

    "The mayor of Norby," or "as mayor of Norby," before it, "(mayor of Norby)" and "is the mayor of
    Norby" behind. The owner of a mine may be a firm: this tells nobody from a body.

    Args:
        text: The whole text.
        start: Where the name begins.
        end: Where it ends.
        opening: Where its sentence begins.
    """
    before, behind = text[max(opening, start - REACH) : start], text[end : end + REACH]
    return _led(before, behind) or _equated(behind)


def _led(before: str, behind: str) -> str | None:
    """The post and its charge before a comma; a list may follow the comma behind the name."""
    alone = behind[:1] in (",", ".", ")", "") and not behind.startswith((", and ", ", or "))
    found = _as().search(before) or (_the().search(before) if alone else None)
    return _post(found[1]) if found else None


def _equated(behind: str) -> str | None:
    """The post behind "is" or in brackets."""
    found = _is().match(behind)
    return _post(found[1] or found[2]) if found else None


def _post(told: str) -> str | None:
    """The words without their article, where nothing but what grades a post stands before it."""
    bare = _article().sub("", told)
    office = ranks.office(bare)
    return bare if office and office.head in words("titles", "posts") else None


_CHARGE = r"(?:of|at|for|in) (?!which|whom)[^,;.:()“”\"]+"
_as = pattern(rf"(?:^|[,;:“\"] )[Aa]s ((?:[a-z-]+ ){{1,5}}{_CHARGE}), $")
_the = pattern(rf"\b([Tt]he (?:[a-z-]+ ){{1,4}}{_CHARGE}), $")
_is = pattern(r" (?:is ([^,;.:()“”\"]+)|\(([^,;.:()“”\"]+)\))")
_article = pattern(r"^(?:[Tt]he|an?) ")
