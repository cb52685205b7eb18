"""The words of a citation in their sentence: always the words themselves, never too much around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.finding import Citation
from discrepancy.reporting.formats.cards import differing
from discrepancy.reporting.passages import REACH, Texts, alike, visible
from discrepancy.source import Layout, Source
from discrepancy.span import Span

TEXT = (
    "One boat sank off the bay. At least five boats, and “two more.” came back!\nNobody was hurt."
)


def passage(text, words, layout=None):
    start = text.index(words)
    cited = Citation(document="a", start=start, end=start + len(words), text=words)
    return Texts([Source(id="a", text=text, layout=layout)]).passage(cited)


def test_without_a_layout_the_sentence_is_what_looks_like_one():
    shown = passage(TEXT, "five boats")
    assert (shown.before, shown.after) == ("At least ", ", and “two more.” came back!")
    assert (shown.line, shown.column) == (1, 37)
    assert passage(TEXT, "Nobody").line == 2


def test_with_a_layout_the_sentence_is_the_one_that_was_read():
    layout = Layout(sentences=(Span(start=0, end=26), Span(start=27, end=51)))
    shown = passage(TEXT, "five boats", layout)
    assert shown.before + shown.words + shown.after == TEXT[27:51]


def test_words_over_two_sentences_are_shown_with_both():
    layout = Layout(sentences=(Span(start=0, end=26), Span(start=27, end=51)))
    shown = passage(TEXT, "bay. At least", layout)
    assert shown.before == "One boat sank off the "


def test_a_text_that_the_report_does_not_hold_gives_the_words_alone():
    cited = Citation(document="gone", start=5, end=9, text="five")
    shown = Texts([]).passage(cited)
    assert (shown.before, shown.words, shown.after, shown.line) == ("", "five", "", 1)


def test_a_text_without_sentences_is_cut_at_a_distance():
    text = "word " * 10_000
    shown = passage(text + "five" + text, "five")
    assert len(shown.before) <= REACH
    assert len(shown.after) <= REACH


def test_copies_of_a_sentence_are_put_together():
    first, second = (
        passage(TEXT, "five boats"),
        passage("So. " + TEXT.replace("At", "AT"), "five boats"),
    )
    other = passage("At least five boats sank.", "five")
    assert [len(same) for same in alike([first, second, other])] == [2, 1]


@given(
    st.text(max_size=80), st.text(min_size=1, max_size=20), st.text(max_size=80), st.integers(0, 99)
)
def test_a_cut_keeps_the_words_and_the_room(before, words, after, room):
    shown = passage(before + words + after, words) if words in before + words + after else None
    assert shown is not None
    cut = shown.cut(room)
    assert cut.words == words
    assert len(cut.before) + len(cut.after) <= room + 2
    assert shown.before.endswith(cut.before.removeprefix("…"))
    assert shown.after.startswith(cut.after.removesuffix("…"))


@pytest.mark.parametrize(
    ("words", "other", "marked"),
    [
        ("if they intend to pay", "if their intention is to pay", ["they intend "]),
        ("we will wait", "We will wait.", []),
        ("not yet", "yet", ["not "]),
        ("", "yet", []),
    ],
)
def test_words_that_the_other_side_lacks_are_marked(words, other, marked):
    pieces = differing(words, other)
    assert "".join(run for _, run in pieces) == words
    assert [run for changed, run in pieces if changed] == marked


@given(st.text(), st.text())
def test_marking_differences_loses_nothing(words, other):
    assert "".join(run for _, run in differing(words, other)) == words


@given(st.text())
def test_what_is_made_visible_steers_nothing(text):
    assert not set(visible(text)) & set("\x00\x07\x1b\n\r\t\x85\u200b\u202e\u2066\u2028\ufeff")
