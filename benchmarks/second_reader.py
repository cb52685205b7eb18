"""What our checks let through of a perfect reader: one that answers as the annotators did.

    python benchmarks/second_reader.py [STORY...] [--kinds status,name] [--validation] [--lost]

No model is asked. Ask 1 is answered with the annotated groups (question, words, quotes), the other
questions with their labels, so that whatever is lost is lost to our own checks, caps and pairing.
`--lost` lists what is lost, and why. Of the stories under validation/ only sums are told.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import discrepancy as dx
from discrepancy.finding import Report
from discrepancy.reader import Question
from stories import EVAL, as_json, scorer, stories

Key = tuple[str, str]
"""Which answer of which annotated group."""

KINDS = ("quantity", "date", "time", "quote", "status", "name")
ASKED_AS = {"name": "who", "quantity": "number", "date": "order", "time": "order"}
MEASURED = {"scope": "other", None: "other"}
"""What two figures of an annotated label are to each other, where not the same."""


class Perfect:
    """A reader that knows the gold of a story."""

    def __init__(self, story: Path, kinds: Sequence[str]) -> None:
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        paths = sorted((story / "docs").glob("*.txt"))
        self._texts = {path.stem: _flat(path.read_text(encoding="utf-8")) for path in paths}
        self._documents = list(self._texts)
        self._groups = [group for group in gold["groups"] if group["kind"] in kinds]
        self._said: list[tuple[str, int, int, Key]] = []
        self._labels: dict[frozenset[Key], str] = {}
        self.asked: Counter[str] = Counter()
        for group in gold["groups"]:
            by_id = {mention["id"]: mention for mention in group["mentions"]}
            self._said += [self._place(group, mention) for mention in by_id.values()]
            for pair in group["pairs"]:
                both = frozenset(_key(group, by_id[pair[side]]) for side in "ab")
                self._labels[both] = pair["label"]

    def __call__(self, question: Question) -> str:
        """The annotators' answer."""
        self.asked[question.kind] += 1
        self.asked["tokens"] += question.tokens
        material = json.loads(question.messages[1].content)
        if question.kind == "story":
            return json.dumps({"questions": list(self._matters())})
        if question.kind in ("finding", "sides"):
            return json.dumps({"pairs": list(self._pairs(material["sides"]))})
        label = self._label(material["a"], material["b"])
        return json.dumps({"measurand": MEASURED.get(label, "same"), "because": ""})

    def _matters(self) -> Iterator[dict[str, Any]]:
        for group in self._groups:
            sides = {
                key: str(number)
                for number, key in enumerate({_key(group, m): 0 for m in group["mentions"]})
            }
            yield {
                "question": group["attribute"][:290],
                "kind": ASKED_AS.get(group["kind"], "state"),
                "answers": [
                    {
                        "document": f"D{self._documents.index(mention['doc']) + 1}",
                        "answer": mention["anchor"][:190],
                        "quote": mention["quote"],
                        "said_by": mention.get("attributed_to"),
                        "day": mention.get("as_of"),
                        "side": sides[_key(group, mention)],
                    }
                    for mention in group["mentions"]
                ],
            }

    def _pairs(self, sides: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
        for a, b in combinations(sides, 2):
            label = self._label(a, b) or "other"
            verdict = "part" if label == "scope" else label
            yield {"a": a["side"], "b": b["side"], "verdict": verdict, "because": ""}

    def _label(self, a: dict[str, Any], b: dict[str, Any]) -> str | None:
        known = [
            self._labels.get(frozenset((one, other)))
            for one in self._keys(a)
            for other in self._keys(b)
            if one[0] == other[0] and one != other
        ]
        told = [label for label in known if label]
        return next((label for label in told if label in ("conflict", "update")), None) or (
            told[0] if told else None
        )

    def _keys(self, side: dict[str, Any]) -> list[Key]:
        """The annotated answers that stand where a side's words stand."""
        found = []
        for document, start, end in self._found(side):
            found += [
                key
                for doc, first, last, key in self._said
                if doc == document and first < end and start < last
            ]
        return found

    def _found(self, side: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
        """Where a side stands; its own words in its quote, where these are told."""
        around = " ".join(filter(None, (side["before"], side["quote"])))
        for document, text in self._texts.items():
            at = text.find(around)
            if at < 0 and (at := text.find(side["quote"])) < 0:
                continue
            start = text.index(side["quote"], at if side["before"] else 0)
            words = side.get("words")
            inner = side["quote"].find(words) if words else 0
            length = len(words or side["quote"])
            yield document, start + inner, start + inner + length
            return

    def _place(self, group: dict[str, Any], mention: dict[str, Any]) -> tuple[str, int, int, Key]:
        """Where a mention stands: its anchor, or of what is said in words the whole quote."""
        worded = group["kind"] in ("quote", "status")
        quote, anchor = _flat(mention["quote"]), _flat(mention["anchor"])
        at = self._texts[mention["doc"]].index(quote)
        start, words = (at, quote) if worded else (at + quote.index(anchor), anchor)
        return mention["doc"], start, start + len(words), _key(group, mention)


def _key(group: dict[str, Any], mention: dict[str, Any]) -> Key:
    return group["id"], str([mention["value"], mention.get("unit"), mention.get("bound")])


def _flat(text: str) -> str:
    return " ".join(text.split())


def _shown(report: Report) -> Report:
    """The report without what is set aside, as it is scored."""
    left = tuple(finding for finding in report.findings if not finding.set_aside)
    return report.model_copy(update={"findings": left})


def _notes(report: Report) -> Iterator[tuple[str, int]]:
    """What the notes tell of the checks: what was refused, mended, left out, how often and why."""
    for note in report.notes:
        found = re.match(r"second reader: \d+ (refused|mended|left out of answers) \((.*)\)$", note)
        if found:
            for reason in found[2].split("; "):
                why, _, number = reason.rpartition(": ")
                yield f"{found[1]}: {why}", int(number)
        elif found := re.match(r"second reader: (\d+) (pairs? .*)$", note):
            yield re.sub("^pair ", "pairs ", found[2]), int(found[1])


def main() -> None:
    """Score the rules alone and the rules with a perfect reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--validation", action="store_true", help="the stories nobody reads, too")
    parser.add_argument("--lost", action="store_true", help="list the matters that are lost")
    options = parser.parse_args()
    chosen = [s for s in stories() if not options.stories or s.name in options.stories]
    hidden = sorted((EVAL / "validation").glob("*/")) if options.validation else []
    for name, listed in (("stories", chosen), ("validation", hidden)):
        if listed:
            shown = options.lost and name == "stories"
            _run(name, listed, options.kinds.split(","), lost=shown)


def _run(name: str, listed: Sequence[Path], kinds: Sequence[str], *, lost: bool) -> None:
    judge, total, reasons = scorer(), Counter[str](), Counter[str]()
    asked: Counter[str] = Counter()
    for story in listed:
        reader = Perfect(story, kinds)
        alone = dx.check(story / "docs")
        both = dx.check(story / "docs", reader=reader)
        reasons.update(dict(_notes(both)))
        asked.update(reader.asked)
        for which, report in (("rules", alone), ("both", _shown(both))):
            if which == "both" and lost:
                print(story.name, *both.notes, sep="\n   ")
            found = judge.score(story, as_json(report), lost and which == "both")
            for part in ("findings", "good", "matters", "met", "verdicts", "right"):
                total[f"{which} {part}"] += found[part]
            for kind, (met, wanted) in found["kinds"].items():
                total[f"{which} {kind}"] += met
                total[f"{which} {kind} wanted"] += wanted
    for which in ("rules", "both"):
        told = " ".join(
            f"{kind} {total[f'{which} {kind}']}/{total[f'{which} {kind} wanted']}" for kind in KINDS
        )
        print(
            f"{name} {which:6} findings P {total[f'{which} good']}/{total[f'{which} findings']}"
            f"  matters R {total[f'{which} met']}/{total[f'{which} matters']}"
            f"  verdicts {total[f'{which} verdicts']}/{total[f'{which} right']}  pairs {told}"
        )
    print("asked", dict(asked), "in", len(listed), "stories")
    for why, number in reasons.most_common():
        print(f"{number:5} {why}")


if __name__ == "__main__":
    main()
