"""Fit the match weights of data/match_weights.toml on the annotated stories.

    python benchmarks/fit_alignment.py            # prints a table to round and paste
    python benchmarks/fit_alignment.py --judge    # scores every story by weights of the others

One row is one candidate pair of readings; it is true when a gold group holds both and does not
call them of another scope. Logistic regression on standardised levels, shrunk
towards the shipped table: with few true pairs a free fit learns the stories, not the task.
"""

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import ModuleType

import numpy as np

import discrepancy as dx
from discrepancy import alignment
from discrepancy.alignment import Align
from discrepancy.alignment.measurands import quantities
from discrepancy.alignment.weights import Weights, shipped
from discrepancy.claims import Claim
from discrepancy.pipeline import extract
from discrepancy.source import Source
from stories import run, scorer, stories

RIDGE = 100.0
Row = tuple[dict[str, float], bool]


def rows(story: Path, score: ModuleType) -> list[Row]:
    """The candidate pairs of one story with their levels and whether they are of one measurand."""
    sources = dx.read(story / "docs")
    claims = [claim for source in sources for claim in extract(source) if claim.kind == "quantity"]
    gold, _ = score.load_gold(story)
    found = []
    for _, candidates in quantities.blocks(sources, claims, shipped()):
        for a, b, _, _, levels in candidates:
            labels = _labels(score, gold, a, b)
            if labels == {"scope"}:
                continue
            found.append((levels, bool(labels)))
    return found


def _labels(score: ModuleType, gold: list[dict], a: object, b: object) -> set[str]:
    left, right = (
        [{"document": f.claim.source, **f.claim.span.model_dump()} for f in side.figures]
        for side in (a, b)
    )
    return {
        pair["label"]
        for pair in gold
        if (score.touches(left, pair["a"]) and score.touches(right, pair["b"]))
        or (score.touches(left, pair["b"]) and score.touches(right, pair["a"]))
    }


def fit(data: Sequence[Row], threshold: float) -> Weights:
    """Ridge logistic regression by Newton steps; weights are given per unit of each level."""
    names = sorted({name for levels, _ in data for name in levels} & set(shipped().levels))
    x = np.array([[levels.get(name, 0.0) for name in names] for levels, _ in data])
    y = np.array([float(true) for _, true in data])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    table = np.array([shipped().levels[name] for name in names])
    hand = np.array([shipped().prior + table @ mean, *(table * spread)])
    w = hand.copy()
    penalty = np.diag([0.0] + [RIDGE] * len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ w))
        step = np.linalg.solve(
            (z * (p * (1 - p))[:, None]).T @ z + penalty + 1e-9 * np.eye(len(w)),
            z.T @ (y - p) - penalty @ (w - hand),
        )
        w += step
        if np.abs(step).max() < 1e-6:
            break
    per_unit = w[1:] / spread
    return Weights(
        "quantity",
        float(w[0] - per_unit @ mean),
        threshold,
        dict(zip(names, map(float, per_unit), strict=True)),
        shipped().sure,
    )


def aligner(weights: Weights) -> Align:
    """An `align` that weighs figures by these weights and all else as shipped."""

    def align(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[alignment.Group, ...]:
        return alignment.align(sources, claims, figures=partial(quantities.align, weights=weights))

    return align


def leave_one_out(chosen: Sequence[Path], threshold: float | None = None) -> dict[str, Align]:
    """For each story an `align` whose weights have not seen it."""
    score, limit = scorer(), shipped().threshold if threshold is None else threshold
    data = {story.name: rows(story, score) for story in chosen}
    return {
        name: aligner(
            fit([row for other, part in data.items() if other != name for row in part], limit)
        )
        for name in data
    }


def main() -> None:
    """Print a fitted table, or judge leave-one-story-out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--judge", action="store_true")
    parser.add_argument("--threshold", type=float, default=None)
    args = parser.parse_args()
    if args.judge:
        fitted = leave_one_out(stories(), args.threshold)
        run(stories(), aligner=lambda story: fitted[story.name])
        return
    score = scorer()
    data = [row for story in stories() for row in rows(story, score)]
    weights = fit(data, shipped().threshold)
    print(f"{len(data)} pairs, {sum(true for _, true in data)} of one measurand")
    print(f"prior = {weights.prior:.1f}")
    for name, weight in sorted(weights.levels.items(), key=lambda item: -abs(item[1])):
        print(f"{name:16} {weight:+.2f}   shipped {shipped().levels.get(name, 0.0):+.1f}")


if __name__ == "__main__":
    main()
