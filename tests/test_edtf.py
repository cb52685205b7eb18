"""The days that EDTF strings cover, by cases, by laws, and against the edtf package."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from time import struct_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.calendar import edtf

CASES = tomllib.loads((Path(__file__).parent / "cases" / "edtf.toml").read_text("utf-8"))

days = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))
months = days.map(lambda day: day.isoformat()[:7])
years = days.map(lambda day: day.isoformat()[:4])
periods = st.one_of(
    days.map(date.isoformat),
    months,
    years,
    st.tuples(years, st.sampled_from((21, 22, 23, 24, 33, 34, 35, 36, 40, 41))).map(
        lambda pair: f"{pair[0]}-{pair[1]}"
    ),
    st.tuples(days, st.integers(0, 400)).map(
        lambda pair: f"{pair[0]}/{pair[0] + timedelta(days=pair[1])}"
    ),
)


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["title"])
def test_interval(case: dict[str, Any]) -> None:
    assert edtf.interval(case["edtf"]) == (case["first"], case["last"])
    assert edtf.precision(case["edtf"]) == case["precision"]


@pytest.mark.parametrize("case", CASES["bad"], ids=lambda case: case["edtf"] or "empty")
def test_refuses(case: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^[a-z][^\n]*$"):
        edtf.interval(case["edtf"])


@given(periods, periods)
def test_overlap_is_no_days_apart(a: str, b: str) -> None:
    assert edtf.overlap(a, b) == edtf.overlap(b, a) == (edtf.days_apart(a, b) == 0)
    assert edtf.days_apart(a, b) == edtf.days_apart(b, a)


@given(periods, periods)
def test_contained_overlaps(a: str, b: str) -> None:
    assert edtf.contains(a, a)
    if edtf.contains(a, b):
        assert edtf.overlap(a, b)


@given(periods)
def test_of_days_covers_the_same_days(period: str) -> None:
    assert edtf.interval(edtf.of_days(*edtf.interval(period))) == edtf.interval(period)


def _day(when: struct_time) -> date:
    return date(when.tm_year, when.tm_mon, when.tm_mday)


@given(st.one_of(days.map(date.isoformat), months, years))
def test_agrees_with_the_edtf_package(text: str) -> None:
    # its seasons follow a setting and its "~" bounds are padded: plain dates alone are compared
    oracle = pytest.importorskip("edtf").parse_edtf(text)
    assert edtf.interval(text) == (_day(oracle.lower_strict()), _day(oracle.upper_strict()))


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        ("XXXX-12-06", "2008-12-06", True),
        ("XXXX-12-06", "2008-12-05", False),
        ("XXXX-12-06", "2008", True),
        ("XXXX-02-29", "2023", False),
        ("XXXX-12", "XXXX-12-06", True),
        ("XXXX-12-05", "XXXX-12-06", False),
        ("2007-12-20/2008-01-10", "XXXX-01-05", True),
    ],
)
def test_a_day_without_its_year(a: str, b: str, shared: bool) -> None:
    assert edtf.overlap(a, b) is edtf.overlap(b, a) is shared
