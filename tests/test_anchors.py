"""When documents that do not tell their day were printed, by the story they stand in."""

import tomllib
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.extraction import story_days
from discrepancy.reading.layout import laid_out
from discrepancy.source import Source

CASES = tomllib.loads((Path(__file__).parent / "cases" / "anchors.toml").read_text("utf-8"))["case"]
IDS = [case["title"] for case in CASES]


def _sources(case):
    return [
        laid_out(
            Source(id=f"{number}.txt", text=doc["text"], published=doc.get("published")),
            cleaned=True,
        )
        for number, doc in enumerate(case["doc"])
    ]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_document_is_of_the_days_its_story_says(case):
    found = story_days.anchored(_sources(case))
    assert [source.anchor or "" for source in found] == [
        doc.get("anchor", "") for doc in case["doc"]
    ]
    assert all(bool(source.anchor) == bool(source.anchored_by) for source in found)
    for source, doc in zip(found, case["doc"], strict=True):
        dates = [claim.value.edtf or "" for claim in dx.extract(source) if claim.kind == "date"]
        assert dates == doc.get("dates", dates)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_the_order_of_the_documents_does_not_matter(case):
    sources = _sources(case)
    assert story_days.anchored(sources[::-1]) == story_days.anchored(sources)[::-1]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_documents_that_tell_their_day_are_left_as_they_are(case):
    dated = [source for source in _sources(case) if source.published]
    assert story_days.anchored(dated) == tuple(dated)


def test_the_report_says_which_day_was_inferred_and_why():
    case = next(case for case in CASES if case["title"] == "what another document dates")
    notes = dx.check(_sources(case)).notes
    assert (
        "1.txt tells no day; taken to be printed 6 January 2009 to 12 January 2009, "
        'because 0.txt dates what it tells of "Tuesday" to 2009-01-06.'
    ) in notes


def test_a_date_that_an_anchor_settles_is_still_a_relative_one():
    case = next(case for case in CASES if case["title"] == "what another document dates")
    _, undated = story_days.anchored(_sources(case))
    (day,) = (claim for claim in dx.extract(undated) if claim.kind == "date")
    assert day.relative
