"""Libraries that only some work needs; each belongs to an extra of the package.

>>> library("no_such_library", "html", "to read web pages")
Traceback (most recent call last):
discrepancy.errors.MissingExtra: to read web pages, run: pip install "discrepancy[html]"
"""

from importlib import import_module
from types import ModuleType

from discrepancy.errors import MissingExtra


def library(module: str, extra: str, purpose: str) -> ModuleType:
    """Import a library when a document needs it.

    Raises:
        MissingExtra: it is not installed; the message says how to install it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise  # the library is there and broken
        raise MissingExtra(f'{purpose}, run: pip install "discrepancy[{extra}]"') from None
