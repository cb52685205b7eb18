"""The command: arguments in, a report on standard output, one of three exit codes out.

0: nothing at or above --fail-on; 1: something was found; 2: it could not be run.

>>> main(["check", "no/such/folder"])
2
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.commands import second_reader
from discrepancy.errors import DiscrepancyError, UnreadableSource
from discrepancy.reporting import FORMATS, SUFFIXES, Options

if TYPE_CHECKING:
    from discrepancy.finding import Finding, Report

FAILING = {
    "conflict": ("conflict",),
    "update": ("conflict", "update"),
    "scope": ("conflict", "update", "scope"),
    "never": (),
}
"""Which verdicts make `check` end with 1."""

EXAMPLES = """\
examples:
  discrepancy check story/                        what disagrees, in this terminal
  discrepancy check story/ --output report.html   one file to open in a browser
  discrepancy check story/ --format json          for a program
  discrepancy review story/                       confirm or dismiss, one by one
  discrepancy explain 3f2a story/                 the rules behind one finding

exit codes of check: 0 nothing at or above --fail-on, 1 found, 2 could not be run
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and say how it ended."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except DiscrepancyError as error:
        return _stop(str(error))
    except OSError as error:
        return _stop(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except Exception:  # a defect must not end with 1, which says that something was found
        from traceback import print_exc

        print_exc()
        return _stop("this is a defect of the program, not of your documents")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="discrepancy",
        description="A diff for sources: where several accounts of one story disagree, "
        "by how much, in whose words.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="report where sources disagree")
    _add_story(check)
    check.add_argument(
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (by the suffix of --output, else terminal)",
    )
    check.add_argument("--output", type=Path, metavar="FILE", help="write there")
    check.add_argument(
        "--fail-on",
        choices=tuple(FAILING),
        default="conflict",
        help="the least verdict that ends with exit code 1 (default: %(default)s)",
    )
    check.add_argument(
        "--verbose", action="store_true", help="show what agrees, and the rules that decided"
    )
    check.add_argument(
        "--baseline", type=Path, metavar="FILE", help="a JSON report: its findings do not fail"
    )
    second_reader.add_check_options(check)
    second_reader.add_options(check)
    check.set_defaults(run=_check)

    explain = commands.add_parser("explain", help="show the rules behind one finding")
    explain.add_argument("finding", metavar="FINDING", help="an id, or its beginning")
    _add_story(explain)
    second_reader.add_options(explain)
    explain.set_defaults(run=_explain)

    review = commands.add_parser("review", help="confirm or dismiss findings, one by one")
    _add_story(review)
    second_reader.add_options(review)
    review.set_defaults(run=_review)

    asking = commands.add_parser("questions", help="write what a second reader would be asked")
    _add_story(asking)
    second_reader.add_questions(asking)
    asking.set_defaults(run=_questions)

    schema = commands.add_parser("schema", help="print the JSON Schema of the JSON report")
    schema.add_argument("--output", type=Path, metavar="FILE", help="write there")
    schema.set_defaults(run=_schema)
    return parser


def _add_story(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a folder or a file")
    parser.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="when documents that do not say so were printed (2024-10-31)",
    )
    parser.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="the reader's decisions (default: decisions.toml beside the story)",
    )


class _Version(argparse.Action):
    """Print the version, which is looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"discrepancy {version('discrepancy')}")
        parser.exit()


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no day like 2024-10-31") from None


def _check(options: argparse.Namespace) -> int:
    from discrepancy.reporting import render

    if options.dry_run:
        _write("".join(f"{line}\n" for line in second_reader.dry_run(options)), None)
        return 0
    report = _reported(options)
    form = options.format or _format_of(options.output)
    known = _baseline(options.baseline)
    if form != "terminal" or not sys.stdout.isatty():  # else the report itself says it
        for note in report.notes:
            if note.startswith(("left out", "second reader")):
                _warn(note)
    _write(render(report, form, _options(options)), options.output)
    failing = [
        finding
        for finding in report.findings
        if finding.verdict in FAILING[options.fail_on]
        and finding.id not in known
        and (options.trust_reader or not finding.origin)
    ]
    if options.baseline:
        _warn(f"{len(failing)} findings are new since {options.baseline}")
    return 1 if failing else 0


def _explain(options: argparse.Namespace) -> int:
    report = _reported(options)
    found: list[Finding] = [
        finding
        for finding in report.findings + report.corroborated
        if finding.id.startswith(options.finding)
        or finding.id.partition("-")[2].startswith(options.finding)
    ]
    if not found:
        return _stop(f"no finding of these sources has an id that begins with {options.finding}")
    print("\n\n".join(finding.explain() for finding in found))
    return 0


def _review(options: argparse.Namespace) -> int:
    from discrepancy.reporting import review

    return review.run(_judged(options), _decisions(options), _options(options))


def _questions(options: argparse.Namespace) -> int:
    _write("".join(second_reader.questions(options, _warn)), options.output)
    return 0


def _schema(options: argparse.Namespace) -> int:
    from discrepancy.reporting.json import schema

    _write(schema(), options.output)
    return 0


def _reported(options: argparse.Namespace) -> "Report":
    """The report of the sources, the reader's decisions applied."""
    from discrepancy.reporting import decisions

    kept = decisions.load(_decisions(options))
    return decisions.applied(_judged(options), kept)


def _judged(options: argparse.Namespace) -> "Report":
    from discrepancy import pipeline
    from discrepancy.reporting import waiting

    with second_reader.reader_of(options, _warn) as reader, waiting.told() as progress:
        return pipeline.check(
            options.paths, published=options.published, reader=reader, progress=progress
        )


def _decisions(options: argparse.Namespace) -> Path:
    if options.decisions is not None:
        return Path(options.decisions)
    return _folder(options.paths) / "decisions.toml"


def _folder(paths: Sequence[Path]) -> Path:
    first = paths[0]
    return first if first.is_dir() else first.parent


def _baseline(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    from pydantic import ValidationError

    from discrepancy.finding import Report

    try:
        report = Report.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise UnreadableSource(f"{path}: this is no JSON report of ours") from error
    return frozenset(finding.id for finding in report.findings)


def _format_of(output: Path | None) -> str:
    return SUFFIXES.get(output.suffix.lower(), "terminal") if output else "terminal"


def _options(options: argparse.Namespace) -> Options:
    """Colours and the full width only for a person: on a terminal, unless NO_COLOR is set."""
    shown = getattr(options, "output", None) is None and sys.stdout.isatty()
    folder = _folder(options.paths)
    return Options(
        verbose=getattr(options, "verbose", False),
        colour=shown and not os.environ.get("NO_COLOR"),
        width=min(_columns(), 100) if shown else 80,
        title=_title(folder),
        folders=tuple(dict.fromkeys(_folder([path]).as_posix() for path in options.paths)),
    )


def _title(folder: Path) -> str:
    """What the story is called: its folder, or the one above where that says nothing."""
    whole = folder.resolve()
    return whole.parent.name if whole.name in ("docs", "sources", "texts") else whole.name


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _write(text: str, output: Path | None) -> None:
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):  # news text needs more than some code pages hold
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8", newline="\n")


def _warn(message: str) -> None:
    print(f"discrepancy: {message}", file=sys.stderr)


def _stop(message: str) -> int:
    _warn(message)
    return 2
