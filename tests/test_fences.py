"""A defect of ours, put in on purpose: what it costs is told, and the rest comes out."""

import json
import re

import pytest

import discrepancy as dx
from discrepancy import pipeline, runs
from discrepancy.cli import main
from discrepancy.reporting import FORMATS, csv, html, markdown, render, rendered, terminal

TEXTS = ("Six people died.", "It broke.", "Nine people died.")


def failing(*_):
    raise IndexError("no such thing")


def fails_on(real, is_met):
    """The real work, but where it meets what breaks it."""
    return lambda given, *rest: failing() if is_met(given) else real(given, *rest)


def test_a_document_that_cannot_be_seen_is_named(monkeypatch):
    broken = fails_on(pipeline.unbroken, lambda source: source.id == "text 2")
    monkeypatch.setattr(pipeline, "unbroken", broken)
    report = dx.check(TEXTS)
    assert len(report.conflicts) == 1
    assert [source.id for source in report.sources] == ["text 1", "text 3"]
    (lost,) = report.unread
    assert str(lost).startswith("text 2: it ended in IndexError, a defect of discrepancy")


@pytest.mark.parametrize(
    ("where", "name", "told"),
    [
        (pipeline.dating, "inferred", "what the story tells of the days of its documents"),
        (pipeline, "gathered", "which stories the documents are of"),
    ],
)
def test_what_is_done_for_all_documents_costs_none(monkeypatch, where, name, told):
    monkeypatch.setattr(where, name, failing)
    report = dx.check(TEXTS)
    assert len(report.conflicts) == 1
    assert len(report.sources) == 3
    assert [one.document for one in report.unread] == [told]


def test_a_finding_that_cannot_be_put_back_on_its_words_is_named(monkeypatch):
    bad, good = two_findings().findings
    real = pipeline.found_as_read

    def broken(finding, pages):
        return failing() if finding.id == bad.id else real(finding, pages)

    monkeypatch.setattr(pipeline, "found_as_read", broken)
    report = two_findings(1)
    assert report.findings == (good,)
    assert [one.document for one in report.unread] == [f"the finding {bad.id}"]


def test_a_claim_that_cannot_be_put_back_on_its_words_is_named(monkeypatch):
    broken = fails_on(pipeline.Unbroken.as_read, lambda page: page.source.id == "text 1")
    monkeypatch.setattr(pipeline.Unbroken, "as_read", broken)
    report = dx.check(TEXTS)
    assert len(report.conflicts) == 1
    assert [one.document for one in report.unread] == ["'Six' in text 1"]
    assert {claim.source for claim in report.read} == {"text 3"}


@pytest.mark.parametrize("name", runs.NOTES)
def test_a_note_that_fails_is_named(monkeypatch, name):
    whole = dx.check(TEXTS)
    monkeypatch.setattr(runs, "NOTES", {**runs.NOTES, name: failing})
    report = dx.check(TEXTS)
    assert report.findings == whole.findings
    assert set(report.notes) <= set(whole.notes)
    assert [one.document for one in report.unread] == [f"the note on {name}"]


def test_lines_typed_in_that_cannot_be_aligned_cost_no_text(monkeypatch):
    real = pipeline.typed_in.align

    def broken(entries, **options):
        return failing() if entries else real(entries, **options)

    monkeypatch.setattr(pipeline.typed_in, "align", broken)
    report = dx.check([*TEXTS, dx.claim(7, measurand="killed", source="desk")])
    assert len(report.conflicts) == 1
    assert [one.document for one in report.unread] == ["'7', which was typed in"]


@pytest.mark.parametrize("name", ["unbroken", "extraction.extract"])
def test_claims_of_one_text_do_not_go_without_a_word(monkeypatch, name):
    monkeypatch.setattr(f"discrepancy.pipeline.{name}", failing)
    with pytest.warns(UserWarning, match=r"not read: text: it ended in IndexError"):
        assert dx.extract("Six people died.") == ()


def two_findings(left=2):
    one = "The blast killed six people. The bridge is 40 metres long."
    other = "The blast killed nine people. The bridge is 70 metres long."
    report = dx.check([one, other])
    assert len(report.findings) == left
    return report


@pytest.mark.parametrize("form", FORMATS)
def test_a_finding_that_cannot_be_written_is_named(monkeypatch, form):
    report = two_findings()
    bad, good = report.findings
    module = __import__(f"discrepancy.reporting.{form}", fromlist=["render"])
    broken = fails_on(module.render, lambda part: bad in part.findings)
    monkeypatch.setattr(module, "render", broken)
    text, lost = rendered(report, form)
    assert [one.document for one in lost] == [f"the finding {bad.id}"]
    rest = report.model_copy(update={"findings": (good,), "unread": lost})
    monkeypatch.undo()
    assert text == render(rest, form)


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "story"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        folder.joinpath(f"{number}.txt").write_text(text)
    return folder


@pytest.mark.parametrize("where", [csv, html, markdown])
def test_a_writer_that_fails_leaves_the_report(monkeypatch, capsys, story, tmp_path, where):
    monkeypatch.setattr(where, "render", failing)
    form = where.__name__.rpartition(".")[2]
    output = tmp_path / "report"
    output.write_text("what stood here")
    assert main(["check", str(story), "--format", form, "--output", str(output)]) == 2
    printed, told = capsys.readouterr()
    assert "nine" in printed.lower()
    assert f"no {form} report: it ended in IndexError, a defect of discrepancy" in told
    assert output.read_text() == "what stood here"


def test_a_terminal_that_fails_leaves_markdown_or_json(monkeypatch, capsys, story):
    monkeypatch.setattr(terminal, "render", failing)
    monkeypatch.setattr(markdown, "render", failing)
    assert main(["check", str(story)]) == 2
    printed, told = capsys.readouterr()
    assert len(json.loads(printed)["findings"]) == 1
    assert re.findall(r"no (\w+) report", told) == ["terminal", "markdown"]


def test_a_proof_whose_writer_fails_is_printed(monkeypatch, capsys, story):
    monkeypatch.setattr("discrepancy.reporting.proofed.csv.render", failing)
    arguments = ["proof", str(story / "0.txt"), "--against", str(story / "2.txt")]
    assert main([*arguments, "--format", "csv"]) == 2
    printed, told = capsys.readouterr()
    assert "no csv report" in told
    assert "died" in printed
