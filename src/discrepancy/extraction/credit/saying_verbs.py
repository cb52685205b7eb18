"""Which word of a sentence credits somebody, and how far its credit reaches.

>>> from discrepancy.extraction.credit import sentence_words
>>> from discrepancy.span import Span
>>> text = "The reported theft was denied, and police say nothing was lost."
>>> line = sentence_words.read(text, Span(start=0, end=len(text)), ())
>>> [(word.text, kind(line, at)) for at, word in enumerate(line) if kind(line, at)]
[('say', 'said')]
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from discrepancy.english.titles import is_title
from discrepancy.extraction.credit import saying_nouns
from discrepancy.extraction.credit.sentence_words import (
    QUOTE,
    STOPS,
    LineWord,
    adverbs_start,
    listed,
)
from discrepancy.extraction.credit.verb_forms import (
    closes_said,
    going_on,
    is_noun,
    is_passive,
    is_passive_or_denied,
    opens_clause,
    opens_said,
)
from discrepancy.tables import words
from discrepancy.words import lemma

Kind = Literal["said", "reported", "called", "meant", "according", "by", "citing", "noun"]
_LISTS: tuple[Kind, ...] = ("said", "reported", "called", "meant")


@lru_cache(maxsize=20_000)
def may_credit(word: str) -> bool:
    """Whether `kind` need be asked of a word in lower case: what most words answer at once."""
    if word in ("according", "per", "quoted", "quotes"):
        return True
    lists = ("credits", "nouns", "hearsay", "having_it", "heard_from", *_LISTS)
    if any(word in listed(name) for name in lists):
        return True
    return lemma(word) in listed("clausal_verbs") | listed("manner")


def kind(line: Sequence[LineWord], at: int) -> Kind | None:
    """What the word at this place is as a verb of saying, if it is one."""
    if may_credit(line[at].lower):
        if found := _kind(line, at):
            return found
        if tells(line, at):
            return "said"
    return "said" if is_turned(line, at) else None


def is_turned(line: Sequence[LineWord], at: int) -> bool:
    """Whether a verb of whatever meaning stands between a remark and who makes it.

    '"We lost two cows," grumbled Ann Hale': only verbs of saying can be turned round so.
    """
    if not at or line[at - 1].text != QUOTE or at + 1 == len(line):
        return False
    past = line[at].text.islower() and line[at].lower.endswith("ed")
    return past and line[at + 1].large and line[at + 1].lower not in words("titles", "calendar")


def tells(line: Sequence[LineWord], at: int) -> bool:
    """Whether the verb's manner tells that a remark beside it was said: '"No," she sighed'."""
    word = line[at].lower
    verb = lemma(word)
    if verb == word or verb not in listed("manner"):  # "with a laugh"
        return False
    if at and line[at - 1].lower in listed("before_noun"):
        return False
    before = [word.text for word in line[max(0, at - 8) : at]]
    after = [word.text for word in line[at + 1 : at + 3]]
    return QUOTE in before or QUOTE in after


def _kind(line: Sequence[LineWord], at: int) -> Kind | None:
    word = line[at].lower
    following = line[at + 1].lower if at + 1 < len(line) else ""
    before = line[at - 1].lower if at else ""
    if word == "according" or (word == "per" and before == "as"):
        return "according" if following == "to" or word == "per" else None
    if word in listed("credits"):
        return "citing"
    if saying_nouns.clause(line, at):
        return "noun"
    if _is_heard_from(line, at):
        return "by"
    found = _by_form(line, at)
    if found is None or (at and line[at].large and not is_title([one.text for one in line])):
        return None
    if following == "by" and found != "called" and is_passive(line, at):
        gerund = [one.lower for one in line[at + 2 : at + 3] if one.lower.endswith("ing")]
        return None if gerund else "by"  # "estimated by the chamber at two million"
    if at and (is_noun(line, at) or is_passive_or_denied(line, at)) and not going_on(line, at):
        return None
    if not _goes_on(line, at, found):
        return None
    return "called" if following == "as" and found != "said" else found


def _by_form(line: Sequence[LineWord], at: int) -> Kind | None:
    """What the form of the word itself makes of it, whatever stands around."""
    word = line[at].lower
    if word in ("quoted", "quotes") and _leads_to_saying(line, at):
        return "said"
    found = next((name for name in _LISTS if word in listed(name)), None)
    return "reported" if found is None and _governs_clause(line, at) else found


def _is_heard_from(line: Sequence[LineWord], at: int) -> bool:
    """Whether who speaks stands behind "from": "the inquiry heard from the keeper that"."""
    ahead = [word.lower for word in line[at + 1 : at + 9]]
    return line[at].lower in listed("heard_from") and ahead[:1] == ["from"] and "that" in ahead


def _governs_clause(line: Sequence[LineWord], at: int) -> bool:
    """Whether any form of a verb of saying has a subject and a clause: "officials admit that"."""
    verb = lemma(line[at].lower)
    if (
        not at
        or verb not in listed("clausal_verbs")
        or not (opens_said(line, at) or closes_said(line, at))
    ):
        return False
    if verb != line[at].lower:
        return True
    subject = line[adverbs_start(line, at - 1)]
    several = subject.lower.endswith("s") and not subject.lower.endswith(("ous", "ss", "'s", "’s"))
    return several or subject.lower in listed("pronouns") | listed("groups")


def _leads_to_saying(line: Sequence[LineWord], at: int) -> bool:
    """Whether "as saying" follows: "quoted an envoy as saying"."""
    following = [word.lower for word in line[at + 1 : at + 10]]
    return ("as", "saying") in pairwise(following)


def _goes_on(line: Sequence[LineWord], at: int, found: Kind) -> bool:
    """Whether what follows is what the form takes when it credits somebody."""
    word = line[at].lower
    rest = line[at + 1 : at + 12]
    following = [one.lower for one in rest]
    if (told := _completed(line, at, following)) is not None:
        return told
    if is_parenthetic(line, at):
        return True
    if word in listed("needing_clause") and line[at - 1].text != QUOTE:
        return opens_clause(rest[:8]) or (not word.startswith("den") and _leads_to_quote(rest))
    if word in listed("not_in") and following[:1] == ["in"]:
        return False
    if word in ("told", "tell", "tells") and following[:1] in (["about"], ["of"]):
        return False
    if following[:1] == ["to"]:
        return found == "meant" or (
            len(rest) > 1 and (rest[1].large or rest[1].lower in listed("definite"))
        )
    if found == "meant":
        return word in listed("foretelling")
    if word in listed("ordering") and "to" in following[:4]:  # "told her to go"
        return "that" in following or QUOTE in following
    return True


def is_parenthetic(line: Sequence[LineWord], at: int) -> bool:
    """Whether it stands within a relative clause: "servers that it claims use less"."""
    said_by = at > 1 and line[at - 1].lower in listed("pronouns")
    return said_by and line[at - 2].lower in ("that", "which")


def _closes(line: Sequence[LineWord], at: int) -> bool:
    """Whether the form ends a sentence in which a comma sets off its subject."""
    return line[at].lower in listed("closing") and closes_said(line, at)


def _completed(line: Sequence[LineWord], at: int, following: Sequence[str]) -> bool | None:
    """Whether the one word stands beside it that the form needs; None for forms that need none."""
    word = line[at].lower
    if word in listed("placing"):
        return "at" in following and following[0] not in listed("particles")  # "put it at 40"
    if word in listed("courts_hear"):
        return line[at - 1].lower in listed("courts")
    if word in listed("listing"):
        return "as" in following[1:8]  # "listed the shed as lost"
    if word in listed("needing_that"):
        return "that" in following[:4] or _is_surveyed(line, at) or _closes(line, at)
    return None


def _is_surveyed(line: Sequence[LineWord], at: int) -> bool:
    """Whether the subject is what counts or asks: "a poll of 900 voters showed"."""
    for word in reversed(line[max(0, at - 8) : at]):
        if word.lower in listed("surveys"):
            return True
        if word.lower in listed("finite") or word.text in STOPS:
            return False
    return False


def _leads_to_quote(rest: Sequence[LineWord]) -> bool:
    """Whether a remark closes the clause, as in: he claimed the fire "did not happen"."""
    stop = next((word.text for word in rest if word.text in STOPS), "")
    return stop == QUOTE
