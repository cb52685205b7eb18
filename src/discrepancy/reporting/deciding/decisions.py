r"""What readers decided about findings, kept in a plain TOML file beside the story.

A decision holds the fingerprint of a finding, so it outlives new runs, added documents and
text that moved. The file may be edited by hand and by two reviewers at once: each change is made
to the file as it stands then, under a lock. A file that is damaged is named and never written
over.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     file = Path(folder) / "decisions.toml"
...     one = Decision(finding="3f2a", verdict="dismissed", measurand="boats", note="a typo")
...     kept = change(file, {"3f2a": one})
...     print(file.read_text().partition("\n")[2].strip())
[[decision]]
finding = "3f2a"
verdict = "dismissed"
measurand = "boats"
note = "a typo"
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from discrepancy import files
from discrepancy.errors import DiscrepancyError
from discrepancy.finding import Report
from discrepancy.span import Model

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Table

HEADER = "# What was decided about the findings of this story; kept by `discrepancy review`.\n"


_PATIENCE = 10.0
"""Seconds to wait for another program that is writing the same file."""


class BadDecisions(DiscrepancyError):
    """A file of decisions that cannot be read; it is left as it is."""


class Decided(StrEnum):
    """What a reader says of a finding."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    NOTED = "noted"


class Decision(Model):
    """One decision; `measurand` and `because` are there for people who read the file."""

    finding: str
    """The fingerprint of the finding."""
    verdict: Decided
    measurand: str = ""
    because: str = ""
    note: str = ""
    decided: date | None = None


def load(path: Path) -> dict[str, Decision]:
    """The decisions of a file by fingerprint; none where there is no file.

    Raises:
        BadDecisions: the file is no TOML or holds something else.
    """
    try:
        document = files.toml(files.text(path))
        unknown = document.keys() - {"decision"}
        if unknown:
            raise BadDecisions(
                f"{path}: {min(unknown)} is no [[decision]]; the file is left as it is"
            )
        listed = document.get("decision", [])
        if not isinstance(listed, list):
            raise BadDecisions(f"{path}: decision is no list; the file is left as it is")
        found = [Decision.model_validate(fields) for fields in listed]
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise BadDecisions(f"{path}: {why}; it is left as it is") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        why = f"a decision's {field}: {first['msg']}" if field else first["msg"]
        raise BadDecisions(f"{path}: {why}; the file is left as it is") from error
    except ValueError as error:
        raise BadDecisions(f"{path}: {error}; the file is left as it is") from error
    return {decision.finding: decision for decision in found}


def change(path: Path, changes: Mapping[str, Decision | None]) -> dict[str, Decision]:
    """Set decisions by fingerprint, or take them back (None), in the file as it stands now.

    What others have decided meanwhile, comments and order stay. Returns what the file holds then.

    Raises:
        BadDecisions: the file is no TOML or holds something else, or another program holds it.
        OSError: it cannot be written; what stood there still stands.
    """
    from filelock import FileLock, Timeout

    try:
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=_PATIENCE):
            now = load(path)
            files.put(path, _changed(path, changes))
    except Timeout as error:
        raise BadDecisions(f"{path}: another program is writing it; nothing was kept") from error
    merged = {name: one for name, one in now.items() if changes.get(name, one) is not None}
    return merged | {name: one for name, one in changes.items() if one is not None}


def _changed(path: Path, changes: Mapping[str, Decision | None]) -> str:
    """The text of the file with the changes made in it."""
    import tomlkit

    document = tomlkit.parse(files.text(path) if path.exists() else HEADER)
    there = {str(table["finding"]): table for table in document.get("decision", ())}
    for name, decision in changes.items():
        if name in there and decision is not None:
            _fill(there[name], decision)
        elif name in there:
            document["decision"].remove(there[name])
        elif decision is not None:
            _add(document, decision)
    if not document.get("decision", ()):
        document.pop("decision", None)
    return tomlkit.dumps(document)


def _add(document: "TOMLDocument", decision: Decision) -> None:
    import tomlkit

    table = tomlkit.table()
    _fill(table, decision)
    if "decision" not in document:
        document.add("decision", tomlkit.aot())
    document["decision"].append(table)


def _fill(table: "Table", decision: Decision) -> None:
    """Put the fields of a decision into its section; keys that say the same stay untouched."""
    for name, value in decision.model_dump(exclude_defaults=True).items():
        plain = value if isinstance(value, date) else str(value)
        if table.get(name) != plain:
            table[name] = plain
    for name in Decision.model_fields.keys() - decision.model_dump(exclude_defaults=True).keys():
        table.pop(name, None)


def applied(report: Report, decisions: dict[str, Decision]) -> Report:
    """The report without what was dismissed, the rest marked, and what became of each said."""
    if not decisions:
        return report
    shown = tuple(
        finding.model_copy(update=_marks(decisions[finding.id]))
        if finding.id in decisions
        else finding
        for finding in report.findings
        if _verdict(decisions, finding.id) is not Decided.DISMISSED
    )
    present = {finding.id for finding in report.findings}
    tally = Counter(_verdict(decisions, name) for name in present)
    confirmed, dismissed = tally[Decided.CONFIRMED], tally[Decided.DISMISSED]
    counts = f"decisions: {confirmed} confirmed, {dismissed} dismissed and not shown"
    notes = [counts] if confirmed or dismissed else []
    notes += [
        f"decisions: gone is the finding {_named(decision)}"
        for decision in decisions.values()
        if decision.finding not in present
    ]
    return report.model_copy(update={"findings": shown, "notes": (*report.notes, *notes)})


def _verdict(decisions: dict[str, Decision], finding: str) -> Decided | None:
    return decisions[finding].verdict if finding in decisions else None


def _named(decision: Decision) -> str:
    return f"{decision.finding} ({decision.measurand}), which was {decision.verdict}"


def _marks(decision: Decision) -> dict[str, str | None]:
    confirmed = decision.verdict is Decided.CONFIRMED
    return {"decision": "confirmed" if confirmed else None, "note": decision.note or None}
