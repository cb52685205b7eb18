"""The steps of a toll: a line for each speaker that rises or falls with the days.

The places are in per cent, as those of `picture`; the template draws them.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from discrepancy.measures.printed_figures import printed
from discrepancy.reporting.passages import visible
from discrepancy.reporting.pictures.scales import Axis
from discrepancy.reporting.pictures.toll import Toll, Voice

NOBODY = "no speaker named"
"""What the line of figures is called that the texts credit to nobody."""

_STYLES = 6
"""Ways of drawing a line that can be told apart; then they begin again."""


@dataclass(frozen=True)
class Step:
    """One point of a line."""

    x: float
    y: float
    letter: str
    words: str
    """The figure; empty where the next label would run into it."""
    day: str


@dataclass(frozen=True)
class Line:
    """What one speaker gave, and how the line is drawn."""

    speaker: str
    style: int
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Drawing:
    """The lines, with the figures and days to read them by."""

    lines: tuple[Line, ...] = ()
    levels: tuple[tuple[float, str], ...] = ()
    days: tuple[tuple[float, str], ...] = ()


_WORDS = 9
"""The room that a day needs, in per cent."""

NO_STEPS = Drawing()


def drawn(toll: Toll) -> Drawing:
    """The places of every figure on its day."""
    days = Axis.over([day.toordinal() for day in toll.days], logarithms=False)
    told = [one.height for voice in toll.voices for one in voice.told]
    heights = Axis.over([0, *told], logarithms=False)
    return Drawing(
        lines=tuple(
            Line(visible(voice.speaker or NOBODY), number % _STYLES, _steps(voice, days, heights))
            for number, voice in enumerate(toll.voices)
        ),
        levels=tuple(
            (round(100 - heights.place(mark), 2), printed(Decimal(str(mark))))
            for mark in heights.marks()[1:]
        ),
        days=tuple(_days(toll.days, days)),
    )


def _steps(voice: Voice, days: Axis, heights: Axis) -> tuple[Step, ...]:
    places = [days.place(one.day.toordinal()) for one in voice.told]
    following = [*places[1:], 2 * places[-1] - 100]  # the last label runs to the left
    return tuple(
        Step(
            x=x,
            y=round(100 - heights.place(one.height), 2),
            letter=one.letter,
            words=visible(one.words) if _roomy(one.words, x, after) else "",
            day=f"{one.day.day} {one.day:%b}",
        )
        for one, x, after in zip(voice.told, places, following, strict=True)
    )


def _roomy(words: str, x: float, after: float) -> bool:
    """Whether a label fits between its point and the next one, at some 1.3 % a letter."""
    return abs(after - x) > len(words) * 1.3 + 4


def _days(days: tuple[date, ...], axis: Axis) -> list[tuple[float, str]]:
    """The days that have room for their words."""
    kept: list[tuple[float, str]] = []
    for day in days:
        place = axis.place(day.toordinal())
        if not kept or place - kept[-1][0] > _WORDS:
            kept.append((place, f"{day.day} {day:%b}"))
    return kept
