"""Libraries that only some formats need; each belongs to an extra of the package.

>>> library("no_such_library", "html", "HTML")
Traceback (most recent call last):
discrepancy.errors.UnreadableSource: to read HTML, install discrepancy[html]
"""

from importlib import import_module
from types import ModuleType

from discrepancy.errors import UnreadableSource


def library(module: str, extra: str, reads: str) -> ModuleType:
    """Import a library when a document needs it.

    Raises:
        UnreadableSource: it is not installed; the message names the extra.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise UnreadableSource(f"to read {reads}, install discrepancy[{extra}]") from None
