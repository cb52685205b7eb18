"""A file of known conflicts: what a story's report must tell, entry by entry.

>>> listed = KnownConflicts.model_validate(tomllib.loads('''
... documents = "docs"                 # folder beside this file; left out: the file's own
... [[conflict]]
... about = "pact"                     # optional: words of the measurand or of the sentences
... readings = ["summer of 2023", "June 2024"]
... sources = ["a.txt", "b.txt"]       # optional: where the readings stand
... verdict = "conflict"               # the default; any verdict, or "none": no conflict
... why = "one signature has one date"
... '''))
>>> listed.conflict[0].title
'pact: summer of 2023 | June 2024 is conflict'
"""

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from discrepancy.errors import DiscrepancyError
from discrepancy.finding import Report, Verdict
from discrepancy.span import Model
from discrepancy.testing.assertions import assert_no_conflict, assert_verdict


class BadEntry(DiscrepancyError):
    """A file of known conflicts that cannot be used; the message is `path: why`."""


class Known(Model):
    """One entry: two readings and what the report must say of them."""

    readings: Annotated[tuple[str | int | float, ...], Field(max_length=2)] = ()
    verdict: Verdict | Literal["none"] = Verdict.CONFLICT
    about: str | None = None
    sources: tuple[str, ...] = ()
    why: str = ""

    @property
    def title(self) -> str:
        """A readable name: "pact: summer of 2023 | June 2024 is conflict"."""
        readings = " | ".join(str(reading) for reading in self.readings) or "any readings"
        told = "is no conflict" if self.verdict == "none" else f"is {self.verdict}"
        return f"{self.about}: {readings} {told}" if self.about else f"{readings} {told}"

    def hold(self, report: Report) -> None:
        """Assert that the report tells it."""
        __tracebackhide__ = True
        if self.verdict == "none":
            assert_no_conflict(report, *self.readings, about=self.about, sources=self.sources)
        else:
            assert_verdict(
                report, self.verdict, *self.readings, about=self.about, sources=self.sources
            )


class KnownConflicts(Model):
    """All entries of one file."""

    documents: str = "."
    """The folder that holds the story, seen from the file."""
    conflict: tuple[Known, ...] = ()


def read(path: Path) -> KnownConflicts:
    """The entries of a file.

    Raises:
        BadEntry: the file is no TOML, or an entry does not fit.
    """
    try:
        return KnownConflicts.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise BadEntry(f"{path}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadEntry(f"{path}: {place}: {first['msg']}") from error


def found(report: Report) -> tuple[Known, ...]:
    """An entry for each judgement that the report shows, as it stands."""
    return tuple(
        Known(
            readings=(first.text, second.text),
            verdict=pair.verdict,
            sources=tuple(dict.fromkeys((first.document, second.document))),
            why=pair.because,
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
    old = {(entry.readings, entry.verdict) for entry in standing}
    new = [entry for entry in found(report) if (entry.readings, entry.verdict) not in old]
    head = "" if path.exists() else "# Read each entry, delete what is wrong, keep the rest.\n"
    with path.open("a", encoding="utf-8") as file:
        file.write(head + "".join(_entry(entry) for entry in new))
    return path


def _entry(entry: Known) -> str:
    lines: Iterable[str] = (
        "\n[[conflict]]",
        f"readings = {_array(entry.readings)}",
        f"sources = {_array(entry.sources)}",
        f'verdict = "{entry.verdict}"',
        f"why = {_string(entry.why)}",
    )
    return "\n".join(lines) + "\n"


def _array(values: Iterable[object]) -> str:
    return f"[{', '.join(_string(str(value)) for value in values)}]"


def _string(words: str) -> str:
    # A JSON string is a TOML basic string, but for the delete character.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
