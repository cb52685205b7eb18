"""What stretch of time a figure covers: the third quarter, the first nine months, until noon."""

from collections.abc import Sequence
from functools import cache

from discrepancy.claims import TimeClaim
from discrepancy.english.acts import Word
from discrepancy.english.phrases import Book
from discrepancy.extraction.context.measurand.view import View
from discrepancy.tables import Row, rows, words

BESIDE = 4
"""Words between "said" or "by" and the hour."""


class Period(Row):
    """One stretch; data/periods.toml explains the fields."""

    id: str
    phrases: str


def period(view: View, times: Sequence[TimeClaim]) -> str | None:
    """The stretch that is told nearest to a claim in its sentence, or the hour at which it held."""
    return _stretch(view.sentence, view.start) or _hour(view, times)


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
    """Whether the first verb of the sentence is one of saying, and the hour stands before it."""
    verb = next((word for word in sentence if word.act == "verb"), None)
    reports = verb is not None and verb.lemma in words("frames", "reporting")
    return verb is not None and reports and time.span.end <= verb.start


def _stretch(sentence: Sequence[Word], start: int) -> str | None:
    standing = _listed().standing([word.lower for word in sentence])
    found = [(abs(sentence[at].start - start), period) for at, _, period in standing]
    return min(found)[1] if found else None


@cache
def _listed() -> Book[str]:
    return Book(
        (phrase, row.id) for row in rows("periods", Period) for phrase in row.phrases.split("; ")
    )
