"""A toll over days: a line for each speaker, what clashes on it, and what lies apart."""

from datetime import date

import pytest

from discrepancy.claims import QuantityValue
from discrepancy.finding import Citation, Disagreement, Finding, Reading, Report, Verdict
from discrepancy.reporting import Options, render
from discrepancy.reporting.passages import Texts
from discrepancy.reporting.pictures.steps import drawn
from discrepancy.reporting.pictures.toll import Told, clash_words, over_days
from discrepancy.source import Source

SOURCE = Source(id="a.txt", text="one", outlet="Arn Post", published="2024-11-20")


def told(day, speaker, words, outlet="Arn Post", year=2024):
    return Told(date(year, 11, day), speaker, words, "A", outlet)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            told(14, "ministry", "12"),
            told(14, "ministry", "14"),
            "On 14 November the ministry is quoted with 12 and with 14.",
        ),
        (
            told(14, "ministry", "12"),
            told(14, "police", "14"),
            "On 14 November the ministry is quoted with 12, police with 14.",
        ),
        (
            told(14, "officials", "12"),
            told(16, "officials", "14"),
            "Officials are quoted with 12 on 14 November and with 14 on 16 November.",
        ),
        (
            told(14, "Ann Hale", "12"),
            told(16, "", "at least 14", "arn.eg"),
            "Ann Hale is quoted with 12 on 14 November, arn.eg gives at least 14 on 16 November.",
        ),
        (told(14, "", "12"), told(14, "", "14"), "On 14 November Arn Post gives 12 and 14."),
        (
            told(14, "", "12", "Arn Post"),
            told(14, "", "14", "Norby Courier"),
            "On 14 November Arn Post gives 12, Norby Courier gives 14.",
        ),
        (
            told(14, "ministry", "12", year=2009),
            told(16, "ministry", "14"),
            "The ministry is quoted with 12 on 14 November 2009 and with 14 on 16 November 2024.",
        ),
    ],
)
def test_the_clash_is_one_sentence(one, other, words):
    assert clash_words(one, other) == words


def given(*rows, verdict=Verdict.UPDATE, unit="person"):
    """A finding of readings, each with the figure, the speaker and the day it is told for."""
    readings = [
        Reading(
            value=QuantityValue(low=figure, high=figure, unit=unit),
            claims=[
                Citation(document="a.txt", start=0, end=3, text="one", attribution=who, as_of=day)
                for who, day in said
            ],
        )
        for figure, said in rows
    ]
    clash = Disagreement(a=0, b=1, verdict=verdict, level="x", because="y", cited=(0, 0))
    return Finding(
        id="q-1",
        verdict=verdict,
        kind="quantity",
        measurand="People killed",
        because="y",
        readings=readings,
        disagreements=[clash],
    )


def line(*rows, **fields):
    return over_days(given(*rows, **fields), Texts([SOURCE]))


RISING = (
    (12, [("ministry", "2024-11-14"), ("police", "2024-11-14")]),
    (14, [("Ministry", "2024-11-14"), (None, None)]),
    (19, [("police", "2024-11-16")]),
    (36, [(None, "2009")]),
    (41, [(None, "2009-11-02")]),
)


def test_each_speaker_has_a_line_in_the_order_of_the_days():
    found = line(*RISING)
    assert [day.day for day in found.days] == [14, 16, 20]
    lines = {
        voice.speaker.lower(): [(one.day.day, one.words) for one in voice.told]
        for voice in found.voices
    }
    assert lines == {
        "ministry": [(14, "12"), (14, "14")],
        "police": [(14, "12"), (16, "19")],
        "": [(20, "14")],
    }
    assert found.voices[-1].speaker == ""
    assert found.voices[0].on(date(2024, 11, 14)) == "12, 14"


def test_what_happened_years_before_stands_apart():
    assert line(*RISING).apart == ("36 (2009)", "41 (2 November 2009)")


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ([(12, [("a", "2024-11-14")]), (14, [("b", "2024-11-14")])], {}),  # one day
        ([(12, [("a", "2024-11-14")]), (14, [("b", "2024-11-16")])], {"unit": "kilometer"}),
        ([(12, [("a", "2024-11-14")]), (14, [("b", "2024-11-16")])], {"verdict": Verdict.SCOPE}),
        ([(12, [("a", "2009")]), (14, [("b", "2024-11-16"), ("b", "2024-11-17")])], {}),
    ],
    ids=["one day", "a measure", "two things", "a year on one side"],
)
def test_other_findings_have_no_line(rows, fields):
    assert line(*rows, **fields) is None


def test_the_line_is_drawn_with_a_style_for_each_speaker():
    drawing = drawn(line(*RISING))
    assert [one.style for one in drawing.lines] == [0, 1, 2]
    assert [one.speaker for one in drawing.lines][-1] == "no speaker named"
    (first, second), *_ = (one.steps for one in drawing.lines)
    assert first.x == second.x
    assert first.y > second.y
    assert [words for _, words in drawing.days] == ["14 Nov", "16 Nov", "20 Nov"]


@pytest.mark.parametrize("form", ["html", "terminal"])
def test_the_reports_show_it(form):
    report = Report(findings=[given(*RISING)], sources=[SOURCE], claims=7)
    shown = render(report, form, Options(verbose=True, width=100))
    assert "is quoted with 12 and with 14" in shown
    assert "Apart from it: 36 (2009); 41 (2 November 2009)." in shown
    assert "16" in shown
