"""When documents that do not tell their day were printed, by the story they stand in."""

import tomllib
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import discrepancy as dx
from discrepancy import dating
from discrepancy.reading.page.layout import laid_out
from discrepancy.source import Source

FOLDER = Path(__file__).parent / "cases"
CASES = tomllib.loads((FOLDER / "anchors.toml").read_text("utf-8"))["case"]
IDS = [case["title"] for case in CASES]
ELSEWHERE = tomllib.loads((FOLDER / "elsewhere.toml").read_text("utf-8"))["case"]


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
    found = dating.inferred(_sources(case))
    assert [source.anchor or "" for source in found] == [
        doc.get("anchor", "") for doc in case["doc"]
    ]
    assert all(bool(source.anchor) == bool(source.anchored_by) for source in found)
    for source, doc in zip(found, case["doc"], strict=True):
        dates = [claim.value.edtf or "" for claim in dx.extract(source) if claim.kind == "date"]
        assert dates == doc.get("dates", dates)


@pytest.mark.parametrize("case", ELSEWHERE, ids=[case["title"] for case in ELSEWHERE])
def test_an_open_date_is_settled_by_the_account_that_knows(case):
    for source, doc in zip(dating.inferred(_sources(case)), case["doc"], strict=True):
        dates = [claim.value.edtf or "" for claim in dx.extract(source) if claim.kind == "date"]
        assert dates == doc.get("dates", dates)


def test_the_report_says_which_account_settled_a_date():
    notes = dx.check(_sources(ELSEWHERE[0])).notes
    assert (
        '1.txt, 2.txt: "April 9" is taken to be 9 April 2012, as 0.txt tells it of the same event.'
    ) in notes


@pytest.mark.parametrize("case", [*CASES, *ELSEWHERE], ids=lambda case: case["title"])
def test_the_order_of_the_documents_does_not_matter(case):
    sources = _sources(case)
    assert dating.inferred(sources[::-1]) == dating.inferred(sources)[::-1]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_documents_that_tell_their_day_are_left_as_they_are(case):
    dated = [source for source in _sources(case) if source.published]
    assert dating.inferred(dated) == tuple(dated)


def test_the_report_says_which_day_was_inferred_and_why():
    case = next(case for case in CASES if case["title"] == "what another document dates")
    notes = dx.check(_sources(case)).notes
    assert (
        "1.txt tells no day of printing; taken to be of 6 to 12 January 2009, "
        'because 0.txt dates what it tells of "Tuesday" to 6 January 2009.'
    ) in notes


def test_a_date_that_an_anchor_settles_is_still_a_relative_one():
    case = next(case for case in CASES if case["title"] == "what another document dates")
    _, undated = dating.inferred(_sources(case))
    (day,) = (claim for claim in dx.extract(undated) if claim.kind == "date")
    assert day.relative


ODD = (
    "on 1 January 1400",
    "on 1 January 1",
    "in December 9999",
    "on 31 December 9999",
    "on Friday (31 December)",
    "on 29 February",
    "since 1999",
    "until 2 January 1000",
    "two weeks ago",
    "99 years ago",
    "last year",
    "next year",
    "yesterday",
    "on Tuesday",
    "in February, for a start in 9999",
    "",
)
DAYS = (None, date.min, date(1605, 1, 1), date(2999, 12, 31), date.max)


@given(st.lists(st.tuples(st.lists(st.sampled_from(ODD), max_size=3), st.sampled_from(DAYS))))
def test_days_at_the_ends_of_the_calendar_stop_nothing(documents):
    said = "The ferry Arn Maid of Odeby sank off Ule Point with 240 pilgrims {}."
    sources = [
        Source(id=str(n), text=" ".join(map(said.format, phrases)), published=day)
        for n, (phrases, day) in enumerate(documents)
    ]
    found = dating.inferred([laid_out(source, cleaned=True) for source in sources])
    assert [source.id for source in found] == [source.id for source in sources]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_without_newspapers_is_none(day):
    assert laid_out(Source(id="a", text="A ferry sank.", published=day)).published is None


def test_time_grows_with_the_folder_alone(growth):
    text = (
        "The pier of Odeby opened on 4 May 2008. The ferry Arn Maid of Odeby sank off Ule Point "
        "on Tuesday (6 January). Captain Relk of Ule said on Monday that 240 were aboard."
    )

    def work(count):
        names = map(str, range(count))
        return partial(
            dating.inferred,
            [laid_out(Source(id=name, text=text), cleaned=True) for name in names],
        )

    assert growth(work, 12) < 4
