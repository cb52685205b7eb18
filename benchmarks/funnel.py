"""Where wanted pairs of figures are lost: not read, misread, blocked, not linked, judged away.

python benchmarks/funnel.py [STORY...] [--kind quantity]
"""

import argparse
from collections import Counter
from pathlib import Path

import discrepancy as dx
from discrepancy.alignment.measurands import levels, whole_story
from discrepancy.alignment.measurands.figures import Measured, block_of, figure_readings
from discrepancy.alignment.measurands.readings import compatible, readings_of
from discrepancy.alignment.measurands.scope import scope_between
from discrepancy.alignment.measurands.slots import Slots
from discrepancy.alignment.weights import shipped
from stories import as_json, scorer, stories

FLAGGED = ("conflict", "update")


def _over(spans: list, claims: list) -> list:
    return [
        claim
        for claim in claims
        for doc, start, end in spans
        if claim.source.removesuffix(".txt") == doc
        and claim.span.start < end
        and start < claim.span.end
    ]


def _words(claim, texts) -> str:
    text = texts[claim.source]
    clause = claim.context.clause
    context, value = claim.context, claim.value
    return (
        f"{claim.source[:14]} {value.low} {value.unit} {value.bound} "
        f"pred={context.predicate}/{context.verb} frame={context.frame} q={context.qualifiers} "
        f"pl={context.places} n={context.names} as_of={context.as_of} | "
        + text[max(clause.start, claim.span.start - 80) : claim.span.start].replace("\n", " ")
        + "[["
        + claim.text
        + "]]"
        + text[claim.span.end : claim.span.end + 60].replace("\n", " ")
    )


def trace(story: Path, lost: Counter, show: bool) -> None:
    score = scorer()
    report = dx.check(story / "docs")
    gold, _ = score.load_gold(story)
    shown = score.score(story, as_json(report))
    del shown
    claims = [c for c in report.read if c.kind == "quantity"]
    ready = figure_readings(report.sources, claims)
    told = whole_story.story(ready, Slots(list(report.sources)))
    by_claim = {id(f.claim): f for f in ready}
    homes = {id(f): r for block in readings_of(ready).values() for r in block for f in r.figures}
    texts = {s.id: s.text for s in report.sources}
    for pair in gold:
        if pair["kind"] != "quantity" or pair["label"] not in FLAGGED:
            continue
        flagged = any(
            d.verdict.value in FLAGGED and _meets(score, f, d, pair)
            for f in report.findings
            for d in f.disagreements
        )
        if flagged:
            lost["found"] += 1
            continue
        left, right = _over(pair["a"], claims), _over(pair["b"], claims)
        stage, note = _stage(left, right, by_claim, homes, told)
        lost[stage] += 1
        if show:
            print(f"{stage:10} {story.name} {pair['group']} {pair['names']} {pair['label']} {note}")
            for c in (*left[:2], *right[:2]):
                print("     ", _words(c, texts))


def _meets(score, finding, d, pair) -> bool:
    a, b = ([c.model_dump() for c in finding.readings[i].claims] for i in (d.a, d.b))
    return (score.touches(a, pair["a"]) and score.touches(b, pair["b"])) or (
        score.touches(a, pair["b"]) and score.touches(b, pair["a"])
    )


def _stage(left, right, by_claim, homes, told) -> tuple[str, str]:
    if not left or not right:
        return "unread", f"left={len(left)} right={len(right)}"
    figs = [[by_claim[id(c)] for c in side if id(c) in by_claim] for side in (left, right)]
    if not figs[0] or not figs[1]:
        return "no block", str([block_of(c) for c in (*left, *right)])
    pairs: list[tuple[Measured, Measured]] = [(a, b) for a in figs[0] for b in figs[1]]
    same = [(a, b) for a, b in pairs if a.block == b.block]
    if not same:
        return "block", str({f.block for side in figs for f in side})
    if all(a.value == b.value for a, b in same):
        return "equal", ""
    may = [(a, b) for a, b in same if compatible(a, b)]
    if not may:
        return "hard", str(
            {
                (a.context.predicate, a.context.frame, b.context.predicate, b.context.frame)
                for a, b in same
            }
        )
    best = max(
        ((levels.levels_between(a, b, homes[id(a)], homes[id(b)], told), a, b) for a, b in may),
        key=lambda row: shipped().weigh(row[0]),
    )
    weight = shipped().weigh(best[0])
    note = f"w={weight:.1f} " + " ".join(f"{k}={v:.2f}" for k, v in best[0].items())
    if any(told.slots.other(a, b) for a, b in may):
        return "other slot", note
    if weight < shipped().threshold:
        return "weight", note
    why = scope_between(best[1], best[2])
    if why:
        return "scope", f"{why} {note}"
    return "judged", note


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--quiet", action="store_true")
    args = parser.parse_args()
    lost: Counter = Counter()
    for story in args.stories or stories():
        trace(story, lost, not args.quiet)
    print(dict(lost))


if __name__ == "__main__":
    main()
