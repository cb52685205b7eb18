"""The cases of datelines.toml, and that a dateline is nobody's words, name or figure."""

import tomllib
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.calendar import datelines
from discrepancy.span import Span

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("datelines.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:30])
def test_case(case):
    text = case["text"]
    whole = Span(start=0, end=len(text))
    found = datelines.find(text, whole, opens=not case.get("later"))
    read = (
        (found.span.of(text).strip(), found.day and found.day.edtf, found.agency)
        if found
        else ("",)
    )
    told = (case["dateline"], case.get("day"), case.get("agency")) if case["dateline"] else ("",)
    assert read == told


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["dateline"]], ids=lambda case: case["text"][:30]
)
def test_no_claim_and_no_context_is_read_from_it(case):
    lead = " Varnholt Systems on Thursday raised its forecast and said it would cut 450 jobs."
    text = f"Varnholt lifts outlook\n\n{case['dateline']}{lead}\n\nThe shares fell.\n"
    claims = dx.extract(text)
    start = text.index(lead)
    assert [one for one in claims if 22 < one.span.start < start] == []
    (jobs,) = (one for one in claims if one.kind == "quantity")
    assert jobs.context.attribution == "Varnholt Systems"
    assert all(
        word.lower() in lead.lower() for word in (jobs.context.bearer or "", *jobs.context.of)
    )
