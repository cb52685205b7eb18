"""`discrepancy template`: an example of a table of claims, to write one's own over it."""

import argparse
from pathlib import Path

from discrepancy.commands.output import warn, write


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    template = commands.add_parser("template", help="write an example of a table of claims")
    template.add_argument(
        "output", nargs="?", type=Path, metavar="FILE", help="claims.csv (default: print it)"
    )
    template.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the example, or write it where no file stands yet."""
    from discrepancy.entries.examples import example
    from discrepancy.errors import Unwritable

    output: Path | None = options.output
    if output and output.suffix.lower() not in (".csv", ".tsv"):
        raise Unwritable(f"{output}: the example is written as .csv or .tsv")
    if output and output.exists():
        raise Unwritable(f"{output}: there is such a file already; nothing was written over it")
    write(example("\t" if output and output.suffix.lower() == ".tsv" else ","), output)
    if output:
        warn(f"wrote {output}; check it with: discrepancy check {output}")
    return 0
