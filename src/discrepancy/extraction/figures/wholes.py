"""Which of two figures is a part of the other: "35 of the 40 passengers", "of the 40, 35"."""

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import Form
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import words
from discrepancy.words import is_stop


def whole_first(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Of the 40 passengers, 35 survived: the whole stands before the part."""
    if left.noun is None or left.unit is None or not right.bare or right.low > left.high:
        return False
    opening = tokens.lower[max(0, left.first - 3) : left.first]
    start = right.hedge[0] if right.hedge else right.first
    return "of" in opening and tokens.lower[left.after : start] in ([","], [",", "only"])


def names_kind(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Whether the second number is part of what the first counts: two new 737 Max jets."""
    written = tokens.word(right.numeral.first)
    if not (left.bare and right.category is Category.COUNT and right.noun):
        return False
    if left.numeral.form is Form.DIGITS and tokens.capital(left.first - 1):
        return False  # a Zorblatt 737 carrying 162 passengers
    if not (written.isdecimal() and len(written) > 2 and right.noun[0] == right.last):
        return False
    between = tokens.lower[left.last : right.first]
    return 0 < len(between) < 3 and all(w.isalpha() and not is_stop(w) for w in between)


def part_of(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Whether `left` is a part of `right`: 35 of the 40 passengers, 8,000 of those 10,000."""
    gap = tokens.lower[left.after : right.hedge[0] if right.hedge else right.first]
    if gap[:2] == ["out", "of"]:
        gap = gap[1:]  # 50 seats out of 75
    if not gap or gap[0] != "of" or len(gap) > 4:
        return False
    if right.category in (Category.AGE, Category.DURATION):
        return False
    plain = all(
        word in words("counting", "of_whole") or word.endswith(("'s", "’s")) for word in gap[1:]
    )
    return plain and left.low <= right.high
