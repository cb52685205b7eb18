"""What a reader says of the findings of the rules: nothing is lost by it, and nothing is added."""

import json

import pytest

import discrepancy as dx
from discrepancy import cli
from discrepancy.reader.checks.answers import PairAnswer
from discrepancy.reader.verdicts import opinions
from discrepancy.reporting import FORMATS, Options, outline, render

TEXTS = {
    "a.md": (
        "---\noutlet: Morning Post\npublished: 2024-05-02\n---\n"
        "The blast in the market killed six people. The ship left on 3 March 2021.\n"
    ),
    "b.md": (
        "---\noutlet: Evening Echo\npublished: 2024-05-02\n---\n"
        "The blast in the market killed nine people. The ship left on 5 March 2021.\n"
    ),
}


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "story"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _reader(verdict, asked=None):
    def clerk(question):
        if asked is not None:
            asked.append(question)
        if question.kind == "story":
            return json.dumps({"questions": []})
        return json.dumps(
            {"pairs": [{"a": "A", "b": "B", "verdict": verdict, "because": "Two markets."}]}
        )

    return clerk


def _answers(folder, verdict, tmp_path):
    """The same reader by the batch: one round, as it returns no questions."""
    first, told = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    assert cli.main(["questions", str(folder), "--output", str(first)]) == 0
    rows = map(json.loads, first.read_text(encoding="utf-8").splitlines())
    pairs = [{"a": "A", "b": "B", "verdict": verdict, "because": "Two markets."}]
    lines = [
        {"custom_id": row["custom_id"], "answer": {"questions": [], "pairs": pairs}} for row in rows
    ]
    told.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return told


def test_each_finding_is_one_short_question_blind_to_its_verdict(story):
    asked = []
    alone = dx.check(story)
    dx.check(story, reader=_reader("conflict", asked))
    posed = [question for question in asked if question.kind == "finding"]
    assert len(posed) == len(alone.findings) > 1
    for question in posed:
        material = json.loads(question.messages[1].content)
        assert set(material) == {"question", "sides"}
        assert [side["side"] for side in material["sides"]] == ["A", "B"]
        for side in material["sides"]:
            assert side["words"] in side["quote"]
            assert side["day"] is not None
        said = question.messages[1].content
        assert not any(finding.because in said for finding in alone.findings)


@pytest.mark.parametrize("verdict", ["other", "compatible", "rounding"])
def test_a_reader_that_vetoes_everything_sets_all_aside(story, verdict):
    alone = dx.check(story)
    report = dx.check(story, reader=_reader(verdict))
    assert report.conflicts == report.updates == report.apparent == report.possible == ()
    assert {finding.id for finding in report.findings} == {f.id for f in alone.findings}
    assert report.findings == report.aside
    for finding in report.aside:
        assert finding.set_aside.by == "clerk"
        assert finding.set_aside.because == "the reader's reason: Two markets."
    assert report.corroborated == alone.corroborated


def test_a_veto_changes_no_exit_code_unless_the_reader_is_trusted(story, tmp_path, capsys):
    told = _answers(story, "other", tmp_path)
    assert cli.main(["check", str(story)]) == 1
    assert cli.main(["check", str(story), "--answers", str(told)]) == 1
    assert cli.main(["check", str(story), "--answers", str(told), "--trust-reader"]) == 0


def test_a_reader_that_confirms_everything_adds_nothing(story, tmp_path, capsys):
    alone = dx.check(story)
    report = dx.check(story, reader=_reader("conflict"))
    assert [f.model_copy(update={"confirmed_by": None}) for f in report.findings] == [
        *alone.findings
    ]
    assert {finding.confirmed_by for finding in report.conflicts} == {"clerk"}
    assert report.by_reader == report.aside == ()
    told = _answers(story, "conflict", tmp_path)
    assert cli.main(["check", str(story), "--answers", str(told)]) == 1


def test_an_update_moves_the_verdict_where_the_days_bear_it_out(story, tmp_path, capsys):
    report = dx.check(story, reader=_reader("update"))
    assert report.updates == ()  # both were printed on one day
    assert report.conflicts
    assert {finding.confirmed_by for finding in report.conflicts} == {"clerk"}
    later = TEXTS["b.md"].replace("2024-05-02", "2024-05-04")
    (story / "b.md").write_text(later, encoding="utf-8")
    before = {finding.id: finding.verdict for finding in dx.check(story).findings}
    report = dx.check(story, reader=_reader("update"))
    moved = [finding for finding in report.findings if finding.moved]
    assert moved
    for finding in moved:
        assert finding.verdict == "update"
        assert finding.moved.rules == before[finding.id] == "conflict"
    told = _answers(story, "update", tmp_path)
    assert cli.main(["check", str(story), "--answers", str(told)]) == 1
    assert cli.main(["check", str(story), "--answers", str(told), "--trust-reader"]) == 0


def test_a_part_is_told_as_apparent(story):
    report = dx.check(story, reader=_reader("part"))
    assert report.conflicts == ()
    assert report.apparent
    assert {finding.moved.rules for finding in report.apparent} <= {"conflict", "update"}


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I cannot help.",
        "{}",
        '{"pairs": []}',
        '{"pairs": null}',
        '{"pairs": [{"a": "A", "b": "Q", "verdict": "other", "because": ""}]}',
        '{"pairs": [{"a": "A", "b": "A", "verdict": "other", "because": ""}]}',
        '{"pairs": [{"a": "A", "b": "B", "verdict": "wrong", "because": ""}]}',
        '{"verdict": 3}',
    ],
)
def test_an_answer_that_says_nothing_of_a_finding_leaves_it(story, answer):
    alone = dx.check(story)

    def clerk(question):
        return '{"questions": []}' if question.kind == "story" else answer

    report = dx.check(story, reader=clerk)
    assert report.findings == alone.findings
    assert any("refused" in note for note in report.notes)


def test_a_reason_that_steers_a_display_is_made_visible(story):
    def clerk(question):
        if question.kind == "story":
            return '{"questions": []}'
        return json.dumps({"verdict": "other", "because": "x\x1b[31m\nmore" + "y" * 999})

    for finding in dx.check(story, reader=clerk).aside:
        assert "\x1b" not in finding.set_aside.because
        assert "\n" not in finding.set_aside.because
        assert len(finding.set_aside.because) < 300


def test_what_arithmetic_alone_shows_is_not_asked_about(tmp_path):
    text = "The race began at 7.11 a.m. and ended at 8.37 a.m.; it lasted two hours."
    found = dx.check([text, "The race was long."]).findings
    certain = [f for f in found if all(d.level in opinions.CERTAIN for d in f.disagreements)]
    assert certain
    asked = []
    report = dx.check([text, "The race was long."], reader=_reader("other", asked))
    assert sum(question.kind == "finding" for question in asked) == len(found) - len(certain)
    assert all(finding in report.findings for finding in certain)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_lists_what_is_set_aside_last_and_says_who(story, form):
    report = dx.check(story, reader=_reader("other"))
    written = " ".join(render(report, form).split())
    assert "clerk" in written
    assert "Two markets." in written


HEADED = {
    "terminal": outline.ASIDE.upper(),
    "markdown": f"## {outline.ASIDE}",
    "html": "<h2>Set aside",
    "junit": f'classname="{outline.ASIDE}',
    "sarif": '"suppressions"',
    "claimreview": outline.ASIDE,
    "annotations": f'"{outline.ASIDE}"',
    "csv": "set_aside",
}


@pytest.mark.parametrize("form", HEADED)
def test_what_is_set_aside_has_a_heading_of_its_own(story, form):
    report = dx.check(story, reader=_reader("other"))
    assert HEADED[form] in render(report, form)
    assert HEADED[form] not in render(dx.check(story), form) or form == "csv"


def test_the_summary_counts_what_is_set_aside_apart(story):
    report = dx.check(story, reader=_reader("other"))
    said = outline.summary(report)
    assert said.startswith("Nothing to show")
    assert "A second reader sets aside 2 conflicts." in said
    assert "set aside 2" in repr(report)
    assert "of 2 findings of the rules 0 confirmed, 0 moved, 2 set aside" in " ".join(report.notes)


def test_a_build_fails_by_what_is_set_aside_unless_the_reader_is_trusted(story):
    report = dx.check(story, reader=_reader("other"))
    failing = 'failures="2"'
    assert failing in render(report, "junit")
    assert failing not in render(report, "junit", Options(trusted=True))
    sarif = [render(report, "sarif", Options(trusted=trusted)) for trusted in (False, True)]
    assert '"status": "underReview"' in sarif[0]
    assert '"status": "accepted"' in sarif[1]


def test_of_many_readings_those_that_can_both_be_right_are_cleared():
    tolls = ("six", "nine", "eleven")
    texts = [f"The blast in the market killed {toll} people, police said." for toll in tolls]
    (alone,) = dx.check(texts).conflicts
    assert len(alone.disagreements) == 3

    def clerk(question):
        if question.kind == "story":
            return '{"questions": []}'
        return '{"pairs": [{"a": "A", "b": "C", "verdict": "conflict", "because": ""}]}'

    (finding,) = dx.check(texts, reader=clerk).conflicts
    assert finding.confirmed_by == "clerk"
    verdicts = {(part.a, part.b): part.verdict for part in finding.disagreements}
    assert sorted(verdicts.values()) == ["compatible", "compatible", "conflict"]


def test_one_figure_under_several_hedges_is_one_side():
    texts = [
        "The blast in the market killed at least six people, police said.",
        "The blast in the market killed six people, police said.",
        "The blast in the market killed nine people, police said.",
    ]
    asked = []
    report = dx.check(texts, reader=_reader("other", asked))
    for question in asked:
        if question.kind == "finding":
            sides = json.loads(question.messages[1].content)["sides"]
            assert [side["words"] for side in sides] == ["six", "nine"]
    assert report.conflicts == ()
    assert report.aside


def test_a_possible_finding_that_is_confirmed_is_shown_in_full_and_counts_no_more(tmp_path):
    texts = [
        "The flood hit Norby. 40 houses stood under water.",
        "In Norby the flood did damage to 90 houses.",
    ]
    (alone,) = dx.check(texts).possible
    report = dx.check(texts, reader=_reader("conflict"))
    (finding,) = report.possible
    assert finding.confirmed_by == "clerk"
    assert report.conflicts == ()
    for form in ("terminal", "markdown"):
        assert "confirmed by clerk" in render(report, form)
    assert alone.verdict == finding.verdict


def test_a_finding_that_is_not_as_grave_as_its_gravest_pair_is_left_so(story):
    """A check may give a finding a milder verdict than one of its pairs has."""
    finding = dx.check(story).conflicts[0]
    milder = finding.model_copy(update={"verdict": finding.verdict.__class__.UPDATE})
    sources = {source.id: source for source in dx.read(story)}
    (one,) = opinions.posed([milder], sources)
    answer = {(0, 1): PairAnswer(verdict="conflict")}
    heard = opinions.heard(one, answer, "clerk", sources)
    assert heard == milder.model_copy(update={"confirmed_by": "clerk"})
