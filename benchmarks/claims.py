"""Claims without texts: pairs a second beside pint's own comparison, growth, and peak memory.

    claims.py                      # 100,000 rows in 10,000 measurands against pint, in one run
    claims.py --grow               # and 1,000 to 1,000,000 rows: the exponent of growth
    claims.py --pair               # one comparison of two ready claims beside pint's `a < b`

`--pair` gives the ladder as a run asks it, a plain record for each pair, and `dx.compare`, which
makes a model of it at the door, each against pint's comparison of two figures in unlike units and
of two in one unit.

Each measurand has a true value that ten sources give in two units of its dimension, rounded or
hedged, and one in ten times wrong. Both sides get ready values: ours are claims, pint's quantities
of its default registry. The clock is the processor time of this process, best of several rounds
taken in turns, since a busy machine is no judge.
"""

import argparse
import gc
import math
import operator
import random
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import combinations
from pathlib import Path
from time import process_time

import pint

import discrepancy as dx
from discrepancy import comparison
from discrepancy.alignment.typed import entries as typed_in
from discrepancy.claims import Claim
from discrepancy.comparison.votes import verdicts
from discrepancy.entries.given import parted

UNITS = (
    ("kilometer", "mile", 1.609344),
    ("kilogram", "pound", 0.45359237),
    ("hour", "minute", 1 / 60),
)
SOURCES = 10
SIZES = (1_000, 10_000, 100_000, 1_000_000)


def rows(number: int) -> list[dict[str, object]]:
    """So many rows, ten a measurand, the same each time."""
    draw = random.Random(number)
    found: list[dict[str, object]] = []
    for at in range(number // SOURCES):
        first, second, factor = UNITS[at % len(UNITS)]
        true = round(draw.uniform(100, 9_000))
        for source in range(SOURCES):
            told = true * 1.5 if draw.random() < 0.1 else true
            unit, value = (second, round(told / factor)) if draw.random() < 0.3 else (first, told)
            found.append(
                {
                    "source": f"source {source}",
                    "subject": f"thing {at}",
                    "measurand": "extent",
                    "value": value,
                    "unit": unit,
                    "bound": "~" if draw.random() < 0.2 else None,
                }
            )
    return found


def spent(work: Callable[[], object]) -> float:
    """Seconds of this process."""
    gc.disable()
    began = process_time()
    work()
    took = process_time() - began
    gc.enable()
    return took


def pairs(claims: tuple[Claim, ...]) -> list[tuple[Claim, Claim]]:
    """All pairs of claims of one measurand."""
    things: dict[str | None, list[Claim]] = {}
    for claim in claims:
        things.setdefault(claim.entry and claim.entry.subject, []).append(claim)
    return [pair for listed in things.values() for pair in combinations(listed, 2)]


def against_pint(number: int) -> None:
    """Our verdicts on all pairs, and pint's `<` on the same."""
    claims = parted(rows(number)).claims
    ready = pairs(claims)
    registry = pint.UnitRegistry()
    known = {id(c): registry.Quantity(float(c.value.low), c.value.unit) for c in claims}
    quantities = [(known[id(a)], known[id(b)]) for a, b in ready]

    def theirs() -> None:
        for a, b in quantities:
            a < b  # noqa: B015

    def one_by_one() -> None:
        for a, b in ready:
            comparison.compare(a, b)

    groups = typed_in.align(claims, exact=True)

    def together() -> None:
        for group in groups:
            verdicts(group, comparison.judged)

    print(f"{number:,} rows, {len(ready):,} pairs")
    best = dict.fromkeys(("pint a < b", "one by one", "by measurand"), math.inf)
    for _ in range(3):
        for name, work in zip(best, (theirs, one_by_one, together), strict=True):
            best[name] = min(best[name], spent(work))
    for name, took in best.items():
        times = best["pint a < b"] / took
        print(f"  {name:14} {len(ready) / took:12,.0f} pairs a second  {times:6.1f} times pint")


def one_pair() -> None:
    """One comparison of two ready claims, inside a run and at the door, beside pint's."""
    registry = pint.UnitRegistry()
    figures = {"one unit": (1200, "kilometer"), "two units": (900, "mile")}
    works: dict[str, Callable[[], object]] = {}
    for name, (figure, unit) in figures.items():
        a, b = (
            dx.claim(number, unit=of, measurand="length", source="a")
            for number, of in ((1000, "kilometer"), (figure, unit))
        )
        x, y = registry.Quantity(1000.0, "kilometer"), registry.Quantity(float(figure), unit)
        works[f"pint {name}"] = partial(_often, operator.lt, x, y)
        works[f"a run {name}"] = partial(_often, comparison.judged, a, b)
        works[f"dx.compare {name}"] = partial(_often, comparison.compare, a, b)
    best = dict.fromkeys(works, math.inf)
    for _ in range(200):
        for name, work in works.items():
            best[name] = min(best[name], spent(work) / 200)
    unlike, like = best["pint two units"], best["pint one unit"]
    for name, took in best.items():
        times = f"{unlike / took:6.1f} times pint of unlike units, {like / took:5.2f} of one unit"
        print(f"  {name:22} {took * 1e6:6.2f} us  {times}")


def _often(work: Callable[[object, object], object], a: object, b: object) -> None:
    for _ in range(200):
        work(a, b)


def run_once(number: int) -> None:
    """The whole run on so many rows: seconds, and MB at the most, the given rows among them."""
    made = rows(number)
    began = process_time()
    dx.check(made)
    print(number, process_time() - began, _peak())


def _peak() -> float:
    """The most memory of this program in MB; `getrusage` would also count who started it."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024


def grow(sizes: tuple[int, ...]) -> None:
    """The whole run at each size in a process of its own, and how fast its time grows."""
    points = []
    for size in sizes:
        done = subprocess.run(
            [sys.executable, __file__, "--once", str(size)],
            capture_output=True,
            text=True,
            check=True,
        )
        _, took, peak = map(float, done.stdout.split())
        points.append((math.log(size), math.log(took)))
        print(
            f"  {size:>9,} rows {took:8.2f} s  {size / took:9,.0f} rows a second  {peak:8,.0f} MB"
        )
    xs, ys = zip(*points, strict=True)
    mid_x, mid_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - mid_x) * (y - mid_y) for x, y in points) / sum((x - mid_x) ** 2 for x in xs)
    print(f"  exponent {slope:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--grow", action="store_true")
    parser.add_argument("--pair", action="store_true")
    parser.add_argument("--once", type=int)
    parser.add_argument("--most", type=int, default=SIZES[-1])
    asked = parser.parse_args()
    if asked.once:
        run_once(asked.once)
    elif asked.pair:
        one_pair()
    else:
        against_pint(asked.rows)
        if asked.grow:
            grow(tuple(size for size in SIZES if size <= asked.most))


if __name__ == "__main__":
    main()
