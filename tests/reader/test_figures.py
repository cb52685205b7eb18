"""A reader may say that two figures measure one thing; whether they agree stays with the ladder."""

import json

import pytest

import discrepancy as dx

LAUNCH = "The barge left on Monday. It carried about {a} crates, the agency said."
CARGO = "Divers praised the heavy hull. In the hold they counted {b} crates at dusk."

EIGHTY = "It carried about 80 crates"
MORE = "In the hold they counted 95 crates"


def _reader(verdict, asked, a=EIGHTY, b=MORE, kind="number"):
    def clerk(question):
        asked.append(question)
        if question.kind == "story":
            told = [
                {"document": f"D{number}", "answer": quote, "quote": quote, "side": str(number)}
                for number, quote in enumerate((a, b), start=1)
            ]
            matter = {"question": "How much did the barge carry?", "kind": kind, "answers": told}
            return json.dumps({"questions": [matter]})
        return json.dumps({"verdict": verdict, "measurand": "other", "because": ""})

    return clerk


def _nothing(sources, claims):
    """Rules that take no two claims for one measurand."""
    return ()


def _check(verdict, a="80", b="95"):
    asked = []
    texts = [
        dx.Source(id="a", text=LAUNCH.format(a=a), outlet="Post"),
        dx.Source(id="b", text=CARGO.format(b=b), outlet="Echo"),
    ]
    clerk = _reader(verdict, asked, EIGHTY.replace("80", a), MORE.replace("95", b))
    return dx.check(texts, reader=clerk, align=_nothing), asked


def test_figures_are_asked_about_with_the_readers_own_question():
    _, asked = _check("other")
    assert [question.kind for question in asked] == ["story", "sides"]
    material = json.loads(asked[-1].messages[1].content)
    assert material["question"] == "How much did the barge carry?"
    assert [side["quote"] for side in material["sides"]] == [EIGHTY, MORE]
    assert material["sides"][0]["before"] == "The barge left on Monday."


def test_the_ladder_judges_what_the_reader_takes_for_one_measurand():
    report, _ = _check("conflict")
    (finding,) = report.by_reader
    assert (finding.verdict, finding.kind) == ("conflict", "quantity")
    assert finding.disagreements[0].level.startswith("quantity.")
    assert [int(reading.value.low) for reading in finding.readings] == [80, 95]
    assert finding.origin == "read by clerk, words verified"
    assert report.conflicts == ()


def test_the_ladder_is_not_overruled():
    report, _ = _check("conflict", a="80", b="81")  # about 80 may be 81
    assert report.by_reader == ()
    assert "second reader: 1 pair of figures that can both be right" in report.notes


def test_a_part_is_told_as_such():
    report, _ = _check("part")
    assert [finding.verdict for finding in report.by_reader] == ["scope"]


def test_equal_figures_leave_the_words_to_ask_2():
    report, _ = _check("conflict", a="95", b="95")
    (finding,) = report.by_reader
    assert finding.disagreements[0].level == "reader.conflict"


@pytest.mark.parametrize("verdict", ["other", "rounding", "compatible", "surely the same"])
def test_two_things_and_other_words_are_nothing(verdict):
    report, _ = _check(verdict)
    assert report.by_reader == ()


def test_one_finding_gathers_all_who_give_an_answer():
    texts = [
        "The bridge was shut all day, police said.",
        "The bridge was shut, drivers told.",
        "The bridge was open to cars, the mayor said.",
    ]
    quotes = ["bridge was shut all day", "bridge was shut", "bridge was open to cars"]

    def clerk(question):
        if question.kind == "story":
            told = [
                {"document": f"D{n}", "answer": quote, "quote": quote, "side": "AAB"[n - 1]}
                for n, quote in enumerate(quotes, start=1)
            ]
            matter = {"question": "Was the bridge shut?", "kind": "state", "answers": told}
            return json.dumps({"questions": [matter]})
        return json.dumps({"verdict": "conflict", "because": "Shut or open."})

    (finding,) = dx.check(texts, reader=clerk).by_reader
    assert [len(reading.claims) for reading in finding.readings] == [2, 1]
    assert len(finding.disagreements) == 1
