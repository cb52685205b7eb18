"""The known conflicts of seeds/ hold on the original texts as they hold on the digests.

The digests are asserted by the pytest plugin, which collects seeds/known_conflicts.toml itself.
"""

from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.reporting.passages import Texts
from discrepancy.reporting.pictures.toll import over_days
from discrepancy.reporting.wording import letter
from discrepancy.testing import assert_conflict, known

SEEDS = Path(__file__).parent.parent / "seeds"
ENTRIES = known.read(SEEDS / "known_conflicts.toml").conflict
ORIGINALS = "north-korea-troops-2024"


@pytest.fixture(scope="module")
def originals(annotated_stories, discrepancies):
    return discrepancies(annotated_stories / ORIGINALS / "docs")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_an_entry_holds_on_the_original_texts(entry, originals):
    if entry.not_yet:
        pytest.xfail(entry.not_yet)
    entry.hold(originals)


def test_a_reading_belongs_to_a_disagreement_or_lies_on_the_line_of_a_toll(originals):
    texts = Texts(originals.sources)
    for finding in originals.findings:
        paired = {at for pair in finding.disagreements for at in (pair.a, pair.b)}
        toll = over_days(finding, texts)
        lies = {one.letter for voice in toll.voices for one in voice.told} if toll else set()
        loose = [at for at in range(len(finding.readings)) if at not in paired]
        assert {letter(at) for at in loose} <= lies, finding.measurand


def test_titles_are_unique():
    assert len({entry.name for entry in ENTRIES}) == len(ENTRIES) > 10


def test_one_measurand_of_1000_and_7000_kilometres_is_a_conflict():
    report = dx.check(
        [
            "The rocket reached a peak altitude of 1,000 km on Thursday.",
            "The rocket reached a peak altitude of 7,000 km on Thursday.",
        ]
    )
    assert_conflict(report, "1,000 km", "7,000 km", about="altitude")


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.md")), ids=lambda path: path.stem)
def test_a_document_beside_its_copy_tells_what_it_tells_alone(seed):
    (source,) = dx.read(seed)
    copy = source.model_copy(update={"id": "a copy"})
    alone, both = (dx.check(one).findings for one in ([source], [source, copy]))
    assert [(one.id, one.verdict) for one in both] == [(one.id, one.verdict) for one in alone]
