"""Who and what is named in the same clause as a claim: people and bodies, and places."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from discrepancy.extraction.acts import Word
from discrepancy.extraction.entities import Entity
from discrepancy.tables import words

AGE_REACH = 60
"""Characters between a name and the age of its bearer: "Mara Hale, a mother of two, 28"."""


def within(found: Sequence[Entity], starts: Sequence[int], start: int, end: int) -> list[Entity]:
    """The entities that begin in `start:end`; `starts` are the places where each begins."""
    return list(found[bisect_left(starts, start) : bisect_left(starts, end)])


def named(company: Sequence[Entity], *, speaker: str | None) -> tuple[str, ...]:
    """People and bodies of a clause in order, by their full names; the speaker is left out."""
    names = [one.full or one.text for one in company if one.type in ("person", "organisation")]
    return tuple(dict.fromkeys(name for name in names if not speaker or name not in speaker))


def bearer(company: Sequence[Entity], start: int, end: int) -> tuple[str, ...]:
    """The person whose age stands at `start:end`: the last one named before it, else the next."""
    people = [one for one in company if one.type == "person"]
    before = [one for one in people if one.span.end <= start and start - one.span.end < AGE_REACH]
    after = [one for one in people if one.span.start >= end and one.span.start - end < AGE_REACH]
    chosen = before[-1:] or after[:1]
    return tuple(one.full or one.text for one in chosen)


def located(
    found: Sequence[Entity], starts: Sequence[int], clauses: Sequence[list[Word]], place: int
) -> tuple[str, ...]:
    """The places that say where the clause at `place` happened, from the sentence's entities.

    Those of the clause itself; where it has none, of the clause that "and" adds to it ("five
    died and seven were hurt in Dorva"); and those that open the sentence ("In Dorva, ...").
    """
    if not clauses:
        return ()
    own = _where(found, starts, clauses[place])
    if not own and place + 1 < len(clauses) and clauses[place + 1][0].lower == "and":
        own = _where(found, starts, clauses[place + 1])
    first = clauses[0]
    opening = first[0].lower in ("in", "at", "near") and _where(found, starts, _to_comma(first))
    return tuple(dict.fromkeys((*(opening or ()), *own)))


def _to_comma(clause: list[Word]) -> list[Word]:
    end = next((at for at, word in enumerate(clause) if word.text == ","), len(clause))
    return clause[:end]


def _where(
    found: Sequence[Entity], starts: Sequence[int], clause: Sequence[Word]
) -> tuple[str, ...]:
    near = within(found, starts, clause[0].start, clause[-1].end) if clause else []
    return tuple(one.text for one in near if one.type == "place" and _is_where(one, clause))


def _is_where(place: Entity, clause: Sequence[Word]) -> bool:
    """Whether a preposition leads to the place within its noun phrase."""
    end = bisect_right(clause, place.span.start, key=_end)
    for at in range(end - 1, max(end - 6, -1), -1):
        word = clause[at]
        if word.lower in words("grammar", "prepositions"):
            return word.lower not in ("by", "with", "without", "per", "against", "between")
        adjective = word.lower.endswith("ing") and at and clause[at - 1].lower in ("in", "the")
        if (word.act in ("verb", "aux") and not adjective) or word.lower in ("and", "or"):
            return False
    return False


def _end(word: Word) -> int:
    return word.end
