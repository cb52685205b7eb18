"""Values in plain words, and days to mark on an axis."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.calendar.printed_dates import apart, date_words
from discrepancy.claims import DateValue, QuantityValue, TimeValue
from discrepancy.finding import Citation, Reading
from discrepancy.measures.printed_figures import printed
from discrepancy.measures.printed_units import spelled
from discrepancy.reporting import Options, render
from discrepancy.reporting.passages import visible
from discrepancy.reporting.pictures.scales import day_marks
from discrepancy.reporting.wording import read_as, value_words

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "wording.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("low", "high", "unit", "bound", "words"),
    [
        (1, 1, "person", "=", "1 person"),
        (2, 2, "person", "=", "2 people"),
        (3, 4, "ferry", "..", "3 to 4 ferries"),
        (5, 5, "boat_crew", ">", "more than 5 boat crews"),
        (1000, 1000, "kilometer", "~", "about 1,000 kilometres"),
        (70, 80, "percent", "..", "70 to 80%"),
        (85_000_000, 85_000_000, "EUR", "=", "€85 million"),
        (12_000, 12_000, "casualty/day", "<=", "at most 12,000 casualties per day"),
        (Decimal("6.1"), Decimal("6.1"), None, "<", "less than 6.1"),
        (3, 3, "church", "=", "3 churches"),
        (1, 1, "kilometer", "=", "1 kilometre"),
        (108_000_000, 108_000_000, "USD", ">", "more than $108 million"),
        (5, 7, "GBP", "..", "£5 to 7"),
        (40, 40, "SEK", "=", "40 SEK"),
        (104, 104, "degree_Fahrenheit", "=", "104\N{NO-BREAK SPACE}°F"),
        (60, 60, "kilometer/hour", "~", "about 60 kilometres per hour"),
        (2, 2, "hertz", "=", "2 hertz"),
        (1, 1, "percent", "=", "1%"),
        (1_400_000, 1_400_000, "acre", "=", "1.4 million acres"),
        (Decimal("4.2"), Decimal("4.2"), "magnitude", "=", "magnitude 4.2"),
        (1, 1, "mile", "=", "1 mile"),
        (1, 1, "boat_crew", "~", "about 1 boat crew"),
    ],
)
def test_quantities(low, high, unit, bound, words):
    assert value_words(QuantityValue(low=low, high=high, unit=unit, bound=bound)) == words


@pytest.mark.parametrize(
    ("figure", "unit", "words"),
    [
        ("10668", "meter", "10,668 metres"),
        ("104", "degree_Fahrenheit", "104\N{NO-BREAK SPACE}°F"),
        ("6.21371", "mile", "6.2 miles"),
        ("0.0354", "kilometer", "0.035 kilometres"),
        ("1", "mile", "1 mile"),
        ("160.9", "kilometer", "161 kilometres"),
        ("1408500.6", "acre", "1.41 million acres"),
        ("1400000", "acre", "1.4 million acres"),
    ],
)
def test_figures_that_were_worked_out(figure, unit, words):
    assert spelled(Decimal(figure), unit) == words


@pytest.mark.parametrize("case", CASES["apart"], ids=lambda case: case["says"])
def test_time_between_two_days_is_told_as_a_person_tells_it(case):
    assert apart(case["here"], case["there"]) == case["says"]


@pytest.mark.parametrize("case", CASES["sentence"], ids=lambda case: case["title"])
def test_the_sentence_of_a_finding(case):
    outlets = ("Arn Post", "Norby Courier")
    (finding,) = dx.check(
        dx.Source(id=str(number), text=text, outlet=outlets[number], published="2024-10-30")
        for number, text in enumerate(case["texts"])
    ).findings
    for words in case["says"]:
        assert words in finding.because
    assert not [words for words in case.get("never", ()) if words in finding.because]


@pytest.mark.parametrize("case", CASES["newer"], ids=lambda case: case["says"])
def test_how_much_newer_a_figure_is(case):
    (finding,) = dx.check(
        dx.Source(
            id=at,
            text=f"The storm in Norby has killed {dead} people.",
            published=at[:10],
            published_at=at if "T" in at else None,
        )
        for at, dead in zip(case["printed"], (12, 19), strict=True)
    ).findings
    assert finding.because.endswith(case["says"])


@pytest.mark.parametrize("case", CASES["counted"], ids=lambda case: case["says"])
def test_the_summary_counts_with_its_nouns(case):
    texts = [f"{words} people were killed in the blast in Norby." for words in case["dead"]]
    last = render(dx.check(texts), "terminal", Options(width=200)).splitlines()[-1]
    assert case["says"] in last
    assert not re.search(r"\b1 [a-z]+s\b", last)


def test_a_change_tells_its_direction():
    value = QuantityValue(low=3, high=3, unit="percent", trend="down")
    assert value_words(value) == "down 3%"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("2500000", "2.5 million"),
        ("3000000000", "3 billion"),
        ("1234567", "1,234,567"),
        ("0.5", "0.5"),
        ("-2000000", "-2 million"),
        ("12000", "12,000"),
    ],
)
def test_figures(figure, words):
    assert printed(Decimal(figure)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024", "2024"),
        ("2024-06", "June 2024"),
        ("2024-10-31", "31 October 2024"),
        ("2023-22", "summer 2023"),
        ("2024-34", "the second quarter of 2024"),
        ("2024-41", "the second half of 2024"),
        ("199X", "the 1990s"),
        ("2024-10/2024-12", "October 2024 to December 2024"),
        ("../2024-12", "December 2024 or earlier"),
        ("2024-06/", "June 2024 or later"),
        ("2024~", "about 2024"),
        ("2024-XX", "2024"),
        ("XXXX-10-28", "XXXX-10-28"),
        ("soon", "soon"),
    ],
)
def test_days_and_periods(edtf, words):
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("written", "says"),
    [("Saturday", "“Saturday”"), ("the\nday before", "“the day before”")],
)
def test_a_day_that_nothing_settles_is_told_in_the_words_of_its_text(written, says):
    value = DateValue(edtf=None)
    cited = Citation(document="a", start=0, end=len(written), text=written)
    assert read_as(Reading(value=value, claims=(cited,))) == says


@pytest.mark.parametrize(
    ("edtf", "says"),
    [
        ("2026-03-21/2026-03-31", "21 to 31 March 2026"),
        ("2026-03-30/2026-04-02", "30 March to 2 April 2026"),
        ("2026-12-30/2027-01-02", "30 December 2026 to 2 January 2027"),
        ("2026-03/2026-05", "March 2026 to May 2026"),
        ("2026/2027", "2026 to 2027"),
    ],
)
def test_a_span_of_days_says_its_month_and_year_once(edtf, says):
    assert date_words(edtf) == says


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"time": "07:11"}, "07:11"),
        ({"time": "12:00", "until": "18:00"}, "12:00 to 18:00"),
        ({"time": "07:37", "zone": "GMT", "bound": "~"}, "about 07:37 GMT"),
    ],
)
def test_times(value, words):
    assert value_words(TimeValue.model_validate(value)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2000-01-01", "2024-01-01", ["2001", "2005", "2009", "2013", "2017", "2021"]),
        ("2024-01-15", "2024-12-20", ["Apr 2024", "Jul 2024", "Oct 2024"]),
        ("2024-03-01", "2024-03-11", ["1 Mar", "3 Mar", "5 Mar", "7 Mar", "9 Mar", "11 Mar"]),
        ("2024-03-01", "2024-03-01", ["1 Mar"]),
    ],
)
def test_days_are_marked_by_year_month_or_day(first, last, words):
    marks = day_marks(date.fromisoformat(first), date.fromisoformat(last))
    assert [told for _, told in marks] == words


def test_text_is_shown_on_one_line():
    assert visible("one\r\n  two\tthree\u2028four") == "one two three four"


@pytest.mark.parametrize("width", [72, 80, 100, 160])
def test_beside_a_long_quotation_stands_who_gives_it_and_of_which_day(width):
    said = (
        "{} is the shortest of all the words that were ever spoken in a harbour this late, he said"
    )
    report = dx.check(
        dx.Source(
            id=outlet,
            outlet=outlet,
            text=f'Harbour master Jon Hale spoke in Norby. "{said.format(word)}," Hale said.',
            published="2024-10-24",
        )
        for outlet, word in (("The Norby Courier", "Seventeen"), ("Arn Post Weekend", "Seventy"))
    )
    shown = render(report, "terminal", Options(width=width)).splitlines()
    for outlet in ("The Norby Courier", "Arn Post Weekend"):
        assert any(f"{outlet}, 24 October 2024" in line for line in shown)
    assert all(line.count(">>") == line.count("<<") for line in shown)


@pytest.mark.parametrize("case", CASES["fewer"], ids=lambda case: case["counts"][0])
def test_what_is_counted_is_fewer_and_what_is_measured_less(case):
    (finding,) = dx.check(
        dx.Source(id=day, text=text, published=day)
        for day, text in zip(("2024-10-01", "2024-10-02"), case["counts"], strict=True)
    ).findings
    assert case["says"] in finding.because
