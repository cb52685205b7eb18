"""What findings are called, by cases: a short noun phrase, never a bare unit, verb or key."""

import tomllib
from pathlib import Path

import pytest

import discrepancy as dx

CASES = tomllib.loads((Path(__file__).parent / "cases" / "called.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["called"])
def test_case(case):
    report = dx.check([case["a"], case["b"]], published="2024-10-22")
    assert case["called"] in [finding.measurand for finding in report.findings]
