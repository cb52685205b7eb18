"""What lies on a desk goes in, and what does not is named: by command, reports and helpers."""

import io
import json
import random
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

import discrepancy as dx
from discrepancy import cli
from discrepancy.errors import UnreadableSource
from discrepancy.reading import read
from discrepancy.reading.language import foreign
from discrepancy.reading.page.breaks import unbroken
from discrepancy.reporting import FORMATS, Options, proofed, render
from discrepancy.source import Unread
from discrepancy.testing import assert_all_read, assert_borne_out, assert_no_conflict

SIX = "The blast at Norby killed six people, the coast guard said."
NINE = "The blast at Norby killed nine people, the coast guard said."
SWAHILI = (
    "Meli ilizama Jumatatu karibu na kisiwa hicho, na watu tisa waliuawa, walinzi wa "
    "pwani walisema katika taarifa yao ya jana."
)
VIETNAMESE = (
    "Một chiếc phà đã chìm hôm thứ Hai ngoài khơi đảo, và chín người đã thiệt mạng, "
    "lực lượng bảo vệ bờ biển cho biết."
)
HEADLINES = (
    "Police arrest man over collapse\nMayor quits after vote\nSnow shuts schools across "
    "north\nRate cut lifts shares\nFirm buys rival yard\nFerry crew strike ends"
)
GERMAN = "Die Fähre ist am Montag vor der Insel gesunken, und niemand wurde dabei verletzt."
SUFFIXES = {"terminal": "txt", "markdown": "md", "claimreview": "jsonld", "junit": "xml"}
SUFFIXES |= {"github": "txt"}


@pytest.fixture
def desk(tmp_path):
    """A folder of two accounts and one that cannot be read."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.txt").write_text(SIX)
    (folder / "b.txt").write_text(NINE)
    (folder / "locked.bin").write_bytes(b"\0\1")
    return folder


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_names_what_was_not_read(desk, form):
    written = render(dx.check(desk), form, Options(width=100))
    assert "locked.bin" in written
    assert "the format .bin is unknown" in " ".join(written.split())


def test_of_very_many_files_of_one_reason_the_first_are_named(desk):
    names = [f"{number:03}" for number in range(260)]
    unread = [Unread(document=f"{name}.py", because="the format .py is unknown") for name in names]
    notes = tuple(f"{name}.md: {name} lines of tables between bars are not read." for name in names)
    given = dx.check(desk)
    report = given.model_copy(update={"unread": (*given.unread, *unread), "notes": notes})
    shown = " ".join(render(report, "terminal", Options(width=200)).split())
    assert "000.py, 001.py, 002.py and 257 more (--verbose names each): the format .py is" in shown
    assert "locked.bin: the format .bin is unknown" in shown
    assert "tables between bars are not read, and so of 259 more (--verbose names each)" in shown
    whole = render(report, "terminal", Options(width=200, verbose=True))
    assert all(f"{name}.py: " in whole and f"{name}.md: " in whole for name in names)


def test_each_of_many_files_of_one_reason_is_named(desk):
    names = [f"{number:02}.py" for number in range(60)]
    unread = [Unread(document=name, because="the format .py is unknown") for name in names]
    report = dx.check(desk).model_copy(update={"unread": tuple(unread)})
    shown = render(report, "terminal", Options(width=200))
    assert "the format .py is unknown (each of these 60): 00.py, " in shown
    assert all(name in shown for name in names)


def test_the_summary_counts_what_was_read(desk):
    said = render(dx.check(desk), "terminal", Options(width=200)).splitlines()[-1]
    assert "from 2 of 3 documents (1 was not read)" in said


def test_nothing_found_is_said_of_what_could_be_read(desk, capsys):
    (desk / "b.txt").unlink()
    assert cli.main(["check", str(desk)]) == 0
    assert "Nothing found in what could be read" in " ".join(capsys.readouterr().out.split())
    assert cli.main(["check", str(desk), "--strict"]) == 2


def test_what_was_not_read_is_told_once(desk, capsys):
    cli.main(["check", str(desk)])
    out, err = capsys.readouterr()
    assert (out + err).replace("\n", "").count("locked.bin") == 1  # a long path may wrap
    cli.main(["check", str(desk), "--format", "json"])
    assert capsys.readouterr().err.count("locked.bin") == 1


def test_helpers_fail_naming_the_document(desk):
    report = dx.check(desk)
    with pytest.raises(AssertionError, match=r"locked\.bin: the format"):
        assert_no_conflict(report, about="ferry")
    assert_no_conflict(report, about="ferry", allow_unread=["*.bin"])
    assert_all_read(report, allow_unread=["*"])


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_of_ours_is_no_source(desk, form):
    for name, texts in (("full", [SIX, NINE]), ("clean", [SIX])):
        path = desk / f"{name}.{SUFFIXES.get(form, form)}"
        path.write_text(render(dx.check(texts), form), encoding="utf-8")
    intake = read([desk])
    assert [source.id for source in intake.sources] == ["a.txt", "b.txt"]
    assert [one.document for one in intake.unread] == [str(desk / "locked.bin")]
    assert len(intake.own) >= 1


@pytest.mark.parametrize("form", proofed.FORMATS)
def test_a_proof_of_ours_is_no_source(desk, form):
    proof = dx.proof("Nine people died at Norby.", against=[SIX])
    path = desk / f"proof.{SUFFIXES.get(form, form)}"
    path.write_text(proofed.render(proof, form, Options()), encoding="utf-8")
    assert [source.id for source in read([desk]).sources] == ["a.txt", "b.txt"]


def test_what_a_terminal_showed_is_no_source(desk, capsys):
    finding = dx.check([SIX, NINE]).findings[0]
    (desk / "coloured.txt").write_text(f"\x1b[1;31mCONFLICT\x1b[0m\x1b[2m {finding.id}: \x1b[0mx")
    cli.main(["explain", finding.id, str(desk / "a.txt"), str(desk / "b.txt")])
    (desk / "explained.txt").write_text(capsys.readouterr().out)
    (desk / "Thumbs.db").write_bytes(b"\0")
    intake = read([desk])
    assert [source.id for source in intake.sources] == ["a.txt", "b.txt"]
    assert [one.document for one in intake.unread] == [str(desk / "locked.bin")]


@pytest.mark.parametrize("form", proofed.FORMATS)
def test_a_proof_names_what_was_not_read(desk, form):
    proof = dx.proof("Six people died at Norby.", against=desk)
    told = proofed.render(proof, form, Options())
    assert "locked.bin" in told.replace("\n", "")  # a terminal breaks a long path where it must
    assert "not read 1" in repr(proof)
    assert "not read 1" in repr(dx.check(desk))
    assert "of 3 documents (1 was not read)" in str(proof)
    with pytest.raises(AssertionError, match=r"locked\.bin: the format"):
        assert_borne_out(proof, allow=["not found", "differs"])
    assert_borne_out(proof, allow=["not found", "differs"], allow_unread=["*.bin"])


def test_a_text_that_speaks_of_claims_is_a_source(desk):
    (desk / "c.txt").write_text("Nothing to show for it: the court heard 3 claims from 2 sources.")
    assert "c.txt" in [source.id for source in read([desk]).sources]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "German"),
        ("La nave è affondata lunedì al largo e non ci sono stati morti, ha detto.", "Italian"),
        ("Le navire a coulé lundi au large de la côte et il n'y a pas de blessés.", "French"),
        (SWAHILI, "a language other than English"),
        (VIETNAMESE, "a language other than English"),
        ("Паром затонул в понедельник у берега, никто не пострадал.", "Cyrillic"),
        ("渡轮星期一在岛屿附近沉没，没有人受伤，海岸警卫队说。", "Chinese"),
    ],
)
def test_a_document_in_another_language_is_named_and_not_compared(tmp_path, text, language):
    (tmp_path / "a.txt").write_text(SIX, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    (one,) = read([tmp_path]).unread
    assert language in one.because
    assert one.because.endswith("only English is compared")


def test_an_english_text_that_quotes_another_language_is_read():
    text = f"The captain spoke to the inquiry in German. “{GERMAN}” he said, and then he left it."
    assert len(read([dx.Source(id="a", text=text)]).sources) == 1


def test_files_are_chosen_by_name_and_path(desk):
    (desk / "old").mkdir()
    (desk / "old" / "c.txt").write_text(NINE)

    def ids(**choice):
        return [source.id for source in read([desk], dx.Choice(**choice)).sources]

    assert ids(include=("*.txt",)) == ["a.txt", "b.txt", "old/c.txt"]
    assert ids(include=("*.txt",), exclude=("old/*",)) == ["a.txt", "b.txt"]
    assert ids(exclude=("b.txt", "*.bin")) == ["a.txt", "old/c.txt"]


def test_the_command_takes_globs_lists_and_standard_input(desk, capsys, monkeypatch):
    assert cli.main(["check", str(desk), "--exclude", "*.bin", "--strict"]) == 1
    (desk.parent / "list.txt").write_text("# both accounts\ndesk/a.txt\n\ndesk/b.txt\n")
    capsys.readouterr()
    assert cli.main(["check", f"@{desk.parent / 'list.txt'}", "--format", "json"]) == 1
    assert len(json.loads(capsys.readouterr().out)["sources"]) == 2
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(NINE.encode())))
    assert cli.main(["check", "-", str(desk / "a.txt"), "--format", "json"]) == 1
    names = [source["id"] for source in json.loads(capsys.readouterr().out)["sources"]]
    assert names == ["a.txt", "standard input"]


def test_the_command_maps_the_fields_of_an_export(tmp_path, capsys):
    record = {"story": {"lede": SIX}, "when": {"printed": "2024-10-22T09:00:00Z"}}
    (tmp_path / "a.json").write_text(json.dumps(record))
    fields = ["--field", "text=story.lede", "--field", "published=when.printed"]
    assert cli.main(["check", str(tmp_path), *fields, "--format", "json"]) == 0
    (source,) = json.loads(capsys.readouterr().out)["sources"]
    assert source["published"] == "2024-10-22"
    assert source["published_from"] == "the export (when.printed)"


def test_a_list_that_is_not_there_is_one_line(tmp_path, capsys):
    assert cli.main(["check", f"@{tmp_path / 'none.txt'}"]) == 2
    assert "this list of files cannot be read" in capsys.readouterr().err


def test_a_mailbox_gives_its_messages_and_what_is_attached(tmp_path):
    from email.message import EmailMessage
    from mailbox import mbox

    box = mbox(tmp_path / "desk.mbox")
    for number, words in enumerate((SIX, NINE), start=1):
        mail = EmailMessage()
        mail["From"], mail["Subject"] = "Press <press@norby.example>", f"Release {number}"
        mail["Date"] = "Tue, 22 Oct 2024 09:12:00 +0000"
        mail.set_content(words)
        mail.add_attachment(NINE.encode(), maintype="text", subtype="plain", filename="annex.txt")
        mail.add_attachment(b"\0", maintype="application", subtype="zip", filename="all.zip")
        box.add(mail)
    box.close()
    intake = read([tmp_path])
    assert [source.id for source in intake.sources] == [
        "desk.mbox#1",
        "desk.mbox#1/annex.txt",
        "desk.mbox#2",
        "desk.mbox#2/annex.txt",
    ]
    assert str(intake.sources[0].published_at) == "2024-10-22 09:12:00+00:00"
    assert [one.because for one in intake.unread] == [
        f"desk.mbox#{n}/all.zip: the format .zip is unknown" for n in (1, 2)
    ]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the writer's
def test_an_archive_gives_its_pages(tmp_path):
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    writer = pytest.importorskip("warcio.warcwriter", reason="the extra warc is not installed")
    from warcio.statusandheaders import StatusAndHeaders

    with (tmp_path / "a.warc.gz").open("wb") as file:
        out = writer.WARCWriter(file, gzip=True)
        for number, (status, kind) in enumerate(
            [("200 OK", "text/html"), ("404 Not Found", "text/html"), ("200 OK", "image/png")]
        ):
            page = f"<html><body><h1>Blast at Norby</h1><p>{SIX}</p></body></html>"
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
            address = f"https://norby.example/2024/10/22/{number}"
            body = io.BytesIO(page.encode())
            out.write_record(
                out.create_warc_record(address, "response", payload=body, http_headers=headers)
            )
    (source,) = read([tmp_path]).sources
    assert (source.url, source.outlet) == ("https://norby.example/2024/10/22/0", "norby.example")
    assert str(source.published) == "2024-10-22"


@pytest.mark.parametrize(
    "record",
    [
        {"status": "ok", "articles": [{"source": {"name": "Arn Post"}, "content": SIX}]},
        [{"publisher": "Arn Post", "maintext": SIX}],
        {"source_domain": "Arn Post", "maintext": SIX},
    ],
    ids=["a list under a name", "a list", "one article"],
)
def test_exports_of_one_file(tmp_path, record):
    (tmp_path / "a.json").write_text(json.dumps(record))
    (source,) = read([tmp_path]).sources
    assert (source.text, source.outlet) == (SIX, "Arn Post")


def test_a_truncated_article_of_an_export_is_noted(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"content": f"{SIX} [+1234 chars]"}))
    (source,) = read([tmp_path]).sources
    assert source.notes == ("the export leaves out the last 1234 characters",)


def test_a_locked_pdf_needs_a_password(tmp_path):
    fpdf = pytest.importorskip("fpdf", reason="fpdf2 is not installed")
    pytest.importorskip("pypdf", reason="the extra pdf is not installed")
    file = fpdf.FPDF()
    file.add_page()
    file.set_font("Helvetica", size=10)
    file.cell(text=SIX)
    file.set_encryption(owner_password="a", user_password="b")
    (tmp_path / "a.pdf").write_bytes(bytes(file.output()))
    with pytest.raises(UnreadableSource, match="it needs a password"):
        dx.check(tmp_path)


def test_accounts_of_one_day_are_ordered_by_the_hour():
    def told(words, hour):
        text = f"---\npublished: 2024-10-22T{hour}\n---\n{words} people died in the blast at Norby."
        return dx.Source(id=hour, text=text, outlet=hour)

    report = dx.check([told("Three", "10:15"), told("Seven", "21:30")])
    assert [finding.verdict.value for finding in report.findings] == ["update"]
    report = dx.check([told("Seven", "10:15"), told("Three", "21:30")])
    assert [finding.verdict.value for finding in report.findings] == ["conflict"]


STORY = """Ferry sinks off Arn after fire

A ferry with 412 people on board sank off the island of Arn on 22 October 2024, and at least 17 \
people were killed. The fire had broken out at half past nine in the evening, Ann Kerrin said.

“We saw the smoke and we turned back,” said Ann Kerrin, the captain, of the firm Hale Chemicals. \
It was built for 12 million euros in 1998 and was last inspected between 3 and 5 April 2024.

The owner, Alder Lines, said that three of its five ships would stay in port until Friday."""
"""Paragraphs between blank lines, as mail and word processors paste them."""


def _claims(text: str) -> list[tuple[str, ...]]:
    return [
        (claim.kind, " ".join(claim.text.split()), str(claim.value), str(claim.context.attribution))
        for claim in dx.extract(text, published="2024-10-23")
        if claim.context
    ]


def test_a_line_break_at_any_space_changes_no_claim():
    whole = _claims(STORY)
    body = STORY.index("\n\n")
    spaces = [found.start() for found in re.finditer(r"(?<=\S) (?=\S)", STORY)]
    draw = random.Random(17)
    for at in draw.sample([space for space in spaces if space > body], 24):
        broken = f"{STORY[:at]}\n{STORY[at + 1 :]}"
        assert _claims(broken) == whole, broken[at - 30 : at + 30]


@pytest.mark.parametrize("width", [24, 40, 66, 90])
def test_hard_line_ends_change_no_claim(width):
    from textwrap import fill

    wrapped = "\n\n".join(fill(paragraph, width) for paragraph in STORY.split("\n\n"))
    assert _claims(wrapped) == _claims(STORY)


def test_what_is_seen_leads_back_to_the_text_as_read():
    for path in (Path(__file__).parent / "files" / "formats").glob("*.txt"):
        (source,) = dx.read(path)
        page = unbroken(source)
        for claim in dx.extract(source):
            assert claim.span.of(source.text) == claim.text
        for sentence in page.source.layout.sentences:
            seen = " ".join(sentence.of(page.source.text).split())
            assert seen == " ".join(page.read(sentence).of(source.text).split())


def test_a_syndicated_copy_under_its_own_headline_counts_as_a_copy():
    body = (
        "A ferry with 412 people on board sank off the island of Arn on Tuesday. The fire killed "
        "17 people, the coast guard said. The search was called off in the evening."
    )
    other = dx.Source(
        id="c",
        text="At least 25 people were killed when a ferry sank off the island of Arn on Tuesday.",
    )
    first = dx.Source(id="a", text=f"Ferry sinks off Arn\n\n{body}")
    copied = dx.Source(
        id="b", text=f"Many die in ferry disaster\nBy Ann Ode\n\n{body}\n\nRead more"
    )
    (alone,) = dx.check([first, other]).findings
    (both,) = dx.check([first, copied, other]).findings
    assert both.severity == alone.severity
    told = [note for note in dx.check([first, copied, other]).notes if "one source" in note]
    assert told == ["b prints the report of a: the two count as one source."]
    assert not [note for note in dx.check([first, other]).notes if "one source" in note]


def test_strict_word_files_are_read_like_others(tmp_path):
    import zipfile

    pytest.importorskip("docx", reason="the extra docx is not installed")
    path = Path(__file__).parent / "files" / "formats" / "a.docx"
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "officeDocument/relationships"
        ),
    }
    with zipfile.ZipFile(path) as usual, zipfile.ZipFile(tmp_path / "a.docx", "w") as file:
        for part in usual.infolist():
            data = usual.read(part)
            if part.filename.endswith((".xml", ".rels")):
                for address, name in strict.items():
                    data = data.replace(
                        address.encode(), f"http://purl.oclc.org/ooxml/{name}".encode()
                    )
            file.writestr(part.filename, data)
    assert dx.read(tmp_path / "a.docx")[0].text == dx.read(path)[0].text


def test_footnotes_are_read_below_the_text(tmp_path):
    docx = pytest.importorskip("docx", reason="the extra docx is not installed")
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = (
        f'<w:footnotes xmlns:w="{main}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>The office counts 31 barges.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    document = docx.Document()
    document.add_paragraph("Barges must carry two lamps.")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(tmp_path / "a.docx")
    (source,) = dx.read(tmp_path / "a.docx")
    assert source.text == "Barges must carry two lamps.\nThe office counts 31 barges."


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("six people", "nine people", ' with "nine" for "six"'),
        ("412 people", "about 400 people", ' with "about 400" for "412"'),
        ("Querne", "Norby", ' with "Norby" for "Querne"'),
        ("on Monday", "on Sunday", ' with "Sunday" for "Monday"'),
        ("nine in the evening", "ten in the evening", ' with "ten" for "nine"'),
        ("The owner", "The  owner", ""),
        ("Ferry sinks", "Six dead at sea", ""),
    ],
)
def test_the_note_on_a_copy_names_what_it_changes(was, now, told):
    text = (
        "Ferry sinks\n\nThe ferry sank on Monday off the isle of Arn, and six people were killed.\n"
        "It had left Querne at nine in the evening with 412 people on board, the owners said.\n"
        "The owner of the ship said that three of its five ships would stay in port for a week."
    )
    report = dx.check(
        [dx.Source(id="a", text=text), dx.Source(id="b", text=text.replace(was, now))]
    )
    notes = [note for note in report.notes if "prints the report" in note]
    assert notes == [f"b prints the report of a{told}: the two count as one source."]
    differ = was in ("six people", "on Monday", "nine in the evening")
    assert bool(report.findings) is differ


@pytest.mark.parametrize(
    "text",
    [
        "Ardlow Rovers 3 Querne 1\nGrell 2 Ode 2\nKerrin beat Hale 6-4 6-3\n" * 6,
        HEADLINES,
    ],
)
def test_lists_of_headlines_and_results_are_no_other_language(text):
    assert foreign(text) is None


def test_the_source_of_a_page_in_a_text_file_is_read_as_the_page(tmp_path):
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    path = tmp_path / "a.txt"
    path.write_text(
        f"<!DOCTYPE html><html><head><title>Lock shut</title></head><p>{SIX}</p></html>"
    )
    (source,) = dx.read(path)
    assert "<" not in source.text
    assert source.counted == "paragraph"
