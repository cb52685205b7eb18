"""The command as a person or a script meets it: arguments, output, exit codes, bad input."""

import gc
import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from discrepancy import cli
from discrepancy.reporting import FORMATS, waiting

ROOT = Path(__file__).parents[1]
SIX = "A blast in the harbour killed six people on Monday, police said.\n"
NINE = "A blast in the harbour killed nine people on Monday, police said.\n"


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "blast"
    folder.mkdir()
    (folder / "courier.txt").write_text(SIX, encoding="utf-8")
    (folder / "gazette.txt").write_text(NINE, encoding="utf-8")
    return folder


@pytest.fixture
def calm(tmp_path):
    folder = tmp_path / "calm"
    folder.mkdir()
    for name in ("courier.txt", "gazette.txt"):
        (folder / name).write_text(SIX, encoding="utf-8")
    return folder


def run(*arguments, **more):
    """The command as a process of its own."""
    command = [
        sys.executable,
        "-c",
        "import sys; from discrepancy.cli import main; sys.exit(main())",
    ]
    return subprocess.run(
        [*command, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        **more,
    )


def test_a_conflict_is_reported_and_ends_with_one(story, capsys):
    assert cli.main(["check", str(story)]) == 1
    out, err = capsys.readouterr()
    assert ">>six" in out
    assert ">>nine" in out
    assert err == ""


def test_sources_that_agree_end_with_zero(calm, capsys):
    assert cli.main(["check", str(calm)]) == 0
    assert "Nothing to show" in capsys.readouterr().out


def test_never_failing_is_zero_whatever_was_found(story, capsys):
    assert cli.main(["check", str(story), "--fail-on", "never"]) == 0
    assert "CONFLICT" in capsys.readouterr().out


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_goes_to_standard_output_or_a_file(story, tmp_path, capsys, form):
    assert cli.main(["check", str(story), "--format", form]) == 1
    shown = capsys.readouterr().out
    file = tmp_path / "report.out"
    assert cli.main(["check", str(story), "--format", form, "--output", str(file)]) == 1
    assert capsys.readouterr().out == ""
    assert file.read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("a.html", "<!doctype html>"),
        ("a.json", '{\n  "findings"'),
        ("a.md", "# "),
        ("a.txt", "CON"),
    ],
)
def test_the_suffix_of_the_output_names_the_format(story, tmp_path, name, begin):
    cli.main(["check", str(story), "--output", str(tmp_path / name)])
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begin)


def test_the_json_report_keeps_the_contract(story, capsys):
    cli.main(["check", str(story), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert list(report)[:3] == ["findings", "corroborated", "sources"]
    (finding,) = (f for f in report["findings"] if f["verdict"] == "conflict")
    assert {"id", "verdict", "kind", "measurand", "because", "readings"} <= finding.keys()
    claim = finding["readings"][0]["claims"][0]
    text = (story / claim["document"]).read_text(encoding="utf-8")
    assert text[claim["start"] : claim["end"]] == claim["text"]
    assert {"a", "b", "verdict", "level", "because"} <= finding["disagreements"][0].keys()


def test_findings_of_the_baseline_do_not_fail(story, tmp_path, capsys):
    baseline = tmp_path / "old.json"
    cli.main(["check", str(story), "--output", str(baseline)])
    assert cli.main(["check", str(story), "--baseline", str(baseline)]) == 0
    assert "0 findings are new" in capsys.readouterr().err
    empty = tmp_path / "empty.json"
    empty.write_text('{"findings": [], "sources": [], "claims": 0}', encoding="utf-8")
    assert cli.main(["check", str(story), "--baseline", str(empty)]) == 1


def test_a_baseline_that_is_no_report_is_named(story, tmp_path, capsys):
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]", encoding="utf-8")
    assert cli.main(["check", str(story), "--baseline", str(wrong)]) == 2
    assert str(wrong) in capsys.readouterr().err


def test_explain_shows_the_rule_of_one_finding(story, capsys):
    cli.main(["check", str(story), "--format", "json"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert cli.main(["explain", finding["id"][:6], str(story)]) == 0
    out = capsys.readouterr().out
    assert finding["id"] in out
    assert finding["disagreements"][0]["level"] in out


def test_explain_names_an_id_that_is_not_there(story, capsys):
    assert cli.main(["explain", "zzz", str(story)]) == 2
    assert "zzz" in capsys.readouterr().err


def test_review_keeps_decisions_that_check_obeys(story, capsys, monkeypatch):
    from io import StringIO

    monkeypatch.setattr(sys, "stdin", StringIO("d\n"))
    assert cli.main(["review", str(story)]) == 0
    assert "1 dismissed" in capsys.readouterr().out
    assert (story / "decisions.toml").exists()
    assert cli.main(["check", str(story)]) == 0
    assert "1 dismissed and not shown" in capsys.readouterr().out


def test_a_dismissed_finding_stays_so_when_documents_come_and_text_moves(
    story, capsys, monkeypatch
):
    from io import StringIO

    monkeypatch.setattr(sys, "stdin", StringIO("d\n"))
    cli.main(["review", str(story)])
    (story / "gazette.txt").write_text("The harbour is calm.\n\n" + NINE, encoding="utf-8")
    (story / "herald.txt").write_text("The weather was fair.\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["check", str(story)]) == 0


def test_a_damaged_file_of_decisions_is_named_and_left(story, capsys):
    path = story / "decisions.toml"
    path.write_text("[[decision", encoding="utf-8")
    for command in ("check", "review"):
        assert cli.main([command, str(story)]) == 2
        assert f"discrepancy: {path}: " in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "[[decision"


def test_the_schema_is_printed(capsys):
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Report of discrepancy"


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"]])
def test_help_and_version_end_with_zero(words, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 0
    assert "discrepancy" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [[], ["check"], ["check", ".", "--format", "word"], ["check", ".", "--published", "June"]],
)
def test_wrong_arguments_end_with_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err


def one_line(capsys):
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("discrepancy: ")
    assert err.count("\n") == 1
    return err


def test_a_missing_path_is_one_line(tmp_path, capsys):
    assert cli.main(["check", str(tmp_path / "nowhere")]) == 2
    assert "nowhere: there is no such file or folder" in one_line(capsys)


def test_a_missing_path_among_others_ends_the_run_before_anything_is_read(story, tmp_path, capsys):
    assert cli.main(["check", str(story), str(tmp_path / "nowhere"), "--format", "json"]) == 2
    assert "nowhere: there is no such file or folder" in one_line(capsys)


def test_an_empty_folder_is_one_line(tmp_path, capsys):
    assert cli.main(["check", str(tmp_path)]) == 2
    assert str(tmp_path) in one_line(capsys)


def test_an_unknown_format_of_document_is_one_line(tmp_path, capsys):
    path = tmp_path / "story.xyz"
    path.write_text(SIX, encoding="utf-8")
    assert cli.main(["check", str(path)]) == 2
    assert "story.xyz" in one_line(capsys)


def test_an_empty_document_is_named_and_the_rest_is_checked(story, capsys):
    (story / "empty.txt").write_text("", encoding="utf-8")
    assert cli.main(["check", str(story), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert len(json.loads(out)["sources"]) == 2
    assert "empty.txt" in err


def test_an_output_that_cannot_be_written_is_one_line(story, tmp_path, capsys):
    target = tmp_path / "no" / "such" / "report.json"
    assert cli.main(["check", str(story), "--output", str(target)]) == 2
    assert str(target) in one_line(capsys)


def test_json_needs_neither_rich_nor_templates(story):
    code = (
        "import sys; from discrepancy.cli import main; main(sys.argv[1:]); "
        "print(sorted({'rich', 'jinja2', 'pandas'} & sys.modules.keys()), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "check", str(story), "--format", "json"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stderr == "[]\n"


def test_a_reader_that_closes_the_pipe_is_no_error(story):
    (story / "long.txt").write_text(NINE * 400, encoding="utf-8")
    command = f"{sys.executable} -m discrepancy check {story} --format json | head -c 10"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert ended.stderr == ""


def test_a_report_sent_into_the_folder_of_its_story_is_no_source(story):
    command = (
        f"{sys.executable} -m discrepancy check {story} --format json --strict > {story}/out.json"
    )
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "")
    report = json.loads((story / "out.json").read_text(encoding="utf-8"))
    assert report["unread"] == []


def test_output_is_utf8_whatever_the_locale(story):
    (story / "gazette.txt").write_text(NINE.replace("harbour", "“Łódź” harbour"), encoding="utf-8")
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    ended = run("check", story, "--format", "json", env=plain)
    assert ended.returncode in (0, 1)
    assert "Łódź" in ended.stdout


def test_the_module_can_be_run(story):
    command = [sys.executable, "-m", "discrepancy", "check", str(story), "--fail-on", "never"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_paths_of_the_report_lead_to_the_files(story, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    cli.main(["check", "blast", "--format", "sarif"])
    (run_,) = json.loads(capsys.readouterr().out)["runs"]
    for result in run_["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert Path(uri).is_file()


class Terminal:
    """A stream that a person is watching."""

    def __init__(self):
        self.told = ""

    def isatty(self):
        return True

    def write(self, text):
        self.told += text

    def flush(self):
        pass


def test_a_person_who_waits_is_told_how_far_it_is(monkeypatch):
    watching = Terminal()
    monkeypatch.setattr(sys, "stderr", watching)
    monkeypatch.setattr(waiting, "PATIENCE", 0.01)
    with waiting.told() as tell:
        tell("reading claims", 3, 40)
        until = time.monotonic() + 2
        while "3/40" not in watching.told and time.monotonic() < until:
            time.sleep(0.02)
    assert "reading claims" in watching.told
    assert "3/40" in watching.told


def test_a_log_tells_how_far_it_is_without_a_line_twice(capsys):
    with waiting.paced() as tell:
        for done in (59, 60, 60):
            tell("reading documents", done, 60)
        tell("checking stories", 60, 60)
    told = capsys.readouterr().err.splitlines()
    assert told[-2:] == ["reading documents: 60 of 60", "checking stories: 60 of 60"]
    assert len(told) == len(set(told)) == 3


def test_who_waits_for_half_a_second_is_told_nothing(calm, tmp_path, monkeypatch):
    watching = Terminal()
    monkeypatch.setattr(sys, "stderr", watching)
    monkeypatch.setattr(waiting, "PATIENCE", 60)
    cli.main(["check", str(calm), "--output", str(tmp_path / "out.csv")])
    assert watching.told.startswith("discrepancy: wrote ")  # what was found, and no progress


def test_the_quiet_are_told_what_was_not_read_and_nothing_else(story, calm, monkeypatch, capsys):
    (calm / "b.pdf").write_bytes(b"no pdf")
    assert cli.main(["check", str(calm), "--quiet"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "not read: " in err
    assert "b.pdf" in err
    assert cli.main(["check", str(story), "--quiet"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("CONFLICT")
    assert "Note:" not in out
    assert err == ""
    watching = Terminal()
    monkeypatch.setattr(sys, "stderr", watching)
    monkeypatch.setattr(waiting, "PATIENCE", 0)
    cli.main(["check", str(story), "--quiet"])
    assert watching.told == ""


@pytest.mark.parametrize("command", ["check", "proof"])
@pytest.mark.parametrize(("name", "why"), [("a.pdf", "the suffix .pdf"), ("a", "it has no suffix")])
def test_a_suffix_that_names_no_format_is_one_line_with_those_that_do(
    story, tmp_path, capsys, command, name, why
):
    draft = [str(story / "courier.txt"), "--against"] if command == "proof" else []
    given = [*draft, str(story)]
    assert cli.main([command, *given, "--output", str(tmp_path / name)]) == 2
    told = capsys.readouterr().err
    assert why in told
    assert ".txt, .json, .md, .csv, .html" in told
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("command", [command.__name__.split(".")[-1] for command in cli.COMMANDS])
def test_every_command_helps_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert f"\n  discrepancy {command}" in told.partition("examples:")[2]


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_shell_completes_commands_and_options(shell, capsys):
    assert cli.main(["completion", shell]) == 0
    told = capsys.readouterr().out
    assert "discrepancy" in told
    assert "--fail-on" in told
    assert "serve" in told


def test_the_hooks_for_pre_commit_run(story, tmp_path, capsys):
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["discrepancy-check", "discrepancy-proof"]
    for hook in hooks:
        assert {"name", "description", "language"} <= hook.keys()
        assert hook["pass_filenames"] is False
        program, *command = hook["entry"].split()
        assert program == "discrepancy"
        given = [str(story)]
        given = given if "check" in command else [str(story / "courier.txt"), "--against", *given]
        assert cli.main([*command, *given]) in (0, 1)
    capsys.readouterr()


@pytest.mark.parametrize("plain", [True, False])
def test_a_terminal_gets_colours_unless_it_asks_for_none(story, monkeypatch, plain):
    shown = Terminal()
    shown.reconfigure = lambda **_: None
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.delenv("NO_COLOR", raising=False)
    if plain:
        monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    cli.main(["check", str(story)])
    assert ("\x1b[" in shown.told) is not plain
    if plain:
        assert max(map(len, shown.told.splitlines())) <= 60


def test_stopping_by_hand_is_no_traceback(story, monkeypatch):
    from discrepancy import pipeline

    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", stop)
    assert cli.main(["check", str(story)]) == 130


def test_a_defect_ends_with_two_and_shows_its_trace(story, monkeypatch, capsys):
    from discrepancy import pipeline

    def fail(*_, **__):
        raise RuntimeError("planted")

    monkeypatch.setattr(pipeline, "check", fail)
    assert cli.main(["check", str(story)]) == 2
    err = capsys.readouterr().err
    assert "RuntimeError: planted" in err
    assert err.endswith("not of your documents\n")


def test_a_program_that_calls_the_command_keeps_its_own_garbage_collection(story, capsys):
    before = gc.get_threshold(), gc.get_freeze_count()
    assert cli.main(["check", str(story)]) == 1
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_what_a_kill_left_beside_a_report_is_taken_away_by_the_next(story, capsys):
    left, at_work, other = (
        story / name for name in (".r.md.ab.new", ".r.md.cd.new", ".s.md.ab.new")
    )
    for one in (left, at_work, other):
        one.write_text("The blast killed ninety people.")
    for one in (left, other):
        os.utime(one, (0, 0))
    assert cli.main(["check", str(story), "--output", str(story / "r.md")]) == 1
    assert not left.exists()
    assert at_work.exists()  # a writer that is at work now
    assert other.exists()  # of a file that nobody writes
    capsys.readouterr()
    cli.main(["check", str(story), "--format", "json"])
    assert "ninety" not in capsys.readouterr().out


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
def test_on_a_terminal_the_wait_is_told_on_one_line(monkeypatch):
    monkeypatch.setattr(waiting, "PATIENCE", 0)
    watched, written = os.openpty()
    with os.fdopen(written, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        with waiting.told() as tell:
            for done in range(5):
                tell("reading documents", done, 5)
                time.sleep(0.12)
        terminal.flush()
        told = b""
        while select.select([watched], [], [], 0.5)[0]:  # it comes piece by piece
            told += os.read(watched, 100_000)
    os.close(watched)
    shown = told.decode()
    assert "reading documents" in shown
    assert shown.count("\r") > 2  # the line is written anew
    assert shown.count("\n") <= 1
    assert "\x1b[2K" in shown[-20:]  # and taken away at the end
