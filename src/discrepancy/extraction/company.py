"""Who and what is named in the same clause as a claim: people and bodies, and places."""

from bisect import bisect_left
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


def located(company: Sequence[Entity], clause: Sequence[Word]) -> tuple[str, ...]:
    """The places of a clause that say where: "in the hills near Dorva", "at Port Leda"."""
    places = [one.text for one in company if one.type == "place" and _is_where(one, clause)]
    return tuple(dict.fromkeys(places))


def _is_where(place: Entity, clause: Sequence[Word]) -> bool:
    """Whether a preposition leads to the place within its noun phrase."""
    before = [word for word in clause if word.end <= place.span.start][-5:]
    for word in reversed(before):
        if word.lower in words("grammar", "prepositions"):
            return word.lower not in ("by", "with", "without", "per", "against", "between")
        if word.act in ("verb", "aux") or word.lower in ("and", "or"):
            return False
    return False
