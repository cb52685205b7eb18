"""The dates that are read from sentences, by cases, and what holds for every text."""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import reading
from discrepancy.calendar import edtf, written_dates
from discrepancy.claims import DateClaim
from discrepancy.extraction import dates
from discrepancy.source import Layout, Source
from discrepancy.span import Span

CASES = tomllib.loads((Path(__file__).parent / "cases" / "dates.toml").read_text("utf-8"))["case"]
PUBLISHED = "2024-10-24"


def read(text: str, published: str = PUBLISHED) -> tuple[DateClaim, ...]:
    day = date.fromisoformat(published) if published else None
    return tuple(dates.read(reading.laid_out(Source(id="a", text=text, published=day)), ()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    claims = read(case["text"], case.get("published", PUBLISHED))
    assert [[claim.text, claim.value.edtf or ""] for claim in claims] == case["expected"]
    if "bounds" in case:
        assert [claim.bound for claim in claims] == case["bounds"]
    if "alternatives" in case:
        assert list(claims[0].alternatives) == case["alternatives"]
    if "absent" in case:
        assert [claim.absent or "" for claim in claims] == case["absent"]


WORDS = re.findall(
    r"\S+",
    """in since by until May June 5 05 2023 1998 Monday last next this week month year the of to and
    ago two days before after later early mid late end 03/04/2024 -53 quarter second half summer
    3-5 , . ' Christmas 1990s day will was on from between 2024-02-30 99 Q3 18th""",
)


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["", PUBLISHED]))
def test_every_claim_stands_on_its_words(words: list[str], published: str) -> None:
    text = " ".join(words)
    day = date.fromisoformat(published) if published else None
    whole = Layout(sentences=(Span(start=0, end=len(text)),))
    claims = tuple(dates.read(Source(id="a", text=text, published=day, layout=whole), ()))
    for claim in claims:
        assert claim.text == claim.span.of(text) != ""
        if claim.value.edtf is not None:
            edtf.interval(claim.value.edtf)
    for one, next_one in pairwise(claims):
        assert one.span.end <= next_one.span.start


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_full_date_means_itself_in_every_form(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%b. %d %Y", "%Y-%m-%d", "%Y/%m/%d"):
        found = list(written_dates.find(f"It sank on {day.strftime(form)} off Arn."))
        assert [one.edtf for one in found] == [day.isoformat()]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31)), st.integers(0, 6))
def test_a_bare_weekday_is_within_the_week_before(day: date, number: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number]
    (claim,) = read(f"The ferry sank on {name} off Arn.", day.isoformat())
    meant = date.fromisoformat(claim.value.edtf or "")
    assert meant.weekday() == number
    assert 0 <= (day - meant).days < 7


def test_a_weekday_that_the_days_of_printing_leave_open_is_the_one_that_they_settle() -> None:
    text = "Voters go to the polls Sunday. All the names in Sunday's election are known."
    source = reading.laid_out(Source(id="a", text=text))
    read_within = dates.within(source, (date(2024, 10, 20), date(2024, 10, 26)))
    assert [claim.value.edtf for claim in read_within.settled] == ["2024-10-20", "2024-10-20"]


@pytest.mark.parametrize(
    "unit",
    ["in the ", "May 5 ", "1990 ", "two days and ", "5/5/", "early ", "to May ", "that year "],
)
def test_time_grows_with_the_text(unit: str, growth: Any) -> None:
    def work(times: int) -> Callable[[], object]:
        text = unit * times
        source = Source(id="a", text=text, layout=Layout(sentences=(Span(start=0, end=len(text)),)))
        return lambda: tuple(dates.read(source, ()))

    assert growth(work, 200) < 4


PIECES = (
    "5 May|May 5, 2020|İ|in March|they may|2024-10-24|3/4/2024|x|Mon|second|the fourth of July|"
    "Tuesday, 24 October|\n|$5|1,200|Dec31"
)


@given(st.lists(st.sampled_from(PIECES.split("|"))))
def test_dates_are_written_where_the_whole_pattern_finds_them(pieces: list[str]) -> None:
    text = " ".join(pieces)
    tried = [found.span() for found in written_dates._shaped(text, 0, len(text))]
    assert tried == [found.span() for found in written_dates._shape().finditer(text)]
