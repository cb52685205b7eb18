"""A line on standard error for the person who waits for many documents."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

MANY = 20
"""From this number of documents on there is something to wait for."""

Tell = Callable[[str, int, int], None]
"""Takes the stage, how much of it is done, and how much there is."""


@contextmanager
def told() -> Iterator[Tell]:
    """Yield what tells how far it is; nothing is told where nobody watches.

    >>> with told() as tell:
    ...     tell("reading claims", 1, 2)
    """
    if not sys.stderr.isatty():
        yield lambda stage, done, of: None
        return
    width = 0

    def tell(stage: str, done: int, of: int) -> None:
        nonlocal width
        if of >= MANY:
            line = f"{stage}: {done} of {of}"
            width = max(width, len(line))
            print(f"\r{line:{width}}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if width:
            print(f"\r{'':{width}}\r", end="", file=sys.stderr, flush=True)
