"""How a text puts a place: the preposition, and the article, before its name.

>>> text = "A ferry sank off Arn, and two in the Norby Sea."
>>> [span.of(text) for name in ("Arn", "Norby Sea") for span in before(text, name)]
['off Arn', 'in the Norby Sea']
"""

import re
from collections.abc import Iterator

from discrepancy.span import Span

PLACING = "in|at|off|near|on|outside|inside|around|across|along|over|under|above|below"
"""What says where something is; "from", "to" and "of" say another thing."""

KINDS = "region|province|district|area|city|county|state|peninsula|islands?|valley|strip|camp"
"""The word that many places bear behind their name: "in the Norby region"."""


def before(text: str, place: str) -> Iterator[Span]:
    """Each place of the text where this name stands behind such a preposition, both together."""
    name = rf"{re.escape(place)}(?:\s(?:{KINDS})\b)?"
    pattern = rf"\b(?:{PLACING})\s+(?:the\s+)?{name}(?!\w|['’]\s?s)"
    for found in re.finditer(pattern, text):
        yield Span(start=found.start(), end=found.end())


def nearest(text: str, place: str, at: int) -> str | None:
    """The place with the preposition before it, from wherever that is nearest to a character."""
    found = min(before(text, place), key=lambda one: abs(one.start - at), default=None)
    return found.of(text) if found else None


_FAR = re.compile(
    r"\s+(?:away\s+)?(?:[a-z-]+\s+){0,2}?(?:from|of|off)\s+(?:the\s+(?:[a-z]+\s+of\s+)?)?"
    r"([A-Z][\w’'-]*(?:\s[A-Z][\w-]*){0,3})"
)


def far_from(text: str, at: int) -> str | None:
    """The place from which a distance that ends at this character is reckoned.

    >>> far_from("The tower, 40 miles south of Norby Bay, fell.", 19)
    'Norby Bay'
    """
    found = _FAR.match(text, at)
    return found[1] if found else None
