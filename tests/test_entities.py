"""Who and what a text names: cases as data, and laws that hold for every text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extraction.names.entities import entities_of
from discrepancy.reading import laid_out
from discrepancy.source import Layout, Source
from discrepancy.span import Span

CASES = tomllib.loads((Path(__file__).parent / "cases" / "entities.toml").read_text("utf-8"))[
    "case"
]

PARTS = ["Hale", "said", "of", "the", "A.", "Mr.", "al-Arn", "X9", "’s", "“", ".", ",", "né", "US"]


def _named(text):
    return entities_of(laid_out(Source(id="a", text=text)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_named(case):
    found = _named(case["text"])
    told = [
        {
            key: value
            for key in ("text", "type", "title", "role", "full")
            if (value := getattr(entity, key)) is not None
        }
        for entity in found
    ]
    assert told == case["names"], case["why"]


@given(st.lists(st.sampled_from(PARTS), max_size=20))
def test_spans_hold_the_names_in_order(parts):
    text = " ".join(parts)
    span = Span(start=0, end=len(text))
    found = entities_of(Source(id="a", text=text, layout=Layout(sentences=(span,))))
    assert [entity.span.of(text) for entity in found] == [entity.text for entity in found]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_a_text_that_was_not_laid_out_names_nobody():
    assert entities_of(Source(id="a", text="Mara Hale left.")) == ()


@pytest.mark.parametrize("words", ["Hale said of Arn. ", "of the ", "A ", "Hale of ", "Mr. "])
def test_time_grows_with_the_text_alone(words, growth):
    def work(copies):
        text = words * copies
        span = Span(start=0, end=len(text))
        source = Source(id="a", text=text, layout=Layout(sentences=(span,)))
        return lambda: entities_of(source)

    assert growth(work, 1000) < 4
