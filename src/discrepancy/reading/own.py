r"""Files that this program wrote itself: a report in the folder of its story is no source.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     path = Path(folder) / "report.csv"
...     _ = path.write_text("finding,verdict,kind,measurand,because,decision\\n")
...     is_own(path)
True
"""

import re
from functools import cache
from pathlib import Path

_READ = 4096
"""Bytes that are looked at from each end."""

_SUFFIXES = (".txt", ".json", ".jsonl", ".jsonld", ".sarif", ".md", ".csv", ".html", ".htm", ".xml")
"""What reports, frames and kept answers are written as."""


def is_own(path: Path) -> bool:
    """Whether a file is a report of ours, in whatever format."""
    if path.suffix.lower() not in _SUFFIXES:
        return False
    try:
        head, tail = _ends(path)
    except OSError:
        return False
    return _mark().search(head) is not None or _close().search(tail) is not None


def _ends(path: Path) -> tuple[str, str]:
    """The first and the last characters of a file."""
    with path.open("rb") as file:
        head = file.read(_READ)
        file.seek(0, 2)
        file.seek(max(0, file.tell() - _READ))
        tail = file.read(_READ)
    return head.decode("utf-8", "replace"), tail.decode("utf-8", "replace")


@cache
def _mark() -> re.Pattern[str]:
    # how each format begins: html, markdown; json of check and of proof; csv; sarif; junit;
    # claimreview, annotations; the terminal
    return re.compile(
        r"""<meta[ ]name="generator"[ ]content="discrepancy
        |\A\s*\{\s*"(?:findings|items)":\s*\[.*"(?:verdict|status)":
        |\A\s*\{\s*"findings":\s*\[\]
        |\A\ufeff?finding,verdict,kind,measurand,because
        |"driver":\s*\{\s*"name":\s*"discrepancy"
        |<property[ ]name="generator"[ ]value="discrepancy
        |"urn:discrepancy:
        |\A(?:CONFLICT|UPDATE|APPARENT[ ]CONFLICT|POSSIBLE)[ ][\w-]+(?:[ ]\(\w+\))?:[ ]
        |\A(?:Note:[^\n]*\n|[ ]{2}[^\n]*\n)*Nothing[ ](?:to[ ]show|found)""",
        re.VERBOSE | re.DOTALL,
    )


@cache
def _close() -> re.Pattern[str]:
    # the last line of a report in Markdown, in plain text, and in HTML
    return re.compile(
        r"<!-- discrepancy -->\s*\Z|Made by discrepancy \d"
        r"|\bin [\d,]+ claims? from [\d,]+ (?:sources?|of [\d,]+ documents)\b[^\n]*\s*\Z"
    )
