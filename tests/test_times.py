"""The clock times that are read from sentences, by cases, and the zones they are stated in."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import reading
from discrepancy.calendar import zones
from discrepancy.claims import TimeClaim
from discrepancy.extraction import times
from discrepancy.source import Source

CASES = tomllib.loads((Path(__file__).parent / "cases" / "times.toml").read_text("utf-8"))["case"]


def read(text: str) -> tuple[TimeClaim, ...]:
    return tuple(times.read(reading.laid_out(Source(id="a", text=text)), ()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    claims = read(case["text"])
    found = [[c.text, c.value.time, c.value.until or "", c.value.zone or ""] for c in claims]
    assert found == case["expected"]
    if "bounds" in case:
        assert [claim.value.bound for claim in claims] == case["bounds"]


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    (twelve,) = read(f"The ferry sank at {(hour - 1) % 12 + 1}:{minute:02} {half} off Arn.")
    (four,) = read(f"The ferry sank at {hour:02}{minute:02} GMT off Arn.")
    assert twelve.value.time == four.value.time == f"{hour:02}:{minute:02}"


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("GMT", 0),
        ("Z", 0),
        ("EDT", -4),
        ("+07:00", 7),
        ("UTC-5", -5),
        ("GMT+0530", 5.5),
        ("Greenwich Mean Time", 0),
        ("Eastern Daylight Time", -4),
        ("Indian Standard Time", 5.5),
        ("Moscow time", 3),
    ],
)
def test_offset(zone: str, hours: float) -> None:
    assert zones.offset(zone) == timedelta(hours=hours)


@pytest.mark.parametrize("zone", ["IST", "local time", "London time", "Eastern time", "", None])
def test_what_does_not_settle_the_offset(zone: str | None) -> None:
    assert zones.offset(zone) is None


@pytest.mark.parametrize(
    ("here", "there", "hours"),
    [
        ("Eastern time", "Pacific time", 3),
        ("ET", "central time", 1),
        ("PT", "MT", -1),
        ("GMT", "Eastern Standard Time", 5),
        ("BST", "GMT", 1),
    ],
)
def test_how_far_apart_two_zones_lie(here: str, there: str, hours: int) -> None:
    assert zones.apart(here, there) == timedelta(hours=hours)


@pytest.mark.parametrize("other", ["GMT", "local time", "Moscow time", None])
def test_a_zone_that_leaves_summer_open_lies_no_known_way_from_others(other: str | None) -> None:
    assert zones.apart("Eastern time", other) is None
