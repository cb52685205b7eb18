"""Documents come from strangers: none of them ends a run, hangs it, or is lost without a word."""

import tomllib
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.pipeline import stages
from discrepancy.reporting import FORMATS, render

CASES = tomllib.loads((Path(__file__).parent / "cases" / "attacks.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_every_format_comes_out(case):
    texts = {"a": case["a"] * case.get("times", 1), "b": case["b"]}
    report = dx.check([dx.Source(id=name, text=text) for name, text in texts.items()])
    assert report.unread == ()
    for form in FORMATS:
        render(report, form).encode()


def test_half_a_surrogate_pair_becomes_one_character():
    report = dx.check(
        [dx.Source(id="a\udc80", text="Six \ud800 people died."), "Nine people died."]
    )
    (source, _) = report.sources
    assert source.text == "Six \N{REPLACEMENT CHARACTER} people died."
    for form in FORMATS:
        render(report, form).encode()


@pytest.mark.parametrize("name", ["a**b", "c" * 5000, "/proc/kmsg", "../../etc/passwd", "a\nb"])
def test_an_id_is_never_a_path(name):
    report = dx.check([dx.Source(id=name, text="Six people died."), "Nine people died."])
    assert len(report.conflicts) == 1
    for form in FORMATS:
        render(report, form).encode()


def test_two_prices_in_one_text_are_no_slip_beside_its_copy():
    text = "The phone costs £499 in Norby and $499 in Arn."
    assert dx.check([text, text]).findings == ()


def test_a_defect_of_ours_costs_one_document(monkeypatch):
    real = stages.extraction.extract

    def failing(source, extractors):
        if source.id == "text 2":
            raise ValueError("day is out of range")
        return real(source, extractors)

    monkeypatch.setattr(stages.extraction, "extract", failing)
    report = dx.check(["Six people died.", "It broke.", "Nine people died."])
    assert len(report.conflicts) == 1
    (lost,) = report.unread
    assert "text 2" in str(lost)
    assert "a defect of discrepancy" in str(lost)


def test_a_table_between_bars_is_not_left_out_without_a_word():
    rows = "".join(f"| Arn {number} | {number} |\n" for number in range(12))
    text = f"The flood killed people in many towns, the council said.\n\n{rows}"
    report = dx.check([dx.Source(id="a", text=text), "Nine people died."])
    assert "a: 12 lines of tables between bars are not read." in report.notes


def test_a_defect_of_ours_in_one_comparison_costs_that_one(monkeypatch):
    real = stages.judging.judge

    def failing(groups, sources, compare):
        if any(group.kind == "date" for group in groups):
            raise IndexError("no such day")
        return real(groups, sources, compare)

    monkeypatch.setattr(stages.judging, "judge", failing)
    texts = [f"The blast on 4 May 2024 killed {count} people." for count in ("six", "nine")]
    report = dx.check(texts)
    assert [finding.kind for finding in report.conflicts] == ["quantity"]
    assert "4 May 2024" in str(report.unread[0])
    assert "a defect of discrepancy" in str(report.unread[0])


def test_what_a_text_gets_wrong_is_told_once_beside_its_copy():
    text = "The ferry left Arn on Monday. The pipe is 7 km (14 miles) long, officials said."
    one, two = (dx.Source(id=name, text=text) for name in ("one", "two"))
    (alone,), (both,) = dx.check([one]).findings, dx.check([one, two]).findings
    assert (both.id, both.verdict) == (alone.id, alone.verdict)
    assert {claim.document for reading in both.readings for claim in reading.claims} == {
        "one",
        "two",
    }
