"""The cases of sentences.toml, and time that grows with the text alone."""

import tomllib
from pathlib import Path

import pytest

from discrepancy.reading import laid_out
from discrepancy.reading.page.sentences import sentences_of
from discrepancy.source import Source
from discrepancy.span import Span

PATH = Path(__file__).with_name("cases") / "sentences.toml"
CASES = tomllib.loads(PATH.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case):
    text = case["text"]
    found = sentences_of(text, Span(start=0, end=len(text)))
    assert [span.of(text) for span in found] == case["sentences"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_text_around_moves_no_sentence(case):
    text = f"Before it. {case['text']} After it."
    within = Span(start=11, end=11 + len(case["text"]))
    assert [span.of(text) for span in sentences_of(text, within)] == case["sentences"]


HOSTILE = {
    "stops": "." * 40,
    "quotes": '"A. " ',
    "ticks": "``A. ''B ",
    "numbers": "1. ",
    "initials": "A. B. ",
    "spaces": " " * 40 + ".",
    "lines": "Share\n",
    "links": "Read More\nTitle of another story\n",
    "addresses": "https://example.org/a\n",
    "stamps": "Last Updated : ",
    "bullets": "- a\n",
    "wrapped": "the captain, who has been at sea for many years, said that he had\n",
    "long": "word ",
    "one word": "x",
    "colons": "He said:\n",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_and_no_faster(piece, growth):
    def work(size):
        text = (piece * (size // len(piece) + 1))[:size]
        return lambda: laid_out(Source(id="a", text=text))

    assert growth(work, 5_000) < 4
