"""Verbs that make a figure the size of a change, not a level.

>>> from discrepancy.english.numbers.numerals import numeral
>>> from discrepancy.extraction.figures.units.unit_words import read_unit
>>> def trend(text, at):
...     tokens = Tokens(text)
...     figure = Figure.of(numeral(tokens, at))
...     read_unit(tokens, figure)
...     read_trend(tokens, figure)
...     return figure.trend and figure.trend.value
>>> trend("sales fell by 5 %", 3), trend("sales rose to 5 %", 3)
('down', None)
"""

from functools import cache

from discrepancy.claims import Category, Trend
from discrepancy.english.numbers.number_words import numbers
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.measures.units import dimension
from discrepancy.tables import Row, rows, words
from discrepancy.words import lemma

QUOTES = frozenset("\"'“”‘’")
REACH = 6
SPENT = frozenset(("lose", "add", "raise"))
"""Verbs that move a sum rather than a level, unless the level follows: it lost $5 million."""
OBJECT = 5
"""Words that may stand between a verb of change and "by"."""


class _Trend(Row):
    trend: Trend
    always: str
    sized: str
    words: str
    after: str


class _Between(Row):
    words: str


def read_trend(tokens: Tokens, figure: Figure) -> None:
    """Mark the figure as the size of a change where a verb of change governs it."""
    if tokens.word(figure.numeral.first) in numbers("multiplied"):
        figure.trend = Trend.UP
        return
    sized = figure.category in (Category.PERCENT, Category.MONEY) or figure.unit == "point"
    behind = _sides("after").get(tokens.word(figure.last))
    beside = tokens.word(figure.last)
    if (
        beside in ("up", "down")
        and sized
        and tokens.word(figure.last + 1) in ("at", "to", "on", "from")
    ):
        behind = _sides("words")[beside]  # closed 14.5p down at 351.75p
    if behind and (figure.category is Category.PERCENT or beside in ("up", "down")):
        figure.trend = behind
        return
    found = _governing(tokens, figure, sized=sized)
    far = figure.unit is not None and dimension(figure.unit) in ("[length]", "[time]")
    fallen = far and words("trends", "levels").isdisjoint(tokens.lower[: figure.first])
    bare = figure.category is Category.NUMBER and tokens.word(figure.first - 1) != "by"
    if found and (sized or not bare) and not fallen:
        figure.trend = found  # who falls 60 feet has not become shorter


def _governing(tokens: Tokens, figure: Figure, *, sized: bool) -> Trend | None:
    """The direction of the verb of change before the figure; "to" in between makes a level."""
    at, by, way = figure.first - 1, False, ""
    floor = max(-1, at - REACH)
    while at > floor and (tokens.word(at) in _between() or tokens.word(at) in QUOTES):
        word = tokens.word(at)
        if word == "to" and tokens.word(at - 1) != "up":
            return None
        if word in ("up", "down") and at == figure.first - 1 and sized:
            break
        if word == "at" and tokens.word(at + 1) != "least":
            return None
        if by and word in ("up", "down"):
            way = word  # put the fare up by 2 kroner
        by = by or word == "by"
        at -= 1
    if by and tokens.word(at + 1) == "by":
        at = _past_object(tokens, at)
    word = tokens.word(at)
    verb = lemma(word)
    if verb == "lose" and by and figure.category in (Category.COUNT, Category.NUMBER):
        return None  # they lost by 24 runs
    found = _sides("always").get(verb)
    sum_alone = figure.category is Category.MONEY and tokens.word(figure.last) not in ("to", "at")
    if found is None and (by or (sized and not (sum_alone and verb in SPENT))):
        found = _sides("sized").get(verb) or _sides("words").get(word) or _sides("words").get(way)
    return found


def _past_object(tokens: Tokens, at: int) -> int:
    """Cut deaths by half, raised its forecast by 5 %: the verb stands before what it changes."""
    for k in range(at, max(-1, at - OBJECT), -1):
        word, verb = tokens.word(k), lemma(tokens.word(k))
        if verb in _sides("always") or verb in _sides("sized"):
            return k
        if not word.isalpha():
            break
    return at


def carry_trend(tokens: Tokens, left: Figure, right: Figure) -> None:
    """Up 17.5 points, or 0.2 %; A fell 2 %, B by 3 %: the second goes the same way."""
    if left.trend is None or right.trend is not None:
        return
    start = right.hedge[0] if right.hedge else right.first
    if tokens.word(start - 1) == "by" and left.category is right.category:
        right.trend = left.trend
    again = right.category is Category.PERCENT or right.unit == "point"
    if again and tokens.lower[left.after : start] in (
        [",", "or"],
        ["or"],
        ["("],
    ):
        right.trend = left.trend


@cache
def _sides(field: str) -> dict[str, Trend]:
    return {w: row.trend for row in rows("trends", _Trend) for w in getattr(row, field).split()}


@cache
def _between() -> frozenset[str]:
    return frozenset(w for row in rows("trends", _Between, "between") for w in row.words.split())


@cache
def moving() -> frozenset[str]:
    """Base forms of the verbs of change, of which the subject moves: "revenue rose"."""
    return frozenset(verb for row in rows("trends", _Trend) for verb in row.always.split())


@cache
def comparing() -> frozenset[str]:
    """Words behind a change that are no noun: "5 % higher"."""
    return frozenset(_sides("after")) | frozenset(_sides("words"))
