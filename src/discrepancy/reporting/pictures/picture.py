"""The values of a finding on one axis: where each stands, and how far its words let it reach.

The places are in per cent, so that the drawing fits any width; the template draws it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from discrepancy.calendar.edtf import interval
from discrepancy.claims import CEILINGS, FLOORS, Bound, DateValue, QuantityValue, TimeValue
from discrepancy.finding import Citation, Finding, Value
from discrepancy.measures import units
from discrepancy.measures.printed_figures import printed
from discrepancy.measures.printed_units import unit_words
from discrepancy.reporting.outline import held
from discrepancy.reporting.passages import Texts, visible
from discrepancy.reporting.pictures.scales import Axis, day_marks
from discrepancy.reporting.pictures.steps import NO_STEPS, Line, drawn
from discrepancy.reporting.pictures.toll import over_days
from discrepancy.reporting.wording import letter, value_words
from discrepancy.source import named

_MOST = 12
"""Rows in one picture: more cannot be told apart."""


@dataclass(frozen=True)
class Reach:
    """The stretch that a value's words admit, on the axis of its kind."""

    low: float
    high: float
    open_left: bool = False
    open_right: bool = False
    soft: bool = False
    """The ends are only about there."""


@dataclass(frozen=True)
class Row:
    """One source's value, placed."""

    letter: str
    words: str
    told: str
    """Who gives it and when it held, after a point; a phone has no room for it."""
    start: float
    end: float
    reach: Reach

    @property
    def label(self) -> str:
        """What stands above its line."""
        return f"{self.words}{self.told}"


@dataclass(frozen=True)
class Picture:
    """What is to be drawn: rows on an axis, or else the steps of a line over days."""

    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    """One for each speaker."""
    levels: tuple[tuple[float, str], ...]
    """Round values to read the height of steps by."""
    days: tuple[tuple[float, str], ...]
    """The days under the steps."""
    marks: tuple[tuple[float, str], ...]
    caption: str
    spoken: str
    """The picture in words, for those who do not see it."""


def picture(finding: Finding, texts: Texts) -> Picture | None:
    """The picture of a finding's values; None where they share no axis."""
    said = [
        (letter(number), reading.value, claim)
        for number, reading in enumerate(finding.readings)
        for claim in _distinct(reading.claims)
    ][:_MOST]
    values = on_one_axis([value for _, value, _ in said])
    placed = [
        (*of, reach)
        for of, value in zip(said, values, strict=False)
        if (reach := reach_of(value)) is not None
    ]
    if len(placed) < 2:
        return None
    axis = Axis.over(
        [end for *_, reach in placed for end in (reach.low, reach.high)],
        logarithms=isinstance(placed[0][1], QuantityValue),
    )
    rows = tuple(
        Row(
            name, *_label(value, claim, texts), axis.place(reach.low), axis.place(reach.high), reach
        )
        for name, value, claim, reach in placed
    )
    value = placed[0][1]
    drawing = drawn(found) if (found := over_days(finding, texts)) else NO_STEPS
    return Picture(
        rows=rows,
        lines=drawing.lines,
        levels=drawing.levels,
        days=drawing.days,
        marks=tuple(_marks(axis, value)),
        caption=_caption(axis, values[0]),
        spoken="; ".join(row.label for row in rows),
    )


def reach_of(value: Value) -> Reach | None:
    """What the value's words admit as a stretch of numbers, days or minutes."""
    match value:
        case QuantityValue():
            low, high = float(value.low), float(value.high)
            soft = value.bound is Bound.ABOUT
            give = precision(value.low) / 2 if soft else 0.0
            floor, ceiling = value.bound in FLOORS, value.bound in CEILINGS
            return Reach(low - give, high + give, ceiling, floor, soft)
        case DateValue() if value.edtf:
            return _days(value.edtf)
        case TimeValue():
            start = minutes(value.time)
            return Reach(start, minutes(value.until) if value.until else start)
        case _:
            return None


def precision(figure: Decimal) -> float:
    """The size of one step of the last digit that is not zero.

    >>> precision(Decimal(1200)), precision(Decimal("6.1"))
    (100.0, 0.1)
    """
    exponent = figure.normalize().as_tuple().exponent
    return float(10.0**exponent) if isinstance(exponent, int) else 0.0


def _days(edtf: str) -> Reach | None:
    try:
        first, last = interval(edtf)
    except ValueError:
        return None
    open_left, open_right = first == date.min, last == date.max
    low = last if open_left else first
    high = first if open_right else last
    return Reach(low.toordinal(), high.toordinal(), open_left, open_right, edtf.endswith("~"))


def minutes(time: str) -> float:
    """A clock time in minutes from midnight."""
    hours, minutes, *seconds = (int(part) for part in time.split(":"))
    return hours * 60 + minutes + (seconds[0] / 60 if seconds else 0)


def on_one_axis(values: Sequence[Value]) -> tuple[Value, ...]:
    """The values, measures in the unit of the first; none where they share no axis.

    Counts share one, whatever their nouns: what was put into one finding counts one thing.
    """
    if len({_axis_name(value) for value in values}) != 1:
        return ()
    unit = next((v.unit for v in values if isinstance(v, QuantityValue) and v.unit), None)
    return tuple(_converted(value, unit) for value in values)


def _axis_name(value: Value) -> str:
    if not isinstance(value, QuantityValue):
        return type(value).__name__
    measured = units.is_physical(value.unit) or units.is_currency(value.unit)
    return units.dimension(value.unit) if measured else "count"


def _converted(value: Value, unit: str | None) -> Value:
    """The value in the unit of the axis, where it is measured in another one."""
    if not isinstance(value, QuantityValue) or not unit or not units.is_physical(value.unit):
        return value
    low, high = (units.convert(end, value.unit or "", unit) for end in (value.low, value.high))
    if low is None or high is None:
        return value
    return value.model_copy(update={"low": low, "high": high, "unit": unit})


def _distinct(claims: tuple[Citation, ...]) -> Iterator[Citation]:
    """One claim for each document and day."""
    return iter({(claim.source, claim.as_of): claim for claim in reversed(claims)}.values())


def _label(value: Value, claim: Citation, texts: Texts) -> tuple[str, str]:
    told = "".join(f" · {part}" for part in _source_and_day(claim, texts) if part)
    return visible(value_words(value)), visible(told)


def _source_and_day(claim: Citation, texts: Texts) -> tuple[str, str]:
    return named(texts.source(claim.source)), held(claim, texts)


def _marks(axis: Axis, value: Value) -> Iterator[tuple[float, str]]:
    match value:
        case DateValue():
            first, last = (date.fromordinal(int(end)) for end in (axis.low, axis.high))
            for day, words in day_marks(first, last):
                yield axis.place(day.toordinal()), words
        case TimeValue():
            for mark in axis.marks():
                yield axis.place(mark), f"{int(mark) // 60 % 24:02}:{int(mark) % 60:02}"
        case _:
            for mark in axis.marks():
                yield axis.place(mark), printed(Decimal(str(mark)))


def _caption(axis: Axis, value: Value) -> str:
    if not isinstance(value, QuantityValue):
        return ""
    name = unit_words("", value.unit).strip() if _axis_name(value) != "count" else ""
    return ", ".join(
        part for part in (name, "logarithmic axis" if axis.logarithmic else "") if part
    )
