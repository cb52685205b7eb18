"""What share of the sure and of the possible findings is right, on annotated and on fresh stories.

    python benchmarks/confidence.py [stories|validation ...]

A finding is right as the scorer beside the stories says: at least half of what it flags is in the
gold. Of validation/ nothing but these counts is ever shown. The fresh stories have no gold: their
findings were read by hand, in the order in which they were first opened (fresh_judgements.csv).
"""

import csv
import sys
from collections import Counter
from pathlib import Path

import discrepancy as dx
from stories import EVAL, as_json, scorer

JUDGED = Path(__file__).with_name("fresh_judgements.csv")


def annotated(which: str) -> dict[str, tuple[int, int]]:
    """Right findings and flagged findings of the annotated stories, by confidence."""
    score, right, shown = scorer(), Counter[str](), Counter[str]()
    for story in sorted((EVAL / which).glob("*/")):
        report = as_json(dx.check(story / "docs"))
        for confidence in ("sure", "possible"):
            found = [one for one in report["findings"] if one["confidence"] == confidence]
            counted = score.score(story, {**report, "findings": found})
            right[confidence] += counted["good"]
            shown[confidence] += counted["findings"]
    return {one: (right[one], shown[one]) for one in ("sure", "possible")}


def fresh() -> dict[str, tuple[int, int]]:
    """Right findings and findings of the fresh stories as they were when first opened."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {}
    for confidence in ("sure", "possible"):
        held = [row for row in rows if row["confidence"] == confidence]
        found[confidence] = (sum(row["judgement"] == "right" for row in held), len(held))
    return found


def main() -> None:
    """Count and print."""
    counted = {which: annotated(which) for which in sys.argv[1:] or ("stories", "validation")}
    for name, shares in (*counted.items(), ("fresh, at first sight", fresh())):
        told = (f"{one} {a}/{b} = {a / max(1, b):.2f}" for one, (a, b) in shares.items())
        print(f"{name:24}", "  ".join(told))


if __name__ == "__main__":
    main()
