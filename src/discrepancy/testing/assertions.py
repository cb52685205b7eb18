"""Assertions on a report, each failing with what was found instead, side by side."""

from collections.abc import Sequence

from discrepancy.finding import Report, Verdict
from discrepancy.testing.failure import instead
from discrepancy.testing.judged import judged
from discrepancy.testing.wanted import Wanted


def assert_conflict(
    report: Report, *readings: Wanted, about: str | None = None, sources: Sequence[str] = ()
) -> None:
    """Assert that the report tells a conflict between the readings.

    Args:
        report: what `discrepancy.check` returned.
        readings: two readings, by words ("June 2024") or figure; one: any conflict that it is
            part of; none: any conflict.
        about: words of which each stands in the measurand or in a sentence of the finding.
        sources: the documents of the readings; empty: any.
    """
    __tracebackhide__ = True
    assert_verdict(report, Verdict.CONFLICT, *readings, about=about, sources=sources)


def assert_no_conflict(
    report: Report, *readings: Wanted, about: str | None = None, sources: Sequence[str] = ()
) -> None:
    """Assert that the report tells no such conflict; the arguments are those of the opposite."""
    __tracebackhide__ = True
    found = judged(report, readings, about=about, sources=sources)
    conflicts = tuple(one for one in found if one.verdict is Verdict.CONFLICT)
    if conflicts:
        raise AssertionError(instead(report, "no conflict", readings, about, conflicts))


def assert_verdict(
    report: Report,
    verdict: Verdict | str,
    *readings: Wanted,
    about: str | None = None,
    sources: Sequence[str] = (),
) -> None:
    """Assert that the report judges the readings so, and nowhere as a conflict instead.

    Raises:
        ValueError: there is no such verdict.
    """
    __tracebackhide__ = True
    verdict = Verdict(verdict)
    found = judged(report, readings, about=about, sources=sources)
    verdicts = {one.verdict for one in found}
    if verdict not in verdicts or (Verdict.CONFLICT in verdicts - {verdict}):
        raise AssertionError(instead(report, verdict, readings, about, found))
