"""Who and what is named in the same clause as a claim: people and bodies, and places."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from discrepancy.english.acts import Word
from discrepancy.english.gaps import is_understood
from discrepancy.extraction.context.shapes import SHAPES
from discrepancy.extraction.names.entities import Entity
from discrepancy.tables import words


def within(found: Sequence[Entity], starts: Sequence[int], start: int, end: int) -> list[Entity]:
    """The entities that begin in `start:end`; `starts` are the places where each begins."""
    return list(found[bisect_left(starts, start) : bisect_left(starts, end)])


def named(company: Sequence[Entity], *, speaker: str | None) -> tuple[str, ...]:
    """People and bodies of a clause in order, by their full names; the speaker is left out."""
    names = [one.full or one.text for one in company if one.type in ("person", "organisation")]
    return tuple(dict.fromkeys(name for name in names if not speaker or name not in speaker))


def last_person(found: Sequence[Entity], starts: Sequence[int], offset: int) -> str | None:
    """The person named last before `offset`, within the last few names."""
    place = bisect_left(starts, offset)
    recent = found[max(0, place - 8) : place]
    return next((one.full or one.text for one in reversed(recent) if one.type == "person"), None)


def bearer(
    people: Sequence[Entity], text: str, start: int, end: int, last: str | None
) -> tuple[str, ...]:
    """The person whose age stands at `start:end`; `last` was the last named before the sentence.

    "36-year-old climber Mara Hale" is of the name that follows, "Mara Hale, 36" and "Mara Hale,
    a climber, 36" of the name before, "both 36" of the two before, "She was 36" of the last one
    named; an age without a name beside it is of nobody named.
    """
    after = next((one for one in people if one.span.start >= end), None)
    before = next((one for one in reversed(people) if one.span.end <= start), None)
    between = text[before.span.end : start] if before else ""
    if _of_both().fullmatch(between):
        two = [one for one in people if one.span.end <= start][-2:]
        return tuple(one.full or one.text for one in two)
    if text[start:end].lower().endswith("old"):
        if before and between in (", a ", ", an ", " is a ", " is an "):
            return (before.full or before.text,)
        if after and _leads_to().fullmatch(text[end : after.span.start]):
            return (after.full or after.text,)
        if _of_somebody().search(text[max(0, start - 12) : start]):
            return ()
    if before and _apposed().fullmatch(between):
        return (before.full or before.text,)
    if last and _of_pronoun().search(text[max(0, start - 12) : start]):
        return (last,)
    return ()


_leads_to = SHAPES("leads_to")
"""At most three small words between an age and its bearer's name: " climber "."""


_of_both = SHAPES("of_both")
"""As in "Mara Hale and Jonas Relk, both 36"."""


_of_somebody = SHAPES("of_somebody")
"""As in "a 13-year-old girl": nobody that was named before."""


_of_pronoun = SHAPES("of_pronoun")
"""As in "She was 36"."""


_apposed = SHAPES("apposed")
"""What stands between a name and its bearer's age: ", ", " (", ", a climber, ", " was "."""


def located(found: Sequence[Entity], clauses: Sequence[list[Word]]) -> list[tuple[str, ...]]:
    """The places that say where each clause happened, from the sentence's entities.

    Those of the clause itself; where it has none, of the clause that "and" adds to it ("five
    died and seven were hurt in Dorva"); and those that open the sentence ("In Dorva, ...").
    """
    places = [one for one in found if one.type == "place"]
    if not places or not clauses:
        return [()] * len(clauses)
    own = [_where(places, clause) for clause in clauses]
    leads = clauses[0][0].lower in ("in", "at", "near")
    opening = _where(places, _to_comma(clauses[0])) if leads else ()
    held = []
    for at, here in enumerate(own):
        added = at + 1 < len(clauses) and _goes_on(clauses[at + 1])
        held.append(tuple(dict.fromkeys((*opening, *(here or (own[at + 1] if added else ()))))))
    return held


def _goes_on(clause: Sequence[Word]) -> bool:
    """Whether a clause goes on about the same; "and the zoo 96" sets another beside it."""
    return clause[0].lower in _GOES_ON and not any(map(is_understood, clause))


_GOES_ON = ("and", "who", "that", "which", "where")
"""Words by which the next clause goes on about the same: "14 miners who were trapped in Dorva"."""


def _to_comma(clause: list[Word]) -> list[Word]:
    end = next((at for at, word in enumerate(clause) if word.text == ","), len(clause))
    return clause[:end]


def _where(places: Sequence[Entity], clause: Sequence[Word]) -> tuple[str, ...]:
    if not clause:
        return ()
    start, end = clause[0].start, clause[-1].end
    return tuple(
        one.text for one in places if start <= one.span.start < end and _is_where(one, clause)
    )


def _is_where(place: Entity, clause: Sequence[Word]) -> bool:
    """Whether a preposition leads to the place within its noun phrase."""
    end = bisect_right(clause, place.span.start, key=_end)
    for at in range(end - 1, max(end - 6, -1), -1):
        word = clause[at]
        if word.text == ",":  # "on Tuesday, Ruritania's army said"
            return False
        if word.lower in words("grammar", "prepositions"):
            return word.lower not in ("by", "with", "without", "per", "against", "between")
        adjective = word.lower.endswith("ing") and at and clause[at - 1].lower in ("in", "the")
        if (word.act in ("verb", "aux") and not adjective) or word.lower in ("and", "or"):
            return False
    return False


def _end(word: Word) -> int:
    return word.end
