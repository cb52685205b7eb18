"""Days of one month in a list: "on 3 and 9 May", "May 3, 5 and 9", "on 3 or 9 May".

Days that are joined by "or" are one date that the text leaves open. Two that follow each other are
a period (`month_phrases.day_ranges`).

>>> setting = Setting("It rained on May 3, 5 and 9, 2023.", 0, 34)
>>> [phrase.edtf for phrase in listed(setting)]
['2023-05-03', '2023-05-05', '2023-05-09']
"""

import re
from collections.abc import Iterator

from discrepancy.calendar import edtf
from discrepancy.calendar.written_dates import numbers
from discrepancy.extraction.dates.setting import DatePhrase, Setting
from discrepancy.extraction.dates.shapes import SHAPES


def listed(setting: Setting) -> Iterator[DatePhrase]:
    """Each day of a list, or the one date that is left open between several."""
    for found in _list().finditer(setting.text, setting.start, setting.end):
        month = found["month"] or found["month2"]
        days = list(re.finditer(r"\d+", found["days"] or found["days2"]))
        if not month[0].isupper():
            continue
        template = f"{found['year'] or 'XXXX'}-{numbers('month')[month.lower().rstrip('.')]:02}"
        dates = [_settled(setting, found, f"{template}-{int(day[0]):02}") for day in days]
        meant = [day for day in dates if day]
        if len(meant) < len(dates):
            continue
        relative = not found["year"]
        if found["how"] == "or" or found["how2"] == "or":
            yield DatePhrase(
                found.start("whole"), found.end(), meant[0], relative, None, (*meant[1:],)
            )
            continue
        offset = found.start("days") if found["days"] else found.start("days2")
        for number, (day, one) in enumerate(zip(days, meant, strict=True)):
            start, end = offset + day.start(), offset + day.end()
            if found["month2"] and number == 0:
                start = found.start("month2")
            if number == len(days) - 1:
                end = found.end()
            yield DatePhrase(start, end, one, relative)


def _settled(setting: Setting, found: re.Match[str], template: str) -> str | None:
    """The day, in the year of all of them; None: there is no such day, or nothing anchors it."""
    day = template if found["year"] else setting.settled(template, found.start(), found.end())
    return day if day and edtf.exists(day) else None


_list = SHAPES("day_list")
