"""The reader's round through the findings in a terminal, one question each."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from discrepancy.finding import Finding, Report
from discrepancy.reporting import Options
from discrepancy.reporting.deciding import decisions
from discrepancy.reporting.deciding.decisions import Decided, Decision
from discrepancy.reporting.formats import terminal
from discrepancy.reporting.outline import counted
from discrepancy.reporting.passages import visible

QUESTION = "confirm, dismiss, note, skip, undo, quit? [c/d/n/s/u/q] "

Ask = Callable[[str], str]


class Round:
    """Where the reader stands: the decisions so far, and the steps that can be taken back."""

    def __init__(self, report: Report, path: Path, options: Options) -> None:
        self._report, self._path, self._options = report, path, options
        self._kept = decisions.load(path)
        self._past: list[tuple[int, str, Decision | None]] = []
        self._open = [finding for finding in report.findings if self._undecided(finding)]
        self._at = 0

    def run(self, ask: Ask) -> Iterator[str]:
        """Ask until all are seen or the reader quits; yields what is to be shown."""
        if not self._open:
            yield "Every finding has been decided.\n"
            return
        shown = -1
        while self._at < len(self._open):
            finding = self._open[self._at]
            if shown != self._at:  # a wrong key or a note asks again about what stands there
                yield f"\n[{self._at + 1}/{len(self._open)}] "
                yield terminal.block(finding, self._report, self._options)
            shown = self._at
            step = ask(QUESTION).strip().lower()[:1]
            if step == "q":
                break
            yield self._take(step, finding, ask)
        yield self._end()

    def _take(self, step: str, finding: Finding, ask: Ask) -> str:
        match step:
            case "c":
                return self._decide(finding, Decided.CONFIRMED)
            case "d":
                return self._decide(finding, Decided.DISMISSED)
            case "n":
                return self._note(finding, ask("note: ").strip())
            case "s":
                self._at += 1
                return ""
            case "u":
                return self._undo()
            case _:
                key = f'"{visible(step)}" is none of the keys' if step else "no key was given"
                return f"{key}: c, d, n, s, u or q; nothing was changed.\n"

    def _decide(self, finding: Finding, verdict: Decided) -> str:
        before = self._kept.get(finding.id)
        self._keep(finding, verdict, before.note if before else "")
        self._at += 1
        return f"{verdict.capitalize()}.\n"

    def _note(self, finding: Finding, words: str) -> str:
        """A note decides nothing: the same finding is asked about again."""
        self._keep(finding, Decided.NOTED, words)
        return "Noted.\n"

    def _keep(self, finding: Finding, verdict: Decided, note: str) -> None:
        self._past.append((self._at, finding.id, self._kept.get(finding.id)))
        decision = Decision(
            finding=finding.id,
            verdict=verdict,
            measurand=visible(finding.measurand),
            because=visible(finding.because),
            note=note,
            decided=date.today(),
        )
        self._kept = decisions.change(self._path, {finding.id: decision})

    def _undo(self) -> str:
        """Take back the last step of this round; what others decided meanwhile stays."""
        if not self._past:
            return "There is nothing to take back.\n"
        self._at, name, before = self._past.pop()
        self._kept = decisions.change(self._path, {name: before})
        return "Taken back.\n"

    def _undecided(self, finding: Finding) -> bool:
        """Also a finding that has no more than a note."""
        return finding.id not in self._kept or self._kept[finding.id].verdict is Decided.NOTED

    def _end(self) -> str:
        verdicts = [decision.verdict for decision in self._kept.values()]
        left = sum(map(self._undecided, self._open))
        return (
            f"{verdicts.count(Decided.CONFIRMED)} confirmed, "
            f"{verdicts.count(Decided.DISMISSED)} dismissed, "
            f"{counted(left, 'finding')} undecided; kept in {self._path}\n"
        )


def run(report: Report, path: Path, options: Options) -> int:
    """Lead the person at the terminal through the findings, in the characters that it has."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    for words in Round(report, path, options).run(_asked):
        sys.stdout.write(words)
        sys.stdout.flush()
    return 0


def _asked(question: str) -> str:
    """What was typed; the end of input is the wish to quit."""
    sys.stdout.write(question)
    sys.stdout.flush()
    return sys.stdin.readline() or "q"
