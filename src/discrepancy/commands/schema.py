"""`discrepancy schema`: the JSON Schema of what the command writes."""

import argparse
from pathlib import Path

from discrepancy.commands.output import write


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    schema = commands.add_parser("schema", help="print the JSON Schema of the JSON report")
    schema.add_argument("--output", type=Path, metavar="FILE", help="write there")
    schema.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema of the JSON report, or write it to a file."""
    from discrepancy.reporting.json import schema

    write(schema(), options.output)
    return 0
