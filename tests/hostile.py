"""Files that a stranger might send to cost time or memory, or to end a run, at any size.

A kind is a name of a file and what makes its bytes from a number: pieces, levels, rows. The tests
read each small and within small bounds; `benchmarks/hostile.py` checks each at its full size.
"""

import io
import json
import zlib
from collections.abc import Callable
from typing import NamedTuple

from .packing import drawn, word, zipped

MAIL = (
    b"From: Arn <a@arn.example>\nDate: Mon, 6 May 2024 10:00:00 +0000\n"
    b"Subject: Blast\nMIME-Version: 1.0\n"
)
MIXED = MAIL + b"Content-Type: multipart/mixed; boundary=b\n\n"
ROW = b"source,measurand,value\n"
DIED = b"Nine people died in Arn."


class Kind(NamedTuple):
    """A kind of file."""

    name: str
    full: int
    """How many pieces make it costly."""
    made: Callable[[int], bytes]
    small: int = 1500
    """How many a test makes of it."""


def page(inside: bytes, head: bytes = b"") -> bytes:
    """A web page with an article."""
    article = b"<article><p>" + DIED + b"</p>" + inside + b"</article>"
    return b"<html><head>" + head + b"</head><body>" + article + b"</body></html>"


def many(piece: bytes, times: int) -> bytes:
    """A piece with its number so many times."""
    return b"".join(piece.replace(b"#", b"%d" % number) for number in range(times))


def record(field: str, words: str) -> Callable[[int], bytes]:
    """A record of an export with one field that goes on and on."""
    return lambda n: json.dumps({"text": DIED.decode(), field: words * n}).encode()


def warc(head: bytes, n: int) -> bytes:
    """A packed archive whose first record has a head that goes on and on."""
    block = zlib.compressobj(9, wbits=31)
    whole = [block.compress(b"WARC/1.0\r\n"), *(block.compress(head * 1000) for _ in range(n))]
    return b"".join((*whole, block.flush()))


def sheet(change: Callable[[dict[str, bytes]], object]) -> bytes:
    """A workbook of one claim with its parts changed."""
    import zipfile

    import openpyxl

    book = openpyxl.Workbook()
    for row in (["source", "measurand", "value"], ["Arn Post", "people killed", "nine"]):
        book.active.append(row)
    book.save(made := io.BytesIO())
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    return zipped(parts)


def _no_sheet(parts: dict[str, bytes]) -> None:
    head, _, rest = parts["xl/workbook.xml"].partition(b"<sheets>")
    parts["xl/workbook.xml"] = head + b"<sheets/>" + rest.partition(b"</sheets>")[2]


def _one_word(n: int) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    numbers = pa.array([0] * n, pa.int32())
    words = pa.DictionaryArray.from_arrays(numbers, pa.array(["Nine died. " * 80_000]))
    parquet.write_table(pa.table({"text": words}), made := io.BytesIO())
    return made.getvalue()


def _rows(n: int) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.table({"text": ["Nine died."] * n}), made := io.BytesIO())
    return made.getvalue()


def _hex(n: int) -> bytes:
    """A page drawn by a stream in ASCII85, whose `z` stands for four bytes."""
    whole = drawn(b"BT ET").replace(b"/FlateDecode", b"/ASCII85Decode")
    head, _, rest = whole.partition(b"stream\n")
    return head + b"stream\n" + b"z" * n + b"~>\nendstream" + rest.partition(b"endstream")[2]


def _twice(n: int) -> bytes:
    """A page that is packed twice: a few kilobytes that unpack to n megabytes."""
    pack = zlib.compressobj(9)
    inner = b"".join(pack.compress(b" " * 1_000_000) for _ in range(n)) + pack.flush()
    whole = drawn(inner)
    return whole.replace(b"/FlateDecode", b"[/FlateDecode /FlateDecode]")


KINDS: dict[str, Kind] = {
    "a JSON list of 900,000 documents": Kind(
        "a.json", 900_000, lambda n: b"[" + b",".join([b'{"text":"Six died."}'] * n) + b"]"
    ),
    "900,000 lines of JSON": Kind("a.jsonl", 900_000, lambda n: b'{"text":"Six died."}\n' * n),
    "six million empty records": Kind("a.jsonl", 6_000_000, lambda n: b"{}\n" * n),
    "ten million numbers for records": Kind("a.jsonl", 9_900_000, lambda n: b"1\n" * n),
    "30,000 documents of one id": Kind(
        "a.json",
        30_000,
        lambda n: b"[" + b",".join([b'{"text":"Six died.","id":"a"}'] * n) + b"]",
    ),
    "a title of 18 MB": Kind("a.json", 2_000_000, record("title", "Six died ")),
    "an outlet of 18 MB": Kind("a.json", 2_000_000, record("outlet", "Arn Post ")),
    "an id of 19 MB": Kind("a.json", 4_700_000, record("id", "Arn/")),
    "an address of 19 MB": Kind("a.json", 1_700_000, record("url", "http://a/2024/05/06/")),
    "a day of 19 MB": Kind("a.json", 1_700_000, record("published", "6 May 2024 ")),
    "a text of lone quotation marks of mail": Kind(
        "a.eml", 450_000, lambda n: MAIL + b"\nNine died.\n" + b">\n" * n + b"x"
    ),
    "a text of empty lines": Kind("a.txt", 900_000, lambda n: DIED + b"\n" * n + DIED),
    "a text of single letters, a line each": Kind("a.txt", 450_000, lambda n: b"a\n" * n),
    "a text of a date each other word": Kind("a.txt", 180_000, lambda n: b"On a " * n),
    "a punycode of 19 MB": Kind(
        "a.txt", 4_700_000, lambda n: b"charset=punycode \xff" + b"-a9z" * n
    ),
    "a subject of 100,000 encoded words": Kind(
        "a.eml", 100_000, lambda n: b"From: a\nSubject: " + b"=?utf-8?q?a?= " * n + b"\n\n" + DIED
    ),
    "a subject of open comments": Kind(
        "a.eml", 600_000, lambda n: b"From: a\nSubject: " + b"a (" * n + b"\n\n" + DIED
    ),
    "a sender of open comments": Kind(
        "a.eml", 100_000, lambda n: b"From: " + b"(" * n + b"\n\n" + DIED
    ),
    "100,000 senders": Kind(
        "a.eml", 100_000, lambda n: b"From: " + b"a@b.example, " * n + b"\n\n" + DIED
    ),
    "a type with 200,000 parameters": Kind(
        "a.eml",
        200_000,
        lambda n: MAIL + b"Content-Type: text/plain" + b"; a*0*=b" * n + b"\n\n" + DIED,
    ),
    "300,000 headers": Kind("a.eml", 300_000, lambda n: MAIL + many(b"X-#: a\n", n) + b"\n" + DIED),
    "100,000 attachments": Kind(
        "a.eml",
        100_000,
        lambda n: (
            MIXED
            + b'--b\nContent-Disposition: attachment; filename="a.txt"\n\nNine died.\n' * n
            + b"--b--"
        ),
    ),
    "messages in messages, 600 deep": Kind(
        "a.eml",
        600,
        lambda n: (
            MIXED
            + b"--b\nContent-Type: text/plain\n\nNine died.\n--b\n"
            + b"Content-Type: message/rfc822\n\n" * n
            + b"Subject: a\n\n"
            + b"Nine people died. \n" * 100 * n
        ),
    ),
    "parts in parts, 10,000 deep": Kind(
        "a.eml",
        10_000,
        lambda n: (
            MAIL + many(b"Content-Type: multipart/mixed; boundary=b#\n\n--b#\n", n) + b"\n" + DIED
        ),
        small=200,
    ),
    "a mailbox of 300,000 messages": Kind(
        "a.mbox",
        300_000,
        lambda n: b"From a@b Mon May  6 10:00:00 2024\nSubject: Blast\n\nSix died.\n\n" * n,
    ),
    "a mailbox of nothing but senders": Kind("a.mbox", 3_000_000, lambda n: b"From \n" * n),
    "a saved page of 300,000 parts": Kind(
        "a.mhtml",
        300_000,
        lambda n: (
            b'Content-Type: multipart/related; boundary="b"\n\n'
            + b"--b\nContent-Type: text/html\n\n<p>Nine died in Arn.\n" * n
        ),
    ),
    "a page of a million paragraphs": Kind("a.html", 1_000_000, lambda n: page(b"<p>a" * n)),
    "a tag with a million attributes": Kind(
        "a.html", 1_000_000, lambda n: page(b"<p " + many(b"a#=1 ", n) + b">x")
    ),
    "a page of 300,000 days of printing": Kind(
        "a.html",
        300_000,
        lambda n: page(b"", b"<meta property='article:published_time' content='2024-05-06'>" * n),
    ),
    "elements in elements, 500,000 deep": Kind("a.html", 500_000, lambda n: page(b"<div>" * n)),
    "brackets of JSON in a page": Kind(
        "a.html",
        500_000,
        lambda n: page(b"", b"<script type='application/ld+json'>" + b"[" * n + b"</script>"),
    ),
    "a number of 5,000 digits in a page": Kind(
        "a.html",
        5000,
        lambda n: page(
            b"", b"<script type='application/ld+json'>{\"a\":" + b"9" * n + b"}</script>"
        ),
    ),
    "a page of 19 million brackets": Kind("a.html", 19_000_000, lambda n: page(b"<" * n)),
    "a page of 5 million ampersands": Kind("a.html", 5_000_000, lambda n: page(b"&" * n)),
    "a title of 10 MB in a page": Kind(
        "a.html", 1_100_000, lambda n: page(b"", b"<title>" + b"Six died " * n + b"</title>")
    ),
    "three million paragraphs of Word": Kind("a.docx", 3_000_000, lambda n: word("<w:p/>" * n)),
    "tables in tables of Word": Kind(
        "a.docx",
        5000,
        lambda n: word("<w:tbl><w:tr><w:tc><w:p/>" * n + "</w:tc></w:tr></w:tbl>" * n),
    ),
    "five million groups of RTF": Kind(
        "a.rtf", 5_000_000, lambda n: b"{\\rtf1 Nine people died. " + b"{" * n
    ),
    "a number of RTF without end": Kind(
        "a.rtf", 20, lambda n: b"{\\rtf1 Nine died. \\bin" + b"9" * n + b" \\u" + b"9" * n + b"?}"
    ),
    "a page drawn in ASCII85": Kind("a.pdf", 9_000_000, _hex),
    "a page that is packed twice": Kind("a.pdf", 1000, _twice, small=2),
    "a stream of open arrays": Kind("a.pdf", 200_000, lambda n: drawn(b"BT /F 9 Tf " + b"[" * n)),
    "a head of an archive of 300 MB": Kind(
        "a.warc.gz", 300, lambda n: warc(b"a" * 1000, n), small=3
    ),
    "50 million headers of an archive": Kind(
        "a.warc.gz", 50_000, lambda n: warc(b"X: a\r\n", n), small=200
    ),
    "a workbook without a sheet": Kind("a.xlsx", 1, lambda n: sheet(_no_sheet)),
    "a workbook whose sheet is missing": Kind(
        "a.xlsx", 1, lambda n: sheet(lambda parts: parts.pop("xl/worksheets/sheet1.xml"))
    ),
    "a long word once, meant 900,000 times": Kind("a.parquet", 900_000, _one_word),
    "900,000 rows of documents": Kind("a.parquet", 900_000, _rows),
    "300,000 rows about one thing": Kind(
        "a.csv", 300_000, lambda n: ROW + many(b"Arn #,people killed,#\n", n)
    ),
    "3,000 rows about one thing": Kind(
        "a.csv", 3_000, lambda n: ROW + many(b"Arn #,people killed,#\n", n)
    ),
    "300,000 rows of no figure": Kind(
        "a.csv", 300_000, lambda n: ROW + many(b"Arn #,people killed,x#\n", n)
    ),
    "a header of 900,000 columns": Kind("a.csv", 900_000, lambda n: many(b"c#,", n)),
    "a quotation mark that never closes": Kind(
        "a.csv", 2_000_000, lambda n: ROW + b'Arn,"' + b"killed\n" * n
    ),
    "a figure of a billion billion digits": Kind(
        "a.csv", 18, lambda n: ROW + b"Arn,people killed,1e" + b"9" * n + b"\n"
    ),
}
