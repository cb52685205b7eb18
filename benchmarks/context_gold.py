"""Score what is read besides figures against annotated stories: coverage, dates, attribution, day.

    context_gold.py ../shared/eval/stories [STORY...] [--misses] [--kind date]

A gold mention is covered when a claim of its kind overlaps its anchor. Values (EDTF, clock time)
are judged of covered mentions; "if resolved" leaves out dates that nothing in their document
anchors. Attribution and as-of day are judged of all mentions that have one, covered or not.
The last two columns part the mentions by whether their document tells the day of its printing.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import discrepancy
from discrepancy.calendar import edtf
from discrepancy.claims import Claim
from discrepancy.source import Source
from discrepancy.span import Span

KINDS = ("quantity", "date", "time", "quote", "status", "name")

# Words of an attribution that tell nobody apart from anybody.
_EMPTY_WORDS = """
the a an of and for to in at by with his her its their mr mrs ms dr sir gen via local
"""
# One body under another word: how a text calls it, and how the gold does.
_ALIKE = {"nypd": "police", "cop": "police", "investigator": "police", "prosecution": "prosecutor"}
# Words of a name that its initials leave out: AMD of Advanced Micro Devices Inc.
_UNLETTERED = frozenset(["of", "Inc", "Corp", "Ltd", "Co", "Plc"])
_EMPTY = frozenset(re.findall(r"\w+", _EMPTY_WORDS))


class Mention(NamedTuple):
    """One gold mention and the claims of its kind at its anchor."""

    story: str
    kind: str
    gold: dict[str, Any]
    source: Source
    covering: tuple[Claim, ...]


def mentions(folder: Path) -> Iterator[Mention]:
    sources = {Path(source.id).stem: source for source in discrepancy.read(folder / "docs")}
    claims = {name: discrepancy.extract(source) for name, source in sources.items()}
    for group in json.loads((folder / "gold.json").read_text("utf-8"))["groups"]:
        for gold in group["mentions"]:
            source = sources.get(gold["doc"])
            if source is None:
                continue
            anchor = anchored(source.text, gold)
            covering = tuple(
                claim
                for claim in claims[gold["doc"]]
                if claim.kind == group["kind"] and anchor and claim.span.overlaps(anchor)
            )
            yield Mention(folder.name, group["kind"], gold, source, covering)


def anchored(text: str, gold: dict[str, Any]) -> Span | None:
    """Where the anchor stands; None where the gold quotes words that are not in the text."""
    at = text.find(gold["quote"])
    within = gold["quote"].find(gold["anchor"])
    if at < 0:
        return None
    start = at + max(within, 0)
    length = len(gold["anchor"]) if within >= 0 else len(gold["quote"])
    return Span(start=start, end=start + length)


def period(value: object) -> tuple[Any, Any] | None:
    """The days that a gold value means; None where it is free text."""
    text = "/".join(str(part) for part in value) if isinstance(value, list) else str(value)
    try:
        return edtf.interval(text)
    except ValueError:
        return None


def right_date(mention: Mention) -> bool | None:
    wanted = period(mention.gold["value"])
    if wanted is None:
        return None
    return any(
        claim.kind == "date" and claim.value.edtf and period(claim.value.edtf) == wanted
        for claim in mention.covering
    )


def right_where_resolved(mention: Mention) -> bool | None:
    """As `right_date`, of dates that the document itself could resolve."""
    resolved = any(claim.kind == "date" and claim.value.edtf for claim in mention.covering)
    return right_date(mention) if resolved else None


def right_time(mention: Mention) -> bool | None:
    value = mention.gold["value"]
    wanted = tuple(value) if isinstance(value, list) else (value, None)
    return any(
        claim.kind == "time" and (claim.value.time[:5], claim.value.until) == wanted
        for claim in mention.covering
    )


def telling(attribution: str) -> frozenset[str]:
    """The words that tell somebody from others, and the initials of names: USGS, UN."""
    folded = attribution.casefold().replace("’", "'").replace("'s", "")
    spelled = {
        word.removesuffix("s") for word in re.findall(r"[^\W\d_]{2,}", folded) if word not in _EMPTY
    }
    words = spelled | set(initials(attribution))
    return frozenset(_ALIKE.get(word, word) for word in words)


def initials(name: str) -> Iterator[str]:
    """The capitals of each name in these words: "usgs" of "U.S. Geological Survey records"."""
    for run in re.findall(r"(?:[A-Z][\w.]*(?:\sof)?\s?){2,}", name):
        parts = [part for part in run.replace(".", "").split() if part not in _UNLETTERED]
        capitals = [part if part.isupper() else part[0] for part in parts]
        yield "".join(capitals).casefold().removesuffix("s")


def right_attribution(mention: Mention) -> bool | None:
    wanted = mention.gold.get("attributed_to")
    if not wanted:
        return None
    return any(
        claim.context
        and claim.context.attribution
        and telling(claim.context.attribution) & telling(wanted)
        for claim in mention.covering
    )


def right_as_of(mention: Mention) -> bool | None:
    wanted = period(mention.gold.get("as_of"))
    if wanted is None:
        return None
    return any(
        claim.context and claim.context.as_of and period(claim.context.as_of) == wanted
        for claim in mention.covering
    )


def told(mention: Mention, question: str) -> str:
    """One line for a miss: what was wanted, and what was read instead."""
    gold = mention.gold
    wanted = {"covered": gold["anchor"]}.get(question, gold["value"])
    if question.startswith("attribution"):
        wanted = gold["attributed_to"]
    if question.startswith("as-of"):
        wanted = gold["as_of"]
    got = [read(claim, question) for claim in mention.covering]
    place = f"{mention.story[:14]}/{gold['doc']} ({mention.source.published})"
    return f"  {mention.kind} {question}: wanted {wanted!r} got {got} | {place} | {gold['quote']!r}"


def read(claim: Claim, question: str) -> str:
    """What a claim says of the question."""
    context = claim.context
    if question.startswith("attribution"):
        return str(context and context.attribution)
    if question.startswith("as-of"):
        return str(context and context.as_of)
    return f"{claim.text}: {claim.value}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", type=Path, help="the folder of annotated stories")
    parser.add_argument("names", nargs="*", help="only these stories")
    parser.add_argument("--misses", action="store_true", help="list them")
    parser.add_argument("--kind", choices=KINDS, help="only mentions of this kind")
    options = parser.parse_args()
    folders = [
        folder
        for folder in sorted(path for path in options.stories.iterdir() if path.is_dir())
        if not options.names or folder.name in options.names
    ]
    right: Tally = Counter()
    asked: Tally = Counter()
    for mention, question, answer in answered(folders, options.kind):
        dated = mention.source.published is not None
        asked[mention.kind, question, dated] += 1
        right[mention.kind, question, dated] += answer
        if options.misses and not answer:
            print(told(mention, question))
    report(right, asked)


def answered(
    folders: Iterable[Path], kind: str | None = None
) -> Iterator[tuple[Mention, str, bool]]:
    """Every question that is asked of a mention, and whether it was answered rightly."""
    for folder in folders:
        for mention in mentions(folder):
            if kind is None or mention.kind == kind:
                yield from ((mention, *answer) for answer in answers(mention))


def answers(mention: Mention) -> Iterator[tuple[str, bool]]:
    yield "covered", bool(mention.covering)
    asked = [("attribution", right_attribution(mention)), ("as-of", right_as_of(mention))]
    if mention.kind == "date" and mention.covering:
        asked += [
            ("value", right_date(mention)),
            ("value if resolved", right_where_resolved(mention)),
        ]
    if mention.kind == "time" and mention.covering:
        asked += [("value", right_time(mention))]
    if mention.covering:
        asked += [
            ("attribution where covered", right_attribution(mention)),
            ("as-of where covered", right_as_of(mention)),
        ]
    yield from ((question, answer) for question, answer in asked if answer is not None)


QUESTIONS = ("covered", "value", "value if resolved")
OF_CONTEXT = ("attribution", "attribution where covered", "as-of", "as-of where covered")

Tally = Counter[tuple[str, str, bool]]
"""By kind, question, and whether the document tells its day."""


def report(right: Tally, asked: Tally) -> None:
    print(f"{'':42} {'all':>19} {'dated':>19} {'undated':>19}")
    for kind in KINDS:
        for question in (*QUESTIONS, *OF_CONTEXT):
            line(f"{kind} {question}", right, asked, [(kind, question)])
    for question in OF_CONTEXT:
        rows = [(kind, question) for kind in KINDS]
        line(f"all {question}", right, asked, rows)
        line(f"all but statuses {question}", right, asked, [r for r in rows if r[0] != "status"])


def line(name: str, right: Tally, asked: Tally, rows: list[tuple[str, str]]) -> None:
    counts = [
        [sum(tally[*row, dated] for row in rows for dated in which) for tally in (right, asked)]
        for which in ((True, False), (True,), (False,))
    ]
    if counts[0][1]:
        print(f"{name:42} {' '.join(share(*count) for count in counts)}")


def share(right: int, asked: int) -> str:
    return f"{right:5}/{asked:<5} = {right / asked:.3f}" if asked else " " * 19


if __name__ == "__main__":
    main()
