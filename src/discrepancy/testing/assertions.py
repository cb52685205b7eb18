"""Assertions on a report, each failing with what was found instead, side by side.

Readings are given by words as they stand in a source ("June 2024"), by a figure, by anything that
reads as the same value, or as a `Place`. With one reading, any judgement that it is part of is
meant; with none, any judgement.
"""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath

from discrepancy.finding import Report, Verdict
from discrepancy.item import Proof
from discrepancy.testing.failure import instead
from discrepancy.testing.judged import Asked, judged
from discrepancy.testing.wanted import Wanted


def assert_conflict(
    report: Report,
    *readings: Wanted,
    about: str | None = None,
    sources: Sequence[str] = (),
    possible: bool = False,
) -> None:
    """Assert that the report tells a conflict between the readings.

    Args:
        report: what `discrepancy.check` returned.
        readings: two, one or none.
        about: words of which each stands in the measurand or in a sentence of the finding.
        sources: the documents in which both stand; empty: any.
        possible: take what may be one thing or two for one.
    """
    __tracebackhide__ = True
    hold(report, Verdict.CONFLICT, Asked(readings, about, tuple(sources), possible=possible))


def assert_all_read(report: Report | Proof, *, allow_unread: Sequence[str] = ()) -> None:
    """Assert that every document that was given was read.

    Args:
        report: what `discrepancy.check` or `discrepancy.proof` returned.
        allow_unread: patterns of documents that may be left unread ("*.zip", "*" for all).
    """
    __tracebackhide__ = True
    missing = [one for one in report.unread if not _is_allowed(one.document, allow_unread)]
    if missing:
        raise AssertionError("\n".join(f"not read: {one}" for one in missing))


def _is_allowed(document: str, patterns: Sequence[str]) -> bool:
    names = (document, PurePath(document).name)
    return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)


def assert_no_conflict(
    report: Report,
    *readings: Wanted,
    about: str | None = None,
    sources: Sequence[str] = (),
    possible: bool = False,
    allow_unread: Sequence[str] = (),
) -> None:
    """Assert that the report tells no such conflict, and that nothing was left unread.

    The arguments are those of `assert_conflict` and `assert_all_read`.
    """
    __tracebackhide__ = True
    assert_all_read(report, allow_unread=allow_unread)
    asked = Asked(readings, about, tuple(sources), possible=possible)
    conflicts = tuple(one for one in judged(report, asked) if one.verdict is Verdict.CONFLICT)
    if conflicts:
        raise AssertionError(instead(report, "no conflict", asked, conflicts))


def assert_verdict(
    report: Report,
    verdict: Verdict | str,
    *readings: Wanted,
    about: str | None = None,
    sources: Sequence[str] = (),
    possible: bool = False,
) -> None:
    """Assert that the report judges the readings so, and nowhere as a conflict instead.

    Raises:
        ValueError: there is no such verdict.
    """
    __tracebackhide__ = True
    hold(report, Verdict(verdict), Asked(readings, about, tuple(sources), possible=possible))


def hold(report: Report, verdict: Verdict, asked: Asked) -> None:
    """Assert a verdict on what is asked about."""
    __tracebackhide__ = True
    found = judged(report, asked)
    verdicts = {one.verdict for one in found}
    if verdict not in verdicts or Verdict.CONFLICT in verdicts - {verdict}:
        raise AssertionError(instead(report, verdict, asked, found))


def hold_unflagged(report: Report, wanted: str, asked: Asked) -> None:
    """Assert that no finding sets the readings against each other."""
    __tracebackhide__ = True
    flagged = tuple(one for one in judged(report, asked) if one.verdict.flagged)
    if flagged:
        raise AssertionError(instead(report, wanted, asked, flagged))
