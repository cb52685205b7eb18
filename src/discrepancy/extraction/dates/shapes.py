"""The patterns of data/date_shapes.toml, and the lists of words that they name.

>>> [one[0] for one in SHAPES("week_from")().finditer("the week beginning ")]
['the week beginning ']
"""

from collections.abc import Mapping
from functools import cache

from discrepancy.calendar.written_dates import YEAR_IN_WORDS, choice, numbers
from discrepancy.english.numbers.counts import in_words
from discrepancy.english.numbers.number_words import numbers as number_words
from discrepancy.english.numbers.number_words import ordinal_words
from discrepancy.tables import Row, rows, words
from discrepancy.words.shapes import Shapes


class Holiday(Row):
    """A day that has a name, and the rule by which it falls."""

    words: str
    rule: str


@cache
def holidays() -> Mapping[str, str]:
    """The rule of each such day by its name in lower case."""
    return {row.words.lower(): row.rule for row in rows("date_cues", Holiday, "holiday")}


def _holidays() -> str:
    longest = "|".join(sorted(holidays(), key=len, reverse=True))
    return longest.replace("'", "['’]").replace(" ", "[ ]")


def _centuries() -> str:
    """Those that are written in words: the fifth to the twentieth."""
    return "|".join(word for word, number in numbers("ordinal").items() if 5 <= number <= 20)


SHAPES = Shapes(
    "date_shapes",
    capital_month=lambda: choice("month").title(),
    century=_centuries,
    holiday=_holidays,
    month=lambda: choice("month"),
    number=in_words,
    ordinal=lambda: choice("ordinal"),
    ordinal_spaced=lambda: choice("ordinal").replace("-", "[- ]"),
    ranked=lambda: "|".join(sorted({*number_words("podium"), *ordinal_words()})),
    said=lambda: "|".join(sorted(words("verbs_of_saying", "tags"))),
    season=lambda: choice("season"),
    weekday=lambda: choice("weekday"),
    weekday_in_full=lambda: "|".join(day for day in numbers("weekday") if day.endswith("day")),
    year_in_words=lambda: YEAR_IN_WORDS,
)
