"""Decisions outlive runs, are written in one step, and damaged files are left as they are."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.reporting import Options
from discrepancy.reporting.deciding import decisions
from discrepancy.reporting.deciding.decisions import (
    BadDecisions,
    Decided,
    Decision,
    applied,
    change,
    load,
)
from discrepancy.reporting.deciding.review import Round


def decision(finding, verdict, note=""):
    return Decision(finding=finding.id, verdict=verdict, measurand=finding.measurand, note=note)


def answers(*words):
    waiting = list(words)
    return lambda question: waiting.pop(0) if waiting else "q"


def round_through(report, path, *words):
    return "".join(Round(report, path, Options()).run(answers(*words)))


def test_dismissed_findings_are_hidden_and_confirmed_ones_marked(report):
    first, second, *rest = report.findings
    kept = {
        first.id: decision(first, Decided.CONFIRMED, "asked the owner"),
        second.id: decision(second, Decided.DISMISSED),
        "gone": Decision(finding="gone", verdict=Decided.CONFIRMED, measurand="boats"),
    }
    shown = applied(report, kept)
    assert [finding.id for finding in shown.findings] == [first.id, *(f.id for f in rest)]
    assert (shown.findings[0].decision, shown.findings[0].note) == ("confirmed", "asked the owner")
    assert "decisions: 1 confirmed, 1 dismissed and not shown" in shown.notes
    assert "decisions: gone is the finding gone (boats), which was confirmed" in shown.notes


def test_without_decisions_the_report_stays_as_it_is(report):
    assert applied(report, {}) is report


def test_a_round_keeps_what_was_decided_and_goes_on_later(report, tmp_path):
    path = tmp_path / "decisions.toml"
    told = round_through(report, path, "c", "d", "q")
    assert "1 confirmed, 1 dismissed, 2 findings undecided" in told
    first, second, third, _ = report.findings
    assert {name: kept.verdict for name, kept in load(path).items()} == {
        first.id: Decided.CONFIRMED,
        second.id: Decided.DISMISSED,
    }
    assert load(path)[first.id].decided == date.today()
    again = round_through(report, path, "q")
    assert first.id not in again
    assert third.id in again


def test_a_step_can_be_taken_back(report, tmp_path):
    path = tmp_path / "decisions.toml"
    round_through(report, path, "c", "u", "d", "q")
    (kept,) = load(path).values()
    assert (kept.finding, kept.verdict) == (report.findings[0].id, Decided.DISMISSED)
    assert "nothing to take back" in round_through(report, path, "u", "q")


def test_a_note_decides_nothing_and_stays_with_the_decision(report, tmp_path):
    path = tmp_path / "decisions.toml"
    assert "4 findings undecided" in round_through(report, path, "n", "ring the harbour", "q")
    (kept,) = load(path).values()
    assert (kept.verdict, kept.note) == (Decided.NOTED, "ring the harbour")
    round_through(report, path, "c", "q")
    (kept,) = load(path).values()
    assert (kept.verdict, kept.note) == (Decided.CONFIRMED, "ring the harbour")


def test_skipping_and_odd_answers_decide_nothing(report, tmp_path):
    path = tmp_path / "decisions.toml"
    told = round_through(report, path, "s", "?", "", "s", "s", "s")
    assert "4 findings undecided" in told
    assert '"?" is none of the keys: c, d, n, s, u or q; nothing was changed.' in told
    assert "no key was given: c, d, n, s, u or q; nothing was changed." in told
    blocks = [line for line in told.splitlines() if line.startswith("[")]
    assert [block[:5] for block in blocks] == ["[1/4]", "[2/4]", "[3/4]", "[4/4]"]
    assert not path.exists()


def test_a_note_asks_again_without_showing_the_finding_again(report, tmp_path):
    path = tmp_path / "decisions.toml"
    told = round_through(report, path, "n", "ring the harbour", "d", "u", "u", "q")
    blocks = [line[:5] for line in told.splitlines() if line.startswith("[")]
    assert blocks == ["[1/4]", "[2/4]", "[1/4]"]
    assert load(path) == {}


def test_a_note_of_another_day_stays_however_often_one_takes_back(report, tmp_path):
    path = tmp_path / "decisions.toml"
    round_through(report, path, "n", "ring the harbour", "q")
    told = round_through(report, path, "d", "u", "u", "u", "q")
    assert told.count("There is nothing to take back.") == 2
    (kept,) = load(path).values()
    assert (kept.verdict, kept.note) == (Decided.NOTED, "ring the harbour")


def test_when_all_is_decided_nothing_is_asked(report, tmp_path):
    path = tmp_path / "decisions.toml"
    round_through(report, path, "c", "c", "c", "c")
    assert round_through(report, path) == "Every finding has been decided.\n"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("[[decision]\n", "decisions.toml: "),
        ('[[decision]]\nfinding = "a"\n', "verdict: Field required"),
        ('[[decision]]\nfinding = "a"\nverdict = "perhaps"\n', "verdict: Input should be"),
        ('other = "a"\n', "other is no"),
        ("decision = 3\n", "decision is no list"),
    ],
)
def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path, content, why, report):
    path = tmp_path / "decisions.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadDecisions, match=why):
        load(path)
    with pytest.raises(BadDecisions):
        Round(report, path, Options())
    assert path.read_text(encoding="utf-8") == content


def test_bytes_that_are_no_text_are_a_damaged_file(tmp_path):
    path = tmp_path / "decisions.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(BadDecisions, match="left as it is"):
        load(path)


def test_a_write_that_fails_leaves_the_old_file(tmp_path, report, monkeypatch):
    path = tmp_path / "decisions.toml"
    first = report.findings[0]
    change(path, {first.id: decision(first, Decided.CONFIRMED)})
    before = path.read_bytes()

    def full(descriptor):
        raise OSError(errno.ENOSPC, "disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        change(path, {first.id: None})
    assert path.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == [".decisions.toml.lock", "decisions.toml"]


@given(note=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_survive_the_file(note, tmp_path_factory):
    kept = Decision(finding="a", verdict=Decided.NOTED, note=note, measurand=note[::-1])
    path = tmp_path_factory.mktemp("notes") / "decisions.toml"
    assert change(path, {"a": kept}) == load(path) == {"a": kept}


def test_comments_order_and_what_others_decided_stay(report, tmp_path):
    path = tmp_path / "decisions.toml"
    first, second, third, _ = report.findings
    path.write_text(
        f"""# ours
[[decision]]  # rang twice
finding = "{second.id}"
note = "ask the owner"  # by hand
verdict = "confirmed"
""",
        encoding="utf-8",
    )
    one, other = Round(report, path, Options()), Round(report, path, Options())
    list(one.run(answers("c", "q")))
    list(other.run(answers("s", "d", "q")))
    assert {name: kept.verdict for name, kept in load(path).items()} == {
        first.id: Decided.CONFIRMED,
        second.id: Decided.CONFIRMED,
        third.id: Decided.DISMISSED,
    }
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ours\n[[decision]]  # rang twice\n")
    assert 'note = "ask the owner"  # by hand\nverdict = "confirmed"\n' in text


def test_what_is_taken_back_is_only_ones_own(report, tmp_path):
    path = tmp_path / "decisions.toml"
    _, second, *_ = report.findings
    change(path, {second.id: decision(second, Decided.NOTED, "look again")})
    round_through(report, path, "c", "c", "u", "u", "q")
    assert load(path) == {second.id: decision(second, Decided.NOTED, "look again")}


def test_two_writers_lose_nothing(tmp_path):
    path = tmp_path / "decisions.toml"
    names = [f"{number:04}" for number in range(24)]

    def decide(name):
        change(path, {name: Decision(finding=name, verdict=Decided.CONFIRMED)})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(decide, names))
    assert sorted(load(path)) == names


def test_a_file_that_another_program_holds_is_left_as_it_is(tmp_path, monkeypatch):
    path = tmp_path / "decisions.toml"
    monkeypatch.setattr(decisions, "_PATIENCE", 0.05)
    held = FileLock(tmp_path / ".decisions.toml.lock")
    with held, pytest.raises(BadDecisions, match="another program is writing it"):
        change(path, {"a": Decision(finding="a", verdict=Decided.CONFIRMED)})
    assert not path.exists()
