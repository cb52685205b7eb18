"""How a clause puts a statement forward: stated, planned, expected, alleged, denied; and negated.

>>> from discrepancy.english.acts import acts_of
>>> manner(acts_of("The ministry plans to send 300 men."), ()).of("count")
<Modality.PLANNED: 'planned'>
"""

from collections.abc import Container, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from discrepancy.claims import Modality
from discrepancy.english.acts import Word
from discrepancy.patterns import pattern
from discrepancy.tables import Row, rows, words
from discrepancy.words import lemma


class _Modal(Row):
    """One class of words; data/modality.toml explains the fields."""

    id: Modality
    events: bool = False
    hearsay: bool = False
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
    cues = {
        found
        for at, word in enumerate(reach)
        if _opened_by(word.lower) and (found := cue(reach, at))
    }
    clear = {found.id for found in cues if not found.events}
    events = {found.id for found in cues if found.events}
    if supposes(before) or supposes(after):
        events = {Modality.EXPECTED if name is Modality.PLANNED else name for name in events}
    if supposes(clause):
        events = {Modality.EXPECTED}
    return Manner(gravest(clear), gravest(clear | events))


def supposes(clause: Sequence[Word]) -> bool:
    """Whether a clause opens with "if" or "unless", or with "Had" for "if he had"."""
    first = next((word for word in clause if word.lower[0].isalpha()), None)
    return first is not None and (first.lower in ("if", "unless") or first.text in _INVERTED)


_INVERTED = ("Had", "Should", "Were")
"""Auxiliaries that stand first for an "if": "Had he come, they would have left"."""


def gravest(found: Container[Modality]) -> Modality:
    """Of several ways of putting forward, the one that leaves least of the statement."""
    return next((name for name in _ORDER if name in found), Modality.STATED)


def negated(clause: Sequence[Word], start: int, end: int) -> bool:
    """Whether a "not" or "no" stands before the claim at `start:end` or its verb after it."""
    negators = _negators()
    for place, word in enumerate(clause):
        if not negates(word.lower, negators) or start <= word.start < end:
            continue
        after = clause[place + 1].lower if place + 1 < len(clause) else ""
        if after in SPARED:
            continue
        if contrast := _contrast(clause, place):
            if word.start < start < contrast:
                return True
            continue
        if word.start < start or all(
            w.act != "verb" for w in clause if end <= w.start < word.start
        ):
            return True
    return False


def has_negation(clause: Sequence[Word]) -> bool:
    """Whether a "not" or "no" stands anywhere in a clause."""
    negators = _negators()
    return any(negates(word.lower, negators) for word in clause)


def _contrast(clause: Sequence[Word], place: int) -> int | None:
    """Where an insertion ends that sets right what stands beside it: "twelve, not 15, died"."""
    if not place or clause[place].lower != "not" or clause[place - 1].text not in _MARKS:
        return None
    inside = list(takewhile(lambda word: word.text not in _MARKS, clause[place:]))
    return None if any(word.act in ("verb", "aux") for word in inside) else inside[-1].end


_MARKS = frozenset(",;:()–—.")

SPARED = ("only", "more", "less", "fewer", "later", "long", "longer", "least", "doubt")
"""Words before which a "not" or "no" negates nothing: "not only", "no later"."""


def negates(lower: str, negators: Container[str]) -> bool:
    """Whether a word is one of the negators, or one that ends in "n't"."""
    return lower in negators or lower.endswith(("n't", "n’t"))


def denies_saying(lead: str) -> bool:
    """Whether the words before a remark deny that it was made.

    >>> denies_saying("Hale denied that he had said "), denies_saying("Hale denied it, and said ")
    (True, False)
    """
    read = [found.lower() for found in _lead_word().findall(lead)]
    if not read or read[-1] not in words("verbs_of_saying", "uttering"):
        return False
    if any(negates(word, _negators()) for word in read[-3:-1]):
        return True  # "did not say", "has never said"
    at = next((n for n in range(len(read) - 2, -1, -1) if lemma(read[n]) == "deny"), None)
    opens = words("verbs_of_saying", "pronouns") | words("verbs_of_saying", "uttering")
    stops = {",", ";", "and", "but"}.intersection(read[at:] if at is not None else ())
    return at is not None and not stops and read[at + 1] in opens | {"that", "having", "ever"}


_lead_word = pattern(r"[\w'’]+|[,;]")


@cache
def _negators() -> frozenset[str]:
    return frozenset(rows("modality", _Negation, "negation")[0].words.split())


def cue(reach: list[Word], at: int) -> _Modal | None:
    """The row whose words stand at place `at`, if any."""
    word = reach[at]
    candidates = _opened_by(word.lower)
    if not candidates or (at and (word.text == "May" or _is_object(reach, at))):
        return None
    for parts, name in candidates:
        stretch = reach[at : at + len(parts)]
        if len(stretch) == len(parts) and all(map(_is, parts, stretch)):
            return name
    return None


def _is_object(reach: list[Word], at: int) -> bool:
    """Whether a plan is what is spoken of, not how: "called the plan a joke"."""
    if reach[at].lower not in ("plan", "plans", "intention"):
        return False
    following = reach[at + 1].lower if at + 1 < len(reach) else ""
    led = reach[at - 1].lower in words("grammar", "determiners") and following != "to"
    return led and any(word.act == "verb" for word in reach[: at - 1])


def _is(part: str, word: Word) -> bool:
    return part in (word.lower, lemma(word.lower))


@lru_cache(maxsize=20_000)
def _opened_by(lower: str) -> tuple[tuple[tuple[str, ...], _Modal], ...]:
    """The phrases that a word may open, as it stands and by its base form."""
    return (*_listed().get(lower, ()), *_listed().get(lemma(lower), ()))


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
