"""Clock times and parts of the day, with the zone that is stated.

>>> text = "It struck at 0737 GMT, shortly after noon local time, and again on Friday afternoon."
>>> source = Source(id="a", text=text, layout=Layout(sentences=(Span(start=0, end=len(text)),)))
>>> [(claim.text, claim.value.time, claim.value.zone) for claim in read(source)]
[('0737 GMT', '07:37', 'GMT'), ('noon local time', '12:00', 'local time'), \
('afternoon', '12:00', None)]
"""

from collections.abc import Iterator

from discrepancy.claims import Bound, Claim, TimeClaim, TimeValue
from discrepancy.english import until
from discrepancy.extraction.times.clock_words import Moment
from discrepancy.extraction.times.clocks import clocks_in
from discrepancy.extraction.times.parts_of_day import parts
from discrepancy.extraction.times.shapes import SHAPES
from discrepancy.source import Layout, Source
from discrepancy.span import Span


def read(source: Source, claims: tuple[Claim, ...] = ()) -> Iterator[TimeClaim]:
    """The times of a laid-out source, in text order."""
    for sentence in (source.layout or Layout()).sentences:
        told = list(clocks_in(source.text, sentence.start, sentence.end))
        rough = parts(source.text, sentence.start, sentence.end)
        apart = [part for part in rough if not any(_beside(part, clock) for clock in told)]
        for moment in sorted((*told, *apart)):
            yield TimeClaim(
                source=source.id,
                span=Span(start=moment.start, end=moment.end),
                text=source.text[moment.start : moment.end],
                value=TimeValue(
                    time=moment.time,
                    until=moment.until,
                    zone=moment.zone,
                    bound=_bound(source.text, sentence.start, moment),
                ),
            )


def _beside(part: Moment, clock: Moment) -> bool:
    """Whether the part of the day only repeats a clock time: 7 p.m. on Friday night."""
    return part.start < clock.end + 14 and clock.start < part.end + 14


_bound_cue = SHAPES("bound_cue")


_BOUNDS = {
    "about": Bound.ABOUT,
    "after": Bound.MORE_THAN,
    "before": Bound.LESS_THAN,
    "by": Bound.AT_MOST,
}


def _bound(text: str, start: int, moment: Moment) -> Bound:
    if moment.until:
        return Bound.RANGE
    found = _bound_cue().search(text, max(start, moment.start - 28), moment.start)
    if found and until.begins(text, start, moment.start):
        return Bound.EXACT
    return _BOUNDS[found.lastgroup or "about"] if found else Bound.EXACT
