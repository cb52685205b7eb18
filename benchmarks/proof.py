"""Does a true draft stay clean, and what does a proof cost beside the reading?

    python benchmarks/proof.py clean ../shared/eval/stories/*    # every document a draft
    python benchmarks/proof.py time                              # on a story made for it

Clean: each document is proofed against all documents of its story, a copy of itself under another
name among them, as it stands and after rewrites that change no claim (numerals in words, other
units, other forms of one date). An alarm is "not found", or "differs" but for what is outdated.
Time: a draft of 1,000 words against 20 sources of 700 words, the look-up beside the reading of the
21 texts, and the look-up against 10, 20 and 40 sources; processor time, all in one run.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import discrepancy as dx
from discrepancy import extraction, proofing
from discrepancy.claims import Claim
from discrepancy.item import Item
from discrepancy.pipeline import runs, stages
from discrepancy.reading.page.breaks import unbroken
from discrepancy.source import Source
from edits import REWRITES

OUTDATED = "outdated"


def clean(story: Path) -> Iterator[tuple[str, int, Sequence[Item]]]:
    """The document and its kind of print, the items, and the alarms among them."""
    run = stages.taken(runs.Run(accounts=(story,)))
    read = {source.id: [c for c in run.claims if c.source == source.id] for source in run.sources}
    for source in run.sources:
        copy = source.model_copy(update={"id": f"copy of {source.id}"})
        copied = [claim.model_copy(update={"source": copy.id}) for claim in read[source.id]]
        known = {**read, copy.id: copied}
        prints = {"as it stands": source, "rewritten": _rewritten(source, read[source.id])}
        for kind, draft in prints.items():
            name = draft.model_copy(update={"id": "the draft"})
            claims = (
                [claim.model_copy(update={"source": name.id}) for claim in read[source.id]]
                if draft is source
                else extraction.extract(name)
            )
            items, _ = proofing.hold(name, claims, (*run.sources, copy), known)
            yield f"{source.id}, {kind}", len(items), [i for i in items if _is_false(i)]


def _is_false(item: Item) -> bool:
    return item.alarm and not item.level.endswith(OUTDATED)


def _rewritten(source: Source, claims: Sequence[Claim]) -> Source:
    """The document with every claim in other words that say the same."""
    text, last = source.text, len(source.text)
    quoted = [claim.span for claim in claims if claim.kind == "quote"]
    for claim in sorted(claims, key=lambda claim: -claim.span.start):
        if claim.span.end > last or any(claim.span.overlaps(quote) for quote in quoted):
            continue  # a word of a quotation is not ours to change
        words = next(filter(None, (rewrite(claim) for rewrite in REWRITES.values())), None)
        if words and words != claim.text:
            text = text[: claim.span.start] + words + text[claim.span.end :]
            last = claim.span.start
    changed = source.model_copy(update={"text": text, "layout": None})
    return unbroken(dx.read(changed)[0]).source


def story_of(sources: int, words: int, seed: int = 1) -> list[Source]:
    """Sources of so many words each, that tell of one made-up flood in figures of their own."""
    chance = random.Random(seed)
    places = ("Kerrin", "Norby", "Alder Bay", "Hale", "Odeby", "Marn", "Ule", "Tollen")
    what = ("homes", "boats", "farms", "people", "cars", "bridges", "schools", "shops")
    verbs = ("lost", "rescued", "counted", "closed", "repaired", "insured", "searched", "sold")
    names = ("Mara Alder", "Tom Norby", "Pia Lund", "Oren Hale", "Sim Ha-rin", "Jon Marlow")
    found = []
    for number in range(sources):
        sentences: list[str] = []
        while sum(len(sentence.split()) for sentence in sentences) < words:
            sentences.append(
                f"On {chance.randint(1, 28)} May 2011 {chance.choice(names)} said that "
                f"{chance.randint(2, 990)} {chance.choice(what)} were {chance.choice(verbs)} in "
                f"{chance.choice(places)}, {chance.randint(2, 90)} km from the river."
            )
        found.append(Source(id=f"s{number}", text="\n\n".join(sentences)))
    return found


def costs(sources: Sequence[Source], draft: Source) -> tuple[float, float]:
    """Seconds of the processor for reading the texts and for the look-up."""
    start = time.process_time()
    run = stages.taken(runs.Run(accounts=tuple(sources)))
    own = dx.read(draft)[0]
    claims = extraction.extract(own)
    read = time.process_time() - start
    start = time.process_time()
    proofing.hold(own, claims, run.sources, runs.by_source((run,)))
    return read, time.process_time() - start


def _clean(stories: Sequence[Path]) -> int:
    documents = dirty = told = 0
    for story in stories:
        docs = story / "docs" if (story / "docs").is_dir() else story
        for name, _, alarms in clean(docs):
            documents += 1
            dirty += bool(alarms)
            told += len(alarms)
            for item in alarms:
                print(f"  {story.name} {name}: {item.text!r} {item.level}: {item.because}")
    print(f"drafts with a false alarm {dirty}/{documents}, alarms {told}")
    return int(dirty > 0)


def _time() -> int:
    texts = story_of(41, 700)
    draft = story_of(1, 1000, seed=7)[0].model_copy(update={"id": "draft"})
    costs(texts[:2], draft)  # tables are loaded once
    read, looked = costs(texts[:20], draft)
    print(f"20 sources: reading {read:.2f} s, look-up {looked:.2f} s, all {1 + looked / read:.2f}")
    grown = {number: costs(texts[:number], draft)[1] for number in (10, 40)}
    print("look-up " + ", ".join(f"{n} sources {s:.2f} s" for n, s in grown.items()))
    return int(looked > read or grown[40] > 5 * grown[10])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("clean", "time"))
    parser.add_argument("stories", nargs="*", type=Path)
    asked = parser.parse_args()
    return _time() if asked.what == "time" else _clean(asked.stories)


if __name__ == "__main__":
    sys.exit(main())
