"""What a bare figure takes from its neighbours: a unit, a noun, the direction of a change.

"from 12 to 15 percent" gives 12 its percent; "3,000 troops, with around 2,000 deployed" gives
2,000 its troops; "killing at least five" counts people by its verb.
"""

from decimal import Decimal
from itertools import pairwise

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import Form
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.counted import counted_noun
from discrepancy.extraction.figures.figure import Figure
from discrepancy.extraction.figures.vetoes import numbering
from discrepancy.tables import words
from discrepancy.words import is_stop, noun_class, singular

LINKS = frozenset(
    ("to", "and", "or", "x", "×", "by", "-", "–", ",", "from", "versus", "vs", "against")
)

NEAR = 8
"""Tokens behind a counted noun within which a figure may leave it out."""


def lend_units(tokens: Tokens, figures: list[Figure]) -> None:
    """Give a bare figure the unit of the next one where only small words part them."""
    for left, right in zip(reversed(figures[:-1]), reversed(figures[1:]), strict=True):
        if not left.bare or left.noun is not None or right.unit is None:
            continue
        start = right.hedge[0] if right.hedge else right.first
        gap = tokens.lower[left.last : start]
        if not gap or len(gap) > 2 or not LINKS.issuperset(gap) or _unlike(gap, left, right):
            continue
        if _is_told_apart(tokens, left, right, gap):
            continue
        if right.category in (Category.AGE, Category.RATIO, Category.SCORE) or right.signed:
            continue
        if gap == ["to"] and left.numeral.scale == 1 and left.high < 1000:
            scale = max(right.numeral.scale, Decimal(1))  # from 15 to 12 million
            left.low, left.high = left.low * scale, left.high * scale
        left.unit, left.rate, left.category = right.unit, right.rate, right.category
        left.noun, left.inherited = right.noun, True


def _is_told_apart(tokens: Tokens, left: Figure, right: Figure, gap: list[str]) -> bool:
    """A crew of eight and 118 passengers; eight – two pilots and six stewards: no eight pilots."""
    if tokens.word(left.first - 1) == "of":
        return tokens.word(left.first - 2) in words("counting", "people_of")
    parted = gap[0] in ("-", "–", "—") and not tokens.glued(left.last)
    closed = tokens.word(right.numeral.last) in ("-", "–", "—")  # seven – perhaps eight – pilots
    return parted and not closed


def _unlike(gap: list[str], left: Figure, right: Figure) -> bool:
    """A list parted by commas is of figures of one size: 3, 4 and 5 percent."""
    return gap == [","] and (
        right.category is Category.COUNT or not left.low * 5 > right.low > left.low / 5
    )


def forget_ones(figures: list[Figure]) -> None:
    """Six smaller ones: the noun is understood."""
    for figure in figures:
        if figure.unit == "one":
            figure.unit, figure.category, figure.noun, figure.elided = (
                None,
                Category.NUMBER,
                None,
                True,
            )


def inherit_nouns(tokens: Tokens, figures: list[Figure], earlier: Figure | None) -> Figure | None:
    """Give bare counts the noun of the count before them; return the last count read."""
    known = earlier
    forget_ones(figures)
    for before, figure in zip((None, *figures), figures, strict=False):
        if figure.category is Category.RANK:
            continue
        if before and _says_again(tokens, before, figure):
            figure.unit, figure.category = before.unit, before.category
        if figure.unit == "other":
            figure.unit = _others(known)
        if figure.bare and _may_count(tokens, figure):
            _take(tokens, figure, known, here=known is not earlier)
        if figure.category is Category.COUNT and figure.unit and figure.low != 1:
            known = figure
    return known


def _says_again(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """It cost 12 million pounds, or 4 million a day: the same money, for each day."""
    if before.category is not Category.MONEY or before.rate or not (figure.bare and figure.rate):
        return False
    start = figure.hedge[0] if figure.hedge else figure.first
    return tokens.lower[before.after : start] in ([",", "or"], ["or"], [",", "that", "is"])


def _others(known: Figure | None) -> str:
    """Seven children and five others are people, a tremor and two others are tremors."""
    if known is None or known.unit is None or noun_class(known.unit) == "person":
        return "person"
    return known.unit


def inherit_ranks(figures: list[Figure], earlier: str | None) -> str | None:
    """Stopped in the fifth round, and in the sixth: the rank before says of what."""
    known = earlier
    for figure in figures:
        if figure.category is Category.RANK:
            if figure.elided:
                figure.unit = known
            known = figure.unit or known
    return known


def _may_count(tokens: Tokens, figure: Figure) -> bool:
    whole = figure.low == figure.low.to_integral_value()
    return whole and not figure.signed and figure.numeral.form is not Form.FRACTION


def _take(tokens: Tokens, figure: Figure, known: Figure | None, *, here: bool) -> None:
    if _children_of(tokens, figure):
        figure.unit, figure.category = "child", Category.COUNT
        return
    if _befalls(tokens, figure):
        figure.unit, figure.category = "person", Category.COUNT
        return
    told = _told_before(tokens, figure)
    if told:
        figure.unit, figure.category = told, Category.COUNT
        return
    beside = here and known is not None and _beside(tokens, figure, known)
    if known is None or not (beside or _elides(tokens, figure, known)):
        return
    figure.unit, figure.category, figure.inherited = known.unit, Category.COUNT, True
    if here and _points_back(tokens, figure) and figure.high <= known.high:
        figure.part_of = known  # seven were hurt, three of them badly


def _children_of(tokens: Tokens, figure: Figure) -> bool:
    """A mother of two was among the dead; the mum-of-two."""
    k = figure.first - 1 - (tokens.word(figure.first - 1) == "-")
    k -= 1 + (tokens.word(k - 1) == "-")
    return tokens.word(k + 1) in ("of", "-") and tokens.word(k) in words("counting", "children_of")


def _told_before(tokens: Tokens, figure: Figure) -> str | None:
    """A mother of 12, a crowd of 22,000, the death toll rose to 11."""
    start = figure.hedge[0] if figure.hedge else figure.first
    k = start - 1 - (tokens.word(start - 1) == "-")
    if tokens.word(k) == "of":
        k -= 1 + (tokens.word(k - 1) == "-")
        return "person" if tokens.word(k) in words("counting", "people_of") else None
    near = tokens.lower[max(0, start - 12) : start]
    if "number" in near[:-1] and near[near.index("number") + 1] == "of":
        found = counted_noun(tokens, start - len(near) + near.index("number") + 2, plural=True)
        return found[1] if found and found[0][1] < start else None
    suffered = next((w for w in reversed(near[-5:]) if w in words("counting", "nought")), None)
    if suffered and not {",", ";", ".", "toll"} & set(near[-5:]):
        return singular(suffered)  # deaths have surpassed 100
    if not {"toll", "population"}.isdisjoint(near) and (
        figure.hedge is not None or tokens.word(start - 1) in words("counting", "before_toll")
    ):
        return "person"
    if tokens.word(start - 1) == "at" and tokens.word(start - 2) in words("counting", "gathered"):
        return "person"  # put the crowd at 70
    if tokens.word(start - 1) == "at" and tokens.word(figure.after) == "the":
        found = counted_noun(tokens, figure.after + 1, plural=True)  # put at 11,000 the soldiers
        return found[1] if found else None
    behind = tokens.lower[figure.after : figure.after + 2]
    if tokens.word(start - 1) in ("numbering", "numbered") or _is_strong(tokens, figure):
        return "person"
    if tokens.word(start - 1) == "number" and numbering(tokens, start - 1):
        return "person"
    if behind == ["on", "board"] or _is_held(tokens, figure):
        return "person"
    return "person" if behind and behind[0] in words("counting", "people_acts") else None


def _is_held(tokens: Tokens, figure: Figure) -> bool:
    """Six remain in hospital; took 31 into custody; "of them" points at what was named before."""
    if _points_back(tokens, figure):
        return False
    behind = tokens.lower[figure.after : figure.after + 4]
    return any(
        way in ("in", "to", "into") and place in ("hospital", "custody")
        for way, place in pairwise(behind)
    )


def _is_strong(tokens: Tokens, figure: Figure) -> bool:
    """Some 3,000 strong: not "3,000 strong men"."""
    after = tokens.word(figure.after + 1)
    return tokens.word(figure.after) == "strong" and (not after.isalpha() or is_stop(after))


def _beside(tokens: Tokens, figure: Figure, known: Figure) -> bool:
    """Whether it goes on with the count before: slipped to 88 units in May from 92."""
    from_level = tokens.word(figure.first - 1) == "from" and tokens.word(known.first - 1) == "to"
    return from_level or _lists(tokens, figure) or _goes_on(tokens, figure, known)


def _goes_on(tokens: Tokens, figure: Figure, known: Figure) -> bool:
    """33 houses were destroyed and 14 damaged; arrested 60 people and fined 15 at the rally."""
    if not 0 <= figure.first - known.after <= NEAR:
        return False
    before, after = tokens.word(figure.first - 1), tokens.word(figure.after)
    if before.endswith("ed") and tokens.word(figure.first - 2) == "and":
        return not after.isalpha() or is_stop(after)
    behind = tokens.word(figure.after + 1)
    done = before == "and" and after.endswith("ed")
    return done and (not behind.isalpha() or is_stop(behind))


def _lists(tokens: Tokens, figure: Figure) -> bool:
    """48 candidates in the north, 46 in the south; seven were hurt, three seriously."""
    before, after = tokens.word(figure.first - 1), tokens.word(figure.after)
    if before == "with" and after in (",", "."):
        return True
    if before in ("-", "–", "—") and not tokens.glued(figure.first):
        return after in _WAYS or (after == "to" and tokens.word(figure.after + 1) in _THE)
    return before in (",", ";", "and", "but") and (after in _WAYS or after.endswith("ly"))


_WAYS = ("in", "from", "for", "by", "at", "on", "with")
_THE = ("the", "his", "her", "their")
"""Hit by seven bullets — three to the back"""


def _befalls(tokens: Tokens, figure: Figure) -> bool:
    """Killing at least five; 22 were injured; five died."""
    start = figure.hedge[0] if figure.hedge else figure.first
    if tokens.word(start - 1) in words("counting", "befall"):
        return True
    after = tokens.lower[figure.after : figure.after + 4]
    for word in after:
        if word in words("counting", "befall") or word in words("counting", "people"):
            return True
        held = is_stop(word) or word in words("counting", "before_befall")
        if not (held or word.endswith("ly")):
            return False
    return False


def _is_pronoun(tokens: Tokens, figure: Figure) -> bool:
    """Whether it points back at things, as in "bring the two together", and counts nothing."""
    return tokens.word(figure.first - 1) == "the"


def _elides(tokens: Tokens, figure: Figure, known: Figure) -> bool:
    """Two of them; around 8,000 deployed; 12 more; and so on: the noun is understood."""
    after, second = tokens.word(figure.after), tokens.word(figure.after + 1)
    if _points_back(tokens, figure):
        return True
    before = tokens.word(figure.first - 1)
    if before in ("to", "against") and known.noun and known.noun[1] == figure.first - 1:
        return True
    if before in ("other", "remaining") and tokens.word(figure.first - 2) == "the":
        return True
    if _opens_a_part(tokens, figure, before) or (
        before in ("with", "from") and tokens.word(figure.first - 2) in ("compared", "up", "down")
    ):
        return True
    if _is_pronoun(tokens, figure) or (after == "more" and second.endswith("ly")):
        return False
    if figure.rate is not None or after in ("fewer", "less"):
        return True
    if figure.elided or after in words("counting", "behind_elided"):
        return True
    closed = after in ("", ".", ",") or after in words("counting", "behind_hedged")
    return figure.hedge is not None and (closed or after.endswith(("ed", "en")))


def _opens_a_part(tokens: Tokens, figure: Figure, before: str) -> bool:
    """Including 12; among them 12; ", with 12 in Hale"."""
    ahead = tokens.word(figure.first - 2)
    listed = before == "with" and ahead == "," and tokens.word(figure.after) in _WAYS
    return before in ("including", "leaving") or (ahead, before) == ("among", "them") or listed


def _points_back(tokens: Tokens, figure: Figure) -> bool:
    """Three of them; two of whom."""
    following = ("them", "whom", "which", "those", "these")
    return tokens.word(figure.after) == "of" and tokens.word(figure.after + 1) in following
