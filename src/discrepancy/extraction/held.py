"""The day on which a statement held: the day it was said, where the text tells, else printed.

A day of the event itself is not the day of the statement: "24 died in Monday's fire" holds when
it is printed, and a later account may count more.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from discrepancy import edtf
from discrepancy.claim import DateClaim
from discrepancy.tables import words

DAYS_OF_STORY = timedelta(days=10)
"""How far from publication a day may lie and still be one on which the story was told."""


class Days:
    """The days of one document on which its statements held, followed in text order."""

    def __init__(self, published: date | None) -> None:
        """`published` stands in where nothing in the text tells."""
        self._published = published
        self._latest: str | None = None
        self._said: dict[str, str] = {}

    def as_of(
        self, dates: Sequence[tuple[DateClaim, str | None]], speaker: str | None
    ) -> str | None:
        """The day of a claim, from the dates of its sentence, each with the verb that it dates."""
        verbs = words("frames", "reporting")
        said = [day.value.edtf for day, verb in dates if verb in verbs and self._is_recent(day)]
        if said and said[0]:
            self._latest = said[0]
            if speaker:
                self._said[speaker] = said[0]
            return said[0]
        if speaker:
            told = self._said.get(speaker, self._latest)
            if told:
                return told
        return self._published.isoformat() if self._published else None

    def _is_recent(self, day: DateClaim) -> bool:
        period = day.value.edtf
        if period is None or edtf.precision(period) != "day":
            return False
        if self._published is None:
            return True
        return abs(edtf.interval(period)[0] - self._published) <= DAYS_OF_STORY
