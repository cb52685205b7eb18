"""States: read by the phrases of the scales, aligned by subject, judged by their days."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import discrepancy as dx
from discrepancy import tables
from discrepancy.alignment import statuses as alignment
from discrepancy.claims import Context, StatusClaim, TextValue
from discrepancy.comparison import statuses as comparison
from discrepancy.english.phrases import GAPS, ending, parsed
from discrepancy.extraction import statuses
from discrepancy.reading import laid_out
from discrepancy.source import Layout, Source
from discrepancy.span import Span
from discrepancy.words import scales

ASSERTED = tomllib.loads(
    (Path(__file__).parent / "cases" / "assertion.toml").read_text("utf-8"),
)
PATH = Path(__file__).parent / "cases" / "statuses.toml"
CASES = tomllib.loads(PATH.read_text("utf-8"))["case"]


def _read(text, name="a"):
    return list(statuses.read(laid_out(Source(id=name, text=text)), ()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_read(case):
    found = [[claim.scale, claim.value.text, claim.subject or ""] for claim in _read(case["text"])]
    assert sorted(found) == sorted(case["states"]), case["why"]


@pytest.mark.parametrize("case", ASSERTED["case"], ids=lambda case: case["title"])
def test_put_forward(case):
    around = {
        (claim.context.modality.value, claim.context.negated)
        for claim in dx.extract(case["text"])
        if claim.kind == "status" and claim.scale == case["scale"]
    }
    assert around == {tuple(case["expected"])}, case["why"]


@pytest.mark.parametrize("pair", ASSERTED["pair"], ids=lambda pair: pair["title"])
def test_judged(pair):
    sources = [
        dx.Source(id=f"{at}.txt", text=text, published="2024-10-24")
        for at, text in enumerate(pair["texts"])
    ]
    found = [f.verdict for f in dx.check(sources).findings if f.kind == "status"]
    assert found == pair["verdicts"], pair["why"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oren Hale had been arrested in 2009.", "2009"),
        ("Oren Hale was arrested on 3 May 2009.", "2009-05-03"),
        ("Oren Hale was arrested over a theft in 2009.", "2024-10-24"),
        ("Oren Hale was arrested on Monday.", "2024-10-24"),
    ],
)
def test_a_state_long_past_held_then(text, day):
    [claim] = [c for c in dx.extract(text, published="2024-10-24") if c.kind == "status"]
    assert claim.context.as_of == day


def test_a_qualifier_is_kept():
    [claim] = _read("The troops have not yet engaged in full-fledged combat.")
    assert (claim.text, claim.qualifier) == (
        "not yet engaged in full-fledged combat",
        "full-fledged",
    )


def _claim(level, day=None, scale="case", source="a", text="x", denied=False):
    whole = Span(start=0, end=len(text))
    return StatusClaim(
        source=source,
        span=whole,
        text=text,
        value=TextValue(text=str(level)),
        scale=scale,
        level=level,
        context=Context(sentence=whole, clause=whole, as_of=day, negated=denied),
    )


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (_claim(1, "2020-05-01"), _claim(3, "2020-06-01"), "status.update.scale"),
        (_claim(3, "2020-05-01"), _claim(1, "2020-06-01"), "status.compatible.backward"),
        (_claim(0, "2020-05-01"), _claim(3, "2020-05-01"), "status.conflict.state"),
        (_claim(1, "2020-05-01"), _claim(3, "2020-05-01"), "status.compatible.stage"),
        (_claim(0, "2020-05-01", text="not yet"), _claim(3), "status.update.provisional"),
        (_claim(0), _claim(3), "status.compatible.loose"),
        (_claim(0, scale="shore"), _claim(1, scale="shore"), "status.conflict.state"),
        (_claim(1), _claim(1), "status.agreement.equal"),
        (_claim(1, denied=True), _claim(1), "status.conflict.denied"),
        (_claim(1, denied=True), _claim(1, denied=True), "status.agreement.equal"),
        (_claim(1, denied=True), _claim(2), "status.compatible.denied"),
        (
            _claim(0, "2020-05-01", scale="confirmation"),
            _claim(2, "2020-05-06", scale="confirmation"),
            "status.update.scale",
        ),
        (
            _claim(0, "2020-05-01", scale="confirmation"),
            _claim(2, "2020-05-01", scale="confirmation"),
            "status.compatible.stage",
        ),
        (
            _claim(1, "2020-05-01", scale="confirmation"),
            _claim(2, "2020-05-01", scale="confirmation"),
            "status.conflict.state",
        ),
        (
            _claim(2, "2020-05-01", scale="confirmation"),
            _claim(1, "2020-05-06", scale="confirmation"),
            "status.conflict.state",
        ),
        (_claim(0, scale="direction"), _claim(4, scale="direction"), "status.conflict.direction"),
        (_claim(0, scale="direction"), _claim(7, scale="direction"), "status.compatible.direction"),
    ],
)
def test_compared(a, b, level):
    b = b.model_copy(update={"source": "b"})
    assert comparison.compare(a, b).level == level
    assert comparison.compare(b, a).level == level


def test_two_scales_are_not_compared():
    assert comparison.compare(_claim(0), _claim(0, scale="deal")) is None


def _linked(*texts):
    sources = [laid_out(Source(id=f"{at}.txt", text=text)) for at, text in enumerate(texts)]
    claims = [claim for source in sources for claim in statuses.read(source, ())]
    groups = alignment.align(sources, claims)
    return [(link.a.value.text, link.b.value.text) for group in groups for link in group.links]


def test_two_states_of_one_subject_are_linked():
    one = "Mara Tollen is still missing after the storm."
    other = "Mara Tollen was found alive after the storm."
    assert _linked(one, other) == [("missing", "found")]


def test_two_subjects_are_not_linked():
    one = "Mara Tollen is still missing after the storm."
    other = "Oren Hale was found alive after the storm."
    assert _linked(one, other) == []


def test_a_source_stands_at_the_furthest_stage_that_it_tells():
    both = "Mara Tollen was missing after the storm. Mara Tollen was found alive."
    assert _linked(both, "Mara Tollen is still missing after the storm.") == [("missing", "found")]
    assert _linked(both, "Mara Tollen was found alive after the storm.") == []


def test_a_source_with_both_directions_speaks_of_two_things():
    both = "The shock struck 5 km north of Ulmen, the next shock 9 km south of Ulmen."
    assert _linked(both, "The shock struck 5 km north of Ulmen.") == []
    assert _linked("A shock struck south of Ulmen.", "A shock struck north of Ulmen.") != []


def test_states_without_company_are_not_linked():
    one = "A powerful earthquake shook Ulmen."
    other = "In her novel a light tremor wakes the baker."
    assert _linked(one, other) == []


def _spelled_out(phrase):
    """A sentence that says the phrase: first of the alternatives, nothing that may be absent."""
    said = [
        "then" if written in GAPS else written.split("/")[0]
        for written in phrase.split()
        if not written.endswith("?") and not written.startswith("!")
    ]
    return f"They {' '.join(said)} Sarna."


LEVELS = [(row.scale, row.level, phrase) for row in scales.levels() for phrase in row.phrases]


@pytest.mark.parametrize(("scale", "level", "phrase"), LEVELS)
def test_every_phrase_says_its_own_level(scale, level, phrase):
    found = {(claim.scale, claim.level) for claim in _read(_spelled_out(phrase))}
    assert {one for one in found if one[0] == scale} == {(scale, level)}


@pytest.mark.parametrize(
    "scale", tables.rows("scales", scales.Scale, "scale"), ids=lambda scale: scale.id
)
def test_every_scale_has_levels_and_every_level_a_scale(scale):
    levels = [row for row in scales.levels() if row.scale == scale.id]
    assert min(row.level for row in levels) == 0
    assert {row.scale for row in scales.levels()} <= {
        row.id for row in tables.rows("scales", scales.Scale, "scale")
    }


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=12), st.integers(0, 5))
def test_a_phrase_ends_within_its_reach(sentence, start):
    end = ending(parsed("a b? ... c"), sentence, start)
    if end is not None:
        assert start < end <= min(len(sentence), start + 3 + GAPS["..."])
        assert (sentence[start], sentence[end - 1]) == ("a", "c")


@pytest.mark.parametrize(
    "words", ["was charged with ", "no reports of ", "north of Arn ", "results of "]
)
def test_time_grows_with_the_text_alone(words, growth):
    def work(copies):
        text = words * copies
        span = Span(start=0, end=len(text))
        source = Source(id="a", text=text, layout=Layout(sentences=(span,)))
        return lambda: list(statuses.read(source, ()))

    assert growth(work, 300) < 4
