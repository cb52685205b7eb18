"""Whether ranks, scores and numbers of times are told of one thing: names alone say too little.

The fire on the sixth floor and the smoke on the seventh share the house alone; who was convicted
three times before he was 30 may have been four times by now.
"""

from discrepancy import tables, words
from discrepancy.alignment.measurands.figures import Measured
from discrepancy.claims import Category
from discrepancy.english.heads import head_class


def alike(a: Measured, b: Measured) -> bool:
    """Whether two figures of these kinds are told of one thing; those of other kinds are."""
    if a.claim.category is Category.RANK:
        return _mostly_known(a, b) and _mostly_known(b, a)
    if a.claim.category is Category.SCORE:
        return _one_match(a, b)
    if not all(words.noun_class(one.claim.value.unit or "") == "time" for one in (a, b)):
        return True
    return _as_often(a, b)


def _as_often(a: Measured, b: Measured) -> bool:
    """Whether two say how often one thing was done: by one verb, to one end, by or to the same."""
    deeds = [head_class(one.context.head or "") for one in (a, b)]
    if deeds[0] != deeds[1]:
        return False
    named = a.names & b.names or a.places & b.places
    told = named or (_mostly_known(a, b) and _mostly_known(b, a))
    return bool(told) and _narrowed(a, b) == _narrowed(b, a)


def _narrowed(figure: Measured, other: Measured) -> frozenset[str]:
    """The words that narrow how often, but for those before a word that the other text has too.

    "Three times since May", "since May three times".
    """
    narrowing = tables.words("qualifiers", "narrowing_times")
    found = set()
    window = figure.window.split()
    for at, word in enumerate(window):
        if word in narrowing:
            led = next(iter(words.content_words(" ".join(window[at + 1 :]))), None)
            found |= set() if led in other.wide else {word}
    return frozenset(found)


def _one_match(a: Measured, b: Measured) -> bool:
    """Whether two scores are of one match or vote: its sides and day stand round both."""
    days = {a.context.as_of, b.context.as_of} - {None}
    contest = tables.words("changes", "contests")
    here, there = (one.near - contest for one in (a, b))
    missing = sorted((len(here - b.wide), len(there - a.wide)))
    return len(days) < 2 and len(here & there) > 1 and missing[0] == 0 and missing[1] < _OWN


_OWN = 3
"""Words round a score of which the other text of the match knows nothing, too many from here."""


def _mostly_known(a: Measured, b: Measured) -> bool:
    """Whether most of the words round the one stand in the other's sentence."""
    return 2 * len(a.near & b.wide) > len(a.near)
