"""Known conflicts as tests: hooks and one fixture for pytest.

Nothing is imported here but the standard library and pytest, so that a run that does not use
the plugin does not pay for it. The work is done in `discrepancy.testing`.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from discrepancy.finding import Report
    from discrepancy.testing.known import Known

pytest.register_assert_rewrite("discrepancy.testing.assertions")

_reports = pytest.StashKey[dict[Path, "Report"]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Name the files to collect, and offer to write one for a new story."""
    parser.addini(
        "discrepancy_files",
        "file name patterns of known conflicts",
        type="args",
        default=["*.conflicts.toml", "known_conflicts.toml"],
    )
    parser.addini(
        "discrepancy_allow_unread",
        "patterns of documents of a story that may be left unread",
        type="args",
        default=[],
    )
    parser.getgroup("discrepancy", "known conflicts between sources").addoption(
        "--discrepancy-update",
        action="append",
        default=[],
        metavar="FOLDER",
        help="write what is found in FOLDER to FOLDER/<name>.conflicts.toml, to be pruned",
    )

    parser.getgroup("discrepancy").addoption(
        "--discrepancy-possible",
        action="store_true",
        help="take what may be one thing or two for one, as known conflicts are held",
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    """Write the files that were asked for, before anything is collected."""
    for folder in session.config.getoption("--discrepancy-update"):
        from discrepancy.errors import DiscrepancyError
        from discrepancy.testing import known

        try:
            known.update(Path(folder), _report(session.config, Path(folder)))
        except DiscrepancyError as error:
            raise pytest.UsageError(str(error)) from error


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a file of known conflicts."""
    if any(map(file_path.match, parent.config.getini("discrepancy_files"))):
        return ConflictsFile.from_parent(parent, path=file_path)
    return None


class ConflictsFile(pytest.File):
    """A file whose every entry is a test."""

    def collect(self) -> Iterator[pytest.Item]:
        """One test an entry, named by its readings."""
        from discrepancy.errors import DiscrepancyError
        from discrepancy.testing import known

        try:
            listed = known.read(self.path)
        except DiscrepancyError as error:
            raise self.CollectError(str(error)) from error
        for entry in listed.conflict:
            item: ConflictItem = ConflictItem.from_parent(self, name=entry.name)
            item.entry, item.story = entry, self.path.parent / listed.documents
            item.allow_unread = listed.allow_unread
            if entry.not_yet:
                item.add_marker(pytest.mark.xfail(reason=entry.not_yet, strict=True))
            yield item


class ConflictItem(pytest.Item):
    """One known conflict, held against the report of its story."""

    entry: "Known"
    story: Path
    allow_unread: tuple[str, ...]

    def runtest(self) -> None:
        """Check the story, once a session, and hold the entry against it."""
        possible = self.config.getoption("--discrepancy-possible")
        report = _report(self.config, self.story)
        _assert_all_read(self.config, report, self.allow_unread)
        self.entry.hold(report, possible=possible)

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """What was wanted and what was found, without a traceback."""
        if not isinstance(excinfo.value, AssertionError):
            return super().repr_failure(excinfo, style)
        why = f"\nwhy:    {self.entry.why}" if self.entry.why else ""
        return f"{excinfo.value}{why}"

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where the entry stands."""
        return self.path, None, self.name


@pytest.fixture(scope="session")
def discrepancies(pytestconfig: pytest.Config) -> "Callable[..., Report]":
    """`discrepancies(folder)`: the report on a story; a folder is checked once a session.

    A document that cannot be read fails the test, unless `allow_unread=` names it.
    """

    def checked(story: Any, allow_unread: Sequence[str] = (), **options: Any) -> "Report":
        from discrepancy.pipeline import check

        once = isinstance(story, str | Path) and not options
        report = _report(pytestconfig, Path(story)) if once else check(story, **options)
        _assert_all_read(pytestconfig, report, allow_unread)
        return report

    return checked


def _assert_all_read(config: pytest.Config, report: "Report", allowed: Sequence[str]) -> None:
    from discrepancy.testing.assertions import assert_all_read

    __tracebackhide__ = True
    patterns = (*allowed, *config.getini("discrepancy_allow_unread"))
    assert_all_read(report, allow_unread=patterns)


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Show findings by their words, not by their fields: `assert report.conflicts == ()`."""
    if op != "==" or not (_findings(left) or _findings(right)):
        return None
    lines = ["the findings differ"]
    for side, findings in (("left", _findings(left)), ("right", _findings(right))):
        for finding in findings:
            lines += [f"{side}: {finding.verdict} ({finding.measurand}): {finding.because}"]
            lines += [
                f"    {place.source}: {place.text}"
                for reading in finding.readings
                for place in reading.claims
            ]
    return lines


def _findings(value: object) -> tuple[Any, ...]:
    loaded = sys.modules.get("discrepancy.finding")
    if loaded is None or not isinstance(value, tuple) or not value:
        return ()
    return value if all(isinstance(one, loaded.Finding) for one in value) else ()


def _report(config: pytest.Config, story: Path) -> "Report":
    """The report on a folder, from the files as they are at the first asking."""
    from discrepancy.pipeline import check

    reports = config.stash.setdefault(_reports, {})
    path = story.resolve()
    if path not in reports:
        reports[path] = check(path)
    return reports[path]
