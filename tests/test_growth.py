"""Twice the text costs about twice the steps, counted and not timed: a few of growth.toml.

`python benchmarks/growth.py` measures all.
"""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"

COSTLY = [
    ("extract", "By", 100),
    ("extract", "appositions", 100),
    ("extract", "Roman numerals", 300),
    ("extract", "quotations in quotations", 300),
    ("extract", "figures joined by commas", 100),
    ("check", "dates of one bridge", 42),
    ("folder", "states of many", 4),
]


@pytest.fixture(scope="module")
def growth():
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import growth

        yield growth
    finally:
        sys.path.remove(str(BENCHMARKS))


@pytest.mark.parametrize(("what", "title", "size"), COSTLY, ids=lambda one: str(one))
def test_twice_the_text_takes_about_twice_the_steps(growth, what, title, size):
    if sys.gettrace() is not None and sys.gettrace().__class__.__module__ == "coverage.tracer":
        pytest.skip("a run that measures coverage counts steps of its own")
    (case,) = [case for case in growth.cases(what) if case["title"] == title]
    assert growth.growth(what, case, size) <= growth.BARS[what]
