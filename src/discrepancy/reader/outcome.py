"""What a second reader adds to a report; a run knows it whether or not one is asked.

>>> NOTHING.findings, NOTHING.unanswered
((), ())
"""

from dataclasses import dataclass

from discrepancy.finding import Finding
from discrepancy.reader.questions import Question


@dataclass(frozen=True)
class Outcome:
    """What a second reader adds to a report."""

    rules: tuple[Finding, ...] = ()
    """The findings of the rules, with what it says of them."""
    findings: tuple[Finding, ...] = ()
    """Its own findings."""
    notes: tuple[str, ...] = ()
    unanswered: tuple[Question, ...] = ()
    """Questions to which there is no answer yet."""
    failed: str | None = None
    """Why the reader could not be asked; then nothing of it is kept."""


NOTHING = Outcome()
"""What no second reader adds."""
