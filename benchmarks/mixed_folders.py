"""How many findings join two stories, when the documents of two stories lie in one folder.

    python benchmarks/mixed_folders.py [--every N]

Each annotated story is mixed with its neighbours in the list of names; printed are the findings
whose readings come from both.
"""

import argparse
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import discrepancy as dx
from discrepancy.finding import Finding
from discrepancy.source import Source
from stories import stories


def mixed(left: Path, right: Path) -> tuple[list[Finding], int]:
    """The findings that join the two stories, and how many findings there are."""
    sources = [*_named(left), *_named(right)]
    findings = dx.check(sources).findings
    return [finding for finding in findings if len(_homes(finding)) > 1], len(findings)


def _named(story: Path) -> Iterator[Source]:
    for source in dx.read(story / "docs"):
        yield source.model_copy(update={"id": f"{story.name}/{source.id}"})


def _homes(finding: Finding) -> set[str]:
    return {c.document.split("/")[0] for reading in finding.readings for c in reading.claims}


def main() -> None:
    """Mix neighbours and count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="only every N-th pair")
    args = parser.parse_args()
    chosen = stories()
    joined = total = 0
    for left, right in list(pairwise(chosen))[:: args.every]:
        joining, found = mixed(left, right)
        joined, total = joined + len(joining), total + found
        for finding in joining:
            print(f"  {left.name} + {right.name}: {finding.verdict} {finding.because}")
    print(f"{joined} of {total} findings join two stories = {joined / max(total, 1):.3f}")


if __name__ == "__main__":
    main()
