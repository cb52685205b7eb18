"""What holds whatever a reader answers and whichever words it quotes."""

import json
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from discrepancy import alignment, comparison, extraction, tables
from discrepancy.comparison import judging
from discrepancy.reader import SecondReader, read_again
from discrepancy.reader.checks.anchoring import Places
from discrepancy.reader.refusals import Refused
from discrepancy.reader.verdicts.stages import Stage, earlier
from discrepancy.reading import laid_out
from discrepancy.source import Source

TEXTS = (
    "There were no rebels in the school, the agency said. At least 12 people were hurt there.",
    "The army said that rebels in the school fired first. On Monday 14 people were hurt.",
)
SOURCES = tuple(
    laid_out(Source(id=name, text=text)) for name, text in zip("ab", TEXTS, strict=True)
)
CLAIMS = tuple(claim for source in SOURCES for claim in extraction.extract(source))

SHORT = ("no rebels in the school", "rebels in the school fired first")
words = st.sampled_from([*TEXTS, *SHORT, *TEXTS[0].split(), *TEXTS[1].split()])
words |= st.text(max_size=20)
told = st.fixed_dictionaries(
    {"document": st.sampled_from(["D1", "D2", "D3"]), "answer": words, "quote": words},
    optional={"said_by": st.none() | words, "day": st.none() | words, "side": words},
)
matter = st.fixed_dictionaries(
    {"question": words, "kind": words, "answers": st.lists(told, max_size=5)}
)
anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner)
)
good = [{"document": f"D{n}", "answer": words, "quote": words} for n, words in enumerate(SHORT, 1)]
answers = (
    st.just(json.dumps({"questions": [{"question": "?", "kind": "state", "answers": good}]}))
    | st.text()
    | anything.map(json.dumps)
    | st.lists(matter, max_size=3).map(lambda listed: json.dumps({"questions": listed}))
)
verdicts = st.sampled_from(["conflict", "update", "scope", "rounding", "compatible", "none"])


@given(story=answers, verdict=verdicts, careful=st.booleans())
def test_whatever_is_answered_every_word_shown_is_in_its_source(story, verdict, careful):
    def liar(question):
        said = {"verdict": verdict, "measurand": "same", "because": "<b>"}
        return story if question.kind == "story" else json.dumps(said)

    reader = SecondReader(ask=liar, careful=careful)
    outcome = read_again(SOURCES, CLAIMS, (), reader, comparison.compare)
    texts = {source.id: source.text for source in SOURCES}
    assert outcome.failed is None
    for finding in outcome.findings:
        assert finding.origin
        assert finding.verdict.flagged
        assert len(finding.readings) > 1
        for reading in finding.readings:
            for claim in reading.claims:
                assert texts[claim.document][claim.start : claim.end] == claim.text


@given(data=st.data())
def test_words_that_stand_once_are_found_where_they_stand(data):
    source = data.draw(st.sampled_from(SOURCES))
    listed = source.text.split()
    start = data.draw(st.integers(0, len(listed) - 1))
    end = data.draw(st.integers(start + 1, len(listed)))
    quote = " ".join(listed[start:end]).strip(",.")
    assume(len(quote) > 2 and len(re.findall(rf"\b{re.escape(quote)}\b", source.text)) == 1)
    found = Places(source).anchored(quote)
    assert found.exact
    assert found.span.of(source.text) == quote


@given(st.text(max_size=80))
def test_words_that_are_not_there_are_refused_or_found_as_they_stand(quote):
    places = Places(SOURCES[0])
    try:
        found = places.anchored(quote)
    except Refused:
        return
    assert found.span.of(SOURCES[0].text) in SOURCES[0].text


@pytest.mark.parametrize("answer", [{"questions": []}, None, 3, object(), [1]])
def test_a_function_may_return_the_object_itself(answer):
    reader = SecondReader(ask=lambda question: answer)
    outcome = read_again(SOURCES, CLAIMS, (), reader, comparison.compare)
    assert outcome.failed is None
    assert ("refused" in " ".join(outcome.notes)) == (answer != {"questions": []})


TOLLS = tuple(
    laid_out(Source(id=name, text=f"The blast in the market killed {toll} people."))
    for name, toll in (("a", "six"), ("b", "nine"), ("c", "eleven"))
)
READ = tuple(claim for source in TOLLS for claim in extraction.extract(source))
RULES = judging.judge(alignment.align(TOLLS, READ), TOLLS, comparison.compare)
GRAVITY = ("conflict", "update", "scope")

said = st.fixed_dictionaries(
    {
        "a": st.sampled_from("ABCX") | words,
        "b": st.sampled_from("ABCX") | words,
        "verdict": verdicts | words | st.sampled_from(["part", "other"]),
        "because": words,
    }
)
opinions = (
    st.lists(said, max_size=5).map(lambda pairs: json.dumps({"pairs": pairs}))
    | verdicts.map(lambda verdict: json.dumps({"verdict": verdict, "because": ""}))
    | answers
)


@given(opinion=opinions)
def test_whatever_is_said_of_the_rules_findings_none_is_lost_and_none_made_graver(opinion):
    reader = SecondReader(ask=lambda question: opinion)
    outcome = read_again(TOLLS, READ, RULES, reader, comparison.compare)
    assert [finding.id for finding in outcome.rules] == [finding.id for finding in RULES]
    for before, after in zip(RULES, outcome.rules, strict=True):
        assert after.readings == before.readings
        assert after.verdict_for(trusted=False) == before.verdict
        if before.verdict.flagged:
            assert GRAVITY.index(after.verdict) >= GRAVITY.index(before.verdict)
        else:
            assert after == before


@pytest.mark.parametrize(
    "row", tables.rows("stages", Stage, "stage"), ids=lambda row: row.earlier[:9]
)
def test_each_row_of_stages_tells_its_own_sample(row):
    assert earlier(*row.sample) == 0
    assert earlier(*reversed(row.sample)) == 1
