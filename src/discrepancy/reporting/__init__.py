"""A report in the format that its reader works with; each format is loaded on first use.

>>> from discrepancy.finding import Report
>>> print(render(Report(), "csv").split(",")[0])
finding
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from discrepancy.span import Model

if TYPE_CHECKING:
    from discrepancy.finding import Report


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a report is to look, for the formats that can do so."""

    verbose: bool = False
    """Show the groups that do not disagree, and the rules behind each finding."""
    quiet: bool = False
    """For a terminal: nothing but what counts, and nothing at all where nothing does."""
    possible: bool = False
    """Show in full and count what may be one thing or two, as what surely is one."""
    colour: bool = False
    width: int = 80
    title: str = ""
    """What the story is called: the folder's name, mostly."""
    trusted: bool = False
    """A second reader's word counts like that of the rules, for the formats that fail a build."""
    served: bool = False
    """The page stands behind `discrepancy serve`, which keeps its decisions."""
    folders: tuple[str, ...] = ()
    """Where the documents lie, seen from the working directory, for links to the files."""


Render = Callable[["Report", Options], str]

FORMATS = (
    "terminal",
    "json",
    "markdown",
    "csv",
    "html",
    "sarif",
    "claimreview",
    "annotations",
    "junit",
    "github",
)
"""The names of the formats; each is a module of this package with a function `render`."""

SUFFIXES = {
    ".txt": "terminal",
    ".json": "json",
    ".md": "markdown",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
    ".jsonld": "claimreview",
    ".xml": "junit",
}
"""The format that a file's name asks for."""


def render(report: "Report", form: str, options: Options | None = None) -> str:
    """The report as text in one of FORMATS, with a line end at its end."""
    if form not in FORMATS:
        raise ValueError(f"there is no format {form!r}: choose from {', '.join(FORMATS)}")
    written: Render = import_module(f"{__name__}.{form}").render
    return written(report, options or Options())


def attach() -> None:
    """Let notebooks draw every value of the house; drawing loads on first use."""
    Model.drawn = _drawn


def _drawn(thing: object) -> str | None:
    page: str | None = import_module(f"{__name__}.notebook").shown(thing)
    return page
