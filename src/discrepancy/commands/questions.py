"""`discrepancy questions`: what a second reader would be asked, written down and not sent."""

import argparse

from discrepancy.commands import second_reader, story
from discrepancy.commands.output import warn, write


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    asking = commands.add_parser("questions", help="write what a second reader would be asked")
    story.add_options(asking)
    second_reader.add_questions(asking)
    asking.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the questions that have no answer yet, as JSON Lines."""
    keep = story.kept(options) if options.output else ()
    write("".join(second_reader.questions(options, warn)), options.output, keep)
    return 0
