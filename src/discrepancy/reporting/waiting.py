"""One line on standard error for the person who waits, from the first second on.

>>> with told() as tell:
...     tell("reading claims", 1, 2)
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

PATIENCE = 0.5
"""Seconds after which somebody waits; what is done before needs no line."""

Tell = Callable[[str, int, int], None]
"""Takes the stage, how much of it is done, and how much there is (0: nobody knows)."""


@contextmanager
def told(*, quiet: bool = False) -> Iterator[Tell]:
    """Yield what tells how far it is; nothing is told where nobody watches, or to the quiet."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, of: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    shown = Progress(*columns, console=Console(stderr=True), transient=True)
    task = shown.add_task("starting", total=None)

    def tell(stage: str, done: int, of: int) -> None:
        shown.update(task, description=stage, completed=done, total=of or None)

    begins = Timer(PATIENCE, shown.start)
    begins.daemon = True
    begins.start()
    try:
        yield tell
    finally:
        begins.cancel()
        begins.join()
        shown.stop()


class Pace:
    """How fast a stage goes, and how long it will take.

    >>> pace = Pace(now=lambda: 0.0)
    >>> pace.line("reading", 40, 100)
    'reading: 40 of 100'
    >>> pace.now = lambda: 10.0
    >>> pace.line("reading", 60, 100)
    'reading: 60 of 100, 2 a second, 20 s left'
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.now = now
        self.began: dict[str, tuple[float, int]] = {}

    def line(self, stage: str, done: int, of: int) -> str:
        """Where the stage stands; its pace from the second time on that it is asked."""
        began, before = self.began.setdefault(stage, (self.now(), done))
        told, taken = f"{stage}: {done:,} of {of:,}", self.now() - began
        if done <= before or taken <= 0 or done >= of:
            return told
        rate = (done - before) / taken
        speed, left = f"{rate:,.{0 if rate >= 2 else 1}f}", _lasting((of - done) / rate)
        return f"{told}, {speed} a second, {left} left"


def _lasting(seconds: float) -> str:
    """A length of time in one or two words.

    >>> _lasting(20), _lasting(200), _lasting(9000)
    ('20 s', '3 min', '2.5 h')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


EVERY = 30.0
"""Seconds between two lines where nobody watches."""


@contextmanager
def paced() -> Iterator[Tell]:
    """Yield what tells how far it is, how fast, and how long it will take.

    On a terminal one line is written over; in a log a line is added now and then, none twice.
    """
    pace, watched = Pace(), sys.stderr.isatty()
    width = 0
    last: dict[str, float] = {}
    before = ""

    def tell(stage: str, done: int, of: int) -> None:
        nonlocal width, before
        line = pace.line(stage, done, of)
        if line == before:
            return
        if watched:
            width = max(width, len(line))
            print(f"\r{line:{width}}", end="", file=sys.stderr, flush=True)
            before = line
        elif done >= of or pace.now() - last.get(stage, -EVERY) >= EVERY:
            last[stage], before = pace.now(), line
            print(line, file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if width:
            print(f"\r{'':{width}}\r", end="", file=sys.stderr, flush=True)
