"""The whole run on the annotated stories: floors of the scores, and what must never happen.

These stand beside the checkout, not on a user's machine; without them every test here skips.
"""

import sys
import tomllib
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.source import Source

ROOT = Path(__file__).resolve().parents[1]
STORIES = ROOT.parent / "shared" / "eval" / "stories"

pytestmark = pytest.mark.skipif(
    not STORIES.is_dir(), reason="the annotated stories do not stand beside the checkout"
)

NAMES = sorted(path.name for path in STORIES.glob("*/")) if STORIES.is_dir() else []


@pytest.fixture(scope="module")
def stories():
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import stories

        yield stories
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


@pytest.fixture(scope="module")
def counted(stories):
    return stories.run(stories.stories())


def _shares(counts):
    return {
        "findings_precision": counts["good"] / max(counts["findings"], 1),
        "matters_recall": counts["met"] / max(counts["matters"], 1),
        "figures_recall": counts["figures_met"] / max(counts["figures"], 1),
        "verdicts": counts["verdicts"] / max(counts["right"], 1),
    }


@pytest.mark.parametrize("which", ["ALL", "north-korea-troops-2024"])
def test_no_score_falls_below_its_floor(stories, counted, which):
    floors = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text())[which]
    counts = stories.added(list(counted.values())) if which == "ALL" else counted[which]
    shares = _shares(counts)
    low = {name: (shares[name], floor) for name, floor in floors.items() if shares[name] < floor}
    assert not low


@pytest.mark.parametrize("name", NAMES)
def test_a_text_beside_its_copy_has_no_conflict(name):
    for source in dx.read(STORIES / name / "docs"):
        copy = Source(id=f"copy of {source.id}", text=source.text, published=source.published)
        report = dx.check([source, copy])
        across = [f for f in report.conflicts if len({c.document for r in f.readings for c in r.claims}) > 1]
        assert not across, [finding.because for finding in across]


@pytest.mark.parametrize("name", NAMES[::3])
def test_the_order_of_the_documents_does_not_matter(name):
    sources = dx.read(STORIES / name / "docs")
    there, back = dx.check(sources), dx.check(tuple(reversed(sources)))
    assert there.model_dump_json() == back.model_dump_json()
