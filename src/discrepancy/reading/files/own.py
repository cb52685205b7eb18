r"""Files that this program wrote itself: a report in the folder of its story is no source.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     path = Path(folder) / "report.csv"
...     _ = path.write_text("finding,verdict,confidence,kind,measurand\n")
...     is_own(path)
True
"""

import os
import re
from pathlib import Path

from discrepancy.patterns import pattern

_READ = 4096
"""Bytes that are looked at from each end."""


def is_own(path: Path) -> bool:
    """Whether a file is a report of ours, on a story or a draft, in whatever format."""
    if _is_output(path):
        return True
    try:
        with path.open("rb") as file:
            head = file.read(_READ)
            file.seek(max(0, path.stat().st_size - _READ))
            tail = file.read(_READ)
    except OSError:
        return False
    if b"\0" in head:
        return False
    begins, ends = (_plain(part.decode("utf-8", "replace")) for part in (head, tail))
    return bool(_beginning().search(begins) or _end().search(" ".join(ends.split())))


def _plain(told: str) -> str:
    """What was told, without the colours that a terminal was given."""
    return re.sub(r"\x1b\[[\d;]*m", "", told)


def _is_output(path: Path) -> bool:
    """Whether the report is being written to it: "discrepancy check story/ > story/report.txt"."""
    try:
        return os.path.samestat(path.stat(), os.fstat(1))
    except OSError:  # it is gone; the output is closed
        return False


# HTML; JSON of a check, a proof, an empty check; CSV of a check and of a proof; SARIF; JUnit;
# ClaimReview and annotations; GitHub; explain: "q-48c468a08f  conflict: toll"; the terminal:
# "CONFLICT q-48c468a08f: toll", "DIFFERS draft:1:1 quantity"
_beginning = pattern(
    r"""<meta[ ]name="generator"[ ]content="discrepancy
        |\A\s*\{\s*"(?:findings|items)":\s*\[.*"(?:verdict|status)":
        |\A\s*\{\s*"findings":\s*\[\]
        |\A\ufeff?(?:finding,verdict,|line,column,start,end,kind,text,status)
        |\A\s*\{\s*"@context":\s*"https://schema\.org",\s*"@graph":\s*\[\]
        |"driver":\s*\{\s*"name":\s*"discrepancy"
        |\A<testsuite[ ].*classname="(?:quantity|date|time|quote|status|name|document)"
        |"urn:discrepancy:
        |\A::(?:error|warning|notice)[ ](?:file|title)=
        |\A[a-z]{1,3}-[0-9a-f]{10}[ ]{2}(?:conflict|update|apparent[ ]conflict|possible)
        |\A(?:POSSIBLE[ ])?(?:CONFLICT|UPDATE|APPARENT[ ]CONFLICT)[ ][\w-]+(?:[ ]\(\w+\))?:[ ]
        |\A(?:DIFFERS|NOT[ ]FOUND|OPEN)[ ][^\n]*:\d+:\d+[ ](?:quantity|date|time|quote|name)""",
    re.VERBOSE | re.DOTALL,
)


# the last sentence of a report on a story, of one on a draft, and the last line of Markdown
_end = pattern(
    r"\bin (?:what could be read: )?[\d,]+ claims? from [\d,]+ (?:sources?|of [\d,]+ documents)"
    r"\b[^\n]*\Z|\bin what could be read: [^\n]*\Z"
    r"|\b[\d,]+ items? held against [\d,]+ (?:sources?|of [\d,]+ documents)\b[^\n]*\Z"
    r"|<!-- discrepancy -->\Z"
)
