"""Whose figure it is: the possessor, the name behind "of", the subject of the verb.

"Norby's stake", "30 percent of Norby", "Norby, which has offered", "shares in Norby closed at". A
name that only says where, and who reports it, bear nothing.
"""

from collections.abc import Sequence

from discrepancy.english.acts import Word
from discrepancy.extraction.context.measurand.view import View, full, is_common, is_verb
from discrepancy.extraction.names.entities import Entity
from discrepancy.tables import words

POSSESSED = 6
"""Words between a possessor and its figure."""

OF_SUBJECT = ("of", "in", "at", "for")
"""Prepositions that lead from a subject's noun to its bearer: "shares in Norby"."""


def bearer(view: View, speaker: str | None) -> str | None:
    """The full name of the bearer, None where nobody is told."""
    found = _possessor(view) or _behind_of(view) or _subject(view)
    return None if found is None or (speaker and found in speaker) else found


def _possessor(view: View) -> str | None:
    """As in "Norby's 30 percent stake", "Norby's revenue of $3bn"."""
    left = view.left[-POSSESSED:]
    for place in range(len(left) - 1, 0, -1):
        if left[place].act == "verb":
            return None
        if left[place].lower in ("'s", "’s"):
            end = left[place].start
            return next((full(one) for one in view.named if one.span.end == end), None)
    return None


def _behind_of(view: View) -> str | None:
    """As in "30 percent of Norby", "a 30 percent stake in Norby"."""
    if view.key not in ("percent", "money", "ratio"):
        return None
    right = view.right[:5]
    at = next((p for p, w in enumerate(right) if w.lower in ("of", "in")), None)
    if at is None or any(word.act in ("verb", "aux") for word in right[:at]):
        return None
    start = right[at].end
    found = view.named_in(start, start + 8)
    return next((full(one) for one in found if one.type not in ("place",)), None)


def _subject(view: View) -> str | None:
    """The name in the subject of the governing verb, or what its pronoun stands for."""
    clause = view.clause
    place = _governing(view)
    if place is None:
        return None
    verb = clause[place].lemma
    if verb in _saying() and not (verb == "be" and view.key == "length"):
        return None  # but "the Norby bridge is 340 metres long"
    subject = clause[:place]
    if not subject:
        return _before_clause(view)
    opener = next((word for word in subject if word.lower not in ("and", "but", ",")), subject[0])
    if opener.lower in ("who", "which", "whose", "that"):
        return _before_clause(view)
    if opener.lower in ("he", "she") and len(subject) <= 3:
        return view.last_person
    return _named_in(view, subject)


def _named_in(view: View, subject: Sequence[Word]) -> str | None:
    found = view.named_in(subject[0].start, subject[-1].end)
    bare = [
        one
        for one in found
        if _lead(view, one) not in words("grammar", "prepositions")
        and (_is_thing(view, one, subject) or not _is_ground(one, subject))
    ]
    if bare:
        return full(bare[0])
    led = [one for one in found if _lead(view, one) in OF_SUBJECT and not _is_place(one)]
    return full(led[0]) if led and not _opens(view, led[0]) else None


def _is_place(one: Entity) -> bool:
    return one.type == "place" and one.sure


def _is_ground(one: Entity, subject: Sequence[Word]) -> bool:
    """Whether the name is only the place of the noun behind it: "Norby police"."""
    return _is_place(one) and any(w.start > one.span.end and is_common(w) for w in subject)


def _is_thing(view: View, one: Entity, subject: Sequence[Word]) -> bool:
    """Whether the name is that of a thing that is measured: "the Norby bridge is 340 m long"."""
    behind = [word for word in subject if word.start >= one.span.end]
    return view.key == "length" and len(behind) == 1 and is_common(behind[0])


def _opens(view: View, one: Entity) -> bool:
    """Whether the name's preposition opens the clause: "In Norby the wind reached"."""
    word = view.before(one.span.start)
    return word is not None and word.start == view.clause[0].start


def _lead(view: View, one: Entity) -> str:
    """The word before a name, its article passed over."""
    word = view.before(one.span.start)
    if word and word.lower in ("the", "a", "an"):
        word = view.before(word.start)
    return word.lower if word else ""


def _governing(view: View) -> int | None:
    """The verb before the claim, or where it is the subject's own figure none."""
    clause = view.clause
    before = [at for at, word in enumerate(clause) if word.end <= view.start]
    return next((at for at in reversed(before) if is_verb(clause[at])), None)


def _before_clause(view: View) -> str | None:
    """The name right before a relative clause or a participle: "Norby, which has offered"."""
    start = view.clause[0].start
    found = [one for one in view.named if one.span.end <= start and start - one.span.end <= 3]
    return full(found[-1]) if found else None


def _saying() -> frozenset[str]:
    return words("grammar", "transparent_verbs")
