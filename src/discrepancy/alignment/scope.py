"""Two figures that look alike and are of two measurands: a part, another place, a plan."""

from discrepancy import narrowings
from discrepancy.alignment.figures import Measured


def scope(a: Measured, b: Measured) -> str | None:
    """Why the two are not of one measurand, in words for the reader; None where they may be."""
    if a.part != b.part:
        return "one is a part of the other, or counts others beside it"
    if a.places and b.places and not a.places & b.places:
        return f"one is of {_list(a.places)}, the other of {_list(b.places)}"
    if nested_apart(a, b):
        return f"one is of {_list(a.within | b.within)} alone"
    if narrowed := narrowings.apart(a.context.qualifiers, b.context.qualifiers):
        return narrowed
    if a.ahead != b.ahead:
        return "one is planned, the other has happened"
    return None


def nested_apart(a: Measured, b: Measured) -> bool:
    """Whether one is of a place that lies inside another, and the other is not of that place."""
    return a.within != b.within and not a.places & b.places


def _list(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
