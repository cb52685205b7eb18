"""What a bare figure counts: the noun behind it, with its modifiers.

>>> tokens = Tokens("3,000 North Korean troops were sent")
>>> counted(tokens, 1, plural=True)
((1, 4), 'troop')
>>> counted(Tokens("5 were hurt"), 1, plural=True) is None
True
"""

from discrepancy.extraction.numerals import numbers
from discrepancy.extraction.tokens import Tokens
from discrepancy.extraction.figures import Places
from discrepancy.tables import words
from discrepancy.words import is_stop, singular

REACH = 7
"""How many words a noun phrase may have."""


def counted(tokens: Tokens, at: int, *, plural: bool) -> tuple[Places, str] | None:
    """The noun phrase that begins at `at` and its head in the singular.

    Args:
        tokens: the sentence
        at: the first token behind the figure
        plural: whether a plural is wanted; after "one" the last noun before a pause is the head
    """
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        return _hyphenated(tokens, at + 1)
    at = _past_linking(tokens, at)
    head = _plural_head(tokens, at) if plural else _singular_head(tokens, at)
    if head is None and plural and _attributive(tokens, at):
        head = at
    if head is None:
        return None
    return (at, head + 1), _unit(tokens, head)


def _unit(tokens: Tokens, head: int) -> str:
    """The counted noun as a unit; demonyms keep their capital, so that they can be told."""
    raw = tokens.raw(head).replace("’", "'")
    if tokens.word(head) in words("counting", "people"):
        return "person"
    one = singular(raw)
    if raw[0].isupper() and raw[1:].islower() and head > 0 and one != raw.lower():
        return raw[: len(one)] if raw.lower().startswith(one) else one
    return one


def _attributive(tokens: Tokens, at: int) -> bool:
    """A 12 page document."""
    after = tokens.word(at + 1)
    return (
        tokens.word(at) in words("counting", "attributive")
        and after.isalpha()
        and not is_stop(after)
    )


def _hyphenated(tokens: Tokens, at: int) -> tuple[Places, str] | None:
    """80-employee, four-vehicle: only the one word behind the hyphen."""
    if not tokens.word(at).isalpha() or is_stop(tokens.word(at)):
        return None
    return (at, at + 1), singular(tokens.word(at))


def _past_linking(tokens: Tokens, at: int) -> int:
    """More, other, of the: what may stand between a figure and its noun phrase."""
    if tokens.word(at) == "of" and tokens.word(at + 1) not in ("them", "whom", "which"):
        at += 1
        while tokens.word(at) in (
            "the",
            "these",
            "those",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
        ):
            at += 1
        return at
    while tokens.word(at) in ("more", "other", "such", "so-called"):
        at += 1
    return at


def _plural_head(tokens: Tokens, at: int) -> int | None:
    """The first plural; a participle or "dead" by itself counts people."""
    for k in range(at, at + REACH):
        word = tokens.word(k)
        if word == "-" and tokens.glued(k) and tokens.glued(k + 1) and k > at:
            continue
        if word in ("'", "’") and k > at:
            continue
        if not word or not word[0].isalpha():
            return None
        if k == at and word in words("counting", "people") and not _modifies(tokens, k):
            return k
        if word in ("and", "or") and _pairs(tokens, at, k):
            continue
        if is_stop(word) and word != "us" and not (word == "others" and k == at):
            return None
        if is_plural(word):
            if _modifies(tokens, k):
                continue
            return k
        if word.endswith("ed") and k > at and word not in words("counting", "participles"):
            return None
    return None


def _pairs(tokens: Tokens, at: int, k: int) -> bool:
    """Whether "and" joins two modifiers: digital and physical copies, men and women is none."""
    before, after = tokens.word(k - 1), tokens.word(k + 1)
    if k == at or not after.isalpha() or is_stop(after) or is_stop(before):
        return False
    return not before.endswith("ed") and after not in numbers("cardinal")


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    if "'" in word or "’" in word:
        return False
    if word in words("counting", "collective"):
        return True
    return len(word) > 2 and singular(word) != word


def _modifies(tokens: Tokens, k: int) -> bool:
    """Whether the word at `k` only modifies a plural right behind it: sales jobs, dead men."""
    word, after = tokens.word(k), tokens.word(k + 1)
    if not after.isalpha() or is_stop(after) or not is_plural(after):
        return False
    return word in words("counting", "modifying") or word in words("counting", "people")


def _singular_head(tokens: Tokens, at: int) -> int | None:
    """After "one": the last word before a stop word, a mark or a verb form."""
    head = None
    for k in range(at, at + REACH):
        word = tokens.word(k)
        if word == "-" and k > at and tokens.glued(k) and tokens.glued(k + 1):
            continue
        if not word or not word[0].isalpha() or (is_stop(word) and k > at) or word.endswith("ly"):
            break
        if is_stop(word):
            return None
        if k > at and word.endswith(("ed", "ing")) and word not in words("counting", "participles"):
            break
        head = k
        if is_plural(word) and k > at:
            break
    return head
