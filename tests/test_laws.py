"""Laws that hold for every input, as properties over generated texts, claims and stories."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from num2words import num2words
from pydantic import TypeAdapter

import discrepancy as dx
from discrepancy.alignment.company import SHORT
from discrepancy.calendar import edtf
from discrepancy.claims import Bound, Category, Claim, DateClaim, QuantityClaim, TimeClaim
from discrepancy.finding import Report, Verdict
from discrepancy.gathering.keys import content
from discrepancy.measures import units
from discrepancy.source import Source
from discrepancy.testing import assert_conflict
from discrepancy.testing import strategies as news

_CLAIM = TypeAdapter(Claim)

# Words and signs that extractors look for, so that generated text meets their rules.
SAMPLE = """about at least more than between and 3 17 1,200 2.5 million dozen two-thirds % $ € £ km
people dead killed injured on Tuesday June 2024 03/04/2024 7:11 a.m. GMT since by said the miles
“we will go” "no" Mr Mrs Gen. denied confirmed not . , ; : — – - ( ) ’ & … first last week"""
PIECES = st.sampled_from((*SAMPLE.split(), "\n", "\n\n", "\u00a0"))
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.text(max_size=200),
    st.builds("".join, st.lists(st.one_of(PIECES, st.characters(codec="utf-8")), max_size=60)),
)
DAYS = st.none() | news.days()


@settings(max_examples=300)
@given(TEXTS, DAYS)
def test_every_claim_stands_on_its_words_in_text_order(text, published):
    claims = dx.extract(text, published=published)
    assert [claim.span.of(text) for claim in claims] == [claim.text for claim in claims]
    assert [claim.span for claim in claims] == sorted(claim.span for claim in claims)
    for claim in claims:
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert claim.context is not None
        if claim.kind != "quote":  # one quotation may run over several sentences
            assert claim.context.sentence.holds(claim.context.clause)


@settings(max_examples=100)
@given(TEXTS.filter(str.strip))
def test_the_layout_is_in_order_and_inside_the_text(text):
    (laid,) = dx.read(Source(id="a.txt", text=text))
    assert laid.text == text
    for spans in (laid.layout.paragraphs, laid.layout.sentences):
        assert all(span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    for sentence in laid.layout.sentences:
        assert any(paragraph.holds(sentence) for paragraph in laid.layout.paragraphs)


def _pairs(claims):
    return st.tuples(claims, claims)


SAME_KIND = st.one_of(
    _pairs(news.quantity_claims()),
    _pairs(news.quantity_claims(category=Category.MEASURE)),
    _pairs(news.quantity_claims(category=Category.COUNT)),
    _pairs(news.date_claims()),
    _pairs(news.time_claims()),
    _pairs(news.quote_claims()),
    _pairs(news.status_claims()),
    _pairs(news.name_claims()),
)


@settings(max_examples=300)
@given(SAME_KIND)
def test_the_verdict_does_not_depend_on_who_is_named_first(pair):
    a, b = pair
    there, back = dx.compare(a, b), dx.compare(b, a)
    assert (there.verdict, there.level) == (back.verdict, back.level)


@settings(max_examples=200)
@given(news.claims())
def test_a_claim_agrees_with_itself(claim):
    assert dx.compare(claim, claim).verdict is Verdict.AGREEMENT


CONVERSIONS = [("kilometer", "meter"), ("hour", "minute"), ("metric_ton", "kilogram")]


def _quantity(claim, **fields):
    return claim.model_copy(update={"value": claim.value.model_copy(update=fields)})


@pytest.mark.parametrize(("unit", "smaller"), CONVERSIONS)
@given(a=news.figures(1, 10**6), b=news.figures(1, 10**6), made=news.quantity_claims())
@settings(max_examples=40)
def test_the_verdict_does_not_depend_on_the_unit(unit, smaller, a, b, made):
    made = made.model_copy(update={"category": Category.MEASURE})
    first = _quantity(made, low=a, high=a, unit=unit, bound=Bound.EXACT, trend=None)
    second = _quantity(made, low=b, high=b, unit=unit, bound=Bound.EXACT, trend=None)
    assert units.convert(a, unit, smaller) is not None
    rescaled = [
        _quantity(
            claim,
            low=units.convert(claim.value.low, unit, smaller),
            high=units.convert(claim.value.high, unit, smaller),
            unit=smaller,
        )
        for claim in (first, second)
    ]
    assert dx.compare(first, second).verdict is dx.compare(*rescaled).verdict
    assert dx.compare(first, rescaled[0]).verdict is Verdict.AGREEMENT


@given(st.integers(min_value=2, max_value=10**6))
def test_the_value_does_not_depend_on_how_the_numeral_is_written(number):
    spellings = [f"{number:,}", num2words(number).replace(",", "")]
    if not 1500 <= number <= 2100:  # without a comma it may as well be a year
        spellings.append(str(number))
    for spelled in spellings:
        text = f"The count came to {spelled} containers."
        (found,) = [c for c in dx.extract(text) if isinstance(c, QuantityClaim)]
        assert (found.value.low, found.value.unit) == (number, "container"), text


# The ladder from tight to wide: each admits whatever the one before it admits.
WIDER = {Bound.EXACT: (Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST)}
FITTING = (Verdict.AGREEMENT, Verdict.ROUNDING, Verdict.COMPATIBLE)


@settings(max_examples=300)
@given(
    _pairs(news.quantity_claims(category=Category.COUNT, bounds=(Bound.EXACT, Bound.ABOUT))),
    st.sampled_from(WIDER[Bound.EXACT]),
    st.booleans(),
)
def test_widening_a_bound_never_makes_a_conflict(pair, wider, close):
    """An open bound widens on its one side: "at least 12" says more below than "12" does."""
    a, b = (_quantity(claim, unit="person", trend=None) for claim in pair)
    if close:
        b = _quantity(b, low=a.value.low, high=a.value.high)
    low, high = sorted((a.value.low, b.value.low))
    first, second = (high, low) if wider is Bound.AT_MOST else (low, high)
    a, b = _quantity(a, low=first, high=first), _quantity(b, low=second, high=second)
    before = dx.compare(a, b).verdict
    assume(before in FITTING and a.value.bound is Bound.EXACT)
    assert dx.compare(_quantity(a, bound=wider), b).verdict in FITTING


@given(news.quantity_claims(category=Category.COUNT, bounds=(Bound.RANGE,)), st.data())
def test_a_range_fits_every_figure_in_it(ranged, data):
    ranged = _quantity(ranged, unit="person", trend=None)
    figure = data.draw(st.decimals(ranged.value.low, ranged.value.high, places=1))
    inside = _quantity(ranged, low=figure, high=figure, bound=Bound.EXACT)
    assert dx.compare(ranged, inside).verdict in FITTING


@given(news.edtf_dates())
def test_a_period_contains_itself_and_its_first_and_last_day(period):
    first, last = edtf.interval(period)
    assert first <= last
    assert edtf.contains(period, period)
    assert edtf.contains(period, first.isoformat())
    assert edtf.contains(period, last.isoformat())
    assert edtf.days_apart(period, period) == 0


@given(news.edtf_dates(), news.edtf_dates())
def test_periods_overlap_or_are_days_apart(a, b):
    assert edtf.overlap(a, b) == edtf.overlap(b, a)
    assert edtf.days_apart(a, b) == edtf.days_apart(b, a)
    assert edtf.overlap(a, b) == (edtf.days_apart(a, b) == 0)
    if edtf.contains(a, b):
        assert edtf.overlap(a, b)


@given(news.days(), news.days())
def test_the_days_of_an_interval_are_written_and_read_back(a, b):
    first, last = sorted((a, b))
    assert edtf.interval(edtf.of_days(first, last)) == (first, last)


@given(news.date_claims(), st.data())
def test_a_day_inside_a_period_does_not_conflict_with_it(claim, data):
    first, last = edtf.interval(claim.value.edtf)
    day = data.draw(st.dates(first, last)).isoformat()
    inside = claim.model_copy(update={"value": claim.value.model_copy(update={"edtf": day})})
    assert dx.compare(claim, inside).verdict is not Verdict.CONFLICT


@given(st.times(), st.integers(min_value=-11, max_value=12))
def test_one_moment_in_two_zones_is_one_moment(clock, hours):
    here = f"{clock:%H:%M}"
    there = f"{(clock.hour + hours) % 24:02}:{clock:%M}"
    sign = "+" if hours >= 0 else "-"
    utc = TimeClaim.model_validate(_time_claim(here, "Z"))
    local = TimeClaim.model_validate(_time_claim(there, f"{sign}{abs(hours):02}:00"))
    assert dx.compare(utc, local).verdict in FITTING


def _time_claim(clock, zone):
    return {
        "source": "a.txt",
        "span": {"start": 0, "end": len(clock)},
        "text": clock,
        "value": {"time": clock, "zone": zone},
    }


@given(news.claims())
def test_a_claim_survives_json(claim):
    assert _CLAIM.validate_json(_CLAIM.dump_json(claim)) == claim


@pytest.mark.parametrize("day", ["2024-02-29", "1999-12-31", "2000-01-01", "2023-03-01"])
def test_calendar_edges_are_read_as_they_are_written(day):
    written = date.fromisoformat(day)
    text = f"It opened on {written.day} {written:%B %Y}."
    (found,) = [claim for claim in dx.extract(text) if isinstance(claim, DateClaim)]
    assert found.value.edtf == day


# ---- whole stories ----------------------------------------------------------------------------


def _told(report):
    """What a report says, without the places where it says it."""
    return sorted(
        (finding.verdict, finding.kind, *sorted(str(r.value) for r in finding.readings))
        for finding in report.findings
    )


@settings(max_examples=40)
@given(news.stories())
def test_planted_conflicts_are_found_and_planted_agreements_are_not_flagged(story):
    report = dx.check(story.sources)
    for planted in story.conflicts:
        assert_conflict(report, planted.stated, planted.changed)
    agreed = [planted for planted in story.planted if planted.changed is None]
    told = {
        place.text
        for finding in report.findings
        for reading in finding.readings
        for place in reading.claims
    }
    assert len(report.conflicts) == len(story.conflicts), told
    assert agreed or told


@settings(max_examples=20)
@given(news.stories(), st.randoms(use_true_random=False))
def test_a_report_does_not_depend_on_the_order_of_the_documents(story, chance):
    shuffled = list(story.sources)
    chance.shuffle(shuffled)
    assert dx.check(shuffled).findings == dx.check(story.sources).findings


@settings(max_examples=20)
@given(news.stories())
def test_a_report_does_not_depend_on_a_document_that_says_nothing_of_it(story):
    other = Source(id="other.txt", text="The choir sang old songs in the hall.")
    assert _told(dx.check((*story.sources, other))) == _told(dx.check(story.sources))


FOREIGN = (
    (
        "The orchard at Grell lost 340 trees to frost in May, its keeper Hanna Orlik said. "
        "Replanting them costs 12,000 euros and takes four autumns. Visitors may walk again."
    ),
    (
        "Four climbers were injured and 9 people killed when an avalanche hit a hut above "
        "Sannevelle on 14 February. The rescuers dug for 30 hours beneath a glacier wall."
    ),
    (
        "Shares in Tolvane Foods closed 4.9 percent lower after its soups were recalled; "
        "analysts had expected a quarterly profit of $3 billion and a dividend of two dollars."
    ),
)
"""Texts of other stories, with figures of their own."""

FOREIGN += tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.md"))[:1]
)


@settings(max_examples=3)
@given(news.stories(), st.lists(st.sampled_from(FOREIGN), min_size=1, max_size=3, unique=True))
def test_documents_of_other_stories_remove_no_finding_and_add_no_reading(story, foreign):
    # what says less than SHORT may be of any story
    assume(all(len(content(source.text)) >= SHORT for source in story.sources))
    others = [Source(id=f"other-{at}.txt", text=text) for at, text in enumerate(foreign)]
    apart = {source.id for source in others}
    alone = dx.check(story.sources)
    mixed = dx.check((*others, *story.sources))
    told = {one.id: one for one in mixed.findings}
    for finding in alone.findings:
        assert finding.id in told
        assert told[finding.id].readings == finding.readings
        assert told[finding.id].confidence == finding.confidence
    assert all(_documents(one) <= apart or not _documents(one) & apart for one in told.values())


def _documents(finding):
    return {place.document for reading in finding.readings for place in reading.claims}


@settings(max_examples=20)
@given(news.stories())
def test_a_report_does_not_depend_on_what_stands_before_and_after(story):
    padded = [
        source.model_copy(
            update={"text": f"The weather was mild.\n\n{source.text}\nNobody was surprised.\n"}
        )
        for source in story.sources
    ]
    assert _told(dx.check(padded)) == _told(dx.check(story.sources))


@settings(max_examples=20)
@given(news.stories())
def test_findings_cite_the_words_of_their_sources(story):
    report = dx.check(story.sources)
    texts = {source.id: source.text for source in report.sources}
    for finding in report.findings + report.corroborated:
        for reading in finding.readings:
            for place in reading.claims:
                assert texts[place.document][place.start : place.end] == place.text


@settings(max_examples=20)
@given(news.stories())
def test_a_report_survives_json(story):
    report = dx.check(story.sources)
    again = Report.model_validate_json(report.model_dump_json())
    assert again.model_dump_json() == report.model_dump_json()
    assert again.findings == report.findings


@pytest.mark.parametrize("hedge", ["", "about ", "at least ", "at most "])
@pytest.mark.parametrize(("low", "high"), [(11, 12), (97, 100), (122, 120), (38, 39)])
def test_an_open_bound_is_wide_on_one_side(hedge, low, high):
    """What "100" leaves open below, "at least 100" does not; above it leaves open all."""
    low, high = sorted((low, high))
    open_above = dx.compare(f"at least {low} people", f"{hedge}{high} people").verdict
    open_below = dx.compare(f"at most {high} people", f"{hedge}{low} people").verdict
    assert open_above in FITTING
    assert open_below in FITTING
