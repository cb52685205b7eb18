"""What each word of a sentence does: verb, auxiliary, event noun, state, or nothing of these.

No tagger: a word counts as a verb by its form, by the word before it, and by the tables.

>>> [(word.text, word.act) for word in acts_of("The quake left 14 people dead.") if word.act]
[('quake', 'noun'), ('left', 'verb'), ('dead', 'state')]
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from discrepancy.english import predicates
from discrepancy.english.lexicon import Entry, entry, is_silent
from discrepancy.english.main_verbs import main_verb
from discrepancy.english.predicates import Predicate
from discrepancy.english.titles import is_title
from discrepancy.tables import words
from discrepancy.words import Token, is_counted_noun, tokens


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


def acts_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of one sentence, each with what it does."""
    found = tokens(text, start, end)
    titled = is_title([token.text for token in found])
    read: list[Word] = []
    before: Word | None = None
    following: list[Token | None] = [*found[1:], None]
    for token, after in zip(found, following, strict=False):
        if is_silent(token.lower) or (not titled and _is_proper(token, before, after)):
            before = _plain((*token, "", token.lower, ()))
        else:
            before = _word(token, before, after.lower if after else "")
        read.append(before)
    for at, word in enumerate(read):
        if word.act == "noun" and _modifies(read, at):
            read[at] = word._replace(act="", events=())
    if not titled and (main := main_verb(read)):
        known = entry(main.lemma)
        told = known.deeds or known.states
        read[main.at] = read[main.at]._replace(act="verb", lemma=main.lemma, events=told)
    for places, event in _phrases(read):
        first, *others = places
        head = read[first]
        act = "verb" if head.act in ("verb", "aux") else "state"
        read[first] = head._replace(act=act, events=(event, *head.events))
        for part in others:
            read[part] = read[part]._replace(act="", events=())
    return read


_plain: Callable[[tuple[int, int, str, str, str, str, tuple[()]]], Word] = partial(
    tuple.__new__, Word
)
"""A word that does nothing, of all its fields: most words are, so they are made without names."""


def _word(token: Token, before: Word | None, after: str) -> Word:
    known = entry(token.lower)
    if "auxiliaries" in known.classes and token.lower not in ("'s", "’s"):
        return Word(*token, "aux", known.lemma, ())
    if not known.letters:
        return Word(*token, "", known.lower, ())
    if _is_verb(known, before, after):
        return Word(*token, "verb", known.lemma, known.deeds or known.states)
    if known.states:
        return Word(*token, "state", known.lower, known.states)
    return Word(*token, "noun" if known.events else "", known.lower, known.events)


def _is_verb(known: Entry, before: Word | None, after: str) -> bool:
    lower = known.lower
    previous = before.lower if before else ""
    earlier = entry(previous).classes
    led = "determiners" in earlier
    if known.lemma == lower:
        return _base_is_verb(known, before, after)
    if lower.endswith("ing"):
        return not led and _ing_is_verb(known, before, after)
    if lower.endswith("ed") or known.past:
        return not led or after in ("by", "")
    if previous in ("who", "which", "that") and lower.endswith("s"):
        return True
    if not known.verb or led or "prepositions" in earlier:
        return False
    return before is not None and _third_person(known, before, after)


def _ing_is_verb(known: Entry, before: Word | None, after: str) -> bool:
    """Whether "killing" has an object or a subject: "of killing two", not "of killing in"."""
    if "nouns_in_ing" in known.classes:
        return before is not None and before.act == "aux"
    previous = before.lower if before else ""
    if before is not None and before.lemma == "be" and known.verb:
        return True  # "is suing"
    opens = before is None or before.lower in words("verbs_of_saying", "said")
    if len(known.lower) < 6 or (opens and _is_plain_present(entry(after))):
        return False
    if previous in ("of", "for", "in", "by", "during"):
        return after[:1].isalnum() and "prepositions" not in entry(after).classes
    return True


def _is_plain_present(known: Entry) -> bool:
    """Whether a word can be the verb after a subject in -ing: "Bombing kills 23"."""
    return known.lower.endswith("s") and known.lower != known.lemma and known.verb


def _third_person(known: Entry, before: Word, after: str) -> bool:
    """Whether "strikes" is a verb: "the quake strikes the town", not "air strikes killed"."""
    if before.text == ",":  # "Hale, who was arrested on Monday, denies the theft"
        object_follows = "determiners" in entry(after).classes
        return object_follows and known.lower.endswith("s") and not known.events
    if before.act in ("verb", "aux") or not before.lower[0].isalpha():
        return False
    if "noun_or_verb" not in entry(known.lemma).classes and not known.events:
        return not is_counted_noun(known.lower)
    following = entry(after)
    if "auxiliaries" in following.classes or after.endswith("ed") or following.past:
        return False  # "two shells struck"
    led = "prepositions" in following.classes and after not in _AFTER_VERBS
    return before.text.isalpha() and not led and after[:1].isalnum() and after != "and"


_AFTER_VERBS = frozenset(("off", "near", "at", "into"))
"""Prepositions that follow "strikes" as a verb rather than as a noun."""


def _base_is_verb(known: Entry, before: Word | None, after: str) -> bool:
    """Whether a base form is a verb: after "to", a modal, a pronoun or a plural."""
    if before is None:
        return False
    earlier = entry(before.lower)
    if "pure_modals" in earlier.classes and before.text.islower() and known.classes <= _MAY_ACT:
        return known.letters and len(known.lower) > 1  # nothing else stands there
    if not known.verb:
        return False
    if "modals" in earlier.classes:
        return True
    if not earlier.letters or "auxiliaries" in entry(after).classes:
        return False
    if known.lower in _OWN_PARTICIPLES and before.act == "aux":
        return before.lemma in ("be", "have")  # "has been run by", "has become"
    if known.past and "determiners" not in earlier.classes:
        passive = before.lemma == "be" and after not in ("to", "for")  # was shut, not "is set for"
        perfect = before.lemma == "have" and "plain_verbs" in known.classes  # "the dam has burst"
        return passive or perfect or before.act in ("", "noun")  # "the quake hit"
    return before.act == "" and earlier.singular != earlier.lower


_OWN_PARTICIPLES = frozenset(("become", "come", "overcome", "overrun", "run"))
"""Base forms that are participles too, though no pasts."""

_MAY_ACT = frozenset(("noun_or_verb", "plain_verbs"))


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
    return not after.lower.endswith("ly") and _SMALL.isdisjoint(entry(after.lower).classes)


_SMALL = frozenset({"determiners", "prepositions", "conjunctions", "between", "modals"})
"""The classes of words that no noun modifies."""


def _phrases(read: list[Word]) -> Iterable[tuple[range | tuple[int, ...], Predicate]]:
    """Where a fixed phrase stands: "lost their lives", "on board", "took 31 men into custody"."""
    listed = predicates.phrase_events()
    heads = [
        (at, listed[lemma])
        for at, word in enumerate(read)
        if (lemma := entry(word.lower).lemma) in listed
    ]
    present = {form for word in read for form in _forms(word.lower)} if heads else set()
    for at, phrases in heads:
        for parts, event in phrases:
            if not present.issuperset(parts):
                continue
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
    if len(parts) < 3 or "prepositions" not in entry(parts[1]).classes:
        return ()
    for place in range(at + 1, min(at + 2 + _OBJECT, len(read))):
        rest = _phrase_places(read, place, parts[1:]) if place > at + 1 else range(0)
        if rest:
            return (at, *rest)
        if read[place].act or not read[place].lower[0].isalnum():
            break
    return ()


_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "the", "a", "an"})


def _forms(lower: str) -> tuple[str, str, str]:
    known = entry(lower)
    return lower, known.lemma, known.singular
