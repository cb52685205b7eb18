"""The patterns of data/time_shapes.toml, and the lists of words that they name.

>>> SHAPES("leads_to_clock")().search("about ")[0]
'about '
"""

from collections.abc import Iterable, Mapping
from functools import cache

from discrepancy.calendar import zones
from discrepancy.calendar.written_dates import choice
from discrepancy.english.numbers.counts import in_words
from discrepancy.tables import Row, rows
from discrepancy.words.shapes import Shapes


class Daypart(Row):
    """A `[[row]]` of data/dayparts.toml."""

    words: str
    start: str
    end: str


@cache
def dayparts() -> Mapping[str, Daypart]:
    """Each part of the day by its name."""
    return {row.words: row for row in rows("dayparts", Daypart)}


def _longest_first(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


SHAPES = Shapes(
    "time_shapes",
    number=in_words,
    part_of_day=lambda: _longest_first(dayparts()).replace(" ", "[ ]"),
    weekday=lambda: choice("weekday"),
    zone_in_words=lambda: _longest_first(zones.in_words()).replace(" ", "[ ]"),
    zone_left_open=lambda: "|".join(sorted(zones.left_open())),
    zone_short=lambda: _longest_first(zones.names()).upper(),
)
