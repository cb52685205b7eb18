"""Values in plain words: what a person reads where the models hold figures and codes.

>>> value_words(QuantityValue(low=8000, high=8000, unit="soldier", bound="~"))
'about 8,000 soldiers'
>>> value_words(DateValue(edtf="2023-22"))
'summer 2023'
"""

from string import ascii_uppercase

from discrepancy.calendar.printed_dates import date_words
from discrepancy.claims import Bound, DateValue, QuantityValue, TextValue, TimeValue, Trend
from discrepancy.finding import Finding, Reading, Value, Verdict
from discrepancy.measures.printed_figures import printed
from discrepancy.measures.printed_units import unit_words

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


def letter(position: int) -> str:
    """The name of a reading within its finding: A, B, ... Z, A1, ..."""
    turn, place = divmod(position, 26)
    return ascii_uppercase[place] + (str(turn) if turn else "")


def heading(finding: Finding) -> str:
    """What stands above a finding: "Conflict", "Possible conflict"."""
    verdict = HEADINGS[finding.verdict]
    return verdict if finding.sure else f"Possible {verdict.lower()}"


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


def read_as(reading: Reading) -> str:
    """The value of a reading; the words of the text for a day that nothing settles."""
    value = reading.value
    if isinstance(value, DateValue) and value.edtf is None:
        return f"“{' '.join(reading.claims[0].text.split())}”"
    return value_words(value)


def figures(value: QuantityValue) -> str:
    """The figures with their hedge, without what they count or measure.

    >>> figures(QuantityValue(low=5, high=5, unit="person", bound=">="))
    'at least 5'
    """
    return HEDGES[value.bound] + _bare(value)


def _bare(value: QuantityValue) -> str:
    to = f" to {printed(value.high)}" if value.high != value.low else ""
    return printed(value.low) + to


def _quantity(value: QuantityValue) -> str:
    told = HEDGES[value.bound] + unit_words(_bare(value), value.unit, one=value.high == 1)
    return {Trend.UP: "up ", Trend.DOWN: "down ", None: ""}[value.trend] + told


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
