"""`discrepancy review`: confirm or dismiss findings, one by one."""

import argparse

from discrepancy.commands import second_reader, story


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    review = commands.add_parser("review", help="confirm or dismiss findings, one by one")
    story.add_options(review)
    second_reader.add_options(review)
    review.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lead the person at the terminal through the findings that are not decided yet."""
    from discrepancy.reporting import review

    return review.run(story.judged(options), story.decisions_file(options), story.look(options))
