"""Each kind of file of `hostile.py`, small and within small bounds: read, or named in words."""

import io
import os
import sys
import warnings

import pytest

import discrepancy as dx
from discrepancy import files
from discrepancy.cli import main
from discrepancy.errors import DiscrepancyError
from discrepancy.reading.accounts import day
from discrepancy.reading.files.choosing import Choice
from discrepancy.reading.files.limits import Limits
from discrepancy.reading.intake import read
from discrepancy.reporting.deciding import decisions

from .hostile import KINDS

SMALL = Choice(limits=Limits(text=20_000))
SOUND = "The blast in Arn killed six people."


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "b.txt").write_text(SOUND)
    return folder


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_kind_of_file_is_read_or_named(story, kind):
    pytest.importorskip("trafilatura")
    pytest.importorskip("pyarrow")
    (story / kind.name).write_bytes(kind.made(min(kind.full, kind.small)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of libraries, over what they open
        found = read([story], SMALL)
    assert "b.txt" in {source.id for source in found.sources}
    for one in found.unread:
        assert "defect" not in one.because, one.because
        assert len(one.because) < 400


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"[" + b",".join([b'{"text":"Six died."}'] * 150) + b"]", "more than 100 documents"),
        (b"<html><body>" + b"<p>a" * 3000, "3,002 tags, and at most 2,000 are read"),
        (b"<html><body><p " + b"a1=1 " * 30_000 + b">", "the page's markup has 0.2 MB"),
    ],
)
def test_what_goes_beyond_a_bound_says_so(story, data, told):
    name = "a.json" if data.startswith(b"[") else "a.html"
    (story / name).write_bytes(data)
    (why,) = {one.because for one in read([story], SMALL).unread}
    assert told in why


def test_scripts_and_pictures_of_a_page_do_not_count(story):
    picture = b"<img src='data:image/png;base64," + b"iVBO" * 90_000 + b"'>"
    script = b"<script>" + b"a = 1;" * 40_000 + b"</script>"
    article = b"<p>The blast in Arn killed nine people, the mayor said.</p>"
    (story / "a.html").write_bytes(b"<html><body>" + script + article + picture + b"</body></html>")
    found = read([story], Choice(limits=Limits(text=60_000)))
    assert {source.id for source in found.sources} == {"a.html", "b.txt"}


TOMLS = {
    "brackets": "a = " + "[" * 100_000,
    "braces": "a = " + "{a=" * 50_000,
    "digits": "a = " + "9" * 5000,
    "a key of many parts": "[" + ".".join(["a"] * 100_000) + "]",
    "a key of many parts with blanks": " . ".join(["a"] * 100_000) + " = 1",
    "no text": "\0\0",
    "a word": "a",
}


@pytest.mark.parametrize("name", ["decisions.toml", "discrepancy.toml", "story.conflicts.toml"])
@pytest.mark.parametrize("kind", TOMLS)
def test_toml_that_nobody_writes_is_refused_in_a_sentence(story, capsys, name, kind):
    (story / name).write_text(TOMLS[kind])
    if name.startswith("story"):
        from discrepancy.testing import known

        with pytest.raises(DiscrepancyError, match=r"conflicts\.toml: "):
            known.read(story / name)
        return
    assert main(["check", str(story)]) == 2
    (told,) = capsys.readouterr().err.splitlines()
    assert f"{name}: " in told
    assert "defect" not in told


def test_a_file_of_settings_is_read_up_to_a_bound(story, capsys):
    (story / "discrepancy.toml").write_bytes(b"a = 1\n" * 400_000)
    assert main(["check", str(story)]) == 2
    assert "at most 2.0 MB of a file are read" in capsys.readouterr().err
    assert files.WRITTEN == 2_000_000


def test_of_many_complaints_the_first_are_told(story, capsys):
    (story / "discrepancy.toml").write_text("".join(f"a{n} = 1\n" for n in range(100)))
    assert main(["check", str(story)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 21
    assert "and 80 more like these" in lines[-1]


@pytest.mark.parametrize(
    "rule",
    [
        '[rates]\n"EUR/USD" = "1e999999999"',
        '[rates]\n"EUR/USD" = "1e-999999999"',
        '[units]\n"football pitch" = "' + "9" * 400 + ' m"',
        '[tolerance]\nlength = "' + "9" * 40 + ' m"',
    ],
)
def test_a_rule_that_cannot_be_reckoned_with_is_refused(story, capsys, rule):
    (story / "discrepancy.toml").write_text(rule)
    assert main(["check", str(story)]) == 2
    assert "discrepancy.toml:2: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kept", "options"),
    [
        ("story/b.txt", []),
        ("story/decisions.toml", []),
        ("story/discrepancy.toml", []),
        ("other.toml", ["--decisions", "{}/other.toml"]),
        ("base.json", ["--baseline", "{}/base.json"]),
        ("facts.csv", ["--facts", "{}/facts.csv"]),
        ("list.txt", ["@{}/list.txt"]),
    ],
)
def test_nothing_that_a_run_reads_is_written_over(story, capsys, kept, options):
    home = story.parent
    held = {"base.json": '{"findings": []}', "facts.csv": "measurand,value\npeople killed,9\n"}
    file = home / kept
    text = {"list.txt": f"{story}/b.txt\n", **held}.get(kept, "# kept by hand\n")
    file.write_text(text)
    words = ["check", str(story), *(option.format(home) for option in options)]
    words += ["--format", "json", "--output", str(file)]
    assert main(words) == 2
    assert "nothing was written over it" in capsys.readouterr().err
    assert file.read_text() == text


@pytest.mark.parametrize("given", ["9999-12-31", "0001-01-01", "1604-12-31", "31.12.2024"])
def test_a_day_on_which_no_news_was_printed_is_refused(story, capsys, given):
    with pytest.raises(DiscrepancyError):
        day(given)
    with pytest.raises(SystemExit) as ended:
        main(["check", str(story), "--published", given])
    assert ended.value.code == 2
    assert given in capsys.readouterr().err


def test_a_folder_deeper_than_any_path_is_named(story, monkeypatch):
    if sys.platform == "win32":
        pytest.skip("paths end elsewhere there")
    monkeypatch.chdir(story)
    for _ in range(25):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
    found = read([story])
    monkeypatch.chdir(story)
    assert [source.id for source in found.sources] == ["b.txt"]
    assert [one.because for one in found.unread] == ["file name too long"]


def test_of_one_text_so_many_claims_of_a_kind_are_read(monkeypatch):
    monkeypatch.setattr("discrepancy.extraction.MOST", 10)
    report = dx.check(["".join(f"The blast killed {n} people. " for n in range(11, 40)), SOUND])
    assert sum(claim.kind == "quantity" for claim in report.read) == 11
    assert "text 1: of its claims of one kind (quantity) the first 10 are read." in report.notes
    assert report.unread == ()


def test_of_one_text_so_many_namings_are_read(monkeypatch):
    monkeypatch.setattr("discrepancy.extraction.MOST", 10)
    monkeypatch.setattr("discrepancy.extraction.names.entities.MOST", 10)
    names = "".join(f"Mara {letter}ornby spoke. " for letter in "BCDFGHJKLMNP")
    report = dx.check([names, SOUND])
    read = [claim for claim in report.read if (claim.source, claim.kind) == ("text 1", "name")]
    assert len(read) == 10
    assert "text 1: of its claims of one kind (name) the first 10 are read." in report.notes


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("command", ["check", "review"])
def test_no_decision_is_written_to_where_a_link_leads_out(story, capsys, command, is_there):
    aside = story.parent / "aside.toml"
    if is_there:
        aside.write_text("# kept by hand\n")
    (story / "decisions.toml").symlink_to(aside)
    assert main([command, str(story)]) == 2
    assert "link to a place outside of the folder (--decisions" in capsys.readouterr().err
    assert not is_there or aside.read_text() == "# kept by hand\n"
    assert main(["check", str(story), "--decisions", str(aside)]) == 0


def test_decisions_that_are_linked_within_the_folder_are_read(story):
    (story / "kept").mkdir()
    (story / "kept" / "mine.toml").write_text("")
    (story / "decisions.toml").symlink_to(story / "kept" / "mine.toml")
    assert main(["check", str(story)]) == 0


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_a_lock_that_somebody_has_put_there_costs_nothing(story, kind):
    aside, lock = story.parent / "aside", story / ".decisions.toml.lock"
    aside.write_text("kept")
    lock.symlink_to(aside) if kind == "link" else lock.mkdir()
    one = decisions.Decision(finding="x", verdict="confirmed")
    with pytest.raises(OSError, match=r"decisions\.toml\.lock"):
        decisions.change(story / "decisions.toml", {"x": one})
    assert aside.read_text() == "kept"


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
def test_a_stream_that_is_closed_ends_no_run(story, monkeypatch, capsys, name):
    monkeypatch.setattr(sys, name, None)
    words = ["check", "-"] if name == "stdin" else ["check", str(story)]
    assert main(words) == (2 if name == "stdin" else 0)
    getattr(sys, name).close()
    assert "Traceback" not in capsys.readouterr().err


def test_where_nothing_can_be_said_the_exit_code_still_tells(monkeypatch):
    class Full(io.StringIO):
        def write(self, words):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stderr", Full())
    assert main(["check", "no/such/folder"]) == 2


@pytest.mark.parametrize(
    "output",
    [".", "b.txt/x.json", "../story/b.txt", "x" * 300 + ".json", "kept.json", "a\0b.json", "\0"],
)
def test_what_is_no_place_for_a_report_is_refused(story, capsys, output):
    (story / "kept.json").mkdir()
    assert main(["check", str(story), "--output", f"{story}/{output}"]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert (story / "b.txt").read_text() == SOUND


def test_a_report_onto_another_name_of_an_input_leaves_the_input(story):
    other = story.parent / "other.json"
    os.link(story / "b.txt", other)
    assert main(["check", str(story), "--output", str(other)]) == 0
    assert (story / "b.txt").read_text() == SOUND
    assert other.read_text().startswith("{")


@pytest.mark.parametrize("given", ["nan", "inf", "0", "-1", "1e400", "soon"])
def test_a_time_that_nobody_waits_is_refused(story, capsys, given):
    with pytest.raises(SystemExit):
        main(["check", str(story), f"--timeout={given}"])
    assert "is no number of seconds" in capsys.readouterr().err
