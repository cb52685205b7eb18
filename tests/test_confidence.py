"""What is sure counts and fails; what is possible is shown after it, as a question."""

import json
from decimal import Decimal
from xml.etree import ElementTree

import pytest

import discrepancy as dx
from discrepancy.claims import QuantityClaim
from discrepancy.cli import main
from discrepancy.finding import Confidence
from discrepancy.group import Group, Link
from discrepancy.reporting import Options, render
from discrepancy.testing import assert_conflict, assert_no_conflict

TEXTS = [
    "The blast killed six people. The repairs cost $4 million.",
    "The blast killed nine people.",
]


def _doubtful(sources, claims):
    """One group of the dead, of which it is not sure that they are one thing."""
    dead = [one for one in claims if isinstance(one, QuantityClaim) and one.value.unit == "person"]
    link = Link(dead[0], dead[1], 0.2, confidence=Confidence.POSSIBLE)
    return (Group("quantity", tuple(dead), (link,)),)


@pytest.fixture(scope="module")
def possible():
    return dx.check(TEXTS, align=_doubtful)


@pytest.fixture(scope="module")
def sure():
    return dx.check(TEXTS)


def test_a_possible_finding_counts_for_nothing_and_asks(possible):
    (finding,) = possible.findings
    assert (finding.confidence, possible.conflicts) == (Confidence.POSSIBLE, ())
    assert possible.possible == (finding,)
    assert finding.because.startswith("Is this one thing? ")
    assert finding.disagreements[0].weight == 0.2


def test_sure_findings_come_first_however_grave_the_others_are(sure):
    def align(sources, claims):
        again = _doubtful(sources, claims)
        (cost,) = (one for one in claims if one.kind == "quantity" and one.value.unit == "USD")
        other = cost.model_copy(update={"value": cost.value.model_copy(update={"low": Decimal(5)})})
        plain = Group("quantity", (cost, other), (Link(cost, other, 1.0, scope="two things"),))
        return (*again, plain)

    found = dx.check(TEXTS, align=align).findings
    assert [(one.verdict.value, one.sure) for one in found] == [
        ("scope", True),
        ("conflict", False),
    ]


@pytest.mark.parametrize("form", ["junit", "sarif"])
def test_formats_fail_on_sure_ones_alone_unless_asked(possible, sure, form):
    def grave(report, **options):
        written = render(report, form, Options(**options))
        if form == "sarif":
            results = json.loads(written)["runs"][0]["results"]
            return [one["level"] for one in results]
        return [case.tag for case in ElementTree.fromstring(written).iterfind("testcase/*")]

    told = {"junit": (["failure"], ["skipped"]), "sarif": (["error"], ["note"])}[form]
    assert grave(sure) == told[0]
    assert grave(possible) == told[1]
    assert grave(possible, possible=True) == told[0]


def test_the_terminal_folds_what_is_possible(possible):
    folded = render(possible, "terminal", Options(width=100))
    assert "POSSIBLE: " in folded
    assert "Nothing to show" in folded
    assert ">>six<<" not in folded
    assert ">>six<<" in render(possible, "terminal", Options(width=100, possible=True))


def test_assertions_hold_sure_findings_unless_asked(possible):
    assert_no_conflict(possible, "six", "nine")
    assert_conflict(possible, "six", "nine", possible=True)
    with pytest.raises(AssertionError):
        assert_conflict(possible, "six", "nine")


def test_the_command_fails_on_possible_ones_only_where_asked(
    possible, monkeypatch, tmp_path, capsys
):
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    monkeypatch.setattr("discrepancy.pipeline.check", lambda *paths, **options: possible)
    assert main(["check", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path), "--possible"]) == 1
    capsys.readouterr()


def test_a_sure_finding_leaves_out_what_only_weaker_pairs_hold_to_it():
    texts = [f"The blast killed {number} people." for number in ("six", "nine", "30")]

    def align(sources, claims):
        dead = tuple(one for one in claims if isinstance(one, QuantityClaim))
        links = (
            Link(dead[0], dead[1], 3.0),
            Link(dead[1], dead[2], 0.2, confidence=Confidence.POSSIBLE),
        )
        return (Group("quantity", dead, links),)

    (finding,) = dx.check(texts, align=align).findings
    assert finding.sure
    assert [one.value.low for one in finding.readings] == [6, 9]
    assert [(one.a, one.b, one.weight) for one in finding.disagreements] == [(0, 1, 3.0)]


def test_a_short_remark_that_nobody_is_named_for_is_asked_about():
    said = '"I don\'t {}like that {}language," {} said.'
    brief = [said.format("", "", "the speaker"), said.format("really ", "kind of ", "a member")]
    named = [said.format("", "", "Ada Hale"), said.format("really ", "kind of ", "Ms. Hale")]
    assert [one.sure for one in dx.check(brief).findings] == [False]
    assert [one.sure for one in dx.check(named).findings] == [True]
