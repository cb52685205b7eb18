"""What a document tells of the days of its story: phrases, and the days they are known to mean.

A document that tells its day, or whose days of printing are inferred, dates whatever it says of
the weeks around. Another one dates only what it writes out.

>>> from discrepancy.reading.page.layout import laid_out
>>> text = "The lock opened on 4 November 2008. The gates burst on Tuesday."
>>> source = laid_out(Source(id="a", text=text, published=date(2009, 1, 7)), cleaned=True)
>>> [sign.days[0].isoformat() for sign in signs_of(source, phrases_of(source))]
['2008-11-04', '2009-01-06']
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from discrepancy.calendar import edtf
from discrepancy.claims import DateClaim
from discrepancy.dating import printing
from discrepancy.dating.printing import Days, Told
from discrepancy.extraction import dates
from discrepancy.source import Source
from discrepancy.span import Span

OF_STORY = timedelta(days=14)
"""How far apart the days of one story lie."""
_MOST = 40
"""How many date phrases of a document are looked at: what keeps the work linear."""


class Sign(NamedTuple):
    """A day that a document tells, and the phrase it tells it with."""

    days: Days
    """The day; the first and last where it is known less well."""
    source: str
    told: Told
    plain: bool
    """Whether its sentence tells of no other known day, or it is told without its year."""
    before: timedelta
    """How long before the latest day that the document tells it lies."""

    def is_recent(self, back: timedelta = timedelta(0)) -> bool:
        """Whether it is news: within two weeks of that latest day, or of so long before it."""
        return self.before <= OF_STORY + back


def phrases_of(source: Source) -> tuple[Told, ...]:
    """The first date phrases of a document, each as the document alone tells it."""
    return tuple(islice(printing.told(source, tuple(dates.read(source))), _MOST))


def signs_of(
    source: Source, phrases: Sequence[Told], settled: Mapping[Span, Days] | None = None
) -> Iterator[Sign]:
    """The days that a document tells and that may date what others tell.

    Args:
        source: the document.
        phrases: what it tells.
        settled: what some of them mean beyond what it writes itself.
    """
    meant = {**_meanings(source), **(settled or {})}
    told = [(one, _period(one.claim.value.edtf) or meant.get(one.claim.span)) for one in phrases]
    counted = Counter(one.sentence for one, days in told if days)
    latest = max((days[0] for one, days in told if days and not one.ahead), default=date.min)
    for one, days in told:
        if days:
            plain = counted[one.sentence] == 1 or one.claim.value.edtf is None
            yield Sign(days, source.id, one, plain, latest - days[0])


def _meanings(source: Source) -> dict[Span, Days]:
    """What each phrase means, as well as the day of printing is known."""
    if source.published or not source.anchor:
        return {}
    first, last, sure = map(_periods, dates.within(source, edtf.interval(source.anchor)))
    hulls = {
        span: (min(first[span][0], last[span][0]), max(first[span][1], last[span][1]))
        for span in first.keys() & last.keys()
    }
    return hulls | sure


def _periods(read: Iterable[DateClaim]) -> dict[Span, Days]:
    found = ((claim.span, _period(claim.value.edtf)) for claim in read)
    return {span: period for span, period in found if period}


def _period(text: str | None) -> Days | None:
    """The days of a period whose year is known and whose ends are."""
    if text is None or "X" in text or ".." in text:
        return None
    return edtf.interval(text)
