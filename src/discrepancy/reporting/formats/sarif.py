"""The report as SARIF 2.1.0, by which code hosts and editors mark the source files."""

import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from discrepancy.files import content
from discrepancy.finding import Citation, Finding, Report, SetAside, Verdict
from discrepancy.reporting import Options
from discrepancy.reporting.outline import ASIDE, told_by_reader
from discrepancy.reporting.passages import Texts, spelt_out
from discrepancy.reporting.wording import MEANINGS, heading, read_as
from discrepancy.source import Source, Unread, named

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Verdict.CONFLICT: "error", Verdict.UPDATE: "warning", Verdict.SCOPE: "note"}

Json = dict[str, object]
Files = dict[str, tuple[Path, bool]]


def render(report: Report, options: Options) -> str:
    """One run; each flagged finding a result where it clashes, its other places beside it."""
    texts = Texts(report.sources)
    files = {source.id: file_of(source, options.folders) for source in report.sources}
    results = [_result(finding, texts, files, options) for finding in report.findings]
    return logged(_rules(report, options), results, report.unread)


def logged(rules: list[Json], results: list[Json], unread: Sequence[Unread] = ()) -> str:
    """A log of one run with these rules and results, and a notification for what was not read."""
    from importlib.metadata import version

    driver: Json = {
        "name": "discrepancy",
        "semanticVersion": version("discrepancy"),
        "rules": rules,
    }
    run: Json = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if unread:
        told = [{"level": "warning", "message": {"text": f"not read: {one}"}} for one in unread]
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": told}]
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return spelt_out(json.dumps(log, indent=2, ensure_ascii=False)) + "\n"


def _rules(report: Report, options: Options) -> list[Json]:
    found = {_rule(finding): finding for finding in report.findings}
    return [
        {
            "id": name,
            "shortDescription": {"text": f"{heading(one)} of kind {one.kind}"},
            "fullDescription": {"text": _meaning(one)},
            "defaultConfiguration": {"level": level_of(one, options)},
        }
        for name, one in sorted(found.items(), key=lambda item: item[0])
    ]


def _meaning(finding: Finding) -> str:
    if finding.sure:
        return f"Two accounts differ, and {MEANINGS[finding.verdict]}."
    return f"Two accounts differ, if they speak of one thing: {MEANINGS[finding.verdict]}."


def _rule(finding: Finding) -> str:
    """The finding's rule; those of a second reader and the possible ones stand apart."""
    name = f"{finding.kind}.{finding.verdict}"
    name = name if finding.sure else f"possible.{name}"
    return f"reader.{name}" if finding.origin else name


def level_of(finding: Finding, options: Options) -> str:
    """How grave it is to those who read the log.

    What a second reader found fails nothing, nor does what is only possible, unless asked for.
    """
    if finding.origin or not (finding.sure or options.possible):
        return "note"
    return _LEVELS.get(finding.verdict, "none")


def _result(finding: Finding, texts: Texts, files: Files, options: Options) -> Json:
    places = [_location(*cited, texts, files) for cited in clash_first(finding)]
    related = [{**place, "id": number} for number, place in enumerate(places[1:], start=1)]
    second = "".join(f" ({words})" for words in told_by_reader(finding))
    result: Json = {
        "ruleId": _rule(finding),
        "level": level_of(finding, options),
        "message": {"text": f"{finding.measurand}: {finding.because}{second}"},
        "locations": places[:1],
        "relatedLocations": related,
        "partialFingerprints": {"discrepancyFinding/v1": finding.id},
    }
    if finding.set_aside:
        result["suppressions"] = [_suppression(finding.set_aside, trusted=options.trusted)]
    return result


def _suppression(aside: SetAside, *, trusted: bool) -> Json:
    """What a reader set aside stays a result, suppressed only where the reader is trusted."""
    return {
        "kind": "external",
        "status": "accepted" if trusted else "underReview",
        "justification": f"{ASIDE} ({aside.by}): {aside.because}",
    }


def clash_first(finding: Finding) -> list[tuple[Citation, str]]:
    """Every place of a finding with the value read there, the two that clash first."""
    held = [(claim, read_as(one)) for one in finding.readings for claim in one.claims]
    clash = finding.clash
    if clash is None:
        return held
    cited = clash.cited or (0, 0)
    sides = zip((clash.a, clash.b), cited, strict=True)
    first = [finding.readings[number].claims[place] for number, place in sides]
    return sorted(held, key=lambda pair: _place_in(first, pair[0]))


def _place_in(first: Sequence[Citation], claim: Citation) -> int:
    return next((n for n, one in enumerate(first) if one is claim), len(first))


def _location(claim: Citation, value: str, texts: Texts, files: Files) -> Json:
    words = f"{named(texts.source(claim.source))}: {value} ({claim.text})"
    return located(claim, words, texts, files)


def located(claim: Citation, words: str, texts: Texts, files: Files) -> Json:
    """A place in a document, and what is said of it."""
    if claim.document is None:
        return {"message": {"text": words}}
    file, same_lines = files[claim.document]
    physical: Json = {"artifactLocation": {"uri": quote(file.as_posix())}}
    if same_lines:
        physical["region"] = _region(claim, texts)
    return {"message": {"text": words}, "physicalLocation": physical}


def _region(claim: Citation, texts: Texts) -> Json:
    place = claim.place
    line, column = texts.place(claim.source, place.start)
    end_line, end_column = texts.place(claim.source, place.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": place.start,
        "charLength": len(place),
        "snippet": {"text": claim.text},
    }


def file_of(source: Source, folders: tuple[str, ...]) -> tuple[Path, bool]:
    """The file of a source, and whether the lines of its text are lines of that file.

    An id is what a document calls itself, and no path: only the name of the file that was read
    below a folder is looked for there. Of a page or a PDF the text has lines of its own.
    """
    beside = [Path(folder) / (source.file or source.id) for folder in folders]
    for path in beside if source.file else ():
        try:
            return path, content(path).decode("utf-8").strip() == source.text.strip()
        except UnicodeDecodeError:
            return path, False
        except (OSError, ValueError):
            continue
    return next(iter([*beside, Path(source.id)])), True
