"""Words per second of the whole of `extract` against `dateparser.search.search_dates`, in one run.

    python benchmarks/dates.py [FOLDER of annotated stories] [--share N]

Both read the same documents, each measured in its own processor time after a first document that
is not counted. `extract` reads figures, quotes, statuses, names and context besides the dates.
dateparser is called twice: as it comes, finding the language itself, and told that it is English.
`--share 10` takes every tenth document.
"""

import argparse
import time
import warnings
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import discrepancy
from discrepancy.source import Source

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval" / "stories"


def words_per_second(read: Callable[[Source], object], sources: Sequence[Source]) -> float:
    read(sources[0])
    begun = time.process_time()
    for source in sources:
        read(source)
    took = time.process_time() - begun
    return sum(len(source.text.split()) for source in sources) / took


def with_dateparser(source: Source, languages: list[str] | None) -> object:
    from dateparser.search import search_dates

    day = source.published
    base = datetime(day.year, day.month, day.day) if day else datetime(2024, 10, 24)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return search_dates(source.text, languages=languages, settings=settings)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", type=Path, nargs="?", default=EVAL)
    parser.add_argument("--share", type=int, default=10, help="take every N-th document")
    options = parser.parse_args()
    every = [
        source
        for folder in sorted(options.stories.iterdir())
        if folder.is_dir()
        for source in discrepancy.read(folder / "docs")
    ]
    sources = every[:: options.share]
    ours = words_per_second(discrepancy.extract, sources)
    theirs = words_per_second(partial(with_dateparser, languages=None), sources)
    in_english = words_per_second(partial(with_dateparser, languages=["en"]), sources)
    print(f"{len(sources)} documents, {sum(len(one.text.split()) for one in sources)} words")
    print(f"discrepancy.extract             {ours:9.0f} words/s")
    for name, speed in (("as it comes", theirs), ("told English", in_english)):
        print(f"search_dates, {name:14}    {speed:9.0f} words/s, extract {ours / speed:.1f} x")


if __name__ == "__main__":
    main()
