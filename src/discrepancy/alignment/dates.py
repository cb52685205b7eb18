"""Which dates are of one event: the same kind of event, and enough of the same words."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from discrepancy import edtf, tables, undated
from discrepancy.alignment import components
from discrepancy.alignment.events import Dated, apart, dated, rarity, shared
from discrepancy.alignment.slots import Slots
from discrepancy.claims import DateClaim
from discrepancy.finding import Evidence
from discrepancy.group import Group, Link
from discrepancy.source import Source

ENOUGH = 0.45
"""Share of rare words that two clauses must have in common; FEWER where MANY words are, or
where a known kind of event is dated."""
FEWER, MANY = 0.35, 4

FRESH, STALE = 14, 30
"""Days. A day within FRESH of the printed one and a date more than STALE away from it date two
events of a kind: this week's quake and that of 2004."""


def align(sources: Sequence[Source], claims: Iterable[DateClaim]) -> tuple[Group, ...]:
    """The groups of dates that are of one event."""
    texts = {source.id: source.text for source in sources}
    read = (claim for claim in claims if undated.can_be_read(claim))
    ready = dated(sources, (claim for claim in read if not _modifies(claim, texts[claim.source])))
    rare = rarity(ready)
    told: dict[tuple[str, str], set[int]] = {}
    for item in ready:
        told.setdefault((item.event, _label(item)), set()).add(item.document)
    slots = Slots(list(sources))
    links = [
        link
        for a, b in combinations(ready, 2)
        if _may_meet(a, b, told, slots) and (link := _link(a, b, rare, slots))
    ]
    return components.groups("date", links)


def _may_meet(
    a: Dated[DateClaim],
    b: Dated[DateClaim],
    told: dict[tuple[str, str], set[int]],
    slots: Slots,
) -> bool:
    """The hard blocks: one kind of event, in two texts, of which neither tells both dates.

    What one sentence prints in one place is of one event, however far apart the dates.
    """
    if a.event != b.event or a.document == b.document or apart(a.context.names, b.context.names):
        return False
    here, there = undated.beside(a.claim, b.claim)
    if here == there or not here or not there:
        return here == there
    if a.claim.text.lower() == b.claim.text.lower() and a.claim.relative and b.claim.relative:
        return False  # one wording of one wire text, resolved by two printing days
    if _each_has_its_own(a, b):
        return False
    both = told[a.event, _label(a)] & told[b.event, _label(b)]
    return (not both and not _another_time(a, b)) or slots.same(a, b)


def _modifies(claim: DateClaim, text: str) -> bool:
    """A year that only names something: "his 2008 sedan", "the 2004 flood"."""
    if not claim.text.isdigit():
        return False
    before = text[: claim.span.start].split()[-1:]
    return before == [] or before[0].lower() not in tables.words("movers", "before_a_year")


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


def _is_much(a: Dated[DateClaim], b: Dated[DateClaim]) -> bool:
    """Two words in common, or the one thing that both tell the event of: "the pact was signed"."""
    one_thing = len(a.about) == 1 and a.about == b.about and a.definite and b.definite
    return one_thing or len(a.about & b.about) >= 2


def _link(
    a: Dated[DateClaim], b: Dated[DateClaim], rare: dict[str, float], slots: Slots
) -> Link | None:
    share = shared(a, b, rare)
    common = len(a.about & b.about)
    known = a.context.predicate is not None
    if not _is_much(a, b) or share < (FEWER if common >= MANY or known else ENOUGH):
        return None
    because = f"both date the event '{a.event}'"
    told = [Evidence(level="same_event", weight=share, because=because)]
    if slots.same(a, b):
        because = "equal slot of near-identical sentences"
        told.append(Evidence(level="same_slot", weight=share, because=because))
    return Link(a.claim, b.claim, share, tuple(told))
