"""`discrepancy review`: confirm or dismiss findings, one by one."""

import argparse
from pathlib import Path

from discrepancy.commands import second_reader, story
from discrepancy.commands.output import write
from discrepancy.errors import UnreadableSource


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    review = commands.add_parser("review", help="confirm or dismiss findings, one by one")
    story.add_options(review)
    review.add_argument(
        "--take",
        type=Path,
        metavar="FILE",
        help="put the decisions that the page saved to those of the story, and ask nothing",
    )
    second_reader.add_options(review)
    review.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lead the person at the terminal through the findings that are not decided yet."""
    from discrepancy.reporting.deciding import decisions, review

    home = story.decisions_file(options)
    if options.take:
        taken = decisions.load(options.take)
        if not taken:
            raise UnreadableSource(f"{options.take}: there are no decisions in it")
        kept = decisions.change(home, taken)
        write(f"{len(taken)} taken; {len(kept)} decisions kept in {home}\n", None)
        return 0
    decisions.load(home)  # a file that cannot be kept is told before the story is read
    return review.run(story.judged(options), home, story.look(options))
