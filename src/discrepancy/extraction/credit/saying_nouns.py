"""Nouns that credit somebody with a clause: "a claim by Hale that ...", "Hale's claim that ...".

>>> from discrepancy.span import Span
>>> text = "The mayor rejects a claim by the union that two sheds burned."
>>> line = sentence_words.read(text, Span(start=0, end=len(text)), ())
>>> at, that = 4, clause(line, 4)
>>> line[that].text, owner(line, at)
('that', (6, 7))
"""

from collections.abc import Sequence

from discrepancy.extraction.credit import sentence_words
from discrepancy.extraction.credit.apposition import Extent
from discrepancy.extraction.credit.sentence_words import LineWord, listed
from discrepancy.words import number_words

_FARTHEST = 12
"""How many words after the noun its "that" may stand."""


def clause(line: Sequence[LineWord], at: int) -> int | None:
    """Where the "that" stands that opens what the noun at this place says."""
    if at == 0 or line[at].lower not in listed("nouns") or not owner(line, at):
        return None
    for place in range(at + 1, min(at + _FARTHEST, len(line) - 1)):
        if line[place].text in sentence_words.STOPS or line[place].finite:
            return None
        if line[place].lower == "that":
            return place if _opens_clause(line[place + 1]) else None
    return None


def owner(line: Sequence[LineWord], at: int) -> Extent | None:
    """Whose the noun is: after "by" or "from", or before an apostrophe."""
    if at + 1 < len(line) and line[at + 1].lower in ("by", "from"):
        first = at + 2
        that = next((n for n in range(first, len(line)) if line[n].lower == "that"), first)
        verbs = any(word.finite or word.lower in listed("said") for word in line[first:that])
        return None if verbs or that == first else (first, that - 1)
    return _before(line, at) if line[at - 1].lower.lstrip("'’ ") == "s" else None


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
