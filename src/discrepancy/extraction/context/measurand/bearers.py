"""Whose figure it is: the possessor, the name behind "of", the subject of the verb.

"Norby's stake", "30 percent of Norby", "Norby, which has offered", "shares in Norby closed at". A
name that only says where, and who reports it, bear nothing.
"""

from collections.abc import Sequence

from discrepancy.english.acts import Word
from discrepancy.extraction.context.measurand.view import View, full, is_common, is_verb
from discrepancy.extraction.names.entities import Entity
from discrepancy.tables import words
from discrepancy.words import is_adverb

POSSESSED = 6
"""Words between a possessor and its figure."""

NEAR = 12
"""Characters from a pronoun to the last word before its verb: "he has since"."""

TAKEN = 3
"""Nouns between a figure and who is told to have got it."""

ON_BOARD = 9
"""Words behind a figure among which it is told on board of what those are."""

HELD_BY = "aboard"
"""The class of those whom a vessel or a vehicle holds."""

OF_SUBJECT = ("of", "in", "at", "for")
"""Prepositions that lead from a subject's noun to its bearer: "shares in Norby"."""


def bearer(view: View, speaker: str | None) -> str | None:
    """The full name of the bearer, None where nobody is told."""
    found = _possessor(view) or _vessel(view) or _behind_of(view) or _taker(view) or _subject(view)
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


def _vessel(view: View) -> str | None:
    """As in "31 men were taken on board the frigate Ossel": what they were on board of."""
    if view.key != "count":
        return None
    right = view.right[:ON_BOARD]
    at = next((p for p, w in enumerate(right) if any(e.id == HELD_BY for e in w.events)), None)
    behind = right[at + 1 :] if at is not None else ()
    stops = words("grammar", "prepositions")
    ends = (p for p, w in enumerate(behind) if _parts(w) or is_verb(w) or w.lower in stops)
    end = next(ends, len(behind))
    found = view.named_in(behind[0].start, behind[end - 1].end) if end else []
    return full(found[0]) if found else None


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


def _taker(view: View) -> str | None:
    """Who is told to have got it right behind: "the four-year deal that Norby got"."""
    behind = [word for word in view.sentence if word.start >= view.end][: TAKEN + 1]
    at = next(
        (p for p, word in enumerate(behind) if word.lower in words("grammar", "relating")), None
    )
    if at is None or not all(map(is_common, behind[:at])):
        return None
    found = view.named_in(behind[at].end, behind[at].end + 6)
    verb = next((word for word in view.sentence if found and word.start >= found[0].span.end), None)
    if verb is None or not is_verb(verb) or verb.lower in words("verbs_of_saying", "said"):
        return None
    return full(found[0])


def _subject(view: View) -> str | None:
    """The name in the subject of the governing verb, or what its pronoun stands for."""
    clause = view.clause
    place = _governing(view)
    if place is None:
        return _described(view)
    if clause[place].lemma in _saying() - words("grammar", "possessing"):
        return None
    subject = clause[:place]
    if not subject:
        return _before_clause(view) or _carried(view)
    if subject[0].lower in words("grammar", "describing"):
        return _before_clause(view)
    opener = next((word for word in subject if not _parts(word)), None)
    if opener is None or is_adverb(opener.text):
        return _carried(view)
    if opener.lower in ("he", "she") and subject[-1].start - opener.start <= NEAR:
        return view.last_person
    return _named_in(view, subject)


def _described(view: View) -> str | None:
    """Whom a figure before the verb describes: "Norby, on an eight-game run, won"."""
    before = [word for word in view.sentence if word.end <= view.start]
    commas = len(before) > 1 and any(word.text == "," for word in before)  # ",0" opens with one
    if not commas or any(_governs(word) or (_parts(word) and word.text != ",") for word in before):
        return None
    if before[0].lower in words("grammar", "prepositions"):
        return None
    opening = view.named_in(before[0].start, before[1].end)
    return full(opening[0]) if opening and not _is_ground(opening[0], before) else None


def _carried(view: View) -> str | None:
    """The subject that a verb without its own goes on with: "Norby hired 30 and lost 12"."""
    before = [word for word in view.sentence if word.end <= view.clause[0].start]
    places = [at for at, word in enumerate(before) if is_verb(word)]
    for at in reversed(places):
        start = next((p + 1 for p in range(at - 1, -1, -1) if _parts(before[p])), 0)
        subject = before[start:at]
        if before[at].lemma in _saying():
            return None
        if found := _named_in(view, subject) if subject else None:
            return found
        if any(map(_is_somebody, subject)):
            return None
    first = before[: places[0]] if places else before
    return _named_in(view, first) if first else None


def _is_somebody(word: Word) -> bool:
    """Whether a word can be of a subject that bears no name."""
    return word.text[0].isalpha() and word.act != "aux" and not is_adverb(word.text)


def _parts(word: Word) -> bool:
    return word.text in ",;:" or word.lower in words("grammar", "conjunctions")


def _named_in(view: View, subject: Sequence[Word]) -> str | None:
    subject = _after_opening(subject)
    found = view.named_in(subject[0].start, subject[-1].end)
    bare = [
        one
        for one in found
        if _lead(view, one) not in words("grammar", "prepositions") | {"to"}
        and (_is_thing(view, one, subject) or not _is_ground(one, subject))
        and not (_is_place(one) and _lead(view, one) == ",")  # in Alder, Norby
    ]
    if bare:
        return full(_holder(view, bare))
    led = [one for one in found if _lead(view, one) in OF_SUBJECT and not _is_place(one)]
    if not led or _opens(view, led[0]) or _modifies(led[0], subject):
        return None
    return full(led[0])


def _after_opening(subject: Sequence[Word]) -> Sequence[Word]:
    """The subject behind what opens the clause: "Since Week 11, Hale", "after losing, Hale"."""
    stop = next((at for at, word in enumerate(subject) if word.text == ","), None)
    opening = words("grammar", "prepositions") | words("grammar", "conjunctions")
    if stop is None or subject[0].lower not in opening:
        return subject
    return subject[stop + 1 :] or subject


def _modifies(one: Entity, subject: Sequence[Word]) -> bool:
    """Whether the name only narrows the noun behind it: "in the Norby era"."""
    behind = next((word for word in subject if word.start >= one.span.end), None)
    return behind is not None and is_common(behind)


def _holder(view: View, bare: Sequence[Entity]) -> Entity:
    """The person behind the name of whose body they are: "Norby striker Mara Hale"."""
    first, *others = bare
    if not others or others[0].type != "person" or first.type == "person":
        return first
    between = [
        word for word in view.sentence if first.span.end <= word.start < others[0].span.start
    ]
    return others[0] if between and all(map(is_common, between)) else first


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
    return next((at for at in reversed(before) if _governs(clause[at])), None)


def _governs(word: Word) -> bool:
    """Whether a word is a verb, or the "had" of "he had 12 points"."""
    return is_verb(word) or word.lower in words("grammar", "possessing")


def _before_clause(view: View) -> str | None:
    """The name right before a relative clause or a participle: "Norby, which has offered"."""
    start = view.clause[0].start
    found = [one for one in view.named if one.span.end <= start and start - one.span.end <= 3]
    return full(found[-1]) if found else None


def _saying() -> frozenset[str]:
    return words("grammar", "transparent_verbs")
