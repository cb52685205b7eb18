"""`discrepancy.testing`: what passes, what fails, and what a failure shows."""

from decimal import Decimal

import pytest

from discrepancy.claims import Bound, DateValue, QuantityValue, TextValue, TimeValue
from discrepancy.finding import Citation, Disagreement, Finding, Reading, Report, Verdict
from discrepancy.source import Layout, Source
from discrepancy.span import Span
from discrepancy.testing import Place, assert_conflict, assert_no_conflict, assert_verdict
from discrepancy.testing.wanted import gives

DIGEST = (
    "Divers met at dawn.\nThe treaty was signed in the summer of 2023, the clerk said. It rained."
)
WIRE = "Both signed the treaty in June 2024."
ECHO = "They signed in June 2024, it said."


def _cited(source, words):
    start = source.text.index(words)
    return Citation(document=source.id, start=start, end=start + len(words), text=words)


@pytest.fixture
def report():
    """A date told in three documents, two of one mind."""
    sources = tuple(
        Source(id=name, text=text)
        for name, text in (("digest.md", DIGEST), ("wire.txt", WIRE), ("echo.txt", ECHO))
    )
    digest, wire, echo = sources
    summer = Reading(
        value=DateValue(edtf="2023-22"), claims=(_cited(digest, "the summer of 2023"),)
    )
    june = Reading(
        value=DateValue(edtf="2024-06"),
        claims=(_cited(wire, "June 2024"), _cited(echo, "June 2024")),
    )
    apart = Disagreement(
        a=0, b=1, verdict=Verdict.CONFLICT, level="date.conflict", because="no day is in both"
    )
    finding = Finding(
        id="d1",
        verdict=Verdict.CONFLICT,
        kind="date",
        measurand="signing",
        because="the two dates share no day",
        readings=(summer, june),
        disagreements=(apart,),
    )
    return Report(findings=(finding,), sources=sources)


def test_a_conflict_is_found_by_words_by_value_and_by_what_it_is_about(report):
    assert_conflict(report)
    assert_conflict(report, "2023", "June 2024", about="treaty")
    assert_conflict(report, "June 2024", "summer of 2023")
    assert_conflict(report, "2024-06", "2023-22", sources=("digest.txt", "wire.txt"))
    assert_conflict(report, "2023", about="signing clerk")
    assert_verdict(report, "agreement", "June 2024", "June 2024")
    assert_conflict(report, Place(words="in June 2024"), Place(words="summer", sources=("digest",)))
    assert str(Place(words="in June")) == "in June"
    assert str(Place(value={"low": 3})) == "low 3"
    assert str(Place(sources=("a.txt",))) == "a.txt"


def test_what_is_not_there_is_no_conflict(report):
    assert_no_conflict(report, "2022", "June 2024")
    assert_no_conflict(report, "June 2024", "June 2024")
    assert_no_conflict(report, about="harbour")
    assert_no_conflict(report, sources=("wire.txt", "echo.txt"))
    assert_no_conflict(Report())


def test_a_failure_shows_both_sentences_side_by_side(report):
    with pytest.raises(AssertionError) as failed:
        assert_verdict(report, "update", "2023", "June 2024")
    assert str(failed.value).splitlines() == [
        'wanted: update between "2023" and "June 2024"',
        "",
        "found:  conflict (signing): no day is in both",
        "  digest.md                                      | wire.txt",
        "  The treaty was signed in «the summer of 2023», | Both signed the treaty in «June 2024».",
        "  the clerk said. It rained.                     |",
        "",
        "found:  conflict (signing): no day is in both",
        "  digest.md                                      | echo.txt",
        "  The treaty was signed in «the summer of 2023», | They signed in «June 2024», it said.",
        "  the clerk said. It rained.                     |",
    ]


def test_a_sentence_is_cut_where_the_layout_says(report):
    digest = report.sources[0]
    start = DIGEST.index("The treaty")
    sentence = Span(start=start, end=DIGEST.index(" It rained"))
    layout = Layout(paragraphs=(sentence,), sentences=(Span(start=0, end=19), sentence))
    laid = report.model_copy(
        update={"sources": (digest.model_copy(update={"layout": layout}), *report.sources[1:])}
    )
    with pytest.raises(AssertionError) as failed:
        assert_no_conflict(laid, "2023")
    assert "It rained" not in str(failed.value)
    assert "wanted: no conflict between" in str(failed.value)


def test_a_conflict_fails_any_other_verdict(report):
    with pytest.raises(AssertionError, match="wanted: scope"):
        assert_verdict(report, Verdict.SCOPE, "2023", "June 2024")
    with pytest.raises(AssertionError, match="found:  conflict"):
        assert_no_conflict(report)


def test_many_judgements_are_shown_in_part(report):
    with pytest.raises(AssertionError, match="and 1 more"):
        assert_verdict(report, "update", "June 2024")


def test_readings_that_were_read_but_not_held_together_are_shown():
    import discrepancy as dx

    report = dx.check(["The tower is 40 metres high.", "Nine people were on the ferry."])
    with pytest.raises(AssertionError) as failed:
        assert_conflict(report, "40 metres", 11, about="tower")
    told = str(failed.value)
    assert 'wanted: conflict between "40 metres" and "11", about tower' in told
    assert "found:  no judgement on these readings" in told
    assert '"40 metres" is read in 1 place' in told
    assert "The tower is «40 metres» high." in told
    assert '"11" is read in no places' in told


def test_no_such_verdict_and_too_many_readings_are_refused(report):
    with pytest.raises(ValueError, match="is not a valid Verdict"):
        assert_verdict(report, "quarrel")
    with pytest.raises(TypeError, match="two readings at most"):
        assert_conflict(report, "2021", "2022", "2023")


def _quantity(low, unit=None, bound=Bound.EXACT, high=None):
    return QuantityValue(low=low, high=high or low, unit=unit, bound=bound)


def _whole(text):
    return Citation(document="a.md", start=0, end=len(text), text=text)


@pytest.mark.parametrize(
    ("wanted", "text", "value"),
    [
        (12000, "12,000 soldiers", _quantity(12000, "soldier")),
        (0.5, "half", _quantity(Decimal("0.5"))),
        ("12,000", "12,000 soldiers", _quantity(12000, "soldier")),
        ("12,000", "twelve thousand soldiers", _quantity(12000, "soldier")),
        ("2 km", "2,000 metres", _quantity(2000, "meter")),
        ("at least 5 km", "5 km", _quantity(5, "kilometer", Bound.AT_LEAST)),
        ("we’ll  go", "“Then we'll go”", TextValue(text="Then we'll go")),
        ("2024", "June", DateValue(edtf="2024-06")),
        ("2024-06", "June", DateValue(edtf="2024-06")),
        ("7:11 a.m.", "07:11", TimeValue(time="07:11")),
        (Place(words="12,000 soldiers"), "12,000 soldiers", _quantity(12000, "soldier")),
        (Place(value={"low": 5, "unit": "mile"}), "five miles", _quantity(5, "mile")),
        (Place(sources=("b.txt", "a.txt")), "five miles", _quantity(5, "mile")),
    ],
)
def test_a_reading_is_known_by_words_or_value(wanted, text, value):
    assert gives(wanted, _whole(text), value, text)


@pytest.mark.parametrize(
    ("wanted", "text", "value"),
    [
        (12, "12,000 soldiers", _quantity(12000, "soldier")),
        ("12", "12,000 soldiers", _quantity(12000, "soldier")),
        ("7:11", "17:11", TextValue(text="17:11")),
        ("2 km", "2 miles", _quantity(2, "mile")),
        ("2 km", "two", _quantity(2)),
        ("at least 5 km", "5,000 m", _quantity(5000, "meter")),
        (2024, "2024", DateValue(edtf="2024")),
        ("June 2024", "soon", DateValue(edtf=None)),
        ("June 2024", "2024", DateValue(edtf="2024")),
        ("5 km", "quiet", TextValue(text="quiet")),
        ("7:11 a.m.", "noon", TimeValue(time="12:00")),
        (Place(words="12 soldiers"), "12,000 soldiers", _quantity(12000, "soldier")),
        (Place(value={"low": 5, "unit": "mile"}), "5 km", _quantity(5, "kilometer")),
        (Place(words="five", sources=("b.txt",)), "five miles", _quantity(5, "mile")),
    ],
)
def test_another_reading_is_not_taken_for_it(wanted, text, value):
    assert not gives(wanted, _whole(text), value, text)
