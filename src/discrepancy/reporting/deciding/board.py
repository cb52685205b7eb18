"""A story that is being worked on: its report as of the files as they stand, and what is decided.

The page that `discrepancy serve` shows looks here. The story is read again only when its files
have changed since the last look; when that fails, the last report stays, and why is said.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     board = Board(Report, lambda: None, Path(folder) / "decisions.toml", Options())
...     board.state()
State(edition=1, problem='', decisions={})
"""

from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from threading import Lock

from pydantic import Field

from discrepancy.errors import DiscrepancyError, defect
from discrepancy.finding import Finding, Report
from discrepancy.reporting import Options, render
from discrepancy.reporting.deciding import decisions
from discrepancy.reporting.deciding.decisions import Decided, Decision
from discrepancy.reporting.passages import visible
from discrepancy.span import Model


class Wish(Model):
    """What the page wants to be kept of a finding; with neither verdict nor note, nothing."""

    finding: str
    verdict: Decided | None = None
    note: str = Field(default="", max_length=500)


class State(Model):
    """What an open page asks for again and again."""

    edition: int
    """How often the story has been read; a page of an older edition loads itself again."""
    problem: str
    """Why the story cannot be read as it stands, in one sentence; empty where it can."""
    decisions: dict[str, Decision]


class UnknownFinding(DiscrepancyError):
    """A decision on a finding that the report does not hold."""


class Board:
    """The report and the decisions; one thread at a time reads the story."""

    def __init__(
        self,
        check: Callable[[], Report],
        stamp: Callable[[], object],
        home: Path,
        options: Options,
    ) -> None:
        """Read the story for the first time.

        `check` reads it, `stamp` tells cheaply whether its files are still the same, and `home`
        is the file of decisions.

        Raises:
            DiscrepancyError: it cannot be read; there is nothing to show then.
        """
        self._check, self._stamp, self._home, self._options = check, stamp, home, options
        self._lock = Lock()
        self._seen = stamp()
        self._report, self._edition, self._problem = check(), 1, ""

    def state(self) -> State:
        """What stands now, the story read again where it has changed."""
        self._look()
        try:
            kept, problem = decisions.load(self._home), self._problem
        except DiscrepancyError as error:
            kept, problem = {}, str(error)
        return State(edition=self._edition, problem=problem, decisions=kept)

    def page(self) -> str:
        """The page of the last report that could be made, or a plain one that says why not."""
        self._look()
        try:
            return render(self._report, "html", self._options)
        except Exception as error:
            return _plain(defect(error), self._report)

    def decide(self, wish: Wish) -> State:
        """Keep what is wished, beside what others have decided meanwhile.

        Raises:
            UnknownFinding: the story has changed, and has no such finding any more.
            DiscrepancyError: the file of decisions is damaged or held by another program.
        """
        named = {finding.id: finding for finding in self._report.findings}
        if wish.finding not in named:
            raise UnknownFinding(f"{wish.finding}: the story has no such finding any more")
        decisions.change(self._home, {wish.finding: _decision(wish, named[wish.finding])})
        return self.state()

    def _look(self) -> None:
        with self._lock:
            now = self._stamp()
            if now == self._seen:
                return
            self._seen = now
            try:
                self._report, self._problem = self._check(), ""
            except (DiscrepancyError, OSError) as error:
                self._problem = str(error)
                return
            except Exception as error:
                self._problem = f"the story: {defect(error)}"
                return
            self._edition += 1


def _plain(why: str, report: Report) -> str:
    """A page without anything that can fail: what went wrong, and the findings in words."""
    told = [visible(f"{one.verdict}: {one.measurand}: {one.because}") for one in report.findings]
    lines = "".join(f"<li>{escape(line)}</li>\n" for line in told)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>discrepancy</title>'
        f"</head>\n<body><p>The page could not be made: {escape(visible(why))}</p>\n"
        f"<ul>\n{lines}</ul></body></html>\n"
    )


def _decision(wish: Wish, finding: Finding) -> Decision | None:
    if wish.verdict is None and not wish.note:
        return None
    return Decision(
        finding=finding.id,
        verdict=wish.verdict or Decided.NOTED,
        measurand=finding.measurand,
        because=finding.because,
        note=wish.note,
        decided=date.today(),
    )
