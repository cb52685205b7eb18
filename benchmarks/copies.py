"""Whether a document gains a finding beside its own copy: a law over real documents.

    python benchmarks/copies.py FOLDER...

A folder holds documents, or a folder `docs` with them. Each document is checked alone and beside
its copy; what is flagged of the two and not of the one is printed, with its verdict. Where a text
parts from itself, so does its copy: that is told of both, once. Exit 1: something is new.
"""

import argparse
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import discrepancy as dx
from discrepancy.finding import Finding


def gained(source: dx.Source) -> list[Finding]:
    """What is flagged of a document and its copy, and not of it alone."""
    copy = source.model_copy(update={"id": f"{source.id} (copy)"})
    alone = {(finding.id, finding.verdict) for finding in dx.check([source]).findings}
    both = dx.check([source, copy]).findings
    return [finding for finding in both if (finding.id, finding.verdict) not in alone]


def documents(folders: list[Path]) -> Iterator[dx.Source]:
    """The documents of all folders."""
    for folder in folders:
        yield from dx.read(folder / "docs" if (folder / "docs").is_dir() else folder)


def main() -> int:
    """Check each document; 1 if one parts from its copy."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    warnings.simplefilter("ignore")
    number = parted = 0
    for source in documents(parser.parse_args().folders):
        number += 1
        if found := gained(source):
            parted += 1
            for finding in found:
                print(f"{source.id}: {finding.verdict}: {finding.because}", flush=True)
    print(f"{parted} of {number} documents gain a finding beside their copy")
    return int(parted > 0)


if __name__ == "__main__":
    sys.exit(main())
