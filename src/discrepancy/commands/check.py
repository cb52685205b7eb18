"""`discrepancy check`: where the documents of a story disagree."""

import argparse
from pathlib import Path

from discrepancy import files
from discrepancy.commands import form, second_reader, story
from discrepancy.commands.output import put, warn, write
from discrepancy.errors import UnreadableSource
from discrepancy.reporting import FORMATS

FAILING = {
    "conflict": ("conflict",),
    "update": ("conflict", "update"),
    "scope": ("conflict", "update", "scope"),
    "never": (),
}
"""Which verdicts make the command end with 1."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    check = commands.add_parser("check", help="report where sources disagree")
    story.add_options(check)
    form.add_options(check, FORMATS)
    check.add_argument(
        "--fail-on",
        choices=tuple(FAILING),
        default="conflict",
        help="the least verdict that ends with exit code 1 (default: %(default)s)",
    )
    check.add_argument(
        "--possible",
        action="store_true",
        help="show in full and count what may be one thing or two, as what surely is one",
    )
    check.add_argument(
        "--verbose", action="store_true", help="show what agrees, and the rules that decided"
    )
    check.add_argument(
        "--baseline", type=Path, metavar="FILE", help="a JSON report: its findings do not fail"
    )
    second_reader.add_check_options(check)
    second_reader.add_options(check)
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the story, write the report, and say how it ended."""
    from discrepancy.reporting import rendered
    from discrepancy.reporting.outline import brief_unread, documents_read, summary

    if options.dry_run:
        write("".join(f"{line}\n" for line in second_reader.dry_run(options)), None)
        return 0
    written = form.of(options, FORMATS)
    report = story.decided(options)
    known = _baseline(options.baseline)
    if written != "terminal" or options.output or options.quiet:  # else the report itself says it
        for one in map(str, report.unread) if options.verbose else brief_unread(report.unread):
            warn(f"not read: {one}")
        for note in report.notes:
            if note.startswith("second reader") and not options.quiet:
                warn(note)
    keep = story.kept(options) if options.output else ()
    look = story.look(options)
    if not put(lambda form: rendered(report, form, look), written, options.output, keep):
        return 2
    if options.output and not options.quiet:
        warn(f"wrote {options.output}: {summary(report, look)}")
    failing = [
        finding
        for finding in report.findings
        if finding.verdict_for(trusted=options.trust_reader) in FAILING[options.fail_on]
        and finding.id not in known
        and (options.possible or finding.sure)
    ]
    if options.baseline:
        warn(f"{len(failing)} findings are new since {options.baseline}")
    if options.strict and report.unread:
        warn(f"--strict: {documents_read(report)}")
        return 2
    return 1 if failing else 0


def _baseline(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    from pydantic import ValidationError

    from discrepancy.finding import Report

    try:
        report = Report.model_validate_json(files.content(path, 5 * files.LARGEST))
    except ValidationError as error:
        raise UnreadableSource(f"{path}: this is no JSON report of ours") from error
    return frozenset(finding.id for finding in report.findings)
