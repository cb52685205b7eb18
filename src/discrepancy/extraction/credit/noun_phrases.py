"""The noun phrase that ends or begins at a word of a sentence: "a nurse at the mill, Ann Hale"."""

from collections.abc import Sequence
from functools import cache

from discrepancy.calendar.written_dates import numbers
from discrepancy.extraction.credit.apposition import Extent, is_participle, with_name_before
from discrepancy.extraction.credit.sentence_words import STOPS, LineWord, listed
from discrepancy.extraction.times.parts_of_day import words_for_parts

LONGEST = 16
"""The most words of such a phrase."""
ARTICLES = frozenset(["a", "an", "the", "this", "last"])


def backward(line: Sequence[LineWord], last: int) -> Extent | None:
    """The phrase that ends at `last`."""
    if line[last].lower in listed("pronouns"):
        return last, last  # "then on Friday he"
    if last and line[last].lower in listed("issued"):
        last -= 1  # "a poll published on Sunday"
    first = last + 1
    while first > 0 and last - first < LONGEST and not _bars(line, first - 1):
        first -= 1
    if first > 0 and line[first - 1].finite:
        relative = relative_before(line, first)
        if relative:  # "the man who fired the shot said"
            return backward(line, relative - 1)
        if first > 1 and is_participle(line, first - 1):  # "a man hurt in the blast said"
            return backward(line, first - 2)
    first = _from_article(line, first, last)
    first = _after_when(line, first, last)
    if first > last or line[first].lower in listed("prepositions"):
        return None
    return with_name_before(line, first), last


def relative_before(line: Sequence[LineWord], at: int) -> int:
    """Where a "who" or "which" stands whose clause reaches up to this place; 0 for nowhere."""
    for place in range(at - 1, max(0, at - 8), -1):
        if line[place].lower in ("who", "which"):
            return place
        if line[place].text in STOPS:
            break
    return 0


def _from_article(line: Sequence[LineWord], first: int, last: int) -> int:
    """The start of the last noun phrase where nothing joins it to the words before."""
    for at in range(last, first, -1):
        joined = line[at - 1].lower in listed("prepositions") | listed("before_articles")
        if line[at].lower in ("the", "a", "an") and not joined:
            return at
    return first


def _bars(line: Sequence[LineWord], at: int) -> bool:
    """Whether the word at this place cannot be part of a subject."""
    word = line[at]
    if word.text in STOPS or word.finite or _is_saying(word):
        return True
    if word.lower == "and":
        return not _coordinates(line, at)
    return word.lower in listed("stops")


def _coordinates(line: Sequence[LineWord], at: int) -> bool:
    """Whether the "and" at this place joins two names or two plural nouns."""
    if at == 0 or at + 1 >= len(line):
        return False
    left, right = line[at - 1], line[at + 1]
    if left.large and right.large:
        return True
    many = left.text.endswith("s") or left.lower in listed("groups")  # "police and the owner"
    return many and right.lower not in listed("pronouns")


def _after_when(line: Sequence[LineWord], first: int, last: int) -> int:
    """The start of the phrase after "in a statement", "late on Friday night", "at 6 a.m."."""
    at = first
    while at < last and _leads(line, at):
        if line[at].lower == "to":  # "according to Hale, who said"
            return at + 1
        at += 1 + (line[at + 1].lower in ARTICLES)
        at += 1
        while at <= last and line[at].lower in _times():
            at += 1
    return at if first <= last else first


def _leads(line: Sequence[LineWord], at: int) -> bool:
    """Whether a preposition stands here that tells where or when, or "late" before one."""
    led = listed("prepositions") - {"by"}
    if line[at].lower in listed("early_or_late"):
        return line[at + 1].lower in led
    return line[at].lower in led


@cache
def _times() -> frozenset[str]:
    """What may go on with a time: "6 a.m.", "Friday night", "3 May"."""
    named = frozenset(numbers("weekday")) | frozenset(numbers("month"))
    return named | words_for_parts() | listed("clock")


def forward(line: Sequence[LineWord], first: int, *, extend: bool = False) -> Extent | None:
    """The phrase that begins at `first`; "a nurse, Ann Hale" as one if it may extend."""
    while first < len(line) and line[first].lower in ("that", "as", "both"):
        first += 1
    last = first - 1
    while last + 1 < len(line) and last - first < LONGEST:
        word = line[last + 1]
        if word.text in STOPS or word.finite or _is_saying(word):
            break
        if last >= first and (word.lower in listed("ends") or _is_by(line, last + 1)):
            break
        last += 1
    if last < first:
        return None
    beyond = line[last + 1 : last + 3]
    named = any(word.large for word in line[first : last + 1])
    if extend and not named and len(beyond) > 1 and beyond[0].text == "," and beyond[1].large:
        return first, (forward(line, last + 2) or (0, last))[1]  # said a doctor, Ann Hale
    return first, last


def _is_by(line: Sequence[LineWord], at: int) -> bool:
    """Whether it is a participle as in "experts hired by the family"."""
    following = [word.lower for word in line[at + 1 : at + 2]]
    return line[at].lower.endswith("ed") and following == ["by"]


def _is_saying(word: LineWord) -> bool:
    return not word.large and word.lower in listed("said") and not word.lower.endswith("ing")
