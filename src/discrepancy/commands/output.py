"""Where a command's words go: the report to standard output or a file, the rest to standard error.

>>> stop("nothing was given to check")
2
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from discrepancy import files


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


def warn(message: str) -> None:
    """Tell beside the report what went another way than asked, a line each."""
    from discrepancy.reporting.passages import visible

    line = "".join(f"discrepancy: {visible(one)}\n" for one in message.split("\n"))
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))


def stop(message: str) -> int:
    """Say why the command could not be run as asked, and give its exit code."""
    warn(message)
    return 2
