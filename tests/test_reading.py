"""Folders, files of every format, and everything that can be wrong with them."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from discrepancy.errors import UnreadableSource
from discrepancy.reading import intake, read
from discrepancy.reading.files.exports import NAMES
from discrepancy.source import Source

SOURCE = Source(id="a", text="A ferry sank.")
FILES = Path(__file__).with_name("files")
BODY = (
    "A ferry with 40 people on board sank off Arn on Monday after it hit a trawler in thick fog, "
    "the coast guard said."
)


def only(*paths: Path | str | Source) -> Source:
    """The one source that these give."""
    sources, unread, _ = read(paths)
    assert unread == ()
    (source,) = sources
    return source


def complaint(path: Path) -> str:
    """The one sentence about a document that cannot be read, without its path."""
    sources, unread, _ = read([path])
    assert sources == ()
    (one,) = unread
    assert one.document == str(path)
    return one.because


def article(source: Source) -> list[str]:
    assert source.layout is not None
    return [" ".join(span.of(source.text).split()) for span in source.layout.paragraphs]


def test_a_folder_is_read_with_all_below_in_order_of_ids():
    sources, unread, _ = read([FILES / "story"])
    assert [source.id for source in sources] == ["arn.txt", "later/lund.md"]
    assert unread == ()


def test_front_matter_tells_outlet_day_and_title():
    lund = only(FILES / "story" / "later" / "lund.md")
    assert (lund.outlet, lund.published, lund.title) == (
        "Lund News",
        date(2013, 5, 8),
        "The ferry of Arn",
    )
    assert article(lund) == ["The ferry of Arn", "Six people died when a ferry sank off Arn."]


def test_the_text_is_the_whole_file():
    path = FILES / "story" / "later" / "lund.md"
    assert only(path).text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2013-05-06", date(2013, 5, 6)),
        ("2013-05-06T23:30:00-05:00", date(2013, 5, 6)),
        ("'6 May 2013'", date(2013, 5, 6)),
        ("May 6, 2013, 10:51 IST", date(2013, 5, 6)),
        ("05/06/2013", None),
        ("May 2013", None),
        ("yesterday", None),
    ],
)
def test_a_published_day_is_taken_only_where_it_is_clear(tmp_path, stated, day):
    (tmp_path / "a.md").write_text(f"---\npublished: {stated}\n---\nA ferry sank.")
    assert only(tmp_path / "a.md").published == day


def test_an_id_in_the_front_matter_goes_before_the_path(tmp_path):
    (tmp_path / "a.md").write_text("---\nid: arn.txt\n---\nA ferry sank.\n")
    assert only(tmp_path / "a.md").id == "arn.txt"


def test_html():
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    source = only(FILES / "ferry.html")
    assert (source.outlet, source.published, source.title) == (
        "Arn Post",
        date(2013, 5, 7),
        "Ferry sinks off Arn, five dead",
    )
    assert source.url == "https://www.example.org/2013/05/07/ferry"
    assert article(source)[:2] == ["Ferry sinks off Arn, five dead", BODY]
    assert "Minister" not in source.text
    assert "cookies" not in source.text


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>A ferry sank off Arn.</p>", ["A ferry sank off Arn."]),
        ("<html><body>A ferry sank.<br>Five died.</body></html>", ["A ferry sank.", "Five died."]),
        (
            "<h1>Ferry sinks off Arn</h1><p>It sank on Monday:</p><ul><li>12 dead</li></ul>",
            ["Ferry sinks off Arn", "It sank on Monday:", "12 dead"],
        ),
    ],
    ids=["fragment", "short page", "list"],
)
def test_small_pages(tmp_path, markup, paragraphs):
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    (tmp_path / "a.html").write_text(markup)
    assert [text.lstrip("- ") for text in article(only(tmp_path / "a.html"))] == paragraphs


def test_pdf():
    pytest.importorskip("pypdf", reason="the extra pdf is not installed")
    source = only(FILES / "ferry.pdf")
    assert source.published is None
    assert article(source)[:2] == ["Ferry sinks off Arn, five dead", BODY]


def test_word():
    pytest.importorskip("docx", reason="the extra docx is not installed")
    source = only(FILES / "ferry.docx")
    assert source.title == "Ferry sinks off Arn, five dead"
    assert article(source)[:2] == ["Ferry sinks off Arn, five dead", BODY]
    assert article(source)[-2:] == ["Dead 5", "Saved 35"]


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("a.html", "trafilatura", "html"), ("a.pdf", "pypdf", "pdf"), ("a.docx", "docx", "docx")],
)
def test_a_missing_extra_is_named(tmp_path, monkeypatch, name, module, extra):
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_text("<p>A ferry sank off Arn.</p>")
    assert f'pip install "discrepancy[{extra}]"' in complaint(tmp_path / name)


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.docx"])
def test_a_damaged_file_is_left_out(tmp_path, name):
    module = {"a.html": "trafilatura", "a.pdf": "pypdf", "a.docx": "docx"}[name]
    pytest.importorskip(module, reason=f"the extra for {name} is not installed")
    (tmp_path / name).write_text("<p></p>")
    assert complaint(tmp_path / name)


def test_an_export_holds_one_document_a_line():
    sources, unread, _ = read([FILES / "export.jsonl"])
    assert unread == ()
    assert [(s.id, s.outlet, s.published) for s in sources] == [
        ("arn-1", "Arn Post", date(2013, 5, 7)),
        ("export.jsonl#2", "Lund News", date(2013, 5, 8)),
    ]
    assert sources[0].title == "Ferry sinks off Arn"
    assert sources[0].url == "https://www.example.org/a"


def test_a_bad_line_of_an_export_is_left_out_and_the_rest_is_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "A ferry sank."}\n{"text": \n[1]\n{"title": "No text"}\n')
    sources, unread, _ = read([path])
    assert [source.text for source in sources] == ["A ferry sank."]
    assert [one.because[:18] for one in unread] == [
        "line 2 is no JSON",
        "line 3 is no JSON ",
        "line 4 has no text",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "Café owners – 3,000 of them – met “in Arn”.".encode(),
        b"\xef\xbb\xbf" + "Café owners – 3,000 of them – met “in Arn”.".encode(),
        "Café owners – 3,000 of them – met “in Arn”.".encode("utf-16"),
        "Café owners – 3,000 of them – met “in Arn”.".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 with mark", "windows-1252"],
)
def test_encodings(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    assert only(tmp_path / "a.txt").text == "Café owners – 3,000 of them – met “in Arn”."


def test_a_declared_encoding_is_tried(tmp_path):
    text = "-*- coding: iso-8859-2 -*-\nPrezydent Łęcki spotkał 3 osoby w Łodzi."
    (tmp_path / "a.txt").write_bytes(text.encode("iso-8859-2"))
    assert only(tmp_path / "a.txt").text == text


def test_an_encoding_that_cannot_be_told_is_said(tmp_path):
    (tmp_path / "a.txt").write_bytes("Паром затонул у берега в понедельник".encode("koi8-r"))
    assert complaint(tmp_path / "a.txt") == (
        "it is not UTF-8, and no other encoding is declared or can be told"
    )


def test_line_ends_are_read_as_newlines(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"A ferry sank.\r\nFive died.\rIt is gone.")
    assert only(tmp_path / "a.txt").text == "A ferry sank.\nFive died.\nIt is gone."


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"---\noutlet: A\n---\n"])
def test_an_empty_document_is_left_out(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    assert complaint(tmp_path / "a.txt") == "the document is empty"


def test_a_binary_file_is_left_out(tmp_path):
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 4)
    assert complaint(tmp_path / "a.txt") == "it holds no text but binary data"


def test_an_unknown_format_is_named(tmp_path):
    (tmp_path / "a.zip").write_text("A ferry sank.")
    assert complaint(tmp_path / "a.zip") == "the format .zip is unknown"


def test_a_missing_path_and_an_empty_folder_are_said(tmp_path):
    for path in (tmp_path / "none", "x" * 5000):
        with pytest.raises(UnreadableSource, match=r": there is no such file or folder$"):
            read([SOURCE, path])
    assert complaint(tmp_path) == "the folder holds no documents"


def test_what_stands_beside_the_documents_is_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text("A ferry sank.")
    (tmp_path / "known_conflicts.toml").write_text("")
    (tmp_path / "gold.json").write_text("{}")
    (tmp_path / "~$a.docx").write_text("open elsewhere")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text("<p>Buy two boats, get one free.</p>")
    (tmp_path / "page.html").write_text("<p>A ferry sank.</p>")
    (tmp_path / ".hidden.txt").write_text("A ferry sank.")
    sources, unread, _ = read([tmp_path])
    assert [source.id for source in sources] == ["a.txt", "page.html"]
    assert [str(one) for one in unread] == [
        f"{tmp_path / 'gold.json'}: the file has no text; it is looked for under "
        + ", ".join(NAMES["text"])
    ]


def test_the_rest_is_read_where_one_document_cannot_be(tmp_path):
    (tmp_path / "a.txt").write_text("A ferry sank.")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2\3")
    sources, unread, _ = read([tmp_path])
    assert [source.id for source in sources] == ["a.txt"]
    assert [str(one) for one in unread] == [
        f"{tmp_path / 'b.txt'}: it holds no text but binary data"
    ]


def test_ids_are_unique_and_no_file_is_read_twice(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"Ferry {folder} sank.")
    sources, _, _ = read([tmp_path / "one", tmp_path / "one" / "a.txt", tmp_path / "two"])
    assert sorted(source.id for source in sources) == sorted(
        ["a.txt", (tmp_path / "two" / "a.txt").as_posix()]
    )


def test_documents_of_one_export_may_share_an_id(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": 7, "text": "A ferry sank."}\n' * 3)
    path = (tmp_path / "a.jsonl").as_posix()
    assert [source.id for source in read([tmp_path]).sources] == sorted(["7", path, f"{path}#2"])


def test_a_file_that_may_not_be_opened_is_left_out(tmp_path, monkeypatch):
    def refuse(path, *_):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("A ferry sank.")
    monkeypatch.setattr(intake.files, "content", refuse)
    assert complaint(tmp_path / "a.txt") == "permission denied"


def test_a_scan_is_left_out(tmp_path):
    pypdf = pytest.importorskip("pypdf", reason="the extra pdf is not installed")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.write(tmp_path / "a.pdf")
    assert complaint(tmp_path / "a.pdf").startswith("the PDF holds no text")


def test_front_matter_keeps_to_what_it_knows(tmp_path):
    (tmp_path / "a.md").write_text("---\npublished: soon\nmood: grim\noutlet:\n---\nA ferry sank.")
    source = only(tmp_path / "a.md")
    assert (source.published, source.outlet, source.id) == (None, None, "a.md")


def test_ready_sources_are_laid_out_and_keep_what_they_know():
    given = Source(id="a", text="A ferry sank.", outlet="Arn Post", published=date(2013, 5, 7))
    source = only(given)
    assert source.layout is not None
    assert source.model_dump(mode="json") == given.model_dump(mode="json")


def test_the_layout_is_no_part_of_the_json():
    assert "layout" not in json.loads(only(Source(id="a", text="A ferry sank.")).model_dump_json())
