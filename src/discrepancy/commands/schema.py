"""`discrepancy schema`: the JSON Schema of what the command writes."""

import argparse
from pathlib import Path

from discrepancy.commands.output import write


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    schema = commands.add_parser(
        "schema", help="print the JSON Schema of the JSON report, or of a row of claims"
    )
    schema.add_argument(
        "of",
        nargs="?",
        choices=("report", "claims", "proof"),
        default="report",
        help="report: what check --format json writes; proof: what proof --format json writes; "
        "claims: a row of a table of claims, for a form or a language model (default: %(default)s)",
    )
    schema.add_argument("--output", type=Path, metavar="FILE", help="write there")
    schema.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema, or write it to a file."""
    from discrepancy.entries import row
    from discrepancy.reporting.formats import json
    from discrepancy.reporting.proofed import json as of_proof

    schemas = {"report": json.schema, "claims": row.schema, "proof": of_proof.schema}
    write(schemas[options.of](), options.output)
    return 0
