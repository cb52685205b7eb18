"""Which language a text is in, by its script and its function words, where it is not English.

>>> foreign("Die Fähre ist am Montag vor der Insel gesunken, und niemand wurde dabei verletzt.")
'German'
>>> foreign("The ferry sank off the island on Monday, and nobody was hurt.") is None
True
"""

import re
import unicodedata
from collections import Counter
from functools import cache

from discrepancy.tables import Row, rows, words

_LOOKED_AT = 20_000
"""Characters."""
_LEAST = 8
"""Words; in fewer no language is told."""
_SHARE = 0.14
"""Of the words of running text a quarter to a half are function words of its language."""

_RUNNING = 15
"""Words in small letters that make running text."""
_HARDLY = 0.05
"""Of its words in small letters; the leanest English headlines have twice as many."""
_OTHER = "a language other than English"

_SCRIPTS = {
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "CYRILLIC": "a language in Cyrillic letters",
    "ARABIC": "a language in Arabic letters",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "DEVANAGARI": "a language in Devanagari letters",
    "THAI": "Thai",
}
"""The first word of the Unicode names of letters, and what is written with them."""


class Language(Row):
    """The function words of a language."""

    name: str
    words: str


def foreign(text: str) -> str | None:
    """The language of a text that is not in English; None for English and where none is told."""
    head = text[:_LOOKED_AT]
    if script := _script(head):
        return script
    tokens = [token.lower() for token in re.findall(r"[^\W\d_]+", head)]
    if len(tokens) < _LEAST:
        return None
    count = Counter(tokens)
    english = sum(count[word] for word in words("furniture", "function_words"))
    told = {name: sum(count[word] for word in own) for name, own in _languages().items()}
    likeliest = max(told, key=lambda name: told[name])
    much = told[likeliest] >= _SHARE * len(tokens)
    if much and told[likeliest] > 2 * english:
        return likeliest
    return _OTHER if _is_of_no_table(head, english) else None


def _is_of_no_table(text: str, english: int) -> bool:
    """Whether running text has hardly an English function word: no list of names or results."""
    small = len(re.findall(r"(?<![^\W_])[^\W\d_A-Z][^\W\d_]+", text))
    return small >= _RUNNING and english < _HARDLY * small


def _script(text: str) -> str | None:
    """What is written with most of the letters, where these are not Latin."""
    beyond = [letter for letter in text if letter > "\u024f" and letter.isalpha()]
    letters = sum(letter.isalpha() for letter in text)
    if len(beyond) * 2 <= letters or letters < _LEAST:
        return None
    names = Counter(unicodedata.name(letter, "?").split()[0] for letter in beyond)
    first = names.most_common(1)[0][0]
    if first == "CJK" and names["HIRAGANA"] + names["KATAKANA"]:
        return "Japanese"
    return _SCRIPTS.get(first)


@cache
def _languages() -> dict[str, frozenset[str]]:
    """The function words of each language that English has not."""
    english = words("furniture", "function_words")
    found: tuple[Language, ...] = rows("languages", Language, "language")
    return {one.name: frozenset(one.words.split()) - english for one in found}
