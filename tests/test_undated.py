"""Dates that nothing in their document settles, beside another account of the same event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import discrepancy as dx
from discrepancy.calendar import edtf, undated


def _date(text, published=None):
    (claim,) = (c for c in dx.extract(text, published=published) if c.kind == "date")
    return claim


@pytest.mark.parametrize(
    ("a", "b", "read"),
    [
        ("It sank on 3 May 2021.", "It sank on 5 May 2021.", ("2021-05-03", "2021-05-05")),
        ("It sank on May 3.", "It sank on 5 May 2021.", ("2021-05-03", "2021-05-05")),
        ("It sank on 5 May 2021.", "It sank on May 3.", ("2021-05-05", "2021-05-03")),
        ("It sank on May 3.", "It sank on May 5.", ("2000-05-03", "2000-05-05")),
        ("It sank on Monday.", "It sank on Thursday.", ("2000-01-03", "2000-01-06")),
        ("It sank on Monday.", "It sank on Monday.", ("2000-01-03", "2000-01-03")),
        ("It sank on Monday.", "It sank on 5 May 2021.", ("2000-01-03", "2000-01-05")),
        ("It sank yesterday.", "It sank on 5 May 2021.", (None, "2021-05-05")),
        ("It sank yesterday.", "It sank last week.", (None, None)),
        ("It sank on February 29.", "It sank on 1 March 2021.", (None, "2021-03-01")),
    ],
)
def test_what_one_lacks_is_taken_from_the_other(a, b, read):
    assert undated.beside(_date(a), _date(b)) == read


@pytest.mark.parametrize(
    ("text", "published", "readable"),
    [
        ("It sank on Monday.", None, True),
        ("It sank on May 3.", None, True),
        ("It sank yesterday.", None, False),
        ("It sank yesterday.", "2021-05-05", True),
        ("It sank last week.", None, False),
    ],
)
def test_what_can_be_read_at_all(text, published, readable):
    assert undated.can_be_read(_date(text, published)) is readable


def test_a_weekday_that_is_settled_stands_for_no_other():
    assert undated.weekday(_date("It sank on Monday.")) == "2000-01-03"
    assert undated.weekday(_date("It sank on Monday.", "2021-05-05")) is None


@given(st.dates(), st.integers(1, 28), st.integers(1, 12))
def test_the_filled_date_is_a_day_of_the_year_of_the_other(day, number, month):
    name = "January February March April May June July August September October November December"
    open_date = _date(f"It sank on {name.split()[month - 1]} {number}.")
    settled = open_date.model_copy(
        update={"value": open_date.value.model_copy(update={"edtf": day.isoformat()})}
    )
    filled, other = undated.beside(open_date, settled)
    assert other == day.isoformat()
    assert edtf.interval(filled)[0] == day.replace(month=month, day=number)
