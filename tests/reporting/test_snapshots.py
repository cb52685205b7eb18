"""Every text format against a checked-in file; WRITE_SNAPSHOTS=1 writes them anew."""

import json
import os
from importlib.metadata import version
from pathlib import Path

import pytest

import discrepancy
from discrepancy.reporting import Options, render

HOME = Path(__file__).parents[1] / "snapshots" / "reporting"
CASES = {
    "terminal.txt": ("terminal", {}),
    "terminal-verbose.txt": ("terminal", {"verbose": True}),
    "terminal-colour.txt": ("terminal", {"colour": True}),
    "report.json": ("json", {}),
    "report.md": ("markdown", {}),
    "report-verbose.md": ("markdown", {"verbose": True}),
    "report.csv": ("csv", {}),
    "report-verbose.csv": ("csv", {"verbose": True}),
    "report.sarif": ("sarif", {}),
    "claimreview.jsonld": ("claimreview", {}),
    "annotations.json": ("annotations", {}),
    "junit.xml": ("junit", {}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_format_writes_what_it_wrote(report, name):
    form, options = CASES[name]
    written = render(report, form, Options(title="Ferry fire", folders=("story",), **options))
    written = written.replace(
        f'"semanticVersion": "{version("discrepancy")}"', '"semanticVersion": ""'
    )
    path = HOME / name
    if os.environ.get("WRITE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, encoding="utf-8", newline="\n")
    assert written == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_the_terminal_report_is_no_wider_than_the_terminal(report, width):
    written = render(report, "terminal", Options(width=width, verbose=True))
    assert max(map(len, written.splitlines())) <= width


def test_colours_are_off_unless_asked_for(report):
    assert "\x1b[" not in render(report, "terminal")
    assert "\x1b[" in render(report, "terminal", Options(colour=True))


def test_every_reading_of_every_finding_is_one_row(report):
    rows = render(report, "csv").splitlines()
    assert len(rows) == 1 + sum(len(finding.readings) for finding in report.findings)


def test_the_json_report_reads_back(report):
    from discrepancy.finding import Report

    again = Report.model_validate_json(render(report, "json"))
    assert again.findings == report.findings
    for finding in again.findings:
        for reading in finding.readings:
            for claim in reading.claims:
                (text,) = (s.text for s in again.sources if s.id == claim.document)
                assert text[claim.start : claim.end] == claim.text


def test_the_json_report_fits_its_schema(report):
    from jsonschema import Draft202012Validator

    from discrepancy.reporting.formats.json import schema

    validator = Draft202012Validator(json.loads(schema()))
    validator.validate(json.loads(render(report, "json")))
    assert list(validator.iter_errors({"findings": [{"id": 3}]}))


def test_the_checked_in_schema_is_the_one_that_the_command_writes():
    from discrepancy.reporting.formats.json import schema

    path = Path(__file__).parents[2] / "docs" / "report.schema.json"
    assert path.read_text(encoding="utf-8") == schema(), (
        "run: discrepancy schema --output docs/report.schema.json"
    )


def test_an_unknown_format_is_named(report):
    with pytest.raises(ValueError, match="there is no format 'word'"):
        render(report, "word")


def test_a_finding_takes_at_most_eight_lines(report):
    blocks = render(report, "terminal").split("\n\n")
    assert [block for block in blocks if len(block.splitlines()) > 8] == []


def test_the_report_of_the_seeds_fits_on_two_screens():
    report = discrepancy.check(Path(__file__).parents[2] / "seeds")
    assert len(render(report, "terminal").splitlines()) <= 110
