"""Score the whole run on the annotated stories: the table that the history should show rising.

    python benchmarks/stories.py [STORY...] [--misses] [--write FILE]

Every story is checked in this process, with the scorer that stands beside the stories. With
`--fitted` each story is aligned by weights that were fitted on all the others
(`fit_alignment.leave_one_out`).
"""

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import discrepancy as dx
from discrepancy import alignment
from discrepancy.alignment import Align
from discrepancy.finding import Report

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval"


def stories() -> list[Path]:
    """The annotated stories, by name; empty where they do not stand beside the checkout."""
    return sorted((EVAL / "stories").glob("*/")) if (EVAL / "stories").is_dir() else []


def scorer() -> ModuleType:
    """The module that scores a report against a story's gold."""
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_json(report: Report) -> dict[str, Any]:
    """The report as its JSON."""
    return json.loads(report.model_dump_json())


def added(parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Counts of several stories, summed."""
    total: dict[str, Any] = {"kinds": {}, "vain": {}}
    for part in parts:
        for key, value in part.items():
            if key == "kinds":
                for kind, (a, b) in value.items():
                    found, wanted = total["kinds"].get(kind, (0, 0))
                    total["kinds"][kind] = (found + a, wanted + b)
            elif key == "vain":
                for why, count in value.items():
                    total["vain"][why] = total["vain"].get(why, 0) + count
            else:
                total[key] = total.get(key, 0) + value
    return total


def sure(score: ModuleType, story: Path, report: dict[str, Any]) -> dict[str, int]:
    """How many findings of the first screen there are, and how many of these are right."""
    shown = [one for one in report["findings"] if one["confidence"] == "sure"]
    counted = score.score(story, {**report, "findings": shown})
    return {"sure_good": counted["good"], "sure_findings": counted["findings"]}


def run(
    chosen: Sequence[Path],
    *,
    misses: bool = False,
    aligner: Callable[[Path], Align] = lambda story: alignment.align,
    kept: dict[str, Report] | None = None,
) -> dict[str, dict[str, Any]]:
    """Check and score each story, a line for each and one for all; `kept` takes the reports."""
    score = scorer()
    counted = {}
    for story in chosen:
        begun = time.perf_counter()
        report = dx.check(story / "docs", align=aligner(story))
        seconds = time.perf_counter() - begun
        written = as_json(report)
        if kept is not None:
            kept[story.name] = report
        counted[story.name] = score.score(story, written, misses)
        counted[story.name] |= sure(score, story, written)
        score.line(story.name, counted[story.name], seconds)
    if len(chosen) > 1:
        score.line("ALL", added(list(counted.values())))
    return counted


def main() -> None:
    """Read the arguments, run, and write the counts where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--fitted", action="store_true", help="leave-one-story-out weights")
    parser.add_argument("--write", type=Path, help="JSON file for the counts")
    args = parser.parse_args()
    chosen = args.stories or stories()
    if not chosen:
        sys.exit(f"the annotated stories do not stand at {EVAL}")
    if args.fitted:
        from fit_alignment import leave_one_out

        fitted = leave_one_out(stories())
        counted = run(chosen, misses=args.misses, aligner=lambda story: fitted[story.name])
    else:
        counted = run(chosen, misses=args.misses)
    if args.write:
        args.write.write_text(json.dumps(counted, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
