"""Values in plain words: what a person reads where the models hold figures and codes.

>>> value_words(QuantityValue(low=8000, high=8000, unit="soldier", bound="~"))
'about 8,000 soldiers'
>>> value_words(DateValue(edtf="2023-22"))
'summer 2023'
"""

from datetime import date

from discrepancy import tables
from discrepancy.claims import Bound, DateValue, QuantityValue, TextValue, TimeValue, Trend
from discrepancy.finding import Finding, Value, Verdict
from discrepancy.printed_figures import printed

HEADINGS = {
    Verdict.CONFLICT: "Conflict",
    Verdict.UPDATE: "Update",
    Verdict.SCOPE: "Apparent conflict",
    Verdict.COMPATIBLE: "Compatible",
    Verdict.ROUNDING: "Rounding",
    Verdict.AGREEMENT: "Agreement",
}
"""What a verdict is called above a finding."""

MEANINGS = {
    Verdict.CONFLICT: "both cannot be right",
    Verdict.UPDATE: "the matter moved on between the two accounts",
    Verdict.SCOPE: "these look like a conflict and speak of different things",
    Verdict.COMPATIBLE: "the hedges admit both",
    Verdict.ROUNDING: "equal at the coarser precision",
    Verdict.AGREEMENT: "equal",
}
"""What a verdict says, in a few words."""

HEDGES = {
    Bound.EXACT: "",
    Bound.RANGE: "",
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "at most ",
    Bound.LESS_THAN: "less than ",
}

POSSIBLE = "one thing, or two? Not counted unless asked for"
"""What is said of the findings that are not sure, in a few words."""

_PERIODS = {
    "21": "spring {}",
    "22": "summer {}",
    "23": "autumn {}",
    "24": "winter {}",
    "33": "the first quarter of {}",
    "34": "the second quarter of {}",
    "35": "the third quarter of {}",
    "36": "the fourth quarter of {}",
    "40": "the first half of {}",
    "41": "the second half of {}",
}


def heading(finding: Finding) -> str:
    """What stands above a finding: "Conflict", "Possible conflict"."""
    verdict = HEADINGS[finding.verdict]
    return verdict if finding.sure else f"Possible {verdict.lower()}"


class UnitWords(tables.Row):
    """How one unit is printed after a figure."""

    unit: str
    symbol: str | None = None
    many: str | None = None


def value_words(value: Value) -> str:
    """The value as one would write it in a sentence."""
    match value:
        case QuantityValue():
            return _quantity(value)
        case DateValue():
            return date_words(value.edtf) if value.edtf else "undated"
        case TimeValue():
            return _time(value)
        case TextValue():
            return f"“{value.text}”"


def _quantity(value: QuantityValue) -> str:
    figures = printed(value.low)
    if value.high != value.low:
        figures += f" to {printed(value.high)}"
    words = HEDGES[value.bound] + unit_words(figures, value.unit, one=value.high == 1)
    return {Trend.UP: "up ", Trend.DOWN: "down ", None: ""}[value.trend] + words


def unit_words(figures: str, unit: str | None, *, one: bool = False) -> str:
    """The printed figures with their unit, in the singular for one.

    >>> unit_words("85 million", "EUR"), unit_words("1", "soldier", one=True)
    ('85 million EUR', '1 soldier')
    """
    if unit is None:
        return figures
    above, _, below = unit.partition("/")
    per = f" per {below.replace('_', ' ')}" if below else ""
    row = _units().get(above, UnitWords(unit=above))
    if row.symbol:
        return f"{figures}\N{NO-BREAK SPACE}{row.symbol}{per}"
    name = above.replace("_", " ")
    return f"{figures} {name if one or above.isupper() else row.many or _plural(name)}{per}"


def _units() -> dict[str, UnitWords]:
    return {row.unit: row for row in tables.rows("display", UnitWords)}


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def date_words(edtf: str) -> str:
    """An EDTF day or period in words; what it cannot word stays as it is.

    >>> date_words("2024-10-31"), date_words("2024-06/.."), date_words("199X~")
    ('31 October 2024', 'June 2024 or later', 'about the 1990s')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day_words(first)
    if last in ("", ".."):
        return f"{_day_words(first)} or later"
    if first in ("", ".."):
        return f"{_day_words(last)} or earlier"
    return f"{_day_words(first)} to {_day_words(last)}"


def _day_words(edtf: str) -> str:
    stated = edtf.rstrip("~?%")
    hedge = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(edtf[len(stated) :], "")
    parts = [part for part in stated.split("-") if part != "XX"]
    if len(parts) == 1 and "X" in parts[0]:
        known = parts[0].count("X") < 3
        return f"{hedge}the {parts[0].replace('X', '0')}s" if known else edtf
    if len(parts) == 2 and parts[1] in _PERIODS:
        return hedge + _PERIODS[parts[1]].format(parts[0])
    try:
        day = date.fromisoformat("-".join((*parts, "01", "01")[:3]))
    except ValueError:
        return edtf
    form = {1: "{0.year}", 2: "{0:%B} {0.year}", 3: "{0.day} {0:%B} {0.year}"}[len(parts)]
    return hedge + form.format(day)


def _time(value: TimeValue) -> str:
    words = HEDGES[value.bound] + value.time
    if value.until:
        words += f" to {value.until}"
    return f"{words} {value.zone}" if value.zone else words


def shorten(words: str, room: int) -> str:
    """The words, cut between two of them where they are more than there is room for.

    >>> shorten("“a very, very serious issue”", 16)
    '“a very, very…”'
    """
    if len(words) <= room:
        return words
    cut = words[: room - 1].rpartition(" ")[0].rstrip(",;:") or words[: room - 2]
    return f"{cut}…”" if words.startswith("“") else f"{cut}…"
