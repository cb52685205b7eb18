"""What is told of short accounts, by kinds of fault that corrections columns tell of.

Each kind has negative twins: they look like the fault, and must be left alone or told otherwise.
"""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import discrepancy as dx

FILES = (Path(__file__).parent / "cases" / name for name in ("verdicts.toml", "standings.toml"))
CASES = [case for file in FILES for case in tomllib.loads(file.read_text("utf-8"))["case"]]
DAY = "2024-10-24"


def _told(case):
    """How many disagreements of each verdict join the two sides of a case."""
    days = case.get("published", [DAY] * len(case["texts"]))
    texts = {f"text {n}": text for n, text in enumerate(case["texts"], start=1)}
    report = dx.check(
        [
            dx.Source(id=name, text=text, published=day)
            for (name, text), day in zip(texts.items(), days, strict=True)
        ]
    )
    sides = case.get("between", [])
    told = Counter()
    for finding in report.findings:
        for one in finding.disagreements:
            pair = [_words(finding.readings[at], texts) for at in (one.a, one.b)]
            told[one.verdict.value] += _joins(pair, sides) or _joins(pair[::-1], sides)
    return told, [f"{finding.verdict}: {finding.because}" for finding in report.findings]


def _words(reading, texts):
    """Where a reading stands, as (text, start, end)."""
    return [(texts[claim.document], claim.start, claim.end) for claim in reading.claims]


def _joins(pair, sides):
    return all(
        any(
            start < found.end() and found.start() < end
            for text, start, end in places
            for found in re.finditer(rf"(?<!\w){re.escape(side)}(?!\w)", text)
        )
        for places, side in zip(pair, sides, strict=False)
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['title']}")
def test_what_is_told(case):
    told, findings = _told(case)
    loud = told["conflict"] + told["update"]
    held = {
        "conflict": told["conflict"] > 0,
        "update": told["update"] > 0 and not told["conflict"],
        "scope": not loud,  # an apparent conflict, or silence
        "silent": not loud,
    }
    assert held[case["expect"]], (case["why"], findings)


def test_every_kind_has_variants_and_twins():
    """A kind is only as good as what it leaves alone."""
    faults, twins = (
        Counter(case["kind"] for case in CASES if case.get("twin", False) is twin)
        for twin in (False, True)
    )
    assert {kind: count for kind, count in faults.items() if count < 5} == {}
    assert {kind: twins[kind] for kind in faults if twins[kind] < 2} == {}
