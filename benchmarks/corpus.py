"""How a corpus run grows, how much it needs, what it finds of what was planted.

    corpus.py run DIR --documents 1000 10000 [--workers 1 2] [--engine local spark]
    corpus.py articles DIR
    corpus.py equal DIR/local-10000-1 DIR/spark-10000-2
    corpus.py table [--short] [--picture FILE]

`run` makes news that was never printed (`corpus_news.py`), runs the command on it as a process of
its own, and adds a line to corpus.json. `articles` runs on the documents of the annotated stories,
which are as long as news is. `equal` holds what runs wrote against each other, row by row after
sorting, and fails where two differ. `table` prints what is there as Markdown, as `docs/corpus.md`
has it and, `--short`, the README, and draws it. Seconds are those of the processor, of all
processes of a run, since a shared machine says little by the clock.
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
from stories import stories

KEPT = Path(__file__).parent / "corpus.json"
COMMAND = "import sys; from discrepancy.cli import main; sys.exit(main(sys.argv[1:]))"


def run(folder: Path, documents: int, workers: int, engine: str) -> dict[str, object]:
    """One run, measured."""
    file = folder / f"news-{documents}.jsonl"
    made = write(documents, file)
    out = folder / f"{engine}-{documents}-{workers}"
    command = ["corpus", str(file), "--out", str(out), "--workers", str(workers)]
    command += ["--engine", engine] + ["--master", f"local[{workers}]"] * (engine == "spark")
    row = measured(command, out)
    return {
        "engine": engine,
        "workers": workers,
        "asked": documents,
        "documents": sum(len(story.documents) for story in made),
        "input_bytes": file.stat().st_size,
        **row,
        **found(made, out),
    }


def articles(folder: Path) -> dict[str, object]:
    """A run on articles of the length that news has; nothing was planted in them."""
    out, given = folder / "articles", stories()[0].parent
    command = ["corpus", str(given), "--include", "*/docs/*.txt", "--out", str(out)]
    row = measured([*command, "--workers", "1"], out)
    documents = parquet.read_table(out / "documents", columns=["text"])["text"].to_pylist()
    size = sum(len(text.encode()) for text in documents if text)
    told = {"engine": "local", "workers": 1, "asked": "articles", "documents": len(documents)}
    return {**told, "input_bytes": size, **row}


def measured(command: Sequence[str], out: Path) -> dict[str, object]:
    """What a run takes."""
    shutil.rmtree(out, ignore_errors=True)
    start = time.monotonic()
    running = subprocess.Popen([sys.executable, "-c", COMMAND, *command], start_new_session=True)
    memory, cpu = _watched(running)
    took = time.monotonic() - start
    if running.returncode:
        raise SystemExit(f"the run ended with {running.returncode}")
    return {
        "cpu_seconds": round(cpu, 1),
        "seconds": round(took, 1),
        "peak_mib": round(memory / 2**20),
        "disk_bytes": sum(one.stat().st_size for one in out.rglob("*") if one.is_file()),
        "load": round(os.getloadavg()[1], 1),
        "python": platform.python_version(),
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
    gathered: defaultdict[str, list[str]] = defaultdict(list)
    for row in parquet.read_table(out / "stories.parquet").to_pylist():
        gathered[row["story"]].append(home[row["name"]])
    joined = sum(len(set(homes)) > 1 for homes in gathered.values())
    astray = sum(len(homes) - max(Counter(homes).values()) for homes in gathered.values())
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
        "gathered": len(gathered),
        "wrongly_joined": joined,
        "documents_astray": astray,
        "planted": len(planted),
        "planted_told": len(set(right.values())),
        "flagged": len(told),
        "flagged_not_planted": len(told) - len(right),
    }


def equal(runs: Sequence[Path]) -> bool:
    """Whether runs wrote the same claims, stories and findings, whatever the order of the rows."""
    alike = True
    for name in ("claims", "stories.parquet", "findings.parquet"):
        rows = [written(one / name) for one in runs]
        same = all(other == rows[0] for other in rows)
        print(f"{name}: {', '.join(f'{len(one):,}' for one in rows)} rows, equal: {same}")
        alike &= same
    return alike


def written(table: Path) -> list[str]:
    """The rows of a table, sorted."""
    kept = parquet.read_table(table)
    return sorted(map(repr, kept.select(sorted(kept.column_names)).to_pylist()))


def _gives(words: str, figure: str) -> bool:
    return figure in re.findall(r"[\d,]*\d", words)


def table(rows: Sequence[dict[str, object]]) -> str:
    """The runs as Markdown, the exponents of growth, and what a million articles cost."""
    heads = ("engine", "workers", "documents", "bytes of each", "a CPU second")
    heads += ("peak MiB", "kept bytes of each", "stories wrongly joined", "planted told")
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for row in rows:
        many = row["documents"]
        planted = ("", "")
        if "planted" in row:
            joined = f"{row['wrongly_joined']} of {row['gathered']:,}"
            planted = joined, f"{row['planted_told']} of {row['planted']}"
        told = (row["engine"], row["workers"], f"{many:,}", f"{row['input_bytes'] // many:,}")
        told += (f"{many / row['cpu_seconds']:.0f}", row["peak_mib"])
        told += (f"{row['disk_bytes'] // many:,}", *planted)
        lines.append(f"| {' | '.join(map(str, told))} |")
    made = [row for row in rows if row["asked"] != "articles"]
    return "\n".join([*lines, "", *(f"- {one}" for one in (*exponents(made), *cost(rows)))])


def short(rows: Sequence[dict[str, object]]) -> str:
    """The longest run of each kind as Markdown."""
    heads = ("documents", "of", "run by", "documents a second of one core", "most memory")
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for asked in ("articles", "made"):
        longest = {
            (row["engine"], row["workers"]): row
            for row in sorted(rows, key=lambda row: row["documents"])
            if (row["asked"] == "articles") is (asked == "articles")
        }
        for (engine, workers), row in longest.items():
            told = (f"{row['documents']:,}", f"{row['input_bytes'] // row['documents']:,} bytes")
            told += (f"{engine}, {workers} worker{'s' * (workers != 1)}",)
            told += (f"{row['documents'] / row['cpu_seconds']:.0f}", f"{row['peak_mib']:,} MiB")
            lines.append(f"| {' | '.join(told)} |")
    return "\n".join(lines)


def cost(rows: Sequence[dict[str, object]]) -> list[str]:
    """What a million articles cost at the rate that was measured on articles."""
    return [
        f"a million articles of {row['input_bytes'] // row['documents']:,} bytes at this rate: "
        f"{1e6 / row['documents'] * row['cpu_seconds'] / 3600:.0f} hours of one core, "
        f"{row['disk_bytes'] / row['documents'] / 1e3:.1f} GB"
        for row in rows
        if row["asked"] == "articles"
    ]


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
    what.add_parser("articles").add_argument("folder", type=Path)
    what.add_parser("equal").add_argument("runs", type=Path, nargs="+")
    telling = what.add_parser("table")
    telling.add_argument("--short", action="store_true")
    telling.add_argument("--picture", type=Path)
    asked = parser.parse_args()
    if asked.what == "equal":
        raise SystemExit(not equal(asked.runs))
    rows = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else []
    if asked.what == "table":
        print(short(rows) if asked.short else table(rows))
        if asked.picture:
            made = [row for row in rows if row["asked"] != "articles"]
            asked.picture.write_text(picture(made), encoding="utf-8")
        return
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.what == "articles":
        keep(rows, articles(asked.folder))
        return
    for engine in asked.engine:
        for workers in asked.workers:
            for documents in asked.documents:
                rows = keep(rows, run(asked.folder, documents, workers, engine))


def keep(rows: Sequence[dict[str, object]], row: dict[str, object]) -> list[dict[str, object]]:
    """The runs with a new one, which takes the place of one of its kind."""
    kept = sorted([*(one for one in rows if kind(one) != kind(row)), row], key=kind)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(row))
    return kept


def kind(row: dict[str, object]) -> tuple[object, ...]:
    """What a run is of: two of one kind are not kept side by side."""
    return row["engine"], row["workers"], str(row["asked"]).zfill(8)


if __name__ == "__main__":
    main()
