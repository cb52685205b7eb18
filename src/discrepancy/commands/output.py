"""Where a command's words go: the report to standard output or a file, the rest to standard error.

>>> stop("nothing was given to check")
2
"""

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from discrepancy import files
from discrepancy.errors import DiscrepancyError, defect
from discrepancy.source import Unread


def write(text: str, output: Path | None, keep: Iterable[Path] = ()) -> None:
    """Write to standard output, or to a file that is none of `keep`.

    Raises:
        Unwritable: the file is an input of this run, or no regular file.
        OSError: it cannot be written; what stood there still stands.
    """
    if output is not None:
        files.put(output, text, keep)
        return
    if hasattr(sys.stdout, "reconfigure"):  # news text needs more than some code pages hold
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    sys.stdout.write(text)


_STEAD = ("terminal", "markdown", "json")
"""What is printed in the stead of a report whose writer fails, the first that does not."""


def put(
    render: Callable[[str], tuple[str, Iterable[Unread]]],
    form: str,
    output: Path | None,
    keep: Iterable[Path] = (),
) -> bool:
    """Write a report as asked; where its writer fails, a defect of ours, print it in another form.

    Args:
        render: the report in a form, and what it lacks there.
        form: the form that was asked for.
        output: the file that was asked for; one whose writer fails stays as it was.
        keep: the inputs of this run.

    Returns:
        Whether the report was written as asked.
    """
    try:
        text, lost = render(form)
    except DiscrepancyError:
        raise
    except Exception as error:
        warn(f"no {form} report: {defect(error)}")
        return _printed(render, [one for one in _STEAD if one != form])
    for one in lost:
        warn(f"not written: {one}")
    write(text, output, keep)
    return True


def _printed(render: Callable[[str], tuple[str, Iterable[Unread]]], forms: list[str]) -> bool:
    for form in forms:
        try:
            text, _ = render(form)
        except Exception as error:
            warn(f"no {form} report: {defect(error)}")
            continue
        write(text, None)
        break
    return False


def warn(message: str) -> None:
    """Tell beside the report what went another way than asked, a line each."""
    from discrepancy.reporting.passages import visible

    line = "".join(f"discrepancy: {visible(one)}\n" for one in message.split("\n"))
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    with suppress(OSError):  # whoever listens has gone, or the disk is full: the exit code tells
        sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))


def stop(message: str) -> int:
    """Say why the command could not be run as asked, and give its exit code."""
    warn(message)
    return 2
