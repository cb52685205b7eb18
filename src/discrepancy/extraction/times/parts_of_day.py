"""Parts of the day and the stretch of time that each means: "Friday afternoon", "early Sunday".

>>> [(moment.time, moment.until) for moment in parts("on Friday afternoon", 0, 19)]
[('12:00', '18:00')]
"""

from collections.abc import Iterator
from functools import cache

from discrepancy.english.cut import said
from discrepancy.extraction.times.clock_words import Moment
from discrepancy.extraction.times.shapes import SHAPES, dayparts
from discrepancy.tables import words


def words_for_parts() -> frozenset[str]:
    """The words that tell a part of the day: "night", "noon"."""
    return frozenset(dayparts())


_part_of_day = SHAPES("part_of_day")


@cache
def _opening() -> frozenset[str]:
    """The words of which each part of the day has one."""
    named = (said(name, 0, len(name)) for name in dayparts())
    return words("date_cues", "edges_of_day").union(*named)


def parts(text: str, start: int, end: int) -> Iterator[Moment]:
    """Friday afternoon, this morning, in the early hours, early Sunday, late on Friday."""
    if _opening().isdisjoint(said(text, start, end)):
        return
    for found in _part_of_day().finditer(text, start, end):
        if found["rough"]:
            times = ("00:00", "06:00") if found["edge2"].lower() == "early" else ("16:00", "24:00")
            yield Moment(found.start(), found.end(), *times)
            continue
        name = next(name for name in ("after", "plain", "dark", "leading") if found[name])
        words = found[name].lower().removeprefix("very ")
        if words == "night" and _at_night().match(found[0]):
            continue  # lights that burn at night, through the night
        edge = (found["edge"] or "").lower()
        row = dayparts().get(f"{edge} {words}") or dayparts()[words]
        at = found.start("edge") if edge else found.start(name)
        yield Moment(at, found.end(), row.start, row.end)


_at_night = SHAPES("at_night")
