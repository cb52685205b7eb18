"""Changed figures are told, mere rewordings are not: a floor and a ceiling on a few stories.

`make mutations` measures all stories and lists what went wrong with --misses.
"""

import sys
from pathlib import Path

import pytest

import discrepancy as dx

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
FLOOR, CEILING = 0.75, 0.02
SAMPLED = slice(0, None, 9)


@pytest.fixture(scope="module")
def mutations():
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import mutations

        yield mutations
    finally:
        sys.path.remove(str(BENCHMARKS))


def test_changes_are_told_and_rewrites_are_silent(annotated_stories, mutations):
    stories = sorted(annotated_stories.iterdir())[SAMPLED]
    measured = [mutations.measure(story / "docs", sample=6) for story in stories]
    changed = mutations.total(one.changed for one in measured)
    rewritten = mutations.total(one.rewritten for one in measured)
    wrong = "\n".join(line for one in measured for line in one.wrong)
    assert sum(changed.made.values()) >= 10
    assert sum(rewritten.made.values()) >= 10
    assert changed.share() >= FLOOR, f"{changed}\n{wrong}"
    assert rewritten.share() <= CEILING, f"{rewritten}\n{wrong}"


TEXTS = [
    (
        "Nine villagers died when the river flooded the valley on 3 May 2021. "
        "The flood covered 5 km of the valley road. Repairs cost $2.5 million."
    ),
    (
        "When the river flooded the valley on May 3, 2021, nine villagers died. "
        "The flood covered 5 km of the valley road."
    ),
]


def test_an_edit_that_is_told_and_one_that_is_not(mutations, tmp_path):
    for name, text in zip("ab", TEXTS, strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    measured = mutations.measure(tmp_path)
    assert measured.changed.made["figure"] >= 2
    assert measured.changed.shown["figure"] >= 1
    assert measured.rewritten.made["day first"] == 2
    assert measured.rewritten.share() == 0


@pytest.mark.parametrize(
    ("change", "words", "changed"),
    [
        ("another_figure", "Twenty-three", "Forty-seven"),
        ("another_figure", "21st", None),
        ("another_figure", "1950-53", None),
        ("another_figure", "no one", None),
        ("another_figure", "$1.6 billion", "$2.2 billion"),
        ("another_figure", "2,000", "6,000"),
        ("another_unit", "5 km", "5 miles"),
        ("another_unit", "$3 million", "$3 billion"),
        ("another_unit", "$300", "€300"),
        ("another_unit", "nine", None),
        ("another_date", "21 July 2013", "21 October 2013"),
        ("another_date", "Sunday", "Wednesday"),
        ("another_date", "2007", "2004"),
        ("another_date", "noon", None),
    ],
)
def test_a_change_is_of_another_value(mutations, change, words, changed):
    import edits

    assert getattr(edits, change)(words) == changed


def test_passive_for_active(mutations):
    import edits

    text = "It rained.\nThe blast killed six people. A car hit a wall."
    assert list(edits.passives(text)) == [(11, 39, "Six people were killed by the blast.")]


REMARKS = [
    (
        "“We were able to restore most of the northern line by 3 May 2021,” said Mara Tollen of "
        "the Orvel railway in Velmond."
    ),
    (
        "Mara Tollen of the Orvel railway in Velmond said: “We were able to restore most of the "
        "northern line by 3 May 2021.”"
    ),
]


def test_a_remark_tells_a_date_only_where_it_names_it(mutations):
    sources = dx.read(
        *(dx.Source(id=name, text=text) for name, text in zip("ab", REMARKS, strict=True))
    )
    edit = next(one for one in mutations.changes(dx.check(sources)) if one.kind == "date")
    report = dx.check(mutations.edited(sources, edit))
    (remark,) = (finding for finding in report.findings if finding.kind == "quote")
    alone = report.model_copy(update={"findings": (remark,)})
    assert mutations.told(alone, edit)
    (pair,) = remark.disagreements
    other = pair.model_copy(update={"because": 'in different words: "most" / "much"'})
    unnamed = remark.model_copy(update={"disagreements": (other,)})
    assert not mutations.told(report.model_copy(update={"findings": (unnamed,)}), edit)


def test_the_same_figure_in_another_unit_is_said_the_same(mutations):
    texts = [
        "The flood covered 5 km of the valley road near Velmond.",
        "Near Velmond the flood covered 5 km of the valley road.",
        "The flood covered 3.1 miles of the valley road near Velmond.",
    ]
    sources = dx.read(*(dx.Source(id=f"{n}", text=text) for n, text in enumerate(texts)))
    edit = next(one for one in mutations.changes(dx.check(sources)) if one.kind == "figure")
    assert "2" in {place.document for place in edit.others}
