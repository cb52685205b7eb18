"""A file of known conflicts: what a story's report must tell, entry by entry.

>>> listed = KnownConflicts.model_validate(files.toml('''
... documents = "docs"                # folder beside this file; left out: the file's own
... allow_unread = ["*.zip"]           # any other document that cannot be read fails the entries
... [[conflict]]
... title = "the treaty has two dates"
... verdict = "conflict"              # the default
... about = "signed"                  # optional: words of the measurand or of the sentences
... a = "summer of 2023"              # words, a figure, or a place in the documents:
... b = { words = "In June", value = { edtf = "2024-06" }, sources = ["b.txt", "c.txt"] }
... why = "one signature has one date"
... '''))
>>> listed.conflict[0].readings[0]
'summer of 2023'

The verdicts that are shown (conflict, update, scope) must be given to the two readings.
The others (agreement, rounding, compatible) mean that no finding sets the two against each other.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from discrepancy import files
from discrepancy.errors import DiscrepancyError
from discrepancy.finding import Report, Verdict
from discrepancy.span import Model
from discrepancy.testing.assertions import hold, hold_unflagged
from discrepancy.testing.judged import Asked
from discrepancy.testing.wanted import Place, found_in, is_named

Side = str | int | float | Place


class BadEntry(DiscrepancyError):
    """A file of known conflicts that cannot be used; the message is `path: why`."""


class Known(Model):
    """One entry: two readings and what the report must say of them."""

    a: Side
    b: Side
    title: str = ""
    verdict: Verdict = Verdict.CONFLICT
    kind: str | None = None
    about: str | None = None
    why: str = ""
    possible: bool = False
    """Whether it is enough that the report asks whether the two are one thing."""
    not_yet: str = ""
    """Why the report does not tell it yet; such an entry must fail until it is taken off."""

    @property
    def readings(self) -> tuple[Side, Side]:
        """Both sides; the order does not matter."""
        return self.a, self.b

    @property
    def name(self) -> str:
        """Its title, or "summer of 2023 | June 2024: conflict"."""
        return self.title or f"{self.a} | {self.b}: {self.verdict}"

    def said(self) -> tuple[Verdict, frozenset[str]]:
        """What makes two entries the same."""
        return self.verdict, frozenset(map(repr, self.readings))

    def hold(self, report: Report, *, possible: bool = False) -> None:
        """Assert that the report tells it.

        Args:
            report: what `discrepancy.check` returned.
            possible: take what may be one thing or two for one.

        Raises:
            AssertionError: it does not, or the words do not stand in the documents named.
        """
        __tracebackhide__ = True
        for side in self.readings:
            _stand(side, report)
        asked = Asked(self.readings, self.about, possible=possible or self.possible)
        if not self.verdict.flagged:
            hold_unflagged(report, self.verdict, asked)
        else:
            hold(report, self.verdict, asked._replace(kind=self.kind))


class KnownConflicts(Model):
    """All entries of one file."""

    documents: str = "."
    """The folder that holds the story, seen from the file."""
    allow_unread: tuple[str, ...] = ()
    """Patterns of documents of the story that may be left unread."""
    conflict: tuple[Known, ...] = ()


def read(path: Path) -> KnownConflicts:
    """The entries of a file.

    Raises:
        BadEntry: the file is no TOML, or an entry does not fit.
    """
    try:
        return KnownConflicts.model_validate(files.toml(files.text(path)))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadEntry(f"{path}: {place}: {first['msg']}") from error
    except ValueError as error:
        raise BadEntry(f"{path}: {error}") from error


def found(report: Report) -> tuple[Known, ...]:
    """An entry for each judgement that the report shows, as it stands."""
    return tuple(
        Known(
            title=f"{first.text} | {second.text}: {pair.verdict}",
            verdict=pair.verdict,
            kind=finding.kind,
            a=Place(words=first.text, sources=(first.source,)),
            b=Place(words=second.text, sources=(second.source,)),
            why=pair.because,
            possible=not finding.sure,
        )
        for finding in report.findings
        for pair in finding.disagreements
        if pair.verdict.flagged
        for first, second in [
            (finding.readings[pair.a].claims[0], finding.readings[pair.b].claims[0])
        ]
    )


def update(folder: Path, report: Report) -> Path:
    """Write what the report shows into the folder's file, after the entries that stand there.

    The file is `<folder>.conflicts.toml` inside the folder. It is for a human to prune: what is
    in it when it is kept is what the suite will assert.
    """
    path = folder / f"{folder.resolve().name}.conflicts.toml"
    standing = read(path).conflict if path.exists() else ()
    old = [(entry.verdict, {*map(repr, entry.readings)}) for entry in standing]
    new = [
        entry for entry in found(report) if (entry.verdict, {*map(repr, entry.readings)}) not in old
    ]
    head = "# Read each entry, delete what is wrong, keep the rest.\n"
    before = files.text(path) if path.exists() else head
    files.put(path, before + "".join(map(written, new)))
    return path


def written(entry: Known) -> str:
    """The entry as TOML."""
    lines = (
        "\n[[conflict]]",
        f"title = {_string(entry.title)}",
        *([f"kind = {_string(entry.kind)}"] if entry.kind else []),
        f"verdict = {_string(entry.verdict)}",
        *(["possible = true"] if entry.possible else []),
        f"a = {_side(entry.a)}",
        f"b = {_side(entry.b)}",
        f"why = {_string(entry.why)}",
    )
    return "\n".join(lines) + "\n"


def _side(side: Side) -> str:
    if not isinstance(side, Place):
        return _string(side) if isinstance(side, str) else str(side)
    return f"{{ words = {_string(side.words)}, sources = [{_listed(side.sources)}] }}"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(map(_string, values))


def _string(words: str) -> str:
    # A JSON string is a TOML basic string, but for the delete character.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _stand(side: Side, report: Report) -> None:
    """A place must hold its words, or the entry would speak of nothing."""
    if not isinstance(side, Place) or not side.words:
        return
    for name in side.sources:
        texts = [source.text for source in report.sources if is_named(source.id, (name,))]
        if not any(next(found_in(side.words, text), None) for text in texts):
            raise AssertionError(f'the words "{side.words}" do not stand in {name}')
