r"""What a desk keeps in `discrepancy.toml`, or under `[tool.discrepancy]` in pyproject.toml.

The file lies beside the story or above it. A section is a field of `Settings`, and nothing else:
whoever adds one adds a field. What is wrong is told with its line.

>>> line_of('a = 1\n[tolerance]\nlength = "2 %"\n', ("tolerance", "length"))
3
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from discrepancy import files
from discrepancy.errors import BadSettings
from discrepancy.rules import Rules

NAME = "discrepancy.toml"
SHARED = "pyproject.toml"


class Settings(Rules):
    """The sections of the file: the desk's rules, and which files of a folder are read."""

    include: tuple[str, ...] = ()
    """Patterns of the files of a folder that are read; none: every file."""
    exclude: tuple[str, ...] = ()
    """Patterns of those that are not."""

    @property
    def rules(self) -> Rules:
        """The rules alone."""
        return Rules.model_construct(**{name: getattr(self, name) for name in Rules.model_fields})


class Found(NamedTuple):
    """Settings and the file in which they stand."""

    settings: Settings
    path: Path | None


def find(beside: Path) -> Found:
    """The settings of the nearest file beside a path or above it.

    Raises:
        BadSettings: there is one, and it is no TOML or does not fit.
    """
    whole = beside.resolve()
    for folder in (whole, *whole.parents):
        for name in (NAME, SHARED):
            path = folder / name
            if path.is_file() and (found := read(path)) is not None:
                return Found(found, path)
    return Found(Settings(), None)


def read(path: Path) -> Settings | None:
    """The settings of a file; None where it is a pyproject.toml without any.

    Raises:
        BadSettings: it is no TOML, or does not fit; the message is `path:line: why`.
    """
    try:
        text = files.text(path)
        document: object = files.toml(text)
    except ValueError as error:
        raise BadSettings(f"{path}: {error}") from None
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise BadSettings(f"{path}: {why[:1].lower()}{why[1:]}") from None
    above: tuple[str, ...] = ("tool", "discrepancy") if path.name == SHARED else ()
    for part in above:
        if not isinstance(document, dict) or part not in document:
            return None
        document = document[part]
    try:
        return Settings.model_validate(document)
    except ValidationError as error:
        raise BadSettings("\n".join(_complaints(path, text, above, error))) from None


def _complaints(path: Path, text: str, above: tuple[str, ...], error: ValidationError) -> list[str]:
    found, lines = error.errors(), []
    for one in found[:_COMPLAINTS]:
        place = tuple(map(str, one["loc"]))
        line = line_of(text, (*above, *place))
        why = "there is no such setting" if one["type"] == "extra_forbidden" else one["msg"]
        at = f"{path}:{line}" if line else str(path)
        lines.append(f"{at}: {'.'.join(place)}: {why}")
    if more := len(found) - len(lines):
        lines.append(f"{path}: and {more:,} more like these")
    return lines


_COMPLAINTS = 20
"""How many things that are wrong with a file are told."""


def line_of(text: str, place: Sequence[str]) -> int | None:
    """The line on which a key stands, counting from 1; that of its table where it has none."""
    table: tuple[str, ...] = ()
    nearest = None
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
            table = _parts(header[1])
            if table and table == tuple(place[: len(table)]):
                nearest = number
        elif key := re.match(r"\s*((?:\"[^\"]*\"|'[^']*'|[\w.-]+))\s*=", line):
            whole = (*table, *_parts(key[1]))
            if whole == tuple(place[: len(whole)]):
                return number
    return nearest


def _parts(key: str) -> tuple[str, ...]:
    """The parts of a dotted key, quotation marks taken off."""
    found = re.findall(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)", key)
    return tuple(next(filter(None, parts), "") for parts in found)
