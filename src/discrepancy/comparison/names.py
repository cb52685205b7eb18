"""Can two names of one person, place or thing both be right?

Transliterations, short forms and accents can; another consonant, another given name and
another rank cannot.
"""

from discrepancy import tables
from discrepancy.claim import NameClaim
from discrepancy.comparison import spelling
from discrepancy.finding import Comparison, Verdict


def compare(a: NameClaim, b: NameClaim) -> Comparison | None:
    """Judge two names that are taken to be of one; None where they share nothing."""
    one, other = a.value.text, b.value.text
    if spelling.folded(one) == spelling.folded(other):
        return _same(a, b)
    left, right = one.split(), other.split()
    if sorted(map(str.lower, left)) == sorted(map(str.lower, right)):
        if a.type == "person" or len(left) < 3:
            return _told(Verdict.COMPATIBLE, "compatible.order", "the same words in another order")
        return _told(
            Verdict.CONFLICT, "conflict.order", f"{one} and {other}: the words change places"
        )
    if len(left) == len(right):
        return _word_by_word(a, left, right)
    if a.type == b.type == "person":
        return _persons(left, right)
    return None


def _same(a: NameClaim, b: NameClaim) -> Comparison:
    if a.title and b.title and excluded(a.title, b.title):
        because = f"{a.title} and {b.title} are two ranks of one person"
        return _told(Verdict.CONFLICT, "conflict.rank", because)
    spaced = a.value.text.count(" ") != b.value.text.count(" ")
    if spaced and a.type != "person" and b.type != "person":
        because = "one word in one source, two in another"
        return _told(Verdict.CONFLICT, "conflict.spacing", because)
    if a.value.text.casefold() != b.value.text.casefold():
        return _told(
            Verdict.COMPATIBLE, "compatible.marks", "only hyphens, spaces or accents differ"
        )
    return _told(Verdict.AGREEMENT, "agreement.equal", "both give the same name")


def excluded(a: str, b: str) -> bool:
    """Whether nobody can hold both ranks."""
    ranks = tables.words("titles", "ranks")
    return a in ranks and b in ranks and a != b


def _word_by_word(a: NameClaim, left: list[str], right: list[str]) -> Comparison | None:
    differing = [(x, y) for x, y in zip(left, right, strict=True) if x.lower() != y.lower()]
    if len(differing) != 1:
        return None
    x, y = differing[0]
    how = spelling.difference(x, y)
    if len(left) > 1 and (x, y) == (left[0], right[0]) and a.type == "person":
        return _given(x, y, how)
    if len(left) > 1 and (x, y) == (left[-1], right[-1]) and how == "other":
        return _form(x, y)
    return _spelled(x, y, how, a.type)


def _given(x: str, y: str, how: spelling.Difference) -> Comparison:
    if spelling.short_forms(x, y) or how in ("none", "vowel", "doubled"):
        because = f"{x} and {y} are forms of one given name"
        return _told(Verdict.COMPATIBLE, "compatible.given", because)
    return _told(Verdict.CONFLICT, "conflict.given", f"{x} and {y} are two given names")


def _form(x: str, y: str) -> Comparison | None:
    forms = tables.words("titles", "legal_forms")
    if x in forms and y in forms:
        return _told(Verdict.CONFLICT, "conflict.form", f"{x} and {y} are two legal forms")
    return None


def _spelled(x: str, y: str, how: spelling.Difference, type_: str) -> Comparison | None:
    if how == "other":
        return None
    if how == "none":
        return _told(Verdict.COMPATIBLE, "compatible.marks", "only hyphens or accents differ")
    if how == "consonant" or (how == "doubled" and type_ in ("thing", "organisation")):
        because = f"{x} and {y} differ by more than a transliteration"
        return _told(Verdict.CONFLICT, "conflict.spelling", because)
    return _told(Verdict.COMPATIBLE, "compatible.spelling", f"{x} and {y} may be transliterations")


def _persons(left: list[str], right: list[str]) -> Comparison | None:
    """A surname against a full name, or a middle name more."""
    how = spelling.difference(left[-1], right[-1])
    if how == "none":
        return _told(Verdict.COMPATIBLE, "compatible.fuller", "one gives more of the name")
    return _spelled(left[-1], right[-1], how, "person")


def _told(verdict: Verdict, level: str, because: str) -> Comparison:
    return Comparison(verdict=verdict, level=f"name.{level}", because=because)
