"""The cases of browsers.toml: what a browser sets at the edges of a page that it prints."""

import tomllib
from pathlib import Path

import pytest

from discrepancy.reading.web import browsers

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("browsers.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case):
    page = case["page"]
    assert sorted(browsers.edges(page, range(len(page)), case["of"])) == case["edges"]
    if case["edges"]:
        assert browsers.address([page]) == case.get("address")
