"""What is known of a word wherever it stands: its base forms, its classes, what it may tell.

>>> entry("struck").lemma, entry("struck").past, "prepositions" in entry("under").classes
('strike', True, True)
"""

from functools import cache, lru_cache
from typing import NamedTuple

from discrepancy.english import predicates
from discrepancy.english.predicates import Predicate
from discrepancy.tables import lists, words
from discrepancy.words import irregular_pasts, irregular_verbs, lemma, singular


class Entry(NamedTuple):
    """One word in lower case."""

    lower: str
    lemma: str
    """Its base form, taken for a verb."""
    singular: str
    """Its singular, taken for a noun."""
    classes: frozenset[str]
    """The lists of data/grammar.toml that hold it: "prepositions", "auxiliaries"."""
    letters: bool
    """Whether it begins with a letter."""
    verb: bool
    """Whether its base form is one that a table lists as a verb."""
    past: bool
    """Whether it is an irregular past, or a base that is its own: "struck", "hit"."""
    deeds: tuple[Predicate, ...]
    """Classes of events that it may stand for as a verb."""
    states: tuple[Predicate, ...]
    """As an adjective or adverb."""
    events: tuple[Predicate, ...]
    """As a noun."""

    @property
    def silent(self) -> bool:
        """Whether it is no verb, state or event wherever it stands."""
        if self.states or self.events or "auxiliaries" in self.classes:
            return False
        return not self.letters or (self.lemma == self.lower and not self.verb)


@lru_cache(maxsize=20_000)
def entry(lower: str) -> Entry:
    """What is known of a word in lower case."""
    base = lemma(lower)
    return Entry(
        lower,
        base,
        singular(lower),
        _classes().get(lower, frozenset()),
        lower[:1].isalpha(),
        base in _verbs(),
        lower in irregular_pasts(),
        predicates.of_verb(base),
        predicates.of_state(lower),
        predicates.of_noun(lower),
    )


@lru_cache(maxsize=20_000)
def is_silent(lower: str) -> bool:
    """Whether a word is no verb, state or event wherever it stands: kept, as most words are."""
    return entry(lower).silent


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name in lists("grammar"):
        for word in words("grammar", name):
            found[word] = found.get(word, frozenset()) | {name}
    return found


@cache
def _verbs() -> frozenset[str]:
    """Every base form that a table lists as a verb."""
    listed = irregular_verbs() | words("irregular", "silent_e")
    listed |= words("grammar", "transparent_verbs") | words("grammar", "plain_verbs")
    listed |= words("verbs", "only")
    return listed.union(*(row.verbs.split() for row in predicates.table()))
