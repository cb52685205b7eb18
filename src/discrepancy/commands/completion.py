"""`discrepancy completion`: a script by which a shell completes commands, options and files."""

import argparse

from discrepancy.commands.output import write

SHELLS = ("bash", "zsh", "tcsh")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    completion = commands.add_parser(
        "completion", help="print a script by which your shell completes this command"
    )
    completion.add_argument("shell", choices=SHELLS, help="which shell it is for")
    completion.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the script, made from the command line as it is."""
    import shtab

    write(shtab.complete(options.parser, shell=options.shell), None)
    return 0
