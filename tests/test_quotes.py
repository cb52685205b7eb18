"""The quotations that are read from texts, by cases, and what holds for every text."""

import tomllib
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import discrepancy as dx
from discrepancy import reading
from discrepancy.claims import QuoteClaim
from discrepancy.extraction import quotes
from discrepancy.source import Source

CASES = tomllib.loads((Path(__file__).parent / "cases" / "quotes.toml").read_text("utf-8"))["case"]
MARKS = ['"', "“", "”", "‘", "’", "'", "``", "''", "«", "»", "„"]
PIECES = [*MARKS, "We", "will", "go", "he", "said", ",", ".", " ", "\n", "\n\n", "[", "]", "…", "6"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def read(text: str) -> tuple[QuoteClaim, ...]:
    return tuple(quotes.read(reading.laid_out(Source(id="a", text=text)), ()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    claims = read(case["text"])
    told = [[claim.value.text, "fragment" if claim.fragment else "utterance"] for claim in claims]
    assert told == case["expected"]
    assert [len(claim.parts) for claim in claims] == case.get("parts", [1] * len(claims))


@settings(max_examples=300)
@given(TEXTS)
def test_parts_lie_in_order_inside_their_span_and_spans_apart(text: str) -> None:
    claims = read(text)
    for claim in claims:
        assert claim.text == claim.span.of(text)
        assert claim.span.start == claim.parts[0].start
        assert claim.span.end == claim.parts[-1].end
        assert all(a.end <= b.start for a, b in pairwise(claim.parts))
        assert claim.value.text.split() == [
            word for part in claim.parts for word in part.of(text).split()
        ]
    assert all(a.span.end <= b.span.start for a, b in pairwise(claims))


def test_no_mark_reaches_beyond_its_paragraph_without_one_that_opens_again() -> None:
    text = 'She said: "We waited.\n\n' + "The council met again at noon.\n\n" * 5 + 'It was "late".'
    assert max(len(claim.text) for claim in read(text)) < 40


@pytest.mark.parametrize("piece", ['"', "'", "``", "“", 'he said, "no', "' ", '"\n', "said, "])
def test_time_grows_with_the_text_and_no_faster(piece: str, growth: Any) -> None:
    def work(count: int) -> partial[object]:
        text = f"It began. {piece * count} It ended."
        return partial(_all_of, reading.laid_out(Source(id="a", text=text)))

    assert growth(work, 1_000) < 4


def _all_of(source: Source) -> tuple[QuoteClaim, ...]:
    return tuple(quotes.read(source, ()))


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ('Hale denied that he had said "we shall sign the pact tomorrow".', "denied"),
        ('Hale denied saying "we shall sign the pact tomorrow".', "denied"),
        ('Hale never said "we shall sign the pact tomorrow".', "denied"),
        ('Hale denied the claim, saying "we shall sign the pact tomorrow".', "stated"),
        ('Hale did not leave, he said, "until we signed the pact tomorrow".', "stated"),
    ],
)
def test_a_remark_that_somebody_denies_to_have_made(text: str, modality: str) -> None:
    [quote] = [claim for claim in dx.extract(text) if claim.kind == "quote"]
    assert quote.context is not None
    assert quote.context.modality == modality
