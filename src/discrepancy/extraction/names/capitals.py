"""Runs of capitalised words in one sentence: what may be a name, before it is known what it is.

>>> text = "Yesterday the Bank of Hale paid J. T. Marlow's debts in Old Hale."
>>> [text[run[0].start:run[-1].end] for run in runs(text, words(text, 0, len(text)))]
['Yesterday', 'Bank of Hale', 'J. T. Marlow', 'Old Hale']
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from discrepancy import tables
from discrepancy.english.titles import is_title
from discrepancy.extraction.names import gazetteer
from discrepancy.words import number_words
from discrepancy.words.cuts import cut

_OPENERS = frozenset("“\"‘'(:[—–•|*")


class NameWord(NamedTuple):
    """One word of a sentence; "'s" and "-based" are left out."""

    text: str
    start: int
    end: int
    initial: bool
    """Whether it opens a sentence, a quote or a bracket, so that its capital says nothing."""
    large: bool
    """Whether it is written as names are: "Hale", "al-Hale", "eBay"."""


@lru_cache(maxsize=1024)
def words(text: str, start: int, end: int) -> tuple[NameWord, ...]:
    """The words of text[start:end] in order; kept, as names and entities ask for the same."""
    found: list[NameWord] = []
    for match in _word().finditer(text, start, end):
        word, at = match.group(), match.start()
        if not word.isalpha():
            word = _endings().sub("", word)
        large = not word.islower() and word != word.lower() and not _is_counted(word)
        stop = at + len(word)
        if large and text[stop : stop + 1] == "." and word + "." in _abbreviations():
            word, stop = word + ".", stop + 1
        initial = not found or not _OPENERS.isdisjoint(text[at - 2 : at])
        found.append(_name_word((word, at, stop, initial, large)))
    return tuple(found)


_name_word: Callable[[tuple[str, int, int, bool, bool]], NameWord] = partial(
    tuple.__new__, NameWord
)
"""A word of its five fields: a text has so many that making them by name takes a while."""


def _is_counted(word: str) -> bool:
    """Tell "Six-year-old Mara Hale" and "Two-time winner" from "Al-Hale": no part of a name."""
    first, hyphen, rest = word.partition("-")
    return bool(hyphen) and rest.islower() and first.lower() in number_words()


def runs(text: str, sentence: Sequence[NameWord]) -> list[list[NameWord]]:
    """The longest rows of large words, joined by single spaces or by "of", "de", "al"."""
    found: list[list[NameWord]] = []
    at = 0
    while at < len(sentence):
        if not sentence[at].large:
            at += 1
            continue
        run = [sentence[at]]
        at += 1
        while joined := _next(text, run, sentence, at):
            run += joined
            at += len(joined)
        found.append(run)
    return found


def is_headline(text: str, sentence: Sequence[NameWord]) -> bool:
    """Whether (Nearly) Every Word Is Written Large and no stop ends it: capitals tell nothing."""
    if not sentence:
        return False
    end = sentence[-1].end
    return is_title([*(word.text for word in sentence), text[end - 1 : end + 1].rstrip()[-1:]])


def _next(
    text: str, run: Sequence[NameWord], sentence: Sequence[NameWord], at: int
) -> Sequence[NameWord] | None:
    for length in (1, 2, 3):
        taken = sentence[at : at + length]
        if len(taken) < length or not _touch(text, run[-1], taken[0]):
            return None
        if taken[-1].large:
            follows = all(_touch(text, a, b) for a, b in pairwise(taken))
            linked = _linked(run, [word.text for word in taken[:-1]], taken[-1])
            return taken if follows and linked and not taken[-1].initial else None
        if taken[-1].text not in gazetteer.listed("links"):
            return None
    return None


def _linked(run: Sequence[NameWord], links: Sequence[str], to: NameWord) -> bool:
    # "Bank of Hale", "Gulf of the East", but not "President of Hale" nor "Hale the"
    if not links:
        return True
    if links == ["of"] and run[-1].text in gazetteer.listed("charged_heads"):
        return gazetteer.is_ordinary(to.text)  # "Director of Housing Ann Hale", not "of Hale"
    if links[0] == "of":
        return run[-1].text in gazetteer.listed("of_heads")
    return "of" not in links and links != ["the"]


def _touch(text: str, left: NameWord, right: NameWord) -> bool:
    return text[left.end : right.start] in (" ", "\u00a0", " & ")


_word = cut("names")


@cache
def _endings() -> re.Pattern[str]:
    # Hale's, Hale-based; "Mara Hale-who": a dash set close on both sides
    closed = sorted(tables.words("grammar", "relatives") | {"the", "and"})
    return re.compile(
        r"(?:['’]s|-(?:based|born|led|backed|owned|made|run|like|style|bound|controlled|held|area"
        rf"|branded|wide|era|educated|trained|registered|flagged|occupied|friendly|{'|'.join(closed)}))$"
    )


@cache
def _abbreviations() -> frozenset[str]:
    lists = ("titles", "bodies")
    return frozenset(w for name in lists for w in gazetteer.listed(name) if w.endswith(".")) | {
        "St.",
        "Mt.",
        "Ft.",
        "Jr.",
        "Sr.",
        "No.",
    }
