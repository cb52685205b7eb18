"""Parts of the day and the stretch of time that each means: "Friday afternoon", "early Sunday".

>>> [(moment.time, moment.until) for moment in parts("on Friday afternoon", 0, 19)]
[('12:00', '18:00')]
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from discrepancy.calendar.written_dates import choice
from discrepancy.english.cut import said
from discrepancy.extraction.times.clock_words import Moment
from discrepancy.tables import Row, rows, words


class _Part(Row):
    words: str
    start: str
    end: str


@cache
def _dayparts() -> Mapping[str, _Part]:
    return {row.words: row for row in rows("dayparts", _Part)}


def parts_of_day() -> frozenset[str]:
    """The words that tell a part of the day: "night", "noon"."""
    return frozenset(_dayparts())


@cache
def _part_of_day() -> re.Pattern[str]:
    parts = "|".join(sorted(_dayparts(), key=len, reverse=True)).replace(" ", "[ ]")
    weekdays = choice("weekday")
    day = rf"(?:{weekdays}|yesterday|tomorrow|this|that|last|the[ ](?:next|same|following))"
    return re.compile(
        rf"""\b(?:
          # Friday afternoon; this morning; late Thursday afternoon; in the early hours of Sunday
          (?:(?P<edge>early|late|mid)[ ])?(?P<day>{day})[ ](?P<after>{parts})
        | (?:in|during|of|on|by|through|until|at)[ ](?:the[ ])?(?P<plain>(?:very[ ])?(?:{parts}))
            (?:[ ]of[ ](?:{weekdays})[ ]morning)?
        | (?P<dark>before[ ](?:dawn|daybreak))
        | (?P<leading>early[ ]morning|late[ ](?:afternoon|evening|night))(?=[ ](?:on|{weekdays})\b)
          # early Sunday; late on Friday
        | (?P<rough>(?P<edge2>early|late)(?:[ ]on)?[ ](?:{weekdays}|yesterday|today))
        )\b(?![-’']\w{{2}}|[ ](?:show|news|post|edition|paper|star))""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _opening() -> frozenset[str]:
    """The words of which each part of the day has one."""
    named = (said(name, 0, len(name)) for name in _dayparts())
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
        if words == "night" and re.match(r"(?i)at|through|by", found[0]):
            continue  # lights that burn at night, through the night
        edge = (found["edge"] or "").lower()
        row = _dayparts().get(f"{edge} {words}") or _dayparts()[words]
        at = found.start("edge") if edge else found.start(name)
        yield Moment(at, found.end(), row.start, row.end)
