"""Two prints of one remark: whether they are aligned, how they are judged, and its laws."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.alignment.sayings import quotes as aligned
from discrepancy.claims import Context, QuoteClaim, TextValue
from discrepancy.comparison import quotes as judged
from discrepancy.finding import Verdict
from discrepancy.span import Span

PATH = Path(__file__).parent / "cases" / "quote_prints.toml"
CASES = tomllib.loads(PATH.read_text("utf-8"))["case"]
WORDS = (
    """we they will not rebuild the old pier town is are a sad day hour if , . ... [sic] can't"""
)
SAID = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=14).map(" ".join)


def quote(source: str, said: str, by: str | None = "Ann Hale", **more: Any) -> QuoteClaim:
    span = Span(start=0, end=len(said))
    context = Context(sentence=span, clause=span, attribution=by)
    value = TextValue(text=said)
    parts = (span,)
    return QuoteClaim(
        source=source, span=span, text=said, value=value, parts=parts, context=context, **more
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    by = case.get("by", ["Ann Hale"] * 2)
    fragment = case.get("fragments", False)
    a, b = (
        quote(source, case[source], speaker, fragment=fragment)
        for source, speaker in zip("ab", by, strict=True)
    )
    groups = aligned.align((), (a, b))
    if not case["level"]:
        assert not groups
        assert not aligned.same_utterance(a, b)
        return
    assert [set(map(id, group.claims)) for group in groups] == [{id(a), id(b)}]
    found = judged.compare(a, b)
    assert found is not None
    assert found.level == case["level"]
    assert case.get("because", "") in found.because


def test_every_rung_of_the_ladder_has_a_case() -> None:
    ladder = {"agreement.same", "rounding.slight", "rounding.excerpt", "conflict.reworded"}
    assert {case["level"].removeprefix("quote.") for case in CASES} - {""} == ladder


@given(SAID, SAID)
def test_neither_likeness_nor_verdict_depends_on_the_order(one: str, other: str) -> None:
    a, b = quote("a", one), quote("b", other)
    assert bool(aligned.same_utterance(a, b)) == bool(aligned.same_utterance(b, a))
    there, back = judged.compare(a, b), judged.compare(b, a)
    assert (there and there.verdict) == (back and back.verdict)


@given(SAID)
def test_words_agree_with_themselves(said: str) -> None:
    found = judged.compare(quote("a", said), quote("b", said))
    assert found is None or found.verdict is Verdict.AGREEMENT
