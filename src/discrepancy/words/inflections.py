"""Forms of words: base forms of verbs, singulars and plurals of nouns.

>>> lemma("struck"), lemma("injured"), singular("children"), plural("child")
('strike', 'injure', 'child', 'children')
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from discrepancy.patterns import pattern
from discrepancy.tables import Row, rows, words


@lru_cache(maxsize=20_000)
def singular(noun: str) -> str:
    """The singular of a noun in lower case.

    >>> [singular(noun) for noun in ("People", "boxes", "houses", "parties", "glasses", "news")]
    ['person', 'box', 'house', 'party', 'glass', 'news']
    """
    word = noun.lower()
    if word in words("irregular", "unchanged") or len(word) < 4 or word[-1] != "s":
        return _irregular("noun").get(word) or _compound(word, _irregular("noun")) or word
    if word in _irregular("noun"):
        return _irregular("noun")[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


@lru_cache(maxsize=20_000)
def plural(noun: str) -> str:
    """The plural of a noun; of several words, that of the last.

    >>> [plural(noun) for noun in ("crew member", "person", "city", "box", "boy", "fireman")]
    ['crew members', 'people', 'cities', 'boxes', 'boys', 'firemen']
    """
    before, space, last = noun.rpartition(" ")
    if singular(last) != last.lower():
        return noun  # it is one already
    many = _plurals().get(last.lower()) or _compound(last, _plurals())
    if many is None and last.lower() not in words("irregular", "unchanged"):
        if last.endswith(("s", "x", "z", "ch", "sh")):
            many = last + "es"
        else:
            many = last[:-1] + "ies" if re.search("[^aeiou]y$", last) else last + "s"
    return f"{before}{space}{many or last}"


def _compound(noun: str, forms: Mapping[str, str]) -> str | None:
    """The form of a noun that ends in one of irregular forms: firemen, grandchild; no "human"."""
    for last in words("irregular", "last_parts"):
        if noun.endswith(last) and last in forms and noun not in words("irregular", "whole"):
            return noun.removesuffix(last) + forms[last]
    return None


@lru_cache(maxsize=20_000)
def lemma(verb: str) -> str:
    """The base form of a verb in lower case.

    >>> [lemma(verb) for verb in ("died", "hitting", "charges", "trapping", "closed", "fled")]
    ['die', 'hit', 'charge', 'trap', 'close', 'flee']
    """
    word = verb.lower()
    if word in _irregular("verb"):
        return _irregular("verb")[word]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("eed") or len(word) < 4:
        return word
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word:
            return _stem_to_base(stem) if _VOWEL.search(stem) else word
    return _third_person(word)


_VOWEL = re.compile("[aeiouy]")


class _Inflection(Row):
    base: str
    forms: str


@cache
def _irregular(part: str) -> dict[str, str]:
    """Form to base form, of every irregular "verb" or "noun"; a base is its own form."""
    forms: dict[str, str] = {}
    for row in rows("irregular", _Inflection, part):
        forms.update((form, row.base) for form in (row.base, *row.forms.split()))
    return forms


@cache
def irregular_verbs() -> frozenset[str]:
    """The base forms of the verbs that the table of irregular forms lists."""
    return frozenset(row.base for row in rows("irregular", _Inflection, "verb"))


@cache
def irregular_pasts() -> frozenset[str]:
    """Irregular forms that are not the base: "struck", "died"; and bases that are their past."""
    listed = rows("irregular", _Inflection, "verb")
    return frozenset(form for row in listed for form in row.forms.split() or (row.base,))


@cache
def _plurals() -> dict[str, str]:
    """The plural of every irregular noun: the first of its forms."""
    return {row.base: row.forms.split()[0] for row in rows("irregular", _Inflection, "noun")}


def _stem_to_base(stem: str) -> str:
    """What "-ed" or "-ing" was added to: trapp -> trap, clos -> close, kill -> kill."""
    if stem + "e" in words("irregular", "silent_e") or stem + "e" in _irregular("verb"):
        return stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        doubled = stem[-1] not in "lsfz" or stem[:-1] in words("irregular", "double_l")
        return stem[:-1] if doubled else stem
    return stem + "e" if _silent_e().search(stem) else stem


_silent_e = pattern(
    r"(?:(?<![eo])at|(?<![ao])u[lt]|ur|[bcdfgkptz]l|v|u|z|c"  # evacuat  execut  injur  handl
    r"|[^n]g|[^sn]s|ns)$"  # damag  clos  licens
)
"""Stems that no verb ends in without its final -e."""


def _third_person(word: str) -> str:
    """Drop the -s of "kills", "carries", "pushes"; other words stay."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")
