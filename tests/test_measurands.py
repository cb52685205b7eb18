"""What a claim measures or dates: its bearer, head, of, where, event and period, case by case."""

import tomllib
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.english.heads import head_class

CASES = tomllib.loads((Path(__file__).parent / "cases" / "measurands.toml").read_text())["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_what_is_told_of_the_measurand(case):
    before, _, rest = case["text"].partition("<")
    marked, _, after = rest.partition(">")
    claims = dx.extract(before + marked + after, published=case.get("published"))
    at = len(before)
    claim = next(
        one
        for one in claims
        if one.kind in ("quantity", "date")
        and one.span.start < at + len(marked)
        and one.span.end > at
    )
    told = {name: getattr(claim.context, name) for name in case["expected"]}
    read = {
        name: list(part) if isinstance(part, tuple) else part or "" for name, part in told.items()
    }
    assert read == case["expected"], case["why"]


def test_a_deed_and_its_verb_are_one_head_and_so_are_synonyms():
    assert head_class("conviction") == head_class("convict")
    assert head_class("begin") == head_class("start")
    assert head_class("stake") != head_class("offer")
