"""Context: cases with a marked figure, and the laws that hold for any text."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.claims import Category, DateClaim, DateValue, QuantityClaim, QuantityValue
from discrepancy.english.acts import acts_of
from discrepancy.english.clauses import clauses_of
from discrepancy.english.predicates import table
from discrepancy.extraction.context import situate
from discrepancy.source import Layout, Source
from discrepancy.span import Span

_MARKED = re.compile(r"<([^|>]+)(?:\|\s?([^>]+))?>")


def _cases(topic):
    path = Path(__file__).parent / "cases" / f"{topic}.toml"
    return tomllib.loads(path.read_text("utf-8"))["case"]


def _source(text, *, headed=False):
    """The text as one paragraph a line, one sentence a line, the first one its headline."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Span(start=start, end=start + len(line)))
        start += len(line) + 1
    headline = lines[0] if headed else None
    layout = Layout(headline=headline, paragraphs=tuple(lines), sentences=tuple(lines))
    return Source(id="a", text=text, published=date(2013, 7, 3), layout=layout)


def _marked(case):
    """The text without its marks, and a claim for each figure that was marked."""
    text, claims, last = "", [], 0
    for found in _MARKED.finditer(case["text"]):
        text += case["text"][last : found.start()]
        start = len(text)
        text += found[1]
        span, noun = Span(start=start, end=len(text)), None
        if found[2]:
            text += " " + found[2]
            noun = Span(start=span.end + 1, end=len(text))
        last = found.end()
        claims.append((span, noun))
    text += case["text"][last:]
    return text, tuple(_figure(text, case, span, noun) for span, noun in claims)


def _figure(text, case, span, noun):
    unit = case.get("unit", "person")
    return QuantityClaim(
        source="a",
        span=span,
        text=span.of(text),
        value=QuantityValue(low=Decimal(1), high=Decimal(1), unit=unit),
        category=Category(case.get("category", "count")),
        noun=noun,
    )


@pytest.mark.parametrize("case", _cases("predicates"), ids=lambda case: case["title"])
def test_each_figure_is_governed_by_its_own_event(case):
    text, claims = _marked(case)
    found = [claim.context.predicate or "" for claim in situate(_source(text), claims)]
    assert found == case["expected"], case["why"]


@pytest.mark.parametrize("case", _cases("context"), ids=lambda case: case["title"])
def test_what_surrounds_a_figure_is_read(case):
    if "lead" in case:
        case = case | {"text": case["lead"] + "\n" + case["text"]}
    text, claims = _marked(case)
    others = tuple(_figure(text, {}, _at(text, words), None) for words in case.get("before", ()))
    claim = situate(_source(text), (*claims, *others))[-1]
    found = claim.context.model_dump(mode="json")
    found["clause"] = claim.context.clause.of(text).strip()
    assert {key: found[key] for key in case["expected"]} == case["expected"], case["why"]


@pytest.mark.parametrize("case", _cases("frames"), ids=lambda case: case["title"])
def test_time_frames_are_set_by_adverbials_only(case):
    assert [context.frame or "" for context in _dated(case)] == case["expected"], case["why"]


@pytest.mark.parametrize("case", _cases("held"), ids=lambda case: case["title"])
def test_a_figure_holds_from_the_day_it_was_told_or_happened(case):
    assert [context.as_of for context in _dated(case)] == case["expected"], case["why"]


def _dated(case):
    """The contexts of the marked figures, read beside the dates that the case gives."""
    text, claims = _marked(case)
    dates = tuple(
        DateClaim(source="a", span=span, text=words, value=DateValue(edtf=edtf))
        for words, edtf in case["dates"].items()
        for span in _all(text, words)
    )
    found = situate(_source(text, headed="headed" in case), (*claims, *dates))
    return [claim.context for claim in found if claim.kind == "quantity"]


def _at(text, words):
    return _all(text, words)[0]


def _all(text, words):
    return [Span(start=m.start(), end=m.end()) for m in re.finditer(re.escape(words), text)]


@pytest.mark.parametrize("row", table(), ids=lambda row: f"{row.id}: {row.sample}")
def test_the_sample_of_a_class_holds_a_word_of_it(row):
    named = {event.id for word in acts_of(row.sample) for event in word.events}
    roles = {noun for noun in row.roles.split() if noun in row.sample.lower()}
    assert row.id in named or roles or row.placed, row.sample


@given(st.text())
def test_clauses_are_the_whole_sentence_in_order(text):
    words = acts_of(text)
    assert [word for clause in clauses_of(words) for word in clause] == words


@given(
    st.lists(
        st.sampled_from(("Five people died", " and ", "seven were hurt", ", ", "2004 ")), max_size=8
    )
)
def test_a_claim_lies_in_its_clause_and_its_clause_in_its_sentence(parts):
    text = "".join(parts)
    spans = [Span(start=m.start(), end=m.end()) for m in re.finditer(r"Five|seven|2004", text)]
    claims = tuple(_figure(text, {}, span, None) for span in spans)
    for claim in situate(_source(text), claims):
        assert claim.context.clause.holds(claim.span)
        assert claim.context.sentence.holds(claim.context.clause)


def test_claims_outside_any_sentence_are_kept_in_text_order():
    text = "9 dead\n\n7 hurt"
    spans = (Span(start=8, end=9), Span(start=0, end=1))
    claims = tuple(_figure(text, {}, span, None) for span in spans)
    found = situate(Source(id="a", text=text), claims)
    assert [claim.span.start for claim in found] == [0, 8]
    assert all(claim.context is not None for claim in found)


def test_a_count_up_to_a_past_day_holds_on_that_day():
    text = "By Monday five people had died, police said on Tuesday."
    figure = _figure(text, {}, Span(start=10, end=14), None)
    days = [
        DateClaim(
            source="a",
            span=Span(start=at, end=at + len(day)),
            text=day,
            value=DateValue(edtf=edtf),
            bound=bound,
        )
        for day, at, edtf, bound in (
            ("Monday", 3, "2013-07-01", "<="),
            ("Tuesday", 47, "2013-07-02", "="),
        )
    ]
    [count] = [c for c in situate(_source(text), (figure, *days)) if c.kind == "quantity"]
    assert count.context.as_of == "2013-07-01"
