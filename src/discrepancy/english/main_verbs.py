"""A sentence has a verb: where no form tells which word it is, the likeliest one.

"Bids close on Monday", "work on the tunnel starts in March": what may be a noun as well is the verb
where nothing else in the sentence can be it. Speech does not count: what is said has its own verb.

>>> from discrepancy.english.acts import acts_of
>>> [(word.text, word.lemma) for word in acts_of("Bids close on Monday.") if word.act == "verb"]
[('close', 'close')]
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from discrepancy.english.lexicon import entry
from discrepancy.tables import words
from discrepancy.words import is_adverb


class Told(Protocol):
    """A word of a sentence and what was found that it does."""

    @property
    def text(self) -> str:
        """As written."""

    @property
    def lower(self) -> str:
        """In lower case."""

    @property
    def act(self) -> str:
        """What it does: "verb", "aux", "noun", "state" or ""."""

    @property
    def lemma(self) -> str:
        """Base form of a verb, else the word in lower case."""


class MainVerb(NamedTuple):
    """Where the verb stands, and its base form."""

    at: int
    lemma: str


def main_verb(read: Sequence[Told]) -> MainVerb | None:
    """The verb of a full sentence in which none was found; None where one was, or none may be."""
    if len(read) < 3 or read[-1].text not in (".", ",", '"', "”") or any(map(_is_finite, read)):
        return None
    return next(_candidates(read), None)


def _is_finite(word: Told) -> bool:
    """Whether a word is the verb of its clause, or a state that stands for one; no speech."""
    if word.act == "aux" or (word.act == "state" and word.lower.endswith("ed")):
        return True
    if word.lower[:1] in ("'", "’") and word.lower[1:] in _SHORTENED:
        return True
    return (
        word.act == "verb"
        and not word.lower.endswith("ing")
        and word.lower not in words("verbs_of_saying", "said")
    )


_SHORTENED = frozenset(("s", "re", "m", "ll", "ve", "d"))
"""What is left of "is", "are", "will" behind an apostrophe; "'s" may be one, so it counts."""


def _candidates(read: Sequence[Told]) -> Iterator[MainVerb]:
    """Words that may be the verb, in order."""
    several = _are_several(read)
    for at in range(1, len(read) - 1):
        word = read[at]
        if not (word.text.islower() and word.text.isalpha() and _may_lead(read[at + 1])):
            continue
        base = None if word.lower in words("verbs_of_saying", "said") else _base(word.lower)
        if base is None or (base == word.lower) is not several:
            continue
        if _stands_behind_its_subject(read, at, several):
            yield MainVerb(at, base)


def _stands_behind_its_subject(read: Sequence[Told], at: int, several: bool) -> bool:
    """Whether a noun, name or pronoun stands before a word, an adverb between them let through."""
    while at > 1 and _is_adverb(read[at - 1].lower):
        at -= 1
    before = read[at - 1]
    if not before.text[:1].isalpha():  # the Norby 700 features
        return not several and at > 1 and read[at - 2].text[:1].isupper()
    known = entry(before.lower)
    if not _SMALL.isdisjoint(known.classes):
        return before.lower in _PRONOUNS
    if not several or before.lower in _SEVERAL or known.singular != known.lower:
        return True
    return before.text[:1].isupper() and read[at - 2].lower in _OF_A_PLACE


def _is_adverb(lower: str) -> bool:
    return is_adverb(lower) or "adverbs" in entry(lower).classes


_OF_A_PLACE = frozenset(("in", "of", "at", "from", "near"))
"""Between a subject and the name of its place: "schools in Ilmar open"."""


def _are_several(read: Sequence[Told]) -> bool:
    """Whether the subject, the first noun of the sentence or of what is said, is several."""
    for word in read:
        known = entry(word.lower)
        if word.lower in words("verbs_of_saying", "said"):
            continue
        if word.lower in _PRONOUNS or word.lower in _SEVERAL:
            return word.lower in _SEVERAL
        if word.text[:1].isalpha() and _SMALL.isdisjoint(known.classes):
            return known.singular != known.lower
    return False


_PRONOUNS = frozenset(("it", "he", "she", "this", "that", "they", "we", "you", "i"))
_SEVERAL = frozenset(("they", "we", "you", "i", "people", "police"))
_SMALL = frozenset(("determiners", "prepositions", "conjunctions"))


def _may_lead(after: Told) -> bool:
    """Whether what stands behind a word may stand behind a verb: no second noun of a pair."""
    if not after.text[:1].isalpha() or after.text[:1].isupper() or after.lower.endswith("ly"):
        return True
    return not entry(after.lower).classes.isdisjoint(("determiners", "prepositions"))


@lru_cache(maxsize=20_000)
def _base(lower: str) -> str | None:
    """The verb of which a word is a present form; None where it is none that was met."""
    forms = [lower]
    if lower.endswith("s"):
        forms += [lower[:-1]] + [f"{lower[:-3]}y"] * lower.endswith("ies")
        forms += [lower[:-2]] * lower.endswith("es")
    met = words("verbs", "met")
    return next((form for form in forms if form in met), None)
