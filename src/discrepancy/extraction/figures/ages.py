"""Figures that the words around make an age.

>>> from discrepancy.english.numbers.numerals import numeral
>>> from discrepancy.extraction.figures.units.unit_words import read_unit
>>> def age(text, at):
...     tokens = Tokens(text)
...     figure = Figure.of(numeral(tokens, at))
...     read_unit(tokens, figure)
...     return read_age(tokens, figure) and (figure.low, figure.high)
>>> age("a 50-year-old man", 1), age("Orla Brandt, 34, was", 3), age("in his early 30s", 3)
((Decimal('50'), Decimal('50')), (Decimal('34'), Decimal('34')), (Decimal('30'), Decimal('33')))
"""

from discrepancy.claims import Bound, Category
from discrepancy.english.numbers.number_words import Form
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import words
from discrepancy.words import is_stop

OLDEST = 120
YOUNGEST = 10
"""The lowest bare number after a name that is taken for an age."""


def read_age(tokens: Tokens, figure: Figure) -> bool:
    """Let the words around make a figure an age; whether they do."""
    told = figure.unit == "year" and _of_ages(tokens, figure)
    if told or (figure.unit in ("year", "month", "week", "day") and _old_behind(tokens, figure)):
        figure.category, figure.rate = Category.AGE, None
        return True
    if figure.unit is not None or not _plausible(figure):
        return False
    if not any(fits(tokens, figure) for fits in (_yo, _decade, _aged, _turned, _apposed)):
        return False
    figure.unit, figure.category = "year", Category.AGE
    return True


def follows_age(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """The second of "two sons, 11 and 14"."""
    gap = tokens.lower[left.last : right.first]
    listed = gap in (["and"], [","], [",", "and"], ["or"])
    listed = listed and tokens.word(right.last) in (",", ".", ";", ")", "", "and", "respectively")
    return listed and right.bare and _plausible(right) and left.category is Category.AGE


def _plausible(figure: Figure) -> bool:
    whole = figure.low == figure.low.to_integral_value()
    return whole and 0 < figure.low <= OLDEST and figure.numeral.scale == 1


def _old_behind(tokens: Tokens, figure: Figure) -> bool:
    """50-year-old, 50 years old, three years of age."""
    at = figure.last
    if tokens.word(at) == "-":
        at += 1
    if tokens.word(at) in ("old", "olds", "old's", "old’s"):
        figure.last = figure.after = at + 1
        figure.trim = 2 if tokens.word(at)[-2:] in ("'s", "’s") else 0
        return True
    if tokens.word(at) == "of" and tokens.word(at + 1) == "age":
        figure.last = figure.after = at + 2
        return True
    return False


def _of_ages(tokens: Tokens, figure: Figure) -> bool:
    """The average age was 54 years."""
    k = figure.first - 1
    return tokens.word(k) in ("was", "is", "of") and tokens.word(k - 1) in ("age", "ages")


def _yo(tokens: Tokens, figure: Figure) -> bool:
    """87 yo."""
    at = figure.last + (tokens.word(figure.last) == "-")
    if tokens.word(at) == "yo":
        figure.last = figure.after = at + 1
        return True
    return False


def _has_years(word: str) -> bool:
    """A boy of 14, a fisherman of 72."""
    return word in words("counting", "of_years") or (word.endswith("man") and len(word) > 5)


def _aged(tokens: Tokens, figure: Figure) -> bool:
    """Aged 43, age 43, at the age of 43, aged from 5, both 51."""
    k = figure.first - 1
    k -= tokens.word(k) in ("just", "only", "about", "around") and tokens.word(k - 1) == "aged"
    before = tokens.word(k)
    if before == "of" and _has_years(tokens.word(k - 1)):
        after = tokens.word(figure.last)  # a man of 40; not: convicted a man of two counts
        return is_stop(after) if after.isalpha() else not after[:1].isdecimal()
    if before in ("of", "from", "between", ":"):
        return tokens.word(k - 1) in ("age", "aged", "ages")
    if before in ("over", "under"):
        if tokens.word(k - 1) in ("aged", "age", "ages"):  # people aged over 75
            return True
        people = tokens.word(k - 1) in words("counting", "aged_people")
        return people and not _counts(figure, tokens.word(figure.last))
    if before == "both":
        return tokens.word(figure.last) in (",", ".", "")
    return before in ("aged", "age", "ages")


def _counts(figure: Figure, after: str) -> bool:
    """Tell workers under one roof, men under two flags from children under five drowned."""
    noun = figure.low == 1 or after.endswith("s")
    return noun and after.isalpha() and not is_stop(after)


def _turned(tokens: Tokens, figure: Figure) -> bool:
    """He was 75. She turned 68 on Saturday. Dies at 75."""
    first = figure.first - (tokens.word(figure.first - 1) in ("about", "around", "just", "only"))
    before, after = tokens.word(first - 1), tokens.word(figure.last)
    if before == "at" and tokens.word(figure.first - 3) == "of":
        return False  # put the number of dead at 43
    if before == "at":
        return _died_before(tokens, figure)
    if before == "turned" or before == "turns":
        return figure.low >= YOUNGEST
    if before not in ("was", "is", "'s", "’s") or figure.numeral.form is not Form.DIGITS:
        return False
    who = _past_brackets(tokens, first - 2)
    if not (
        tokens.word(who) in ("he", "she", "who")
        or tokens.word(who) in words("counting", "kin")
        or _is_name(tokens, who)
        or who < first - 2  # whoever it is, the years of a life stand in the bracket
        or (figure.low >= YOUNGEST and _is_somebody_aside(tokens, who))
    ):
        return False
    return (
        after in (".", ",", ";", "", "at", "when", "and")
        and tokens.word(figure.last + 1) != "least"
    )


def _is_somebody_aside(tokens: Tokens, k: int) -> bool:
    """Whether words in commas close here behind a name that opens: "Mara Hale, a nurse, was 43"."""
    if tokens.word(k) != ",":
        return False
    opened = next((at for at in range(k) if tokens.word(at) == ","), k)
    named = range(max(0, opened - _LONGEST_NAME), opened)
    whole = opened == len(named) > 1  # "Turnout, the board said, was 63"
    return opened < k and whole and all(_is_name(tokens, at) for at in named)


_LONGEST_NAME = 4


_DIED = ("died", "dies", "dead", "die", "dying")

_DAY_AND_ALL = 8
"""Words between "died" and "at 90", a day among them."""


def _died_before(tokens: Tokens, figure: Figure) -> bool:
    """Died at 90; died on 5 July 2020 at 90; died in Norby in May, at 90."""
    last = figure.first - 2
    if tokens.word(last) in _DIED:
        return True
    word = tokens.word(last)
    dated = (
        word == "," or (word.isdecimal() and len(word) == 4) or word in words("labels", "months")
    )
    near = tokens.lower[max(0, last - _DAY_AND_ALL) : last]
    closed = tokens.word(figure.last) in (".", ",", ";", "")
    return dated and closed and figure.low >= YOUNGEST and not set(near).isdisjoint(_DIED)


def _past_brackets(tokens: Tokens, k: int) -> int:
    """The word before a bracket that closes here: Orla Brandt (1931-2019) was 87."""
    k -= tokens.word(k) == "," and tokens.word(k - 1) == ")"
    if tokens.word(k) != ")":
        return k
    opened = next((at for at in range(k, max(k - 12, -1), -1) if tokens.word(at) == "("), 0)
    return opened - 1


def _apposed(tokens: Tokens, figure: Figure) -> bool:
    """A name, 43, was; a name (43); her daughter, 11, from; a name, 20 and a name."""
    written = tokens.word(figure.first)
    if figure.numeral.form is not Form.DIGITS or "." in written or len(written) > 3:
        return False
    before, after = tokens.word(figure.first - 1), tokens.word(figure.last)
    who = figure.first - 2
    if before == "(":
        return after == ")" and figure.low >= YOUNGEST and _is_name(tokens, who)
    if before != ",":
        return False
    if tokens.word(who) in words("counting", "kin"):
        return after in (",", ".", ";", "", "and")
    if not _is_name(tokens, who):
        return False
    return after in (",", ".", ";", "") or (
        figure.low >= YOUNGEST
        and after in ("and", "was", "is", "who", "from", "of", "has", "had")
        and not _counts_on(tokens, figure)
    )


def _counts_on(tokens: Tokens, figure: Figure) -> bool:
    """Whether another number stands behind: in Oslo, 20 and 30 people."""
    return tokens.word(figure.last + 1)[:1].isdecimal()


def _is_name(tokens: Tokens, k: int) -> bool:
    """Whether the word at `k` may end the name of a person: capitalised, no month."""
    if tokens.word(k) == "." and len(tokens.raw(k - 1)) <= 2:  # Jr., 43
        k -= 1
    if tokens.word(k) in words("labels", "months") or tokens.word(k - 1) in words(
        "labels", "months"
    ):
        return False
    return tokens.capital(k)


_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}


def _decade(tokens: Tokens, figure: Figure) -> bool:
    """In her early 30s: 30 to 33."""
    behind = tokens.word(figure.last)
    if behind not in ("s", "'s", "’s") or not tokens.glued(figure.last):
        return False
    if figure.low % 10 or figure.low < 20:
        return False
    at = figure.first - 1 - (tokens.word(figure.first - 1) == "-")
    part = tokens.word(at) if tokens.word(at) in _PARTS else ""
    if part:
        at -= 1
    if tokens.word(at) not in ("his", "her", "their", "its", "my", "your"):
        return False
    low, high = _PARTS[part]
    figure.low, figure.high, figure.bound = figure.low + low, figure.low + high, Bound.RANGE
    figure.first = at + 1
    figure.last = figure.after = figure.last + 1
    return True
