"""What one text tells wrong by itself: conversions, sums, shares, spells, parts and wholes."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy import checking
from discrepancy.finding import Verdict

CASES = tomllib.loads((Path(__file__).parent / "cases" / "checks.toml").read_text("utf-8"))["case"]


def _checked(*texts):
    day = date(2021, 4, 6)
    sources = dx.read(
        *(dx.Source(id=f"{n}.txt", text=text, published=day) for n, text in enumerate(texts))
    )
    claims = [claim for source in sources for claim in dx.extract(source)]
    return checking.check(sources, claims)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_what_a_check_says(case):
    told = [link.judged for group in _checked(case["text"]) for link in group.links]
    levels = [compared.level.partition(".")[2] for compared in told]
    assert levels == [case["level"]] * bool(case["level"]), case["why"]
    assert [compared.verdict for compared in told] == [level.split(".")[0] for level in levels]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_check_reaches_the_report(case):
    conflicts = dx.check([case["text"]]).conflicts
    assert len(conflicts) == case["level"].startswith("conflict"), case["why"]


def test_a_whole_of_another_text_is_held_against_a_part():
    texts = (
        "There are 11,000 soldiers in Norway's Lowland region, a spokesman said.",
        "There are at most 10,000 soldiers in Norway, a minister said.",
    )
    ((link,),) = (group.links for group in _checked(*texts))
    assert (link.judged.verdict, link.judged.difference) == (Verdict.CONFLICT, pytest.approx(0.1))


def test_two_texts_whose_sentences_stand_at_one_offset_are_two_texts():
    texts = ("There are 70 ships in Norway's Lowland district.", "There are 60 ships in Norway.")
    ((link,),) = (group.links for group in _checked(*texts))
    assert link.judged.level == "quantity.conflict.part_above_whole"


def test_what_is_set_together_already_is_not_told_twice():
    texts = ["The mill makes 12,500 tiles a day.", "The mill makes 1,250 tiles a day."]
    (finding,) = dx.check(texts).findings
    assert [told.level for told in finding.disagreements] == ["quantity.conflict.factor_of_ten"]
