"""A pure step run over many batches, in this process or in several, in the order of the batches.

>>> list(mapped(len, ["ab", "c"], workers=1))
[2, 1]
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 3
"""Batches for each worker that are under way or wait for it: what bounds the memory."""


def mapped(step: Callable[[A], B], batches: Iterable[A], workers: int) -> Iterator[B]:
    """What the step makes of each batch.

    Args:
        step: a function of a module, so that other processes find it.
        batches: taken one by one, not farther ahead than the workers need.
        workers: processes; 1: this one, which also does what is no more than one batch.
    """
    given = iter(batches)
    first = list(islice(given, 2))
    if workers == 1 or len(first) < 2:
        yield from map(step, chain(first, given))
        return
    # spawned, not forked: a fork of a process with threads (Arrow, DuckDB) may hang
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_outlive_nobody) as pool:
        waiting: deque[Future[B]] = deque()
        try:
            for batch in chain(first, given):
                waiting.append(pool.submit(step, batch))
                if len(waiting) >= AHEAD * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _outlive_nobody() -> None:
    """End this worker with the process that started it, were that killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
