"""How a clause puts a statement forward: stated, planned, expected, alleged, denied; and negated.

>>> from discrepancy.extraction.acts import acts
>>> manner(acts("The ministry plans to send 300 men."), ()).of("count")
<Modality.PLANNED: 'planned'>
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from discrepancy.claim import Modality
from discrepancy.extraction.acts import Word
from discrepancy.tables import Row, rows, words
from discrepancy.words import lemma


class _Modal(Row):
    """One class of words; data/modality.toml explains the fields."""

    id: Modality
    events: bool = False
    words: str
    sample: str


class _Negation(Row):
    words: str


class Manner(NamedTuple):
    """How a clause is put forward, by its clear cues and by those that bear on events only."""

    clear: Modality
    event: Modality

    def of(self, key: str) -> Modality:
        """How a claim of this category or kind is put forward."""
        return self.event if key in _EVENTS else self.clear


_EVENTS = ("count", "date", "time", "status")
_ORDER = (Modality.DENIED, Modality.ALLEGED, Modality.PLANNED, Modality.EXPECTED)


def manner(clause: Sequence[Word], before: Sequence[Word], after: Sequence[Word] = ()) -> Manner:
    """How the clause is put forward, by its own words or by the verb that opens it with "that".

    What stands under an "if" is only thought of, and so is what would then happen.
    """
    reach = list(clause)
    if clause and clause[0].lower in ("that", "to", "if", "whether"):
        reach = [*before[-3:], *reach]
    cues = {cue for at in range(len(reach)) if (cue := _cue(reach, at))}
    clear = {cue.id for cue in cues if not cue.events}
    events = {cue.id for cue in cues if cue.events}
    if _supposes(before) or _supposes(after):
        events = {Modality.EXPECTED if name is Modality.PLANNED else name for name in events}
    if _supposes(clause):
        events = {Modality.EXPECTED}
    return Manner(_gravest(clear), _gravest(clear | events))


def _supposes(clause: Sequence[Word]) -> bool:
    """Whether a clause opens with "if" or "unless"."""
    first = next((word.lower for word in clause if word.lower[0].isalpha()), "")
    return first in ("if", "unless")


def _gravest(found: set[Modality]) -> Modality:
    return next((name for name in _ORDER if name in found), Modality.STATED)


def negated(clause: Sequence[Word], start: int, end: int) -> bool:
    """Whether a "not" or "no" stands before the claim at `start:end` or its verb after it."""
    for place, word in enumerate(clause):
        if not _negates(word.lower) or start <= word.start < end:
            continue
        after = clause[place + 1].lower if place + 1 < len(clause) else ""
        if after in ("only", "more", "less", "fewer", "later", "longer", "least", "doubt"):
            continue
        if word.start < start or all(
            w.act != "verb" for w in clause if end <= w.start < word.start
        ):
            return True
    return False


def denies_saying(lead: str) -> bool:
    """Whether the words before a remark deny that it was made.

    >>> denies_saying("Hale denied that he had said "), denies_saying("Hale denied it, and said ")
    (True, False)
    """
    read = [found.lower() for found in _lead_word().findall(lead)]
    if not read or read[-1] not in words("verbs_of_saying", "uttering"):
        return False
    if any(map(_negates, read[-3:-1])):
        return True  # "did not say", "has never said"
    at = next((n for n in range(len(read) - 2, -1, -1) if lemma(read[n]) == "deny"), None)
    opens = words("verbs_of_saying", "pronouns") | words("verbs_of_saying", "uttering")
    stops = {",", ";", "and", "but"}.intersection(read[at:] if at is not None else ())
    return at is not None and not stops and read[at + 1] in opens | {"that", "having", "ever"}


@cache
def _lead_word() -> re.Pattern[str]:
    return re.compile(r"[\w'’]+|[,;]")


def _negates(lower: str) -> bool:
    return lower in _negators() or lower.endswith(("n't", "n’t"))


@cache
def _negators() -> frozenset[str]:
    return frozenset(rows("modality", _Negation, "negation")[0].words.split())


def _cue(reach: list[Word], at: int) -> _Modal | None:
    word = reach[at]
    if at and (word.text == "May" or _is_object(reach, at)):
        return None
    candidates = (*_listed().get(word.lower, ()), *_listed().get(lemma(word.lower), ()))
    for parts, name in candidates:
        stretch = reach[at : at + len(parts)]
        if len(stretch) == len(parts) and all(map(_is, parts, stretch)):
            return name
    return None


def _is_object(reach: list[Word], at: int) -> bool:
    """Whether a plan is what is spoken of, not how: "called the plan a joke"."""
    following = reach[at + 1].lower if at + 1 < len(reach) else ""
    noun = reach[at].lower in ("plan", "plans", "intention") and following != "to"
    verbs = any(word.act == "verb" for word in reach[: at - 1])
    return noun and verbs and reach[at - 1].lower in words("grammar", "determiners")


def _is(part: str, word: Word) -> bool:
    return part in (word.lower, lemma(word.lower))


@cache
def _listed() -> dict[str, tuple[tuple[tuple[str, ...], _Modal], ...]]:
    listed: dict[str, list[tuple[tuple[str, ...], _Modal]]] = {}
    for row in rows("modality", _Modal):
        for phrase in row.words.split("; "):
            parts = tuple(phrase.split())
            listed.setdefault(parts[0], []).append((parts, row))
    return {
        first: tuple(sorted(found, key=lambda entry: -len(entry[0])))
        for first, found in listed.items()
    }
