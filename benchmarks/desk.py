"""A thousand mixed files, fifty of them broken in ten ways: what is named and what is read.

    python benchmarks/desk.py

Needs the extras html, docx and pdf, and fpdf2, which sets the PDF files.
"""

import io
import json
import random
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from discrepancy.reading import read

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from packing import packed

READ, BROKEN = 950, 50
FORMATS = ("txt", "txt", "md", "html", "eml", "docx", "json", "pdf", "jsonl", "txt")


def main() -> None:
    """Write the files into a folder, read it, and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (*_sound(), *_broken()):
            Path(folder, name).write_bytes(content)
        memory: list[int] = []
        tracemalloc.start()
        began = time.perf_counter()

        def told(done: int, of: int) -> None:
            if done % 100 == 0:
                memory.append(tracemalloc.get_traced_memory()[0] // 1_000_000)

        intake = read([folder], told=told)
        took = time.perf_counter() - began
    print(f"read {len(intake.sources)}, not read {len(intake.unread)}, {took:.0f} s")
    print(f"memory in MB at each hundred: {memory}")
    for because, times in Counter(one.because for one in intake.unread).most_common():
        print(f"{times:3} {because}")


def _sound() -> Iterator[tuple[str, bytes]]:
    draw = random.Random(1)
    for number in range(READ):
        dead = draw.randint(2, 90)
        title = f"Ferry sinks off Arn in storm {number}"
        body = (
            f"A ferry with {dead + 300} people on board sank off Arn, the coast guard said.",
            f"At least {dead} people were killed, and the search was called off in the evening.",
        )
        suffix = FORMATS[number % len(FORMATS)]
        yield f"d{number}.{suffix}", _written(suffix, title, body)


def _written(suffix: str, title: str, body: tuple[str, ...]) -> bytes:
    text = "\n\n".join((title, *body))
    match suffix:
        case "html":
            text = f"<html><body><h1>{title}</h1><p>{body[0]}</p><p>{body[1]}</p></body></html>"
        case "eml":
            text = f"From: Post <a@arn.example>\nSubject: {title}\n\n{body[0]}\n\n{body[1]}\n"
        case "docx":
            text = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in (title, *body))
        case "json" | "jsonl":
            text = json.dumps({"title": title, "text": "\n".join(body)})
    return packed(f"a.{suffix}", text)


def _broken() -> Iterator[tuple[str, bytes]]:
    german = "Die Fähre ist am Montag vor der Insel gesunken, und niemand wurde dabei verletzt."
    ways = (
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 9),
        ("cut.pdf", packed("a.pdf", "A ferry sank off Arn.")[:300]),
        ("locked.pdf", _locked()),
        ("scan.pdf", packed("a.pdf", " ")),
        ("cut.docx", packed("a.docx", "<w:p/>")[:200]),
        ("old.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 900),
        ("bad.json", b'{"text": '),
        ("german.txt", german.encode()),
        ("film.mp4", b"\0\0\0\x18ftypmp42"),
    )
    for number in range(BROKEN):
        name, content = ways[number % len(ways)]
        yield f"broken-{number}-{name}", content


def _locked() -> bytes:
    from fpdf import FPDF

    file = FPDF()
    file.add_page()
    file.set_font("Helvetica", size=10)
    file.cell(text="A ferry sank.")
    file.set_encryption(owner_password="a", user_password="b")
    return io.BytesIO(file.output()).getvalue()


if __name__ == "__main__":
    main()
