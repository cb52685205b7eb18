"""Which words may head one measurand: "begin" and "start", "convict" and "conviction".

>>> head_class("conviction") == head_class("convicted"), head_class("stake") == head_class("price")
(True, False)
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain

from discrepancy import tables
from discrepancy.words import lemma, singular


@lru_cache(maxsize=20_000)
def head_class(word: str) -> str:
    """The word that stands for a verb or noun and its synonyms, a deed under its verb."""
    noun, verb = singular(word.lower()), lemma(word.lower())
    done = _deeds().get(noun)
    if done is not None:
        return _sets("verbs").get(done, done)
    told = _sets("verbs").get(verb) or _sets("nouns").get(noun)
    return told or (verb if verb in _verbs_with_a_deed() else noun)


def deed(noun: str) -> str | None:
    """The verb of a deed that a day is told of; None for any other word.

    >>> deed("reopening"), deed("building")
    ('reopen', None)
    """
    return _deeds().get(noun, noun) if noun in tables.words("deeds", "dated") else None


@cache
def _verbs_with_a_deed() -> frozenset[str]:
    return frozenset(_deeds().values())


@cache
def _deeds() -> Mapping[str, str]:
    """The verb of each noun that names a deed."""
    listed = chain(tables.lines("synonyms", "deeds"), tables.lines("deeds", "deeds"))
    return {noun: verb for verb, *nouns in map(str.split, listed) for noun in nouns}


@cache
def _sets(name: str) -> Mapping[str, str]:
    """The first word of its set for each word."""
    return {
        word: listed[0]
        for listed in map(str.split, tables.lines("synonyms", name))
        for word in listed
    }
