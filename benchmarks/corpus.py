"""How a corpus run grows, how much it needs, what it finds of what was planted.

    corpus.py run DIR --documents 1000 10000 [--workers 1 2] [--engine local spark]
    corpus.py table [--picture FILE]

`run` makes news that was never printed (`corpus_news.py`), runs the command on it as a process of
its own, and adds a line to corpus.json: a run that was killed goes on. `table` prints what is
there as Markdown and draws it. Seconds are those of the processor, of all processes of the run,
since a shared machine says little by the clock.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import log
from pathlib import Path

import pyarrow.parquet as parquet

from corpus_news import Story, write

KEPT = Path(__file__).parent / "corpus.json"
COMMAND = "import sys; from discrepancy.cli import main; sys.exit(main(sys.argv[1:]))"


def run(folder: Path, documents: int, workers: int, engine: str) -> dict[str, object]:
    """One run, measured."""
    file = folder / f"news-{documents}.jsonl"
    made = write(documents, file)
    out = folder / f"{engine}-{documents}-{workers}"
    command = ["corpus", str(file), "--out", str(out), "--workers", str(workers)]
    command += ["--engine", engine] + ["--master", f"local[{workers}]"] * (engine == "spark")
    shutil.rmtree(out, ignore_errors=True)
    start = time.monotonic()
    running = subprocess.Popen([sys.executable, "-c", COMMAND, *command], start_new_session=True)
    memory, cpu = _watched(running)
    took = time.monotonic() - start
    if running.returncode:
        raise SystemExit(f"the run ended with {running.returncode}")
    size = sum(one.stat().st_size for one in out.rglob("*") if one.is_file())
    return {
        "engine": engine,
        "workers": workers,
        "asked": documents,
        "documents": sum(len(story.documents) for story in made),
        "cpu_seconds": round(cpu, 1),
        "seconds": round(took, 1),
        "peak_mib": round(memory / 2**20),
        "disk_bytes": size,
        "input_bytes": file.stat().st_size,
        "load": os.getloadavg()[1],
        "python": platform.python_version(),
        **found(made, out),
    }


def _watched(running: "subprocess.Popen[bytes]") -> tuple[int, float]:
    """The most memory that all processes of a run held together, in bytes, and their seconds."""
    most, spent = 0, {}
    page, tick = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")
    while running.poll() is None:
        resident = 0
        for entry in Path("/proc").glob("[0-9]*/stat"):
            try:
                told = entry.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(told[3]) == running.pid:  # the session
                resident += int(told[21]) * page
                spent[entry.parent.name] = (int(told[11]) + int(told[12])) / tick
        most = max(most, resident)
        time.sleep(0.2)
    return most, sum(spent.values())


def found(made: Sequence[Story], out: Path) -> dict[str, object]:
    """How the stories were gathered, and how many planted conflicts are told."""
    home = {one["id"]: story.name for story in made for one in story.documents}
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for row in parquet.read_table(out / "stories.parquet").to_pylist():
        stories[row["story"]].append(home[row["name"]])
    joined = sum(len(set(homes)) > 1 for homes in stories.values())
    astray = sum(len(homes) - max(Counter(homes).values()) for homes in stories.values())
    told: defaultdict[str, set[str]] = defaultdict(set)
    told_of: defaultdict[str, set[str]] = defaultdict(set)
    for row in parquet.read_table(out / "findings.parquet").to_pylist():
        if row["verdict"] in ("conflict", "update"):
            told[row["story"] + row["finding"]].add(row["text"])
            told_of[row["story"] + row["finding"]].add(home[row["source"]])
    planted = {story.name: story.planted for story in made if story.planted}
    right = {
        key: name
        for key, words in told.items()
        for name in told_of[key]
        if name in planted and all(any(_gives(w, one) for w in words) for one in planted[name])
    }
    return {
        "stories": len(made),
        "gathered": len(stories),
        "wrongly_joined": joined,
        "documents_astray": astray,
        "planted": len(planted),
        "planted_told": len(set(right.values())),
        "flagged": len(told),
        "flagged_not_planted": len(told) - len(right),
    }


def _gives(words: str, figure: str) -> bool:
    return figure in re.findall(r"[\d,]*\d", words)


def table(rows: Sequence[dict[str, object]]) -> str:
    """The runs as Markdown, and the exponents of growth."""
    heads = ("engine", "workers", "documents", "documents a second", "CPU s", "s", "peak MiB")
    heads += ("disk B a document", "wrongly joined", "planted told", "flagged beside")
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for row in rows:
        told = (
            *(row["engine"], row["workers"], f"{row['documents']:,}"),
            *(f"{row['documents'] / row['cpu_seconds']:.0f}", f"{row['cpu_seconds']:,.0f}"),
            *(
                f"{row['seconds']:,.0f}",
                row["peak_mib"],
                f"{row['disk_bytes'] // row['documents']:,}",
            ),
            f"{row['wrongly_joined'] / row['gathered']:.2%}",
            f"{row['planted_told']} of {row['planted']}",
            row["flagged_not_planted"],
        )
        lines.append(f"| {' | '.join(map(str, told))} |")
    return "\n".join([*lines, "", *exponents(rows)])


def exponents(rows: Sequence[dict[str, object]]) -> list[str]:
    """How the seconds grow from each size to the next."""
    lines = []
    for engine, workers in sorted({(row["engine"], row["workers"]) for row in rows}):
        ours = [row for row in rows if (row["engine"], row["workers"]) == (engine, workers)]
        for less, more in pairwise(sorted(ours, key=lambda row: row["documents"])):
            times = more["documents"] / less["documents"]
            grown = log(more["cpu_seconds"] / less["cpu_seconds"]) / log(times)
            lines.append(
                f"{engine}, {workers}: from {less['documents']:,} to {more['documents']:,} "
                f"documents the seconds grow with exponent {grown:.2f}"
            )
    return lines


def picture(rows: Sequence[dict[str, object]]) -> str:
    """Documents against seconds, both in powers of ten, as SVG."""
    width, height, edge = 560, 320, 50
    sizes = [row["documents"] for row in rows]
    seconds = [row["cpu_seconds"] for row in rows]
    left, right = log(min(sizes), 10) - 0.2, log(max(sizes), 10) + 0.2
    low, high = log(min(seconds), 10) - 0.2, log(max(seconds), 10) + 0.2

    def at(documents: float, spent: float) -> tuple[float, float]:
        x = edge + (log(documents, 10) - left) / (right - left) * (width - 2 * edge)
        y = height - edge - (log(spent, 10) - low) / (high - low) * (height - 2 * edge)
        return round(x, 1), round(y, 1)

    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">',
        "<style>text { font: 12px sans-serif }</style>",
        f'<text x="{edge}" y="20">Seconds of the processor by documents, powers of ten</text>',
    ]
    colours = ("#1b6ca8", "#c0562b", "#3b7d4f", "#7a5195")
    kinds = sorted({(row["engine"], row["workers"]) for row in rows})
    for number, (kind, colour) in enumerate(zip(kinds, colours, strict=False)):
        ours = sorted(
            (row["documents"], row["cpu_seconds"])
            for row in rows
            if (row["engine"], row["workers"]) == kind
        )
        points = [at(*one) for one in ours]
        line = " ".join(f"{x},{y}" for x, y in points)
        drawn.append(f'<polyline points="{line}" fill="none" stroke="{colour}"/>')
        for (x, y), (documents, spent) in zip(points, ours, strict=True):
            drawn.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>')
            drawn.append(f'<text x="{x + 7}" y="{y + 14}">{documents:,}: {spent:,.0f} s</text>')
        told = f"{kind[0]}, {kind[1]} worker{'s' * (kind[1] != 1)}"
        drawn.append(f'<text x="{edge}" y="{40 + 16 * number}" fill="{colour}">{told}</text>')
    return "\n".join([*drawn, "</svg>", ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = parser.add_subparsers(dest="what", required=True)
    running = what.add_parser("run")
    running.add_argument("folder", type=Path)
    running.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000])
    running.add_argument("--workers", type=int, nargs="+", default=[1])
    running.add_argument("--engine", nargs="+", default=["local"])
    what.add_parser("table").add_argument("--picture", type=Path)
    asked = parser.parse_args()
    rows = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else []
    if asked.what == "table":
        print(table(rows))
        if asked.picture:
            asked.picture.write_text(picture(rows), encoding="utf-8")
        return
    asked.folder.mkdir(parents=True, exist_ok=True)
    for engine in asked.engine:
        for workers in asked.workers:
            for documents in asked.documents:
                row = run(asked.folder, documents, workers, engine)
                kind = [row[name] for name in ("engine", "workers", "documents")]
                rows = [
                    one
                    for one in rows
                    if [one[name] for name in ("engine", "workers", "documents")] != kind
                ]
                rows = sorted(
                    [*rows, row], key=lambda r: (r["engine"], r["workers"], r["documents"])
                )
                KEPT.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
                print(json.dumps(row))


if __name__ == "__main__":
    main()
