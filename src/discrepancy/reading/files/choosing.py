"""Which files are meant: folders walked, names chosen, what is no document left alone.

>>> Choice(include=("*.txt",), exclude=("old/*",)).takes("a.txt")
True
>>> Choice(exclude=("old/*",)).takes("old/a.txt")
False
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import NamedTuple

from discrepancy import files
from discrepancy.errors import UnreadableSource
from discrepancy.reading.files.limits import LIMITS, Limits
from discrepancy.reading.files.own import is_own
from discrepancy.source import Unread

_BESIDE = (".toml", ".yaml", ".yml", ".ini", ".lock")
"""What stands beside the documents of a story and sets how they are read: no documents."""


_OF_SYSTEM = ("thumbs.db", "ehthumbs.db", "icon\r")
"""What Windows and macOS put into a folder by themselves."""


class File(NamedTuple):
    """A file that is meant, and what it is called."""

    path: Path
    name: str
    """Its path below the folder that was given; its name where it was given itself."""


@dataclass(frozen=True)
class Choice:
    """Which files of a folder are read, and how the fields of exports are called."""

    include: tuple[str, ...] = ()
    """Patterns of names, or of paths below the folder; none: every file."""
    exclude: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    """Field of a source to its name in JSON exports, where that is unusual ("story.body")."""
    limits: Limits = LIMITS
    """How much one document may be."""
    follow_links: bool = False
    """Whether a link in a folder is followed out of it."""

    def takes(self, name: str) -> bool:
        """Whether a file of a folder is chosen; `name` is its path below the folder."""
        chosen = not self.include or _fits(name, self.include)
        return chosen and not _fits(name, self.exclude)


def _fits(name: str, patterns: Iterable[str]) -> bool:
    last = name.rpartition("/")[2]
    return any(fnmatchcase(name, one) or fnmatchcase(last, one) for one in patterns)


EVERYTHING = Choice()


class Chosen(NamedTuple):
    """The files that are meant, what cannot be looked into, and what is a report of ours."""

    files: tuple[File, ...]
    unread: tuple[Unread, ...] = ()
    own: tuple[str, ...] = ()


def chosen(given: Path, choice: Choice = EVERYTHING) -> Chosen:
    """The files that a path stands for: itself, or those of its folder that are documents.

    Raises:
        UnreadableSource: there is no such file or folder.
    """
    if not is_there(given):
        raise UnreadableSource(f"{given}: there is no such file or folder")
    if not given.is_dir() and not given.is_file():
        return Chosen((), (Unread(document=str(given), because=files.NOT_REGULAR),))
    if not given.is_dir():
        return Chosen((File(given, given.name),))
    unread: list[Unread] = []
    names = [name for name in _below(given, choice, unread) if choice.takes(name)]
    found = [File(given / name, name) for name in names]
    own = {file for file in found if is_own(file.path)}
    kept = tuple(file for file in found if file not in own)
    if not kept and not unread:
        narrowed = choice.include or choice.exclude
        fitting = " that --include and --exclude let through" if narrowed else ""
        because = f"the folder holds no documents{fitting}"
        unread.append(Unread(document=str(given), because=because))
    return Chosen(kept, tuple(unread), tuple(sorted(file.name for file in own)))


def listed(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths themselves, and for "@list.txt" those that this file names, one a line.

    Raises:
        UnreadableSource: a list cannot be read, or names no path.
    """
    for path in paths:
        if not str(path).startswith("@") or is_there(path):
            yield path
            continue
        file = Path(str(path)[1:])
        try:
            lines = [line.strip() for line in files.text(file).splitlines()]
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is not UTF-8"
            raise UnreadableSource(f"{file}: this list of files cannot be read: {why}") from None
        named = [line for line in lines if line and not line.startswith("#")]
        if not named:
            raise UnreadableSource(f"{file}: this list names no file")
        yield from (file.parent / line for line in named)


def is_there(given: Path) -> bool:
    """Whether there is such a file or folder; a long text is no path that a system could have."""
    try:
        return given.exists()
    except (OSError, ValueError):  # a name that no file system takes
        return False


def _below(folder: Path, choice: Choice, unread: list[Unread]) -> Iterator[str]:
    """The paths below a folder of all files that may be documents, in order.

    What looks like a document and is not opened is put to `unread`, with the reason.
    """
    whole = folder.resolve()
    seen: set[Path] = set()
    found = []

    def closed(error: OSError) -> None:
        because = (error.strerror or "it cannot be opened").lower()
        unread.append(Unread(document=str(error.filename), because=because))

    for at, folders, names in os.walk(folder, onerror=closed, followlinks=choice.follow_links):
        here = Path(at)
        beside = {name.rsplit(".", 1)[0] for name in names if name.lower().endswith(_PAGES)}
        kept = sorted(name for name in folders if not _is_aside(name, beside))
        if choice.follow_links:  # a link to a folder above would lead round and round
            seen.add(here.resolve())
            kept = [name for name in kept if (here / name).resolve() not in seen]
        folders[:] = kept
        linked = [name for name in kept if _is_link(here / name)]
        for name in (*linked, *(name for name in sorted(names) if _may_be_document(name))):
            if because := _closed(here / name, whole, choice):
                folders[:] = [one for one in folders if one != name]
                if choice.takes((here / name).relative_to(folder).as_posix()):
                    unread.append(Unread(document=str(here / name), because=because))
            elif name not in linked:
                found.append((here / name).relative_to(folder))
    yield from sorted(path.as_posix() for path in found)


def _is_link(path: Path) -> bool:
    """Whether it is a link, or cannot be looked at: `_closed` tells why."""
    try:
        return path.is_symlink()
    except OSError:  # its path is longer than any that the system opens
        return True


def _closed(path: Path, folder: Path, choice: Choice) -> str | None:
    """Why a file or a link of a folder is not opened; None where it is."""
    try:
        target = path.resolve(strict=True)
        if not choice.follow_links and not target.is_relative_to(folder):
            return "it is a link to a place outside of the folder (--follow-links reads it)"
        return None if target.is_file() or target.is_dir() else files.NOT_REGULAR
    except FileNotFoundError:
        return "it is a link that leads nowhere"
    except (OSError, RuntimeError) as error:  # a link to itself; a folder that nobody may enter
        return (getattr(error, "strerror", None) or "it is a link that leads to itself").lower()


_PAGES = (".html", ".htm", ".xhtml")


def _is_aside(name: str, beside: set[str]) -> bool:
    """Whether a folder is hidden, or holds the pictures and scripts of a saved page."""
    stem = name.removesuffix("_files").removesuffix(".files")
    return name.startswith(".") or (stem != name and stem in beside)


def _may_be_document(name: str) -> bool:
    hidden = name.startswith((".", "~$"))  # "~$memo.docx", ".~lock.memo.odt#": open elsewhere
    return (
        not hidden
        and name.lower() not in _OF_SYSTEM
        and PurePath(name).suffix.lower() not in _BESIDE
    )
