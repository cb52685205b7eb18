"""Whole drafts held against their sources: tests/cases/proof_drafts.toml says what is told."""

import re
import tomllib
from pathlib import Path

import pytest

import discrepancy as dx

DRAFTS = tomllib.loads((Path(__file__).parent / "cases" / "proof_drafts.toml").read_text("utf-8"))
MARK = re.compile(r"\{([^|{}]+)\|([BDNO])\}")


def _unmarked(text):
    """The draft as it is written, and its marks: start, end, words and letter of each."""
    marks, plain, at = [], "", 0
    for found in MARK.finditer(text):
        plain += text[at : found.start()]
        marks.append((len(plain), len(plain) + len(found[1]), found[1], found[2]))
        plain += found[1]
        at = found.end()
    return plain + text[at:], marks


def _wrong(proof, marks):
    """The words of which the proof tells something else than the marks, and every alarm beside."""
    for start, end, words, letter in marks:
        over = [item for item in proof.items if item.start < end and start < item.end]
        alarm = any(item.alarm for item in over)
        borne_out = not alarm and any(item.status == "borne out" for item in over)
        if not {"B": borne_out, "D": alarm, "N": alarm, "O": True}[letter]:
            yield words
    for item in proof.alarms:
        if not any(item.start < end and start < item.end for start, end, _, _ in marks):
            yield item.text


@pytest.mark.parametrize("case", DRAFTS["draft"], ids=lambda case: case["title"])
def test_a_draft_is_told_its_slips_and_no_more(case):
    text, marks = _unmarked(case["text"])
    sources = [
        dx.Source(id=f"source {number}", text=told, published=day)
        for number, (day, told) in enumerate(case["sources"], 1)
    ]
    proof = dx.proof(dx.Source(id="draft", text=text, published=case["published"]), against=sources)
    assert sorted(_wrong(proof, marks)) == sorted(case["gaps"])


def test_most_of_what_the_drafts_hold_is_told_rightly():
    held = [mark[3] for case in DRAFTS["draft"] for mark in _unmarked(case["text"])[1]]
    gaps = sum(len(case["gaps"]) for case in DRAFTS["draft"])
    assert len(held) - held.count("O") > 20 * gaps / 2
