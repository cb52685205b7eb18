"""What each word of a sentence does: verb, auxiliary, event noun, state, or nothing of these.

No tagger: a word counts as a verb by its form, by the word before it, and by the tables.

>>> [(word.text, word.act) for word in acts("The quake left 14 people dead.") if word.act]
[('quake', 'noun'), ('left', 'verb'), ('dead', 'state')]
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from discrepancy.english import predicates
from discrepancy.english.predicates import Predicate
from discrepancy.english.titles import is_title
from discrepancy.tables import Row, rows, words
from discrepancy.words import Token, is_counted_noun, lemma, singular, tokens


class Word(NamedTuple):
    """A token and what it does in its sentence."""

    start: int
    end: int
    text: str
    lower: str
    act: str
    """ "verb", "aux", "noun" (of an event), "state", or ""."""
    lemma: str
    """Base form of a verb, else the word in lower case."""
    events: tuple[Predicate, ...]
    """Classes that it may stand for; empty for what names no event."""


def acts(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of one sentence, each with what it does."""
    found = tokens(text, start, end)
    titled = is_title([token.text for token in found])
    read: list[Word] = []
    for place, token in enumerate(found):
        before = read[-1] if read else None
        after = found[place + 1] if place + 1 < len(found) else None
        proper = not titled and _is_proper(token, before, after)
        read.append(_word(token, before, after.lower if after else "", proper=proper))
    read = [
        word._replace(act="", events=()) if word.act == "noun" and _modifies(read, at) else word
        for at, word in enumerate(read)
    ]
    for places, event in _phrases(read):
        first, *others = places
        head = read[first]
        act = "verb" if head.act in ("verb", "aux") else "state"
        read[first] = head._replace(act=act, events=(event, *head.events))
        for part in others:
            read[part] = read[part]._replace(act="", events=())
    return read


def _word(token: Token, before: Word | None, after: str, *, proper: bool) -> Word:
    lower = token.lower
    if lower in words("grammar", "auxiliaries") and not (lower in ("'s", "’s") or proper):
        return Word(*token, "aux", lemma(lower), ())
    if not lower[0].isalpha() or proper:
        return Word(*token, "", lower, ())
    if _is_verb(lower, before, after):
        base = lemma(lower)
        return Word(*token, "verb", base, predicates.of_verb(base) or predicates.of_state(lower))
    if states := predicates.of_state(lower):
        return Word(*token, "state", lower, states)
    events = predicates.of_noun(lower)
    return Word(*token, "noun" if events else "", lower, events)


def _is_verb(lower: str, before: Word | None, after: str) -> bool:
    previous = before.lower if before else ""
    led = previous in words("grammar", "determiners")
    base = lemma(lower)
    if base == lower:
        return _base_is_verb(lower, before, after)
    if lower.endswith("ing"):
        return not led and _ing_is_verb(lower, before, after)
    if lower.endswith("ed") or is_irregular_past(lower):
        return not led or after in ("by", "")
    if previous in ("who", "which", "that") and lower.endswith("s"):
        return True
    if base not in _known_verbs() or led or previous in words("grammar", "prepositions"):
        return False
    return before is not None and _third_person(lower, before, after)


def _ing_is_verb(lower: str, before: Word | None, after: str) -> bool:
    """Whether "killing" has an object or a subject: "of killing two", not "of killing in"."""
    if lower in words("grammar", "nouns_in_ing"):
        return before is not None and before.act == "aux"
    previous = before.lower if before else ""
    if len(lower) < 6 or (before is None and _is_plain_present(after)):
        return False
    if previous in ("of", "for", "in", "by", "during"):
        return after[:1].isalnum() and after not in words("grammar", "prepositions")
    return True


def _is_plain_present(lower: str) -> bool:
    """Whether a word can be the verb after a subject in -ing: "Bombing kills 23"."""
    return lower.endswith("s") and lower != lemma(lower) and lemma(lower) in _known_verbs()


def _third_person(lower: str, before: Word, after: str) -> bool:
    """Whether "strikes" is a verb: "the quake strikes the town", not "air strikes killed"."""
    if before.act in ("verb", "aux") or not before.lower[0].isalpha():
        return False
    if lemma(lower) not in words("grammar", "noun_or_verb") and not predicates.of_noun(lower):
        return not is_counted_noun(lower)
    if after in words("grammar", "auxiliaries"):
        return False
    if after.endswith("ed") or is_irregular_past(after):
        return False  # "two shells struck"
    if not before.text.isalpha() or (after in words("grammar", "prepositions") - _AFTER_VERBS):
        return False
    return after[:1].isalnum() and after != "and"


_AFTER_VERBS = frozenset(("off", "near", "at", "into"))
"""Prepositions that follow "strikes" as a verb rather than as a noun."""


def _base_is_verb(lower: str, before: Word | None, after: str) -> bool:
    """Whether a base form is a verb: after "to", a modal, a pronoun or a plural."""
    if before is None or lower not in _known_verbs():
        return False
    if before.lower in words("grammar", "modals"):
        return True
    if not before.lower[0].isalpha() or after in words("grammar", "auxiliaries"):
        return False
    if is_irregular_past(lower) and before.lower not in words("grammar", "determiners"):
        return before.act in ("", "noun")  # "the quake hit"
    return before.act == "" and singular(before.lower) != before.lower


def _is_proper(token: Token, before: Word | None, after: Token | None) -> bool:
    """Whether a capitalised word is a name: inside a sentence, or first of "United Docks"."""
    if not token.text[0].isupper():
        return False
    if before is None or before.lower in _OPENERS:
        named = after is not None and after.text[0].isupper()
        return named and token.lower.endswith(("ed", "ing"))
    return True


_OPENERS = frozenset({'"', "“", "'", "‘", ":", ";", "-", "–", "—", "(", ".", "?", "!", "''", "``"})


def _modifies(read: list[Word], at: int) -> bool:
    """Whether an event noun only modifies the next noun: "assault rifles", "fire engines"."""
    after = read[at + 1] if at + 1 < len(read) else None
    if after is None or not after.text.islower() or after.act not in ("", "noun"):
        return False
    small = ("determiners", "prepositions", "conjunctions", "between", "modals")
    return not after.lower.endswith("ly") and not any(
        after.lower in words("grammar", name) for name in small
    )


def _phrases(read: list[Word]) -> Iterable[tuple[range | tuple[int, ...], Predicate]]:
    """Where a fixed phrase stands: "lost their lives", "on board", "took 31 men into custody"."""
    listed = predicates.phrases()
    for at, word in enumerate(read):
        for parts, event in listed.get(lemma(word.lower), ()):
            places = _phrase_places(read, at, parts) or _around_an_object(read, at, parts)
            if places:
                yield places, event
                break


def _phrase_places(read: list[Word], at: int, parts: tuple[str, ...]) -> range:
    """The words from `at` that the phrase takes, possessives let through; none: not there."""
    place = at
    for part in parts:
        if place < len(read) and place > at and read[place].lower in _POSSESSIVES:
            place += 1
        if place >= len(read) or part not in _forms(read[place].lower):
            return range(0)
        place += 1
    return range(at, place)


_OBJECT = 5
"""How many words the object inside "took ... into custody" may have."""


def _around_an_object(read: list[Word], at: int, parts: tuple[str, ...]) -> tuple[int, ...]:
    """As `_phrase_places`, where a figure's noun phrase stands before "into custody"."""
    if len(parts) < 3 or parts[1] not in words("grammar", "prepositions"):
        return ()
    for place in range(at + 1, min(at + 2 + _OBJECT, len(read))):
        rest = _phrase_places(read, place, parts[1:]) if place > at + 1 else range(0)
        if rest:
            return (at, *rest)
        if read[place].act or not read[place].lower[0].isalnum():
            break
    return ()


_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "the", "a", "an"})


@cache
def _forms(lower: str) -> tuple[str, str, str]:
    return (lower, lemma(lower), singular(lower))


class _Inflected(Row):
    base: str
    forms: str


@cache
def _pasts() -> frozenset[str]:
    """Irregular forms that are not the base: "struck", "died"; and bases that are their past."""
    found: set[str] = set()
    for row in rows("irregular", _Inflected, "verb"):
        found.update(row.forms.split() or (row.base,))
    return frozenset(found)


def is_irregular_past(lower: str) -> bool:
    """Whether a form is an irregular past, or a base that is its own: "struck", "hit"."""
    return lower in _pasts()


@cache
def _known_verbs() -> frozenset[str]:
    """Every base form that a table lists as a verb."""
    listed = {row.base for row in rows("irregular", _Inflected, "verb")}
    listed |= words("irregular", "silent_e") | words("grammar", "transparent_verbs")
    for row in predicates.table():
        listed.update(row.verbs.split())
    return frozenset(listed)
