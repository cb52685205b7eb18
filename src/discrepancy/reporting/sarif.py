"""The report as SARIF 2.1.0, by which code hosts and editors mark the source files."""

import json
from urllib.parse import quote

from discrepancy.finding import Citation, Finding, Report, Verdict
from discrepancy.reporting import Options
from discrepancy.reporting.passages import Texts, named
from discrepancy.reporting.wording import HEADINGS, MEANINGS, value_words

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Verdict.CONFLICT: "error", Verdict.UPDATE: "warning", Verdict.SCOPE: "note"}

Json = dict[str, object]


def render(report: Report, options: Options) -> str:
    """One run; each flagged finding a result, its other places as related locations."""
    from importlib.metadata import version

    texts = Texts(report.sources)
    driver: Json = {
        "name": "discrepancy",
        "semanticVersion": version("discrepancy"),
        "rules": _rules(report),
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, texts, options) for finding in report.findings],
    }
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rules(report: Report) -> list[Json]:
    found = dict.fromkeys((finding.kind, finding.verdict) for finding in report.findings)
    return [
        {
            "id": f"{kind}.{verdict}",
            "shortDescription": {"text": f"{HEADINGS[verdict]} of kind {kind}"},
            "fullDescription": {"text": f"Two accounts differ, and {MEANINGS[verdict]}."},
            "defaultConfiguration": {"level": _LEVELS.get(verdict, "none")},
        }
        for kind, verdict in sorted(found)
    ]


def _result(finding: Finding, texts: Texts, options: Options) -> Json:
    places = [
        _location(claim, value_words(reading.value), texts, options)
        for reading in finding.readings
        for claim in reading.claims
    ]
    related = [{**place, "id": number} for number, place in enumerate(places[1:], start=1)]
    return {
        "ruleId": f"{finding.kind}.{finding.verdict}",
        "level": _LEVELS.get(finding.verdict, "none"),
        "message": {"text": f"{finding.measurand}: {finding.because}"},
        "locations": places[:1],
        "relatedLocations": related,
        "partialFingerprints": {"discrepancyFinding/v1": finding.id},
    }


def _location(claim: Citation, value: str, texts: Texts, options: Options) -> Json:
    line, column = texts.place(claim.document, claim.start)
    end_line, end_column = texts.place(claim.document, claim.end)
    path = f"{options.folder}/{claim.document}" if options.folder else claim.document
    return {
        "message": {"text": f"{named(texts.source(claim.document))}: {value}"},
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path.removeprefix("./"))},
            "region": {
                "startLine": line,
                "startColumn": column,
                "endLine": end_line,
                "endColumn": end_column,
                "charOffset": claim.start,
                "charLength": claim.end - claim.start,
                "snippet": {"text": claim.text},
            },
        },
    }
