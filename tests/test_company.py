"""Which texts of a folder are compared: by their own words, or by those that tell of both."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.alignment.company import by_others, companies
from discrepancy.source import Source

CASES = tomllib.loads((Path(__file__).parent / "cases/company.toml").read_text("utf-8"))["case"]
FOREIGN = (
    "The council of Ostrand voted to close its swimming pool, citing heating bills, rust in the "
    "pipes and a fall in school bookings since spring."
)


def folder(case, *more):
    both = f"{case['a']} {case['b']}"
    texts = [case["a"], case["b"], *[both] * case["between"], *more]
    return [Source(id=f"text {number}", text=text) for number, text in enumerate(texts)]


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_texts_are_compared_where_enough_others_tell_of_both(case):
    found = companies(folder(case))
    assert (1 in found[0], 0 in found[1]) == (case["together"], case["together"])
    assert by_others(folder(case))[0] == ({1} if case["together"] else set())


@given(case=st.sampled_from(CASES), foreign=st.integers(1, 5))
@settings(max_examples=30, deadline=None)
def test_texts_of_another_story_change_nothing(case, foreign):
    alone = companies(folder(case))
    beside = companies(folder(case, *[FOREIGN] * foreign))
    assert beside[: len(alone)] == alone
