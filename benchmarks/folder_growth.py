"""How the seconds of one check grow with the documents of one story, stage by stage.

    python benchmarks/folder_growth.py [--documents 50 100 200 400 800]

The documents are those of two annotated stories; past these, texts made of sentences drawn from
them, so that all are related and no two are equal.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import log

import discrepancy as dx
from discrepancy import pipeline
from discrepancy.pipeline.runs import Run
from discrepancy.reading import laid_out
from discrepancy.source import Source
from stories import stories

TAKEN = ("indian-navy-pirates-2008", "gulf-of-aden-pirates-2011")


def related(many: int) -> list[Source]:
    """So many documents of one story."""
    read = [dx.read(folder / "docs") for folder in stories() if folder.name in TAKEN]
    found = [
        source.model_copy(update={"id": f"{number}-{source.id}"})
        for number, story in enumerate(read)
        for source in story
    ][:many]
    draw = random.Random(3)
    sentences = [s.of(one.text) for one in found if one.layout for s in one.layout.sentences]
    while len(found) < many:
        text = "\n".join(draw.sample(sentences, 14))
        whole = Source(id=f"more-{len(found)}", text=text, published=draw.choice(found).published)
        found.append(laid_out(whole, cleaned=True))
    return found


def spent(sources: list[Source]) -> Iterator[tuple[str, float]]:
    """The seconds of the processor that each stage takes."""
    run = Run(accounts=(), sources=tuple(sources))
    for stage in pipeline.STAGES:
        start = time.process_time()
        run = stage(run)
        yield stage.__name__, time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[50, 100, 200, 400, 800])
    asked = parser.parse_args().documents
    found: dict[str, list[float]] = defaultdict(list)
    for many in asked:
        for stage, seconds in spent(related(many)):
            found[stage].append(seconds)
    found["all"] = [sum(times) for times in zip(*found.values(), strict=True)]
    print(f"| stage | {' | '.join(f'{many:,}' for many in asked)} | exponents |")
    for stage, seconds in found.items():
        grown = [
            f"{log(more / less) / log(b / a):.2f}"
            for (less, more), (a, b) in zip(pairwise(seconds), pairwise(asked), strict=True)
            if less > 0.005
        ]
        told = " | ".join(f"{one:.2f}" for one in seconds)
        print(f"| {stage} | {told} | {', '.join(grown)} |")


if __name__ == "__main__":
    main()
