"""A draft held against its sources: cases of tests/cases/proof.toml, and what is refused."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings

import discrepancy as dx
from discrepancy import cli, extraction
from discrepancy.item import Status
from discrepancy.proofing.ground import EQUAL, SENTENCES, Ground
from discrepancy.proofing.told import told
from discrepancy.reporting import proofed
from discrepancy.testing import assert_borne_out
from discrepancy.testing import strategies as news

ROOT = Path(__file__).parent.parent

CASES = tomllib.loads((Path(__file__).parent / "cases" / "proof.toml").read_text("utf-8"))["case"]


def _told(proof, words):
    """The items whose words overlap the first place of some words in the draft."""
    start = proof.draft.text.index(words)
    end = start + len(words)
    found = [item for item in proof.items if item.start < end and start < item.end]
    alarms = [item for item in found if item.alarm]
    return (alarms or found or [None])[0]


def _of(case):
    """The proof of a case, its texts of the days that it gives."""
    days = case.get("days", [""] * len(case["sources"]))
    sources = [
        dx.Source(id=f"source {number}", text=text, published=day or None)
        for number, (text, day) in enumerate(zip(case["sources"], days, strict=True), 1)
    ]
    draft = dx.Source(id="draft", text=case["draft"], published=case.get("published"))
    return dx.proof(draft, against=sources)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_each_thing_of_a_draft_gets_its_status(case):
    proof = _of(case)
    told = {words: _told(proof, words) for words in case["status"]}
    assert {words: item and str(item.status) for words, item in told.items()} == case["status"]
    levels = case.get("level", {})
    assert {words: told[words].level for words in levels} == levels
    shown = case.get("shown", {})
    assert {words: told[words].evidence[0].text for words in shown} == shown


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_every_item_and_its_evidence_stand_on_their_words(case):
    proof = _of(case)
    texts = {source.id: source.text for source in proof.sources}
    assert all(proof.draft.text[i.start : i.end] == i.text for i in proof.items)
    assert all(
        texts[quoted.document][quoted.start : quoted.end] == quoted.text
        for item in proof.items
        for quoted in item.evidence
    )
    assert list(proof.items) == sorted(proof.items, key=lambda item: (item.start, item.end))
    assert all(item.evidence for item in proof.items if item.status in ("borne out", "differs"))


def test_the_draft_among_its_sources_is_left_out(tmp_path):
    draft = tmp_path / "draft.md"
    draft.write_text("Nine people drowned.", "utf-8")
    (tmp_path / "a.txt").write_text("Six people drowned.", "utf-8")
    proof = dx.proof(draft, against=tmp_path)
    assert [source.id for source in proof.sources] == ["a.txt"]
    assert any("the draft itself" in note for note in proof.notes)
    assert [item.text for item in proof.differs] == ["Nine"]


def test_a_source_that_cannot_be_read_is_told_with_what_was_not_found(tmp_path):
    (tmp_path / "a.txt").write_text("Six people drowned off Norby.", "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"no pdf")
    proof = dx.proof("The crew was paid $900 each.", against=tmp_path)
    assert any("b.pdf" in note for note in proof.notes)
    (item,) = proof.not_found
    assert item.because.endswith("One source could not be read.")


@pytest.mark.parametrize(
    ("draft", "against", "told"),
    [
        ("Six drowned.", [], "no sources were given"),
        (" \n", ["Six drowned."], "the draft is empty"),
        ("Six drowned.", ["no/such/folder"], "no/such/folder"),
    ],
)
def test_what_cannot_be_proofed_is_said_in_one_sentence(draft, against, told):
    with pytest.raises(dx.DiscrepancyError, match=told):
        dx.proof(draft, against=against)


def test_the_items_are_counted_by_status():
    proof = dx.proof("Six drowned off Norby.", against=["Nine drowned off Norby."])
    assert repr(proof).startswith("<Proof: borne out 1, differs 1")
    assert sum(len(proof.of(status)) for status in Status) == len(proof.items)
    assert proof.alarms == proof.differs


@pytest.fixture(scope="module")
def example():
    return dx.proof(ROOT / "docs" / "examples" / "draft.md", against=ROOT / "seeds")


def test_the_example_has_the_errors_that_its_table_says_and_no_other(example):
    table = (ROOT / "docs" / "examples" / "draft.toml").read_text("utf-8")
    wanted = {one["words"]: one["status"] for one in tomllib.loads(table)["error"]}
    told = {words: _told(example, words) for words in wanted}
    assert {words: item and str(item.status) for words, item in told.items()} == wanted
    assert {item.text for item in example.alarms} == {item.text for item in told.values()}


@pytest.mark.parametrize("form", proofed.FORMATS)
def test_every_format_shows_what_is_to_be_mended(example, form):
    shown = proofed.render(example, form)
    assert all(item.text.split()[0] in shown for item in example.alarms)
    assert proofed.render(example, form) == shown


def test_the_json_has_what_its_readers_rely_on(example):
    told = example.model_dump(mode="json")
    assert set(told) == {"items", "sources", "notes"}
    wanted = {"kind", "start", "end", "text", "status", "level", "because", "evidence"}
    assert all(set(item) == wanted for item in told["items"])
    words = {"document", "start", "end", "text", "verdict"}
    assert all(set(quoted) == words for item in told["items"] for quoted in item["evidence"])


def test_a_frame_has_a_row_for_each_item(example):
    frame = example.to_frame()
    assert len(frame) == len(example.items)
    assert set(frame.status) <= {"borne out", "differs", "not found", "open"}


@pytest.mark.parametrize(("fail_on", "code"), [("not-found", 1), ("differs", 1), ("never", 0)])
def test_the_command_ends_as_its_alarms_ask(tmp_path, capsys, fail_on, code):
    draft = tmp_path / "draft.md"
    draft.write_text("Nine people drowned off Norby.", "utf-8")
    (tmp_path / "a.txt").write_text("Six people drowned off Norby.", "utf-8")
    arguments = ["proof", str(draft), "--against", str(tmp_path), "--fail-on", fail_on]
    assert cli.main(arguments) == code
    told = capsys.readouterr()
    assert "DIFFERS draft.md:1:1 quantity" in told.out
    assert "the draft itself" in told.err


def test_what_is_only_not_found_fails_no_run_that_asks_for_differs(tmp_path):
    (tmp_path / "a.txt").write_text("Six people drowned off Norby.", "utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text("The crew was paid $900 each.", "utf-8")
    asked = ["proof", str(draft), "--against", str(tmp_path / "a.txt"), "--fail-on"]
    assert [cli.main([*asked, on]) for on in ("not-found", "differs")] == [1, 0]


def test_a_draft_from_standard_input(tmp_path, monkeypatch, capsys):
    import io

    (tmp_path / "a.txt").write_text("Six people drowned off Norby.", "utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Six people drowned off Norby.")))
    assert cli.main(["proof", "-", "--against", str(tmp_path)]) == 0
    assert "borne out" in capsys.readouterr().out


def test_an_empty_draft_is_said_and_ends_with_2(tmp_path, capsys):
    (tmp_path / "draft.txt").write_text("\n", "utf-8")
    (tmp_path / "a.txt").write_text("Six people drowned.", "utf-8")
    arguments = ["proof", str(tmp_path / "draft.txt"), "--against", str(tmp_path / "a.txt")]
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_assertion_fails_with_both_sides():
    with pytest.raises(AssertionError) as failed:
        assert_borne_out("Nine people drowned off Norby.", against=["Six drowned off Norby."])
    told = str(failed.value)
    assert "1 thing of it they do not" in told
    assert "«Nine»" in told
    assert "«Six»" in told
    assert_borne_out("Nine people drowned.", against=["Six drowned."], but=["Nine"])
    assert_borne_out("The crew was paid $900 each.", against=["Six drowned."], allow=["not found"])


def test_the_schema_in_the_docs_is_that_of_the_proof(example):
    import json

    import jsonschema

    from discrepancy.reporting.proofed.json import schema

    path = ROOT / "docs" / "proof.schema.json"
    assert path.read_text("utf-8") == schema(), (
        "run: discrepancy schema proof --output docs/proof.schema.json"
    )
    jsonschema.validate(json.loads(proofed.render(example, "json")), json.loads(schema()))


def test_a_notebook_draws_the_draft_with_its_marks_and_what_is_to_be_mended(example):
    cell = example._repr_html_()
    assert cell.count("<details") == len(example.alarms) + len(example.open)
    assert cell.count("dx-m-agree") >= len(example.borne_out)
    assert "href=" not in cell


@settings(max_examples=15)
@given(news.stories())
def test_a_document_held_against_its_story_with_a_copy_of_itself_is_clean(story):
    draft = story.sources[-1]
    copy = draft.model_copy(update={"id": "copy.txt"})
    proof = dx.proof(draft.model_copy(update={"id": "draft.txt"}), against=[*story.sources, copy])
    assert proof.items
    assert [one for one in proof.alarms if not one.level.endswith(".outdated")] == []


def test_of_many_claims_of_one_value_the_nearest_are_looked_at():
    said = [f"The flood in Norby killed {n} people." for n in range(150)]
    (source,) = dx.read(dx.Source(id="a", text=" ".join(said)))
    claims = extraction.extract(source)
    held = Ground([source], {source.id: claims})
    draft = next(one for one in told(source, claims) if one.claim.kind == "status")
    near = held.likely(draft)
    assert EQUAL <= len(near) <= EQUAL + SENTENCES
    assert draft.claim in [one.claim for one in near]
    assert len(held.told("status")) > EQUAL + SENTENCES
