"""Without the libraries of an extra: one sentence with the line that installs it, everywhere."""

import sys
import tomllib
from importlib import import_module, reload
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy import cli
from discrepancy.errors import MissingExtra, UnreadableSource

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ROOT / "tests" / "files" / "formats"
TEXTS = ["The blast at Norby killed six people.", "The blast at Norby killed nine people."]
READ = {
    "a.html": ("html", "trafilatura"),
    "a.mhtml": ("html", "trafilatura"),
    "chromium.pdf": ("pdf", "pypdf"),
    "a.docx": ("docx", "docx"),
    "libreoffice.rtf": ("rtf", "striprtf"),
    "lib.odt": ("odt", "odfdo"),
    "a.warc": ("warc", "warcio"),
    "a.xlsx": ("tables", "openpyxl"),
    "a.parquet": ("tables", "pyarrow"),
}
"""A file of each format that an extra reads, and the library that it lacks."""


def _frame():
    return dx.check(TEXTS).to_frame()


def _arrow():
    return dx.check(TEXTS).to_arrow()


def _chart():
    report = dx.check(TEXTS)
    return report.plot(report.findings[0])


def _strategies():
    return reload(import_module("discrepancy.testing.strategies"))


def _model():
    return import_module("discrepancy.reader.client")._library()


def _spark():
    with import_module("discrepancy.corpora.spark").session(None):
        pass


CALLED = {
    "pandas": ("pandas", _frame),
    "notebook": ("pyarrow", _arrow),
    "notebook, a chart": ("altair", _chart),
    "testing": ("hypothesis", _strategies),
    "model": ("openai", _model),
    "spark": ("pyspark", _spark),
}
"""What is called of each other extra, and the library that it lacks."""


class Without:
    """Finds no module of one library, as where it was never installed."""

    def __init__(self, library):
        self._library = library

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == self._library:
            raise ModuleNotFoundError(f"No module named {name!r}", name=self._library)


@pytest.fixture
def without(monkeypatch):
    def take(library):
        for name in [one for one in sys.modules if one.partition(".")[0] == library]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setattr(sys, "meta_path", [Without(library), *sys.meta_path])

    return take


def _told(said, extra):
    assert f'pip install "discrepancy[{extra}]"' in said
    assert "\n" not in said.strip()


@pytest.mark.parametrize("name", READ)
def test_a_file_is_named_with_the_line_that_installs_what_reads_it(tmp_path, without, name):
    extra, library = READ[name]
    path = FORMATS / name
    if not path.exists():
        path = tmp_path / name
        path.write_bytes(b"PK\x03\x04 or PAR1 or WARC/1.0")
    without(library)
    with pytest.raises(UnreadableSource) as told:
        dx.read(path)
    _told(str(told.value), extra)
    assert name in str(told.value)


@pytest.mark.parametrize("name", CALLED)
def test_what_is_called_says_it_too(without, name):
    library, call = CALLED[name]
    without(library)
    with pytest.raises(MissingExtra) as told:
        call()
    _told(str(told.value), name.partition(",")[0])


@pytest.mark.parametrize(
    ("extra", "library", "command"),
    [
        ("serve", "starlette", ["serve"]),
        ("corpus", "duckdb", ["corpus", "--out", "archive"]),
    ],
)
def test_a_command_says_it_and_ends_with_two(tmp_path, without, capsys, extra, library, command):
    story = tmp_path / "story"
    story.mkdir()
    for number, text in enumerate(TEXTS):
        (story / f"{number}.txt").write_text(text)
    first, *rest = [str(tmp_path / word) if word == "archive" else word for word in command]
    without(library)
    assert cli.main([first, str(story), *rest]) == 2
    _told(capsys.readouterr().err.splitlines()[-1], extra)  # what was read is told above it


def test_every_extra_is_asked_for_here():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"][
        "optional-dependencies"
    ]
    asked = {extra for extra, _ in READ.values()} | {name.partition(",")[0] for name in CALLED}
    assert asked | {"serve", "corpus", "all", "dev"} == set(extras)
