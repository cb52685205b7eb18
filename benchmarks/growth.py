"""What twice the text costs, in steps and not in seconds, over texts made to cost much.

    python benchmarks/growth.py [--only extract|check|folder] [--title WORDS] [--size N] [--seconds]

Of each text of growth.toml one of N pieces and one of 2 N are read (`extract`) or checked with a
second document (`check`), or so many documents of forty pieces each are checked as one story
(`folder`). Printed is how many times the steps of the first the second takes; exit
1 if the worst is above its bar. A step is a line of Python that runs, as `sys.settrace` counts
it; what C and regular expressions do inside one line is not seen, so `--seconds` prints CPU
seconds at four times the size beside it.
"""

import argparse
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from types import FrameType
from typing import Any

import discrepancy as dx

BARS = {"extract": 2.2, "check": 2.3, "folder": 2.3}
"""The worst growth for a doubling that is let pass."""

SIZES = {"extract": 400, "check": 100, "folder": 10}
"""Pieces of the smaller text, or documents of the smaller folder."""

PIECES = 40
"""Pieces of each document of a folder."""


def cases(what: str) -> list[dict[str, str]]:
    """The texts of growth.toml for `extract`, `check` or `folder`."""
    return tomllib.loads(Path(__file__).with_name("growth.toml").read_text("utf-8"))[what]


def text(piece: str, times: int, first: int = 0) -> str:
    """A piece so many times, each with a number, a name and a day of its own from a first on."""
    if "{" not in piece:
        return piece * times
    return "".join(piece.format(**_own(n)) for n in range(first, first + times))


_SYLLABLES = range(0, 36, 6)


def _own(n: int) -> dict[str, str]:
    day = date(2001, 1, 1) + timedelta(days=7 * (n % 2000))
    # Of names near in spelling there are more pairs the more names: here hardly any are near.
    far = int.from_bytes(sha256(str(n).encode()).digest()[:5])
    letters = "".join(
        "bdfgklmnprstvwxz"[far >> at & 15] + "aeio"[far >> at + 4 & 3] for at in _SYLLABLES
    )
    return {
        "n": str(n + 11),
        "name": letters.capitalize(),
        "day": f"{day.day} {day:%B} {day.year}",
        "short": f"{day.day} {day:%B}",
        "year": str(1500 + n % 500),
        "hour": f"{n // 60 % 24:02}:{n % 60:02}",
    }


def run(what: str, case: dict[str, str], times: int, first: int = 0) -> Callable[[], Any]:
    """The call that is measured, with its texts made."""
    if what == "extract":
        source = dx.Source(id="a", text=text(case["piece"], times, first))
        return lambda: dx.extract(source)
    if what == "folder":
        told = [text(case["piece"], PIECES, first + PIECES * n) for n in range(times)]
    else:
        told = [text(case[name], times, first) for name in ("piece", "other")]
    sources = [
        dx.Source(id=f"{n}", text=one, published=date(2024, 10, 1 + 2 * n % 31))
        for n, one in enumerate(told)
    ]
    return lambda: dx.check(sources, one_story=True)  # else each text is checked by itself


def steps(call: Callable[[], Any]) -> int:
    """How many lines of Python run in a call."""
    count = 0

    def line(frame: FrameType, event: str, given: Any) -> Any:
        nonlocal count
        count += 1
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def seconds(call: Callable[[], Any]) -> float:
    """CPU seconds of a call."""
    start = time.process_time()
    call()
    return time.process_time() - start


def growth(what: str, case: dict[str, str], size: int) -> float:
    """How many times the steps twice the text takes."""
    own = "{" in case["piece"]  # else the text that is measured would be known already
    run(what, case, size if own else max(1, size // 8), first=10_000)()  # tables are read once
    first, second = (steps(run(what, case, times)) for times in (size, 2 * size))
    return second / first


def _lines(asked: argparse.Namespace, what: str) -> Iterator[float]:
    size = asked.size or SIZES[what]
    for case in cases(what):
        if asked.title not in case["title"]:
            continue
        grown = growth(what, case, size)
        told = ""
        if asked.seconds:
            one, two = (seconds(run(what, case, times)) for times in (4 * size, 8 * size))
            told = f"  {one:7.2f} s {two:7.2f} s  x{two / max(one, 1e-3):.2f}"
        print(f"{what:8} {grown:5.2f}{told}  {case['title']}", flush=True)
        yield grown


def main() -> int:
    """Measure; 1 if the worst is above its bar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=BARS, help="only one of the three")
    parser.add_argument("--title", default="", help="only the texts whose title has these words")
    parser.add_argument("--size", type=int, help="pieces of the smaller text, or documents")
    parser.add_argument("--seconds", action="store_true", help="CPU seconds of larger texts too")
    asked = parser.parse_args()
    above = 0
    for what in [asked.only] if asked.only else BARS:
        worst = max(_lines(asked, what), default=0.0)
        print(f"{what}: worst growth for a doubling {worst:.2f}, bar {BARS[what]}")
        above |= worst > BARS[what]
    return above


if __name__ == "__main__":
    sys.exit(main())
