"""Whether two wordings of a measurand that people typed in name one thing.

Equal words, folded, are one thing surely. Else the words are brought to what they mean here: a
word of a class of events to the class ("killed", "fatalities" and "death toll" to "die"), a
counted noun to its class, and compared by rapidfuzz.

>>> folded("Péople  killed") == folded("people Killed")
True
>>> likeness("death toll", "people killed") >= LIKE, likeness("range", "apogee") >= LIKE
(True, False)
>>> likeness("people killed", "people injured"), likeness("length", "width") >= LIKE
(0.0, False)
"""

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz import fuzz

from discrepancy import tables, words
from discrepancy.english import predicates

LIKE = 90.0
"""From this likeness of 100 on two wordings are taken for one measurand."""

SLIP = 85.0
"""From this likeness of two words on, they may be one word spelt in two ways."""


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """The words without case, accents, marks, articles and plurals, one space apart."""
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    told = (word for word in letters.casefold().split() if word not in ("the", "a", "an"))
    return " ".join(map(words.singular, told))


def likeness(a: str, b: str, subject: str = "") -> float:
    """How like two measurands of one subject are, from 0 to 100.

    What the subject says already counts on neither side: "length of the bridge" of a bridge is
    its length.
    """
    one, other = _meant(a, subject), _meant(b, subject)
    if one == other:
        return 100.0 if one else 0.0
    classes = [{word for word in told if word.startswith("=")} for told in (one, other)]
    if classes[0] != classes[1] or _figures(one) != _figures(other):
        return 0.0
    left, right = sorted(set(one) - set(other)), sorted(set(other) - set(one))
    if len(left) != len(right) or not all(map(_one_word, left, right)):
        return 0.0
    return fuzz.token_sort_ratio(" ".join(one), " ".join(other))


def meaning(measurand: str, subject: str = "") -> str:
    """What two wordings of one measurand have in common: a key to look them up by."""
    return " ".join(_meant(measurand, subject))


def predicate(measurand: str) -> str | None:
    """The class of events or measures that the words name; None where they name none or two."""
    named = {word[1:] for word in _meant(measurand, "") if word.startswith("=")}
    return named.pop() if len(named) == 1 else None


def _one_word(a: str, b: str) -> bool:
    """Whether two words are likely one, spelt in two ways."""
    return min(len(a), len(b)) > 4 and fuzz.ratio(a, b) >= SLIP


def _figures(told: tuple[str, ...]) -> list[str]:
    return [word for word in told if any(map(str.isdigit, word))]


@lru_cache(maxsize=200_000)
def _meant(measurand: str, subject: str) -> tuple[str, ...]:
    """The content words in alphabetical order, each brought to its class."""
    of = set(folded(subject).split())
    text = _with_phrases(folded(measurand))
    told = [word for word in text.split() if not words.is_stop(word) and word not in of]
    told = [word for word in told if word not in tables.words("entries", "counters")] or told
    meant = {_class(word) for word in told}
    if meant & {f"={name}" for name in tables.words("entries", "of_people")}:
        meant.discard("person")
    return tuple(sorted(meant))


def _class(word: str) -> str:
    """The class of events or nouns that a folded word belongs to, or the word itself."""
    if word.startswith("="):
        return word
    base = words.lemma(word)
    rows = (
        predicates.of_verb(base)
        if base != word
        else predicates.of_noun(word) or predicates.of_verb(word) or predicates.of_state(word)
    ) or predicates.of_state(word)
    named = {row.id for row in rows if not row.weak}
    if len(named) == 1:
        return f"={named.pop()}"
    return words.noun_class(word) if words.is_counted_noun(word) and not _part(word) else word


def _part(word: str) -> bool:
    return words.subclass(word) is not None


def _with_phrases(text: str) -> str:
    """The words with each fixed phrase as its class: "death toll" is "=die"."""
    return _phrase().sub(lambda found: f"={_phrases()[found[0]]}", text)


@cache
def _phrase() -> re.Pattern[str]:
    listed = sorted(_phrases(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b")


@cache
def _phrases() -> dict[str, str]:
    """The phrases of the classes of events, folded."""
    return {
        folded(" ".join(parts)): row.id
        for listed in predicates.phrase_events().values()
        for parts, row in listed
    }
