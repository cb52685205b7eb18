"""Choose the floor of figures and the weight from which one is sure, each story by all the others.

    python benchmarks/thresholds.py     # what each choice gives, and what is chosen story by story

For each story the two numbers of data/match_weights.toml are chosen on the remaining ones alone,
and the story is scored by that choice: the line at the end is what a choice made on known stories
is worth on an unknown one. The floor is where F1 of findings and matters is best; sure is the least
weight from which the share of right findings of figures rises no further.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import discrepancy as dx
from discrepancy.alignment.weights import shipped
from discrepancy.claims import Claim
from discrepancy.pipeline import extract
from discrepancy.source import Source
from fit_alignment import aligner
from stories import added, as_json, scorer, stories

FLOORS = (-1.3, -1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.3, 0.6)
SURE = (0.9, 1.1, 1.3, 1.5, 1.7, 1.9, 2.1, 2.4)

Counts = dict[tuple[Path, float], dict]


def counted(chosen: Sequence[Path], numbers: Sequence[float], which: str) -> Counts:
    """What the scorer counts of each story with each number for the floor, or for sure."""
    score, found = scorer(), {}
    for story in chosen:
        known: dict[str, tuple[Claim, ...]] = {}
        for number in numbers:
            weights = replace(shipped(), **{which: number})
            report = as_json(
                dx.check(
                    story / "docs", extractors=(partial(_known, known),), align=aligner(weights)
                )
            )
            if which == "sure":
                report["findings"] = [
                    one
                    for one in report["findings"]
                    if one["confidence"] == "sure" and one["kind"] == "quantity"
                ]
            found[story, number] = score.score(story, report)
    return found


def _known(
    known: dict[str, tuple[Claim, ...]], source: Source, earlier: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claims of a source, read once for all numbers."""
    if source.id not in known:
        known[source.id] = extract(source)
    return known[source.id]


def shares(parts: Sequence[dict]) -> tuple[float, float]:
    """Findings that are right, and matters that are met."""
    told = added(parts)
    return told["good"] / max(1, told["findings"]), told["met"] / max(1, told["matters"])


def best_floor(parts: dict[float, Sequence[dict]]) -> float:
    """Where F1 of findings and matters is best."""

    def f1(number: float) -> float:
        right, met = shares(parts[number])
        return 2 * right * met / (right + met or 1)

    return max(parts, key=f1)


def best_sure(parts: dict[float, Sequence[dict]]) -> float:
    """The least weight from which most findings are right."""
    return max(parts, key=lambda number: (round(shares(parts[number])[0], 3), -number))


def main() -> None:
    """Print the table, the choices and what they are worth."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    known = stories()
    for which, numbers, choose in (("threshold", FLOORS, best_floor), ("sure", SURE, best_sure)):
        found = counted(known, numbers, which)
        for number in numbers:
            right, met = shares([found[story, number] for story in known])
            print(f"{which} {number:5.1f}  P {right:.3f}  R {met:.3f}")
        picked = {
            story: choose({n: [found[one, n] for one in known if one != story] for n in numbers})
            for story in known
        }
        right, met = shares([found[story, picked[story]] for story in known])
        chosen = dict(Counter(picked.values()).most_common())
        print(f"{which} by the other stories: P {right:.3f}  R {met:.3f}, chosen {chosen}")


if __name__ == "__main__":
    main()
