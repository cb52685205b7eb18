"""The weekday that the leads of a story tell of: what most of its documents begin with is its news.

>>> weekday([]) is None
True
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from discrepancy.calendar import written_dates
from discrepancy.dating import printing
from discrepancy.dating.printing import Told
from discrepancy.dating.signs import Sign
from discrepancy.source import Layout, Source

_SENTENCES = 4
_AGREED = 3
"""How many leads must tell of the weekday."""
_SHARE = 0.8
"""How many of the leads that tell of a weekday."""


def opening(source: Source) -> Iterator[frozenset[str]]:
    """The words of each of the first sentences, the headline among them, without their dates."""
    for span in (source.layout or Layout()).sentences[:_SENTENCES]:
        yield printing.words(span.of(source.text))


def is_in_lead(one: Told) -> bool:
    """Whether a phrase stands in one of the first sentences, the headline among them."""
    return one.sentence < _SENTENCES


def is_first(one: Told) -> bool:
    """Whether a phrase stands in the first sentence or in the headline above it."""
    return one.sentence < 2


def weekday_of(phrases: Sequence[Told]) -> int | None:
    """The first weekday that a document's lead tells of as past."""
    seen = (printing.seen(one.claim.text) for one in phrases if is_in_lead(one) and not one.ahead)
    return next((one.number % 7 for one in seen if one and one.kind == "weekday"), None)


def weekday(documents: Iterable[Sequence[Told]]) -> int | None:
    """The weekday that the leads of a story agree on; None: too few tell one, or they differ."""
    told = Counter(day for phrases in documents if (day := weekday_of(phrases)) is not None)
    for day, count in told.most_common(1):
        if count >= _AGREED and count >= _SHARE * told.total():
            return day
    return None


def days(weekday: int | None, signs: Iterable[Sign]) -> set[date]:
    """The days known to the day that leads tell of and that are that weekday."""
    return {
        sign.days[0]
        for sign in signs
        if is_in_lead(sign.told)
        and _is_news(sign.told)
        and sign.is_recent()
        and not sign.told.ahead
        and sign.days[0] == sign.days[1]
        and sign.days[0].weekday() == weekday
    }


def _is_news(one: Told) -> bool:
    """Tell "on Tuesday" and "on Sunday May 5 2013" from the day of an older story."""
    if one.claim.value.edtf is None:
        return is_first(one)
    first = one.claim.text.split()[0].lower().strip(".,")
    return one.claim.relative or first in written_dates.numbers("weekday")
