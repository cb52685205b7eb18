"""Can both be right? Two short texts, the one claim that each holds, and the rung that decides."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.finding import Verdict

PATH = Path(__file__).parent / "cases" / "compare.toml"
CASES = tomllib.loads(PATH.read_text("utf-8"))["case"]
LEVELS = [
    "quantity.rounding.period",
    "quantity.conflict.period",
    "quantity.agreement.equal",
    "quantity.rounding.hedge",
    "quantity.rounding.conversion",
    "quantity.rounding.whole",
    "quantity.rounding.digits",
    "quantity.rounding.part",
    "quantity.update.birthday",
    "quantity.update.count",
    "quantity.update.later",
    "quantity.update.undated",
    "quantity.compatible.bounds",
    "quantity.compatible.run",
    "quantity.scope.measurand",
    "quantity.scope.dimension",
    "quantity.conflict.bounds",
    "quantity.conflict.direction",
    "quantity.conflict.factor_of_ten",
    "quantity.conflict.swapped_unit",
    "quantity.conflict.else",
    "date.agreement.equal",
    "date.rounding.precision",
    "date.compatible.overlap",
    "date.compatible.about",
    "date.compatible.rough",
    "date.compatible.bounds",
    "date.compatible.unresolved",
    "date.conflict.term",
    "date.conflict.else",
    "time.agreement.equal",
    "time.rounding.zone",
    "time.compatible.part",
    "time.compatible.about",
    "time.compatible.bounds",
    "time.compatible.zone",
    "time.conflict.else",
]


def _claim(case, side):
    """The only claim of its kind in the text of one side, or the one on the words named."""
    published = case.get("published", {}).get(side)
    claims = [
        claim
        for claim in dx.extract(case[side], published=published)
        if claim.kind == case.get("kind", "quantity")
    ]
    named = case.get("words", {}).get(side)
    claims = [claim for claim in claims if named is None or claim.text == named]
    assert len(claims) == 1, [claim.text for claim in claims]
    return claims[0].model_copy(update={"source": side})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_the_rung_that_decides(case):
    a, b = _claim(case, "a"), _claim(case, "b")
    there, back = dx.compare(a, b), dx.compare(b, a)
    assert there.level == f"{a.kind}.{case['level']}", case["why"]
    assert there.verdict == case["level"].split(".")[0], case["why"]
    assert (back.level, back.verdict) == (there.level, there.verdict), "whoever comes first"
    assert there.because


@pytest.mark.parametrize("level", LEVELS)
def test_every_rung_has_cases(level):
    kind, rung = level.split(".", 1)
    held = [case for case in CASES if (case.get("kind", "quantity"), case["level"]) == (kind, rung)]
    assert len(held) >= 2


def test_no_case_names_a_rung_that_is_not_listed():
    assert {f"{case.get('kind', 'quantity')}.{case['level']}" for case in CASES} == set(LEVELS)


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [("6 people died.", "9 people died.", 0.5), ("40 died.", "30 died.", -0.25)],
)
def test_the_difference_is_a_share_of_the_first(a, b, share):
    pair = {"a": a, "b": b}
    assert dx.compare(_claim(pair, "a"), _claim(pair, "b")).difference == pytest.approx(share)


def test_the_difference_of_dates_is_in_days_and_of_times_in_minutes():
    days = {"kind": "date", "a": "It sank on 3 May 2021.", "b": "It sank on 1 May 2021."}
    assert dx.compare(_claim(days, "a"), _claim(days, "b")).difference == -2
    hours = {"kind": "time", "a": "It sank at 23:50 GMT.", "b": "It sank at 0:20 GMT."}
    assert dx.compare(_claim(hours, "a"), _claim(hours, "b")).difference == 30


def test_the_smaller_later_toll_says_so():
    day = {"a": "2021-04-06", "b": "2021-04-08"}
    pair = {"a": "Nine people were killed.", "b": "Six people were killed.", "published": day}
    compared = dx.compare(_claim(pair, "a"), _claim(pair, "b"))
    assert (compared.verdict, compared.because) == (
        Verdict.CONFLICT,
        "the later figure is the smaller one",
    )
    assert date.fromisoformat(day["a"]) < date.fromisoformat(day["b"])


def test_two_speakers_of_one_text_are_no_later_toll():
    text = (
        "On Monday the mayor said nine people were killed. "
        "On Tuesday the coastguard said eleven people were killed."
    )
    nine, eleven = (
        claim for claim in dx.extract(text, published="2021-04-07") if claim.kind == "quantity"
    )
    compared = dx.compare(nine, eleven)
    assert (compared.verdict, compared.because) == (
        Verdict.CONFLICT,
        "one text sets two speakers against each other",
    )


@pytest.mark.parametrize(
    ("a", "b", "size"),
    [
        ("It cost 14.2 million euros.", "It cost 14.4 billion euros.", "14.4 billion more;"),
        ("It cost 189.1 billion euros.", "It cost 198.2 billion euros.", "9.1 billion more (+5%);"),
        ("Turnout was 78%.", "Turnout was 77%.", "1 point more;"),
        ("Turnout was 78%.", "Turnout was 87%.", "9 points more;"),
        ("The mill has 1,200 looms.", "The mill has 1,350 looms.", "150 more (+12%);"),
    ],
)
def test_a_sentence_tells_the_gap_as_one_would(a, b, size):
    said = [finding.because for finding in dx.check([a, b]).findings]
    assert [size in because for because in said] == [True], said
