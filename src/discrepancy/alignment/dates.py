"""Which dates are of one event: one verb or noun of happening, and enough of the same words.

Whatever words the two texts use: "convicted in 2011" and "the 2012 conviction" are of one kind, as
synonyms are; near-identical sentences need none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, takewhile
from math import log

from discrepancy import tables
from discrepancy.alignment import components
from discrepancy.alignment.events import (
    Dated,
    apart,
    dated,
    other_ways,
    rarity,
    shared,
    two_subjects,
)
from discrepancy.alignment.measurands.parted import EARLIER, other_bearers
from discrepancy.alignment.measurands.readings import LIKE
from discrepancy.alignment.measurands.slots import Slots
from discrepancy.alignment.weights import shipped
from discrepancy.calendar import edtf, undated
from discrepancy.claims import Bound, Context, DateClaim
from discrepancy.english.heads import head_class
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.source import Source
from discrepancy.words import tokens_before, tokens_behind

YEAR, SEASON = 365, 100
"""Days of a year, and days by which two dates of one season of two years may miss it."""

FRESH, STALE = 14, 30
"""Days. A day within FRESH of the printed one and a date more than STALE away from it date two
events of a kind: this week's quake and that of 2004."""


def align(sources: Sequence[Source], claims: Iterable[DateClaim]) -> tuple[Group, ...]:
    """The groups of dates that are of one event."""
    texts = {source.id: source.text for source in sources}
    read = dated(sources, (claim for claim in claims if undated.can_be_read(claim)))
    ready = [_of_its_noun(item, texts[item.claim.source]) for item in read]
    told: dict[tuple[str, str], set[int]] = {}
    for item in ready:
        for kind in (*item.kinds, ANY):
            told.setdefault((kind, _label(item)), set()).add(item.document)
    story = _Story(rarity(ready), told, Slots(list(sources)), texts)
    return components.groups("date", _links(ready, story))


def _links(ready: Sequence[Dated[DateClaim]], story: "_Story") -> Iterator[Link]:
    """The links of all that may be of one event; none more of one date that is joined already."""
    joined = components.Joined()
    for a, b in _pairs(ready):
        if _told_alike(a, b) and joined.first(a.claim) == joined.first(b.claim):
            continue
        if _may_meet(a, b, story) and (link := _link(a, b, story)):
            joined.join(link)
            yield link


def _pairs(
    ready: Iterable[Dated[DateClaim]],
) -> Iterator[tuple[Dated[DateClaim], Dated[DateClaim]]]:
    """All pairs; of one wording that many texts print, the first few speak for the rest."""
    held: dict[object, list[Dated[DateClaim]]] = {}
    voices, rest = [], []
    for item in ready:
        told = item.claim.text, item.claim.bound, _label(item), item.kinds, item.about, item.phrases
        same = held.setdefault(told, [])
        if len(same) < LIKE:
            same.append(item)
            voices.append(item)
        else:
            rest += [(one, item) for one in same]
    return chain(combinations(voices, 2), rest)


def _told_alike(a: Dated[DateClaim], b: Dated[DateClaim]) -> bool:
    return a.claim.bound is b.claim.bound and _label(a) == _label(b)


@dataclass(frozen=True, slots=True)
class _Story:
    """What is asked of all dates of a story together."""

    rare: Mapping[str, float]
    told: Mapping[tuple[str, str], set[int]]
    """The documents that give a date of one kind of event."""
    slots: Slots
    texts: Mapping[str, str]


def _may_meet(a: Dated[DateClaim], b: Dated[DateClaim], story: _Story) -> bool:
    """The hard blocks: one kind of event, in two texts, of which neither tells both dates.

    What one sentence prints in one place is of one event, however far apart the dates.
    """
    if a.document == b.document or apart(a.context.names, b.context.names) or other_ways(a, b):
        return False
    kinds = a.kinds & b.kinds
    # 3-1 on Sunday and 3-2 on Saturday are two matches
    alike = bool(kinds) or a.numbers == b.numbers
    placed = alike and story.slots.same(a, b) and not two_subjects(a, b)
    if not (kinds or placed or _in_the_same_words(a, b)) or _of_two_rounds(a, b, story.texts):
        return False
    here, there = undated.beside(a.claim, b.claim)
    if here == there or not here or not there:
        return here == there
    if a.claim.text.lower() == b.claim.text.lower() and a.claim.relative and b.claim.relative:
        return False  # one wording of one wire text, resolved by two printing days
    if _each_has_its_own(a, b) or _two_events(a.context, b.context) or _of_two_years(a, b):
        return False
    here, there = _label(a), _label(b)
    both = any(story.told[kind, here] & story.told[kind, there] for kind in kinds or {ANY})
    may = (not both and not _another_time(a, b)) or (placed and (bool(kinds) or not both))
    return may and not _are_terms(a, b)


ANY = ""  # stands for the kind of an event that no verb or noun tells

FEWEST = 3
"""Words that two clauses share at least where no verb or noun of happening says what is dated."""


def _in_the_same_words(a: Dated[DateClaim], b: Dated[DateClaim]) -> bool:
    """Whether two clauses tell of one thing in the same words: "has had a mayor since 2014"."""
    common, most = a.about & b.about, max(len(a.about), len(b.about))
    return len(common) >= max(FEWEST, 0.8 * most) and a.numbers == b.numbers


def _are_terms(a: Dated[DateClaim], b: Dated[DateClaim]) -> bool:
    """Whether both are days up to which something was counted: "by 1 May 12 had died"."""
    up_to = a.claim.bound is b.claim.bound is Bound.AT_MOST
    return up_to and bool(a.numbers and b.numbers)


def _two_events(a: Context, b: Context) -> bool:
    """Whether one only recalls what the other tells."""
    return a.event != b.event and EARLIER in (a.event, b.event)


def _of_two_years(a: Dated[DateClaim], b: Dated[DateClaim]) -> bool:
    """Whether two stretches are of two figures: "sold 41,000 cars in 2019", "37,000 in 2018"."""
    return _other_figures(a, b) and all(_is_stretch(one.claim) for one in (a, b))


def _is_stretch(claim: DateClaim) -> bool:
    """Whether accounts are drawn up for it: a year, a quarter, a month told by its bare name."""
    told = claim.value.edtf  # a Tuesday of no known week has none
    if told is None:
        return False
    bare = claim.text.isalpha() and edtf.precision(told) == "month"
    return bare or edtf.is_reported_on(told)


def _other_figures(a: Dated[DateClaim], b: Dated[DateClaim]) -> bool:
    return bool(a.numbers and b.numbers) and not a.numbers & b.numbers


def _of_its_noun(item: Dated[DateClaim], text: str) -> Dated[DateClaim]:
    """A year that modifies a noun dates this alone: the 2012 conviction, but no sedan's finding."""
    if not _modifies(item.claim, text):
        return item
    head, verb = item.context.head, item.context.verb
    kinds = frozenset((head_class(head),)) if head and head != verb else frozenset()
    return replace(item, kinds=kinds)


def _modifies(claim: DateClaim, text: str) -> bool:
    """A year that only names something: "his 2008 sedan", "the 2004 flood"."""
    if not claim.text.isdigit():
        return False
    return _before(claim, text) not in tables.words("movers", "before_a_year")


def _label(item: Dated[DateClaim]) -> str:
    return item.claim.value.edtf or item.claim.text.lower()


def _each_has_its_own(a: Dated[DateClaim], b: Dated[DateClaim]) -> bool:
    """Each fresh in its own text."""
    return _days_apart(a, b) > FRESH and _is_fresh(a) and _is_fresh(b)


def _another_time(a: Dated[DateClaim], b: Dated[DateClaim]) -> bool:
    """One fresh in its text, and the other long gone."""
    return _days_apart(a, b) > STALE and (_is_fresh(a) or _is_fresh(b))


def _days_apart(a: Dated[DateClaim], b: Dated[DateClaim]) -> int:
    here, there = a.claim.value.edtf, b.claim.value.edtf
    return edtf.days_apart(here, there) if here and there else 0


def _is_fresh(item: Dated[DateClaim]) -> bool:
    told = item.claim.value.edtf
    if not told or item.printed is None or edtf.precision(told) != "day":
        return False
    known = edtf.length(item.printed)
    return known is not None and known <= FRESH + 1 and edtf.days_apart(told, item.printed) <= FRESH


def _link(a: Dated[DateClaim], b: Dated[DateClaim], story: _Story) -> Link | None:
    """The link of two dates, if what they share suffices; since and since are two beginnings."""
    link = shipped("date").link(a.claim, b.claim, _levels(a, b, story))
    if link is None or not _both_begin(a, b, story.texts):
        return link
    here, there = a.claim.value.edtf, b.claim.value.edtf
    if not here or not there or edtf.overlap(here, there):
        return link
    because = "one state has one beginning, and one end"
    judged = Comparison(verdict=Verdict.CONFLICT, level="date.conflict.since", because=because)
    return replace(link, judged=judged)


def _levels(a: Dated[DateClaim], b: Dated[DateClaim], story: _Story) -> dict[str, float]:
    share, common = shared(a, b, story.rare), a.about & b.about
    one_thing = len(a.about) == 1 and a.about == b.about and a.definite and b.definite
    whose = a.context.bearer, b.context.bearer
    bounded = a.claim.bound is not b.claim.bound
    found = {
        "same_slot": float(story.slots.same(a, b) and not two_subjects(a, b)),
        "same_event": float(bool(a.kinds & b.kinds)),
        "known_event": float(a.context.predicate is not None and a.event == b.event),
        "shared_words": share if len(common) > 1 or one_thing else 0.0,
        "many_words": float(min(5, len(common))),
        "same_phrase": float(bool(a.phrases & b.phrases)),
        "one_thing": float(one_thing),
        "same_bearer": float(all(whose) and not other_bearers(a.context, b.context)),
        "other_bearer": float(other_bearers(a.context, b.context)),
        "as_new": float(
            not a.definite and not b.definite and not _named(a) & _named(b) and len(common) < 2
        ),
        "same_bound": float(not bounded and a.claim.bound is not Bound.EXACT),
        "other_bound": float(bounded),
        "other_figures": float(_other_figures(a, b)),
        "far": _far(a, b),
        "own_news": float(a.claim.relative and b.claim.relative and a.printed != b.printed),
        "of_these_days": float(_is_fresh(a) and _is_fresh(b)),
        "modifies": float(
            any(_modifies(one.claim, story.texts[one.claim.source]) for one in (a, b))
        ),
    }
    return {level: value for level, value in found.items() if value}


def _of_two_rounds(a: Dated[DateClaim], b: Dated[DateClaim], texts: Mapping[str, str]) -> bool:
    """Whether two years tell apart what comes again by one name: "the 2009 Norby Cup".

    An act or a treaty of one name comes once.
    """
    named = [_named_by_its_year(one.claim, texts[one.claim.source]) for one in (a, b)]
    return all(named) and not set(named) <= tables.words("date_cues", "acts")


def _named_by_its_year(claim: DateClaim, text: str) -> str:
    """The last word of the name a year belongs to, in lower case: of "the 1997 Docks Act"."""
    if not claim.text.isdigit():
        return ""
    left = tokens_before(text, 0, claim.span.start, 2)
    if len(left) == 2 and left[1].lower == "of" and left[0].text[0].isupper():
        return left[0].lower
    right = tokens_behind(text, claim.span.end, len(text), 4)
    run = list(takewhile(lambda token: token.text[0].isupper(), right))
    return run[-1].lower if run else ""


def _named(one: Dated[DateClaim]) -> set[str]:
    """The words of the names and places of the clause."""
    told = (*one.context.names, *one.context.places, *one.context.where)
    return {word for name in told for word in name.split()}


def _far(a: Dated[DateClaim], b: Dated[DateClaim]) -> float:
    """How far apart the two are, against how finely they are told.

    One season of two years is as near as a slip of the year makes it.
    """
    told = [one.claim.value.edtf for one in (a, b)]
    days = _days_apart(a, b)
    years = all(text and edtf.precision(text) == "year" for text in told)
    if not years and abs(days - YEAR) <= SEASON:
        return 1.0
    return min(4.0, log(max(1.0, days / (3650 if years else 31))))


def _both_begin(a: Dated[DateClaim], b: Dated[DateClaim], texts: Mapping[str, str]) -> bool:
    """Whether "since" stands before both, or "until"."""
    leads = [_before(one.claim, texts[one.claim.source]) for one in (a, b)]
    return leads[0] == leads[1] and leads[0] in ("since", "until", "till")


def _before(claim: DateClaim, text: str) -> str:
    return (text[: claim.span.start].split()[-1:] or [""])[0].lower()
