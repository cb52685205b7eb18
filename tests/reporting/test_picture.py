"""Pictures: values stand in order on one axis, and only what shares an axis is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.claims import DateValue, QuantityValue, TextValue, TimeValue
from discrepancy.finding import Citation, Disagreement, Finding, Reading, Verdict
from discrepancy.reporting.passages import Texts
from discrepancy.reporting.pictures.picture import picture, reach_of
from discrepancy.reporting.pictures.scales import LEFT, RIGHT, Axis
from discrepancy.reporting.wording import letter
from discrepancy.source import Source

TEXTS = Texts([Source(id="a.txt", text="one"), Source(id="b.txt", text="two")])


def drawn(*values, verdict=Verdict.CONFLICT, days=(None, None)):
    readings = [
        Reading(value=value, claims=[Citation(document=d, start=0, end=3, text="one", as_of=day)])
        for value, d, day in zip(values, ("a.txt", "b.txt"), days, strict=False)
    ]
    told = Disagreement(a=0, b=1, verdict=verdict, level="x", because="y")
    finding = Finding(
        id="a",
        verdict=verdict,
        kind="quantity",
        measurand="m",
        because="b",
        readings=readings,
        disagreements=[told],
    )
    return picture(finding, TEXTS)


def count(low, high=None, unit="person", bound="="):
    return QuantityValue(low=low, high=low if high is None else high, unit=unit, bound=bound)


def test_the_greater_value_stands_to_the_right():
    small, great = drawn(count(5), count(22)).rows
    assert (small.letter, small.start, great.letter, great.end) == ("A", LEFT, "B", RIGHT)


def test_measures_are_drawn_in_one_unit():
    (far, near) = drawn(count(1000, unit="kilometer"), count(621, unit="mile")).rows
    assert far.reach.high == pytest.approx(near.reach.high, rel=0.001)


def test_counts_of_two_nouns_share_an_axis():
    assert drawn(count(5, unit="man"), count(6)) is not None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (count(1200, unit="passenger"), count(1000, unit="kilometer")),
        (count(85, unit="EUR"), count(108, unit="USD")),
        (TextValue(text="a"), TextValue(text="b")),
        (DateValue(edtf=None), DateValue(edtf="2024")),
        (DateValue(edtf="soon"), DateValue(edtf="2024")),
    ],
)
def test_what_shares_no_axis_is_not_drawn(a, b):
    assert drawn(a, b) is None


def test_bounds_are_open_to_their_side():
    least, most = reach_of(count(5, bound=">=")), reach_of(count(5, bound="<"))
    assert (least.open_left, least.open_right) == (False, True)
    assert (most.open_left, most.open_right) == (True, False)
    assert reach_of(count(1000, bound="~")).low == 500


def test_periods_are_stretches_and_open_ends_stay_open():
    summer, since = drawn(DateValue(edtf="2019-22"), DateValue(edtf="2020-06/..")).rows
    assert summer.end - summer.start > 10
    assert since.reach.open_right


def test_times_of_day_are_drawn():
    picture_ = drawn(TimeValue(time="07:11"), TimeValue(time="12:00", until="18:00"))
    assert [row.reach.low for row in picture_.rows] == [431, 720]


def test_a_rising_toll_is_a_step_line():
    rising = drawn(
        count(5, bound=">="), count(22), verdict=Verdict.UPDATE, days=("2026-03-03", "2026-03-04")
    )
    (line,) = rising.lines
    first, last = line.steps
    assert first.x < last.x
    assert first.y > last.y
    assert (first.day, last.day) == ("3 Mar", "4 Mar")
    assert drawn(count(5), count(22), verdict=Verdict.UPDATE).lines == ()


def test_letters_go_on_after_z():
    assert [letter(0), letter(25), letter(26)] == ["A", "Z", "A1"]


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=20))
def test_an_axis_keeps_the_order_and_stays_inside(values):
    axis = Axis.over(values)
    places = [axis.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(LEFT <= place <= RIGHT for place in places)


@given(st.floats(-1e9, 1e9), st.floats(0.001, 1e9))
def test_the_marks_of_an_axis_are_few_and_on_it(low, width):
    axis = Axis.over([low, low + width])
    marks = axis.marks()
    assert len(marks) <= 7
    assert all(axis.low - width / 1e6 <= mark <= axis.high + width / 1e6 for mark in marks)
