"""The cases of layout.toml, and laws that hold for every text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.calendar import datelines
from discrepancy.reading import laid_out
from discrepancy.source import Source

CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("layout.toml").read_text())["case"]
LINES = st.sampled_from(
    [
        "A ferry sank off Arn on Monday.",
        "Share",
        "ARN, May 6 (NW) - The port said it was shut.",
        "Read More",
        "",
        "Ferry sinks off Arn, five dead",
        "Last updated: 6 May 2013, 11:20 GMT",
        "- 20 men",
        "He said: ``It is gone. ''",
        "© 2013 Arn Post",
        "# Heading",
        "Comments (4)",
        "The captain, who has been at sea for 20 years, said that he\nhad never seen the like.",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(LINES, max_size=30).map("\n".join))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case):
    source = laid_out(Source(id="a", text=case["text"]))
    assert source.layout is not None
    kept = [span.of(source.text) for span in source.layout.paragraphs]
    headline = source.layout.headline
    assert (headline.of(source.text) if headline else "", kept) == (case["headline"], case["kept"])


@given(TEXTS)
def test_spans_lie_in_order_and_sentences_within_paragraphs(text):
    layout = laid_out(Source(id="a", text=text)).layout
    for spans in (layout.paragraphs, layout.sentences):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))
    for sentence in layout.sentences:
        assert any(paragraph.holds(sentence) for paragraph in layout.paragraphs)


@given(TEXTS)
def test_sentences_hold_all_words_of_the_paragraphs_but_datelines(text):
    layout = laid_out(Source(id="a", text=text)).layout
    words = [span.of(text) for span in layout.sentences]
    words += [
        line.span.of(text)
        for span in layout.paragraphs
        if span != layout.headline
        and (line := datelines.find(text, span))
        and not any(line.span.overlaps(sentence) for sentence in layout.sentences)
    ]
    told = sorted("".join("".join(words).split()))
    assert told == sorted("".join("".join(s.of(text).split()) for s in layout.paragraphs))


@given(TEXTS)
def test_the_headline_is_the_first_paragraph(text):
    layout = laid_out(Source(id="a", text=text)).layout
    if layout.headline is not None:
        assert layout.paragraphs[0] == layout.headline


@given(TEXTS)
def test_laying_out_twice_changes_nothing(text):
    once = laid_out(Source(id="a", text=text))
    assert laid_out(once) == once


def test_what_is_given_goes_before_what_the_page_says():
    text = "---\noutlet: Arn Post\ntitle: Ferry sinks\n---\nA ferry sank off Arn on Monday."
    source = laid_out(Source(id="a", text=text, outlet="Lund News"))
    assert (source.outlet, source.title, source.published) == ("Lund News", "Ferry sinks", None)


ARTICLE = (
    "Ferry sinks off Arn, five dead",
    "A ferry with 40 people on board sank off Arn on Monday, the coast guard said.",
    "The captain was among the dead.",
    "Windows were blown out.",
    "Divers will search the wreck on Tuesday, a spokesman said.",
)
MENU = ["Home", "World", "• Sport", "Log in", "Subscribe", "", "Menu", "Accept", "Font ResizerAa"]
ABOVE = st.lists(
    st.sampled_from([*MENU, "We use cookies to improve our website.", "News » World » Arn"]),
    max_size=12,
)
WITHIN = st.lists(
    st.sampled_from(
        [
            "",
            "Advertisement",
            "Share",
            "Read more: Lund port closed for 3 days",
            "345 Shares",
            "2 min read",
            "Image source, Lund Pictures",
            "Getty Images",
            "Updated 3 hours ago",
        ]
    ),
    max_size=4,
)
BELOW = st.lists(
    st.sampled_from(
        [
            *MENU,
            "You Might Also Like",
            "Court acquits 10 persons in riot case",
            "3 Min Read",
            "© 2013 Arn Post. All rights reserved.",
            "Tags: ferry, Arn",
            "Sign up for our newsletter and get 5 stories a day.",
            "By Ann Ode",
            "https://www.example.org/1",
            "172.31.16.1",
        ]
    ),
    max_size=12,
)


@given(ABOVE, st.lists(WITHIN, min_size=4, max_size=4), BELOW)
def test_furniture_around_and_between_leaves_the_article_as_it_is(above, within, below):
    between = [
        line for part, found in zip(within, ARTICLE[1:], strict=True) for line in [*part, found]
    ]
    text = "\n".join([*above, ARTICLE[0], *between, *below])
    layout = laid_out(Source(id="a", text=text)).layout
    assert tuple(span.of(text) for span in layout.paragraphs) == ARTICLE
    assert layout.headline.of(text) == ARTICLE[0]
