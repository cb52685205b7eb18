"""Whether a change meant to change nothing changes nothing: claims and reports, byte for byte.

    ratchet.py keep FILE STORY...     # write what is read and told of these folders
    ratchet.py hold FILE STORY...     # compare with what was kept; exit 1 and name what differs

A folder holds documents, or a folder `docs` with them. Kept is one JSON object: for every document
its claims, for every folder its report.
"""

import argparse
import json
import sys
from pathlib import Path

import discrepancy as dx
from discrepancy.reporting import render


def told(folder: Path) -> dict[str, object]:
    """What is read in the documents of a folder, and what is told of them together."""
    docs = folder / "docs" if (folder / "docs").is_dir() else folder
    report = dx.check(docs)
    claims: dict[str, list[object]] = {source.id: [] for source in report.sources}
    for claim in report.read:
        claims[claim.source].append(claim.model_dump(mode="json"))
    return {"claims": claims, "report": json.loads(render(report, "json"))}


def differences(kept: object, now: object, place: str = "") -> list[str]:
    """Where two JSON values part, as paths; at most the first of each list or object."""
    if type(kept) is not type(now):
        return [f"{place}: {kept!r} is now {now!r}"]
    if isinstance(kept, dict) and isinstance(now, dict):
        return [
            line
            for key in sorted(kept.keys() | now.keys())
            for line in differences(kept.get(key), now.get(key), f"{place}/{key}")
        ]
    if isinstance(kept, list) and isinstance(now, list):
        if len(kept) != len(now):
            lost = [one for one in kept if one not in now]
            won = [one for one in now if one not in kept]
            return [f"{place}: {len(kept)} are now {len(now)}\n    - {lost}\n    + {won}"]
        return [
            line
            for at, (one, other) in enumerate(zip(kept, now, strict=True))
            for line in differences(one, other, f"{place}/{at}")
        ]
    return [] if kept == now else [f"{place}: {kept!r} is now {now!r}"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("keep", "hold"))
    parser.add_argument("file", type=Path)
    parser.add_argument("stories", nargs="+", type=Path)
    asked = parser.parse_args()
    now = {folder.name: told(folder) for folder in asked.stories}
    if asked.what == "keep":
        asked.file.write_text(json.dumps(now, ensure_ascii=False), encoding="utf-8")
        return 0
    kept = json.loads(asked.file.read_text(encoding="utf-8"))
    found = differences({name: kept.get(name) for name in now}, now)
    print(*found, f"{len(found)} differences in {len(now)} folders", sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
