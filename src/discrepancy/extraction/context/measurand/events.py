"""Which of several events of a kind a claim belongs to: Sunday's quake, the one of last year.

What is recalled beside the story ("the first since five people were killed there", "the worst
since the Halcyon went down, killing 212") is of an earlier event, whatever day that was.
"""

from collections.abc import Sequence

from discrepancy.calendar import edtf
from discrepancy.claims import Bound, DateClaim
from discrepancy.english.acts import Word
from discrepancy.extraction.context.measurand.view import View
from discrepancy.tables import words

EARLIER = "earlier"
"""The event of what is recalled."""


def event(view: View, days: Sequence[DateClaim]) -> str | None:
    """EDTF of the day that names the event, EARLIER, or None."""
    if _recalled(view):
        return EARLIER
    return _named_by_day(view, days) or _opened_by(view, days) or _closed_by(view, days)


def _recalled(view: View) -> bool:
    """Whether "since" or "like the one in which" opens what the claim stands in."""
    before = [word for word in view.sentence if word.end <= view.start]
    for place, word in enumerate(before):
        since = word.lower == "since" and _tells_deed(before[place + 1 :], view)
        if since and _is_compared(before[:place]):
            return True
    return any(word.lower in words("frames", "another_event") for word in view.left)


def _tells_deed(after: Sequence[Word], view: View) -> bool:
    """Whether a deed, not a date, follows."""
    rest = [*after, *view.right]
    return any(word.act in ("verb", "state") for word in rest[:12])


def _is_compared(before: Sequence[Word]) -> bool:
    """Whether a superlative or "first" stands before: "the worst accident since"."""
    ranked = words("frames", "ranking")
    return any(word.lower in ranked or word.lower.endswith("est") for word in before)


def _named_by_day(view: View, days: Sequence[DateClaim]) -> str | None:
    """The day before an event noun of the clause: "Sunday's quake", "the February shooting"."""
    for day in days:
        if day.value.edtf is None or not _inside(view, day):
            continue
        after = [word for word in view.sentence if word.start >= day.span.end][:4]
        if after and after[0].lower in ("'s", "’s"):
            after = after[1:]
        elif view.text[day.span.end - 2 : day.span.end] not in ("'s", "’s"):
            after = after[:2]
        if any(word.act == "noun" for word in after):
            return day.value.edtf
    return None


def _opened_by(view: View, days: Sequence[DateClaim]) -> str | None:
    """The month or year that opens the sentence: "In March a trawler was lost"."""
    for day in days:
        lead = view.sentence[:1]
        opens = bool(lead) and lead[0].lower in ("in", "on", "last", "earlier")
        first = opens and day.span.start <= lead[0].end + 1
        if first and day.value.edtf and day.bound is Bound.EXACT:
            return day.value.edtf
    return None


def _closed_by(view: View, days: Sequence[DateClaim]) -> str | None:
    """The year behind a deed and its count: "A blast in the same mine killed 31 in 1998"."""
    if view.key != "count":
        return None
    for day in days:
        lead = view.before(day.span.start)
        told = lead is not None and lead.lower == "in" and _inside(view, day)
        year = day.value.edtf is not None and edtf.precision(day.value.edtf) == "year"
        if told and year and day.bound is Bound.EXACT and day.span.start >= view.end:
            between = [word for word in view.right if word.end <= day.span.start]
            if not any(word.act == "verb" or word.text == "," for word in between):
                return day.value.edtf
    return None


def _inside(view: View, day: DateClaim) -> bool:
    return bool(view.clause) and view.clause[0].start <= day.span.start < view.clause[-1].end
