"""`discrepancy explain`: the rules and weights behind one finding."""

import argparse

from discrepancy.commands import second_reader, story
from discrepancy.commands.output import stop, write


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    explain = commands.add_parser("explain", help="show the rules behind one finding")
    explain.add_argument("finding", metavar="FINDING", help="an id, or its beginning")
    story.add_options(explain)
    second_reader.add_options(explain)
    explain.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Explain every finding whose id begins as asked."""
    from discrepancy.reporting.passages import visible

    report = story.decided(options)
    found = [
        finding
        for finding in report.findings + report.corroborated
        if finding.id.startswith(options.finding)
        or finding.id.partition("-")[2].startswith(options.finding)
    ]
    if not found:
        return stop(f"no finding of these sources has an id that begins with {options.finding}")
    told = (visible(line) for finding in found for line in (*finding.explain().split("\n"), ""))
    write("\n".join(told), None)
    return 0
