"""Who is credited with what a text says, by cases, and what holds for every text."""

import tomllib
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy import reading
from discrepancy.extraction import credit, quotes
from discrepancy.extraction.credit import Credited
from discrepancy.source import Source
from discrepancy.span import Span

CASES = tomllib.loads((Path(__file__).parent / "cases" / "attribution.toml").read_text("utf-8"))
WORDS = """Ann Hale she he it they said told that according to police , . : " citing and but while
who the company ministry in a statement reported denied called 14 sheds burned ( ) — On Friday"""
TEXTS = st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n"]), max_size=40).map(" ".join)


def credited(text: str) -> tuple[Credited, ...]:
    source = reading.laid_out(Source(id="a", text=text))
    return credit.regions(source, tuple(quotes.read(source, ())))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    regions = credited(text)
    for words, speaker in case["expected"]:
        start = text.index(words)
        assert text.count(words) == 1, "the words must stand once"
        span = Span(start=start, end=start + len(words))
        assert (words, credit.speaker(regions, span) or "") == (words, speaker)


@settings(max_examples=300)
@given(TEXTS)
def test_stretches_lie_in_the_text_in_order_and_name_somebody(text: str) -> None:
    regions = credited(text)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in regions)
    assert all(one.speaker.strip() for one in regions)
    assert all(a.span.start <= b.span.start for a, b in pairwise(regions))


def test_a_text_without_words_of_saying_credits_nobody() -> None:
    assert credited("Two sheds burned on Friday. Ann Hale went home at noon.") == ()


@pytest.mark.parametrize(
    "piece",
    [
        "Ann Hale said two sheds burned. ",
        "he said, ",
        '"We go," she said. ',
        "according to ",
        ", a, ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str, growth: Any) -> None:
    def work(count: int) -> partial[object]:
        source = reading.laid_out(Source(id="a", text="It began. " + piece * count + "It ended."))
        return partial(credit.regions, source, tuple(quotes.read(source, ())))

    assert growth(work, 100) < 4
