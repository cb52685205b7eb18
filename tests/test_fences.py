"""A defect of ours, put in on purpose: what it costs is told, and the rest comes out."""

import json
import re
from types import SimpleNamespace

import pytest

import discrepancy as dx
from discrepancy import extraction, pipeline, proofing, proofs
from discrepancy.cli import main
from discrepancy.extraction import dates, figures, names, quotes, statuses, times
from discrepancy.pipeline import runs, stages
from discrepancy.proofing import clocks, datelines, days, namings, quotations, states, unread
from discrepancy.reporting import FORMATS, Options, proofed, render, rendered
from discrepancy.reporting.deciding.board import Board
from discrepancy.reporting.formats import csv, html, markdown, terminal

TEXTS = ("Six people died.", "It broke.", "Nine people died.")


def failing(*_):
    raise IndexError("no such thing")


def fails_on(real, is_met):
    """The real work, but where it meets what breaks it."""
    return lambda given, *rest: failing() if is_met(given) else real(given, *rest)


def test_a_document_that_cannot_be_seen_is_named(monkeypatch):
    broken = fails_on(stages.unbroken, lambda source: source.id == "text 2")
    monkeypatch.setattr(stages, "unbroken", broken)
    report = dx.check(TEXTS)
    assert len(report.conflicts) == 1
    assert [source.id for source in report.sources] == ["text 1", "text 3"]
    (lost,) = report.unread
    assert str(lost).startswith("text 2: it ended in IndexError, a defect of discrepancy")


@pytest.mark.parametrize(
    ("where", "name", "told"),
    [
        (stages.dating, "inferred", "what the story tells of the days of its documents"),
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
    real = stages.found_as_read

    def broken(finding, pages):
        return failing() if finding.id == bad.id else real(finding, pages)

    monkeypatch.setattr(stages, "found_as_read", broken)
    report = two_findings(1)
    assert report.findings == (good,)
    assert [one.document for one in report.unread] == [f"the finding {bad.id}"]


def test_a_claim_that_cannot_be_put_back_on_its_words_is_named(monkeypatch):
    broken = fails_on(stages.Unbroken.as_read, lambda page: page.source.id == "text 1")
    monkeypatch.setattr(stages.Unbroken, "as_read", broken)
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
    real = stages.typed_in.align

    def broken(entries, **options):
        return failing() if entries else real(entries, **options)

    monkeypatch.setattr(stages.typed_in, "align", broken)
    report = dx.check([*TEXTS, dx.claim(7, measurand="killed", source="desk")])
    assert len(report.conflicts) == 1
    assert [one.document for one in report.unread] == ["'7', which was typed in"]


@pytest.mark.parametrize("name", ["unbroken", "extraction.extract"])
def test_claims_of_one_text_do_not_go_without_a_word(monkeypatch, name):
    monkeypatch.setattr(f"discrepancy.pipeline.stages.{name}", failing)
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
    module = __import__(f"discrepancy.reporting.formats.{form}", fromlist=["render"])
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


DRAFT = (
    "NORBY, 3 May 2024: Nine people died at the bridge on 2 May at 7:15 a.m., Ada Hale said. "
    "“It was the worst night of my life,” she said. The bridge was closed for the first time."
)
SOURCES = (
    """Six people died at the bridge in Norby on 2 May at 7:15 a.m., Ada Hale said.
“It was the worst night of my life,” she said. The bridge was not closed.""",
    "Six people died at the bridge, Ada Hale said.",
)


def proofed_draft():
    """The items of the draft by their words, and the names of what is lost."""
    proof = dx.proof(dx.Source(id="draft", text=DRAFT), SOURCES)
    assert all(one.text == DRAFT[one.start : one.end] for one in proof.items)
    assert [note for note in proof.notes if "defect" in note] == [
        f"left out: {one}" for one in proof.unread if "defect" in one.because
    ]
    for form in proofed.FORMATS:
        assert proofed.render(proof, form)
    found = {(one.kind, one.text, one.status): one for one in proof.items}
    return set(found), [one.document for one in proof.unread]


@pytest.fixture(scope="module")
def whole():
    items, lost = proofed_draft()
    assert lost == []
    assert {kind for kind, *_ in items} == {"quantity", "date", "time", "quote", "name", "status"}
    return items


@pytest.mark.parametrize(
    ("room", "kind"),
    [
        (days, "date"),
        (clocks, "time"),
        (quotations, "quote"),
        (states, "status"),
        (namings, "name"),
        (proofing.figures, "quantity"),
    ],
)
def test_an_item_of_a_draft_that_cannot_be_held_is_named(monkeypatch, whole, room, kind):
    monkeypatch.setattr(room, "hold", failing)
    items, lost = proofed_draft()
    assert items <= whole
    assert {one for one in whole if one[0] != kind} <= items
    assert lost
    assert all(name.endswith(" in the draft") for name in lost)


def test_of_two_items_of_a_kind_the_other_is_held(monkeypatch, whole):
    broken = fails_on(proofing.figures.hold, lambda one: one.claim.text == "Nine")
    monkeypatch.setattr(proofing.figures, "hold", broken)
    items, lost = proofed_draft()
    assert lost == ["'Nine' in the draft"]
    assert {text for _, text, _ in whole} - {text for _, text, _ in items} == {"Nine"}


@pytest.mark.parametrize(("room", "name"), [(unread, "places"), (datelines, "dateline")])
def test_what_no_reader_claims_of_a_draft_costs_no_claims(monkeypatch, whole, room, name):
    monkeypatch.setattr(room, "items", failing)
    items, (lost,) = proofed_draft()
    assert lost.startswith(f"the {name}")
    assert {text for _, text, _ in whole - items} <= {"first"}
    assert items <= whole


@pytest.mark.parametrize("room", [names, quotes, statuses, figures])
def test_a_kind_that_cannot_be_read_of_a_draft_is_named(monkeypatch, whole, room):
    own = fails_in_draft(monkeypatch, room)
    items, lost = proofed_draft()
    assert lost == [f"the {own} of the draft"]
    assert ("date", "2 May", "borne out") in items
    assert ("time", "7:15 a.m.", "borne out") in items


@pytest.mark.parametrize("room", [dates, times])
def test_no_figure_is_told_from_a_date_that_cannot_be_read(monkeypatch, room):
    own = fails_in_draft(monkeypatch, room)
    items, lost = proofed_draft()
    assert lost == [f"the {own} of the draft", "the figures of the draft"]
    assert "Nine" not in {text for _, text, _ in items}
    assert "quote" in {kind for kind, *_ in items}


def fails_in_draft(monkeypatch, room):
    """Let one reader fail in the draft; the name of its room."""
    name = room.__name__.rpartition(".")[2]

    def read(source, before):
        return failing() if source.id == "draft" else room.read(source, before)

    read.__module__ = room.__name__
    readers = tuple(read if one is room.read else one for one in extraction.EXTRACTORS)
    assert read in readers
    for module in (extraction, pipeline, proofs, runs, stages):
        monkeypatch.setattr(module, "EXTRACTORS", readers)
    monkeypatch.setitem(dx.proof.__kwdefaults__, "extractors", readers)
    return name


def test_a_source_that_cannot_be_looked_up_in_costs_no_other(monkeypatch):
    real = proofing.Ground
    broken = fails_on(real, lambda sources: any(one.id == "text 1" for one in sources))
    monkeypatch.setattr(proofing, "Ground", broken)
    items, lost = proofed_draft()
    assert lost == ["text 1"]
    assert ("quantity", "Nine", "differs") in items


def test_a_draft_whose_day_cannot_be_told_is_held_all_the_same(monkeypatch, whole):
    monkeypatch.setattr(proofs, "_dated", failing)
    items, lost = proofed_draft()
    assert lost == ["the day of the draft"]
    assert ("quantity", "Nine", "differs") in items


def test_a_draft_whose_lines_cannot_be_seen_through_is_held_as_it_is(monkeypatch, whole):
    broken = fails_on(proofs.unbroken, lambda source: source.id == "draft")
    monkeypatch.setattr(proofs, "unbroken", broken)
    items, lost = proofed_draft()
    assert lost == ["the broken lines of the draft"]
    assert items == whole


def test_an_archive_that_cannot_be_looked_up_in_leaves_the_other_sources(monkeypatch, tmp_path):
    (tmp_path / "discrepancy-corpus.json").write_text("{}")
    monkeypatch.setattr(proofs.archive, "nearest", failing)
    draft = dx.Source(id="draft", text=DRAFT)
    proof = dx.proof(draft, [tmp_path, *SOURCES])
    assert [one.document for one in proof.unread] == [str(tmp_path)]
    assert "a defect of discrepancy" in proof.unread[0].because
    assert proof.items
    with pytest.raises(dx.errors.UnreadableSource, match="a defect of discrepancy"):
        dx.proof(draft, tmp_path)


def test_a_second_reading_that_fails_leaves_the_proof(monkeypatch):
    monkeypatch.setattr(proofs.readers, "proofread", failing)
    proof = dx.proof(dx.Source(id="draft", text=DRAFT), SOURCES, reader=lambda question: "{}")
    assert [one.document for one in proof.unread] == ["the second reading of the draft"]
    assert proof.items


def served(check, tmp_path, stamps):
    return Board(check, lambda: stamps[-1], tmp_path / "decisions.toml", Options(served=True))


def test_a_page_that_cannot_be_made_says_so(monkeypatch, tmp_path):
    report = dx.check([f"{text} <script>" for text in TEXTS])
    board = served(lambda: report, tmp_path, [1])
    assert "The page could not be made" not in board.page()
    monkeypatch.setattr(html, "render", failing)
    page = board.page()
    assert "The page could not be made: it ended in IndexError, a defect of discrepancy" in page
    (finding,) = report.findings
    assert finding.verdict in page
    assert "<script" not in page
    assert board.state().problem == ""


def test_a_story_on_which_a_look_fails_leaves_the_last_page(tmp_path):
    report, stamps = dx.check(TEXTS), [1]
    board = served(lambda: report if stamps == [1] else failing(), tmp_path, stamps)
    stamps.append(2)
    assert "2 sources" in board.page()
    assert board.state().problem.startswith("the story: it ended in IndexError, a defect")


def test_an_answer_that_fails_is_one_answer():
    pytest.importorskip("starlette")
    import asyncio

    from discrepancy.reporting.deciding import server

    async def broken(request):
        failing()

    request = SimpleNamespace(path_params={"token": "t"})
    answer = asyncio.run(server._for_its_holder(broken, "t")(request))
    assert answer.status_code == 500
    assert b"a defect of discrepancy" in answer.body
    assert answer.headers["Cache-Control"] == "no-store"
