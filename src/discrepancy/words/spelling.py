"""How two ways of writing a name depart from each other.

>>> departure("Port of Fahora", "Port of Fakhora")
Departure(rung='spelling', one='Fahora', other='Fakhora', letters='consonant', both=False)
>>> departure("Ann Hale", "Mara Hale").rung, departure("Hale Co.", "Hale Corp.").rung
('first', 'last')
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA, Indel

from discrepancy import tables
from discrepancy.words.british import american

Letters = Literal["same", "vowel", "doubled", "consonant", "other"]
"""In which letters two words differ, the mildest that explains it."""

Rung = Literal["equal", "marks", "spacing", "order", "fuller", "first", "last", "spelling", "apart"]
"""equal: but for case; marks: hyphens, accents; spacing: one word or two; order: words change
places; fuller: one holds the words of the other; first, last: another first or last word,
a given name in syllables behind its surname counting as first; spelling: one word with other
letters; apart: nothing of these."""

ALIKE = 0.7
"""Share of letters in common from which two surnames may be mistaken for one another."""

_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
_MARKS = re.compile(r"[\s'’`.\-]+")
_IN_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+")
_ARTICLE = re.compile(r"^(?:al|el|ad|an|as|ash)-(?=\w)|^the ", re.IGNORECASE)


class Departure(NamedTuple):
    """The rung, and the two words that differ where it is one word of each."""

    rung: Rung
    one: str
    other: str
    letters: Letters
    both: bool = False
    """Whether both words of a name differ, each of them by a few letters."""


class Nickname(tables.Row):
    """A given name and its short forms, or the other ways of writing it."""

    name: str
    short: str


class Alternation(tables.Row):
    """Letters that two transliterations of one name differ in, as a pattern."""

    letters: str
    instead: str


@lru_cache(maxsize=50_000)
def folded(name: str) -> str:
    """The letters of a name without case, accents, article, hyphens, spaces: to compare only.

    >>> folded("al-Fākhora"), folded("Champs Elysees") == folded("Champs-Élysées")
    ('fakhora', True)
    """
    plain = unicodedata.normalize("NFD", _ARTICLE.sub("", name).casefold())
    return _MARKS.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def written_out(name: str) -> str:
    """The name in small letters, in those that a passport has where a keyboard has no others.

    >>> written_out("Müller"), written_out("Håkon Sørby")
    ('mueller', 'haakon soerby')
    """
    found = unicodedata.normalize("NFC", name.casefold())
    for row in tables.rows("romanised", Alternation, "written_out"):
        found = found.replace(row.letters, row.instead)
    return found


@lru_cache(maxsize=20_000)
def departure(a: str, b: str) -> Departure:
    """How the name `a` departs from `b`."""
    if folded(a) == folded(b) or folded(written_out(a)) == folded(written_out(b)):
        return Departure(_marks(a, b), a, b, "same")
    left, right = _ARTICLE.sub("", a).split(), _ARTICLE.sub("", b).split()
    only_left, only_right = _left_over(left, right), _left_over(right, left)
    if not only_left and not only_right:
        return Departure("order", a, b, "same")
    if not only_left or not only_right:
        return Departure("fuller", a, b, "same")
    if len(only_left) == len(only_right) == 1 and len(left) == len(right):
        return _one_word(left, right, only_left[0], only_right[0])
    if len(left) == len(right) == len(only_left) == len(only_right) == 2:
        how = [_mildest(one, other) for one, other in zip(left, right, strict=True)]
        if "other" not in how:
            return Departure("spelling", a, b, max(how, key=_GRADES.index), both=True)
    return _nearest(a, b, only_left, only_right)


def letters(a: str, b: str) -> Letters:
    """In which letters two words differ.

    >>> letters("Hussein", "Hussain"), letters("Kale", "Kalle"), letters("Arn", "Hale")
    ('vowel', 'doubled', 'other')
    """
    one, other = folded(a), folded(b)
    if one == other or american(one) == american(other):
        return "same"
    if not close(one, other):
        return "other"
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return "doubled"
    if _skeleton(one) == _skeleton(other):
        return "vowel"
    return "consonant"


def _mildest(one: str, other: str) -> Letters:
    alike = as_transliterated(one) == as_transliterated(other)  # Marjorie, Marjory
    return "vowel" if alike and folded(one) != folded(other) else letters(one, other)


_GRADES = ("same", "vowel", "doubled", "consonant", "other")


def near(a: str, b: str) -> bool:
    """Whether a hasty ear takes one surname for the other: "Hamoud" and "Mahmoud".

    >>> near("Hamoud", "Mahmoud"), near("Hale", "Marlow")
    (True, False)
    """
    return Indel.normalized_similarity(folded(a), folded(b)) >= ALIKE


def one_romanised(a: str, b: str) -> bool:
    """Whether two names may be one, brought into Latin letters by two hands.

    >>> one_romanised("Giorgos", "Yiorgos"), one_romanised("Kallaris", "Kallaros")
    (True, False)
    >>> one_romanised("Qadhafi", "Kaddafi"), one_romanised("Park", "Pak")
    (True, True)
    """
    return _romanised(a) == _romanised(b)


@lru_cache(maxsize=20_000)
def _romanised(name: str) -> str:
    found = folded(name)
    for row in tables.rows("romanised", Alternation):
        found = re.sub(row.letters, row.instead, found)
    return found


def close(one: str, other: str) -> bool:
    """One edit, or two in words of eight letters and more: a slip rather than another word."""
    shorter = min(len(one), len(other))
    allowed = 2 if shorter > 7 else 1
    return shorter > 3 and OSA.distance(one, other, score_cutoff=allowed) <= allowed


def short_forms(a: str, b: str) -> bool:
    """Whether two given names may be one: "Steve" and "Steven", "J." and "John".

    >>> short_forms("Bob", "Robert"), short_forms("J.", "John"), short_forms("Ann", "Mara")
    (True, True, False)
    """
    one, other = folded(a), folded(b)
    if one[:1] == other[:1] and 1 in (len(one), len(other)):
        return True
    return bool(_long(one) & _long(other))


def in_syllables(word: str) -> bool:
    """Whether a given name is written as those are that follow a surname: "Ha-rin".

    >>> in_syllables("Ha-rin"), in_syllables("Hale-Marn"), in_syllables("Rin")
    (True, False, False)
    """
    return _IN_SYLLABLES.fullmatch(word) is not None


def is_english(given: str) -> bool:
    """Whether it is a given name, or a short form of one, that English writes in one way.

    >>> is_english("Tom"), is_english("Karim")
    (True, False)
    """
    return folded(given) in _english()


def as_transliterated(word: str) -> str:
    """The word with what transliterations vary in ("ou", "oo", "u") written in one way.

    >>> as_transliterated("Khoury") == as_transliterated("Khuri")
    True
    """
    found = folded(word)
    for row in tables.rows("nicknames", Alternation, "alternation"):
        found = re.sub(row.letters, row.instead, found)
    return found


def _marks(a: str, b: str) -> Rung:
    if a.casefold() == b.casefold():
        return "equal"
    bare = [_ARTICLE.sub("", name) for name in (a, b)]
    joined = len(folded(a)) > 5 and any(name.isalpha() for name in bare)
    return "spacing" if joined and any(" " in name for name in bare) else "marks"


def _left_over(words: list[str], others: list[str]) -> list[str]:
    rest = [folded(word) for word in others]
    return [word for word in words if folded(word) not in rest]


def _one_word(left: list[str], right: list[str], one: str, other: str) -> Departure:
    how = letters(one, other)
    if how == "same":
        return Departure("marks", one, other, how)
    if how != "other":
        return Departure("spelling", one, other, how)
    rung: Rung = "apart"
    given = len(left) == 2 and in_syllables(one) and in_syllables(other)
    if given or (len(left) > 1 and (one, other) == (left[0], right[0])):
        rung = "first"
    elif len(left) > 1 and (one, other) == (left[-1], right[-1]):
        rung = "last"
    return Departure(rung, one, other, how)


def _nearest(a: str, b: str, left: list[str], right: list[str]) -> Departure:
    """One word of the shorter left over, near one of the longer: "Klale" and "Mara Kalle"."""
    for fewer, more, swap in ((left, right, False), (right, left, True)):
        if len(fewer) == 1:
            near = next((word for word in more if letters(fewer[0], word) != "other"), None)
            if near and letters(fewer[0], near) != "same":
                one, other = (near, fewer[0]) if swap else (fewer[0], near)
                return Departure("spelling", one, other, letters(one, other))
    return Departure("apart", a, b, "other")


def _skeleton(word: str) -> str:
    """The consonants, with a mark where vowels stand: "hussein" and "hussain" share one."""
    return _VOWELS.sub("a", _DOUBLED.sub(r"\1", word))


def _long(name: str) -> frozenset[str]:
    return _nicknames().get(name, frozenset()) | {name}


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """For each short form the full names it stands for; a full name stands for itself."""
    found: dict[str, frozenset[str]] = {}
    rows = (tables.rows("nicknames", Nickname, part) for part in ("row", "transliterated"))
    for row in chain(*rows):
        for short in row.short.split():
            found[short] = found.get(short, frozenset()) | {row.name}
    return found


@cache
def _english() -> frozenset[str]:
    rows = tables.rows("nicknames", Nickname)
    return frozenset(name for row in rows for name in (row.name, *row.short.split()))


def initials(name: str) -> str:
    """The capitals by which a name is called.

    >>> initials("U.S. Geological Survey"), initials("Norby Arn-Hale River")
    ('USGS', 'NAHR')
    """
    parts = name.replace(".", "").replace("-", " ").split()
    return "".join(part if part.isupper() else part[0] for part in parts if part[0].isupper())
