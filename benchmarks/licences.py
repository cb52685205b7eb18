"""The licences of what is installed beside the package, as a table: name, for what, licence.

    python benchmarks/licences.py

Listed are the dependencies and extras that pyproject.toml names; what those need in turn is
theirs to list. Where a distribution tells no licence, its classifiers are asked.
"""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def licence(name: str) -> str:
    """What a distribution says of its licence."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return "(not installed here)"
    if expression := told.get("License-Expression"):
        return str(expression)
    classed = [
        one.rpartition(" :: ")[2]
        for one in told.get_all("Classifier") or []
        if one.startswith("License ::")
    ]
    said = (told.get("License") or "").strip().partition("\n")[0]
    return ", ".join(classed) or said or "(not told)"


def named(requirement: str) -> str:
    """The name of a distribution, without its bounds and extras."""
    return re.split(r"[\[<>=~! ;]", requirement, maxsplit=1)[0]


def main() -> None:
    """Print the table."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {named(one): "always" for one in project["dependencies"]}
    for extra, needs in extras.items():
        if extra not in ("all", "dev"):
            for one in needs:
                wanted.setdefault(named(one), f"extra `{extra}`")
    print("| library | for | licence |")
    print("|---|---|---|")
    for name, use in sorted(wanted.items(), key=lambda item: (item[1] != "always", item[0])):
        print(f"| {name} | {use} | {licence(name)} |")


if __name__ == "__main__":
    main()
