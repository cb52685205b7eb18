"""The time that an adverbial sets for what is told: "In 2004, ...", also for the next sentence.

A year that only modifies a noun ("the tsunami of 2004", "the 2004 tsunami") sets no frame unless
the sentence opens with it ("In the 2004 tsunami, ..."), nor does a day close to the day of
publication: that is the time of the story itself.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from discrepancy.calendar import edtf
from discrepancy.claims import Bound, DateClaim
from discrepancy.english.acts import Word
from discrepancy.tables import words

NEAR = timedelta(days=45)
"""How far from publication a period may end or begin and still be the story's own time."""


LEAD = 2
"""The last sentence of the lead, where the headline is sentence 0."""


class Frame(NamedTuple):
    """A period and the characters whose statements it dates."""

    start: int
    end: int
    period: str


class Frames:
    """Follows the frames of one document, sentence by sentence."""

    def __init__(self, now: date | None) -> None:
        """Frames are told from the story's own time by `now`, the day of publication."""
        self._now = now
        self._own: list[str] = []
        self._carried: str | None = None
        self._last = -2

    def of(
        self, index: int, clauses: Sequence[Sequence[Word]], dates: Sequence[DateClaim]
    ) -> list[Frame]:
        """The frames of the sentence that stands at `index` in its document."""
        sentence = [word for clause in clauses for word in clause]
        if 0 <= index <= LEAD:
            told = [day for day in dates if self._is_told_of(day, sentence)]
            self._own += [day.value.edtf for day in told if day.value.edtf]
        found = [frame for day in dates if (frame := self._set_by(day, clauses, sentence))]
        carried, self._carried = self._carried, None
        if found:
            whole = [f for f in found if f.start == sentence[0].start and f.end == sentence[-1].end]
            self._carried = whole[0].period if whole else None
        elif carried and index == self._last + 1 and self._goes_on(sentence, dates):
            found = [Frame(sentence[0].start, sentence[-1].end, carried)]
            if sentence[0].lower in words("frames", "continuing"):
                self._carried = carried
        self._last = index
        return found

    def _set_by(
        self, day: DateClaim, clauses: Sequence[Sequence[Word]], sentence: Sequence[Word]
    ) -> Frame | None:
        period = day.value.edtf
        if period is None or self._is_near(period):
            return None
        if _opens_with(day, sentence):
            return Frame(sentence[0].start, sentence[-1].end, period)
        if not self._is_told_of(day, sentence):
            return None
        before = [word for word in sentence if word.end <= day.span.start]
        if len(clauses) == 1 or not any(word.act in ("verb", "aux") for word in before):
            return Frame(sentence[0].start, sentence[-1].end, period)
        for clause in clauses:
            if clause[0].start <= day.span.start < clause[-1].end:
                return Frame(clause[0].start, clause[-1].end, period)
        return None

    def _is_told_of(self, day: DateClaim, sentence: Sequence[Word]) -> bool:
        """Whether a date says when what the sentence tells happened."""
        return bool(day.value.edtf) and day.bound is Bound.EXACT and _is_adverbial(day, sentence)

    def _is_near(self, period: str) -> bool:
        """Whether a period is of the story's own time.

        It reaches to the day of publication, or the lead tells of it (the crime of which a trial
        is reported). Where the day is unknown only whole years are taken for another time.
        """
        if any(edtf.overlap(period, own) for own in self._own):
            return True
        if self._now is None:
            return edtf.precision(period) in ("day", "month", "interval")
        first, last = edtf.interval(period)
        slack = timedelta(0) if last - first > NEAR else NEAR
        return last >= self._now - slack

    def _goes_on(self, sentence: Sequence[Word], dates: Sequence[DateClaim]) -> bool:
        """Whether a sentence without a frame of its own stays in that of the one before."""
        if any(day.value.edtf and self._is_near(day.value.edtf) for day in dates):
            return False
        if any(_is_present(word) for word in sentence):
            return False
        return any(word.act in ("verb", "aux") for word in sentence)


def _is_present(word: Word) -> bool:
    """Whether a verb is about now: "is", "includes"."""
    if word.act == "verb":
        return word.lower != word.lemma and word.lower.endswith("s")
    return word.act == "aux" and word.lower in words("frames", "present")


def _is_adverbial(day: DateClaim, sentence: Sequence[Word]) -> bool:
    """Whether a date says when the clause happened, not which thing is meant."""
    before = [word for word in sentence if word.start < day.span.start]
    after = next((word for word in sentence if word.start >= day.span.end), None)
    if after is not None and (after.lower in ("'s", "’s", "-") or (before and _is_noun(after))):
        return False
    inside = day.text.lower().split()
    if inside[0] in words("frames", "adverbial") or {inside[0], inside[-1]} & words(
        "frames", "bare"
    ):
        return not before or before[-1].lower != "of"
    while before and before[-1].lower in ("early", "late", "mid", "around", "about"):
        before.pop()
    if not before or before[-1].lower not in words("frames", "adverbial"):
        return False
    head = before[-2] if len(before) > 1 else None
    return head is None or head.act != "noun"


def _opens_with(day: DateClaim, sentence: Sequence[Word]) -> bool:
    """Whether a sentence opens with an event of that year: "In the 2011 flood, nobody drowned"."""
    before = [word.lower for word in sentence if word.start < day.span.start]
    if not before or before[0] not in words("frames", "adverbial") or before[1:] != ["the"]:
        return False
    after = [word for word in sentence if word.start >= day.span.end]
    phrase = list(takewhile(lambda word: word.text != "," and word.act != "verb", after))
    marked = len(phrase) < len(after) and after[len(phrase)].text == ","
    return marked and any(word.lower in words("frames", "events") for word in phrase)


def _is_noun(after: Word) -> bool:
    """Whether the word after a date makes a modifier of it: "hit by the 2004 tsunami"."""
    small = ("determiners", "prepositions", "conjunctions", "auxiliaries", "modals", "between")
    if after.act in ("verb", "aux") or not after.lower[0].isalpha():
        return False
    return not any(after.lower in words("grammar", name) for name in small)
