"""Reports, findings, claims and sources in a notebook; frames, tables and charts."""

import re
from datetime import date

import pytest

from discrepancy.claims import DateClaim, TimeClaim
from discrepancy.finding import Report
from discrepancy.reporting import attach
from discrepancy.reporting.frames import (
    CLAIM_COLUMNS,
    REPORT_COLUMNS,
    claim_rows,
    claims_to_arrow,
    claims_to_frame,
    report_rows,
)
from discrepancy.reporting.pictures.plot import chart_rows
from discrepancy.source import Source
from discrepancy.span import Span

HOSTILE = '<script>alert(1)</script>"><img src=x>'


@pytest.fixture(autouse=True)
def drawn():
    """What `import discrepancy` does once one of its names is used."""
    attach()


def day(edtf="2026-03-03", text="Tuesday"):
    return DateClaim(
        source="a",
        span=Span(start=0, end=len(text)),
        text=text,
        value={"edtf": edtf},
        bound="<=",
    )


def test_everything_shows_itself_with_scoped_styles(report):
    finding, claim, source = report.findings[0], report.read[0], report.sources[0]
    for thing in (report, finding, claim, source, report.show(finding)):
        html = thing._repr_html_()
        assert html.startswith('<div class="dx dx-book">')
        assert "<script" not in html
        assert " id=" not in html, "two outputs in one notebook would share an id"
        style = html[html.index("<style>") + 7 : html.index("</style>")]
        rules = [line for line in style.splitlines() if line.startswith(".") and "{" in line]
        assert all(rule.startswith(".dx") for rule in rules)


def test_a_span_is_shown_plainly(report):
    assert report.read[0].span._repr_html_() is None


def test_a_finding_shown_by_its_report_has_its_sentences(report):
    finding = report.findings[0]
    assert "The owner bought the ship" in report.show(finding)._repr_html_()
    assert "The owner bought the ship" not in finding._repr_html_()
    assert "date.apart" in repr(report.show(finding))


def test_what_sources_say_stays_text_in_a_notebook():
    source = Source(id=HOSTILE, text=HOSTILE, outlet=HOSTILE, title=HOSTILE)
    for html in (source._repr_html_(), day(text=HOSTILE)._repr_html_()):
        assert "<img" not in html
        assert "<script" not in html


def test_plain_representations_are_short(report):
    assert repr(report) == (
        "<Report: conflicts 2, updates 1, apparent conflicts 1; claims 11, sources 3>"
    )
    assert repr(report.findings[0]) == "<Finding c0ffee12, conflict: when the ship was bought>"
    assert report.sources[0].text not in repr(report.sources[0])
    assert str(report).endswith("from 3 sources; 1 matter\non which they agree.\n")


def test_a_long_report_shows_its_first_findings(report):
    many = Report(findings=report.findings * 30)
    assert "and 20 more findings" in many._repr_html_()


def test_a_frame_has_one_row_for_each_claim_and_the_columns_that_are_told(report):
    pytest.importorskip("pandas")
    frame = report.to_frame()
    assert list(frame.columns) == list(REPORT_COLUMNS)
    groups = report.findings + report.corroborated
    assert len(frame) == sum(len(r.claims) for f in groups for r in f.readings)
    (row,) = frame[frame["text"] == "five people"].to_dict("records")
    assert (row["low"], row["unit"], row["bound"], row["as_of"]) == (
        5,
        "person",
        ">=",
        "2026-03-03",
    )
    assert row["outlet"] == "Sorrel Courier"
    assert row["published"].date() == date(2026, 3, 3)


def test_claims_are_a_frame_too(report):
    pytest.importorskip("pandas")
    frame = claims_to_frame([*report.read, day()])
    assert list(frame.columns) == list(CLAIM_COLUMNS)
    assert list(frame["kind"]) == ["quantity", "date"]
    assert list(frame["bound"]) == ["~", "<="]
    assert claims_to_frame([]).empty


def test_arrow_tables_keep_types_where_all_is_empty(report):
    pyarrow = pytest.importorskip("pyarrow")
    table = report.to_arrow()
    assert table.schema.field("low").type == pyarrow.float64()
    assert table.schema.field("measurand").metadata[b"meaning"]
    assert table.num_rows == len(report_rows(report))
    assert claims_to_arrow([]).schema.names == list(CLAIM_COLUMNS)


def test_times_have_rows():
    claim = TimeClaim(
        source="a", span=Span(start=0, end=4), text="7:11", value={"time": "07:11", "bound": "="}
    )
    (row,) = claim_rows([claim])
    assert (row["time"], row["value"], row["low"]) == ("07:11", "07:11", None)


def test_a_chart_draws_every_claim(report):
    pytest.importorskip("altair")
    toll = report.findings[2]
    chart = report.plot(toll).to_dict()
    assert chart["title"] == "people who died in the fire"
    assert len(chart["layer"]) == 2
    (values,) = {tuple(row["first"] for row in chart_rows(report, toll))}
    assert values == (5.0, 22.0, 22.0)
    dates = chart_rows(report, report.findings[0])
    assert [(row["first"], row["last"]) for row in dates] == [
        ("2019-06-01", "2019-08-31"),
        ("2020-06-01", "2020-06-30"),
    ]


@pytest.mark.parametrize("name", ["chart.html", "chart.svg"])
def test_a_saved_chart_needs_no_network(report, tmp_path, name):
    pytest.importorskip("altair")
    pytest.importorskip("vl_convert")
    report.plot(report.findings[2]).save(str(tmp_path / name))
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "people who died" in text
    assert not re.search(r"(?:src|href)=.?https?://|import[^;]{0,40}https?://", text)


def test_words_and_mixed_units_are_not_drawn(report):
    pytest.importorskip("altair")
    for finding in (report.findings[1], report.findings[3]):
        with pytest.raises(ValueError, match="share no axis"):
            report.plot(finding)
