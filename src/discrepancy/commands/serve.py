"""`discrepancy serve`: the page of a story that is being worked on, for this machine alone."""

import argparse
import sys
import webbrowser
from pathlib import Path

from discrepancy.commands import second_reader, story
from discrepancy.commands.output import warn, write
from discrepancy.errors import DiscrepancyError, UnreadableSource


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    serve = commands.add_parser(
        "serve", help="show the page, read again what changes, and keep what is decided"
    )
    story.add_options(serve)
    serve.add_argument(
        "--port", type=int, default=0, metavar="N", help="where it listens (default: any free one)"
    )
    serve.add_argument("--open", action="store_true", help="open the page in the browser")
    second_reader.add_options(serve)
    serve.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show the story until Ctrl-C."""
    from dataclasses import replace

    from discrepancy.reporting.deciding import server
    from discrepancy.reporting.deciding.board import Board

    if Path("-") in options.paths:
        raise UnreadableSource("standard input cannot be read again; give the story as files")
    home = story.decisions_file(options)
    look = replace(story.look(options), served=True)
    server.needed()
    at = server.listening(options.port)
    token = server.new_token()
    try:
        board = Board(lambda: story.judged(options), lambda: _stamp(options), home, look)
        address = f"http://{server.HOST}:{at.getsockname()[1]}/{token}/"
        write(f"{address}\n", None)
        sys.stdout.flush()  # whoever started this reads the address at once
        warn(f"only this machine can open it; decisions are kept in {home}; Ctrl-C ends it")
        if options.open:
            webbrowser.open(address)
        server.prepared(board, token).run(sockets=[at])
    except KeyboardInterrupt:
        pass
    finally:
        at.close()
    return 0


def _stamp(options: argparse.Namespace) -> object:
    """What changes whenever a document of the story or the settings beside it do."""
    from discrepancy.commands import settings

    try:
        there = (path for path in options.paths if path.exists())
        kept = settings.find(next(there, Path())).path
        files = [*story.inputs(options), *([kept] if kept else [])]
    except DiscrepancyError as error:  # the reading of it will say so too
        return str(error)
    return tuple(_of_file(file) for file in files)


def _of_file(file: Path) -> tuple[str, int, int] | None:
    try:
        told = file.stat()
    except OSError:  # gone between two looks
        return None
    return str(file), told.st_mtime_ns, told.st_size
