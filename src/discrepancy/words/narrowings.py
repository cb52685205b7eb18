"""Narrower measures: a quarter of the year, the median, the rise after inflation, the fee up front.

What narrows a figure is marked in its context as "narrow:AXIS:MARK". Two marks on one axis are two
measures; a mark that narrows by itself also parts a figure from one that says nothing there.

>>> apart(("narrow:average:median",), ("narrow:average:average",))
'one is the median, the other the average'
>>> apart(("narrow:inflation:after inflation",), ("total",))
'one is after inflation, the other does not say so'
>>> apart(("narrow:period:third quarter",), ("narrow:period:quarter",)) is None
True
"""

from collections.abc import Iterable

from discrepancy.tables import Row, rows

PREFIX = "narrow"

LIST = "list"
"""The axis of the places that a figure is of, by name."""

INSIDE = "inside"
"""The axis of figures that only name a period: the nine of "the first nine months"."""

HOUR = "hour"
"""The axis of what moves within a day: at midday, at the close."""

EXTENT = "extent"
"""The axis of what is counted everywhere: worldwide, across the country."""

QUARTER = "quarter"
"""The axis of what is counted in one part of the country: in the north."""

_NAMED = {
    "average": "the {}",
    "period": "of the {}",
    "against": "against {}",
    "counted in": "{} some",
    "place": "of a place {}",
}
"""How a mark of an axis is told; as it stands where an axis is not listed."""


class Narrowing(Row):
    """One mark; data/narrowings.toml explains the fields."""

    axis: str
    mark: str
    alone: bool = False
    around: bool = False
    figures: str = ""
    phrases: str
    sample: str

    @property
    def name(self) -> str:
        """How the mark stands in a context."""
        return f"{PREFIX}:{self.axis}:{self.mark}"


def apart(one: Iterable[str], other: Iterable[str]) -> str | None:
    """Why two figures with these qualifiers are of two measures; None where they may be of one."""
    here, there = _marks(one), _marks(other)
    if wider := _of_more_places(here.pop(LIST, ()), there.pop(LIST, ())):
        return wider
    for axis in here.keys() & there.keys():
        if here[axis].isdisjoint(there[axis]) and not _one_may_be(here[axis], there[axis]):
            a, b = (_told(axis, sorted(marks[axis])[0]) for marks in (here, there))
            return f"one is {a}, the other {b}"
    for marks, others in ((here, there), (there, here)):
        for axis in sorted(marks.keys() - others.keys()):
            if mark := next(iter(marks[axis] & _alone(axis)), None):
                return f"one is {_told(axis, mark)}, the other does not say so"
    return None


def _of_more_places(here: Iterable[str], there: Iterable[str]) -> str | None:
    """Why one is of fewer places: of Norby, and of Norby, Alder and Kerrin."""
    one, other = ({name for mark in marks for name in mark.split("+")} for marks in (here, there))
    few, many = sorted((one, other), key=len)
    if not few or not few < many:
        return None
    named = " and ".join(sorted(few))
    return f"one is of {named} alone, the other of {len(many)} places"


def narrows(qualifier: str) -> bool:
    """Whether a qualifier is such a mark."""
    return qualifier.startswith(f"{PREFIX}:")


def on_axis(qualifiers: Iterable[str], axis: str) -> frozenset[str]:
    """The marks of one axis among the qualifiers of a figure."""
    return _marks(qualifiers).get(axis, frozenset())


def names_a_period(qualifiers: Iterable[str]) -> bool:
    """Whether a figure measures nothing, as it only names the period of another."""
    return INSIDE in _marks(qualifiers)


def _one_may_be(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether one mark may be the other, told more loosely: a quarter, the third quarter."""
    return any(x.endswith(f" {y}") or y.endswith(f" {x}") for x in a for y in b)


def _marks(qualifiers: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one in qualifiers:
        prefix, _, rest = one.partition(":")
        axis, _, mark = rest.partition(":")
        if prefix == PREFIX:
            found[axis] = found.get(axis, frozenset()) | {mark}
    return found


def _alone(axis: str) -> frozenset[str]:
    return frozenset(
        row.mark for row in rows("narrowings", Narrowing) if row.axis == axis and row.alone
    )


def _told(axis: str, mark: str) -> str:
    return _NAMED.get(axis, "{}").format(mark)
