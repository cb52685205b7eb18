"""Whole numbers in words where a pattern looks for them: "twenty-five", "a hundred and one".

The numerals of a figure are read from tokens (`numerals`); a phrase of a date or a time is found by
a regular expression, which takes the words from here and gives them back to be counted.

>>> [worth(words) for words in ("25", "a", "thirty-one", "one hundred and twenty", "a dozen")]
[25, 1, 31, 120, 12]
>>> worth("few") is None
True
"""

from collections.abc import Iterable
from functools import cache

from discrepancy.english.numbers.number_words import Form, numbers
from discrepancy.english.numbers.numerals import numeral
from discrepancy.english.tokens import Tokens
from discrepancy.tables import words


@cache
def in_words() -> str:
    """Numbers below a million in words, as the inside of a regular expression, longest first.

    >>> import re
    >>> re.findall(in_words(), "twenty-one, fourteen, two thousand and six, half a dozen, four")
    ['twenty-one', 'fourteen', 'two thousand and six', 'half a dozen', 'four']
    """
    cardinals = {word: value for word, value in numbers("cardinal").items() if value}
    ones = _either(word for word, value in cardinals.items() if value < 10)
    teens = _either(word for word, value in cardinals.items() if value >= 10)
    tens, one = _either(numbers("tens")), _either(words("counting", "one"))
    scale = _either(words("counting", "scales_of_words"))
    small = rf"(?:(?:{tens})(?:[ -](?:{ones})\b)?|{teens}|{ones})"
    # a look at the first letter spares most words of a text the whole list
    first = "".join(sorted({word[0] for word in (*cardinals, *numbers("tens"), "a", "half")}))
    return (
        rf"(?=[{first}])(?:half[ -](?:(?:{one})[ ])?dozen"
        rf"|(?:{small}|{one})(?:[ -](?:{scale})\b(?:(?:[ -]and)?[ -]{small}\b)?)*)"
    )


def worth(written: str) -> int | None:
    """What digits, number words or an article count; None where they count nothing whole."""
    if written.isdecimal():
        return int(written)
    folded = written.lower()
    if folded in words("counting", "one"):
        return 1
    tokens = Tokens(folded.replace("-", " "))
    found = numeral(tokens, 0) if len(tokens) else None
    if found is None or found.form is not Form.WORDS or found.last != len(tokens):
        return None
    return int(found.low) if found.low == int(found.low) else None


def _either(listed: Iterable[str]) -> str:
    return "|".join(sorted(listed, key=lambda word: (-len(word), word)))
