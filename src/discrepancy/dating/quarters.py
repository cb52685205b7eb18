"""The days of a company's fiscal quarter that one document names and another dates.

A deal is to close "in Odeby's first fiscal quarter"; another text says that this one ends on
January 31.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import NamedTuple

from discrepancy.dating import same_event
from discrepancy.dating.documents import Answer, Document, last_printed
from discrepancy.dating.printing import Days, Told
from discrepancy.extraction.dates import fiscal_quarters
from discrepancy.extraction.dates.fiscal_quarters import Quarter
from discrepancy.gathering.likeness import may_be_of_one_story
from discrepancy.patterns import pattern

_WITHIN = timedelta(days=60)
"""Within what time of two printings "the first fiscal quarter" is the same one."""
_ALIKE = 0.35
"""How much of the shorter sentence two must share to tell of one plan of one company."""
_MOST = 40
"""How many accounts that date a quarter must agree: more need not be asked."""


class Named(NamedTuple):
    """A fiscal quarter as one document names it."""

    document: Document
    told: Told
    quarter: Quarter
    days: Days | None
    """Its days, where the document tells them."""


def told(documents: Sequence[Document], weigh: same_event.Weights) -> Iterator[Answer]:
    """The quarters that a document only names and others date."""
    named = [one for document in documents for one in _named(document)]
    dated = [one for one in named if one.days]
    for one in (one for one in named if not one.days):
        tell = list(islice((other for other in dated if _is_same(other, one, weigh)), _MOST))
        if len({other.days for other in tell}) == 1 and tell[0].days:
            yield Answer(one.document, one.told, tell[0].days, tell[0].document)


def _named(document: Document) -> Iterator[Named]:
    meant = document.meant
    for one in document.phrases:
        if quarter := fiscal_quarters.named(one.claim.text):
            yield Named(document, one, quarter, meant.get(one.claim.span))


def _is_same(other: Named, one: Named, weigh: same_event.Weights) -> bool:
    """Whether two documents of one story name the same quarter of one company."""
    here, there = (last_printed(two.document.source) for two in (one, other))
    if not here or not there or abs(here - there) > _WITHIN:
        return False
    number, year = one.quarter
    if other.quarter[0] != number or (year and other.quarter[1] != year):
        return False
    owners = {owner for two in (one, other) if (owner := _owner(two))}
    if len(owners) > 1 or not may_be_of_one_story(other.document.like, one.document.like):
        return False
    return same_event.alikeness(other.told.words, one.told.words, weigh) >= _ALIKE


def _owner(one: Named) -> str | None:
    """Whose quarter it is: "Odeby" of "Odeby's first fiscal quarter"."""
    text, span = one.document.source.text, one.told.claim.span
    before = _possessive().search(text, max(0, span.start - 40), span.start)
    after = _of().match(text, span.end)
    owner = before or after
    return owner[1] if owner else None


_possessive = pattern(r"([A-Z][\w&.-]*?)s?(?: ?['’] ?s|['’]) $")


_of = pattern(r" (?:of|for|at) (?:the )?(?:[A-Z][\w&.-]* )*?([A-Z][\w&.-]*?)s?\b(?! [A-Z])")
