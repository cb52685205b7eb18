"""What stretch of time a figure covers: the third quarter, the first nine months, until noon."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from discrepancy.calendar.written_dates import numbers
from discrepancy.claims import TimeClaim
from discrepancy.english.acts import Word
from discrepancy.english.phrases import Book
from discrepancy.extraction.context.measurand.view import View
from discrepancy.tables import Row, rows, words

IN_MONTH = "in-month-"
"""How the period of what is told for one month begins."""

BESIDE = 4
"""Words between "said" or "by" and the hour."""


class Period(Row):
    """One stretch; data/periods.toml explains the fields."""

    id: str
    phrases: str


def period(view: View, times: Sequence[TimeClaim]) -> str | None:
    """The stretch that is told nearest to a claim in its sentence, or the hour at which it held."""
    return _stretch(view.sentence, view.start) or _hour(view, times) or _month(view)


def _month(view: View) -> str | None:
    """The month that a figure is told for: "sold 700 in May"; of two the later is no update."""
    if view.key in ("date", "time"):
        return None
    months = numbers("month")
    told = [
        (abs(word.start - view.start), months[word.lower])
        for before, word in pairwise(view.clause)
        if word.lower in months and word.text[:1].isupper()
        if before.lower in words("frames", "for_a_month")
    ]
    return f"{IN_MONTH}{min(told)[1]}" if told else None


def _hour(view: View, times: Sequence[TimeClaim]) -> str | None:
    """As in "police said at 8 a.m.", "by Thursday noon": when the claim held, not when it began."""
    stands = any(word.lemma == "stand" for word in view.clause)  # the toll stood at six
    for time in times:
        near = [word for word in view.sentence if word.end <= time.span.start][-BESIDE:]
        told = {word.lemma for word in near} | {word.lower for word in near}
        as_of = {"as", "of"} <= {word.lower for word in near}
        if stands or as_of or told & (words("frames", "reporting") | {"by"}):
            return time.value.time
        if _opens_a_report(view.sentence, time):
            return time.value.time
    return None


def _opens_a_report(sentence: Sequence[Word], time: TimeClaim) -> bool:
    """Whether the hour stands before the first verb, which is one of saying or tells what was so.

    "At noon rescuers had counted 12 dead", and not "at noon a bomb killed 12".
    """
    verb = next((word for word in sentence if word.act == "verb"), None)
    if verb is None or time.span.end > verb.start:
        return False
    between = {word.lower for word in sentence if time.span.end <= word.start < verb.start}
    held = sentence[0].lower in words("frames", "at_an_hour") and not between.isdisjoint(
        words("frames", "by_then")
    )
    return held or verb.lemma in words("frames", "reporting")


def _stretch(sentence: Sequence[Word], start: int) -> str | None:
    standing = _listed().standing([word.lower for word in sentence])
    found = [(abs(sentence[at].start - start), period) for at, _, period in standing]
    return min(found)[1] if found else None


@cache
def _listed() -> Book[str]:
    return Book(
        (phrase, row.id) for row in rows("periods", Period) for phrase in row.phrases.split("; ")
    )
