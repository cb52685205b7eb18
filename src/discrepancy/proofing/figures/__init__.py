"""A figure of the draft: is it there, of the same thing, equal, rounded, converted or admitted?"""

from dataclasses import replace
from decimal import Decimal

from discrepancy import tables
from discrepancy.claims import Bound, Category, QuantityClaim
from discrepancy.finding import Verdict
from discrepancy.item import Status
from discrepancy.proofing import outdated
from discrepancy.proofing.derived import listed, workings
from discrepancy.proofing.figures import directions, misplaced, rivals, slips
from discrepancy.proofing.figures.pairs import BARE, judged
from discrepancy.proofing.ground import Ground, Match
from discrepancy.proofing.held import Held, words_of
from discrepancy.proofing.told import Told, folded
from discrepancy.proofing.valued import (
    ALIKE,
    Candidates,
    borne_out,
    candidates,
    crossed,
    differs,
)
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import noun_class

LOOSE = 0.15
"""How near a source must speak for a vague or hedged figure to bear an exact one out."""

HEDGED = 0.08
"""How near where both numbers have one hedge: "over 70" of both is hardly chance."""

LETTERS, WORDS = 4, (0.06, 0.12)
"""How near for a number in one word, which any text may have: a long one, a short."""

MARKED = 0.35
"""How near a source must speak for "five others" in it to bear out the draft's "five"."""

NEARER = (0.2, 0.4)
"""How near a source must speak for its figure to be the one that the draft should have, and for a
sum of money, of which a text has many."""

OWN = 0.4
"""How near a source must speak for its figure to be that of the draft's own bearer."""

ELSEWHERE = 0.1
"""How near a source must speak for the figure that it gives of something else to be the draft's."""

FAR = 0.7
"""How near a figure that the draft's may be a slip for is told, as a share of the nearest one."""

HARDLY, TOLD = Decimal("0.03"), 0.03
"""Share by which "more than 3,000" and 3,060 lie apart, and how near a source must speak then."""

NEAR = Decimal("0.3")
"""Share by which a figure may lie beyond another's open bound and still be meant by it."""


def hold(draft: Told, ground: Ground) -> Held:
    """What the sources make of a figure of the draft."""
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    found = candidates(draft, ground, judged)
    elsewhere = [m for m in found.other if m.compared.level == rivals.LEVEL]
    found = replace(found, other=tuple(m for m in found.other if m not in elsewhere))
    kept = Candidates(tuple(m for m in found.same if _bears(claim, m)), found.other)
    if _wants_context(claim):
        kept = replace(kept, same=tuple(m for m in kept.same if m.near >= 0.05))
    if later := outdated.moved_on(draft, kept, ground):
        because = "a later source has moved on"
        return differs(draft, later, ground, "quantity.differs.outdated", because, kept.same[:2])
    nearer = crossed(draft, kept, least=NEARER[claim.category is Category.MONEY])
    if nearer is not None:
        because = "its own figure is told of something else"
        return differs(draft, nearer, ground, "quantity.differs.crossed", because, kept.same[:1])
    if meant := misplaced.instead(draft, kept.same, kept.other):
        because = "the draft's figure stands beside it, of something else"
        return differs(draft, meant, ground, "quantity.differs.crossed", because, kept.same[:1])
    if theirs := _of_another(draft, kept):
        because = "the draft's figure is told of another"
        return differs(draft, theirs, ground, "quantity.differs.crossed", because, kept.same[:1])
    if turned := directions.turned(draft, kept.same, kept.other):
        because = "it goes the other way there"
        return differs(draft, turned, ground, "quantity.differs.direction", because, kept.same[:1])
    if kept.same:
        return borne_out(draft, kept, ground)
    if elsewhere and elsewhere[0].near >= ELSEWHERE:
        own = next((m for m in kept.other if m.near >= ALIKE), elsewhere[0])
        because = "the draft's figure is told of something else"
        more = () if own is elsewhere[0] else elsewhere[:1]
        return differs(draft, own, ground, "quantity.differs.crossed", because, more)
    worked = _in_words(draft, ground) or listed.hold(draft, ground) or workings.hold(draft, ground)
    return worked or _vague(claim, draft.source) or _otherwise(draft, kept, found, ground)


def _of_another(draft: Told, kept: Candidates) -> Match | None:
    """What a source tells of the draft's own bearer, where its figure is told of others only.

    "Alder district had 140 injured", and the sources have 140 in Norby and 70 in Alder.
    """
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    if not draft.bearer or not kept.same or claim.value.low != claim.value.high:
        return None
    if any(not match.told.bearer or _akin(draft, match) for match in kept.same):
        return None
    own = (match for match in kept.other if match.near >= OWN and _akin(draft, match))
    return next((match for match in own if draft.heads & match.told.heads), None)


def _akin(draft: Told, match: Match) -> bool:
    return bool(draft.bearer & match.told.bearer)


def _wants_context(claim: QuantityClaim) -> bool:
    """Whether the figure is so small that it stands in any text: "two", "three"."""
    return claim.category in BARE and abs(claim.value.low) < 10


def _bears(claim: QuantityClaim, match: Match) -> bool:
    """Whether a figure that the ladder lets stand beside the draft's also says the same."""
    other = match.claim
    assert isinstance(other, QuantityClaim)
    if _marked_else(claim, other) and match.near < MARKED:
        return False
    if match.compared.level == "quantity.agreement.number":
        hedged = claim.value.bound is other.value.bound is not Bound.EXACT
        wanted = HEDGED if hedged else LOOSE
        return match.near >= wanted or slips.precise(claim.value.low) > 2
    if match.compared.verdict is not Verdict.COMPATIBLE:
        return True
    here, there = claim.value, other.value
    if min(slips.precise(here.low), slips.precise(there.low)) > 2:
        return False  # "as many as 786" is not said of 768
    if there.low != there.high:
        return match.near >= LOOSE and there.low <= here.low <= there.high
    away = abs(match.compared.difference or 0)
    told = slips.precise(there.low) > 2 and away <= HARDLY
    return match.near >= (TOLD if told else LOOSE) and away <= NEAR


def _marked_else(claim: QuantityClaim, other: QuantityClaim) -> bool:
    """Whether words beside one figure make it another: "five others", "five seconds later"."""
    here, there = (
        {*one.context.qualifiers, one.context.predicate} if one.context else set()
        for one in (claim, other)
    )
    added = ("addition" in here) != ("addition" in there)
    return added or ("offset" in there and "offset" not in here)


def _in_words(draft: Told, ground: Ground) -> Held | None:
    """The very words of the figure in a source's text, where no reader made a claim of them."""
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    if claim.category is Category.AGE and claim.text.isdigit():
        return None  # a number alone is anybody's age
    wanted = _wanted(claim)
    places = []
    for number, span, sentence in ground.spoken(claim.text):
        if _counts_else(claim, span, ground.sources[number].id, ground):
            continue
        near = ground.weights.alike(draft.sentence, sentence - folded(claim.text))
        if near >= wanted:
            places.append((near, number, span))
    if not places:
        return None
    places.sort(key=lambda place: (-place[0], place[1], place[2]))
    evidence = tuple(words_of(ground.sources[n], span, "agreement") for _, n, span in places[:5])
    outlet = ground.sources[places[0][1]]
    because = f'{outlet.outlet or outlet.id} has the words "{claim.text}" too.'
    return Held(Status.BORNE_OUT, "quantity.agreement.words", because, evidence)


def _wanted(claim: QuantityClaim) -> float:
    """How near a source must speak for the very words of a figure in it to be the draft's."""
    short = len(claim.text) <= LETTERS
    if slips.precise(claim.value.low) > 2 or not (short or claim.text.isalpha()):
        return 0.0
    marked = "-" in claim.text or " " in claim.text
    return 0.0 if marked else WORDS[short]


def _counts_else(claim: QuantityClaim, span: Span, source: str, ground: Ground) -> bool:
    """Whether a source's words count something else: "27 marathons", not "27 days"."""
    read = (c for c in ground.claims[source] if isinstance(c, QuantityClaim))
    return any(one.span.overlaps(span) and _is_else(claim, one) for one in read)


def _is_else(claim: QuantityClaim, other: QuantityClaim) -> bool:
    here, there = (one.context.predicate if one.context else None for one in (claim, other))
    if here and here == there:
        return False  # "arrested four people", "the four arrests"
    spans = Category.DURATION  # "seven seasons" are seven years
    if claim.category is not other.category and claim.category is not spans:
        return False
    if claim.category not in (Category.COUNT, spans):
        return False
    here, there = claim.value.unit, other.value.unit
    named = bool(here and there) and noun_class(here or "") != noun_class(there or "")
    return named or _marked_else(claim, other)


def _vague(claim: QuantityClaim, source: Source) -> Held | None:
    """A word such as "dozens" sums up what sources may tell one by one."""
    said = claim.text.lower().split()
    if said == ["one"]:  # "one headline had it", "one of eight": it points, and counts nothing
        because = f'"{claim.text}" may point to one, and count nothing.'
        return Held(Status.OPEN, "quantity.open.one", because)
    if claim.category is Category.COUNT and _is_compound(claim, source):
        because = f'"{claim.text}" may be counted from what the sources tell one by one.'
        return Held(Status.OPEN, "quantity.open.compound", because)
    if said[0] not in tables.words("proofing", "vague"):
        return None
    if claim.value.bound not in (Bound.ABOUT, Bound.AT_LEAST, Bound.RANGE, Bound.MORE_THAN):
        return None
    because = f'No source has "{claim.text}"; it may sum up what they tell one by one.'
    return Held(Status.OPEN, "quantity.open.vague", because)


def _is_compound(claim: QuantityClaim, source: Source) -> bool:
    """Whether it counts the parts of one thing: "a two-vehicle crash"."""
    behind = source.text[claim.span.end : claim.span.end + 2]
    return _wants_context(claim) and behind[:1] == "-" and behind[1:].isalpha()


def _otherwise(draft: Told, kept: Candidates, found: Candidates, ground: Ground) -> Held:
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    if claim.value.bound is Bound.RANGE and found.same:
        return borne_out(draft, found, ground)
    named = [(slips.of_figures(claim, match), match) for match in kept.other[:8]]
    least = max([ALIKE / 2, *(FAR * match.near for _, match in named[:1])])
    likely = [row for row in named if row[0][0] != "else" and row[1].near >= least]
    nearest = likely[0] if likely else next(iter(named), None)
    if nearest and (likely or nearest[1].near >= ALIKE):
        (slip, because), match = nearest
        return differs(draft, match, ground, f"quantity.differs.{slip}", because, kept.other[:3])
    because = f'No source gives "{claim.text}", or another figure of the same thing.'
    return Held(Status.NOT_FOUND, "quantity.not_found", because)
