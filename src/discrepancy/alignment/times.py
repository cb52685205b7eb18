"""Which clock times are of one moment: near each other, told of the same things, apart in texts.

Few times stand in a story, and outlets dress one moment in other verbs ("was stopped", "was
driving"); what they share is the hour and who was there. Times that are hours apart ("7 a.m.",
"7 p.m.") are of one moment only where both sentences tell one event in the same words.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import combinations

from discrepancy import tables, words
from discrepancy.alignment import components
from discrepancy.alignment.events import Dated, apart, dated, rarity, shared, two_subjects
from discrepancy.alignment.measurands.parted import other_bearers
from discrepancy.alignment.measurands.slots import Slots
from discrepancy.alignment.weights import shipped
from discrepancy.calendar import zones
from discrepancy.calendar.written_dates import numbers
from discrepancy.claims import TimeClaim
from discrepancy.group import Group, Link
from discrepancy.source import Source

NEAR = 60
"""Minutes between two times that may be told of one moment."""

ENOUGH = 0.15
"""Share of the rarer words that two sentences must have in common, the verb's event apart."""

_ENOUGH_APART = 0.6
"""The same for times that are further apart."""

_SOON = 4 * 60
"""Minutes within which one hardly does a thing twice."""

_DAY = 24 * 60
_NONE = timedelta()


def align(sources: Sequence[Source], claims: Iterable[TimeClaim]) -> tuple[Group, ...]:
    """The groups of clock times that are of one moment."""
    points = (claim for claim in claims if claim.value.until is None)
    ready = dated(sources, points, whole=True)
    rare = rarity(ready)
    told: dict[str, set[int]] = {}
    for item in ready:
        told.setdefault(item.claim.value.time, set()).add(item.document)
    marks = {item: _marks(item, sources[item.document]) for item in ready}
    slots = Slots(list(sources))
    links = [
        link
        for a, b in combinations(ready, 2)
        if _may_meet(a, b, told)
        and (link := _link(a, b, rare, _placed(a, b, slots), one=marks[a] == marks[b]))
    ]
    return components.groups("time", links)


def _may_meet(a: Dated[TimeClaim], b: Dated[TimeClaim], told: dict[str, set[int]]) -> bool:
    """Two texts, of which none gives both times, and times that may be slips for one another."""
    here, there = a.claim.value, b.claim.value
    if a.document == b.document or apart(a.context.names, b.context.names):
        return False
    if here.time == there.time:
        return True
    return not told[here.time] & told[there.time]


def _minutes_apart(a: Dated[TimeClaim], b: Dated[TimeClaim]) -> int:
    ahead = zones.apart(a.claim.value.zone, b.claim.value.zone)
    shift = round((ahead or _NONE).total_seconds() / 60)
    gap = (b.claim.value.minutes - a.claim.value.minutes + shift) % _DAY
    return min(gap, _DAY - gap)


def _link(
    a: Dated[TimeClaim], b: Dated[TimeClaim], rare: dict[str, float], placed: bool, *, one: bool
) -> Link | None:
    """The link of two times.

    Args:
        a: One time.
        b: Another.
        rare: How rare each word is.
        placed: Whether both stand in one place of near-identical sentences.
        one: Whether both sentences have the same marks.
    """
    share = shared(a, b, rare)
    near = a.claim.value.time == b.claim.value.time or _minutes_apart(a, b) <= NEAR
    soon = _minutes_apart(a, b) <= _SOON or _minutes_apart(a, b) == _DAY // 2  # 3 a.m., 3 p.m.
    deed = one and (placed or (soon and (_one_deed(a, b) or _one_thing(a, b))))
    told = len(a.about & b.about) > 1 or (one and _says_no_more(a, b))
    alike = share >= (ENOUGH if near else _ENOUGH_APART) and told
    if not deed and not (alike and (near or (one and _one_event(a, b)))):
        return None
    found = {
        "shared_words": share,
        "same_event": float(bool(a.kinds & b.kinds)),
        "near": float(near),
    }
    return shipped("time").link(a.claim, b.claim, found)


def _one_deed(a: Dated[TimeClaim], b: Dated[TimeClaim]) -> bool:
    """Whether one bearer does one thing to one thing or at one place, on one day.

    The storm crosses the coast, the storm comes ashore near Norby.
    """
    here, there = a.context, b.context
    days = {here.as_of, there.as_of} - {None}
    named = here.bearer and there.bearer and not other_bearers(here, there)
    things = any(word.islower() for word in {*here.of} & {*there.of})
    things = things or not {*here.where}.isdisjoint(there.where)
    return bool(named and things) and bool(a.kinds & b.kinds) and len(days) < 2


def _placed(a: Dated[TimeClaim], b: Dated[TimeClaim], slots: Slots) -> bool:
    """Whether both stand in one place of near-identical sentences, of which one only adds words."""
    adds = a.about <= b.about or b.about <= a.about
    return adds and slots.same(a, b) and not two_subjects(a, b)


def _one_thing(a: Dated[TimeClaim], b: Dated[TimeClaim]) -> bool:
    """Whether one kind of event is told of the same things, or of one at one place, on one day."""
    days = {a.context.as_of, b.context.as_of} - {None}
    definite = a.definite and b.definite and bool(a.kinds & b.kinds) and len(days) < 2
    placed = not {*a.context.where}.isdisjoint(b.context.where)
    here = placed and bool(a.subject) and a.subject == b.subject  # the storm hits, comes ashore
    return definite and bool(a.about) and (here or a.about == b.about)


def _says_no_more(a: Dated[TimeClaim], b: Dated[TimeClaim]) -> bool:
    """Whether two short sentences tell one event of one thing: "the gates opened at seven"."""
    adds = a.about <= b.about or b.about <= a.about
    return adds and bool(a.about & b.about) and bool(a.event) and a.event == b.event


def _one_event(a: Dated[TimeClaim], b: Dated[TimeClaim]) -> bool:
    """Whether one kind of event on one day is told, and one sentence only adds to the other.

    Where each has words of its own ("found the body", "found the car"), two things may be told.
    """
    days = {a.context.as_of, b.context.as_of} - {None}
    adds = a.about <= b.about or b.about <= a.about
    enough = adds and len(a.about & b.about) > 2
    return enough and bool(a.event) and a.event == b.event and len(days) < 2


def _marks(item: Dated[TimeClaim], source: Source) -> frozenset[str]:
    """The words that tell one happening of several: its day, its place in a row."""
    marks = tables.words("date_cues", "one_of_several")
    marks |= numbers("weekday").keys() | numbers("ordinal").keys()
    sentence = item.context.sentence
    read = words.tokens(source.text, sentence.start, sentence.end)
    return frozenset(words.singular(word.lower) for word in read) & marks
