"""The day in a draft's dateline: "KERRIN, July 3, 2013". It is no claim, and a source may have it.

A draft may be of a later day than all its sources, so that a day which none of them has is open.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from discrepancy.calendar import edtf, written_dates
from discrepancy.claims import DateClaim
from discrepancy.item import Quoted, Status
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import Held, passage, words_of
from discrepancy.source import Source
from discrepancy.span import Span

OPENING = 400
"""Characters of a draft in which its dateline stands."""

SHOWN = 5


def items(draft: Source, taken: Iterable[Span], ground: Ground) -> Iterator[tuple[str, Span, Held]]:
    """Kind, span and status of the day in the dateline, where no claim was read from it."""
    held = tuple(taken)
    written = [(one.span, one.edtf) for one in written_dates.find(draft.text, 0, OPENING)]
    named = [
        (Span(start=found.start(1), end=found.end(1)), found[1])
        for found in _weekday_line().finditer(draft.text, 0, OPENING)
    ]
    for span, day in (*written, *named):
        if not any(span.overlaps(other) for other in held):
            shown = tuple(_told(day, ground))[:SHOWN]
            because = f'The sources have "{span.of(draft.text)}" too.'
            if shown:
                yield "date", span, Held(Status.BORNE_OUT, "date.agreement.printed", because, shown)
            else:
                because = "It is the draft's own day; no source is of it."
                yield "date", span, Held(Status.OPEN, "date.open.printed", because)


def _told(day: str, ground: Ground) -> Iterator[Quoted]:
    """The places of the sources that print or tell this day."""
    for source in ground.sources:
        claims = (one for one in ground.claims[source.id] if isinstance(one, DateClaim))
        heads = (
            words_of(source, one.span, "agreement")
            for one in written_dates.find(source.text, 0, OPENING)
            if one.edtf == day
        )
        told = (passage(one, "agreement") for one in claims if _is(one, day))
        yield from list(chain(heads, told))[:2]


def _is(claim: DateClaim, day: str) -> bool:
    told = claim.value.edtf
    if day[:1].isalpha():  # a weekday
        named = claim.text.lower().endswith(day.lower())
        return named or (told is not None and _weekday(told) == day)
    return told == day


def _weekday(told: str) -> str | None:
    return f"{edtf.interval(told)[0]:%A}" if edtf.precision(told) == "day" else None


@cache
def _weekday_line() -> re.Pattern[str]:
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    return re.compile(rf"(?m)^[A-Z][\w .'()-]+(?:,[\w .'()-]+)?,\s+({days})\s*$")
