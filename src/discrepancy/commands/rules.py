"""`discrepancy rules`: the desk's own rules that hold for a story, and where they stand."""

import argparse
from pathlib import Path

from discrepancy.commands.output import write


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    rules = commands.add_parser("rules", help="show the desk's own rules that hold for a story")
    rules.add_argument(
        "path", nargs="?", type=Path, default=Path(), metavar="PATH", help="a folder or a file"
    )
    rules.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the rules, in the form of the file."""
    from discrepancy.commands import settings
    from discrepancy.rules import Rules

    found = settings.find(options.path)
    if found.path is None:
        write(f"No {settings.NAME} lies beside {options.path} or above it.\n", None)
        return 0
    lines = [f"# {found.path}"]
    for section in Rules.model_fields:
        held = getattr(found.settings, section)
        if held:
            lines += ["", f"[{section}]"]
            lines += [f'"{name}" = "{given}"' for name, given in held.items()]
    write("\n".join(lines) + "\n", None)
    return 0
