"""How surely two ways of writing name one bearer: the levels that the table of weights weighs."""

from collections.abc import Mapping

from discrepancy.alignment.company import shared
from discrepancy.alignment.naming.bearers import one_age
from discrepancy.alignment.naming.known import is_known
from discrepancy.alignment.naming.name_readings import NameReading
from discrepancy.source import Source
from discrepancy.words.spelling import Departure

MOST = 4
"""Words that two sentences share beyond which more tell nothing more."""

LONG = 7
"""Letters of a word that is hardly another word by chance but for a slip."""

OFTEN = 3
"""Times that a way of writing stands, beside which one that stands once looks like a slip."""


def levels(
    one: NameReading, other: NameReading, departure: Departure, sources: Mapping[str, Source]
) -> dict[str, float]:
    """The level values of two ways of writing.

    Args:
        one: The first way of writing.
        other: The second.
        departure: How the two depart.
        sources: The story's sources by id, for the words about the names.
    """
    words = (departure.one or one.text, departure.other or other.text)
    times = sorted((len(one.claims), len(other.claims)))
    found = {
        "same_words": float(len(one.words) == len(other.words) > 1),
        "same_letters": float(departure.rung in ("spacing", "order", "last")),
        "one_role": float(bool(one.roles & other.roles) or one_age(one, other, sources)),
        "shared_words": float(min(MOST, shared(one.claims, other.claims, sources))),
        "rare": float(times[0] == 1 and times[1] >= OFTEN),
        "given": float(departure.rung == "first"),
        "long": float(min(map(len, words)) >= LONG),
        "known": float(any(map(is_known, words))),
        "shouted": float(any(word.isupper() for word in words)),
    }
    return {level: value for level, value in found.items() if value}
