"""Where figures stand among the words of a sentence, and which of them count something.

>>> from discrepancy.english.acts import acts_of
>>> words = acts_of("Alder has 14 museums and the one in Kerrin nine.")
>>> [(words[at].text, counts(words, at)) for at in places(words)]
[('14', True), ('nine', False)]
"""

from collections.abc import Sequence

from discrepancy.english.acts import Word
from discrepancy.english.lexicon import entry
from discrepancy.english.numbers.number_words import numbers
from discrepancy.words import number_words


def places(sentence: Sequence[Word]) -> list[int]:
    """The places of the words with which a figure begins, its sign and hedge left out."""
    return [at for at in _numerals(sentence) if _begins_figure(sentence, at)]


def counts(sentence: Sequence[Word], figure: int) -> bool:
    """Whether a noun stands right behind a figure."""
    behind = sentence[figure + 1] if figure + 1 < len(sentence) else None
    if behind is None or behind.act or not (behind.text.isalpha() and behind.text.islower()):
        return False
    return entry(behind.lower).classes <= {"between"}  # "people" lies between a part and its whole


def _numerals(sentence: Sequence[Word]) -> list[int]:
    """Where words stand that may begin a figure: most sentences have fewer than two."""
    small = number_words()
    return [at for at, word in enumerate(sentence) if word.text[0].isdigit() or word.lower in small]


def _begins_figure(sentence: Sequence[Word], at: int) -> bool:
    """Whether a numeral begins here, its sign and hedge left out."""
    if at and (_is_numeral(sentence[at - 1]) or sentence[at - 1].text == "-"):
        return False
    if at and sentence[at].lower == "one" and sentence[at - 1].lower == "the":
        return False  # "the herd has 300 cows and the one at Norby 90"
    return _is_numeral(sentence[at])


def _is_numeral(word: Word) -> bool:
    if word.text[0].isdigit():
        letters = word.lower.lstrip("0123456789.,")
        return not letters or letters in numbers("glued")  # "8m", not "4G"
    return word.lower in number_words()
