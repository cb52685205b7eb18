"""The cases of items.toml: lists that have lost their marks."""

import tomllib
from pathlib import Path

import pytest

from discrepancy.reading.page.paragraphs import items, widest
from discrepancy.span import Span

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("items.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case):
    text = f"{case['above']}\n\n{case['text']}"
    whole = Span(start=len(text) - len(case["text"]), end=len(text))
    assert [part.of(text) for part in items(text, whole, widest(text))] == case["parts"]
