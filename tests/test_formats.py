"""One story in every format, as real programs write it: the same claims, and the same findings."""

import re
from collections import Counter
from pathlib import Path

import pytest

import discrepancy as dx

FILES = Path(__file__).parent / "files" / "formats"
NEEDS = {
    ".html": "trafilatura",
    ".mhtml": "trafilatura",
    ".eml": "trafilatura",
    ".pdf": "pypdf",
    ".docx": "docx",
    ".odt": "odfdo",
    ".rtf": "striprtf",
}
"""The libraries of the extras."""

NAMES = sorted(path.name for path in FILES.iterdir() if path.suffix not in (".json", ".txt"))
NAMES = [name for name in NAMES if name != "README.md"] + ["wrapped.txt"]
OTHER = (
    "A ferry with 430 people on board sank off the island of Arn on Tuesday. At least 25 people "
    "were killed, the coast guard said. It was built in Norby for 15 million euros. The search was "
    "called off at 4 p.m. on Wednesday."
)


def _read(name: str) -> dx.Source:
    if needed := NEEDS.get(Path(name).suffix):
        pytest.importorskip(needed, reason=f"the extra for {name} is not installed")
    (source,) = dx.read(FILES / name)
    return source.model_copy(update={"id": "a", "outlet": "Arn Post", "published": None})


def _flat(words: str) -> str:
    return " ".join(re.sub(r"[“”\"]", " ", words).split())


def _claims(source: dx.Source) -> Counter[tuple[str, ...]]:
    return Counter(
        (
            claim.kind,
            _flat(claim.text),
            _flat(str(claim.value.model_dump(mode="json"))),
            (claim.context.attribution if claim.context else "") or "",
        )
        for claim in dx.extract(source, published="2024-10-23")
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_format_gives_the_same_claims(name):
    assert _claims(_read(name)) == _claims(_read("a.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_every_format_gives_the_same_findings(name):
    def found(source):
        other = dx.Source(id="b", text=OTHER, outlet="Norby Post")
        report = dx.check([source, other], published="2024-10-23")
        return {(one.id, one.verdict, _flat(one.because)) for one in report.findings}

    expected = found(_read("a.txt"))
    assert expected
    assert found(_read(name)) == expected


def test_an_export_keeps_its_title_apart():
    (source,) = dx.read(FILES / "a.json")
    assert source.title == "Ferry sinks off Arn after fire in engine room"
    assert source.text.startswith("A ferry with 412 people")
    assert str(source.published_at) == "2024-10-23 10:15:00"


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("a.txt", "a.txt:3:"),
        ("chromium.pdf", "chromium.pdf, page 1"),
        ("libreoffice.docx", "libreoffice.docx, paragraph 2"),
        ("a.html", "a.html, paragraph 2"),
    ],
)
def test_a_place_is_told_as_a_reader_finds_it(name, where):
    from discrepancy.finding import Citation
    from discrepancy.reporting.passages import Texts

    _read(name)
    (source,) = dx.read(FILES / name)
    start = source.text.index("412")
    cited = Citation(document=source.id, start=start, end=start + 3, text="412")
    assert Texts([source]).passage(cited).spot.startswith(where)


CHANGES = Path(__file__).parent / "files" / "changes"
"""One text with a tracked change, struck and hidden text, a footnote, a box and a comment, as
LibreOffice 7.4 writes it."""


@pytest.mark.parametrize("name", ["quarry.docx", "quarry.odt", "quarry.rtf"])
def test_changes_are_accepted_and_what_is_aside_is_read(name):
    pytest.importorskip(NEEDS[Path(name).suffix], reason=f"the extra for {name} is not installed")
    (source,) = dx.read(CHANGES / name)
    assert "killed eleven people on Sunday. It cost 12 million euros" in _flat(source.text)
    assert "\nThe quarry stood still on Monday.\n" in source.text
    assert {"35", "240"} <= {claim.text for claim in dx.extract(source)}
    for unwanted in ("six", "777", "888", "999"):
        assert unwanted not in source.text
    assert source.notes == (
        "1 tracked deletion is not read",
        "1 piece of struck text is not read",
        "1 piece of hidden text is not read",
    )
