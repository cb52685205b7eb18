"""Files that come from strangers: only regular ones are opened, each within bounds, all named."""

import csv
import io
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import discrepancy as dx
from discrepancy.cli import main
from discrepancy.errors import UnreadableSource
from discrepancy.files import LARGEST, content
from discrepancy.reading.files.choosing import Choice
from discrepancy.reading.files.formats import documents
from discrepancy.reading.files.limits import LIMITS, Limits
from discrepancy.reading.intake import read
from discrepancy.reporting import FORMATS, render
from discrepancy.reporting.deciding import decisions

from .packing import drawn, zipped

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def story(tmp_path):
    """A folder with two accounts that disagree, and a folder beside it."""
    folder = tmp_path / "story"
    folder.mkdir()
    (tmp_path / "aside").mkdir()
    (tmp_path / "aside" / "secret.txt").write_text("Twelve people died.")
    (folder / "a.txt").write_text("The blast killed six people.")
    (folder / "b.txt").write_text("The blast killed nine people.")
    return folder


def why(folder, choice=None):
    """The reasons of what was not read, by name; the rest was."""
    found = read([folder], choice or Choice())
    assert {"a.txt", "b.txt"} <= {source.id for source in found.sources}
    return {Path(one.document).name: one.because for one in found.unread}


def test_links_out_of_the_folder_are_named_and_followed_only_when_asked(story):
    (story / "c.txt").symlink_to(story.parent / "aside" / "secret.txt")
    (story / "more").symlink_to(story.parent / "aside")
    (story / "gone.txt").symlink_to(story / "nothing.txt")
    (story / "round").symlink_to(story)
    (story / "again.txt").symlink_to(story / "a.txt")
    told = why(story)
    assert "--follow-links" in told["c.txt"]
    assert "--follow-links" in told["more"]
    assert told["gone.txt"] == "it is a link that leads nowhere"
    assert set(told) == {"c.txt", "more", "gone.txt"}
    followed = read([story], Choice(follow_links=True))
    assert sum("Twelve" in source.text for source in followed.sources) == 1
    assert [Path(one.document).name for one in followed.unread] == ["gone.txt"]


def test_pipes_and_devices_are_named_and_never_opened(story):
    os.mkfifo(story / "pipe.txt")
    (story / "zero.txt").symlink_to("/dev/zero")
    told = why(story, Choice(follow_links=True))
    assert "no regular file" in told["pipe.txt"]
    assert "no regular file" in told["zero.txt"]
    for path in (story / "pipe.txt", Path("/dev/zero")):
        with pytest.raises(OSError, match="no regular file"):
            content(path)


@pytest.mark.parametrize("name", ["decisions.toml", "discrepancy.toml"])
def test_our_own_files_are_no_pipes_or_devices(story, name, capsys):
    (story / name).symlink_to("/dev/zero")
    code = main(["check", str(story)])
    if name == "decisions.toml":
        assert code == 2
        assert "no regular file" in capsys.readouterr().err
        with pytest.raises(decisions.BadDecisions, match="left as it is"):
            decisions.load(story / name)


@pytest.mark.parametrize("lead", ["pipe", "/dev/zero"])
@pytest.mark.parametrize("command", ["check", "review", "explain"])
def test_decisions_that_are_no_file_are_refused_before_the_story_is_read(
    story, lead, command, capsys, monkeypatch
):
    monkeypatch.setattr("discrepancy.pipeline.check", None)  # whoever reads ends with a traceback
    if lead == "pipe":
        os.mkfifo(story / "decisions.toml")
    else:
        (story / "decisions.toml").symlink_to(lead)
    name = ["q-any"] if command == "explain" else []
    assert main([command, *name, str(story)]) == 2
    (told,) = capsys.readouterr().err.splitlines()
    assert "decisions.toml: it is no regular file but a pipe or a device" in told


@pytest.mark.parametrize("option", ["--baseline", "--facts"])
def test_no_option_opens_a_pipe(story, option, capsys):
    os.mkfifo(story.parent / "pipe.csv")
    assert main(["check", str(story), option, str(story.parent / "pipe.csv")]) == 2
    assert "no regular file" in capsys.readouterr().err


def test_a_folder_that_nobody_may_enter_is_named():
    """Run as another user where this one may enter everything."""
    with TemporaryDirectory() as folder:
        story = Path(folder)
        story.chmod(0o755)
        (story / "a.txt").write_text("The blast killed six people.")
        _look_as_another_user(story)


def _look_as_another_user(story):
    closed = story / "closed"
    closed.mkdir(mode=0)
    script = (
        "import os, sys\n"
        "from discrepancy.reading.intake import read\n"
        "if os.getuid() == 0:\n"
        "    os.setgid(65534); os.setuid(65534)\n"
        f"print([str(one) for one in read([{str(story)!r}]).unread])"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd="/", check=False
    )
    closed.chmod(0o755)
    if "PermissionError" in found.stderr or "ModuleNotFound" in found.stderr:
        pytest.skip("another user cannot reach this folder or the package")
    assert "closed: permission denied" in found.stdout, found.stderr


def test_a_text_too_long_is_refused_at_once_and_read_when_asked(story):
    (story / "long.txt").write_text("The blast killed six people.\n\n" * 100)
    small = Choice(limits=Limits(text=2000))
    assert "its text has 3,000 characters" in why(story, small)["long.txt"]
    assert "long.txt" not in why(story)
    (story / "large.txt").write_text("a" * 50_000)
    assert "0.0 MB of a file" in why(story, small)["large.txt"]


def test_the_command_takes_a_size(story, capsys):
    (story / "long.txt").write_text("The blast killed six people.\n\n" * 100)
    assert main(["check", str(story), "--strict", "--max-size", "0.002"]) == 2
    assert "its text has 3,000 characters" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["check", str(story), "--max-size", "-1"])


LOOPING = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 900 /Resources << /XObject << "
    b"/G 7 0 R >> >> >>\nstream\n" + b"/G Do    " * 100 + b"\nendstream",
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 800 >>\nstream\n"
    + b"q 1 w Q " * 100
    + b"\nendstream",
)
"""A form that draws another one a hundred times: objects 6 and 7 of a PDF."""


def reasons(name, data, limits=LIMITS):
    """Why nothing of a file is read."""
    try:
        found = documents(Path(name), data, name, limits=limits)
    except UnreadableSource as error:
        return str(error)
    return "; ".join(map(str, found))


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_a_zip_bomb_is_not_unpacked(name):
    pytest.importorskip("docx")
    pytest.importorskip("odfdo")
    bomb = zipped({"word/document.xml": b" " * 30_000_000, "content.xml": b" "})
    assert len(bomb) < 100_000
    assert "it unpacks to 30 MB" in reasons(name, bomb)


def test_cells_that_span_without_end_cost_nothing():
    docx = pytest.importorskip("docx")
    book = docx.Document()
    book.add_paragraph("Six people died.")
    cell = book.add_table(1, 1).cell(0, 0)
    cell.text = "Nine people were hurt."
    span = docx.oxml.OxmlElement("w:gridSpan")
    span.set(f"{{{W}}}val", "100000")
    cell._tc.get_or_add_tcPr().append(span)
    book.save(buffer := io.BytesIO())
    (found,) = documents(Path("a.docx"), buffer.getvalue(), "a.docx")
    assert found.text.split("\n") == ["Six people died.", "Nine people were hurt."]


def test_a_page_that_draws_without_end_is_named():
    pytest.importorskip("pypdf")
    small = Limits(text=20_000)
    assert "more drawing than is read" in reasons("a.pdf", drawn(b"q Q " * 50_000), small)
    nested = drawn(b"/H Do " * 100, b"/XObject << /H 6 0 R >>", LOOPING)  # 100 times 100 forms
    assert "more drawing than is read" in reasons("a.pdf", nested, Limits(text=2000))


@pytest.mark.parametrize(
    "line", ["[" * 200_000, '{"text": ' + "9" * 5000 + "}", '{"text": "\\ud800"}', "9" * 5000]
)
def test_json_lines_that_break_a_parser_are_named(story, line):
    sound = json.dumps({"text": "The blast killed seven people."})
    (story / "c.jsonl").write_text(f"{line}\n{sound}\n")
    found = read([story])
    assert any("seven" in source.text for source in found.sources)
    assert len(found.sources) + len(found.unread) == 4


def test_a_workbook_whose_last_row_is_the_millionth_is_refused():
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["source", "measurand", "value"])
    book.active["A1048576"] = "Arn Post"
    book.save(buffer := io.BytesIO())
    from discrepancy.reading.files import tables

    with pytest.raises(UnreadableSource, match="more than 50 rows"):
        tables.records(buffer.getvalue(), "a.xlsx", limits=Limits(text=1000))


def test_a_defect_of_a_reader_costs_one_file(story, monkeypatch):
    from discrepancy.reading.files import formats

    def failing(content, name, limits):
        raise IndexError("list index out of range")

    monkeypatch.setitem(formats.READERS, ".md", failing)
    (story / "c.md").write_text("Six people died.")
    assert "a defect of discrepancy" in why(story)["c.md"]


def test_a_name_cannot_steer_the_terminal(story, capsys):
    (story / "c\x1b[2J\u202e\nd.txt").write_bytes(b"\0\0")
    main(["check", str(story), "--format", "json"])
    told = capsys.readouterr()
    for words in (told.out, told.err):
        assert not set(words) & {"\x1b", "\u202e"}
    assert "not read" in told.err
    assert "\nd.txt" not in told.err


def test_no_format_steers_what_shows_it():
    hostile = "\x1b]0;x\x07\u009b\u202e</script><!--"
    texts = [f"Hale {hostile} said six people died.", f"Hale {hostile} said nine people died."]
    sources = [
        dx.Source(id=f"{number}{hostile}", text=text, outlet=f"=cmd{hostile}", title=hostile)
        for number, text in enumerate(texts)
    ]
    report = dx.check(sources)
    assert report.conflicts
    for form in FORMATS:
        written = render(report, form)
        assert not set(written) & {"\x1b", "\x07", "\u009b", "\u202e"}, form
        if form not in ("terminal", "csv", "markdown", "github"):  # no HTML, or within `code`
            assert "</script><!--" not in written, form
    assert "\n=cmd" not in render(report, "csv")
    assert ",=cmd" not in render(report, "csv")


def test_decisions_are_not_read_beyond_a_bound(story):
    with (story / "decisions.toml").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(decisions.BadDecisions, match="MB of a file are read"):
        decisions.load(story / "decisions.toml")


@pytest.mark.parametrize("command", ["review", "explain"])
def test_an_ascii_terminal_shows_what_it_can(story, command):
    (story / "a.txt").write_text("The blast in Zürich killed six people.")
    (story / "b.txt").write_text("The blast in Zürich killed nine people.")
    words = [command, str(story)] if command == "review" else [command, "q", str(story)]
    found = subprocess.run(
        [sys.executable, "-m", "discrepancy", *words],
        input=b"n\n\xff\xfe note\nq\n",
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=False,
    )
    assert found.returncode == 0, found.stderr
    assert b"Traceback" not in found.stderr


SPOILT = tomllib.loads(
    (Path(__file__).parent / "cases" / "spoilt_files.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", SPOILT, ids=lambda case: case["name"])
def test_a_spoilt_file_is_read_or_named(tmp_path, case):
    (tmp_path / case["name"]).write_bytes(case["data"].encode("latin-1"))
    (tmp_path / "a.txt").write_text("The blast killed six people.")
    found = read([tmp_path])
    assert not any("defect" in one.because for one in found.unread), found.unread
    assert len(found.sources) + len(found.unread) == 2


@pytest.mark.parametrize("words", [["check", "{}"], ["proof", "{}", "--against", "{story}"]])
def test_a_pipe_that_is_given_is_not_waited_for(story, words, capsys):
    pipe = story.parent / "pipe.txt"
    os.mkfifo(pipe)
    assert main([word.format(pipe, story=story) for word in words]) == 2
    assert "no regular file" in capsys.readouterr().err


SEVEN, FRONT = (
    b"The blast killed seven people.",
    b'---\ntitle: "\\ud800"\n---\nThe blast killed ten.',
)


@pytest.mark.parametrize("form", FORMATS)
def test_names_that_are_no_text_are_written_in_every_format(story, form):
    odd = os.fsencode(story) + b"/\xff"
    for name, text in ((b"c.txt", SEVEN), (b"d.txt", b""), (b"e.jsonl", b"{"), (b"f.md", FRONT)):
        with open(odd + name, "wb") as file:
            file.write(text)
    with open(odd + b"report.json", "w") as file:
        file.write(render(dx.check([story / "a.txt"]), "json"))
    report = dx.check(story)
    assert [len(finding.readings) for finding in report.conflicts] == [4]
    assert len(report.unread) == 2
    render(report, form).encode()


def test_a_lone_return_in_a_name_ends_no_row_of_a_table(tmp_path):
    """Before Python 3.13 its writer leaves a return unquoted, at which a reader ends the row."""
    (tmp_path / "a\r.txt").write_text("The blast in Norby killed six people.")
    (tmp_path / "b.txt").write_text("The blast in Norby killed nine people.")
    written = render(dx.check(tmp_path), "csv")
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    assert {row["verdict"] for row in rows} == {"conflict"}
    assert any("a⟨U+000D⟩.txt" in row["documents"] for row in rows)


@pytest.mark.parametrize("command", [["proof", "-", "--against", "."], ["check", "-"]])
def test_standard_input_without_end_is_read_up_to_a_bound(story, command, capsys, monkeypatch):
    class Endless(io.BytesIO):
        def read(self, size=-1):
            assert 0 < size <= LIMITS.file + 1
            return b"Six people died. " * (size // 17) + b"x" * (size % 17)

    monkeypatch.chdir(story)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Endless()))
    assert main([*command, "--max-size", "0.01"]) == 2
    assert "standard input: it has more than 0.2 MB" in capsys.readouterr().err
