"""Which documents tell of the same people and places: names and long figures that they share.

>>> of_one_story(frozenset(("odeby", "brannock", "342")), frozenset(("odeby", "ule", "342")))
False
>>> of_one_story(frozenset(("odeby", "ule", "342")), frozenset(("odeby", "ule", "342")))
True
"""

from functools import cache

from discrepancy.calendar import written_dates
from discrepancy.patterns import pattern
from discrepancy.source import Layout, Source
from discrepancy.tables import words

_SENTENCES = 60
"""How many of a document's sentences are looked at."""


def names(source: Source) -> frozenset[str]:
    """Capitalised words amid its sentences, and long figures: who and what it is about."""
    layout = source.layout or Layout()
    headline = layout.headline
    found: set[str] = set()
    for span in layout.sentences[:_SENTENCES]:
        if headline is None or not span.overlaps(headline):
            found.update(_name().findall(span.of(source.text)))
    return frozenset(word.lower() for word in found) - _of_the_calendar()


# of Odeby | the MV Arn | 342 candidates, 1,200 but neither 2008 nor 40
_name = pattern(
    r"(?<=[a-z,] )(?:[A-Z][\w'’-]*[a-z]\w+|[A-Z]{2,5}\b)"
    r"|\b(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})+|\b(?!(?:19|20)\d\d\b)\d{3,5}\b"
)


@cache
def _of_the_calendar() -> frozenset[str]:
    return frozenset((*written_dates.numbers("weekday"), *written_dates.numbers("month")))


@cache
def _countries() -> frozenset[str]:
    listed = words("places", "countries") | words("demonyms", "words")
    return frozenset(word.lower() for word in listed)


def of_one_story(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two documents, by their names, can be of one story."""
    return _share(a, b, least=3, share=0.2)


def of_one_news(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two documents, by their names, can be of the same news."""
    return _share(a, b, least=5, share=0.4)


def _share(a: frozenset[str], b: frozenset[str], *, least: int, share: float) -> bool:
    both = a & b
    if len(both) < max(least, share * min(len(a), len(b))):
        return False
    return len(both - _countries()) + (not both.isdisjoint(_countries())) >= least  # all news has
