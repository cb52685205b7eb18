"""Two figures that look alike and are of two measurands: a part, another place, a plan."""

from discrepancy.alignment.figures import Figure


def scope(a: Figure, b: Figure) -> str | None:
    """Why the two are not of one measurand, in words for the reader; None where they may be."""
    if a.part != b.part:
        return "one is a part of the other, or counts others beside it"
    if a.places and b.places and not a.places & b.places:
        return f"one is of {_list(a.places)}, the other of {_list(b.places)}"
    if nested_apart(a, b):
        return f"one is of {_list(a.within | b.within)} alone"
    if a.ahead != b.ahead:
        return "one is planned, the other has happened"
    return None


def nested_apart(a: Figure, b: Figure) -> bool:
    """Whether one is of a place that lies inside another, and the other is not of that place."""
    return a.within != b.within and not a.places & b.places


def _list(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
