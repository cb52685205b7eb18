"""What the commands that read a story have in common: its paths, its run, its decisions."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.commands import arguments, second_reader
from discrepancy.commands.output import warn
from discrepancy.reporting import Options

if TYPE_CHECKING:
    from discrepancy.commands.settings import Settings
    from discrepancy.finding import Report
    from discrepancy.reading.files.choosing import Choice
    from discrepancy.source import Source


def add_options(parser: argparse.ArgumentParser) -> None:
    """The paths of the story, and what its documents do not tell."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="a folder, a file, @LIST for a file that lists them, or - for standard input",
    )
    add_choice(parser)
    parser.add_argument(
        "--strict", action="store_true", help="end with 2 if any document could not be read"
    )
    parser.add_argument(
        "--published",
        type=arguments.day,
        metavar="DATE",
        help="when documents that do not say so were printed (2024-10-31)",
    )
    parser.add_argument(
        "--columns",
        type=arguments.columns,
        metavar="OURS=THEIRS,...",
        help="what tables of claims call a column: value=figure,source=outlet",
    )
    parser.add_argument(
        "--facts",
        type=Path,
        metavar="TABLE",
        help="a fact sheet: show only where the sources depart from it",
    )
    parser.add_argument(
        "--exact",
        action="store_true",
        help="take claims of tables for one thing only where subject and measurand are equal",
    )
    parser.add_argument(
        "--one-story",
        action="store_true",
        help="take the documents for one story, even if they plainly are of several",
    )
    parser.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="the reader's decisions (default: decisions.toml beside the story)",
    )


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Which files of a folder are read, and how the fields of exports are called."""
    for name, does in (("include", "read only"), ("exclude", "do not read")):
        parser.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar="GLOB",
            help=f"{does} files of a folder whose name or path below it fits (may be repeated)",
        )
    parser.add_argument(
        "--follow-links",
        action="store_true",
        help="read what a link in a folder leads to outside of the folder",
    )
    parser.add_argument(
        "--max-size",
        type=arguments.megabytes,
        default=1.0,
        metavar="MB",
        help="read documents of up to so much text, of files up to 20 times as large (default: 1)",
    )
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        type=arguments.field,
        metavar="NAME=FIELD",
        help="what text, title, outlet, published or url is called in JSON: text=story.body",
    )


def choice(options: argparse.Namespace) -> "Choice":
    """Which files of a folder are read, and how the fields of exports are called."""
    from discrepancy.reading.files.choosing import Choice
    from discrepancy.reading.files.limits import MEGABYTE, Limits

    kept = settings_of(options)
    include = tuple(options.include) or kept.include
    exclude = (*options.exclude, *kept.exclude)
    return Choice(
        include=include,
        exclude=exclude,
        fields=dict(options.field),
        limits=Limits(text=round(options.max_size * MEGABYTE)),
        follow_links=options.follow_links,
    )


def accounts(options: argparse.Namespace) -> "list[Path | Source]":
    """What is to be read: the paths, those that lists name, and standard input."""
    from discrepancy.reading.files.choosing import listed
    from discrepancy.reading.files.formats import piped

    found: list[Path | Source] = []
    for path in listed(options.paths):
        if path == Path("-"):
            limits = choice(options).limits
            found += piped(sys.stdin.buffer.read(limits.file + 1), limits)
        else:
            found.append(path)
    return found


def settings_of(options: argparse.Namespace) -> "Settings":
    """What the desk keeps in the file beside the story or above it."""
    from discrepancy.commands import settings

    there = (path for path in options.paths if path.exists())
    return settings.find(next(there, Path())).settings


def judged(options: argparse.Namespace) -> "Report":
    """The report of the sources, before any decision of its reader."""
    from discrepancy import pipeline
    from discrepancy.reporting import waiting

    with (
        second_reader.reader_of(options, warn) as reader,
        waiting.told(quiet=getattr(options, "quiet", False)) as progress,
    ):
        return pipeline.check(
            accounts(options),
            published=options.published,
            reader=reader,
            choice=choice(options),
            facts=options.facts,
            columns=options.columns,
            exact=options.exact,
            one_story=options.one_story,
            rules=settings_of(options).rules,
            progress=progress,
        )


def decided(options: argparse.Namespace) -> "Report":
    """The report of the sources, the reader's decisions applied."""
    from discrepancy.reporting.deciding import decisions

    kept = decisions.load(decisions_file(options))
    return decisions.applied(judged(options), kept)


def decisions_file(options: argparse.Namespace) -> Path:
    """Where the decisions of this story stand.

    Raises:
        Unwritable: they would be written to where a link leads out of the folder.
    """
    from discrepancy.errors import Unwritable

    if getattr(options, "decisions", None) is not None:
        return Path(options.decisions)
    folder = _folder(options.paths)
    path = folder / "decisions.toml"
    if path.is_symlink() and not options.follow_links and _leads_out(path, folder):
        raise Unwritable(
            f"{path}: it is a link to a place outside of the folder (--decisions names such a file)"
        )
    return path


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a link leads to a file, or to none yet, that is not below the folder."""
    try:
        target = path.resolve()
        is_file = target.is_file() or not target.exists()
        return is_file and not target.is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # it leads to itself; whoever reads it says so
        return False


def look(options: argparse.Namespace) -> Options:
    """How the report is to look: colours and the full width only for a person.

    That is: on a terminal, colours unless NO_COLOR is set.
    """
    shown = getattr(options, "output", None) is None and sys.stdout.isatty()
    return Options(
        verbose=getattr(options, "verbose", False),
        possible=getattr(options, "possible", False),
        quiet=getattr(options, "quiet", False),
        colour=shown and not os.environ.get("NO_COLOR"),
        width=min(_columns(), 100) if shown else 80,
        title=_title(_folder(options.paths)),
        trusted=getattr(options, "trust_reader", False),
        folders=tuple(dict.fromkeys(_folder([path]).as_posix() for path in options.paths)),
    )


def inputs(options: argparse.Namespace) -> list[Path]:
    """The files that this run reads and must not write over."""
    from discrepancy.reading.files.choosing import listed
    from discrepancy.reading.intake import files_in

    paths = [path for path in listed(options.paths) if path != Path("-")]
    return [file for path in paths for file in files_in(path, choice(options))]


def kept(options: argparse.Namespace) -> list[Path]:
    """The files over which nothing is written: those that are read, decisions and settings too."""
    from discrepancy.commands import settings

    given = [
        one for name, told in vars(options).items() if name != "output" for one in _paths(told)
    ]
    lists = [Path(str(path)[1:]) for path in given if str(path).startswith("@")]
    there = (path for path in options.paths if path.exists())
    set_in = settings.find(next(there, Path())).path
    beside = [decisions_file(options), *([set_in] if set_in else [])]
    return [*inputs(options), *given, *lists, *beside]


def _paths(given: object) -> list[Path]:
    """The paths that an option was given: one, or a list of them."""
    if isinstance(given, list):
        return [one for one in given if isinstance(one, Path)]
    return [given] if isinstance(given, Path) else []


def _folder(paths: Sequence[Path]) -> Path:
    """The folder of a story: the first that is given, or the one of its first file."""
    from discrepancy.reading.files.choosing import listed

    given = [path for path in listed(paths) if path != Path("-")]
    first = given[0] if given else Path("a file")
    return first if first.is_dir() else first.parent


def _title(folder: Path) -> str:
    """What the story is called: its folder, or the one above where that says nothing."""
    whole = folder.resolve()
    return whole.parent.name if whole.name in ("docs", "sources", "texts") else whole.name


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns
