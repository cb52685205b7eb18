"""In which form a report is written, and how much is said beside it.

>>> from argparse import Namespace
>>> of(Namespace(format=None, output=Path("report.html")), ("terminal", "html"))
'html'
>>> of(Namespace(format=None, output=Path("a.pdf")), ("terminal", "html"))  # doctest: +ELLIPSIS
Traceback (most recent call last):
discrepancy.errors.UnknownFormat: a.pdf: the suffix .pdf names no format; .txt, .html, .htm do...
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from discrepancy.errors import UnknownFormat
from discrepancy.reporting import SUFFIXES


def add_options(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """The form, the file, and how quiet it is to be."""
    parser.add_argument(
        "--format",
        choices=formats,
        metavar="FORMAT",
        help=f"{', '.join(formats)} (by the suffix of --output, else terminal)",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there")
    parser.add_argument(
        "--quiet",
        action="store_true",
        help="no progress, notes or summary; what could not be read is told all the same",
    )


def of(options: argparse.Namespace, formats: Sequence[str]) -> str:
    """The form that is asked for: by name, by the suffix of the file, or the terminal's.

    Raises:
        UnknownFormat: the file's suffix names none of these formats.
    """
    if options.format or options.output is None:
        return str(options.format or "terminal")
    suffix = options.output.suffix.lower()
    known = {ending: form for ending, form in SUFFIXES.items() if form in formats}
    if suffix not in known:
        named = f"the suffix {suffix} names no format" if suffix else "it has no suffix"
        raise UnknownFormat(f"{options.output}: {named}; {', '.join(known)} do, or give --format")
    return known[suffix]
