"""The words around a figure that bound it.

>>> from discrepancy.english.numbers.numerals import numeral
>>> def bound(text, at):
...     tokens = Tokens(text)
...     figure = Figure.of(numeral(tokens, at))
...     read_hedge(tokens, figure)
...     return figure.bound.value
>>> bound("at least five", 2), bound("at least about 30", 3), bound("200 or more", 0)
('>=', '>=', '>=')
"""

from functools import cache
from typing import Any, Literal

from discrepancy.claims import Bound, Category
from discrepancy.english.numbers.number_words import cardinal
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import Row, rows, words

Trie = dict[str, Any]
END = "\n"
"""The key of a meaning in a trie: no token is a line break."""
QUOTES = frozenset("\"'“”‘’(")
REACH = 6
OVER = 14
"""Tokens before "over eight years" in which an amount or a verb says what went on for so long."""


_DENIED = {Bound.LESS_THAN: Bound.AT_LEAST, Bound.MORE_THAN: Bound.AT_MOST}
"""What a denied verb makes of a bound: "never housed fewer than 200"."""


class _Hedge(Row):
    bound: Bound
    side: Literal["before", "after"]
    words: tuple[str, ...]
    silent: bool = False


def read_hedge(tokens: Tokens, figure: Figure) -> None:
    """Set bound and hedge of a figure from the words that touch it."""
    if figure.numeral.bound in (Bound.EXACT, Bound.AT_LEAST, Bound.ABOUT):
        _before(tokens, figure)
        if figure.hedge is None:
            _after(tokens, figure)


def _before(tokens: Tokens, figure: Figure) -> None:
    at, end, start, found = figure.first, figure.first, figure.first, None
    for _ in range(3):
        while tokens.word(at - 1) in QUOTES and at > 0:
            at -= 1
        step = _longest_before(tokens, at)
        if step is None:
            break
        end = at if found is None else end
        at, hedge = step
        if hedge.silent:
            continue
        found = hedge.bound if found in (None, Bound.ABOUT) else found
        start = at
    if found is Bound.MORE_THAN and _is_span(tokens, figure, start, end):
        return
    if found is not None and found is not Bound.EXACT:
        if found in _DENIED and tokens.word(start - 2) in words("negations", "of_verbs"):
            found, start = _DENIED[found], start - 2
        _bind(figure, found, (start, end))


def _is_span(tokens: Tokens, figure: Figure, start: int, end: int) -> bool:
    """Tell $7 billion over eight years from "for over eight years" and "over 20 years old"."""
    lasting = figure.category is Category.DURATION or figure.unit in words("counting", "spells")
    if not lasting or tokens.lower[start:end] != ["over"]:
        return False
    behind = tokens.word(figure.last + (tokens.word(figure.last) == "-"))
    if behind in words("counting", "span_nouns"):
        return True  # over a six-year period
    before = tokens.word(start - 1)
    if before == "in" and tokens.word(start - 2) in words("counting", "brought_in"):
        return True  # phased in over three years
    if before in words("counting", "before_over") or behind in words("counting", "behind_over"):
        return False
    told = tokens.lower[max(0, start - OVER) : start]
    sized = any(word[:1].isdecimal() or cardinal(word) for word in told)
    goes_on = words("counting", "over_time") | words("changes", "verbs")
    return sized or start == 0 or not goes_on.isdisjoint(told)


def _bind(figure: Figure, bound: Bound, hedge: tuple[int, int]) -> None:
    figure.hedge = hedge
    if figure.bound is not Bound.RANGE:
        figure.bound = bound


def _longest_before(tokens: Tokens, at: int) -> tuple[int, _Hedge] | None:
    best: tuple[int, _Hedge] | None = None
    node: Trie | None = _trie("before")
    for k in range(at - 1, max(-1, at - 1 - REACH), -1):
        node = node.get(tokens.lower[k]) if node else None
        if node is None:
            break
        if END in node:
            best = (k, node[END])
    return best


def _after(tokens: Tokens, figure: Figure) -> None:
    """Five or more; 200-plus; 300-odd; five people or more."""
    for at in (figure.numeral.last, figure.last, figure.after):
        node: Trie | None = _trie("after")
        for k in range(at, at + 4):
            node = node.get(tokens.word(k)) if node else None
            if node is None:
                break
            if END in node and _stands(tokens, k, node[END]):
                _bind(figure, node[END].bound, (at, k + 1))
                figure.after = max(figure.after, k + 1)
                return


def behind(tokens: Tokens, figure: Figure) -> int:
    """The token behind the figure and a hedge that stands after it: five or more people."""
    node: Trie | None = _trie("after")
    last = figure.last
    for k in range(figure.last, figure.last + 4):
        node = node.get(tokens.word(k)) if node else None
        if node is None:
            break
        if END in node and _stands(tokens, k, node[END]):
            last = k + 1
    return last


def _stands(tokens: Tokens, k: int, hedge: _Hedge) -> bool:
    """Whether the words hedge this figure, not the next: not in "5 + 3", "5, at least 3"."""
    word = tokens.word(k)
    if tokens.capital(k):
        return False  # 737 Max
    if word in ("+", "plus") and tokens.word(k + 1) in ("/", "or"):
        return False  # 45 plus or minus 3
    if word == "+":
        return not tokens.word(k + 1)[:1].isdecimal()
    if word in ("plus", "least", "most", "minimum", "maximum", "approximately", "approx", "more"):
        following = tokens.word(k + 1)
        return not (following[:1].isdecimal() or following in ("$", "£", "€", "than", "about"))
    return True


@cache
def _trie(side: str) -> Trie:
    trie: Trie = {}
    for hedge in rows("hedges", _Hedge):
        if hedge.side != side:
            continue
        for phrase in hedge.words:
            node, cut = trie, Tokens(phrase).lower
            for word in reversed(cut) if side == "before" else cut:
                node = node.setdefault(word, {})
            node.setdefault(END, hedge)
    return trie
