"""The figures that are read from sentences, by cases, and what holds for every text."""

import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.claims import DateClaim, DateValue, QuantityClaim
from discrepancy.english.numbers.numerals import numeral
from discrepancy.english.tokens import Tokens
from discrepancy.extraction import figures
from discrepancy.source import Source
from discrepancy.span import Span


def cases(topic: str) -> list[dict[str, Any]]:
    path = Path(__file__).parent / "cases" / f"{topic}.toml"
    found: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get("case", [])
    return found


def read(text: str, *taken: DateClaim) -> tuple[QuantityClaim, ...]:
    return tuple(figures.read(Source(id="a", text=text), taken))


def number(value: Decimal) -> str:
    """Six decimals at most, no trailing noughts, no exponent."""
    return f"{round(value, 6).normalize():f}"


def told(claim: QuantityClaim) -> list[str]:
    value = claim.value
    figure = number(value.low)
    if value.low != value.high:
        figure += f"..{number(value.high)}"
    if value.unit:
        figure += f" {value.unit}"
    bound = value.bound + (f" {value.trend}" if value.trend else "")
    return [claim.text, figure, bound, claim.category]


def titled(case: dict[str, Any]) -> str:
    return str(case["title"])


@pytest.mark.parametrize("case", cases("quantities"), ids=titled)
def test_case(case: dict[str, Any]) -> None:
    claims = read(case["text"])
    assert [told(claim) for claim in claims] == case["expected"]
    for name in ("hedge", "converts", "part_of"):
        spans = [getattr(claim, name) for claim in claims]
        stated = [span.of(case["text"]) if span else "" for span in spans]
        assert stated == case.get(name, [""] * len(claims)), name


@pytest.mark.parametrize("case", cases("negative"), ids=titled)
def test_no_figure(case: dict[str, Any]) -> None:
    assert [told(claim) for claim in read(case["text"])] == []


@pytest.mark.xfail(strict=True, reason="not yet read; see why in the case")
@pytest.mark.parametrize("case", cases("known-failures"), ids=titled)
def test_known_failure(case: dict[str, Any]) -> None:
    assert [told(claim) for claim in read(case["text"])] == case["expected"]


@pytest.mark.parametrize("case", cases("numerals"), ids=titled)
def test_numeral(case: dict[str, Any]) -> None:
    tokens = Tokens(case["text"])
    found = numeral(tokens, 0)
    top, _, bottom = case["value"].partition("/")
    assert found is not None
    assert found.low == Decimal(top) / Decimal(bottom or 1)
    assert found.last == len(tokens)


def test_dates_are_left_alone() -> None:
    text = "On 5 May 12 people fled."
    date = DateClaim(
        source="a", span=Span(start=3, end=8), text="5 May", value=DateValue(edtf="2024-05-05")
    )
    assert [claim.text for claim in read(text, date)] == ["12"]


def test_the_noun_is_spanned_with_its_modifiers() -> None:
    text = "They saw 3,000 North Korean troops."
    (claim,) = read(text)
    assert claim.noun is not None
    assert claim.noun.of(text) == "North Korean troops"


WORDS = re.findall(
    r"\S+",
    """3 3,000 2.5m $5 -5 one two hundred thousand million half a third dozen of the people men km
    percent % per year years old , . ( ) - – to and or between about at least more than rose fell
    by Name 2016 10-15 1/2 ½ 5' 3" x no were killed in no-one € EUR 0161 7:11 'x' “ ” U.S. 12th""",
)


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from([" ", "", "  "]))
def test_every_claim_stands_on_its_words(words: list[str], gap: str) -> None:
    text = gap.join(words)
    claims = read(text)
    for claim in claims:
        assert claim.text == claim.span.of(text) != ""
        assert claim.value.low <= claim.value.high
        for span in (claim.hedge, claim.noun, claim.converts, claim.part_of):
            assert span is None or span.of(text).strip() == span.of(text) != ""
    for left, right in pairwise(claims):
        assert left.span.end <= right.span.start


@given(st.text(alphabet="0123456789.,-/½² \n$%aex'\"", max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    for claim in read(text):
        assert claim.value.low.is_finite()


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_words_and_digits_say_the_same(value: int) -> None:
    num2words = pytest.importorskip("num2words").num2words
    written, digits = Tokens(num2words(value).replace(",", "")), Tokens(f"{value:,}")
    in_words, in_digits = numeral(written, 0), numeral(digits, 0)
    assert in_words is not None
    assert in_digits is not None
    assert in_words.low == in_digits.low == value
    assert in_words.last == len(written)


@given(st.integers(min_value=2, max_value=999_999), st.sampled_from(["crates", "men", "km"]))
def test_text_before_a_figure_moves_its_span_alone(value: int, noun: str) -> None:
    text = f"{value:,} {noun} were seen"
    (alone,) = read(text)
    (moved,) = read("Yesterday, as we heard, " + text)
    assert alone.value == moved.value
    assert alone.text == moved.text


@pytest.mark.parametrize("case", cases("adversarial"), ids=titled)
def test_time_grows_with_the_length_alone(case: dict[str, Any], growth: Any) -> None:
    def work(length: int) -> Callable[[], object]:
        text = (case["piece"] * (length // len(case["piece"]) + 1))[:length]
        return lambda: read(text)

    assert growth(work, 1_000) < 4
