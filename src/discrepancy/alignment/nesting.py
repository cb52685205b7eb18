"""Which place lies in which, learnt from the story's own words, never from a gazetteer.

>>> from discrepancy.source import Source
>>> sorted(nesting_of([Source(id="a", text="Shelling hit Ruritania's Lowland region.")]))
[('Lowland', 'Ruritania')]
"""

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.source import Source

Nesting = frozenset[tuple[str, str]]
"""Pairs of places, the part first and the whole second."""

EVERYWHERE = 0.8
"""Share of the texts of a story from which a place is the story's own."""

_NAME = r"[A-Z][\w-]*[A-Za-z](?: [A-Z][\w-]+)?"
_AREA = (
    r"(?:border |coastal |rural )?"
    r"(?:region|province|district|oblast|county|municipality|city|town|village|suburb)"
)

_AREAS = (
    r"(?:regions|provinces|districts|oblasts|counties|municipalities|cities|towns|villages"
    r"|suburbs|states|islands)"
)


@cache
def _wordings() -> tuple[re.Pattern[str], ...]:
    """Both orders: "Ruritania's (western) Lowland region", "the Lowland region of Ruritania"."""
    return (
        re.compile(rf"\b(?P<whole>{_NAME})['’]s (?:[a-z]+ )?(?P<part>{_NAME}) {_AREA}\b"),
        re.compile(rf"\b[Oo]f the (?:\w+ )?{_AREAS} of (?P<whole>{_NAME}), (?P<part>{_NAME})"),
        re.compile(rf"\b(?P<part>{_NAME}) {_AREA} (?:in|of) (?:[a-z]+ )?(?P<whole>{_NAME})"),
    )


def nesting_of(sources: Sequence[Source]) -> Nesting:
    """The pairs that any text of the story puts inside one another."""
    found = {
        (match["part"], match["whole"])
        for source in sources
        for wording in _wordings()
        for match in wording.finditer(source.text)
    }
    return frozenset((part, whole) for part, whole in found if (whole, part) not in found)


def narrowest(places: frozenset[str], nested: Nesting) -> frozenset[str]:
    """The places without those that another of them lies in.

    >>> narrowest(frozenset({"Ruritania", "Lowland"}), frozenset({("Lowland", "Ruritania")}))
    frozenset({'Lowland'})
    """
    wholes = {whole for part, whole in nested if part in places}
    return (places - wholes) or places


def parts(nested: Nesting, sources: Sequence[Source]) -> frozenset[str]:
    """The places that lie in another one and narrow what is said.

    A place that nearly every text names is where the story happens: it narrows nothing.
    """
    found = {part for part, _ in nested}
    held = {part: sum(part in source.text for source in sources) for part in found}
    return frozenset(part for part in found if held[part] < EVERYWHERE * len(sources))
