"""How two spellings of a name differ: by a transliteration, a slip, or another name.

>>> difference("Fahora", "Fakhora"), difference("Hussein", "Hussain"), difference("Arn", "Hale")
('consonant', 'vowel', 'other')
"""

import re
import unicodedata
from functools import cache
from typing import Literal

from rapidfuzz.distance import OSA

from discrepancy import tables

Difference = Literal["none", "vowel", "doubled", "consonant", "other"]

_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
_MARKS = re.compile(r"[\s'’`.\-]+")


class Nickname(tables.Row):
    """A given name and its short forms."""

    name: str
    short: str


def folded(name: str) -> str:
    """The letters of a name without case, accents, hyphens and spaces, for comparing only."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return _MARKS.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def difference(a: str, b: str) -> Difference:
    """In what two words differ, the mildest that explains it."""
    one, other = folded(a), folded(b)
    if one == other:
        return "none"
    if not close(one, other):
        return "other"
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return "doubled"
    if _skeleton(one) == _skeleton(other):
        return "vowel"
    return "consonant"


def close(one: str, other: str) -> bool:
    """One edit, or two in words of eight letters and more: a slip rather than another word."""
    allowed = 2 if min(len(one), len(other)) > 7 else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def short_forms(a: str, b: str) -> bool:
    """Whether two given names may be one: "Steve" and "Steven", "J." and "John"."""
    one, other = folded(a), folded(b)
    if one[:1] == other[:1] and 1 in (len(one), len(other)):
        return True
    return bool(_long(one) & _long(other))


def _skeleton(word: str) -> str:
    """The consonants, with a mark where vowels stand: "hussein" and "hussain" share one."""
    return _VOWELS.sub("a", _DOUBLED.sub(r"\1", word))


def _long(name: str) -> frozenset[str]:
    return _nicknames().get(name, frozenset()) | {name}


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """For each short form the full names it stands for; a full name stands for itself."""
    found: dict[str, frozenset[str]] = {}
    for row in tables.rows("nicknames", Nickname):
        for short in row.short.split():
            found[short] = found.get(short, frozenset()) | {row.name}
    return found
