r"""What readers decided about findings, kept in a plain TOML file beside the story.

A decision holds the fingerprint of a finding, so it outlives new runs, added documents and
text that moved. A file that is damaged is named and never written over.

>>> written(Decision(finding="3f2a", verdict="dismissed", measurand="boats", note="a typo"))
'[[decision]]\nfinding = "3f2a"\nverdict = "dismissed"\nmeasurand = "boats"\nnote = "a typo"\n'
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from discrepancy import files
from discrepancy.errors import DiscrepancyError
from discrepancy.finding import Report
from discrepancy.span import Model

HEADER = "# What was decided about the findings of this story; kept by `discrepancy review`.\n"


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
        document = tomllib.loads(path.read_text(encoding="utf-8"))
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
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        why = f"a decision's {field}: {first['msg']}" if field else first["msg"]
        raise BadDecisions(f"{path}: {why}; the file is left as it is") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDecisions(f"{path}: {error}; the file is left as it is") from error
    return {decision.finding: decision for decision in found}


def save(path: Path, decisions: Iterable[Decision]) -> None:
    """Write all decisions in one step: either the whole new file is there, or the old one."""
    text = "\n".join([HEADER, *(written(decision) for decision in decisions)])
    files.put(path, text)


def written(decision: Decision) -> str:
    """One decision as a TOML section."""
    fields = [
        (name, str(getattr(decision, name)))
        for name in ("finding", "verdict", "measurand", "because", "note")
    ]
    lines = ["[[decision]]", *(f"{name} = {_string(words)}" for name, words in fields if words)]
    if decision.decided:
        lines.append(f"decided = {decision.decided.isoformat()}")
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    """A TOML basic string: JSON's escapes are its own, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


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
    notes = [f"decisions: {confirmed} confirmed, {dismissed} dismissed and not shown"]
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
