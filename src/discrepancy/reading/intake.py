"""Everything that was given, read: the documents, and why each other one could not be.

>>> intake = read([Source(id="b", text="A ferry sank off Arn."), Source(id="c", text=" ")])
>>> [source.id for source in intake.sources], [str(one) for one in intake.unread]
(['b'], ['c: the document is empty'])
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from discrepancy import files
from discrepancy.claims import Claim
from discrepancy.entries.tabling import Columns
from discrepancy.errors import DiscrepancyError, UnreadableSource, defect
from discrepancy.reading.files import tables
from discrepancy.reading.files.choosing import EVERYTHING, Choice, Chosen, File, chosen
from discrepancy.reading.files.formats import documents, whole
from discrepancy.source import Source, Unread

ITSELF = "it is the draft itself"
"""Why a draft is none of the sources that it is held against."""


class Intake(NamedTuple):
    """The sources in order of their ids, and what was given and not read."""

    sources: tuple[Source, ...]
    unread: tuple[Unread, ...]
    own: tuple[str, ...] = ()
    """Reports of ours that lay in a folder."""


class Taken(NamedTuple):
    """The documents of what was given, and the claims of its tables."""

    intake: Intake
    claims: tuple[Claim, ...]


Told = Callable[[int, int], None]
"""Called with how many documents are read, and how many there are."""


def read(
    paths: Iterable[Path | str | Source],
    choice: Choice = EVERYTHING,
    *,
    but: Path | None = None,
    told: Told = lambda done, of: None,
) -> Intake:
    """The documents in folders, files and ready sources, as `take` finds them."""
    return take(paths, choice, but=but, told=told).intake


def take(
    paths: Iterable[Path | str | Source],
    choice: Choice = EVERYTHING,
    *,
    but: Path | None = None,
    columns: Columns | None = None,
    told: Told = lambda done, of: None,
) -> Taken:
    """Read folders, files and ready sources; go on where one document cannot be read.

    Args:
        paths: what was given.
        choice: which files of a folder are read.
        but: a file that is left out with that reason, should it lie among them.
        columns: what tables of claims call the columns that they name otherwise.
        told: called as the reading goes on.

    Raises:
        UnreadableSource: one of the paths does not exist; then nothing is read.
    """
    given = [one if isinstance(one, Source) else chosen(Path(one), choice) for one in paths]
    of = sum(len(one.files) if isinstance(one, Chosen) else 1 for one in given)
    found = _Found()
    itself = but.resolve() if but else None
    seen: set[Path] = set()
    done = 0
    for one in given:
        if isinstance(one, Source):
            found.add(whole(one, choice.limits), one.id, one.id)
            done += 1
            continue
        found.unread += one.unread
        for file in one.files:
            if (path := file.path.resolve()) not in seen:
                seen.add(path)
                if path == itself:
                    found.unread.append(Unread(document=str(file.path), because=ITSELF))
                elif tables.is_table(path):
                    _read_table(file, choice, columns, found)
                else:
                    _read_file(file, choice, found)
            done += 1
            told(done, of)
    own = tuple(name for one in given if isinstance(one, Chosen) for name in one.own)
    sources = tuple(found.sources[name] for name in sorted(found.sources))
    return Taken(Intake(sources, tuple(found.unread), own), tuple(found.claims))


def files_in(given: Path, choice: Choice = EVERYTHING) -> tuple[Path, ...]:
    """The documents that a path stands for: itself, or those of its folder."""
    return tuple(file.path for file in chosen(given, choice).files)


class _Found:
    """What was read so far."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.unread: list[Unread] = []
        self.claims: list[Claim] = []
        self._numbered: Counter[str] = Counter()

    def add(self, document: Source | UnreadableSource, name: str, path: str) -> None:
        """Keep a document; an id that is taken gives way to the whole path, then to a number."""
        if isinstance(document, UnreadableSource):
            self.unread.append(Unread(document=path, because=str(document)))
            return
        key = document.id if document.id not in self.sources else name
        while key in self.sources:
            self._numbered[name] += 1
            key = f"{name}#{self._numbered[name] + 1}"
        same = key == document.id
        self.sources[key] = document if same else document.model_copy(update={"id": key})


def _read_file(file: File, choice: Choice, found: _Found) -> None:
    path, limits = file.path, choice.limits
    with _fenced(path, found):
        content = files.content(path, limits.file)
        for document in documents(path, content, file.name, choice.fields, limits):
            found.add(document, path.as_posix(), str(path))


def _read_table(file: File, choice: Choice, columns: Columns | None, found: _Found) -> None:
    """The claims of a file of records, its documents, and a reason for what is neither."""
    path, limits = file.path, choice.limits
    with _fenced(path, found):
        content = files.content(path, limits.file)
        held = tables.records(content, file.name, columns, choice.fields, limits)
        found.claims += held.claims
        found.unread += (Unread(document=str(path), because=why) for why in held.left_out)
        for document in held.documents:
            found.add(whole(document, limits), path.as_posix(), str(path))


@contextmanager
def _fenced(path: Path, found: _Found) -> Iterator[None]:
    """One file that cannot be read, for whatever reason, costs that file alone."""
    try:
        yield
    except UnreadableSource as why:
        found.unread.append(Unread(document=str(path), because=str(why)))
    except OSError as error:
        because = error.strerror or "it cannot be opened"
        because = because[:1].lower() + because[1:]
        found.unread.append(Unread(document=str(path), because=because))
    except Exception as error:
        if isinstance(error, DiscrepancyError):
            raise
        found.unread.append(Unread(document=str(path), because=defect(error)))
