"""What a date leaves open and another document of its story tells: its year, a quarter's days.

The documents that may have such dates are few, and are read again with what is known by now.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from discrepancy.calendar import edtf, written_dates
from discrepancy.dating import quarters, recalled, same_event
from discrepancy.dating.documents import Answer, last_printed, read
from discrepancy.extraction.dates import fiscal_quarters, reckoning
from discrepancy.source import Elsewhere, Source


def told_elsewhere(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources; those that leave a date open with what others tell of it.

    What was told of a source is kept where it stands alone, and told anew in another company.
    """
    if len(sources) < 2:
        return tuple(sources)
    bare = [source.model_copy(update={"elsewhere": ()}) for source in sources]
    asked = _in_question(bare)
    documents = [read(one) for one in sorted(bare, key=lambda one: one.id) if one.id in asked]
    weigh = same_event.Weights(
        [frozenset().union(*(one.words for one in document.phrases)) for document in documents]
    )
    found: dict[str, list[Elsewhere]] = {}
    for answer in chain(quarters.told(documents, weigh), recalled.told(documents, weigh)):
        found.setdefault(answer.document.source.id, []).append(_elsewhere(answer))
    return tuple(_with(source, found.get(source.id, ())) for source in bare)


def _elsewhere(answer: Answer) -> Elsewhere:
    days = edtf.of_days(*answer.days)
    return Elsewhere(span=answer.told.claim.span, edtf=days, source=answer.by.source.id)


def _with(source: Source, answers: Sequence[Elsewhere]) -> Source:
    return source.model_copy(update={"elsewhere": tuple(answers)}) if answers else source


def _in_question(sources: Sequence[Source]) -> set[str]:
    """The documents that name a fiscal quarter, or a day that some leave open between years."""
    years: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    is_open: set[str] = set()
    for source in sources:
        last = last_printed(source)
        for day in _named_days(source.text):
            template = f"XXXX{day[4:]}"
            if day == template:
                is_open.add(template)
                day = reckoning.nearest(day, last, ahead=False) if last else day
            years.setdefault(template, set()).add(day[:4])
            named.setdefault(template, set()).add(source.id)
    of_quarters = {source.id for source in sources if fiscal_quarters.are_named(source.text)}
    return of_quarters.union(*(named[day] for day in is_open if len(years[day]) > 1))


_BESIDE = 12
"""Characters before and after the name of a month within which its day and year stand."""


def _named_days(text: str) -> Iterator[str]:
    """The days that a text writes with the name of a month, with their year or "XXXX"."""
    at = 0
    for month in _month().finditer(text):
        for written in written_dates.find(
            text, max(at, month.start() - _BESIDE), month.end() + _BESIDE
        ):
            at = written.span.end
            if edtf.precision(written.edtf.replace("XXXX", "2000")) == "day":
                yield written.edtf


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{written_dates.choice('month')})\b", re.IGNORECASE)
