"""What small and large hostile files cost: CPU seconds and memory of one `check` each.

    python benchmarks/hostile.py [--only WORDS]

Each case is a folder with one hostile document and one that is sound, checked by a process of its
own. Bars: 20 CPU seconds, 600 MB, and the sound document is read. Exit 1: a case is above one.
"""

import argparse
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.hostile import KINDS
from tests.packing import drawn, zipped

SECONDS, MEGABYTES = 20, 600


def _dates() -> bytes:
    days = (date(2001, 1, 1) + timedelta(days=7 * n) for n in range(250))
    return "".join(f"The bridge opened on {d.day} {d:%B} {d.year}. " for d in days).encode()


def _many(piece: str, times: int) -> bytes:
    return "".join(piece.format(n=n) for n in range(times)).encode()


def _bomb() -> bytes:
    """Written in pieces: what this process holds would count as memory of those it starts."""
    with zipfile.ZipFile(buffer := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", b" ")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(1000):
                part.write(b" " * 1_000_000)
    return buffer.getvalue()


def _spans() -> bytes:
    import docx

    book = docx.Document()
    book.add_paragraph("Six people died.")
    for row in book.add_table(200, 1).rows:
        row.cells[0].text = "Nine people were hurt."
    book.save(made := io.BytesIO())
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    wide = b'<w:tcPr><w:gridSpan w:val="100000"/>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:tcPr>", wide)
    return zipped(parts)


CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a name of one word of 800 letters": ("a.txt", lambda: b"A" + b"l" * 800 + b" said so."),
    "a name of one word of 2,500 letters": ("a.txt", lambda: b"A" + b"l" * 2500 + b" said so."),
    "250 dates of one thing": ("a.txt", _dates),
    "1,250 counted sentences": ("a.txt", lambda: _many("The flood killed {n} people. ", 1250)),
    "500 quotations": ("a.txt", lambda: _many("“We saw it burn for {n} days,” Hale said. ", 500)),
    "5% without end": ("a.txt", lambda: b"5%" * 1250),
    "one headline over and over": ("a.txt", lambda: b"SIX DEAD " * 1111),
    "one word of 40,000 nines": ("a.txt", lambda: b"9" * 40_000),
    "200,000 brackets of JSON": ("a.jsonl", lambda: b"[" * 200_000),
    "5 MB of news": ("a.txt", lambda: _many("The flood in Arn killed {n} people. ", 140_000)),
    "a JSON line of 20 MB": (
        "a.jsonl",
        lambda: json.dumps({"text": "Six died. " * 1_990_000}).encode(),
    ),
    "cells that span 100,000 columns": ("a.docx", _spans),
    "a zip bomb of 1 GB": ("a.docx", _bomb),
    "a PDF with 12 MB to draw": (
        "a.pdf",
        lambda: drawn(b"BT /F 9 Tf " + b"(a) Tj\n" * 1_700_000 + b"ET"),
    ),
    "a table of 5,000 numbers": ("a.txt", lambda: _many("| {n} | {n} |\n", 2500)),
}

CASES |= {kind: (one.name, partial(one.made, one.full)) for kind, one in KINDS.items()}

RUN = """
import json, resource, sys
import discrepancy as dx
report = dx.check(sys.argv[1])
used = resource.getrusage(resource.RUSAGE_SELF)
read = [source.id for source in report.sources]
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, "b.txt" in read,
                  [one.because for one in report.unread] + list(report.notes)]))
"""


def cost(name: str, content: bytes) -> tuple[float, float, bool, list[str]]:
    """CPU seconds, megabytes, whether the sound document was read, and what was told."""
    with TemporaryDirectory() as folder:
        Path(folder, name).write_bytes(content)
        Path(folder, "b.txt").write_text("The flood in Arn killed six people.", encoding="utf-8")
        told = subprocess.run(
            [sys.executable, "-c", RUN, folder],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ,
        )
    if told.returncode:
        return 0.0, 0.0, False, [told.stderr[-200:]]
    seconds, megabytes, read, why = json.loads(told.stdout)
    return seconds, megabytes, read, why


def main() -> int:
    """Measure; 1 if a case is above a bar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="only the cases whose name has these words")
    asked = parser.parse_args()
    above = 0
    for case, (name, content) in CASES.items():
        if asked.only in case:
            seconds, megabytes, read, why = cost(name, content())
            bad = seconds > SECONDS or megabytes > MEGABYTES or not read
            above += bad
            said = (why or [""])[0][:90]
            print(
                f"{'ABOVE' if bad else 'ok':5} {seconds:6.1f} s {megabytes:5.0f} MB  {case}: {said}"
            )
    print(f"{above} of {len(CASES)} cases above {SECONDS} CPU seconds or {MEGABYTES} MB")
    return int(above > 0)


if __name__ == "__main__":
    sys.exit(main())
