"""What "until" says of the time behind it: an end, or under a negation a beginning.

A ferry that "sailed until Monday" had stopped by then; one that "did not sail until Monday"
sailed on Monday. Told in the present, the time lies ahead: a road that "stays shut until Monday".

>>> sentence = "It did not sail until Monday."
>>> begins(sentence, 0, sentence.index("Monday"))
True
>>> ahead("It stays shut until Monday", 0, 20), ahead("It was shut until Monday", 0, 18)
(True, False)
"""

import re
from functools import cache

from discrepancy.tables import words
from discrepancy.words import irregular_pasts, lemma
from discrepancy.words.cuts import letters

_REACH = 90
"""Characters before "until" in which the negation or the verb may stand."""


def begins(text: str, start: int, at: int) -> bool:
    """Whether the "until" before `at`, in a sentence from `start`, stands under a negation."""
    before = _before_until(text, start, at)
    return before is not None and _negation().search(before) is not None


def ahead(text: str, start: int, at: int) -> bool | None:
    """Whether the time behind an "until" lies ahead of the telling; None: no verb says so."""
    before = _before_until(text, start, at)
    if before is None:
        return None
    past = None
    for word in reversed(letters(before)):
        if word in words("date_cues", "was"):
            return False
        if word in words("date_cues", "lasting"):
            return True
        if word.endswith("ed") or (word in irregular_pasts() and lemma(word) != word):
            past = False  # it ran until; but it is closed until
    return past


def _before_until(text: str, start: int, at: int) -> str | None:
    """The clause before the "until" that leads to `at`."""
    found = _until().search(text, max(start, at - 24), at)
    if found is None:
        return None
    before = text[max(start, found.start() - _REACH) : found.start()]
    return re.split(r"[.;:,(–—]|\b(?:but|that|who|which|said|says)\b", before)[-1]


@cache
def _until() -> re.Pattern[str]:
    between = "about|around|after|late|early|the|some time|at|on|in"
    return re.compile(rf"\b(?:until|till|til)(?: (?:{between}))* $", re.IGNORECASE)


@cache
def _negation() -> re.Pattern[str]:
    denying = "|".join(sorted(words("negations", "words")))
    return re.compile(rf"(?:\b(?:{denying}|hardly|barely|rarely)\b|n['’]t\b)", re.IGNORECASE)
