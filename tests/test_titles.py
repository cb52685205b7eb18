"""Titles: the cases of cases/titles.toml, and that capitals decide."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.english.titles import is_title
from discrepancy.words import tokens

CASES = tomllib.loads((Path(__file__).parent / "cases" / "titles.toml").read_text("utf-8"))["case"]


def written(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:30])
def test_case(case: dict[str, Any]) -> None:
    assert is_title(written(case["text"])) is case["title"], case.get("why", "")


@given(st.lists(st.from_regex(r"[a-z]{4,9}", fullmatch=True), min_size=3))
def test_capitals_make_a_title_and_small_letters_none(words: list[str]) -> None:
    assert is_title([word.capitalize() for word in words])
    assert not is_title(words)
