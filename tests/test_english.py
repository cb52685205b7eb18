"""What english/ looks up: phrases of tables, what is known of a word, the words of a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.english.cut import FIGURE, said
from discrepancy.english.lexicon import entry, is_silent
from discrepancy.english.phrases import Book, ending, parsed
from discrepancy.tables import rows, words
from discrepancy.words import narrowings, scales

WRITTEN = [
    *(phrase for level in scales.levels() for phrase in level.phrases),
    *(
        phrase
        for row in rows("narrowings", narrowings.Narrowing)
        for phrase in row.phrases.split("; ")
    ),
]
BOOK = Book((phrase, phrase) for phrase in WRITTEN)
PARTS = sorted({word for phrase in WRITTEN for item in parsed(phrase) for word in item.words})
SENTENCES = st.lists(st.sampled_from([*PARTS, "formally", "hardly", ",", "norby"]), max_size=12)


def one_by_one(sentence: list[str]) -> list[tuple[int, int, str]]:
    """Each phrase looked for at each word of a sentence."""
    return [
        (at, end, phrase)
        for at in range(len(sentence))
        for phrase in WRITTEN
        if (end := ending(parsed(phrase), sentence, at)) is not None
        and sentence[at] in BEGINNINGS[phrase]
    ]


BEGINNINGS = {
    phrase: {
        word
        for at, item in enumerate(parsed(phrase))
        if all(before.optional for before in parsed(phrase)[:at])
        for word in item.words
    }
    for phrase in WRITTEN
}


@given(st.sampled_from(WRITTEN), SENTENCES, SENTENCES)
def test_a_book_finds_what_looking_one_by_one_finds(phrase, before, after):
    said_here = [min(item.words) for item in parsed(phrase) if item.words and not item.barred]
    sentence = [*before, *said_here, *after]
    assert list(BOOK.standing(sentence)) == one_by_one(sentence)


def test_every_phrase_is_found_in_its_own_words():
    for phrase in WRITTEN:
        sentence = [min(item.words) for item in parsed(phrase) if item.words and not item.barred]
        assert phrase in [found for _, _, found in BOOK.standing(sentence)]


@given(st.text(alphabet="aAzİ7 -'’.٣é", max_size=20), st.text(alphabet="ab 1", max_size=5))
def test_the_finest_cut_knows_no_word_that_does_not_stand_in_the_sentence(sentence, around):
    found = said(f"{around} {sentence} {around}", len(around) + 1, len(around) + 1 + len(sentence))
    assert all(word in sentence.lower() for word in found - {FIGURE})
    assert (FIGURE in found) == any(sign.isdecimal() for sign in sentence)


def test_a_silent_word_is_in_no_table_of_verbs_and_states():
    assert not any(map(is_silent, words("grammar", "auxiliaries")))
    assert not any(is_silent(form) for form in ("struck", "dead", "earthquake", "die", "killed"))
    assert all(map(is_silent, ("norby", "very", ",", "12", "")))


def test_an_entry_tells_the_classes_of_the_grammar():
    assert {"prepositions"} <= entry("under").classes
    assert entry("were").lemma == "be"
    assert entry("fled").past
    assert not entry("norby").classes
