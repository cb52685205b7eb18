"""Two figures that look alike and are of two measurands: a part, another place, a plan."""

from discrepancy.alignment.measurands.figures import Measured
from discrepancy.claims import Category
from discrepancy.words import narrowings


def scope_between(a: Measured, b: Measured) -> str | None:
    """Why the two are not of one measurand, in words for the reader; None where they may be."""
    if a.part != b.part:
        return "one is a part of the other, or counts others beside it"
    if a.places and b.places and not a.places & b.places:
        return f"one is of {_list(a.places)}, the other of {_list(b.places)}"
    if told := _places(a, b):
        return told
    if told := _part_of_everywhere(a, b) or _part_of_everywhere(b, a):
        return told
    if nested_apart(a, b):
        return f"one is of {_list(a.within | b.within)} alone"
    if narrowed := narrowings.apart(a.context.qualifiers, b.context.qualifiers):
        return narrowed
    if a.ahead != b.ahead:
        return "one is planned, the other has happened"
    return None


def _places(a: Measured, b: Measured) -> str | None:
    """Places that stand in no list, or of which the one tells more: Norby; Norby and Dorva."""
    here, there = frozenset(a.context.where), frozenset(b.context.where)
    if not here or not there or here == there:
        return None
    if a.claim.category is not Category.COUNT and not here & there:
        return f"one is of {_list(here)}, the other of {_list(there)}"
    if a.claim.category is Category.COUNT and (here < there or there < here):
        few, many = sorted((here, there), key=len)
        return (
            f"one is of {_list(few)} alone, the other of {_list(many)}" if len(many) > 2 else None
        )
    return None


def _part_of_everywhere(part: Measured, whole: Measured) -> str | None:
    """Fewer at one place than in all the world or the whole country."""
    extent = narrowings.on_axis(whole.context.qualifiers, narrowings.EXTENT)
    quarter = narrowings.on_axis(part.context.qualifiers, narrowings.QUARTER)
    here = frozenset(part.context.where) or part.places
    if not extent or not (here or quarter) or abs(part.value) >= abs(whole.value):
        return None
    if here & set(whole.context.where):
        return None  # in Norby, across Norby
    if narrowings.on_axis(part.context.qualifiers, narrowings.EXTENT):
        return None
    told = f"of {_list(here)} alone" if here else min(quarter)
    return f"one is {told}, the other {min(extent)}"


def nested_apart(a: Measured, b: Measured) -> bool:
    """Whether one is of a place that lies inside another, and the other is not of that place."""
    return a.within != b.within and not a.places & b.places


def _list(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
