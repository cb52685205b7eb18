"""The ladder of figures as it is built for speed: what it passes over could not have held."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

import discrepancy as dx
from discrepancy import comparison
from discrepancy.comparison.figures import quantities
from discrepancy.comparison.figures.sides import KEPT, side
from discrepancy.comparison.rulings import Ruling, shown
from discrepancy.comparison.votes import verdicts
from discrepancy.group import Group, Link

UNITS = ("kilometer", "mile", "nautical_mile", "degree_Celsius", "degree_Fahrenheit", "USD", None)

FIGURES = st.builds(
    lambda digits, power, unit, bound, day: dx.claim(
        Decimal(digits).scaleb(power),
        unit=unit,
        bound=bound,
        measurand="size",
        source="a",
        as_of=day,
    ),
    st.integers(-40, 1200),
    st.integers(-2, 3),
    st.sampled_from(UNITS),
    st.sampled_from(("=", "~", ">=", "<", None)),
    st.sampled_from((None, "2024-05-01", "2024-05-09")),
)


@settings(max_examples=300, deadline=None)
@given(FIGURES, FIGURES)
def test_no_rung_that_is_passed_over_would_have_held(a, b):
    found = quantities.compare(a, b)
    first_look = quantities._are_near
    try:
        quantities._are_near = lambda one, there: True
        assert quantities.compare(a, b) == found
    finally:
        quantities._are_near = first_look


@settings(max_examples=60, deadline=None)
@given(FIGURES, FIGURES)
def test_the_door_says_what_the_house_says(a, b):
    told = comparison.judged(a, b)
    assert isinstance(told, Ruling)
    assert dx.compare(a, b) == shown(told)
    assert dx.compare(a, b).model_dump() == told._asdict()


def test_a_claim_is_made_ready_once_and_never_taken_for_another():
    first = dx.claim("3 km", measurand="range", source="a")
    assert side(first) is side(first)
    for figure in range(KEPT + 2):  # more than are kept: each is still the side of its own claim
        other = dx.claim(figure, measurand="range", source="a")
        assert side(other).low == figure
    assert side(first).claim is first
    assert side(first.model_copy()) is not side(first)


def test_what_rows_say_alike_is_judged_once_and_counted_for_each():
    asked = []

    def compare(a, b):
        asked.append((a.source, b.source))
        return comparison.judged(a, b)

    told = [dx.claim(n, measurand="killed", source=s) for s in "abcd" for n in (6, 9)]
    group = Group("quantity", tuple(told), (Link(told[0], told[1], 5.0),))
    _, judged = verdicts(group, compare)
    assert [found.verdict.value for _, _, _, found, _, _ in judged] == ["conflict"]
    assert len(asked) == 2  # two sources, and one source that gives both
