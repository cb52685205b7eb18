"""Do they speak of one thing? Small stories, and what of them is set together."""

import tomllib
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.finding import Verdict

CASES = tomllib.loads((Path(__file__).parent / "cases" / "align.toml").read_text("utf-8"))["case"]
CALM = tomllib.loads((Path(__file__).parent / "cases" / "no_conflict.toml").read_text("utf-8"))[
    "case"
]


def _report(case):
    days = case.get("published", [])
    texts = case["texts"]
    return dx.check(
        dx.Source(id=f"{number}", text=text, published=days[number - 1] if days else None)
        for number, text in enumerate(texts, start=1)
    )


def _pairs(report, *verdicts):
    """The words of each two readings that are set against each other with one of the verdicts."""
    return {
        frozenset((a.text, b.text))
        for finding in report.findings + report.corroborated
        for told in finding.disagreements
        if told.verdict in verdicts
        for a in finding.readings[told.a].claims
        for b in finding.readings[told.b].claims
    }


def _told(pairs):
    return sorted(" / ".join(sorted(pair)) for pair in pairs)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_what_is_set_together(case):
    report = _report(case)
    met = _pairs(report, *(verdict for verdict in Verdict if verdict is not Verdict.SCOPE))
    assert [pair for pair in case.get("meet", []) if frozenset(pair) not in met] == [], _told(met)
    parted = _pairs(report, Verdict.SCOPE)
    scope = [pair for pair in case.get("scope", []) if frozenset(pair) not in parted]
    assert scope == [], _told(parted)
    apart = [pair for pair in case.get("apart", []) if frozenset(pair) in met]
    assert apart == [], case["why"]


@pytest.mark.parametrize("case", CALM, ids=lambda case: case["title"])
def test_what_looks_like_a_conflict_and_is_none(case):
    report = _report(case)
    assert [finding.because for finding in report.conflicts] == [], case["why"]
    assert report.claims >= 2, "a text that nothing is read from proves nothing"


def test_there_are_calm_cases_enough():
    assert len(CALM) >= 30
    assert len({case["title"] for case in CALM}) == len(CALM)
