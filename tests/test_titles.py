"""Findings are called by what an editor would call them, never by a unit, a verb or a key."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy import units
from discrepancy.comparison.titles import title
from discrepancy.extraction import extract
from discrepancy.reading import laid_out
from discrepancy.reporting import render
from discrepancy.source import Source

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "cases" / "titles.toml").read_text("utf-8"))["case"]
NAMES = frozenset(name for name in units.measures() if "_" in name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_title(case):
    source = laid_out(Source(id="a", text=case["text"], published=date(2024, 10, 24)))
    kind = case.get("kind", "quantity")
    claims = [claim for claim in extract(source) if claim.kind == kind]
    assert title(claims[case.get("at", 0)], source) == case["title"]


def test_every_story_is_told_briefly_and_every_title_is_a_phrase(annotated_stories):
    folders = [
        *sorted(path / "docs" for path in annotated_stories.iterdir()),
        HERE.parent / "seeds",
    ]
    reports = [dx.check(folder) for folder in folders]
    titles = {one.measurand for told in reports for one in told.findings + told.corroborated}
    assert len(titles) > 100
    assert [words for words in titles if len(words.split()) < 2] == []
    assert [words for words in titles if NAMES & set(re.findall(r"\w+", words))] == []
    assert [words for words in titles if words.split()[0] in units.currencies()] == []
    assert [words for words in titles if not words[0].isupper() and words[0].islower()] == []
    for told in reports:  # at most nine lines a finding, beside the summary and its notes
        lines = len(render(told, "terminal").splitlines()) - 2 * len(told.notes) - 4
        assert lines <= 9 * len(told.findings)
