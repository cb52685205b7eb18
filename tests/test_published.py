"""The published day and the outlet that a pasted page gives, by cases."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import reading
from discrepancy.reading.imprint import published
from discrepancy.source import Source

CASES = tomllib.loads((Path(__file__).parent / "cases" / "published.toml").read_text("utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    imprint = published.find(case["text"])
    assert str(imprint.published or "") == case["published"]
    if "outlet" in case:
        assert (imprint.outlet or "") == case["outlet"]
    if imprint.evidence:
        assert imprint.evidence.of(case["text"]).strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_laid_out_source_carries_it(case: dict[str, Any]) -> None:
    source = reading.laid_out(Source(id="a", text=case["text"]))
    assert str(source.published or "") == case["published"]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    imprint = published.find(text)
    assert imprint.evidence is None or imprint.evidence.end <= len(text)


@pytest.mark.parametrize("told", ["2023-02-30", "yesterday", "99999-01-01", "soon", "31.31.2024"])
def test_front_matter_that_gives_no_day_is_told(told: str) -> None:
    text = f"---\npublished: {told}\n---\nSix people died off Norby on Monday."
    laid = reading.laid_out(Source(id="a.md", text=text))
    assert laid.published is None
    assert any(told in note for note in laid.notes)


@pytest.mark.parametrize("told", ["2023-02-28", "28 February 2023", ""])
def test_front_matter_that_gives_a_day_or_none_tells_nothing(told: str) -> None:
    text = f"---\npublished: {told}\n---\nSix people died off Norby on Monday."
    assert not reading.laid_out(Source(id="a.md", text=text)).notes
