"""`discrepancy corpus`: which stories of many documents disagree."""

import argparse
import os
from pathlib import Path

from discrepancy.commands import arguments, story
from discrepancy.commands.output import warn, write


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    corpus = commands.add_parser(
        "corpus", help="gather many documents into stories, and report where each disagrees"
    )
    corpus.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="INPUT",
        help="Parquet, JSON Lines, or folders of documents; @LIST for a file that lists them",
    )
    corpus.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help="where claims, stories and findings are kept; what stands there is not read again",
    )
    corpus.add_argument(
        "--workers",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes that read and check (default: %(default)s)",
    )
    corpus.add_argument(
        "--memory",
        type=memory,
        default=2048,
        metavar="SIZE",
        help="what the run may take, as 800M or 2G (default: 2G)",
    )
    corpus.add_argument(
        "--since",
        type=arguments.day,
        metavar="DATE",
        help="gather only documents printed since then, and undated ones (2024-10-31)",
    )
    corpus.add_argument(
        "--engine", choices=("local", "spark"), default="local", help="default: %(default)s"
    )
    corpus.add_argument(
        "--master", metavar="URL", help="Spark's master, as local[2] or spark://host:7077"
    )
    story.add_choice(corpus)
    corpus.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, gather and check; say what was found."""
    from discrepancy import corpora
    from discrepancy.reading.files.choosing import listed
    from discrepancy.reporting import waiting

    with waiting.paced() as progress:
        found = corpora.corpus(
            list(listed(options.paths)),
            options.out,
            workers=options.workers,
            memory=options.memory,
            since=options.since,
            engine=options.engine,
            master=options.master,
            choice=story.choice(options),
            progress=progress,
        )
    if found.unread:
        warn(f"{found.unread:,} documents could not be read; {options.out}/documents says why")
    write(
        f"{found.conflicts:,} conflicts among {found.findings:,} findings in {found.stories:,} "
        f"stories of {found.documents:,} documents with {found.claims:,} claims.\n"
        f"{options.out}/findings.parquet, stories.parquet, claims/\n",
        None,
    )
    return 0


def memory(words: str) -> int:
    """MiB, as they are given to an option.

    >>> memory("800M"), memory("2G"), memory("512")
    (800, 2048, 512)
    """
    number = words.upper().removesuffix("B").removesuffix("I")
    factor = 1024 if number.endswith("G") else 1
    number = number.removesuffix("G").removesuffix("M")
    if not number.isdecimal() or not int(number):
        raise argparse.ArgumentTypeError(f"{words!r} is no size like 800M or 2G")
    return int(number) * factor


def _positive(words: str) -> int:
    if not words.isdecimal() or not int(words):
        raise argparse.ArgumentTypeError(f"{words!r} is no number of processes")
    return int(words)
