"""How fast figures are read: against quantulum3 on the same sentences, and per kilobyte of text.

    python benchmarks/figures.py SENTENCES.json

SENTENCES.json is a list of objects with a "text". All readers run in this one process on one core,
in processor time; quantulum3 is no requirement of ours: whoever wants the comparison installs it
(`pip install quantulum3`) beside the package, else only our own readers are timed. The
last column of the second table stays flat where the time grows with the length alone.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

import discrepancy
from discrepancy.extraction import dates, times
from discrepancy.extraction import figures as figure_reader
from discrepancy.reading import laid_out
from discrepancy.source import Source

SIZES = (1_000, 10_000, 100_000, 1_000_000)


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("sentences", type=Path)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    texts = [row["text"] for row in json.loads(chosen.sentences.read_text(encoding="utf-8"))]
    compare(texts, chosen.rounds)
    grow(texts)


def figures(text: str) -> int:
    """Layout, dates, times and figures: all that reading the figures of a text needs."""
    source = laid_out(Source(id="a", text=text))
    found = tuple(dates.read(source, ()))
    return len(list(figure_reader.read(source, found + tuple(times.read(source, found)))))


def figures_alone(text: str) -> int:
    """The figure reader by itself, on a text that is one sentence."""
    return len(list(figure_reader.read(Source(id="a", text=text), ())))


def everything(text: str) -> int:
    """All kinds of claims with their context."""
    return len(discrepancy.extract(text))


def compare(texts: list[str], rounds: int) -> None:
    """Sentences a second of each reader, and how many times the other it is."""
    readers: dict[str, Callable[[str], object]] = {}
    try:
        from quantulum3 import parser

        readers["quantulum3"] = parser.parse
    except ImportError:
        print("quantulum3 cannot be imported; only our own readers are timed")
    readers |= {
        "discrepancy.extract": everything,
        "layout, dates, figures": figures,
        "figures alone": figures_alone,
    }
    speeds: dict[str, float] = {}
    for name, reader in readers.items():
        for text in texts[:20]:
            reader(text)  # tables, patterns and classifiers are loaded
        times_taken = [_timed(reader, texts) for _ in range(1 if name == "quantulum3" else rounds)]
        speeds[name] = len(texts) / min(times_taken)
    base = speeds.get("quantulum3")
    for name, speed in speeds.items():
        ratio = f"{speed / base:8.1f} times quantulum3" if base else ""
        print(f"{name:24} {speed:10.0f} sentences/s {ratio}")


def grow(texts: list[str]) -> None:
    """Processor time per kilobyte: one stretch of text, cut into pieces of growing length."""
    paragraph = "\n\n".join(texts) + "\n\n"
    for size in SIZES:
        whole = max(size, 100_000)
        stretch = (paragraph * (whole // len(paragraph) + 1))[:whole]
        pieces = [stretch[at : at + size] for at in range(0, whole, size)]
        spent, alone = _timed(figures, pieces), _timed(figures_alone, pieces)
        print(
            f"{size / 1000:8.0f} kB: layout, dates, figures {spent * 1e6 / whole:8.2f} ms/kB, "
            f"figures alone {alone * 1e6 / whole:6.2f} ms/kB"
        )


def _timed(reader: Callable[[str], object], texts: list[str]) -> float:
    begun = process_time()
    for text in texts:
        reader(text)
    return process_time() - begun


if __name__ == "__main__":
    main()
