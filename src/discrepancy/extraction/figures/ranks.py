"""Ranks: "the 21st coach", "12th place", "the fourth election"; the first three say too little.

>>> figure = rank(Tokens("finished in 12th place"), 2)
>>> figure and (figure.low, figure.unit, figure.category.value)
(Decimal('12'), 'place', 'rank')
>>> rank(Tokens("in the 20th century"), 2) is None
True
"""

from decimal import Decimal

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import Form, Numeral, cardinal, numbers
from discrepancy.english.numbers.ordinals import ENDINGS, joined, ordinal
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.counted import counted_noun
from discrepancy.extraction.figures.figure import Figure
from discrepancy.tables import words
from discrepancy.words import noun_class, singular


def _ranks(before: str) -> bool:
    """Whether a word goes before an ordinal that ranks: the, his, the country's."""
    return before in words("counting", "before_rank") or before.endswith(("'s", "’s"))


def _is_placed(tokens: Tokens, i: int) -> bool:
    """Finished fourth, came second, sit 11th."""
    return tokens.word(i - 1) in words("counting", "placed")


def _in_place(tokens: Tokens, i: int, last: int) -> bool:
    """In fifth place, into second place."""
    return tokens.word(i - 1) in words("counting", "before_place") and tokens.word(last) == "place"


def _stands_alone(tokens: Tokens, last: int) -> bool:
    return tokens.word(last) in words("counting", "behind_place") or not tokens.word(last)


def _place(first: int, last: int, value: Decimal) -> Figure:
    figure = Figure.of(Numeral(first, last, value, value, Form.WORDS))
    figure.category, figure.unit = Category.RANK, "place"
    return figure


def rank(tokens: Tokens, i: int) -> Figure | None:
    """The rank that begins at token `i`, with what it ranks."""
    word = tokens.word(i)
    if numbered := _numbered(tokens, i):
        return numbered
    if word in numbers("podium"):
        value, last = numbers("podium")[word], i + 1
        if not (_is_placed(tokens, i) or _in_place(tokens, i, last)):
            return _ordered(tokens, i, value, last) if _ranks(tokens.word(i - 1)) else None
    elif found := ordinal(tokens, i):
        value, last = found
        led = _ranks(tokens.word(i - 1)) or _is_placed(tokens, i) or _in_place(tokens, i, last)
        if not (word.isdecimal() or led):
            return _unread(tokens, i)
    else:
        return None
    return _ranked(tokens, i, value, last) or _unread(tokens, i)


def _orders_only(noun: str) -> bool:
    return noun in words("counting", "no_rank")


def _is_told(tokens: Tokens, i: int, last: int) -> bool:
    """The eighth person to die; for the fifth time: here such nouns rank all the same."""
    if tokens.word(last) == "time":
        return tokens.word(i - 2) == "for"
    return tokens.word(last) == "person" and tokens.word(last + 1) in ("to", "who", "killed")


def _ordered(tokens: Tokens, i: int, value: Decimal, last: int) -> Figure | None:
    """His second title, the third floor, the second-largest port, the third woman to win it.

    "The second man said" orders a tale.
    """
    found = _ranked(tokens, i, value, last)
    if found is None or found.unit is None or found.noun is None:
        return None
    told = found.unit in words("counting", "ordered") or found.noun[0] > last
    behind = tokens.word(found.noun[1])
    somebody = noun_class(found.unit) == "person" and behind == "to"  # the first woman to hold it
    if value == 1 and (not (told or somebody) or found.unit == "time"):
        return None  # for the first time, the first firm to drill
    straight = tokens.word(last) in words("counting", "in_a_row")
    return found if told or straight or behind == "to" else None


def _past_superlative(tokens: Tokens, at: int) -> int:
    """The token behind "-largest" or "most populous"; the token itself where none stands there."""
    k = at + (tokens.word(at) == "-")
    if tokens.word(k) in ("most", "least") and tokens.word(k + 1).isalpha():
        return k + 2
    return k + 1 if tokens.word(k).endswith("est") and len(tokens.word(k)) > _EST else at


_EST = 4
"""Letters that a superlative has more than: "oldest", not "west"."""


def _numbered(tokens: Tokens, i: int) -> Figure | None:
    """The number 19 shirt, wears number 7, the No. 3 seed: which one, not how many."""
    word = tokens.word(i)
    value = Decimal(word) if word.isdecimal() and len(word) < _LONG else cardinal(word)
    k = i - 1 - (tokens.word(i - 1) == "." and tokens.word(i - 2) == "no")
    if value is None or tokens.word(k) not in ("number", "no"):
        return None
    figure = Figure.of(Numeral(i, i + 1, value, value, Form.WORDS))
    figure.category = Category.RANK
    if tokens.word(i + 1) in words("counting", "numbered"):
        figure.noun, figure.unit = (i + 1, i + 2), singular(tokens.word(i + 1))
        figure.after = i + 2
        return figure
    figure.unit = "shirt"
    if tokens.word(k - 1) in words("counting", "shirts"):
        return figure  # shirt number 23
    worn = words("counting", "wear")
    if tokens.capital(k - 1) and any(tokens.word(at) in worn for at in range(k)):
        return figure  # "Hale wears number 7, Norby number 9"
    k -= tokens.word(k - 1) == "the"
    return figure if tokens.word(k - 1) in worn else None


_LONG = 4
"""Digits from which a number is no shirt's."""


def _unread(tokens: Tokens, i: int) -> Figure | None:
    """What keeps "twenty" of "twenty-first" from being read, where that is no rank."""
    found = joined(tokens, i)
    if found is None:
        return None
    figure = Figure.of(Numeral(i, found[1], found[0], found[0], Form.WORDS))
    figure.struck = True
    return figure


def _ranked(tokens: Tokens, i: int, value: Decimal, last: int) -> Figure | None:
    if _is_placed(tokens, i) and _stands_alone(tokens, last):
        return _place(i, last, value)
    figure = Figure.of(Numeral(i, last, value, value, Form.WORDS))
    last = _past_superlative(tokens, last)
    behind = tokens.word(last)
    figure.category = Category.RANK
    if behind in words("counting", "behind_rank") or not behind:
        figure.elided = tokens.word(i - 1) == "the"
        return figure if figure.elided else None
    if not behind.isalpha() or (_orders_only(behind) and not _is_told(tokens, i, last)):
        return None
    if tokens.capital(last) and (tokens.capital(i) or tokens.word(i + 1) in ENDINGS):
        return None  # the Fifth Amendment
    found = counted_noun(tokens, last, plural=False)
    if found is None or (_orders_only(found[1]) and not _is_told(tokens, i, last)):
        return None
    figure.noun, figure.unit = found
    figure.after = figure.noun[1]
    return figure
