"""Everything that was given, read: the documents, and a sentence for each that could not be.

>>> intake = read([Source(id="b", text="A ferry sank."), "no/such/folder"])
>>> [source.id for source in intake.sources], intake.left_out
(['b'], ('no/such/folder: there is no such file or folder',))
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from discrepancy.errors import UnreadableSource
from discrepancy.reading.formats import documents, reader_of
from discrepancy.reading.layout import laid_out
from discrepancy.source import Source

ITSELF = "it is the draft itself"
"""Why a draft is none of the sources that it is held against."""


class Intake(NamedTuple):
    """The sources in order of their ids, and what was left out and why."""

    sources: tuple[Source, ...]
    left_out: tuple[str, ...]


def read(paths: Iterable[Path | str | Source], *, but: Path | None = None) -> Intake:
    """Read folders, files and ready sources; go on where one document cannot be read.

    Args:
        paths: what was given.
        but: a file that is left out with a note, should it lie among them.
    """
    found: dict[str, Source] = {}
    left_out: list[str] = []
    seen: set[Path] = set()
    for given in paths:
        if isinstance(given, Source):
            _add(found, laid_out(given), given.id)
            continue
        for path, name in _files(Path(given), left_out):
            if but is not None and path.resolve() == but.resolve():
                left_out.append(f"{path}: {ITSELF}")
            elif path.resolve() not in seen:
                seen.add(path.resolve())
                _read_file(path, name, found, left_out)
    return Intake(tuple(found[name] for name in sorted(found)), tuple(left_out))


def files_in(given: Path) -> tuple[Path, ...]:
    """The documents that a path stands for: itself, or those of its folder."""
    return tuple(path for path, _ in _files(given, []))


def _files(given: Path, left_out: list[str]) -> Iterator[tuple[Path, str]]:
    """Each file with its id: the path below the folder, or the name of a single file."""
    if is_there(given) and given.is_dir():
        below = sorted(path for path in given.rglob("*") if _is_document(path, given))
        if not below:
            left_out.append(f"{given}: the folder holds no documents")
        yield from ((path, path.relative_to(given).as_posix()) for path in below)
    elif is_there(given):
        yield given, given.name
    else:
        left_out.append(f"{given}: there is no such file or folder")


def is_there(given: Path) -> bool:
    """Whether there is such a file or folder; a long text is no path that a system could have."""
    try:
        return given.exists()
    except (OSError, ValueError):  # a name that no file system takes
        return False


def _is_document(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_file() and not hidden and path.suffix.lower() not in _BESIDE


_BESIDE = (".toml", ".json", ".csv", ".yaml", ".yml")
"""What stands beside the documents of a story (known conflicts, gold, tables): no documents."""


def _read_file(path: Path, name: str, found: dict[str, Source], left_out: list[str]) -> None:
    try:
        reader_of(path)
        for document in documents(path, path.read_bytes(), name):
            if isinstance(document, UnreadableSource):
                left_out.append(f"{path}: {document}")
            else:
                _add(found, document, path.as_posix())
    except UnreadableSource as why:
        left_out.append(f"{path}: {why}")
    except OSError as error:
        left_out.append(f"{path}: {(error.strerror or 'it cannot be opened').lower()}")


def _add(found: dict[str, Source], source: Source, name: str) -> None:
    """Keep ids unique: an id that is taken gives way to the whole path, then to a number."""
    key = source.id if source.id not in found else name
    number = 2
    while key in found:
        key = f"{name}#{number}"
        number += 1
    found[key] = source if key == source.id else source.model_copy(update={"id": key})
