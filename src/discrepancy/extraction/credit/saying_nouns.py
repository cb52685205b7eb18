"""Nouns that credit somebody with a clause: "a claim by Hale that ...", "Hale's claim that ...".

>>> from discrepancy.span import Span
>>> text = "The mayor rejects a claim by the union that two sheds burned."
>>> line = sentence_words.read(text, Span(start=0, end=len(text)), ())
>>> at, that = 4, clause(line, 4)
>>> line[that].text, owner(line, at)
('that', (6, 7))
"""

from collections.abc import Sequence

from discrepancy.extraction.credit import noun_phrases, sentence_words
from discrepancy.extraction.credit.apposition import Extent
from discrepancy.extraction.credit.sentence_words import LineWord, adverbs_start, listed
from discrepancy.words import number_words

_FARTHEST = 12
"""How many words after the noun its "that" may stand."""
_GIVEN = 6
"""How many words before the noun the verb may stand that gives it out."""


def clause(line: Sequence[LineWord], at: int) -> int | None:
    """Where the "that" stands that opens what the noun at this place says."""
    if has_it(line, at):
        return at + 3 if line[at + 3].lower == "that" else at + 2
    if not is_hearsay(line, at) and (line[at].lower not in listed("nouns") or at == 0):
        return None
    if not owner(line, at):
        return None
    for place in range(at + 1, min(at + _FARTHEST, len(line) - 1)):
        if line[place].text in sentence_words.STOPS or line[place].finite:
            return None
        if line[place].lower == "that":
            return place if _opens_clause(line[place + 1]) else None
    return None


def is_hearsay(line: Sequence[LineWord], at: int) -> bool:
    """Whether the noun is nobody's and credited itself: "rumours that", not "rumours by"."""
    return line[at].lower in listed("hearsay")


def has_it(line: Sequence[LineWord], at: int) -> bool:
    """Whether "has it" follows: "word has it that", "rumour has it"."""
    if line[at].lower not in listed("having_it") or at + 3 >= len(line):
        return False
    return [word.lower for word in line[at + 1 : at + 3]] == ["has", "it"]


def owner(line: Sequence[LineWord], at: int) -> Extent | None:
    """Whose the noun is: after "by" or "from", before an apostrophe, or who gave it out."""
    if is_hearsay(line, at) or has_it(line, at):
        return at, at
    if giver := _giver(line, at):
        return giver
    if at + 1 < len(line) and line[at + 1].lower in ("by", "from"):
        first = at + 2
        that = next((n for n in range(first, len(line)) if line[n].lower == "that"), first)
        verbs = any(word.finite or word.lower in listed("said") for word in line[first:that])
        return None if verbs or that == first else (first, that - 1)
    return _before(line, at) if line[at - 1].lower.lstrip("'’ ") == "s" else None


def _giver(line: Sequence[LineWord], at: int) -> Extent | None:
    """Who gives the noun out: "the ministry first publicised reports that two died"."""
    for place in range(at - 1, max(0, at - _GIVEN), -1):
        if line[place].lower in listed("giving"):
            return noun_phrases.backward(line, adverbs_start(line, place - 1))
        if line[place].finite or line[place].text in sentence_words.STOPS:
            break
    return None


def end(line: Sequence[LineWord], that: int) -> int:
    """Where what is said ends: at the first comma, but "..., with one hurt" goes on."""
    for place in range(that + 1, len(line)):
        follows = line[place + 1].lower if place + 1 < len(line) else ""
        if line[place].text in (",", ";", "—", "–", "--") and follows not in ("with", "including"):
            return line[place].start
    return line[-1].end


def _before(line: Sequence[LineWord], at: int) -> Extent | None:
    """The words before the apostrophe: a name, or "the" and what follows it."""
    last = first = at - 2
    while first > 0 and line[first].large and line[first - 1].large:
        first -= 1
    if not line[last].large:
        while first > 0 and line[first].lower not in listed("definite"):
            first -= 1
    return (first, last) if first >= 0 and last - first < 6 else None


def _opens_clause(word: LineWord) -> bool:
    """Whether a subject begins here: not "the firm that owns the mill"."""
    opens = word.lower in listed("definite") | listed("pronouns") | listed("subject_openers")
    counts = word.text[0].isdigit() or word.lower in number_words()
    return opens or counts or word.large
