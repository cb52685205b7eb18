"""Which word governs a day or an hour: what happened on it.

>>> from discrepancy.english.acts import acts_of
>>> told = acts_of("Since its reopening on 24 May the museum has had 90,000 visitors.")
>>> governor(told[:4], told[6:], lambda word: None, key="date")
(None, 'reopen')
"""

from collections.abc import Callable, Sequence

from discrepancy.english import predicates
from discrepancy.english.acts import Word
from discrepancy.english.heads import deed
from discrepancy.english.lexicon import entry
from discrepancy.english.predicates import Predicate
from discrepancy.tables import words

Governor = tuple[str | None, str | None]
"""Class and base form of the governing word; None where there is none."""

Event = Callable[[Word], Predicate | None]
"""The class of events that a word stands for, where it may govern the claim."""


def governor(left: Sequence[Word], right: Sequence[Word], event: Event, *, key: str) -> Governor:
    """The deed that a day stands right behind, else the verb before it, else the verb after it.

    Else an event noun: "Tuesday's attack".

    Args:
        left: The words of the clause before the day or hour.
        right: Those behind it.
        event: What a word may tell.
        key: "date" or "time".
    """
    if right and right[0].lower in ("'s", "’s"):
        for word in right[:5]:
            if found := event(word):
                return found.id, word.lemma
    if done := _deed_before(left):
        told = predicates.fitting(predicates.of_verb(done), key, frozenset())
        return (told.id if told else None), done
    if subject := _subject_of_be(left, event):
        return subject
    for word in (*reversed(_without_gerunds(left)), *right):
        if word.act == "verb":
            found = event(word)
            return (found.id if found else None), word.lemma
    for word in (*reversed(left), *right):
        if found := event(word):
            return found.id, word.lemma
    return None, None


def _subject_of_be(left: Sequence[Word], event: Event) -> Governor | None:
    """As in "the court said the hearing is on 14 March": the event that only is on that day."""
    if len(left) < 3 or left[-2].lemma != "be" or left[-1].lower not in words("deeds", "leads"):
        return None
    for word in reversed(left[:-2]):
        if word.act == "verb" or word.text in ",;:":
            return None
        if found := event(word):
            return found.id, word.lemma
    return None


def _deed_before(left: Sequence[Word]) -> str | None:
    """The verb of a deed that is no object: "since its reopening on", "her election on"."""
    if not left or left[-1].lower not in words("deeds", "leads"):
        return None
    for place in range(len(left) - 2, -1, -1):
        word = left[place]
        if word.act in ("verb", "aux") or word.text in ",;:":
            return None
        if done := deed(word.lower):
            led = _before_phrase(left, place)
            return done if led is None or led.lower in words("deeds", "before") else None
    return None


def _before_phrase(left: Sequence[Word], place: int) -> Word | None:
    """The word before the noun phrase that a deed ends; None where the clause begins with it."""
    for word in reversed(left[:place]):
        small = entry(word.lower).classes
        if word.act in ("verb", "aux") or word.text in ",;:" or "prepositions" in small:
            return word
    return None


def _without_gerunds(left: Sequence[Word]) -> Sequence[Word]:
    """The words before a day, less the deeds that one is held for: "arrested for speeding"."""
    return [
        word
        for place, word in enumerate(left)
        if not (word.lower.endswith("ing") and place and left[place - 1].lower in ("for", "of"))
    ]
