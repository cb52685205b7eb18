"""What strangers send, drawn by hypothesis: texts, files, folders, tables, TOML, a model's answers.

Texts are put together from words and marks that our rules look for, from news-like sentences, and
from whatever characters there are; files are sound ones of each format with bytes changed, cut
out, put in twice.
"""

import io
import json
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from discrepancy.testing import strategies as news

FILES = Path(__file__).parent.parent / "tests" / "files"

WORDS = """about at least more than fewer between and to of the a per by from on since until 3 17
1,200 2.5 million trillion dozen two-thirds half % $ € £ km mph °C year-old people dead killed
injured arrested Hale Norby Tuesday June 2024 29 February 30 03/04/2024 7:11 a.m. 25:61 GMT noon
said told denied confirmed not no never who which Mr. Mrs Gen. mayor XIV third 5th twice one in
five rose fell doubled last week ago yesterday Easter 1st quarter “we will go” "no" ‘ ’ ' ( ) [ ]
— – - / | # * & @ _ . , ; : ! ? … $5bn 10-12 5'11" №7 ½ ² 1e9 -40 +3 0 00 007 9.9.9"""
PIECE = st.sampled_from((*WORDS.split(), " ", "\n", "\n\n", "\t", "\u00a0", "\u202e", "\x1b[2J"))
SENTENCE = st.sampled_from(
    (
        "The blast in Norby killed {n} people on {d}, Hale said.",
        "At least {n} of the {m} passengers were injured.",
        "The repair will cost about ${n} million (€{m} million).",
        "“We saw {n} boats,” said Ada Hale, {m}, the mayor.",
        "It lasted from {n}:11 to {m}:37 on {d}.",
        "Profit rose {n}% to ${m}bn, {d}.",
        "Hale was not arrested; {n} others were, {d}.",
        "| {n} | {m} | {d} |",
        "By Ada Hale\nPublished {d} {n}:{m} GMT",
        "---\nid: {n}\npublished: {d}\n---\nIt sank.",
    )
)
NUMBER = st.one_of(
    st.integers(-5, 3000).map(str),
    st.integers(0, 10**60).map(str),
    st.sampled_from(("six", "two dozen", "1.5", "1,5", "9" * 300, "½", "٣", "3 to 4", "")),
)
DAY = st.one_of(
    news.days().map(str),
    st.sampled_from(("Tuesday", "29 February", "last June", "1 March 0000", "32 May 2024", "")),
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence as news has it, its gaps filled with whatever."""
    return draw(SENTENCE).format(n=draw(NUMBER), m=draw(NUMBER), d=draw(DAY))


def texts(size: int = 25) -> st.SearchStrategy[str]:
    """A text."""
    return st.one_of(
        st.lists(PIECE, max_size=size).map(" ".join),
        st.lists(st.one_of(PIECE, sentences()), max_size=size // 3).map(" ".join),
        st.builds(
            lambda piece, times: piece * times, st.one_of(PIECE, sentences()), st.integers(0, 30)
        ),
        st.text(st.characters(), max_size=4 * size),
        st.lists(st.one_of(PIECE, st.characters()), max_size=2 * size).map("".join),
    )


@cache
def sound() -> dict[str, bytes]:
    """A sound small file of each format, by suffix."""
    held = {
        ".txt": "The blast killed six people.\n\nHale said so.",
        ".md": "---\nid: a\noutlet: Arn Post\npublished: 2024-05-06\n---\n# Blast\n\nSix died.",
        ".html": "<html><head><title>Blast</title><meta property='article:published_time' content"
        "='2024-05-06'></head><body><article><h1>Blast</h1><p>Six people died in Norby.</p>"
        "</article></body></html>",
        ".mhtml": 'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
        "\n<html><body><p>Six people died in Norby.</p></body></html>\n--b--\n",
        ".eml": "From: Arn <a@arn.example>\nDate: Mon, 6 May 2024 10:00:00 +0000\nSubject: Blast\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nSix people died.",
        ".mbox": "From a@arn.example Mon May  6 10:00:00 2024\nSubject: Blast\n\nSix died.\n\n",
        ".rtf": r"{\rtf1\ansi{\b Blast}\par Six people died.}",
        ".json": json.dumps({"title": "Blast", "text": "Six died.", "date": "2024-05-06"}),
        ".jsonl": json.dumps({"text": "Six people died.", "source": {"name": "Arn"}}) + "\n",
        ".csv": "source,measurand,value\nArn Post,people killed,six\nNorby,people killed,9\n",
        ".tsv": "source\tmeasurand\tvalue\nArn Post\tpeople killed\tsix\n",
        ".warc": "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/\r\n"
        "Content-Type: text/html\r\nContent-Length: 40\r\n\r\n<html><body><p>Six died.</p></body>"
        "</html>\r\n\r\n",
    }
    binary = {".pdf": (FILES / "formats" / "narrow.pdf").read_bytes(), ".docx": _docx()}
    return {suffix: text.encode() for suffix, text in held.items()} | binary


def _docx() -> bytes:
    """The parts that a Word file must have."""
    office = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship '
        f'Id="r" Type="{office}/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{office}/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>Six people died.</w:t></w:r></w:p></w:body></w:document>",
    }
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:  # stored: bytes can be changed
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


CHANGES: tuple[Callable[[bytes, int, int, bytes], bytes], ...] = (
    lambda data, at, to, new: data[:at] + new + data[to:],
    lambda data, at, to, new: data[:at] + data[to:],
    lambda data, at, to, new: data[:at] + data[at:to] * 3 + data[to:],
    lambda data, at, to, new: data[: at + 1],
    lambda data, at, to, new: data + new,
)
"""Ways to spoil a file between two places."""


@st.composite
def spoilt(draw: st.DrawFn, suffixes: tuple[str, ...] | None = None) -> tuple[str, bytes]:
    """The suffix of a format, and a file of it that is not quite sound."""
    suffix = draw(st.sampled_from(suffixes or tuple(sound())))
    data = sound()[suffix]
    for _ in range(draw(st.integers(0, 3))):
        at, to = sorted(draw(st.integers(0, len(data))) for _ in range(2))
        new = draw(st.one_of(st.binary(max_size=8), texts(6).map(_bytes)))
        data = draw(st.sampled_from(CHANGES))(data, at, min(to, at + 200), new)
    return suffix, data


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


ODD = st.sampled_from(
    (
        *("a**b", "[a](b)", "`", "=1+1", "@list", "-rf", "--", "%0A", "::error::x", "a|b", "&amp;"),
        *(
            "</script>",
            "<img src=x>",
            "\n",
            "\r",
            "\t",
            "\x1b[2J",
            "\x9b",
            "\u202e",
            "\u2028",
            "'",
            '"',
        ),
        *(
            "\udcff",
            "\ud800",
            "é",
            "e\u0301",
            "😀",
            ".",
            "..",
            "...",
            " ",
            "~",
            "$HOME",
            "*",
            "?",
            "]]>",
        ),
        *(
            "/proc/self/fd/0",
            "../a.txt",
            "C:\\a",
            "file:///dev/zero",
            "x" * 300,
            "{",
            "}",
            ": ",
            "#",
        ),
    )
)
"""What stands in names and ids of those who do not think of whoever reads them, or do."""

LABELS = st.lists(st.one_of(ODD, PIECE, st.characters()), max_size=4).map("".join)


@st.composite
def filenames(draw: st.DrawFn) -> bytes:
    """A name that a file of a folder can have, not always in UTF-8."""
    odd = LABELS.map(lambda label: label.encode("utf-8", "surrogatepass"))
    stem = draw(st.one_of(odd, st.binary(max_size=20))).replace(b"/", b"").replace(b"\0", b"")
    suffix = draw(st.sampled_from((b".txt", b".txt", b".md", b".html", b".json", b".eml", b".csv")))
    return stem[:200] + suffix


FIELD = st.sampled_from(("id", "outlet", "title", "published", "url", "author", "decision", ""))
TELLING = st.sampled_from(
    (
        "The blast in Norby killed six people on 3 May 2024, Ada Hale said.",
        "The blast in Norby killed nine people on 5 May 2024, Ada Hale said.",
        "“We will go,” said Ada Hale, 41. At least 4 people were injured.",
        "“We will not go,” said Ada Hale, 43. At most 3 people were injured.",
    )
)


@st.composite
def accounts(draw: st.DrawFn) -> bytes:
    """A document with front matter, and something in it that others tell otherwise."""
    fields = draw(st.lists(st.tuples(FIELD, st.one_of(LABELS, DAY)), max_size=4))
    marked = draw(st.booleans())
    head = "".join(f"{name}: {told}\n" for name, told in fields)
    text = f"{draw(TELLING)} {draw(st.one_of(st.just(''), sentences(), LABELS))}"
    return _bytes(f"---\n{head}---\n{text}" if marked else f"{text}\n")


def folders() -> st.SearchStrategy[dict[bytes, bytes]]:
    """The files of a folder, by name."""
    return st.dictionaries(filenames(), accounts(), min_size=1, max_size=4)


CELLS = st.one_of(NUMBER, DAY, texts(5), st.sampled_from(("=1+1", "about 6", "6-7", "$5m", "≥ 3")))

JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts(4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(2), inner, max_size=3),
    max_leaves=6,
)

KEYS = (
    "decision",
    "finding",
    "verdict",
    "note",
    "decided",
    "tolerance",
    "rates",
    "units",
    "include",
)


@st.composite
def tomls(draw: st.DrawFn) -> str:
    """A file of decisions or settings, more or less."""
    lines = []
    for _ in range(draw(st.integers(0, 5))):
        key = draw(st.sampled_from(KEYS))
        value = draw(st.one_of(texts(3), JSONS.map(lambda one: json.dumps(one, default=str)), DAY))
        shape = draw(st.sampled_from(('{k} = "{v}"', "{k} = {v}", "[[{k}]]", "[{k}]", "{v}")))
        lines.append(shape.format(k=key, v=value))
    return "\n".join(lines)


NAMED = (
    *("questions", "verdict", "because", "answers", "figures", "quotes", "findings", "document"),
    *("documents", "a", "b", "words", "value", "id", "same", "status", "title", "sides"),
)
"""Keys of answers."""


@st.composite
def answers(draw: st.DrawFn) -> str:
    """What a model says: JSON of the right keys with wrong values, of wrong keys, or no JSON."""
    named = st.sampled_from(NAMED)
    quoted = st.sampled_from(("six people", "nine people", "conflict", "compatible", "a", "b", ""))
    leaf = st.one_of(JSONS, quoted)
    tree = st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(named, inner, max_size=4),
        max_leaves=8,
    )
    whole = st.dictionaries(named, tree, max_size=4).map(lambda one: json.dumps(one, default=str))
    cut = st.builds(lambda text, at: text[:at], whole, st.integers(0, 60))
    return draw(st.one_of(whole, whole, cut, texts(5)))
