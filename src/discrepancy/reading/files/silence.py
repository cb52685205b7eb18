"""The libraries' own warnings and log lines, kept from the user: what counts is told by us.

>>> with silent("pypdf"):
...     logging.getLogger("pypdf.generic").warning("a header that nobody needs to know of")
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silent(*libraries: str) -> Iterator[None]:
    """Let nothing that these libraries log or warn of reach the user."""
    loggers = [logging.getLogger(name) for name in libraries]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
