"""A proof in the format that its reader works with; each format is loaded on first use.

>>> from discrepancy.item import Proof
>>> from discrepancy.source import Source
>>> print(render(Proof(draft=Source(id="draft", text="")), "json").splitlines()[1])
  "items": [],
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from discrepancy.reporting import Options

if TYPE_CHECKING:
    from discrepancy.item import Proof

Render = Callable[["Proof", Options], str]

FORMATS = ("terminal", "html", "markdown", "json", "csv", "sarif", "junit", "github")
"""The names of the formats; each is a module of this package with a function `render`."""


def render(proof: "Proof", form: str, options: Options | None = None) -> str:
    """The proof as text in one of FORMATS, with a line end at its end."""
    if form not in FORMATS:
        raise ValueError(f"there is no format {form!r}: choose from {', '.join(FORMATS)}")
    written: Render = import_module(f"{__name__}.{form}").render
    return written(proof, options or Options())
