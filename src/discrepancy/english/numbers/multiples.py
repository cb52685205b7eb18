"""Verbs that tell by how many times something grew: "sales trebled", "the bank doubled its stake".

The verb is a figure where an amount grew or somebody changed one of its own; a player who
doubled, and a man who doubled up, did something else.

>>> [found and found.low for found in (multiple(Tokens("sales trebled"), 1),
...                                    multiple(Tokens("Arlen doubled to left"), 1))]
[Decimal('3'), None]
"""

from discrepancy.english.numbers.number_words import Form, Numeral, numbers
from discrepancy.english.tokens import Tokens
from discrepancy.tables import words
from discrepancy.words import is_stop, noun_class

REACH = 4
"""Tokens between what grew and the verb: "prices have more than doubled"."""


def multiple(tokens: Tokens, i: int) -> Numeral | None:
    """The number of times that the verb at a token tells."""
    value = numbers("multiplied").get(tokens.word(i))
    if value is None or tokens.capital(i) or tokens.word(i + 1) in words("changes", "no_multiple"):
        return None
    if not (_an_amount_grew(tokens, i) or _of_its_own(tokens, i + 1)):
        return None
    return Numeral(i, i + 1, value, value, Form.FOLD)


def _an_amount_grew(tokens: Tokens, i: int) -> bool:
    """Whether a noun that names nobody stands before the verb."""
    for k in range(i - 1, max(-1, i - 1 - REACH), -1):
        word = tokens.word(k)
        if not word.isalpha() or word in words("labels", "months"):
            return False
        if is_stop(word) or word.endswith("ly") or word in words("changes", "before_multiple"):
            continue
        first = k == 0 and (word in words("ordinary", "words") or tokens.word(1) == "have")
        named = tokens.capital(k) and not first  # "Attendances have doubled"
        return not named and noun_class(word) != "person"
    return False


def _of_its_own(tokens: Tokens, at: int) -> bool:
    """Norvik doubled its profit; not "she doubled her brother"."""
    own = tokens.word(at) in ("its", "their")
    return own and tokens.word(at + 1).isalpha() and noun_class(tokens.word(at + 1)) != "person"
