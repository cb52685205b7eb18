"""A claim in its sentence, as the readers of a measurand see it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from discrepancy.english.acts import Word
from discrepancy.english.lexicon import entry
from discrepancy.extraction.names import gazetteer
from discrepancy.extraction.names.entities import Entity


class View(NamedTuple):
    """The words round a claim, and who is named among them."""

    text: str
    """Of the whole document."""
    sentence: Sequence[Word]
    clause: Sequence[Word]
    left: Sequence[Word]
    """The words of the clause before the claim."""
    right: Sequence[Word]
    """The words of the clause after the claim."""
    start: int
    end: int
    """Of the claim with its counted noun."""
    key: str
    """What data/predicates.toml calls this sort of claim."""
    named: Sequence[Entity]
    """Everybody and everything that the sentence names."""
    last_person: str | None
    """The person named last before the sentence."""

    def named_in(self, start: int, end: int) -> list[Entity]:
        """Who or what is named in a stretch of the text, the claim itself left out."""
        return [
            one
            for one in self.named
            if start <= one.span.start < end and not self.start <= one.span.start < self.end
        ]

    def before(self, offset: int) -> Word | None:
        """The word before a place of the sentence."""
        return next((w for w in reversed(self.sentence) if w.end <= offset), None)


def is_common(word: Word) -> bool:
    """Whether a word can be a common noun: "revenue", no verb, number or small word."""
    return not word.text[0].isupper() and _can_be_a_noun(word)


def is_noun(view: View, word: Word) -> bool:
    """The same of a word of this sentence, which may open it: "Unemployment fell"."""
    if word is not view.sentence[0]:
        return is_common(word)
    named = any(one.span.start <= word.start < one.span.end for one in view.named)
    return not named and gazetteer.is_ordinary(word.lower) and _can_be_a_noun(word)


def _can_be_a_noun(word: Word) -> bool:
    return word.act not in ("verb", "aux") and _is_nominal(word.lower)


@lru_cache(maxsize=20_000)
def _is_nominal(lower: str) -> bool:
    """Whether a word, wherever it stands, may be a common noun."""
    if len(lower) < 3 or not lower[0].isalpha() or lower.endswith(("ly", "-old")):
        return False
    return _SMALL.isdisjoint(entry(lower).classes)


_SMALL = frozenset({"determiners", "prepositions", "conjunctions", "between", "modals", "adverbs"})
"""Classes of words that are no common nouns."""


def is_verb(word: Word) -> bool:
    """Whether a word can govern a clause: a verb, or "be"."""
    return word.act == "verb" or (word.act == "aux" and word.lemma == "be")


def full(one: Entity) -> str:
    """The full name that the document gives."""
    return one.full or one.text
