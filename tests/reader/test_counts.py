"""What a second reader found is counted apart from what the rules found, in every format."""

import json
import subprocess
import sys
from xml.etree import ElementTree

import pytest

import discrepancy as dx
from discrepancy import cli
from discrepancy.reporting import outline, render

from .conftest import school_says


@pytest.fixture
def report(school):
    """One conflict by the rules, one by a reader."""
    for name, toll in (("a.md", 6), ("b.md", 9)):
        text = (school / name).read_text(encoding="utf-8")
        more = f"The blast in the market killed {toll} people.\n"
        (school / name).write_text(text + more, encoding="utf-8")

    def clerk(question):
        return school_says(question.body("m"))

    return dx.check(school, reader=clerk)


def test_the_summary_counts_apart(report):
    assert len(report.conflicts) == len(report.by_reader) == 1
    assert report.findings == report.conflicts + report.by_reader
    said = outline.summary(report)
    assert said.startswith("1 conflict in ")
    assert said.endswith(" A second reader adds 1 conflict, its words verified.")


def test_a_reader_alone_is_not_counted_as_the_rules(report):
    alone = report.model_copy(update={"findings": report.by_reader})
    said = outline.summary(alone)
    assert said.startswith("Nothing to show: no conflict")
    assert said.endswith(" A second reader adds 1 conflict, its words verified.")


def test_a_build_does_not_fail_by_a_reader(report):
    suite = ElementTree.fromstring(render(report, "junit"))
    assert (suite.get("failures"), suite.get("skipped")) == ("1", "1")
    assert len(suite.findall("testcase/failure")) == 1


def test_a_code_host_takes_it_for_a_note(report):
    run = json.loads(render(report, "sarif"))["runs"][0]
    assert [result["level"] for result in run["results"]] == ["error", "note"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "quantity.conflict",
        "reader.status.conflict",
    ]


def test_a_page_counts_apart(report):
    page = render(report, "html")
    assert "1 more by a second reader" in page
    assert page.count("<span>second reader</span>") == 1


def test_a_finding_of_a_reader_is_explained(school, tmp_path, capsys, report):
    assert cli.main(["questions", str(school), "--output", str(tmp_path / "q.jsonl")]) == 0
    rows = map(json.loads, (tmp_path / "q.jsonl").read_text(encoding="utf-8").splitlines())
    answers = tmp_path / "a.jsonl"
    told = [{"custom_id": row["custom_id"], "answer": school_says(row["body"])} for row in rows]
    answers.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    asked = ["questions", str(school), "--answers", str(answers)]
    capsys.readouterr()
    cli.main([*asked])
    (sides,) = map(json.loads, capsys.readouterr().out.splitlines())
    told.append({"custom_id": sides["custom_id"], "answer": school_says(sides["body"])})
    answers.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    (finding,) = report.by_reader
    assert cli.main(["explain", finding.id, str(school), "--answers", str(answers)]) == 0
    said = capsys.readouterr().out
    assert "read by an unnamed model, words verified" in said
    assert "reader.conflict: the reader's reason: One denies what the other tells." in said


def test_a_reader_that_is_not_asked_loads_no_client(school):
    code = (
        "import sys; from discrepancy import cli; cli.main(sys.argv[1:]); "
        "print('openai' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(school)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines()[-1] == "False"


def test_without_the_client_library_it_says_what_to_install(school, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "openai", None)
    asked = ["--reader", "openai", "--endpoint", "http://127.0.0.1:9/v1", "--model", "m"]
    assert cli.main(["check", str(school), *asked]) == 2
    assert capsys.readouterr().err == (
        'discrepancy: to ask a model, run: pip install "discrepancy[model]"\n'
    )
