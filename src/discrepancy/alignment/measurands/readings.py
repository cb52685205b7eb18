"""Equal figures of one block are one reading: agreement is the surest evidence there is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from discrepancy.alignment.measurands.figures import Measured
from discrepancy.alignment.measurands.likeness import alike
from discrepancy.alignment.measurands.parted import EARLIER, are_parted
from discrepancy.alignment.measurands.scope import nested_apart
from discrepancy.alignment.measurands.ways import Ways, opposed
from discrepancy.calendar import edtf
from discrepancy.claims import Category, Context
from discrepancy.english.predicates import AWAY

MOST = 24
"""How many figures of a reading are looked at: more tell nothing new, and cost their square."""

LIKE = 3
"""How many texts with one wording are looked at: wire copy that a hundred print is one voice."""

NEAR_FRAMES = 45
"""Days between two stated times that may still be slips for one: April and May of one year."""

LONG_AGO = 300
"""Days before or after the story from which a stated time is another time: "in 2009" of 2021."""


@dataclass(frozen=True, eq=False)
class FigureReading:
    """Figures of one block with one value that may speak of one measurand."""

    figures: tuple[Measured, ...]

    @cached_property
    def voices(self) -> tuple[Measured, ...]:
        """Those that are held against others: of one wording in many texts the first few."""
        heard: Counter[object] = Counter()
        kept = []
        for figure in self.figures[: MOST * LIKE]:
            year = (figure.context.as_of or "")[:4]  # what a frame of time is held against
            said = figure.wide, figure.window, year, figure.first, figure.lead
            heard[said] += 1
            if heard[said] <= LIKE:
                kept.append(figure)
        return tuple(kept[:MOST])

    @property
    def value(self) -> Decimal:
        """The value in the unit of the block."""
        return self.figures[0].value

    @property
    def ahead(self) -> bool:
        """Whether it is planned or expected, not yet so."""
        return self.figures[0].ahead

    @cached_property
    def documents(self) -> frozenset[int]:
        """The documents that give it."""
        return frozenset(figure.document for figure in self.figures)

    @cached_property
    def sort(self) -> frozenset[str]:
        """What all who give it tell of the sort of what is counted."""
        return frozenset.intersection(*(figure.sort for figure in self.figures))

    @cached_property
    def ways(self) -> frozenset[Ways]:
        """The ways in which it goes."""
        return frozenset(figure.ways for figure in self.figures)

    @cached_property
    def told_by(self) -> Mapping[int, Sequence[Measured]]:
        """The figures of each document that gives it."""
        found: dict[int, list[Measured]] = {}
        for figure in self.figures:
            found.setdefault(figure.document, []).append(figure)
        return found


Unlike = frozenset[frozenset[Measured]]
"""Pairs of figures of one value that are known to be of two measurands."""


def readings_of(
    figures: Iterable[Measured], unlike: Unlike = frozenset()
) -> dict[str, tuple[FigureReading, ...]]:
    """The readings of each block, by value and then by place."""
    marked = frozenset[Measured]().union(*unlike)
    blocks: dict[str, dict[Decimal, list[_Home]]] = {}
    for figure in figures:
        same = blocks.setdefault(figure.block, {}).setdefault(figure.value, [])
        for home in same:
            if home.admits(figure) and not (figure in marked and home.holds_unlike(figure, unlike)):
                break
        else:
            same.append(home := _Home())
        home.take(figure)
    return {
        block: tuple(
            FigureReading(tuple(home.figures)) for value in sorted(values) for home in values[value]
        )
        for block, values in blocks.items()
    }


class _Home:
    """A reading that is being filled: of figures told alike one is asked whether another fits."""

    def __init__(self) -> None:
        self.figures: list[Measured] = []
        self._documents: set[int] = set()
        self._kinds: dict[object, Measured] = {}

    def take(self, figure: Measured) -> None:
        self.figures.append(figure)
        self._documents.add(figure.document)
        self._kinds.setdefault(_kind(figure), figure)

    def admits(self, figure: Measured) -> bool:
        return self._documents <= figure.company and all(
            figure.ahead == other.ahead
            and not opposed(figure.ways, other.ways)
            and not nested_apart(figure, other)
            and compatible(figure, other)
            for other in self._kinds.values()
        )

    def holds_unlike(self, figure: Measured, unlike: Unlike) -> bool:
        return any({figure, one} in unlike for one in self.figures)


def _kind(figure: Measured) -> object:
    """All of it that decides whether another may join."""
    context = figure.context
    return (
        (context.predicate, context.head, context.frame, context.as_of, context.event),
        (context.period, context.bearer, context.of, context.where),
        (figure.names, figure.places, figure.within, figure.ways, figure.ahead),
        figure.offset and figure.offset.side,
    )


def compatible(a: Measured, b: Measured) -> bool:
    """The hard blocks between two figures of one block: story, predicate and frame of time."""
    one, other = a.context.predicate, b.context.predicate
    apart = one and other and one != other and not opposed(a.ways, b.ways)  # a profit, a loss
    if apart or b.document not in a.company:
        return False
    if one == other == AWAY and a.places and b.places and not a.places & b.places:
        return False
    return _one_time(a.context, b.context) and _one_event(a, b) and not are_parted(a, b)


def _one_time(a: Context, b: Context) -> bool:
    """Whether no frame sets the two apart: of each other, or of the day the other holds."""
    if a.frame and b.frame:
        return edtf.days_apart(a.frame, b.frame) <= NEAR_FRAMES
    return _meets(a.frame or b.frame, b.as_of if a.frame else a.as_of)


def _one_event(a: Measured, b: Measured) -> bool:
    """Whether no count is of an event long before the day on which the other held.

    Where both events are told, they are held against each other.
    """
    one, other = a.context, b.context
    counted = a.claim.category is b.claim.category is Category.COUNT
    if not counted or (one.frame and other.frame) or (_day(one) and _day(other)):
        return True
    return _may_be_of(one, other) and _may_be_of(other, one)


def _may_be_of(told: Context, other: Context) -> bool:
    """Whether what is told of a day, a year or a season may be what the other tells of no day.

    "Last winter 11 were killed" is not of the two of whom another text tells this autumn.
    """
    event = _day(told)
    season = event is not None and edtf.precision(event) == "season"
    if season and other.as_of and edtf.days_apart(event or "", other.as_of):
        return False
    return _meets(event, other.as_of)


def _day(context: Context) -> str | None:
    """The day or year that names the event of a figure, where one does."""
    return None if context.event == EARLIER else context.event


def _meets(told: str | None, day: str | None) -> bool:
    """Whether a stated time is not of long before or after a day; silence sets nothing apart."""
    return not told or not day or edtf.days_apart(told, day) <= LONG_AGO


def pairs(block: tuple[FigureReading, ...]) -> Iterator[tuple[FigureReading, FigureReading]]:
    """The readings of a block that differ in value and hold at least one comparable pair."""
    for a, b in combinations(block, 2):
        differ = a.value != b.value or a.ahead != b.ahead or against(a, b)
        if differ and any(True for _ in comparable(a, b)):
            yield a, b


def against(a: FigureReading, b: FigureReading) -> bool:
    """Whether the one goes up and the other down."""
    return any(opposed(one, other) for one in a.ways for other in b.ways)


def comparable(a: FigureReading, b: FigureReading) -> Iterator[tuple[Measured, Measured]]:
    """The pairs of figures of two readings that may speak of one measurand."""
    for one in a.voices:
        for other in b.voices:
            if not (compatible(one, other) and _apart(one, other) and alike(one, other)):
                continue
            if not _two_that_move(one, other):
                yield one, other


def _two_that_move(a: Measured, b: Measured) -> bool:
    """Whether one rose and the other fell, and each is of somebody or something of its own."""
    here, there = a.names | a.places, b.names | b.places
    return opposed(a.ways, b.ways) and bool(here - there) and bool(there - here)


def _apart(a: Measured, b: Measured) -> bool:
    """Inside one document only two speakers, or headline and body, contradict each other."""
    if a.document != b.document:
        return True
    if a.claim.context == b.claim.context or a.sentence == b.sentence:
        return False
    if a.headline != b.headline:
        return True
    said = [_names(figure.context.attribution) for figure in (a, b)]
    return all(said) and not said[0] & said[1]


def _names(attribution: str | None) -> set[str]:
    return {word for word in (attribution or "").split() if word[:1].isupper()}
