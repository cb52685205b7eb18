"""What our checks let through of a perfect reader: one that answers as the annotators did.

    python benchmarks/second_reader.py [STORY...] [--kinds status,name]

No model is asked. Ask 1 is answered with the annotated groups (question, words, quotes), ask 2
with their labels, so that whatever is lost is lost to our own checks, caps and pairing.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import discrepancy as dx
from discrepancy.reader import Question
from stories import as_json, scorer, stories

Key = tuple[str, str]
FLAGGED = ("conflict", "update")


def _value(group: dict[str, Any], mention: dict[str, Any]) -> Key:
    """Which answer of which group a mention gives."""
    return group["id"], str([mention["value"], mention.get("unit"), mention.get("bound")])


def perfect(story: Path, kinds: set[str], asked: Counter[str]) -> Callable[[Question], str]:
    """A reader that knows the gold of a story."""
    gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    documents = sorted(path.stem for path in (story / "docs").glob("*.txt"))
    matters: list[dict[str, Any]] = []
    said: dict[str, set[Key]] = {}
    labels: dict[frozenset[Key], str] = {}
    for group in (group for group in gold["groups"] if group["kind"] in kinds):
        mentions = {mention["id"]: mention for mention in group["mentions"]}
        sides = {
            value: str(n)
            for n, value in enumerate({_value(group, m): 0 for m in mentions.values()})
        }
        matters.append(
            {
                "question": group["attribute"][:290],
                "kind": "who" if group["kind"] == "name" else "state",
                "answers": [
                    {
                        "document": f"D{documents.index(mention['doc']) + 1}",
                        "answer": mention["anchor"][:190],
                        "quote": mention["quote"],
                        "said_by": mention.get("attributed_to"),
                        "day": mention.get("as_of"),
                        "side": sides[_value(group, mention)],
                    }
                    for mention in mentions.values()
                ],
            }
        )
        for mention in mentions.values():
            said.setdefault(" ".join(mention["quote"].split()), set()).add(_value(group, mention))
        for pair in group["pairs"]:
            both = frozenset(_value(group, mentions[pair[side]]) for side in "ab")
            labels[both] = pair["label"]

    def answer(question: Question) -> str:
        asked[question.kind] += 1
        asked["tokens"] += question.tokens
        if question.kind == "story":
            return json.dumps({"questions": matters})
        if question.kind == "figures":
            return json.dumps({"measurand": "other", "because": ""})
        material = json.loads(question.messages[1].content)
        sides = [said.get(material[side]["quote"], set()) for side in "ab"]
        known = [labels.get(frozenset((a, b))) for a in sides[0] for b in sides[1]]
        label = next(filter(None, known), "compatible")
        return json.dumps({"verdict": label, "because": ""})

    return answer


def main() -> None:
    """Score the rules alone and the rules with a perfect reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*")
    parser.add_argument("--kinds", default="status,name")
    options = parser.parse_args()
    judge, asked, total = scorer(), Counter[str](), Counter[str]()
    for story in stories():
        if options.stories and story.name not in options.stories:
            continue
        reader = perfect(story, set(options.kinds.split(",")), asked)
        for name, report in (
            ("rules", dx.check(story / "docs")),
            ("both", dx.check(story / "docs", reader=reader)),
        ):
            found = judge.score(story, as_json(report))
            for part in ("findings", "good", "matters", "met"):
                total[f"{name} {part}"] += found[part]
            for kind in ("status", "name"):
                met, wanted = found["kinds"].get(kind, (0, 0))
                total[f"{name} {kind}"] += met
                total[f"{name} {kind} wanted"] += wanted
    for name in ("rules", "both"):
        print(
            f"{name:6} findings P {total[f'{name} good']}/{total[f'{name} findings']}"
            f"  matters R {total[f'{name} met']}/{total[f'{name} matters']}"
            f"  status pairs {total[f'{name} status']}/{total[f'{name} status wanted']}"
            f"  name pairs {total[f'{name} name']}/{total[f'{name} name wanted']}"
        )
    print("asked", dict(asked))


if __name__ == "__main__":
    main()
