"""How well the days of documents are inferred from their story: hide the days and look.

    undated.py ../shared/eval/stories [--wrong]

Each document that tells its day is read as if it did not: "one" hides one document at a time,
"all" those of the whole story. The dates so read are held against those read with the day.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import discrepancy
from discrepancy import dating
from discrepancy.calendar import edtf
from discrepancy.claims import DateClaim
from discrepancy.extraction import dates
from discrepancy.source import Source

Counts = Counter[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", type=Path, help="the folder of annotated stories")
    parser.add_argument("--wrong", action="store_true", help="list what is inferred wrongly")
    options = parser.parse_args()
    one, every = hidden(
        sorted(path for path in options.stories.iterdir() if path.is_dir()), wrong=options.wrong
    )
    for name, counts in (("one", one), ("all", every)):
        report(name, counts)


def hidden(folders: Sequence[Path], *, wrong: bool = False) -> tuple[Counts, Counts]:
    """What is inferred with one document's day hidden at a time, and with those of all hidden."""
    one, every = Counter[str](), Counter[str]()
    for folder in folders:
        sources = discrepancy.read(folder / "docs")
        dated = [source.id for source in sources if source.published]
        for name in dated:
            count(one, sources, _inferred(sources, {name}), wrong=wrong)
        count(every, sources, _inferred(sources, set(dated)), wrong=wrong)
    return one, every


def _inferred(sources: Sequence[Source], names: set[str]) -> list[Source]:
    """The sources, those hidden with what the others tell of their day."""
    bare = [_hidden(source, source.id in names) for source in sources]
    return [source for source in dating.inferred(bare) if source.id in names]


def _hidden(source: Source, hide: bool) -> Source:
    told = {"anchor": None, "anchored_by": None, "elsewhere": ()}
    return source.model_copy(update={**told, "published": None} if hide else told)


def count(
    counts: Counts, sources: Sequence[Source], inferred: Sequence[Source], *, wrong: bool
) -> None:
    known = {source.id: source for source in sources}
    for source in inferred:
        truth = known[source.id]
        day = str(truth.published)
        counts["documents"] += 1
        if source.anchor:
            holds = edtf.contains(source.anchor, day)
            counts["anchored"] += 1
            counts["anchored rightly"] += holds
            counts["to a week"] += edtf.days_apart(*_ends(source.anchor)) < 7
            if wrong and not holds:
                print(f"  {source.id} ({day}): {source.anchor}, {source.anchored_by}")
        for right, claim in _dates(truth, source):
            counts["dates"] += 1
            if claim and claim.value.edtf:
                counts["settled"] += 1
                same = claim.value.edtf == right.value.edtf
                counts["settled rightly"] += same
                if wrong and not same:
                    print(f"    {source.id} ({day}): {claim.text!r} {claim.value} {right.value}")


def _ends(anchor: str) -> tuple[str, str]:
    first, last = edtf.interval(anchor)
    return first.isoformat(), last.isoformat()


def _dates(truth: Source, source: Source) -> Iterator[tuple[DateClaim, DateClaim | None]]:
    """The dates that need the day of printing, as read with it and without."""
    bare = {claim.span: claim for claim in dates.read(_hidden(source, True))}
    found = {claim.span: claim for claim in dates.read(source)}
    for claim in dates.read(truth):
        open_without = claim.span not in bare or not bare[claim.span].value.edtf
        if claim.value.edtf and open_without:
            yield claim, found.get(claim.span)


def report(name: str, counts: Counts) -> None:
    for part, whole in (
        ("anchored", "documents"),
        ("anchored rightly", "anchored"),
        ("to a week", "anchored"),
        ("settled", "dates"),
        ("settled rightly", "settled"),
    ):
        share = counts[part] / max(counts[whole], 1)
        print(f"{name:4} hidden: {part:17} {counts[part]:5}/{counts[whole]:<5} = {share:.3f}")


if __name__ == "__main__":
    main()
