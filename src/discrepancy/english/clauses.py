"""Where a sentence falls into clauses: each has a happening of its own.

>>> from discrepancy.english.acts import acts_of
>>> text = "Five people died and seven were injured when the roof fell."
>>> [text[part[0].start : part[-1].end] for part in clauses_of(acts_of(text))]
['Five people died', 'and seven were injured', 'when the roof fell.']
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from discrepancy.english.acts import Word
from discrepancy.english.lexicon import entry

_HARD = frozenset(';:—–()[]"“”')


def clauses_of(sentence: list[Word]) -> list[list[Word]]:
    """The clauses of a sentence in order; together they are the whole sentence.

    A mark or word that may open a clause does so only where a verb (or a state such as "dead")
    stands on both of its sides: "five men and two women" is one noun phrase.
    """
    segments = _segments(sentence)
    joined: list[list[Word]] = []
    waiting: list[Word] = []
    happened = False  # in the clause that is still being put together
    for place, segment in enumerate(segments):
        if joined and _is_first_subject(segments, place):
            waiting += segment.words
            continue
        if joined and not segment.hard and not (happened and _opens(segments, place)):
            joined[-1] += waiting + segment.words
        else:
            joined.append(waiting + segment.words)
            happened = False
        happened = happened or segment.happens
        waiting = []
    return joined


def around(
    clause: Sequence[Word], start: int, end: int
) -> tuple[Sequence[Word], Sequence[Word], Sequence[Word]]:
    """The words of a clause before, inside and after the characters `start:end`.

    >>> from discrepancy.english.acts import acts_of
    >>> [[word.text for word in part] for part in around(acts_of("At least five men died."), 9, 13)]
    [['At', 'least'], ['five'], ['men', 'died', '.']]
    """
    first = bisect_right(clause, start, key=_END)
    last = bisect_left(clause, end, lo=first, key=_START)
    return clause[:first], clause[first:last], clause[last:]


_START, _END = itemgetter(0), itemgetter(1)


class _Segment(NamedTuple):
    """A piece of a sentence in which no clause can open but at its start."""

    words: list[Word]
    hard: bool
    """Whether it certainly opens a clause."""
    happens: bool
    """Whether a verb or a state stands in it."""


def _segments(sentence: list[Word]) -> list[_Segment]:
    """The smallest pieces of a sentence, in order."""
    pieces: list[_Segment] = []
    current: list[Word] = []
    hard = False
    for place, word in enumerate(sentence):
        opening = _opening(sentence, place)
        if opening and current:
            pieces.append(_Segment(current, hard, _happens(current)))
            current, hard = [], opening == "hard"
        current.append(word)
    if current:
        pieces.append(_Segment(current, hard, _happens(current)))
    return pieces


def _opening(sentence: list[Word], place: int) -> str:
    """How surely a clause opens at this word: "hard", "soft" or "" (not at all)."""
    word = sentence[place]
    classes = entry(word.lower).classes
    if not classes and (word.text[0].isalnum()):
        return ""
    if word.text in _HARD:
        return "hard" if word.text == ";" else "soft"
    if word.text == "-" and _spaced(sentence, place):
        return "soft"
    if word.text == ",":
        return "soft"
    after = sentence[place + 1].lower if place + 1 < len(sentence) else ""
    before = sentence[place - 1] if place else None
    if after in _LED and "prepositions" in classes:
        return "" if before and before.text == "," else "soft"  # "forty, of whom ten"
    if "conjunctions" not in classes or after == "far":
        return ""
    led = before and word.lower in _LED and "prepositions" in entry(before.lower).classes
    return "" if led or (before and before.text == ",") else "soft"


_LED = ("whom", "which")
"""Relative words that a preposition may lead: the clause opens before it."""


def _spaced(sentence: list[Word], place: int) -> bool:
    """Whether a hyphen stands free, as a dash does."""
    if place == 0 or place + 1 >= len(sentence):
        return False
    return sentence[place - 1].end < sentence[place].start < sentence[place + 1].start - 1


def _opens(segments: list[_Segment], place: int) -> bool:
    """Whether a segment has a happening of its own, or begins one that an insertion interrupts."""
    segment = segments[place]
    if segment.happens:
        return True
    # "and two women, both nurses, were hurt": the verb follows an insertion
    opener = next((word.lower for word in segment.words if word.text != ","), "")
    subject = "relatives" in entry(opener).classes or opener == "and"
    return subject and segment.words[0].text == "," and _follows_insertion(segments, place)


def _follows_insertion(segments: list[_Segment], place: int) -> bool:
    return place + 2 < len(segments) and segments[place + 2].happens


def _is_first_subject(segments: list[_Segment], place: int) -> bool:
    """Whether a segment is the first of two subjects: "and ten barns | and sheds burned".

    Not where the second begins with a figure of its own: "and two women | and seven were hurt".
    """
    if segments[place].words[0].lower != "and" or segments[place].happens:
        return False
    if place + 1 == len(segments):
        return False
    following = segments[place + 1]
    if following.hard or following.words[0].lower != "and" or not following.happens:
        return False
    if len(following.words) < 3:
        return False
    subject = following.words[1]
    return subject.act in ("", "noun") and subject.lower[0].isalpha() and not _starts_fresh(subject)


def _starts_fresh(subject: Word) -> bool:
    """Whether a word opens a subject of its own: a determiner, pronoun or hedge."""
    return not _FRESH.isdisjoint(entry(subject.lower).classes)


_FRESH = frozenset({"determiners", "modals", "between", "prepositions"})


def _happens(segment: list[Word]) -> bool:
    return any(
        word.act in ("verb", "aux")
        or (word.act == "state" and any(e.state and "count" in e.kinds for e in word.events))
        for word in segment
    )
