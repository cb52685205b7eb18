"""The day on which a statement held: the day in its clause, the day it was said, else printed."""

from collections.abc import Sequence
from datetime import date, timedelta

from discrepancy import edtf
from discrepancy.claim import DateClaim
from discrepancy.extraction.frames import DAYS_OF_STORY

_SAID = ("say", "announce")


class Days:
    """The days of one document on which its statements held."""

    def __init__(self, published: date | None) -> None:
        """`published` stands in where nothing in the text tells."""
        self._published = published
        self._said: dict[str, str] = {}

    def as_of(
        self,
        clause: tuple[int, int],
        dates: Sequence[tuple[DateClaim, str | None]],
        speaker: str | None,
    ) -> str | None:
        """The day of a claim in `clause`, from the dates of its sentence and their verbs."""
        near = [(day, verb) for day, verb in dates if self._is_day_of_story(day)]
        own = [day for day, _ in near if clause[0] <= day.span.start < clause[1]]
        said = [day for day, verb in near if verb in _SAID]
        chosen = (own or said or [day for day, _ in near])[:1]
        if said and speaker:
            self._said[speaker] = said[0].value.edtf or ""
        if chosen:
            return chosen[0].value.edtf
        if speaker in self._said:
            return self._said[speaker]
        return self._published.isoformat() if self._published else None

    def _is_day_of_story(self, day: DateClaim) -> bool:
        period = day.value.edtf
        if period is None or edtf.precision(period) != "day":
            return False
        if self._published is None:
            return True
        first, _ = edtf.interval(period)
        return abs(first - self._published) <= timedelta(days=DAYS_OF_STORY)
