"""Two neighbouring figures that are one range, one share, one score.

>>> from discrepancy.english.numbers.numerals import numeral
>>> tokens = Tokens("between 5 and 6 million")
>>> low, high = (Figure.of(numeral(tokens, at)) for at in (1, 3))
>>> one = joined(tokens, low, high)
>>> one and (one.low, one.high)
(Decimal('5E+6'), Decimal('6E+6'))
"""

from dataclasses import replace
from decimal import Decimal

from discrepancy.claims import Bound, Category
from discrepancy.english.numbers.number_words import Form
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import words
from discrepancy.words import noun_class

DASHES = frozenset("-–—‑−")
FEW = 20
TEN, HUNDRED = 10, 100
ROUND = frozenset((*range(2, 11), 12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000))
"""Wholes of which shares are told: one in five, 3 in 1,000."""


def joined(tokens: Tokens, left: Figure, right: Figure) -> Figure | None:
    """The one figure that two neighbours make, None where they are two."""
    gap = tokens.lower[left.last : _start(tokens, right)]
    if gap in (["out", "of"], ["in"], ["in", "every"], ["out", "of", "every"]):
        return _share(tokens, left, right, gap)
    if gap in (["±"], ["+", "/", "-"], ["plus", "or", "minus"]):
        return _with_margin(left, right)
    if not _links(tokens, left, gap) or left.noun is not None or _is_year(tokens, left):
        return None
    if left.bound is not Bound.EXACT or right.bound is not Bound.EXACT:
        return None
    if gap == ["to"] and _is_proportion(tokens, left, right):
        return _proportion(left, right)
    if len(gap) == 1 and gap[0] in DASHES and _is_score(tokens, left, right):
        return _score(left, right)
    if "".join(gap) in DASHES and left.numeral.form is not right.numeral.form:
        return None
    if not _same_kind(left, right) or _two_levels(tokens, left, right, gap):
        return None
    return _range(tokens, left, right, gap)


def _start(tokens: Tokens, figure: Figure) -> int:
    return figure.first


def _with_margin(left: Figure, right: Figure) -> Figure | None:
    """4.2 kg ± 0.3 kg; 45 percent plus or minus 3: the first is meant, not quite surely."""
    if left.noun is not None or right.high > left.high or right.signed:
        return None
    found = replace(left)
    found.last = found.after = right.last
    found.bound, found.noun = Bound.ABOUT, right.noun
    if found.unit is None:
        found.unit, found.category = right.unit, right.category
    return found


def _links(tokens: Tokens, left: Figure, gap: list[str]) -> bool:
    match gap:
        case [dash] if dash in DASHES:
            return True
        case (
            ["to"]
            | ["through"]
            | ["or"]
            | ["-", "to"]
            | ["-", "or"]
            | ["–", "to"]
            | ["to", "about"]
        ):
            return True
        case ["-", "to", "-"]:
            return True
        case ["and"] | ["to", "around"]:
            return "between" in tokens.lower[max(0, left.first - 3) : left.first]
    return False


def _is_year(tokens: Tokens, figure: Figure) -> bool:
    written = tokens.word(figure.numeral.first)
    bare = figure.unit is None or figure.category is Category.COUNT
    return bare and len(written) == 4 and written.isdecimal() and "1500" <= written <= "2099"


def _same_kind(left: Figure, right: Figure) -> bool:
    if left.unit is None or left.unit == right.unit:
        return True
    return right.unit is None and right.noun is None


def _two_levels(tokens: Tokens, left: Figure, right: Figure, gap: list[str]) -> bool:
    """A change and a level, or two levels: rose by 1,200 to 15,000, fell from 12 to 15."""
    if gap != ["to"]:
        return False
    before = tokens.word(left.first - 1)
    each = (left.signed and right.signed) or None not in (left.unit, right.unit)
    if each and before in words("changes", "verbs"):
        return True  # dropped $100 to $1199, fell 3 percent to 21 percent
    if before == "by" and right.high > 3 * left.low:
        return True
    near = tokens.lower[max(0, left.first - 8) : left.first]
    if before != "from" and right.unit is not None:
        return False
    return before != "by" and not words("changes", "verbs").isdisjoint(near)


def _range(tokens: Tokens, left: Figure, right: Figure, gap: list[str]) -> Figure | None:
    low, high = _scaled(tokens, left, right, gap)
    alone = left.unit is not None and right.unit is None
    if (
        not low < high
        or (alone and right.numeral.scale == 1 and high > 20 * low)
        or (gap == ["or"] and not _are_near(low, high))
    ):
        return None
    if not {left.numeral.form, right.numeral.form} <= {Form.DIGITS, Form.WORDS}:
        return None
    found = replace(right)
    found.first, found.low, found.high, found.bound = left.first, low, high, Bound.RANGE
    found.signed = left.signed or right.signed
    if right.unit is None and left.unit is not None:
        found.unit, found.rate, found.category = left.unit, left.rate, left.category
    return found


def _are_near(low: Decimal, high: Decimal) -> bool:
    """Whether "or" parts a few from a few more, not one thing from another: two or three."""
    step = Decimal(1).scaleb(low.adjusted())
    if low >= step >= TEN and low % step == 0 == high % step and high - low <= step:
        return True  # 40 or 50, 500 or 600
    return high - low <= max(Decimal(1), low) and low <= FEW and low == int(low)


def _scaled(tokens: Tokens, left: Figure, right: Figure, gap: list[str]) -> tuple[Decimal, Decimal]:
    """Lend an elided scale: $1 to 2 million, 1.5 million to 2, 10-12,000."""
    low, high = left.low, right.high
    if left.numeral.scale == 1 and right.numeral.scale >= 1000:
        lifted = low * right.numeral.scale
        if lifted < high and low < 1000:
            return lifted, high
    if right.numeral.scale == 1 and left.numeral.scale >= 1000 and high < low:
        return low, high * left.numeral.scale
    thousands = "," in tokens.word(right.numeral.first) and right.low % 1000 == 0
    if thousands and gap[0] in DASHES and low * 1000 < high and low < 1000:
        return low * 1000, high
    return low, high


# --- scores and shares ------------------------------------------------------------------------


def _is_score(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """24-17, 3-1, 52-48: bare digits that fall, or that stand beside a word of winning."""
    if not (left.bare and left.signed is False and _whole(tokens, left) and _whole(tokens, right)):
        return False
    if not (tokens.glued(left.last) and tokens.glued(right.first)):
        return False
    if right.category not in (Category.NUMBER, Category.COUNT):
        return False
    near = set(tokens.lower[max(0, left.first - 5) : left.first]) | set(
        tokens.lower[right.last : right.last + 6]
    )
    won = not words("changes", "contests").isdisjoint(near)
    if right.low <= left.low:
        return True
    return won and right.low < 200


def _whole(tokens: Tokens, figure: Figure) -> bool:
    written = tokens.word(figure.numeral.first)
    return (
        written.isdecimal()
        and len(written) <= 3
        and figure.numeral.last == figure.numeral.first + 1
    )


def _score(left: Figure, right: Figure) -> Figure:
    found = replace(right)
    found.first, found.category, found.unit, found.noun = left.first, Category.SCORE, None, None
    found.low, found.high = min(left.low, right.low), max(left.low, right.low)
    found.bound = Bound.RANGE
    found.last = found.after = right.numeral.last
    return found


def _share(tokens: Tokens, left: Figure, right: Figure, gap: list[str]) -> Figure | None:
    """4 out of 5, one in five."""
    if (
        not (0 < left.low < right.low)
        or left.unit
        or left.noun
        or right.category
        not in (
            Category.NUMBER,
            Category.COUNT,
        )
    ):
        return None
    if "every" not in gap and gap[0] == "in" and not _plain_share(tokens, left, right):
        return None
    found = replace(right)
    found.first = left.first
    found.low = found.high = left.low / right.low
    found.category, found.unit = Category.RATIO, None
    found.last = right.numeral.last
    return found


def _is_proportion(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """A ratio of 3 to 1; outnumbered by two to one."""
    if not (left.bare and right.bare and 0 < right.low <= left.low):
        return False
    near = tokens.lower[max(0, left.first - 8) : left.first]
    return not words("changes", "proportions").isdisjoint(near)


def _proportion(left: Figure, right: Figure) -> Figure:
    found = replace(right)
    found.first, found.category = left.first, Category.RATIO
    found.low = found.high = left.low / right.low
    return found


def _plain_share(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """One in five, two in three: not "two in five days", not "12 in six boxes"."""
    alone = left.low == 1 and right.low >= HUNDRED  # 1 in 500 users
    if right.low not in ROUND and not (alone and len(right.low.normalize().as_tuple().digits) == 1):
        return False
    people = _counts_people(right)
    rare = people and left.low < 100 <= right.low  # 3 in 1,000
    return left.low == 1 or rare or (left.low < 10 and right.low <= 10 and people)


def _counts_people(figure: Figure) -> bool:
    return figure.unit is None or noun_class(figure.unit) == "person"


def between_bounds(tokens: Tokens, left: Figure, right: Figure) -> Figure | None:
    """Two bounds that make one range: greater than 100 and smaller than 300; from 5 up to 9."""
    if _from_up_to(tokens, left, right):
        return _bounded(left, right, left.low, right.high)
    if right.hedge is None or left.hedge is None or left.unit or left.noun:
        return None
    if tokens.lower[left.last : right.hedge[0]] != ["and"]:
        return None
    floors, ceilings = (Bound.MORE_THAN, Bound.AT_LEAST), (Bound.LESS_THAN, Bound.AT_MOST)
    if left.bound in floors and right.bound in ceilings and left.low < right.low:
        low, high = left.low, right.low
    elif left.bound in ceilings and right.bound in floors and right.low < left.low:
        low, high = right.low, left.low
    else:
        return None
    return _bounded(left, right, low, high)


def _from_up_to(tokens: Tokens, left: Figure, right: Figure) -> bool:
    start = right.hedge[0] if right.hedge else right.first
    if start != left.last or right.bound is not Bound.AT_MOST or left.high >= right.low:
        return False
    return tokens.word(left.first - 1) == "from" and left.unit in (None, right.unit)


def _bounded(left: Figure, right: Figure, low: Decimal, high: Decimal) -> Figure:
    found = replace(right)
    found.first, found.low, found.high, found.bound = left.first, low, high, Bound.RANGE
    found.hedge = left.hedge
    return found
