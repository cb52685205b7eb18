"""A report in the format that its reader works with; each format is loaded on first use.

>>> from discrepancy.finding import Report
>>> print(render(Report(), "csv").split(",")[0])
finding
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from discrepancy.fences import sound
from discrepancy.source import Unread
from discrepancy.span import Model

if TYPE_CHECKING:
    from discrepancy.finding import Finding, Report


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
    """The report as text in one of FORMATS, with a line end at its end.

    A finding on which a defect of ours ends the writer is left out and told as unread.
    """
    return rendered(report, form, options)[0]


def rendered(
    report: "Report", form: str, options: Options | None = None
) -> tuple[str, tuple[Unread, ...]]:
    """The report as text in one of FORMATS, and the findings that it lacks by a defect of ours."""
    if form not in FORMATS:
        raise ValueError(f"there is no format {form!r}: choose from {', '.join(FORMATS)}")
    written: Render = import_module(f"{__name__}.formats.{form}").render
    look = options or Options()
    parts = tuple(
        (name, finding)
        for name in ("findings", "corroborated")
        for finding in getattr(report, name)
    )

    def work(kept: Sequence[Part]) -> tuple[str, "Report"]:
        shown = {
            name: tuple(finding for field, finding in kept if field == name)
            for name in ("findings", "corroborated")
        }
        part = report if len(kept) == len(parts) else report.model_copy(update=shown)
        return written(part, look), part

    (text, part), lost = sound(work, parts, _named)
    if not lost:
        return text, ()
    return written(part.model_copy(update={"unread": (*part.unread, *lost)}), look), lost


Part = tuple[str, "Finding"]


def _named(part: Part) -> str:
    return f"the finding {part[1].id}"


def attach() -> None:
    """Let notebooks draw every value of the house; drawing loads on first use."""
    Model.drawn = _drawn


def _drawn(thing: object) -> str | None:
    page: str | None = import_module(f"{__name__}.notebook").shown(thing)
    return page
