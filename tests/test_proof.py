"""A draft held against its sources: cases of tests/cases/proof.toml, and what is refused."""

import tomllib
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.item import Status

CASES = tomllib.loads((Path(__file__).parent / "cases" / "proof.toml").read_text("utf-8"))["case"]


def _told(proof, words):
    """The items whose words overlap the first place of some words in the draft."""
    start = proof.draft.text.index(words)
    end = start + len(words)
    found = [item for item in proof.items if item.start < end and start < item.end]
    alarms = [item for item in found if item.alarm]
    return (alarms or found or [None])[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_each_thing_of_a_draft_gets_its_status(case):
    proof = dx.proof(case["draft"], against=case["sources"])
    told = {words: _told(proof, words) for words in case["status"]}
    assert {words: item and str(item.status) for words, item in told.items()} == case["status"]
    levels = case.get("level", {})
    assert {words: told[words].level for words in levels} == levels


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_every_item_and_its_evidence_stand_on_their_words(case):
    proof = dx.proof(case["draft"], against=case["sources"])
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
