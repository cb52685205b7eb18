"""The command: arguments in, a report on standard output, one of three exit codes out.

0: nothing at or above --fail-on; 1: something was found; 2: it could not be run.

>>> main(["check", "no/such/folder"])
2
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence

from discrepancy.commands import (
    check,
    completion,
    corpus,
    examples,
    explain,
    proof,
    questions,
    review,
    rules,
    schema,
    serve,
    template,
)
from discrepancy.commands.output import stop, write
from discrepancy.errors import DiscrepancyError

COMMANDS = (
    check,
    proof,
    corpus,
    explain,
    review,
    serve,
    questions,
    rules,
    schema,
    template,
    completion,
)
"""In the order in which help shows them; each puts itself on the command line (`add`)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and say how it ended.

    Without arguments, those of the process are taken: it is ours, and how it collects garbage, too.
    """
    if arguments is None:
        _collect_seldom()
    _open_streams()
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
        return stop(str(error))
    except OSError as error:
        return stop(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except Exception:  # a defect must not end with 1, which says that something was found
        from traceback import print_exc

        print_exc()
        return stop("this is a defect of the program, not of your documents")


def _open_streams() -> None:
    """Where whoever started us has closed a stream, nothing is read from it or shown there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _collect_seldom() -> None:
    """Look for garbage in cycles seldom: a run makes many small values and hardly a cycle."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="discrepancy",
        description="A diff for sources: where several accounts of one story disagree, "
        "by how much, in whose words.",
        epilog=examples.ALL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    for name, added in commands.choices.items():
        added.epilog = examples.of(name)
        added.formatter_class = argparse.RawDescriptionHelpFormatter
        added.set_defaults(parser=parser)
    return parser


class _Version(argparse.Action):
    """Print the version, which is looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        write(f"discrepancy {version('discrepancy')}\n", None)
        parser.exit()
