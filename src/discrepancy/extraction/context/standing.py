"""Whether a clause tells how things stand when it is told, or what is over.

The verb nearest before a claim decides, else the first one after it: the present, the perfect and
what is to come are of the telling; the past has a day of its own (Quirk et al. 1985, 4.11-4.24).

>>> from discrepancy.english.acts import acts_of
>>> texts = ("The navy has seized ten boats.", "It seized ten boats.")
>>> [stands(acts_of(text), 12) for text in texts]
[True, False]
"""

from collections.abc import Sequence
from itertools import pairwise

from discrepancy.english.acts import Word
from discrepancy.tables import words
from discrepancy.words import irregular_pasts


def stands(clause: Sequence[Word], at: int, before: Sequence[Word] = ()) -> bool:
    """Whether the verb beside offset `at`, or a "so far", tells what holds at the telling.

    A clause that opens with a participle takes its verb from the one `before`.
    """
    first = next((word for word in clause if word.lower[0].isalpha()), None)
    if first is not None and first.act == "verb":
        clause = [*before, *clause]
    if any((a.lower, b.lower) in _TO_DATE for a, b in pairwise(clause)):
        return True
    split = next((place for place, word in enumerate(clause) if word.start >= at), len(clause))
    outward = (*reversed(range(split)), *range(split, len(clause)))
    told = (_tense(clause, place) for place in outward)
    return next((tense == "now" for tense in told if tense), False)


_TO_DATE = frozenset({("so", "far"), ("thus", "far"), ("to", "date"), ("until", "now")})


def _tense(clause: Sequence[Word], place: int) -> str:
    """Of a finite verb, "now" or "past"; of any other word ""."""
    word = clause[place]
    if word.act == "aux":
        names = ("now", "past")
        return next((name for name in names if word.lower in words("standing", name)), "")
    if word.act != "verb" or word.lower.endswith("ing"):
        return ""
    led = _led(clause, place)
    if led is not None and led.act == "aux":
        return ""  # the auxiliary will tell: "has seized", "will seize"
    if word.lower != word.lemma and word.lower.endswith("s"):
        return "now"
    if word.lower != word.lemma or word.lower in irregular_pasts():
        return "past"
    return "" if led is not None and led.lower == "to" else "now"


def _led(clause: Sequence[Word], place: int) -> Word | None:
    """The word before a verb, adverbs between let through: "has already seized"."""
    for word in reversed(clause[max(0, place - 4) : place]):
        if not (word.lower.endswith("ly") or word.lower in words("grammar", "adverbs")):
            return word
    return None
